//! The official form in the window: one of the office's own from a copy, and a report that takes it.

use serde_json::{Value, json};

use crate::look::look_at;
use crate::window::{Office, Window};

fn form_of_report(window: &Window) -> Value {
    window.call("report_draft", json!({ "phase": "dot1" })).unwrap()["form"].clone()
}

/// Chooses a line of a select, as its user does.
fn choose(window: &Window, selector: &str, value: &str) {
    const CHOOSE: &str = "const field = document.querySelector(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true })); return field.value";
    window.wait_for(&format!("{selector} option[value='{value}']"));
    assert_eq!(window.driver.script(CHOOSE, &[selector.into(), value.into()]), Ok(json!(value)));
}

#[test]
fn an_office_makes_its_own_form_and_a_report_takes_it() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("open_sample", json!({})).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/settings/form");
    window.wait_for_text("Quyết định 933/QĐ-TLĐ");
    window.click_named("Lập mẫu riêng từ: Thể thức từ ngày 14/5/2024 (Quyết định 933/QĐ-TLĐ)");
    window.wait_for("dialog[open] input[name='margins.left']");
    window.replace("dialog[open] input[name='margins.left']", "20");
    window.click_named("Lưu");
    window.wait_for_text("Ghi số nguyên từ 30 đến 35");
    window.replace("dialog[open] input[name='margins.left']", "30");
    look_at(&window, "mau-the-thuc-rieng");
    window.click_named("Lưu");
    window.wait_until_gone("dialog[open]");
    window.wait_for_text("Mẫu riêng của cơ quan");

    assert_eq!(form_of_report(&window)["code"], "rieng", "it holds from today on, and the report is due later");
    window.go("#/reports/dot1");
    window.wait_for("nav ol button");
    crate::writing::choose_pane(&window, "Thể thức");
    window.wait_for("select[name='official-form']");
    choose(&window, "select[name='official-form']", "qd-933-2024");
    window.wait_for_text("Hoàn tác");
    assert_eq!(
        form_of_report(&window),
        json!({
            "code": "qd-933-2024", "name": "Thể thức từ ngày 14/5/2024 (Quyết định 933/QĐ-TLĐ)", "is_chosen": true
        })
    );
    window.call("undo", json!({ "step": null })).unwrap();
    assert_eq!(form_of_report(&window)["is_chosen"], false);
}
