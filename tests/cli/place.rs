//! Where the data lie: `sotg where`, `sotg move`, `sotg take`, on an account of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

struct Account {
    folder: tempfile::TempDir,
}

impl Account {
    /// With a book in which activities are ticked, and evidence.
    fn with_book() -> Account {
        let account = Account { folder: tempfile::tempdir().unwrap() };
        let unit = "Liên đoàn Lao động huyện Tam Đường";
        account.ok(&[
            "init",
            "--unit",
            unit,
            "--level",
            "district",
            "--place",
            "Tam Đường",
            "--signer",
            "Nguyễn Văn An",
        ]);
        account.ok(&["tick", "III.1-1", "III.1-2", "--on", "1/7/2023"]);
        for number in 0..6 {
            let file = account.place(&format!("ảnh {number}.jpg"));
            std::fs::write(&file, vec![number; 250_000]).unwrap();
            account.ok(&["evidence", "add", "III.1-1", file.to_str().unwrap()]);
        }
        account
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sotg"));
        command.args(["--today", "20/7/2023"]).args(arguments).current_dir(self.folder.path());
        for name in ["XDG_DATA_HOME", "LOCALAPPDATA", "HOME"] {
            command.env(name, self.place("dữ liệu"));
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(&[arguments, &["--json"]].concat())).unwrap()
    }

    fn path(&self) -> String {
        self.json(&["where"])["path"].as_str().unwrap().to_owned()
    }

    /// Everything is there: ticks, evidence with its hash.
    fn is_whole(&self) {
        assert_eq!(self.json(&["report", "list"])[0]["n_done"], 2);
        assert_eq!(self.json(&["show", "III.1-1"])["evidence"].as_array().unwrap().len(), 6);
        assert!(self.ok(&["check"]).contains("nguyên vẹn"));
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_data_are_moved_and_everything_is_found_there() {
    let account = Account::with_book();
    let usual = account.path();
    assert_eq!(account.json(&["where"])["kind"], "usual");
    let said = account.ok(&["move", "Tài liệu công đoàn"]);
    let place = text(&account.place("Tài liệu công đoàn"));
    assert!(said.contains(&place) && said.contains("Bản cũ còn ở") && said.contains("có thể xóa"), "{said}");
    let folder = account.json(&["where"]);
    assert_eq!((folder["path"].as_str().unwrap(), folder["kind"].as_str().unwrap()), (place.as_str(), "moved"));
    assert!(folder["n_bytes"].as_u64().unwrap() > 1_500_000);
    account.is_whole();
    account.ok(&["move", &usual]);
    assert_eq!(account.json(&["where"])["kind"], "usual");
    account.is_whole();
}

#[test]
fn a_refusal_says_what_to_do_instead() {
    let account = Account::with_book();
    std::fs::create_dir_all(account.place("OneDrive")).unwrap();
    let usual = account.path();
    let portable = account.run(&["--book", "x", "move", "y"]);
    assert!(String::from_utf8_lossy(&portable.stderr).contains("--book"), "{portable:?}");
    for (to, sentence) in
        [("OneDrive", "--insist"), (usual.as_str(), "đang nằm ở"), (&format!("{usual}/a"), "ở chỗ khác")]
    {
        let said = account.refused(&["move", to]);
        assert!(said.contains(sentence), "{to}: {said}");
    }
    account.is_whole();
}

#[test]
fn a_folder_that_onedrive_keeps_is_warned_about_until_the_data_are_safe_again() {
    let account = Account::with_book();
    let usual = account.path();
    assert!(!account.ok(&["check"]).contains("CẢNH BÁO"));
    account.ok(&["move", "--insist", "OneDrive - Liên đoàn"]);
    for question in ["where", "check"] {
        let said = account.ok(&[question]);
        assert!(said.contains("CẢNH BÁO") && said.contains("OneDrive"), "{question}: {said}");
    }
    assert!(account.ok(&["where"]).contains(&usual), "the safe place is named");
    assert_eq!(account.json(&["where"])["keeper"], "one_drive");
    account.ok(&["move", &usual]);
    assert!(!account.ok(&["check"]).contains("CẢNH BÁO"));
    account.is_whole();
}

#[test]
fn a_stick_that_was_pulled_is_said_and_can_be_found_again() {
    let account = Account::with_book();
    account.ok(&["move", "E"]);
    std::fs::rename(account.place("E"), account.place("F")).unwrap();
    for question in ["status", "check", "sample"] {
        let said = account.refused(&[question]);
        assert!(said.contains("Không tới được") && said.contains("sotg take"), "{question}: {said}");
    }
    let arguments = ["init", "--unit", "A", "--level", "district", "--place", "B", "--signer", "C"];
    assert!(account.refused(&arguments).contains("Không tới được"), "no second book is begun");
    assert!(account.ok(&["where"]).contains("không tới được"));
    assert!(account.refused(&["take", "dữ liệu"]).contains("Không có sổ"));
    account.ok(&["take", "F"]);
    account.is_whole();
}

#[test]
fn a_move_that_is_killed_at_any_moment_leaves_one_whole_book() {
    let account = Account::with_book();
    let usual = account.path();
    let new = text(&account.place("nơi mới"));
    let begun = Instant::now();
    account.ok(&["move", &new]);
    let whole = begun.elapsed();
    account.ok(&["move", &usual]);
    let (mut n_killed, mut n_rounds) = (0, 0);
    // Under wine a start takes seconds; there the core's own test, which ends at every step, does the rest.
    let rounds: u32 = if cfg!(windows) { 10 } else { 20 };
    for round in 0..rounds {
        let from = account.path();
        let to = if from == usual { &new } else { &usual };
        let mut child = account.command(&["move", to]).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        // Over the whole time of a move and a little longer, so that the last rounds come to their end.
        std::thread::sleep(whole * round / (rounds - 4) + Duration::from_micros(u64::from(round) * 37));
        let _ = child.kill();
        n_killed += u32::from(!child.wait().unwrap().success());
        n_rounds += 1;
        account.is_whole();
        let at = account.path();
        assert!(at == from || at == *to, "round {round}: {at}");
        let elsewhere = if at == usual { &new } else { &usual };
        assert!(!Path::new(elsewhere).join("so").exists(), "round {round}: two books");
    }
    assert!(n_killed > rounds / 3, "{n_killed} of {n_rounds} were killed on the way");
    account.ok(&["move", &text(&account.place("cuối cùng"))]);
    account.is_whole();
}
