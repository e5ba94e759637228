//! The portable folder on a stick: the same programs, and nothing is written anywhere else.

use std::path::PathBuf;
use std::process::Command;

use crate::pc::{INIT, Pc, made};

/// A stick with the folder from the zip on it, and the name of that folder.
fn stick() -> (tempfile::TempDir, String) {
    let stick = tempfile::tempdir().unwrap();
    let mut zip = zip::ZipArchive::new(std::fs::File::open(made("SOTG_PORTABLE")).unwrap()).unwrap();
    zip.extract(stick.path()).unwrap();
    let folder = std::fs::read_dir(stick.path()).unwrap().next().unwrap().unwrap();
    (stick, folder.file_name().into_string().unwrap())
}

fn sotg(pc: &Pc, letter: char, folder: &str, args: &[&str]) -> String {
    let ended = pc.run(format!(r"{letter}:\{folder}\sotg.exe"), args);
    assert_eq!(ended.status, 0, "{args:?}: {}", ended.error);
    ended.output
}

#[test]
fn the_book_lies_beside_the_program_and_opens_under_any_drive_letter() {
    let (stick, folder) = stick();
    let pc = Pc::new();
    let (registry, files) = (pc.registry(), pc.files_of_the_user());
    pc.put_in('e', stick.path());
    sotg(&pc, 'e', &folder, &INIT);
    std::fs::write(stick.path().join("ảnh.jpg"), "ảnh").unwrap();
    sotg(&pc, 'e', &folder, &["evidence", "add", "III.1-1", r"E:\ảnh.jpg"]);
    sotg(&pc, 'e', &folder, &["report", "export", "dot1", "--to", r"E:\báo cáo đợt 1.docx"]);
    // Without WebView2 the window does not open; what it notes of that goes onto the stick as well.
    assert_eq!(pc.run(format!(r"E:\{folder}\so-tuyen-giao.exe"), &["--no-dialog"]).status, 3);
    assert!(stick.path().join(&folder).join("so-tuyen-giao-data/so/so.db").exists());
    assert!(stick.path().join("báo cáo đợt 1.docx").exists());
    pc.take_out('e');

    pc.put_in('k', stick.path());
    sotg(&pc, 'k', &folder, &["tick", "III.1-1"]);
    assert!(sotg(&pc, 'k', &folder, &["check"]).contains("nguyên vẹn"), "book and evidence are found again");
    assert_eq!(pc.registry().more_than(&registry), Vec::<&_>::new());
    let names = |files: Vec<(PathBuf, Vec<u8>)>| files.into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(names(pc.files_of_the_user()), names(files), "nothing is written elsewhere");
}

#[test]
fn what_a_person_reads_first_opens_well_in_notepad() {
    let (stick, folder) = stick();
    let text = std::fs::read(stick.path().join(&folder).join("doc-truoc.txt")).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with('\u{feff}'), "Notepad of an old Windows knows the letters by this mark");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.contains(crate::pc::VERSION) && !text.contains('{'), "every place is filled in");
}

#[test]
fn the_programs_on_the_stick_are_those_of_the_installer() {
    let (stick, folder) = stick();
    let pc = Pc::with_program();
    for name in ["so-tuyen-giao.exe", "sotg.exe", "WebView2Loader.dll"] {
        let compared =
            Command::new("cmp").arg(stick.path().join(&folder).join(name)).arg(pc.programs().join(name)).status();
        assert!(compared.unwrap().success(), "{name}");
    }
}
