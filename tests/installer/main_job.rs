//! What the program is for, done by the installed command line: from an empty PC to the phase report in Word.

use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use crate::pc::{INIT, Pc, made};

const PHASE: &str = "dot1";
const TODAY: [&str; 2] = ["--today", "2023-07-20"];

/// The same steps wherever they are done; `sotg` runs one of them.
fn work(sotg: &mut dyn FnMut(&[&str]) -> String, picture: &str, report: &str) {
    sotg(&INIT);
    let list = sotg(&["list", "--phase", PHASE]);
    let codes: Vec<&str> = list.lines().filter_map(|line| line.split_once("] ")?.1.split_whitespace().next()).collect();
    sotg(&[&["tick", "--on", "2023-07-01"], &codes[..8]].concat());
    sotg(&["note", codes[0], "Đã triển khai tới 52/52 công đoàn cơ sở"]);
    sotg(&["evidence", "add", codes[0], picture]);
    sotg(&["figure", "set", PHASE, "LT01", "1.126"]);
    sotg(&["figure", "set", PHASE, "MX01/facebook", "96"]);
    sotg(&["report", "export", PHASE, "--to", report]);
}

fn text_of(document: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(document).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn from_an_empty_pc_to_the_report_in_word_the_same_to_the_letter_as_on_linux() {
    let pc = Pc::with_program();
    let folder = pc.drive_c().join("Báo cáo của huyện/Đợt 1");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ảnh hội nghị.jpg"), "ảnh").unwrap();
    let picture = pc.windows_path(&folder.join("ảnh hội nghị.jpg"));
    let report = folder.join("báo cáo đợt 1.docx");
    work(&mut |args| pc.sotg(&[&TODAY[..], args].concat()), &picture, &pc.windows_path(&report));
    assert!(pc.sotg(&["check"]).contains("nguyên vẹn"));
    let text = text_of(&report);
    for wanted in ["Tam Đường", "52/52", "1.126", "Nguyễn Văn An"] {
        assert!(text.contains(wanted), "the report says {wanted}");
    }

    let here = tempfile::tempdir().unwrap();
    let same = here.path().join("báo cáo.docx");
    let mut on_linux = |args: &[&str]| {
        let mut sotg = Command::new(made("SOTG_HERE"));
        let output = sotg.arg("--book").arg(here.path().join("sổ")).args(TODAY).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    work(&mut on_linux, &folder.join("ảnh hội nghị.jpg").display().to_string(), &same.display().to_string());
    // Not to the byte: each office signs with a key of its own.
    assert!(text_of(&report) == text_of(&same), "one report, whatever the system");
}

#[test]
fn a_refusal_is_a_sentence_in_vietnamese_and_status_1() {
    let pc = Pc::with_program();
    let ended = pc.run(pc.programs().join("sotg.exe"), &["status"]);
    assert_eq!(ended.status, 1);
    assert!(ended.error.contains("Không có sổ"), "{}", ended.error);
}
