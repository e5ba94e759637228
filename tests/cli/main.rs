//! The command line on real books: the same rules as the window, sentences in Vietnamese, exit statuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod campaign;
mod consolidation;
mod exchange;
mod forms;
mod inbox;
mod office;
mod place;
mod plans;
mod report_extras;
mod signing;
mod templates;
mod unit_lists;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

mod units;

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Office {
        Office { folder: tempfile::tempdir().unwrap() }
    }

    /// With the book of a district in it.
    fn with_book() -> Office {
        let office = Office::new();
        office.ok(&[
            "init",
            "--unit",
            "Liên đoàn Lao động huyện Tam Đường",
            "--level",
            "district",
            "--superior",
            "Liên đoàn Lao động tỉnh Lai Châu",
            "--place",
            "Tam Đường",
            "--signer",
            "Nguyễn Văn An",
        ]);
        office
    }

    /// With the book of the province in it, which has no units below it yet.
    fn with_province() -> Office {
        let office = Office::new();
        office.ok(&[
            "init",
            "--unit",
            "Liên đoàn Lao động tỉnh Lai Châu",
            "--level",
            "province",
            "--place",
            "Lai Châu",
            "--signer",
            "Trần Thị Bình",
        ]);
        office
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_sotg"))
            .arg("--book")
            .arg(self.path().join("sổ"))
            .args(["--today", "20/7/2023"])
            .args(arguments)
            .current_dir(self.path())
            .output()
            .unwrap()
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// Exit status and what stands on standard error.
    fn refused(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.run(arguments);
        assert!(output.stdout.is_empty(), "a refusal prints nothing on standard output");
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    }
}

#[test]
fn the_main_job_is_done_without_a_window() {
    let office = Office::with_book();
    let items = office.json(&["list", "--phase", "dot1"]);
    let codes: Vec<&str> = items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect();
    office.ok(&[&["tick", "--on", "1/7/2023"], &codes[..10]].concat());
    office.ok(&["note", codes[0], "Đã triển khai tới 52/52 công đoàn cơ sở"]);
    std::fs::write(office.path().join("ảnh.jpg"), "ảnh").unwrap();
    office.ok(&["evidence", "add", codes[0], "ảnh.jpg"]);
    office.ok(&["evidence", "link", codes[0], "https://vi-du.vn/tin/1", "--title", "Tin hội nghị"]);
    office.ok(&["figure", "set", "dot1", "LT01", "1.126"]);
    office.ok(&["figure", "set", "dot1", "TM01/khac", "42", "--activity", "IV.2-1/dot1"]);
    office.ok(&["figure", "set", "dot1", "PB01", "khong-co"]);
    let path = office.ok(&["report", "export", "dot1", "--to", "."]);
    let document = std::fs::read(office.path().join(path.trim())).unwrap();
    assert!(document.starts_with(b"PK"), "a Word document is a zip");
    assert_eq!(office.json(&["report", "list"])[0]["n_done"], 10);
    assert!(office.ok(&["report", "show", "dot1"]).contains("1.126"));
    assert!(office.ok(&["check"]).contains("nguyên vẹn"));
}

#[test]
fn every_listing_is_json_on_demand() {
    let office = Office::with_book();
    let listings: [&[&str]; 10] = [
        &["plans"],
        &["status"],
        &["list"],
        &["show", "III.1-1"],
        &["figure", "list", "dot1"],
        &["report", "list"],
        &["report", "show", "dot1"],
        &["milestone", "list"],
        &["history"],
        &["check"],
    ];
    for listing in listings {
        office.json(listing);
        let for_people = serde_json::from_str::<Value>(&office.ok(listing));
        assert!(for_people.is_err(), "{listing:?} is for people without --json");
    }
}

#[test]
fn undo_and_redo_work_between_runs() {
    let office = Office::with_book();
    let done = |office: &Office| office.json(&["report", "list"])[0]["n_done"].as_u64().unwrap();
    office.ok(&["tick", "III.1-1"]);
    office.ok(&["undo"]);
    assert_eq!(done(&office), 0);
    office.ok(&["redo"]);
    assert_eq!(done(&office), 1);
}

