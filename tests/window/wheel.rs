//! The program as a user starts it, without a driver: the page is then drawn in another way.

use std::process::Command;
use std::time::{Duration, Instant};

use sotg_core::book::Book;
use sotg_core::history::Moment;

use crate::processes::{Group, wait_until};
use crate::window::{Office, PROGRAM};

/// Bytes of the picture (every eighth line of the screen) that differ when a list has scrolled: 26.000 here. With the wheel
/// dead, as it once was, only the line under the mouse changes its colour: some 11.000.
const SCROLLED: usize = 18_000;

#[test]
fn the_wheel_of_the_mouse_scrolls_a_list() {
    let office = Office::new();
    let today = chrono::NaiveDate::from_ymd_opt(2023, 7, 20).unwrap();
    let moment = Moment { now: "2023-07-20T01:00:00Z".parse().unwrap(), today, who: "an".to_owned() };
    let mut book = Book::create(&office.book(), &moment, None).unwrap();
    book.set_up(&moment, &serde_json::from_value(crate::set_up::district()["input"].clone()).unwrap()).unwrap();
    book.close().unwrap();

    let blank = office.display().picture();
    let mut command = Command::new(PROGRAM);
    command.arg("--book").arg(office.book()).args(["--today", "2023-07-20"]);
    let begin = Instant::now();
    let _program = Group::start(office.surroundings(&mut command));
    assert!(office.display().settled_after(begin, &blank, Duration::from_secs(2)).is_some(), "the window is drawn");
    // Over the list of what comes next.
    office.xdotool(&["mousemove", "1070", "600"]);
    std::thread::sleep(Duration::from_millis(500));
    let before = office.display().picture();
    office.xdotool(&["click", "--repeat", "4", "--delay", "60", "5"]);
    let n_changed = || office.display().picture().iter().zip(&before).filter(|(now, then)| now != then).count();
    assert!(wait_until(Duration::from_secs(10), || n_changed() > SCROLLED), "{} bytes differ", n_changed());
}
