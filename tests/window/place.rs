//! The data folder in the real window: moved by its buttons and the system's own dialog, found again after a restart, and
//! asked for when it cannot be reached.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sotg_core::book::Book;

use crate::look::{look_at, turn};
use crate::native_dialogs::answer_folder_dialog;
use crate::window::{Office, Window};

const CODE: &str = "III.1-1";
/// Opens the program as an account does, without naming a book.
fn open(office: &Office) -> Window {
    office.open_account(&["--today", "2023-07-20"])
}

/// A book with a ticked activity and a file of evidence.
fn fill(office: &Office, window: &Window) {
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    let done = json!({ "codes": [CODE], "change": { "state": "done", "done_on": "2023-07-01", "reason": "" } });
    window.call("set_progress", done).unwrap();
    let photo = office.path("ảnh hội nghị.jpg");
    std::fs::write(&photo, vec![7; 300_000]).unwrap();
    window.call("add_files", json!({ "code": CODE, "paths": [photo] })).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
}

fn assert_everything_is_there(window: &Window) {
    let detail = window.call("activity", json!({ "code": CODE })).unwrap();
    assert_eq!(detail["item"]["state"], "done");
    assert_eq!(detail["evidence"][0]["title"], "ảnh hội nghị.jpg");
    assert_eq!(detail["evidence"][0]["is_missing"], false);
}

fn usual(office: &Office) -> PathBuf {
    office.path("data/so-tuyen-giao")
}

fn folder(window: &Window) -> Value {
    window.call("data_folder", json!({})).unwrap()
}

/// Presses the button of the open dialog and waits until the data are at the new place.
fn confirm(window: &Window, to: &Path) {
    window.wait_for_text("Bản cũ được cất ở nơi cũ");
    window.click_named("Chuyển dữ liệu");
    window.wait_for_text(&format!("Đã chuyển dữ liệu đến {}", to.display()));
    window.wait_until_gone("dialog");
    assert_eq!(folder(window)["path"], json!(to));
}

#[test]
fn the_data_are_moved_to_a_folder_that_the_dialog_names_and_are_there_after_a_restart() {
    let office = Office::new();
    let window = open(&office);
    fill(&office, &window);
    let new = office.path("Tài liệu công đoàn");
    std::fs::create_dir(&new).unwrap();
    window.go("#/settings/book");
    window.wait_for_text("Nơi lưu dữ liệu");
    for theme in ["dark", "light"] {
        turn(&window, theme);
        window.click_named("Chuyển đi nơi khác…");
        answer_folder_dialog(&office, "Chọn thư mục lưu dữ liệu", &new.display().to_string());
        window.wait_for_text("Bản cũ được cất ở nơi cũ");
        look_at(&window, &format!("move-{theme}"));
        if theme == "dark" {
            window.click_named("Hủy");
            window.wait_until_gone("dialog");
            assert_eq!(folder(&window)["path"], json!(usual(&office)), "thinking better of it moves nothing");
        }
    }
    confirm(&window, &new);
    assert_everything_is_there(&window);
    window.wait_for_text("có thể xóa bản cũ");
    look_at(&window, "settings-book-moved-light");
    let code = window.call("set_note", json!({ "code": CODE, "note": "ghi ở nơi mới" }));
    assert_eq!(code.unwrap()["step"]["op"], "set_note", "the window goes on with the book at its new place");
    window.close();

    let window = open(&office);
    window.wait_for("#app[data-ready] nav");
    assert_eq!(folder(&window)["kind"], "moved");
    assert_everything_is_there(&window);
    window.close();
    assert!(Book::open(&new.join("so")).unwrap().check_evidence().unwrap().is_empty());
    assert!(!usual(&office).join("so").exists(), "there is one book, not two");
}

#[test]
fn a_book_that_onedrive_keeps_is_brought_to_the_safe_place_by_the_banner() {
    let office = Office::new();
    let window = open(&office);
    fill(&office, &window);
    let kept = office.path("OneDrive - Liên đoàn");
    window.call("move_data_folder", json!({ "path": kept, "insists": true })).unwrap();
    window.close();

    let window = open(&office);
    window.wait_for_text("do OneDrive đồng bộ");
    for theme in ["dark", "light"] {
        turn(&window, theme);
        window.wait_for_text("do OneDrive đồng bộ");
        look_at(&window, &format!("kept-{theme}"));
    }
    window.click_named("Để sau");
    window.wait_until_gone("aside[aria-label*=OneDrive]");
    window.go("#/settings/book");
    window.wait_for_text("do OneDrive đồng bộ");
    look_at(&window, "settings-book-kept-light");
    window.click_named("Chuyển về máy này…");
    confirm(&window, &usual(&office));
    assert_eq!(folder(&window)["keeper"], Value::Null);
    window.close();

    let window = open(&office);
    window.wait_for("#app[data-ready] nav");
    assert_eq!(folder(&window)["kind"], "usual");
    assert_everything_is_there(&window);
}

#[test]
fn a_stick_that_was_pulled_is_said_and_its_folder_can_be_chosen_under_another_name() {
    let office = Office::new();
    let window = open(&office);
    fill(&office, &window);
    let (stick, renamed) = (office.path("E"), office.path("F"));
    window.call("move_data_folder", json!({ "path": stick, "insists": false })).unwrap();
    window.close();
    std::fs::rename(&stick, &renamed).unwrap();

    let window = open(&office);
    window.wait_for_text("Không tới được nơi lưu dữ liệu");
    look_at(&window, "unreachable-light");
    window.click_named("Thử lại");
    window.wait_for_text("Không tới được nơi lưu dữ liệu");
    assert!(!usual(&office).join("so").exists() && !stick.exists(), "no empty book is made in its place");
    window.click_named("Chọn thư mục khác…");
    answer_folder_dialog(&office, "Chọn thư mục lưu dữ liệu", &renamed.display().to_string());
    window.wait_for("#app[data-ready] nav");
    assert_everything_is_there(&window);
}
