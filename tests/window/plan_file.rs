//! A plan file that the file manager hands over: chosen at once in a new book, only looked at in one that is set up.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::look::{look_at, set_theme};
use crate::window::{Office, Window};

/// An invented plan of another province.
const OTHER: &str = include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml");

fn file(office: &Office, text: &str) -> PathBuf {
    let path = office.path("Kế hoạch tỉnh Sông Mây.sotg");
    std::fs::write(&path, text).unwrap();
    path
}

fn open(office: &Office, file: &Path) -> Window {
    let window = office.open_with(&["--today", "2028-03-01", &file.display().to_string()]);
    window.wait_for("#app[data-ready]");
    window
}

fn fill_unit(window: &Window) {
    let choose = "const level = document.querySelector('select'); level.value = 'commune';
        level.dispatchEvent(new Event('input', { bubbles: true })); level.dispatchEvent(new Event('change', { bubbles: true }));";
    window.driver.script(choose, &[]).unwrap();
    for (name, text) in [
        ("Tên đơn vị", "Công đoàn xã Bản Mây"),
        ("Cấp trên", "Liên đoàn Lao động tỉnh Sông Mây"),
        ("Địa danh", "Bản Mây"),
        ("Họ và tên", "Trần Thị Mây"),
    ] {
        let find = "const label = [...document.querySelectorAll('label')].find((one) => one.innerText.startsWith(arguments[0]));
            (label.control ?? label.querySelector('input')).setAttribute('data-field', arguments[0]);";
        window.driver.script(find, &[name.into()]).unwrap_or_else(|error| panic!("{name}: {error}"));
        window.replace(&format!("[data-field='{name}']"), text);
    }
}

#[test]
fn a_plan_file_that_is_opened_becomes_the_plan_of_a_new_book() {
    let office = Office::new();
    let path = file(&office, OTHER);
    let window = open(&office, &path);
    window.wait_for_text("Đã chọn kế hoạch trong tệp “Kế hoạch tỉnh Sông Mây.sotg”");
    look_at(&window, "plan-file-taken");
    // What was looked at is what is set up: the USB stick may go meanwhile.
    std::fs::remove_file(&path).unwrap();
    fill_unit(&window);
    window.click_named("Tiếp tục");
    window.wait_for("label.on input[value='file:']:checked");
    window.wait_for_text("10/01/2028 – 26/04/2028");
    look_at(&window, "plan-file-chosen");
    window.click_named("Tiếp tục");
    window.click_named("Tiếp tục");
    window.wait_for_text("Từ tệp “Kế hoạch tỉnh Sông Mây.sotg”");
    window.click_named("Bắt đầu");
    window.wait_for("a[href^='#/checklist']");
    window.go("#/checklist/cao-diem");
    window.wait_for_text("Tổ chức ngày hội công nhân");
    let checklist = window.call("checklist", json!({ "phase": "cao-diem" })).unwrap();
    let titles: Vec<&str> =
        checklist["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Phát bài truyền thanh hằng tuần", "Tổ chức ngày hội công nhân"]);
    window.go("#/timeline");
    window.wait_until_still();
    window.go("#/reports/chuan-bi");
    window.wait_for_text("KẾT QUẢ");
}

#[test]
fn a_book_that_is_set_up_says_how_the_file_stands_to_its_plan() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    turn_dark(window);
    let window = open(&office, &file(&office, OTHER));
    window.wait_for("dialog[open]");
    window.wait_for_text("Sổ này đang thực hiện");
    window.wait_for_text("so-tuyen-giao --book");
    look_at(&window, "plan-file-other");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
    assert_eq!(window.call("handed_file", json!({})), Ok(json!(null)), "nobody is asked twice");
    assert_eq!(window.call("book_state", json!({})).unwrap()["campaign"]["plan"], "383-lai-chau-2022");
}

#[test]
fn a_file_that_is_no_plan_is_refused_and_the_first_start_goes_on() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    turn_dark(window);
    let window = open(&office, &file(&office, "PK\u{3}\u{4} a Word file that was renamed"));
    window.wait_for_text("Không dùng được tệp “Kế hoạch tỉnh Sông Mây.sotg”.");
    window.wait_for_text("Đây là tài liệu");
    look_at(&window, "plan-file-wrong");
    window.click_named("Đóng");
    window.wait_until_gone("[role=alert]");
    window.close();
    let window = open(&office, &file(&office, OTHER));
    window.click_named("Xem kế hoạch");
    window.wait_for("label.on input[value='file:']:checked");
    look_at(&window, "plan-file-chosen-dark");
}

/// For the next start: a file is handed over once, so the page cannot be loaded anew in another theme.
fn turn_dark(window: Window) {
    set_theme(&window, "dark");
    window.close();
}

#[test]
fn a_file_that_is_opened_while_the_program_runs_comes_to_its_window() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    let path = file(&office, OTHER);
    let second = office.start(&[&path.display().to_string()]).ended();
    assert_eq!(second.and_then(|status| status.code()), Some(0), "it hands the file over and ends");
    window.wait_for("dialog[open]");
    window.wait_for_text("Sổ này đang thực hiện");
}
