//! The plan file of an office in the real window: issued by a province, opened by a unit that chooses itself, amended.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::json;
use sotg_core::history::Moment;
use sotg_core::sample;

use crate::look::{look_at, set_theme};
use crate::native_dialogs::{answer_dialog, answer_open_dialog};
use crate::processes::Display;
use crate::window::{Office, Window};

const TODAY: &str = "2023-08-20";
const DISTRICT: &str = "Liên đoàn Lao động huyện Mẫu";

fn small_screen() -> Office {
    Office::with_display(|| Display::of_size("1366x768"))
}

fn open(office: &Office, file: &Path) -> Window {
    let window = office.open_with(&["--today", TODAY, &file.display().to_string()]);
    window.wait_for("#app[data-ready]");
    for id in office.xdotool(&["search", "--onlyvisible", "--name", "."]).split_whitespace() {
        office.xdotool(&["windowmove", id, "0", "0", "windowsize", id, "1366", "768"]);
    }
    window
}

/// A province that has issued its plan, and that then changed a day.
fn two_versions(office: &Office) -> [PathBuf; 2] {
    let today: NaiveDate = TODAY.parse().unwrap();
    let moment = Moment { now: format!("{TODAY}T01:00:00Z").parse().unwrap(), today, who: "test".into() };
    let mut book = sample::province::make(&office.path("tỉnh"), &moment, 300).unwrap();
    let first = book.issue_campaign(&moment, "").unwrap().1.text;
    let setting = serde_json::from_value(json!({
        "code": "dai-hoi-tinh", "certainty": "fixed", "on": "2023-10-17", "until": "2023-10-18", "reason": "Thông báo số 12",
    }));
    book.set_milestone(&moment, &setting.unwrap()).unwrap();
    let second = book.issue_campaign(&moment, "Lùi ngày đại hội tỉnh").unwrap().1.text;
    [("bản 1.sotg", first), ("bản 2.sotg", second)].map(|(name, text)| {
        let path = office.path(name);
        std::fs::write(&path, text).unwrap();
        path
    })
}

#[test]
fn a_unit_opens_the_plan_of_its_province_says_who_it_is_and_takes_the_amendment() {
    let office = small_screen();
    let [first, second] = two_versions(&office);
    let window = open(&office, &first);
    window.wait_for_text("Anh/chị thuộc đơn vị nào?");
    look_at(&window, "campaign-who");
    // By keyboard: the search has the focus, what is typed narrows the list, Enter takes what is left.
    let only =
        window.call("preview_campaign", json!({ "text": std::fs::read_to_string(&first).unwrap(), "unit": null }));
    let offer = only.unwrap();
    let upper = offer["units"].as_array().unwrap().iter().find(|unit| unit["n_below"].as_u64() > Some(0)).unwrap();
    let name = upper["name"].as_str().unwrap();
    window.type_into("input[type=search]", name);
    window.driver.press(&["ArrowDown", "Space"]);
    window.wait_for("input[type=radio]:checked");
    for (field, text) in [("place", "Mẫu"), ("signer-name", "Nguyễn Thị Hoa")] {
        window.replace(&format!("input[name='{field}']"), text);
    }
    look_at(&window, "campaign-beginning");
    window.click_named("Lập sổ");
    window.wait_for("a[href^='#/checklist']");
    let state = window.call("book_state", json!({})).unwrap();
    assert_eq!((state["unit"]["name"].as_str(), state["n_units"].as_u64()), (Some(name), upper["n_below"].as_u64()));
    window
        .call(
            "set_progress",
            json!({ "codes": ["III.1-1"], "change": { "state": "done", "done_on": null, "reason": "" } }),
        )
        .unwrap();
    window.close();

    let window = open(&office, &second);
    window.wait_for_text("17/10/2023");
    look_at(&window, "campaign-amendment");
    window.click_named("Để sau");
    window.wait_until_gone("dialog[open]");
    // A file is handed over once, so the page cannot be loaded anew in another theme.
    set_theme(&window, "dark");
    window.close();

    let window = open(&office, &second);
    window.wait_for_text("Sổ đang dùng bản 1; tệp này là bản 2.");
    window.wait_for_text("17/10/2023");
    look_at(&window, "campaign-amendment-dark");
    window.click_named("Nhận thay đổi");
    window.wait_until_gone("dialog[open]");
    window.wait_for_text("Đã nhận tệp kế hoạch");
    let activity = window.call("activity", json!({ "code": "III.1-1" })).unwrap();
    assert_eq!(activity["item"]["state"], "done", "ticks stay");
    window.close();

    let window = open(&office, &first);
    window.wait_for_text("Tệp này là bản 1, sổ đang dùng bản 2 mới hơn.");
    look_at(&window, "campaign-older-dark");
}

#[test]
fn an_office_issues_its_plan_file_from_the_screen_of_units() {
    let office = small_screen();
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    let facts = json!({ "code": "", "members": null, "sector": "unknown", "has_page": null, "followed_by": "" });
    let unit = json!({
        "parent": null, "name": DISTRICT, "kind": "cdcs", "starts_on": null, "facts": facts, "contacts": [],
    });
    window.call("add_unit", json!({ "unit": unit })).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/units");
    window.wait_for("[role=tree]");
    look_at(&window, "campaign-units");
    window.click_named("Phát hành tệp kế hoạch");
    window.wait_for_text("Bản 1, 1 đơn vị");
    amend(&office, &window);
    window.replace("input[name=note]", "Bản đầu");
    look_at(&window, "campaign-issue");
    let place = office.path("kế hoạch.sotg");
    window.click_named("Phát hành và lưu tệp…");
    answer_dialog(&office, "Phát hành tệp kế hoạch", &place.display().to_string());
    window.wait_for_text("Lời nhắn gửi kèm");
    look_at(&window, "campaign-issued");
    let text = std::fs::read_to_string(&place).unwrap();
    let refused = window.call("preview_campaign", json!({ "text": text, "unit": null })).unwrap_err();
    assert_eq!(refused["code"], "own_plan", "whoever issued it needs not take it");
    assert_eq!(window.call("campaign_issue", json!({})).unwrap()["version"], 1);
}

/// Another text of the plan by the button, the system's dialog and the preview; the dialog of the plan file is there again.
fn amend(office: &Office, window: &Window) {
    let template = sotg_core::plan::built_in().first().unwrap();
    let amended = template.source.replace("title = \"Tuyên truyền kết quả nhiệm kỳ", "title = \"Nêu kết quả nhiệm kỳ");
    let place = office.path("sua-doi.toml");
    std::fs::write(&place, amended).unwrap();
    window.click_named("Sửa nội dung kế hoạch từ tệp…");
    let is_read = || window.page_text().contains("thay đổi trong kế hoạch");
    answer_open_dialog(office, "Mở tệp kế hoạch", &place.display().to_string(), is_read);
    window.wait_for_text("Việc đổi tên");
    look_at(window, "campaign-amending");
    window.click_named("Sửa kế hoạch");
    window.wait_for_count("dialog[open]", 1);
    window.wait_for_text("Đã sửa kế hoạch");
    let list = window.call("checklist", json!({ "phase": "dot1" })).unwrap().to_string();
    assert!(list.contains("Nêu kết quả nhiệm kỳ"), "{list}");
}
