//! The window comes back where it was, and always on a screen that is there.

use crate::closing::ask_to_close;
use crate::desktop::{Area, manage_windows};
use crate::window::Office;

const STORED: &str = "data/vn.sotuyengiao.app/vi-tri.json";

#[test]
fn a_window_comes_back_where_it_was_and_as_large() {
    let office = Office::new();
    let _desktop = manage_windows(&office);
    store(&office, "{\"x\":20,\"y\":10,\"size\":{\"width\":1200.0,\"height\":660.0},\"is_maximized\":false}");
    let first = office.start(&[]);
    let window = first.window();
    first.area_when(|area| (area.width, area.height) == (1200, 660));
    office.xdotool(&["windowsize", "--sync", &window, "1100", "640"]);
    // Far from the edges, to which the window manager pulls what is near.
    office.xdotool(&["windowmove", &window, "90", "25"]);
    let left = first.area_when(|area| (area.width, area.height) == (1100, 640) && area.x >= 90);
    ask_to_close(&office);
    assert!(first.ended().is_some_and(|status| status.success()));

    let again = office.start(&[]);
    assert_eq!(again.area_when(|area| area == left), left);
    ask_to_close(&office);
    again.ended();
    let third = office.start(&[]);
    assert_eq!(third.area_when(|area| area == left), left, "it does not wander by the frame's width");
}

#[test]
fn a_window_that_filled_the_screen_fills_it_again_and_remembers_its_own_size() {
    let office = Office::new();
    let _desktop = manage_windows(&office);
    store(&office, "{\"x\":80,\"y\":30,\"size\":{\"width\":1100.0,\"height\":640.0},\"is_maximized\":true}");
    for _ in 0..2 {
        let started = office.start(&[]);
        started.area_when(|area| area.width > 1300 && area.height > 600 && area.height < 728);
        ask_to_close(&office);
        started.ended();
    }
    let started = office.start(&[]);
    started.area_when(|area| area.width > 1300);
    started.unmaximize();
    started.area_when(|area| (area.width, area.height) == (1100, 640));
}

#[test]
fn at_the_first_start_on_a_small_screen_nothing_lies_under_the_bar() {
    let office = Office::new();
    let _desktop = manage_windows(&office);
    let started = office.start(&[]);
    started.area_when(|area| area.width > 1300 && area.y + area.height <= 728);
}

#[test]
fn a_place_on_a_screen_that_is_gone_is_given_up() {
    let office = Office::new();
    for (stored, wanted) in [
        ("{\"x\":2500,\"y\":300,\"size\":{\"width\":1100.0,\"height\":640.0},\"is_maximized\":false}", (133, 64)),
        ("{\"x\":-1300,\"y\":-300,\"size\":{\"width\":1100.0,\"height\":640.0},\"is_maximized\":false}", (133, 64)),
        ("{\"x\":900,\"y\":300,\"size\":{\"width\":1100.0,\"height\":640.0},\"is_maximized\":false}", (266, 128)),
        ("not even JSON", (0, 0)),
    ] {
        store(&office, stored);
        let started = office.start(&[]);
        let on_screen = |area: Area| area.x + area.width <= 1366 && area.y + area.height <= 768;
        started.area_when(|area| (area.x, area.y) == wanted && on_screen(area));
    }
}

fn store(office: &Office, text: &str) {
    let file = office.path(STORED);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}
