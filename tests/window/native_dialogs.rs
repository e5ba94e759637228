//! The system's own dialogs, typed into as a person does, in Vietnamese.

use std::time::Duration;

use serde_json::json;

use crate::processes::wait_until;
use crate::window::{Office, Window};

#[test]
fn a_report_is_saved_where_the_dialog_says() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    let place = office.path("Báo cáo tuyên truyền đợt 1.docx");
    start(&window, "save_report", json!({ "phase": "dot1" }));
    answer_dialog(&office, "Lưu văn bản", &place.display().to_string());
    assert_eq!(answer(&window), json!({ "ok": place }));
    assert!(std::fs::read(&place).unwrap().starts_with(b"PK\x03\x04"));
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    start(&window, "save_report", json!({ "phase": "dot1" }));
    let dialog = find_dialog(&office, "Lưu văn bản");
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "Escape"]);
    assert_eq!(answer(&window), json!({ "ok": null }));
}

#[test]
fn a_plan_file_is_opened_from_where_the_dialog_says() {
    let office = Office::new();
    let place = office.path("Kế hoạch tỉnh.sotg");
    std::fs::write(&place, include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml")).unwrap();
    let window = office.open();
    window.wait_for("main h1");
    start(&window, "choose_plan_file", json!({}));
    let is_answered = || !window.driver.find_all("body[data-answer]").is_empty();
    answer_open_dialog(&office, "Mở tệp kế hoạch", &place.display().to_string(), is_answered);
    let answer = answer(&window);
    assert_eq!(answer["ok"]["name"], "Kế hoạch tỉnh.sotg", "{answer}");
    assert_eq!(answer["ok"]["content"]["plan"]["head"]["code"], "mau-song-may-2028");
}

/// Calls a command without waiting for its answer.
fn start(window: &Window, command: &str, args: serde_json::Value) {
    const SCRIPT: &str = "window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(
        (ok) => (document.body.dataset.answer = JSON.stringify({ ok })),
        (err) => (document.body.dataset.answer = JSON.stringify({ err })));";
    window.driver.script(SCRIPT, &[command.into(), args]).unwrap();
}

fn answer(window: &Window) -> serde_json::Value {
    window.wait_for("body[data-answer]");
    let answer = window.driver.script("return document.body.dataset.answer", &[]).unwrap();
    serde_json::from_str(answer.as_str().unwrap()).unwrap()
}

/// Types a path into a dialog for opening. `is_answered` is true once the page has heard of it.
pub fn answer_open_dialog(office: &Office, title: &str, path: &str, is_answered: impl Fn() -> bool) {
    let dialog = find_dialog(office, title);
    // A dialog for opening has no line for a name until it is asked for.
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "ctrl+l"]);
    office.xdotool(&["type", "--delay", "20", path]);
    // The line completes names by itself, and takes no Return while it does. A Return too many would be the page's: it goes
    // only to this dialog, as long as that is there.
    let press = || !office.xdotool(&["windowfocus", "--sync", &dialog, "key", "Return"]).is_empty();
    wait_until(Duration::from_secs(20), || is_answered() || press());
}

/// Types a path into a dialog that saves: it has a line for it.
pub fn answer_dialog(office: &Office, title: &str, path: &str) {
    let dialog = find_dialog(office, title);
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "ctrl+a"]);
    office.xdotool(&["type", "--delay", "20", path]);
    office.xdotool(&["key", "Return"]);
}

/// Types the path of a folder into a dialog that asks for one.
pub fn answer_folder_dialog(office: &Office, title: &str, path: &str) {
    let dialog = find_dialog(office, title);
    let is_open = || !office.xdotool(&["search", "--onlyvisible", "--name", title]).is_empty();
    // The slash opens the line for a name, and what is typed before that is there is lost. (Opened by Ctrl+L the line
    // proposes folders within the one that was typed, and the Return takes the first of them.)
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "slash"]);
    std::thread::sleep(Duration::from_secs(1));
    office.xdotool(&["key", "End"]);
    office.xdotool(&["type", "--delay", "20", path.trim_start_matches('/')]);
    std::thread::sleep(Duration::from_millis(300));
    office.xdotool(&["key", "Return"]);
    assert!(wait_until(Duration::from_secs(20), || !is_open()), "the dialog «{title}» does not take {path}");
}

fn find_dialog(office: &Office, title: &str) -> String {
    let mut found = String::new();
    let is_there = wait_until(Duration::from_secs(20), || {
        found =
            office.xdotool(&["search", "--onlyvisible", "--name", title]).lines().next().unwrap_or_default().to_owned();
        !found.is_empty()
    });
    assert!(is_there, "the dialog «{title}» does not open");
    found
}
