//! A Word template of the office's own: a file that is wrong says where, a good one is kept, chosen, printed and removed.

use std::path::Path;

use serde_json::{Value, json};

use crate::documents::{copy_with, part_of};
use crate::look::{look_at, turn};
use crate::native_dialogs::{answer_dialog, answer_open_dialog};
use crate::window::{Office, Window};

const OWN_WORDS: &str = "Mẫu riêng của cơ quan thử";

#[test]
fn a_template_with_a_fault_says_where_and_a_good_one_is_kept_chosen_printed_and_removed() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    turn(&window, "dark");
    window.go("#/settings/templates");
    window.wait_for_text("Chưa có mẫu nào");
    let [broken, good] = made_of_the_sample(&office, &window);

    offer(&office, &window, &broken);
    window.wait_for_text("Mẫu chưa dùng được");
    let said = window.page_text();
    assert!(said.contains("Không có trường “nguoi_kyy”.") && said.contains("Có phải là “nguoi_ky”?"), "{said}");
    assert!(said.contains("Đoạn thứ ") && said.contains("{{ nguoi_kyy }}"), "{said}");
    assert!(!said.contains("Giữ mẫu này"), "{said}");
    look_at(&window, "settings-template-broken-dark");
    window.click_named("Chuyển sang giao diện sáng");
    look_at(&window, "settings-template-broken-light");

    offer(&office, &window, &good);
    window.wait_for_text("Mẫu dùng được");
    look_at(&window, "settings-template-good-light");
    window.replace("[aria-labelledby=template-result] input", "Mẫu thử");
    window.click_named("Giữ mẫu này");
    window.wait_for_text("Đã giữ mẫu Word");
    window.wait_for("[aria-label='Bỏ mẫu Mẫu thử']");
    look_at(&window, "settings-template-kept-light");
    assert!(!printed(&office, &window).contains(OWN_WORDS), "no report has chosen it yet");

    window.go("#/reports/dot1");
    choose(&window, "Mẫu thử");
    window.wait_for_text("Đã chọn mẫu in");
    look_at(&window, "report-template-light");
    assert!(printed(&office, &window).contains(OWN_WORDS));

    window.go("#/settings/templates");
    window.click_named("Bỏ mẫu Mẫu thử");
    window.wait_for_text("Chưa có mẫu nào");
    assert!(!printed(&office, &window).contains(OWN_WORDS), "without it the program's own form is back");
    window.go("#/reports/dot1");
    window.wait_for("nav ol button");
    assert!(window.driver.find_all("select[aria-label='Mẫu in']").is_empty(), "nothing is left to choose");
    window.close();
}

/// The template to begin with, saved by its dialog (plain letters: on a busy machine it loses others): one copy with a field that does not exist, one with words of its own.
fn made_of_the_sample(office: &Office, window: &Window) -> [std::path::PathBuf; 2] {
    let sample = office.path("mau-de-sua.docx");
    window.click_named("Tải mẫu để sửa…");
    answer_dialog(office, "Lưu văn bản", &sample.display().to_string());
    window.wait_for_text("Đã ghi mẫu để sửa:");
    let copies = ["mau-hong.docx", "mau-thu.docx"].map(|name| office.path(name));
    copy_with(&sample, &copies[0], ("{{ nguoi_ky }}", "{{ nguoi_kyy }}"));
    copy_with(&sample, &copies[1], ("{{ nguoi_ky }}", &format!("{{{{ nguoi_ky }}}} {OWN_WORDS}")));
    copies
}

/// Offers a file by the button and the dialog of the system.
fn offer(office: &Office, window: &Window, file: &Path) {
    let name = file.file_name().unwrap().to_str().unwrap();
    window.click_named("Thêm mẫu…");
    answer_open_dialog(office, "Chọn mẫu Word của cơ quan", &file.display().to_string(), || {
        window.page_text().contains(&format!("Kết quả kiểm tra {name}"))
    });
}

/// Chooses a template for the report by its words, as its user does.
fn choose(window: &Window, name: &str) {
    const CHOOSE: &str = "const field = document.querySelector('select[aria-label=\"Mẫu in\"]');
        field.value = [...field.options].find((one) => one.text === arguments[0]).value;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    window.wait_for("select[aria-label='Mẫu in']");
    assert_eq!(window.driver.script(CHOOSE, &[name.into()]), Ok(Value::Null));
}

/// The letters of the report as Word has it now.
fn printed(office: &Office, window: &Window) -> String {
    let place = office.path("báo cáo.docx");
    window.call("export_report", json!({ "phase": "dot1", "path": place })).unwrap();
    part_of(&place, "word/document.xml")
}
