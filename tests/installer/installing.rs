//! A new PC, and what is there after the installation.

use crate::pc::{PROGRAMS, Pc, VERSION, made};

const UNINSTALL: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SoTuyenGiao";

#[test]
fn a_silent_installation_leaves_both_programs_the_loader_and_the_uninstaller() {
    let pc = Pc::with_program();
    let mut names: Vec<String> = std::fs::read_dir(pc.programs())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["WebView2Loader.dll", "so-tuyen-giao.exe", "sotg.exe", "uninstall.exe"]);
    assert_eq!(pc.sotg(&["--version"]).trim(), format!("sotg {VERSION}"));
}

#[test]
fn start_menu_and_desktop_have_a_shortcut_to_the_program() {
    let pc = Pc::with_program();
    let program = pc.windows_path(&pc.programs().join("so-tuyen-giao.exe"));
    for shortcut in pc.shortcuts() {
        let bytes = std::fs::read(&shortcut).unwrap_or_else(|error| panic!("{}: {error}", shortcut.display()));
        let wide: Vec<u8> = program.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|here| here == wanted);
        assert!(has(&wide) || has(program.as_bytes()), "{} leads to {program}", shortcut.display());
    }
}

#[test]
fn whoever_wants_no_shortcut_on_the_desktop_gets_none() {
    let pc = Pc::new();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S", "/NODESKTOP"]).status, 0);
    assert_eq!(pc.shortcuts().map(|shortcut| shortcut.exists()), [true, false]);
}

#[test]
fn windows_knows_the_program_its_version_its_size_and_how_to_uninstall_it() {
    let pc = Pc::with_program();
    let registry = pc.registry();
    let folder = pc.windows_path(&pc.programs());
    for (key, name, wanted) in [
        (UNINSTALL, "DisplayName", "Sổ Tuyên giáo".to_owned()),
        (UNINSTALL, "DisplayVersion", VERSION.to_owned()),
        (UNINSTALL, "Publisher", "Sổ Tuyên giáo".to_owned()),
        (UNINSTALL, "InstallLocation", folder.clone()),
        (UNINSTALL, "DisplayIcon", format!(r"{folder}\so-tuyen-giao.exe,0")),
        (UNINSTALL, "QuietUninstallString", format!(r#""{folder}\uninstall.exe" /S"#)),
        (
            r"Software\Microsoft\Windows\CurrentVersion\App Paths\so-tuyen-giao.exe",
            "",
            format!(r"{folder}\so-tuyen-giao.exe"),
        ),
    ] {
        assert_eq!(registry.value(key, name), Some(wanted.as_str()), "{key} {name}");
    }
    let size = registry.value(UNINSTALL, "EstimatedSize").unwrap().trim_start_matches("dword:").to_owned();
    let kilobytes = u64::from_str_radix(&size, 16).unwrap();
    let on_disk: u64 =
        std::fs::read_dir(pc.programs()).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    // The uninstaller itself may be left out.
    assert!((on_disk / 1024 - 500..=on_disk / 1024 + 8).contains(&kilobytes), "{kilobytes} KB of {on_disk} bytes");
}

#[test]
fn the_program_opens_plan_files() {
    let pc = Pc::with_program();
    let registry = pc.registry();
    let program = pc.windows_path(&pc.programs().join("so-tuyen-giao.exe"));
    let kind = registry.value(r"Software\Classes\.sotg", "").expect("the kind of .sotg").to_owned();
    assert_eq!(registry.value(&format!(r"Software\Classes\{kind}"), ""), Some("Tệp kế hoạch Sổ Tuyên giáo"));
    let command = registry.value(&format!(r"Software\Classes\{kind}\shell\open\command"), "").unwrap();
    assert_eq!(command, format!(r#""{program}" "%1""#), "paths with blanks are in quotation marks");
}

#[test]
fn it_goes_into_a_folder_with_vietnamese_letters_and_blanks_when_asked_to() {
    let pc = Pc::new();
    let folder = pc.drive_c().join("Phần mềm của cơ quan/Sổ Tuyên giáo");
    assert_eq!(pc.install(made("SOTG_SETUP"), "/D=", &folder), 0);
    assert!(!pc.programs().exists(), "nothing goes to the usual folder {PROGRAMS}");
    let ended = pc.run(folder.join("sotg.exe"), &["--version"]);
    assert_eq!(ended.output.trim(), format!("sotg {VERSION}"), "{}", ended.error);
    let found = pc.registry();
    assert_eq!(found.value(UNINSTALL, "InstallLocation"), Some(pc.windows_path(&folder).as_str()));
}

#[test]
fn in_english_windows_calls_plan_files_in_english() {
    let pc = Pc::new();
    assert_eq!(pc.run(made("SOTG_SETUP"), &["/S", "/LANG=1033"]).status, 0);
    let registry = pc.registry();
    assert_eq!(registry.value(r"Software\Classes\SoTuyenGiao.KeHoach", ""), Some("Sổ Tuyên giáo plan file"));
}