#[test]
fn the_day_of_the_congress_moves_the_second_phase() {
    let office = Office::with_book();
    let preview = office.json(&["milestone", "set", "dai-hoi-tinh", "3/10/2023", "--expected", "--preview"]);
    assert!(!preview.as_array().unwrap().is_empty());
    let due = |office: &Office| office.json(&["report", "list"])[1]["due_on"].clone();
    assert_eq!(due(&office), Value::Null);
    office.ok(&["milestone", "set", "dai-hoi-tinh", "3/10/2023", "--expected", "--reason", "Thông báo của tỉnh"]);
    assert_eq!(due(&office), "2023-11-12");
    office.ok(&["milestone", "set", "dai-hoi-tinh", "--unknown"]);
    assert_eq!(due(&office), Value::Null);
}

#[test]
fn a_refusal_says_in_vietnamese_what_is_wrong_and_what_to_do() {
    let office = Office::with_book();
    let cases: [(&[&str], &str); 8] = [
        (&["tick", "XYZ"], "Không tìm thấy việc “XYZ”"),
        (&["tick", "III.1-1", "--state", "not-applicable"], "phải có lý do"),
        (&["tick", "III.1-1", "--on", "21/7/2023"], "chưa đến"),
        (&["figure", "set", "dot1", "LT01", "24.5"], "không phải là số"),
        (&["figure", "set", "dot1", "TM01", "5"], "do chương trình tính"),
        (&["evidence", "add", "III.1-1", "không còn.docx"], "Không còn tệp"),
        (&["evidence", "link", "III.1-1", "congdoan"], "không phải là địa chỉ web"),
        (&["undo"], "Không còn gì để hoàn tác"),
    ];
    for (arguments, sentence) in cases {
        let (status, said) = office.refused(arguments);
        assert_eq!(status, 1, "{arguments:?}");
        assert!(said.contains(sentence), "{arguments:?} said {said:?}");
    }
}

#[test]
fn a_book_that_is_not_there_is_not_made_by_a_question() {
    let office = Office::new();
    let (status, said) = office.refused(&["status"]);
    assert_eq!(status, 1);
    assert!(said.contains("Không có sổ") && said.contains("sotg init"), "{said:?}");
    assert!(!office.path().join("sổ").exists());
}

#[test]
fn arguments_that_make_no_sense_end_with_status_2() {
    let office = Office::new();
    assert_eq!(office.run(&["tick"]).status.code(), Some(2));
    assert_eq!(office.run(&["không-có"]).status.code(), Some(2));
}

#[test]
fn a_broken_plan_is_named_with_line_and_field() {
    let office = Office::new();
    std::fs::write(office.path().join("hỏng.toml"), "code = \"x\"\n[document]\nkind = 5\n").unwrap();
    let (status, said) = office.refused(&["plan", "hỏng.toml"]);
    assert_eq!(status, 1);
    assert!(said.contains("hỏng.toml") && said.contains("dòng 3") && said.contains("document.kind"), "{said:?}");
}

/// It ended with a panic, once.
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let office = Office::with_book();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sotg"))
        .arg("--book")
        .arg(office.path().join("sổ"))
        .args(["--json", "list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_so() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o555)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sotg"));
    command.args(["init", "--unit", "A", "--level", "district", "--place", "B", "--signer", "C", "--book"]);
    command.arg(folder.path().join("sổ"));
    // The administrator may write everywhere; so the program runs as nobody, from a place where nobody can reach it.
    let is_root = std::fs::write(folder.path().join("thử"), "").is_ok();
    let reachable = folder.path().with_extension("sotg");
    if is_root {
        std::fs::copy(env!("CARGO_BIN_EXE_sotg"), &reachable).unwrap();
        let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        command = Command::new(&reachable);
        command.args(arguments).uid(65_534).gid(65_534);
    }
    let output = command.output().unwrap();
    let _ = std::fs::remove_file(&reachable);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Không ghi được"), "{said:?}");
}

#[test]
fn a_tick_survives_the_program_being_killed_right_after_it() {
    let office = Office::with_book();
    let items = office.json(&["list", "--phase", "dot1"]);
    let codes: Vec<&str> = items.as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect();
    let mut n_said = 0;
    for (round, code) in codes.iter().take(12).enumerate() {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sotg"))
            .arg("--book")
            .arg(office.path().join("sổ"))
            .args(["--today", "20/7/2023", "tick", code])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Each round a little later: before the book is open, while it is written, after the answer.
        std::thread::sleep(std::time::Duration::from_micros(700 * round as u64));
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        n_said += u64::from(!output.stdout.is_empty());
    }
    let n_done = office.json(&["report", "list"])[0]["n_done"].as_u64().unwrap();
    assert!(n_done >= n_said, "{n_said} ticks were confirmed and only {n_done} are there");
    office.ok(&["check"]);
    office.ok(&["tick", codes[0]]);
}
