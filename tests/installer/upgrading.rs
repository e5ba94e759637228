//! One version over another.

use crate::pc::{INIT, Pc, VERSION, made};

const OWN_KEY: &str = r"Software\SoTuyenGiao";
const NEWER_IS_THERE: i32 = 7;
fn version(pc: &Pc) -> Option<String> {
    pc.registry().value(OWN_KEY, "Version").map(str::to_owned)
}

#[test]
fn an_upgrade_keeps_the_book_and_says_the_new_version() {
    let pc = Pc::new();
    assert_eq!(pc.run(made("SOTG_SETUP_OLDER"), &["/S"]).status, 0);
    assert_ne!(version(&pc).as_deref(), Some(VERSION));
    pc.sotg(&INIT);
    pc.sotg(&["tick", "III.1-1"]);
    let book = pc.user().join("AppData/Local/so-tuyen-giao/so/so.db");
    let before = std::fs::read(&book).unwrap();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, 0);
    assert_eq!(version(&pc).as_deref(), Some(VERSION));
    assert_eq!(std::fs::read(&book).unwrap(), before, "an installer does not touch the book");
    assert!(pc.sotg(&["list", "--json"]).contains("\"done\""));
    assert!(pc.sotg(&["check"]).contains("nguyên vẹn"));
}

#[test]
fn an_upgrade_goes_where_the_program_is_and_brings_no_shortcut_back() {
    let pc = Pc::new();
    let folder = pc.drive_c().join("Phần mềm/Sổ");
    assert_eq!(pc.install(made("SOTG_SETUP_OLDER"), "/D=", &folder), 0);
    let [_, desktop] = pc.shortcuts();
    std::fs::remove_file(&desktop).unwrap();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, 0);
    assert!(!pc.programs().exists());
    assert!(!desktop.exists(), "whoever threw it away does not want it");
    assert_eq!(pc.registry().value(OWN_KEY, "InstallDir"), Some(pc.windows_path(&folder).as_str()));
}

#[test]
fn an_upgrade_into_another_folder_leaves_nothing_in_the_old_one_but_what_is_the_users() {
    let pc = Pc::new();
    assert_eq!(pc.run(made("SOTG_SETUP_OLDER"), &["/S"]).status, 0);
    std::fs::write(pc.programs().join("của tôi.txt"), "giữ lại").unwrap();
    assert_eq!(pc.install(made("SOTG_SETUP"), "/D=", &pc.drive_c().join("Sổ mới")), 0);
    assert!(pc.drive_c().join("Sổ mới/so-tuyen-giao.exe").exists());
    let left: Vec<_> = std::fs::read_dir(pc.programs()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["của tôi.txt"]);
}

#[test]
fn the_same_version_once_more_mends_the_installation() {
    let pc = Pc::with_program();
    let program = pc.programs().join("sotg.exe");
    std::fs::write(&program, "hỏng").unwrap();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, 0);
    assert_eq!(pc.sotg(&["--version"]).trim(), format!("sotg {VERSION}"));
}

#[test]
fn nobody_goes_back_to_an_older_version_without_being_asked() {
    let pc = Pc::with_program();
    let before = pc.registry();
    assert_eq!(pc.run(made("SOTG_SETUP_OLDER"), &["/S"]).status, NEWER_IS_THERE);
    assert_eq!(pc.registry(), before);
    pc.uninstall();
    assert_eq!(pc.run(made("SOTG_SETUP_OLDER"), &["/S"]).status, 0, "after uninstalling it is a new installation");
}
