//! A look at what the window shows: axe for what keeps people from using it, and a picture for people, in `tmp/screens` of
//! the target folder.

use std::path::Path;

use serde_json::json;

use crate::axe::assert_accessible;
use crate::window::Window;

const PICTURES: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/screens");

/// Checks that everybody can use what is shown and that it fits its window, and keeps a picture of it.
pub fn look_at(window: &Window, name: &str) {
    window.wait_until_still();
    window.screenshot(&Path::new(PICTURES).join(format!("{name}.png")));
    assert_accessible(window, name);
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(window.driver.script(wide, &[]), Ok(json!(false)), "{name} does not fit its window");
}

/// Shows the book that is open in this theme, and draws the page anew.
pub fn turn(window: &Window, theme: &str) {
    window
        .call("set_preferences", json!({ "preferences": { "language": "vi", "theme": theme, "text_size": 100 } }))
        .unwrap();
    window.reload();
    window.wait_for("#app[data-ready]");
}
