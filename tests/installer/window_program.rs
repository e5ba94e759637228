//! The program with the window on a PC without WebView2, which no wine has: a clear end, never a silent one.

use crate::pc::{Pc, VERSION};

const WEBVIEW2_MISSING: i32 = 3;

#[test]
fn without_webview2_the_program_says_what_is_missing_and_ends_with_status_3() {
    let pc = Pc::with_program();
    let ended = pc.run(pc.programs().join("so-tuyen-giao.exe"), &["--no-dialog"]);
    assert_eq!(ended.status, WEBVIEW2_MISSING, "{}", ended.error);
    assert!(ended.error.contains("chưa có WebView2"), "the user's sentence: {}", ended.error);
    let log = pc.user().join("AppData/Local/vn.sotuyengiao.app/nhat-ky.txt");
    let log = std::fs::read_to_string(&log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
    assert!(log.contains(VERSION) && log.contains("WebView2 is missing"), "{log}");
}
