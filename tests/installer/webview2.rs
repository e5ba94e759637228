//! The page engine: Microsoft's offline installer beside ours is started where it is missing, and only there.

use std::path::{Path, PathBuf};

use crate::pc::{Pc, compile, made};

const KEY: &str = r"Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
const OFFLINE: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// A folder as it comes by stick: our installer with a program beside it that stands for Microsoft's. It does what that one
/// does to the registry, ends with `status`, and notes what it was asked.
struct Stick {
    setup: PathBuf,
    notes: PathBuf,
}

impl Stick {
    fn on(pc: &Pc, name: &str) -> Stick {
        let folder = pc.drive_c().join("Bộ cài từ tỉnh");
        std::fs::create_dir_all(&folder).unwrap();
        let setup = folder.join("SoTuyenGiao-setup.exe");
        std::fs::copy(made("SOTG_SETUP"), &setup).unwrap();
        compile("webview2_offline.c", &folder.join(name));
        Stick { setup, notes: folder.join("notes.txt") }
    }

    fn notes(&self) -> Option<String> {
        std::fs::read_to_string(&self.notes).ok()
    }
}

fn engine(pc: &Pc) -> Option<String> {
    pc.registry().value(KEY, "pv").map(str::to_owned)
}

fn set_engine(pc: &Pc, version: &str) {
    assert_eq!(pc.run("reg", &["add", &format!(r"HKCU\{KEY}"), "/v", "pv", "/d", version, "/f"]).status, 0);
}

fn program_of(pc: &Pc) -> PathBuf {
    pc.programs().join("so-tuyen-giao.exe")
}

#[test]
fn the_offline_installer_beside_ours_is_run_silently() {
    let pc = Pc::new();
    let stick = Stick::on(&pc, OFFLINE);
    assert_eq!(pc.run(&stick.setup, &["/S"]).status, 0);
    assert_eq!(stick.notes().as_deref(), Some("/silent /install"));
    assert!(engine(&pc).is_some(), "the installer waited until it had done its work");
    assert!(Path::new(&program_of(&pc)).exists());
}

#[test]
fn the_online_installer_serves_where_the_offline_one_is_not() {
    let pc = Pc::new();
    let stick = Stick::on(&pc, "MicrosoftEdgeWebview2Setup.exe");
    assert_eq!(pc.run(&stick.setup, &["/S"]).status, 0);
    assert_eq!(stick.notes().as_deref(), Some("/silent /install"));
}

#[test]
fn where_the_engine_is_there_nothing_is_run() {
    let pc = Pc::new();
    let stick = Stick::on(&pc, OFFLINE);
    set_engine(&pc, "120.0.2210.91");
    assert_eq!(pc.run(&stick.setup, &["/S"]).status, 0);
    assert_eq!(stick.notes(), None);
    assert_eq!(engine(&pc).as_deref(), Some("120.0.2210.91"));
}

#[test]
fn an_engine_that_was_removed_counts_as_missing() {
    let pc = Pc::new();
    let stick = Stick::on(&pc, OFFLINE);
    set_engine(&pc, "0.0.0.0");
    assert_eq!(pc.run(&stick.setup, &["/S"]).status, 0);
    assert!(stick.notes().is_some());
}

#[test]
fn the_program_is_installed_even_if_the_engine_cannot_be() {
    let pc = Pc::new();
    let stick = Stick::on(&pc, OFFLINE);
    // The stand-in fails where this file lies beside it.
    std::fs::write(stick.setup.with_file_name("fail"), "").unwrap();
    assert_eq!(pc.run(&stick.setup, &["/S"]).status, 0);
    assert_eq!((engine(&pc), stick.notes().is_some()), (None, true));
    assert!(program_of(&pc).exists());
}
