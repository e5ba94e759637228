//! Every screen, light and dark: no violation of WCAG 2.1 AA, nothing said on the console, and a picture to look at in
//! `tmp/screens` of the target folder.

use std::path::Path;

use serde_json::{Value, json};

use crate::axe::assert_accessible;
use crate::window::{Office, Window};

pub const PICTURES: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/screens");

/// Name of the picture, and where the screen is.
const SCREENS: [(&str, &str); 17] = [
    ("overview", "#/overview"),
    ("timeline", "#/timeline"),
    ("checklist", "#/checklist/dot1"),
    ("checklist-late", "#/checklist/dot1?filter=late"),
    ("activity", "#/checklist/dot1?activity="),
    ("figures", "#/figures/dot1"),
    ("reports", "#/reports"),
    ("report", "#/reports/dot1"),
    ("history", "#/history"),
    ("settings-unit", "#/settings/unit"),
    ("settings-signers", "#/settings/signers"),
    ("settings-milestones", "#/settings/milestones"),
    ("settings-due", "#/settings/due"),
    ("settings-form", "#/settings/form"),
    ("settings-look", "#/settings/look"),
    ("settings-book", "#/settings/book"),
    ("settings-about", "#/settings/about"),
];

/// What the first start asks, for tests that begin after it.
pub fn set_up() -> Value {
    let unit = json!({
        "name": "Liên đoàn Lao động huyện Tam Đường", "level": "district", "superior": "Liên đoàn Lao động tỉnh Lai Châu",
        "place": "Tam Đường", "symbol": "LĐLĐ", "members": 1500
    });
    let signer = json!({
        "id": null, "authority": "TM. BAN THƯỜNG VỤ", "title": "PHÓ CHỦ TỊCH", "name": "Nguyễn Văn An", "is_default": true
    });
    json!({ "input": { "unit": unit, "signer": signer, "plan": "383-lai-chau-2022", "milestones": [] } })
}

#[test]
fn every_screen_is_accessible_in_light() {
    look_at_every_screen("light");
}

#[test]
fn every_screen_is_accessible_in_dark() {
    look_at_every_screen("dark");
}

fn look_at_every_screen(theme: &str) {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    turn(&window, theme);
    window.wait_for("main h1");
    look_at(&window, theme, "first-start");
    window.call("open_sample", json!({})).unwrap();
    turn(&window, theme);
    for (name, hash) in SCREENS {
        let hash = if name == "activity" { format!("{hash}{}", first_code(&window)) } else { hash.to_owned() };
        window.go(&hash);
        look_at(&window, theme, name);
    }
}

/// Sets the theme in the book that is open, and draws the page anew.
pub fn turn(window: &Window, theme: &str) {
    window
        .call("set_preferences", json!({ "preferences": { "language": "vi", "theme": theme, "text_size": 100 } }))
        .unwrap();
    window.reload();
    window.wait_for("#app[data-ready]");
}

fn look_at(window: &Window, theme: &str, name: &str) {
    window.wait_until_still();
    window.screenshot(&Path::new(PICTURES).join(format!("{name}-{theme}.png")));
    assert_accessible(window, &format!("{name}, {theme}"));
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(window.driver.script(wide, &[]), Ok(json!(false)), "{name} does not fit its window");
}

fn first_code(window: &Window) -> String {
    let checklist = window.call("checklist", json!({ "phase": "dot1" })).unwrap();
    checklist["items"][0]["code"].as_str().unwrap().to_owned()
}
