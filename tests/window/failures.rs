//! Starts that fail say so: in a dialog, in the log, and by their status.

use std::process::Command;

use crate::desktop::{LOG, Started};
use crate::window::{Office, PROGRAM};

fn log(office: &Office) -> String {
    std::fs::read_to_string(office.path(LOG)).unwrap_or_default()
}

#[test]
fn wrong_arguments_are_said_in_a_dialog() {
    let office = Office::new();
    let wrong = office.start(&["báo cáo.docx"]);
    let dialog = wrong.window();
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "Escape"]);
    assert_eq!(wrong.ended().and_then(|status| status.code()), Some(2));
    assert!(log(&office).contains("Wrong arguments: báo cáo.docx is not known"), "{}", log(&office));
}

#[test]
fn without_a_screen_there_is_a_sentence_and_no_crash() {
    let office = Office::new();
    let mut command = Command::new(PROGRAM);
    command.arg("--book").arg(office.book());
    let command = office.surroundings(&mut command).env_remove("DISPLAY");
    let output = command.stderr(std::process::Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("Không có màn hình để mở cửa sổ") && !said.contains("panicked"), "{said}");
    assert!(log(&office).contains("There is no screen"), "{}", log(&office));
}

#[test]
fn the_version_is_printed_without_a_screen() {
    let office = Office::new();
    let mut command = Command::new(PROGRAM);
    command.arg("--version").env_remove("DISPLAY").env("XDG_DATA_HOME", office.path("data"));
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), env!("CARGO_PKG_VERSION"));
    assert!(output.status.success());
    assert!(!office.path("data").exists(), "asking leaves no trace");
}

#[test]
fn a_folder_for_its_own_files_that_cannot_be_written_ends_the_start_with_a_sentence() {
    let office = Office::new();
    std::fs::write(office.path("data"), "no folder").unwrap();
    let status =
        Started::of(&office, Command::new(PROGRAM).arg("--book").arg(office.book()).arg("--no-dialog")).ended();
    assert_eq!(status.and_then(|status| status.code()), Some(1));
}
