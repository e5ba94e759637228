//! A look at what the window shows: axe for what keeps people from using it, and a picture for people, in `tmp/screens` of
//! the target folder.

use std::path::Path;

use serde_json::json;

use crate::axe::assert_accessible;
use crate::screens::PICTURES;
use crate::window::Window;

/// Checks that everybody can use what is shown and that it fits its window, and keeps a picture of it.
pub fn look_at(window: &Window, name: &str) {
    window.wait_until_still();
    keep_picture(window, name);
    assert_accessible(window, name);
    let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(window.driver.script(wide, &[]), Ok(json!(false)), "{name} does not fit its window");
}

/// Keeps a picture of what is shown.
pub fn keep_picture(window: &Window, name: &str) {
    window.screenshot(&Path::new(PICTURES).join(format!("{name}.png")));
}

/// Sets the theme of the book that is open: it shows when the page is drawn the next time.
pub fn set_theme(window: &Window, theme: &str) {
    let preferences = json!({ "language": "vi", "theme": theme, "text_size": 100 });
    window.call("set_preferences", json!({ "preferences": preferences })).unwrap();
}

/// Sets the theme of the book that is open, and draws the page anew.
pub fn turn(window: &Window, theme: &str) {
    set_theme(window, theme);
    window.reload();
    window.wait_for("#app[data-ready]");
}
