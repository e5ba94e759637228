//! The real pages of a report: on the screen beside the text, and on the disk.

use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::processes::wait_until;
use crate::window::{Office, Window};

/// How many pages are drawn, and all of what they are: a picture that was refused has no size, and one that some other
/// style hides has no height.
const DRAWN: &str = "const pages = [...document.querySelectorAll('.preview img')];
    return pages.every((page) => page.complete && page.naturalWidth > 0 && page.offsetHeight > 100) ? pages.length : 0";

/// Opens the sample book at the first report, and waits for its pages.
fn open(office: &Office) -> Window {
    let window = office.open();
    window.wait_for("main h1");
    window.call("open_sample", json!({})).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/reports/dot1");
    let drawn = || window.driver.script(DRAWN, &[]).ok().and_then(|count| count.as_u64()).unwrap_or(0) > 5;
    assert!(wait_until(Duration::from_secs(30), drawn), "the pages are drawn\n{}", window.page_text());
    window
}

#[test]
fn the_pages_stand_beside_the_text_and_follow_what_is_typed() {
    let office = Office::new();
    let window = open(&office);
    window.wait_for(".preview .marked");
    let first_pages = "return [...document.querySelectorAll('.preview img')].map((page) => page.src)";
    let before = window.driver.script(first_pages, &[]).unwrap();
    window.click(".ProseMirror");
    // From the letter to the page that has it, in the page's own time.
    let watch = "const before = [...document.querySelectorAll('.preview img')].map((page) => page.src).join();
        document.querySelector('.ProseMirror').addEventListener('input', () => { window.typedAt ??= performance.now(); }, true);
        const look = () => {
            const now = [...document.querySelectorAll('.preview img')].map((page) => page.src).join();
            if (now !== before && window.typedAt) window.shownAfter ??= performance.now() - window.typedAt;
            else requestAnimationFrame(look);
        };
        look();";
    window.driver.script(watch, &[]).unwrap();
    window.driver.press(&["x"]);
    let shown = || window.driver.script("return window.shownAfter ?? null", &[]).unwrap_or_default();
    assert!(wait_until(Duration::from_secs(10), || shown().is_f64() || shown().is_u64()), "the page has the letter");
    println!("a letter is on the page after {} ms", shown());
    window.wait_until_still();
    crate::look::keep_picture(&window, "bao-cao-trang-in");
    let after = window.driver.script(first_pages, &[]).unwrap();
    let changed =
        before.as_array().unwrap().iter().zip(after.as_array().unwrap()).filter(|(old, new)| old != new).count();
    assert!((1..=2).contains(&changed), "only what changed is drawn again: {changed} pages");
}

#[test]
fn a_report_is_written_as_pdf_by_the_window_and_by_the_command_line_alike() {
    let office = Office::new();
    let window = open(&office);
    let by_window = office.path("Báo cáo.pdf");
    let written = window.call("export_report", json!({ "phase": "dot1", "path": by_window })).unwrap();
    assert_eq!(written, json!(by_window));
    let state = window.call("book_state", json!({})).unwrap();
    window.close();
    let bytes = std::fs::read(&by_window).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"), "a PDF");
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_so-tuyen-giao")).with_file_name("sotg");
    assert!(program.is_file(), "`cargo build -p cli` builds {}", program.display());
    let by_command = office.path("Lệnh.pdf");
    let mut command = Command::new(program);
    let today = state["today"].as_str().unwrap();
    let day = today.split('-').rev().collect::<Vec<_>>().join("/");
    command.arg("--book").arg(Value::as_str(&state["folder"]).unwrap()).args(["--today", &day]);
    command.args(["report", "export", "dot1", "--to"]).arg(&by_command).stdout(Stdio::null());
    assert!(command.status().unwrap().success());
    assert_eq!(std::fs::read(&by_command).unwrap(), bytes, "the same bytes");
}
