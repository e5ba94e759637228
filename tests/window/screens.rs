//! Every screen, light and dark: no violation of WCAG 2.1 AA, and a picture to look at.

use serde_json::json;

use crate::look::{look_at, turn};
use crate::window::{Office, Window};

/// Where pictures of screens are kept.
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
    look_at(&window, &format!("first-start-{theme}"));
    window.call("open_sample", json!({})).unwrap();
    turn(&window, theme);
    for (name, hash) in SCREENS {
        let hash = if name == "activity" { format!("{hash}{}", first_code(&window)) } else { hash.to_owned() };
        window.go(&hash);
        look_at(&window, &format!("{name}-{theme}"));
    }
}

fn first_code(window: &Window) -> String {
    let checklist = window.call("checklist", json!({ "phase": "dot1" })).unwrap();
    checklist["items"][0]["code"].as_str().unwrap().to_owned()
}
