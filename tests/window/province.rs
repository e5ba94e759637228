//! The screens of an office with a province below it, in both themes and on the two screens that such offices have: no
//! violation of WCAG 2.1 AA, nothing that does not fit, and pictures to look at in `tmp/screens` of the target folder.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;
use sotg_core::history::Moment;
use sotg_core::sample;

use crate::look::{look_at, turn};
use crate::processes::{Display, wait_until};
use crate::window::{Office, PATIENCE, Window};

/// Reports of the first phase are due: some are there, some are late, some are missing.
const TODAY: &str = "2023-08-20";

/// Grassroots units of the sample: the province of DESIGN.md has some 1.000.
const UNITS: u32 = 1_000;

#[test]
fn a_province_is_accessible_and_fits_a_small_screen() {
    look_at_every_screen("1366x768");
}

#[test]
fn a_province_is_accessible_and_fits_a_large_screen() {
    look_at_every_screen("1920x1080");
}

fn look_at_every_screen(size: &str) {
    let office = Office::with_display(|| Display::of_size(size));
    make_province(&office.book());
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("#app[data-ready]");
    fill_the_screen(&office, &window, size);
    for theme in ["light", "dark"] {
        turn(&window, theme);
        let look = |name: &str| look_at(&window, &format!("{name}-{size}-{theme}"));
        board(&window, &look);
        register(&window, &look);
        units(&window, &look);
        congresses(&window, &look);
    }
}

fn make_province(book: &Path) {
    let today: NaiveDate = TODAY.parse().unwrap();
    let moment = Moment { now: format!("{TODAY}T01:00:00Z").parse().unwrap(), today, who: "test".into() };
    sample::province::make(book, &moment, UNITS).unwrap();
}

/// No window manager is there to do it.
fn fill_the_screen(office: &Office, window: &Window, size: &str) {
    let (width, height) = size.split_once('x').unwrap();
    for id in office.xdotool(&["search", "--onlyvisible", "--name", "."]).split_whitespace() {
        office.xdotool(&["windowmove", id, "0", "0", "windowsize", id, width, height]);
    }
    let script = format!("return innerWidth === {width} && innerHeight === {height}");
    let fills = wait_until(PATIENCE, || window.driver.script(&script, &[]) == Ok(json!(true)));
    assert!(fills, "the window does not take {size}");
}

fn board(window: &Window, look: &impl Fn(&str)) {
    window.go("#/board");
    window.wait_for("[role=treegrid]");
    look("board");
    window.go("#/board?filter=late");
    look("board-late");
    window.tab_to("[role=treegrid]");
    window.driver.press(&["Home", "ArrowDown", "Enter"]);
    window.wait_for("aside[aria-label]");
    look("board-unit");
    window.driver.press(&["Escape"]);
}

fn register(window: &Window, look: &impl Fn(&str)) {
    window.go("#/register/dot1");
    window.wait_for("[role=grid]");
    look("register");
    window.go("#/register/dot1?filter=summary");
    window.wait_for("main table");
    look("register-summary");
    window.go("#/register/dot1");
    window.wait_for("[role=grid]");
    window.click_named("Hạn và cách tính");
    dialog(window, look, "register-rules");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home", "Shift+ArrowDown", "Enter"]);
    dialog(window, look, "register-receipt");
    window.go("#/register/dot1?filter=overdue");
    look("register-late");
    window.click_named("Đôn đốc…");
    window.wait_for("dialog[open]");
    look("register-reminders");
    window.click_named("Công văn Word…");
    look("register-letter-form");
    window.driver.press(&["Escape"]);
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
}

fn units(window: &Window, look: &impl Fn(&str)) {
    window.go("#/units");
    window.tab_to("[role=tree]");
    window.driver.press(&["Home", "ArrowRight", "Enter"]);
    window.wait_for("[role=treeitem][aria-selected=true]");
    look("units");
    window.click_named("Thêm đơn vị");
    dialog(window, look, "units-add");
    another_kind(window, look);
}

/// The sample gives grassroots units an earlier day: another kind says so before it is written, one dialog above the other.
fn another_kind(window: &Window, look: &impl Fn(&str)) {
    window.click_named("Sửa lỗi chính tả…");
    window.wait_for("dialog[open] select");
    let choose = "const kind = document.querySelector('dialog[open] select'); kind.value = 'cdcs';
                  kind.dispatchEvent(new Event('change', { bubbles: true }))";
    window.driver.script(choose, &[]).unwrap();
    window.click("dialog[open] button[type=submit]");
    window.wait_for_text("Đổi hạn 1 việc");
    look("units-kind");
    window.driver.press(&["Escape"]);
    window.wait_for_count("dialog[open]", 1);
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
}

fn congresses(window: &Window, look: &impl Fn(&str)) {
    window.go("#/congresses");
    window.wait_for("main table");
    look("congresses");
    window.click("main tbody button");
    dialog(window, look, "congresses-dialog");
}

fn dialog(window: &Window, look: &impl Fn(&str), name: &str) {
    window.wait_for("dialog[open]");
    look(name);
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
}
