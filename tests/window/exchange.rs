//! Two offices, each with its own window and book, and nothing between them but files: the province issues its plan, the unit
//! ticks and exports, the province takes the report in and returns it, the unit corrects, the province accepts and adds up.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::look::look_at;
use crate::native_dialogs::{answer_dialog, answer_folder_dialog, answer_open_dialog};
use crate::window::{Office, Window};

const TODAY: &str = "2023-08-20";
const UNIT: &str = "CĐCS Trường Trung học phổ thông Mẫu";
const FIELD: &str = "[data-place^=\"LT01\"]";

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
    take_in(&above, &province, &first, "Nhận mới");
    let returned = give_back(&above, &province);

    correct(&below, &unit, &returned);
    enter(&unit, "44");
    let second = send(&below, &unit, "Báo cáo Đợt 1 (1).docx");

    take_in(&above, &province, &second, "Bản mới hơn");
    add_up(&province);
    choose_report(&above, &province, &first, "Đã có");
    province.wait_for_text("Không có báo cáo nào để nhận");
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
    window.go_to_figures("dot1");
    window.replace(FIELD, typed);
    window.driver.press(&["Enter"]);
    window.wait_for_value(FIELD, typed);
}

/// What the check before signing finds is for another test. The file lies where the page says: on a busy machine the dialog
/// loses letters that are typed into it.
fn send(office: &Office, window: &Window, name: &str) -> PathBuf {
    let path = office.path(name);
    window.go("#/reports/dot1");
    window.click_named("Đánh dấu đã gửi");
    window.click_named("Ghi lại");
    window.wait_for_text("Sửa báo cáo đã gửi");
    window.click_named("Xuất Word");
    answer_dialog(office, "Lưu văn bản", &path.display().to_string());
    window.wait_for(".saved .path");
    let said = window.driver.script("return document.querySelector('.saved .path').textContent", &[]).unwrap();
    PathBuf::from(said.as_str().unwrap())
}

/// What came from outside of the page is read when the page is.
fn open_anew(window: &Window, screen: &str) {
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go(screen);
}

/// Chooses one file by the button and the system's dialog; waits until the table says what becomes of it.
fn choose_report(office: &Office, window: &Window, file: &Path, fate: &str) {
    open_anew(window, "#/inbox");
    window.click_named("Chọn tệp…");
    let is_listed = || window.page_text().contains("Enter: chi tiết");
    answer_open_dialog(office, "Chọn tệp báo cáo đã nhận", &file.display().to_string(), is_listed);
    window.wait_for_count("[role=grid] [role=row]", 2);
    window.wait_for_text(fate);
}

/// Looks at the file by keyboard, accepts it by its button; the table then says that it is there.
fn take_in(office: &Office, window: &Window, file: &Path, fate: &str) {
    choose_report(office, window, file, fate);
    window.tab_to("[role=grid]");
    window.driver.press(&["Enter"]);
    window.wait_for("aside.drawer dl");
    let drawer = window.driver.script("return document.querySelector('aside.drawer').innerText", &[]).unwrap();
    let drawer = drawer.as_str().unwrap();
    assert!(drawer.contains(UNIT) && !drawer.contains("Đã sửa trong văn bản"), "{drawer}");
    look_at(window, "exchange-inbox-file");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("aside.drawer");
    window.wait_for("[role=grid]:focus");
    window.click_named("Nhận 1 báo cáo");
    window.wait_for_text("Không có báo cáo nào để nhận");
    window.wait_for_text("Đã nhận tệp báo cáo");
    window.go("#/register/dot1");
    window.wait_for_text("Đã nhận");
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

/// The unit finds the file of its province by the search, reads what is to be mended, and goes to the place.
fn correct(office: &Office, window: &Window, returned: &Path) {
    window.go("#/overview");
    window.wait_until_still();
    window.driver.press(&["Control+k"]);
    window.wait_for("dialog[open] [role=combobox]:focus");
    window.type_into("dialog[open] [role=combobox]", "tra lai");
    window.wait_for_text("Mở tệp .sotg…");
    window.driver.press(&["Enter"]);
    let is_read = || window.page_text().contains("Sửa và gửi lại");
    answer_open_dialog(office, "Mở tệp kế hoạch, tệp trả lại", &returned.display().to_string(), is_read);
    window.wait_for_text("Đếm lại số buổi phát loa.");
    look_at(window, "exchange-sealed");
    window.click_named("Sửa và gửi lại");
    window.wait_until_gone("dialog[open]");
    window.wait_for("section[aria-label='Trả lại để sửa']");
    look_at(window, "exchange-marked");
    window.click("section[aria-label='Trả lại để sửa'] li button");
    window.wait_for(&format!("{FIELD}:focus"));
    window.wait_for_text("Đếm lại số buổi phát loa.");
    look_at(window, "exchange-mended");
}

/// Accepts the report in the register, adds up and freezes: our own report has the total.
fn add_up(window: &Window) {
    window.go("#/register/dot1");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home", "Enter"]);
    window.wait_for("dialog[open]");
    window.click("dialog[open] option[value=accepted]");
    window.click_named("Ghi nhận");
    window.wait_until_gone("dialog[open]");
    window.wait_for_text("Chấp nhận");
    window.go("#/consolidation/dot1");
    window.wait_for_text("1/1");
    look_at(window, "exchange-consolidation");
    window.click_named("Chốt số liệu");
    window.wait_for("dialog[open]");
    window.click("dialog[open] button.primary");
    window.wait_until_gone("dialog[open]");
    window.wait_for_text("Từ khi chốt chưa có gì thay đổi.");
    let sum = window.call("consolidation", json!({ "phase": "dot1" })).unwrap();
    assert_eq!(line(&sum)["below"]["text"], "44", "the corrected figure, once");
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
