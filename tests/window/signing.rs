//! Ready to sign, in the real window: what is left to mend leads to its place, and what changes after sending is seen.

use serde_json::json;

use crate::documents::{part_of, words_of_pdf};
use crate::look::look_at;
use crate::window::{Office, Window};
use crate::writing::choose_pane as choose;

#[test]
fn what_changes_after_sending_is_seen_and_compared() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    let before = enter(&window, "LT01", "41");
    send(&window);
    let versions = window.call("report_versions", json!({ "phase": "dot1" })).unwrap();
    assert_eq!((versions["versions"][0]["number"].as_u64(), versions["changed"].is_null()), (Some(1), true));

    enter(&window, "LT01", "44");
    window.go("#/overview");
    window.wait_for_text("Từ khi gửi bản 1");
    look_at(&window, "overview-changed");
    window.go("#/reports/dot1");
    window.wait_for_text("41 → 44 buổi (+3)");
    window.click_named("So sánh");
    window.wait_for("[role=region] table td");
    look_at(&window, "report-versions");
    assert!(window.page_text().contains("Bản 1"), "{before}");
    assert!(!window.driver.find_all("[role=region] ins").is_empty(), "the sentence of the program differs too");

    let copy = office.path("bản 1.docx");
    window.call("export_version", json!({ "phase": "dot1", "number": 1, "path": copy })).unwrap();
    let kept = versions["versions"][0]["size"].as_u64().unwrap();
    assert_eq!(std::fs::metadata(&copy).unwrap().len(), kept, "the document of that day, not the one of now");
    window.close();
}

#[test]
fn from_ticks_to_word_excel_and_pdf_and_a_warning_when_a_figure_changes_afterwards() {
    const SENTENCE: &str = "Đơn vị tuyên truyền tới tận tổ công đoàn.";
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/checklist/dot1");
    window.wait_for("[data-tick]");
    window.tab_to("[data-tick]");
    (0..3).for_each(|_| window.driver.press(&["Space", "ArrowDown"]));
    window.wait_for_count("[data-tick][aria-checked=true]", 3);
    enter(&window, "LT01", "41");
    window.go("#/reports/dot1");
    window.click(".ProseMirror[role=textbox]");
    window.driver.press(&["Control+End", "Enter"]);
    window.type_into(".ProseMirror[role=textbox]", SENTENCE);
    choose(&window, "Kiểm tra trước khi ký");
    window.wait_for("button.finding");

    let [word, excel, pdf] = ["docx", "xlsx", "pdf"].map(|kind| office.path(&format!("Báo cáo đợt 1.{kind}")));
    window.call("export_report", json!({ "phase": "dot1", "path": word })).unwrap();
    window.call("export_report_tables", json!({ "phase": "dot1", "path": excel })).unwrap();
    window.call("export_report", json!({ "phase": "dot1", "path": pdf })).unwrap();
    let in_word = part_of(&word, "word/document.xml");
    assert!(in_word.contains(SENTENCE) && in_word.contains("41"), "{in_word}");
    assert!(part_of(&excel, "xl/worksheets/sheet1.xml").contains("<v>41</v>"));
    let in_pdf = words_of_pdf(&pdf);
    assert!(in_pdf.contains(SENTENCE), "{in_pdf}");

    send(&window);
    enter(&window, "LT01", "45");
    window.go("#/reports/dot1");
    window.wait_for_text("41 → 45 buổi (+4)");
    window.close();
}

/// Types a figure of the first phase; gives the text of the page.
fn enter(window: &Window, indicator: &str, typed: &str) -> String {
    window.go_to_figures("dot1");
    let field = format!("[data-place^=\"{indicator}\"]");
    window.click(&field);
    // The first digit comes before the answer to Delete: it must not be typed over.
    window.driver.press(&["Control+a"]);
    window.driver.press(&["Delete"]);
    typed.chars().for_each(|digit| window.driver.press(&[&digit.to_string()]));
    window.driver.press(&["Enter"]);
    window.wait_for_value(&field, typed);
    window.page_text()
}

/// Looks at what must be mended, by keyboard, and sends the report all the same.
fn send(window: &Window) {
    window.go("#/reports/dot1");
    window.click_named("Đánh dấu đã gửi");
    window.wait_for_text("chỗ phải sửa");
    window.click_named("Xem những chỗ ấy");
    window.wait_for("button.finding");
    look_at(window, "report-check");
    window.tab_to("button.finding");
    window.driver.press(&["Enter"]);
    window.wait_for("input:focus");
    window.click_named("Ghi lại");
    window.wait_for_text("Sửa báo cáo đã gửi");
}
