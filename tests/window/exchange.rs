//! Two offices, each with its own window and book, and nothing between them but files: the province issues its plan, the unit
//! ticks and exports, the province takes the report in and returns it, the unit corrects, the province accepts and adds up.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::axe::assert_accessible;
use crate::native_dialogs::{answer_dialog, answer_folder_dialog};
use crate::window::{Office, Window};

const PICTURES: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/screens");
const TODAY: &str = "2023-08-20";
const UNIT: &str = "CĐCS Trường Trung học phổ thông Mẫu";
const FIELD: &str = "[data-place^=\"LT01\"]";

fn look_at(window: &Window, name: &str) {
    window.wait_until_still();
    window.screenshot(&Path::new(PICTURES).join(format!("{name}.png")));
    assert_accessible(window, name);
}

#[test]
fn a_report_goes_from_unit_to_province_comes_back_and_is_added_up() {
    let above = Office::new();
    let below = above.beside();
    let province = province(&above);
    let plan = issue_plan(&above, &province);

    let unit = begin(&below, &plan);
    tick(&unit);
    enter(&unit, "41");
    let first = send(&below, &unit, "Báo cáo Đợt 1.docx");

    look_at_the_inbox(&above, &province, &first);
    let taken = take_in(&province, &first);
    let returned = give_back(&above, &province);

    correct(&unit, &returned);
    enter(&unit, "44");
    let second = send(&below, &unit, "Báo cáo Đợt 1 (1).docx");

    assert_eq!(take_in(&province, &second), taken, "the same unit");
    add_up(&province, taken);
    let again = fates(&province, &first);
    assert_eq!(again, ["same"], "the first version sent once more changes nothing");
    unit.close();
    province.close();
}

fn province(office: &Office) -> Window {
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::province()).unwrap();
    let facts = json!({ "code": "", "members": 46, "sector": "state", "has_page": null, "followed_by": "" });
    let unit = json!({
        "parent": null, "name": UNIT, "kind": "cdcs-truc-thuoc", "starts_on": null, "facts": facts, "contacts": [],
    });
    window.call("add_unit", json!({ "unit": unit })).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window
}

fn issue_plan(office: &Office, window: &Window) -> PathBuf {
    window.go("#/units");
    window.wait_for("[role=tree]");
    window.click_named("Phát hành tệp kế hoạch");
    window.wait_for_text("Bản 1, 1 đơn vị");
    let place = office.path("ke-hoach.sotg");
    window.click_named("Phát hành và lưu tệp…");
    answer_dialog(office, "Phát hành tệp kế hoạch", &place.display().to_string());
    window.wait_for_text("Lời nhắn gửi kèm");
    window.driver.press(&["Escape"]);
    place
}

/// The unit opens the file of its province, says who it is, and has its book.
fn begin(office: &Office, plan: &Path) -> Window {
    let window = office.open_with(&["--today", TODAY, &plan.display().to_string()]);
    window.wait_for_text("Anh/chị thuộc đơn vị nào?");
    window.type_into("input[type=search]", UNIT);
    window.driver.press(&["ArrowDown", "Space"]);
    window.wait_for("input[type=radio]:checked");
    for (field, text) in [("place", "Lai Châu"), ("signer-name", "Nguyễn Thị Hoa")] {
        window.replace(&format!("input[name='{field}']"), text);
    }
    window.click_named("Lập sổ");
    window.wait_for("a[href^='#/checklist']");
    window
}

fn tick(window: &Window) {
    window.go("#/checklist/dot1");
    window.wait_for("[data-tick]");
    window.tab_to("[data-tick]");
    window.driver.press(&["Space"]);
    window.wait_for_count("[data-tick][aria-checked=true]", 1);
}

fn enter(window: &Window, typed: &str) {
    window.go("#/figures/dot1");
    // Rows below the window come with the first touch.
    window.wait_for("[data-place]");
    window.driver.press(&["Shift"]);
    window.replace(FIELD, typed);
    window.driver.press(&["Enter"]);
    window.wait_for_value(FIELD, typed);
}

/// What the check before signing finds is for another test.
fn send(office: &Office, window: &Window, name: &str) -> PathBuf {
    let path = office.path(name);
    window.call("set_report_state", json!({ "phase": "dot1", "state": "sent", "on": null })).unwrap();
    window.call("export_report", json!({ "phase": "dot1", "path": path })).unwrap();
    path
}

/// What came from outside of the page is read when the page is.
fn open_anew(window: &Window, screen: &str) {
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go(screen);
}

