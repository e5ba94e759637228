//! What is left when the program is gone: the book, and nothing else.

use std::path::Path;

use crate::pc::{INIT, Pc, made};

#[test]
fn uninstalling_leaves_the_book_and_no_trace_in_the_registry() {
    let pc = Pc::new();
    let registry = pc.registry();
    let files = pc.files_of_the_user();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, 0);
    assert_ne!(pc.registry().more_than(&registry), Vec::<&_>::new(), "the comparison sees what is installed");
    pc.sotg(&INIT);
    let evidence = pc.drive_c().join("ảnh hội nghị.jpg");
    std::fs::write(&evidence, "ảnh").unwrap();
    pc.sotg(&["evidence", "add", "III.1-1", &pc.windows_path(&evidence)]);
    let data = pc.user().join("AppData/Local/so-tuyen-giao");
    let of_the_book = |pc: &Pc| -> Vec<_> {
        pc.files_of_the_user().into_iter().filter(|(path, _)| path.starts_with(&data)).collect()
    };
    let book = of_the_book(&pc);
    assert!(book.iter().any(|(path, _)| path.ends_with("so.db")) && book.len() > 1, "book and evidence");

    pc.uninstall();

    assert_eq!(of_the_book(&pc), book, "the book stays as it was, to the byte");
    assert_eq!(pc.registry().more_than(&registry), Vec::<&_>::new());
    let is_new = |path: &Path| !path.starts_with(&data) && !files.iter().any(|(known, _)| known == path);
    let left: Vec<_> = pc.files_of_the_user().into_iter().map(|(path, _)| path).filter(|path| is_new(path)).collect();
    assert_eq!(left, Vec::<std::path::PathBuf>::new(), "no file is left but the book");
}

#[test]
fn a_program_installed_again_opens_the_book_that_was_left() {
    let pc = Pc::with_program();
    pc.sotg(&INIT);
    pc.sotg(&["note", "III.1-1", "Đã triển khai tới 52/52 công đoàn cơ sở"]);
    pc.uninstall();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, 0);
    assert!(pc.sotg(&["show", "III.1-1"]).contains("52/52"));
}

#[test]
fn what_the_user_has_put_into_the_folder_of_the_program_stays() {
    let pc = Pc::with_program();
    let own = pc.programs().join("số liệu của tôi.xlsx");
    std::fs::write(&own, "bảng").unwrap();
    assert_eq!(pc.install(pc.programs().join("uninstall.exe"), "_?=", &pc.programs()), 0);
    assert!(own.exists());
    assert!(!pc.programs().join("so-tuyen-giao.exe").exists());
}

#[test]
fn a_file_type_that_another_program_has_taken_over_stays_with_it() {
    let pc = Pc::with_program();
    let key = r"HKCU\Software\Classes\.sotg";
    assert_eq!(pc.run("reg", &["add", key, "/ve", "/d", "ChuongTrinhKhac.Tep", "/f"]).status, 0);
    pc.uninstall();
    assert_eq!(pc.registry().value(r"Software\Classes\.sotg", ""), Some("ChuongTrinhKhac.Tep"));
}
