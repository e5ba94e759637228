//! When the installer must not do anything, it says so by its status and leaves everything as it was.

use crate::pc::{Pc, made, wait_until};

const RUNS: i32 = 5;
const TOO_OLD: i32 = 6;
const NOT_WRITTEN: i32 = 4;

#[test]
fn on_a_windows_older_than_10_nothing_is_installed() {
    for old in ["win7", "win81"] {
        let pc = Pc::new();
        assert_eq!(pc.run("winecfg", &["-v", old]).status, 0);
        let before = pc.registry();
        assert_eq!(pc.run(made("SOTG_SETUP"), &["/S"]).status, TOO_OLD, "{old}");
        assert!(!pc.programs().exists(), "{old}");
        assert_eq!(pc.registry().more_than(&before), Vec::<&_>::new(), "{old}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_gets_nothing_and_nor_does_the_registry() {
    let pc = Pc::new();
    let folder = pc.drive_c().join("Phần mềm/Sổ");
    // A folder stands where the installer's file is to go. (Rights would not do: wine runs as root here and there.)
    let in_the_way = folder.join("sotg.exe.new/của tôi");
    std::fs::create_dir_all(&in_the_way).unwrap();
    let before = pc.registry();
    assert_eq!(pc.install(made("SOTG_SETUP"), "/D=", &folder), NOT_WRITTEN);
    assert_eq!(pc.registry().more_than(&before), Vec::<&_>::new());
    assert!(pc.shortcuts().iter().all(|shortcut| !shortcut.exists()));
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["sotg.exe.new"], "what was there stays, and nothing else is left");
}

#[test]
fn while_the_program_runs_it_is_neither_replaced_nor_removed() {
    let pc = Pc::with_program();
    let program = pc.programs().join("so-tuyen-giao.exe");
    // It is told about a report without end, so it runs until we stop it.
    let running = pc.start_reading(&program, &["--set-pages"]);
    let before = (std::fs::read(&program).unwrap(), pc.registry());
    assert_eq!(pc.run(made("SOTG_SETUP_OLDER"), &["/S"]).status, 7, "it is asked before whether to go back");
    assert_eq!(pc.run(made("SOTG_SETUP_NEWER"), &["/S"]).status, RUNS, "the installer of a newer version");
    let uninstaller = pc.programs().join("uninstall.exe");
    assert_eq!(pc.install(uninstaller, "_?=", &pc.programs()), RUNS, "the uninstaller");
    assert_eq!((std::fs::read(&program).unwrap(), pc.registry()), before);
    drop(running);
    wait_until("the program has ended", || pc.run(made("SOTG_SETUP_NEWER"), &["/S"]).status == 0);
}
