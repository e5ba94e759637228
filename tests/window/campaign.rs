//! The whole path of one official, by keyboard, on the real plan: nothing is prepared and nothing is faked.

use serde_json::{Value, json};

use crate::window::{Office, Window};

const PHASE: &str = "dot1";
const FIRST_TICKED: usize = 5;

#[test]
fn from_the_first_start_to_the_report_and_everything_is_kept() {
    let office = Office::new();
    let minutes = office.path("Biên bản hội nghị.txt");
    std::fs::write(&minutes, "Biên bản hội nghị triển khai kế hoạch").unwrap();
    let report = office.path("Báo cáo đợt 1.docx");

    let window = office.open();
    set_up(&window);
    tick_by_keyboard(&window);
    let first = first_code(&window);
    let attached = window.call("add_files", json!({ "code": first, "paths": [minutes] })).unwrap();
    assert_eq!(attached["step"]["op"], "add_files");
    enter_figure(&window, "CD01", "1250");
    let written = window.call("export_report", json!({ "phase": PHASE, "path": report })).unwrap();
    assert_eq!(written, json!(report), "the command says where the report lies");
    window.close();

    assert!(std::fs::read(&report).unwrap().starts_with(b"PK\x03\x04"), "a Word document is a zip file");
    let window = office.open();
    assert_kept(&window, &first);
}

/// The four steps of the first start.
fn set_up(window: &Window) {
    window.wait_for("main h1");
    window.click("option[value=district]");
    window.replace("input[name=name]", "Liên đoàn Lao động huyện Tam Đường");
    window.replace("input[name=superior]", "Liên đoàn Lao động tỉnh Lai Châu");
    window.replace("input[name=place]", "Tam Đường");
    window.replace("input[name=symbol]", "LĐLĐ");
    window.replace("input[name=signer-name]", "Nguyễn Văn An");
    for _ in 0..3 {
        window.click("button[type=submit]");
    }
    window.click_named("Bắt đầu");
    window.wait_for("#app[data-ready] nav");
    let state = window.call("book_state", json!({})).unwrap();
    assert_eq!(state["unit"]["name"], "Liên đoàn Lao động huyện Tam Đường");
}

/// Goes to the checklist by its key, into the list by Tab, ticks five lines by the space bar and takes one tick back.
fn tick_by_keyboard(window: &Window) {
    window.go("#/checklist/dot1");
    window.wait_for("[data-tick]");
    window.tab_to("[data-tick]");
    for _ in 0..FIRST_TICKED {
        window.driver.press(&["Space", "ArrowDown"]);
    }
    window.wait_for_count("[data-tick][aria-checked=true]", FIRST_TICKED);
    window.driver.press(&["Control+z"]);
    window.wait_for_count("[data-tick][aria-checked=true]", FIRST_TICKED - 1);
    let history = window.call("history", json!({ "limit": 1 })).unwrap();
    assert_eq!(history[0]["kind"], "undo");
}

fn enter_figure(window: &Window, indicator: &str, typed: &str) {
    window.go_to_figures("dot1");
    let field = format!("[data-place^=\"{indicator}\"]");
    window.click(&field);
    window.type_into(&field, typed);
    window.driver.press(&["Enter"]);
    window.wait_for_value(&field, "1.250");
}

fn assert_kept(window: &Window, first: &str) {
    window.wait_for("#app[data-ready] nav");
    window.go("#/checklist/dot1");
    window.wait_for_count("[data-tick][aria-checked=true]", FIRST_TICKED - 1);
    let activity = window.call("activity", json!({ "code": first })).unwrap();
    assert_eq!(activity["evidence"][0]["title"], "Biên bản hội nghị.txt");
    let table = window.call("figure_table", json!({ "phase": PHASE })).unwrap();
    let rows = table["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    let typed: Vec<&Value> = rows.filter(|row| row["indicator"] == "CD01").map(|row| &row["entered"]["text"]).collect();
    assert_eq!(typed, ["1.250"]);
    let undo = window.call("undo", json!({ "step": null })).unwrap();
    assert_eq!(undo["step"]["op"], "set_figure", "what was done before the restart can be taken back after it");
}

fn first_code(window: &Window) -> String {
    let checklist = window.call("checklist", json!({ "phase": PHASE })).unwrap();
    checklist["items"][0]["code"].as_str().unwrap().to_owned()
}
