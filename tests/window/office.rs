//! The office that collects: a list of units is taken in, reports are recorded, those that are late get a letter.

use serde_json::json;

use crate::look::{look_at, turn};
use crate::native_dialogs::{answer_dialog, answer_open_dialog};
use crate::window::{Office, Window};

/// A list in groups as an office sent it: districts with what is below them, one line below a district nobody knows.
const LIST: &str = "../tests/fixtures/unit-lists/09-nhom-la-ma.xlsx";

/// After the reports of the first phase were due.
const TODAY: &str = "2023-08-20";

/// Reports that are recorded at once.
const RECEIVED: usize = 10;

#[test]
fn a_province_takes_its_units_in_records_reports_and_reminds_who_is_late() {
    let office = Office::new();
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::province()).unwrap();
    window.reload();
    window.wait_for("#app[data-ready]");
    add_the_first_unit(&window);
    import(&office, &window);
    look_at_the_tree(&window);
    rename_by_the_keys(&window);
    change_a_kind_by_the_keys(&window);
    record_ten(&window);
    remind_the_late(&office, &window);
}

fn add_the_first_unit(window: &Window) {
    window.go("#/units");
    window.wait_for_text("Sổ chưa có đơn vị cấp dưới");
    look_at(window, "units-none");
    window.click_named("Thêm đơn vị");
    window.wait_for("dialog[open]");
    window.type_into("dialog[open] input", "Liên đoàn Lao động huyện Tân Uyên");
    look_at(window, "units-add");
    window.driver.press(&["Enter"]);
    window.wait_until_gone("dialog[open]");
    window.wait_for_count("[role=treeitem]", 1);
}

fn import(office: &Office, window: &Window) {
    let list = office.path("danh-sach.xlsx");
    std::fs::copy(LIST, &list).unwrap();
    window.click_named("Nhập từ Excel…");
    answer_open_dialog(office, "Chọn danh sách đơn vị", &list.display().to_string(), || {
        !window.driver.find_all("[aria-current=step]").is_empty()
    });
    window.wait_for_text("4 dòng không phải là đơn vị");
    look_at(window, "import-file");
    window.click_named("Tiếp tục");
    window.wait_for_count("tbody select", 4);
    look_at(window, "import-columns");
    window.click_named("Tiếp tục");
    window.wait_for_text("Sẽ thêm 11 đơn vị");
    window.wait_for_text("Không tìm thấy đơn vị cấp trên");
    look_at(window, "import-check");
    assert_eq!(names(window).len(), 1, "nothing is written before it is accepted");
    window.click_named("Nhận vào sổ");
    window.wait_until_gone("[aria-current=step]");
    window.wait_for_text("Đã nhập danh sách đơn vị");
    window.driver.press(&["Control+z"]);
    window.wait_for_count("[role=treeitem]", 1);
    window.driver.press(&["Control+y"]);
    window.wait_for_text("12 đơn vị");
}

fn look_at_the_tree(window: &Window) {
    let tree = names(window);
    assert!(tree.contains(&"CĐCS Trung tâm Kiểm soát bệnh tật Mẫu".to_owned()), "{tree:?}");
    window.go("#/register");
    window.wait_for("[role=grid]");
    window.go("#/units");
    window.tab_to("[role=tree]");
    window.driver.press(&["Home", "ArrowRight", "Enter"]);
    window.wait_for("[role=treeitem][aria-selected=true]");
    window.wait_for_text("Tên và nơi trực thuộc qua các thời kỳ");
    look_at(window, "units-tree");
    turn(window, "dark");
    look_at(window, "units-tree-dark");
    turn(window, "light");
}

fn rename_by_the_keys(window: &Window) {
    window.tab_to(".actions button:nth-of-type(2)");
    window.driver.press(&["Enter"]);
    window.wait_for("dialog[open]");
    window.type_into("dialog[open] input", " (mới)");
    window.type_into("dialog[open] .date input", "01/08/2023");
    window.type_into("dialog[open] .pair > .field input", "Quyết định số 12/QĐ-LĐLĐ");
    look_at(window, "units-rename");
    window.driver.press(&["Enter"]);
    window.wait_until_gone("dialog[open]");
    window.wait_for_text("Theo Quyết định số 12/QĐ-LĐLĐ");
    look_at(window, "units-renamed");
    window.driver.press(&["Control+z"]);
    window.wait_for_text("Đã hoàn tác");
}

fn change_a_kind_by_the_keys(window: &Window) {
    window.tab_to(".foot button");
    window.driver.press(&["Enter"]);
    window.wait_for("dialog[open] [data-kind=cd-xa]");
    look_at(window, "units-kinds");
    window.tab_to("[data-kind=cd-xa]");
    window.driver.press(&["Enter"]);
    window.wait_for("dialog[open] form");
    window.type_into("dialog[open] form input", ", thị trấn");
    look_at(window, "units-kind");
    window.driver.press(&["Enter"]);
    window.wait_for_text("Công đoàn xã, thị trấn");
    window.wait_for("[data-kind=cd-xa]:focus");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
}

fn record_ten(window: &Window) {
    window.go("#/register/dot1");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home"]);
    window.driver.press(&["Shift+ArrowDown"; RECEIVED - 1]);
    window.wait_for_text("10 đơn vị đã chọn");
    window.driver.press(&["Enter"]);
    window.wait_for("dialog[open]");
    window.click("dialog[open] button[type=submit]");
    window.wait_until_gone("dialog[open]");
    let register = window.call("register", json!({ "phase": "dot1", "structure": "then" })).unwrap();
    let rows = register["rows"].as_array().unwrap();
    assert_eq!(rows.iter().filter(|row| row["state"] == "received").count(), RECEIVED);
}

fn remind_the_late(office: &Office, window: &Window) {
    window.go("#/register/dot1?filter=overdue");
    window.wait_for_count("[role=grid] [role=row][aria-selected]", 2);
    look_at(window, "register-overdue");
    window.click_named("Đôn đốc…");
    window.wait_for("dialog[open]");
    window.click_named("Công văn Word…");
    window.click_named("Lưu Word…");
    let place = office.path("Công văn đôn đốc.docx");
    answer_dialog(office, "Lưu văn bản", &place.display().to_string());
    window.wait_for_text("Đã lưu công văn");
    look_at(window, "register-letter");
    let letter = std::fs::read(&place).unwrap();
    assert!(letter.starts_with(b"PK\x03\x04") && letter.len() > 4_000, "{} bytes", letter.len());
    window.click_named("Ghi nhận đã đôn đốc");
    window.wait_for_text("Đã ghi đôn đốc");
}

/// Names of the units below, as the program knows them.
fn names(window: &Window) -> Vec<String> {
    let tree = window.call("unit_tree", json!({ "on": null })).unwrap();
    tree["units"].as_array().unwrap().iter().map(|unit| unit["name"].as_str().unwrap().to_owned()).collect()
}
