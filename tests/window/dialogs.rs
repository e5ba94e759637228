//! Dialogs as WebKitGTK lays them out: Chromium, in which the page is often looked at, does it otherwise.

use serde_json::json;

use crate::window::{Office, Window};

/// Where a dialog is, and what opens it.
const DIALOGS: [(&str, &str); 4] = [
    ("#/checklist/dot1", "Thêm việc"),
    ("#/settings/signers", "Thêm người ký"),
    ("#/settings/signers", "Sửa"),
    ("#/overview", "Phím tắt"),
];

#[test]
fn a_dialog_is_as_high_as_its_fields() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("open_sample", json!({})).unwrap();
    window.reload();
    window.wait_for("#app[data-ready]");
    for (hash, opener) in DIALOGS {
        window.go(hash);
        window.wait_until_still();
        click_beginning(&window, opener);
        window.wait_for("dialog[open] .body");
        let hidden = "const body = document.querySelector('dialog[open] .body');
            return body.clientHeight < 100 ? -1 : body.scrollHeight - body.clientHeight";
        assert_eq!(window.driver.script(hidden, &[]), Ok(json!(0)), "«{opener}» hides a part of itself");
        window.driver.press(&["Escape"]);
        window.wait_until_gone("dialog[open]");
    }
}

/// Some buttons say further what they are for: "Sửa: Nguyễn Văn Mẫu".
fn click_beginning(window: &Window, name: &str) {
    const SCRIPT: &str = "const called = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim();
        return [...document.querySelectorAll('button')].map(called).find((one) => one.startsWith(arguments[0]))";
    let full = window.driver.script(SCRIPT, &[name.into()]).unwrap_or_default();
    window.click_named(full.as_str().unwrap_or(name));
}