fn fates(window: &Window, file: &Path) -> Vec<String> {
    let inbox = window.call("preview_files", json!({ "paths": [file] })).unwrap();
    let files = inbox["files"].as_array().unwrap();
    files.iter().map(|file| file["fate"].as_str().unwrap().to_owned()).collect()
}

/// Looks at the file, accepts it, and gives the unit that it came from.
fn take_in(window: &Window, file: &Path) -> i64 {
    let inbox = window.call("preview_files", json!({ "paths": [file] })).unwrap();
    let found = &inbox["files"][0];
    assert!(["new", "newer"].contains(&found["fate"].as_str().unwrap()), "{found}");
    assert_eq!((found["unit_name"].as_str(), found["edits"].as_array().map(Vec::len)), (Some(UNIT), Some(0)));
    let choice = json!({ "digest": inbox["digest"] });
    window.call("accept_files", json!({ "paths": [file], "choice": choice })).unwrap();
    open_anew(window, "#/register/dot1");
    window.wait_for_text("Đã nhận");
    found["unit"].as_i64().unwrap()
}

/// By the drawer of the unit, a note at one figure, and the dialog that saves.
fn give_back(office: &Office, window: &Window) -> PathBuf {
    let path = office.path("tra-lai.sotg");
    open_anew(window, "#/register/dot1");
    window.wait_for("[role=grid]");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home", "o"]);
    window.wait_for_text("Trả lại để sửa");
    look_at(window, "exchange-unit");
    window.click_named("Trả lại để sửa");
    window.wait_for("dialog[open] input[type=search]");
    window.type_into("dialog[open] input[type=search]", "loa noi bo");
    window.type_into("dialog[open] .places label:first-of-type input", "Đếm lại số buổi phát loa.");
    look_at(window, "exchange-return");
    window.driver.press(&["Enter"]);
    answer_dialog(office, "Lưu tệp gửi đơn vị", &path.display().to_string());
    window.wait_until_gone("dialog[open]");
    open_anew(window, "#/register/dot1");
    window.wait_for_text("Trả lại");
    look_at(window, "exchange-returned");
    path
}

fn correct(window: &Window, returned: &Path) {
    let text = std::fs::read_to_string(returned).unwrap();
    window.call("take_sealed", json!({ "text": text, "confirmed": false })).unwrap();
    open_anew(window, "#/reports/dot1");
    window.wait_for_text("Đếm lại số buổi phát loa.");
    look_at(window, "exchange-marked");
}

fn add_up(window: &Window, unit: i64) {
    let accepted = json!({
        "state": "accepted", "signed_on": null, "sent_on": TODAY, "received_on": TODAY, "channel": "program",
        "has_content": true, "note": "",
    });
    window.call("set_received", json!({ "phase": "dot1", "units": [unit], "receipt": accepted })).unwrap();
    open_anew(window, "#/consolidation/dot1");
    window.wait_for_text("1/1");
    look_at(window, "exchange-consolidation");
    let sum = window.call("consolidation", json!({ "phase": "dot1" })).unwrap();
    assert_eq!(line(&sum)["below"]["text"], "44", "the corrected figure, once");
    window.call("freeze_consolidation", json!({ "phase": "dot1", "note": "" })).unwrap();
    let table = window.call("figure_table", json!({ "phase": "dot1" })).unwrap();
    let rows = table["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    let total = rows.clone().find(|row| row["indicator"] == "LT01").unwrap();
    assert_eq!(total["period"]["text"], "44", "our own report has the total");
}

fn line(sum: &Value) -> &Value {
    let rows = sum["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    rows.map(|row| &row["row"]).find(|row| row["indicator"] == "LT01").unwrap()
}

/// A drop of files that are everything at once: new, known, broken, of nobody.
fn look_at_the_inbox(office: &Office, window: &Window, file: &Path) {
    let folder = office.path("nhan");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(file, folder.join("Báo cáo Đợt 1 (bản sao).docx")).unwrap();
    std::fs::write(folder.join("ảnh chụp.txt"), "không phải báo cáo").unwrap();
    let whole = std::fs::read(file).unwrap();
    std::fs::write(folder.join("tải dở.docx"), &whole[..whole.len() / 2]).unwrap();
    open_anew(window, "#/inbox");
    window.click_named("Chọn thư mục…");
    answer_folder_dialog(office, "Chọn thư mục chứa tệp báo cáo", &folder.display().to_string());
    window.wait_for_text("tải dở.docx");
    look_at(window, "exchange-inbox");
    crate::look::turn(window, "dark");
    look_at(window, "exchange-inbox-dark");
    crate::look::turn(window, "light");
}
