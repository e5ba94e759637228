//! Reports that came as files are added up in the window: from a figure to its units and their evidence, the cut-off, and a text
//! that is picked for our report. Both themes, no violation of WCAG 2.1 AA, and pictures in `tmp/screens` of the target folder.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};
use sotg_core::history::Moment;
use sotg_core::model::InboxChoice;
use sotg_core::sample;

use crate::look::{look_at, turn};
use crate::processes::Display;
use crate::window::{Office, Window};

const TODAY: &str = "2023-08-20";
const UNITS: u32 = 60;
const REPORTS: usize = 12;

#[test]
fn reports_that_came_are_added_up_frozen_and_read() {
    let office = Office::with_display(|| Display::of_size("1366x768"));
    fill(&office.book());
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("#app[data-ready]");
    for theme in ["light", "dark"] {
        turn(&window, theme);
        figures(&window, theme);
        texts(&window, theme);
    }
    freeze(&window);
}

/// A province with the reports of some of its units, as acceptance keeps them.
fn fill(book: &Path) {
    let today: NaiveDate = TODAY.parse().unwrap();
    let moment = Moment { now: format!("{TODAY}T01:00:00Z").parse().unwrap(), today, who: "test".into() };
    let mut made = sample::province::make(book, &moment, UNITS).unwrap();
    let files = tempfile::tempdir().unwrap();
    let paths = sample::reports::write(&mut made, files.path(), &moment, REPORTS).unwrap();
    made.accept_files(&moment, &paths, &InboxChoice::default()).unwrap();
    made.close().unwrap();
}

fn figures(window: &Window, theme: &str) {
    window.go("#/consolidation/dot1");
    window.wait_for("main button[data-line]");
    look_at(window, &format!("consolidation-{theme}"));
    window.click("main button[data-line]");
    window.wait_for("aside.drawer button[aria-expanded]");
    window.click("aside.drawer button[aria-expanded]");
    window.wait_for("aside .more .file");
    look_at(window, &format!("consolidation-units-{theme}"));
    window.driver.press(&["Escape"]);
    window.wait_until_gone("aside.drawer");
}

fn texts(window: &Window, theme: &str) {
    window.go("#/consolidation/dot1?filter=texts");
    window.wait_for("main article");
    look_at(window, &format!("consolidation-texts-{theme}"));
}

fn freeze(window: &Window) {
    let table = |window: &Window| window.call("figure_table", json!({ "phase": "dot1" })).unwrap();
    let is_consolidated = |table: &Value| !table["groups"][0]["rows"][0]["coverage"].is_null();
    assert!(!is_consolidated(&table(window)));
    window.go("#/consolidation/dot1");
    window.click_named("Chốt số liệu");
    window.wait_for("dialog[open]");
    window.click("dialog[open] button.primary");
    window.wait_for_text("Từ khi chốt chưa có gì thay đổi.");
    assert!(is_consolidated(&table(window)), "our report has the figures of the units below");
    window.go("#/figures/dot1");
    window.wait_for_text("Đơn vị dưới");
    look_at(window, "figures-consolidated-dark");
}
