//! What is packed and what the programs look for must be the same words; no compiler sees both.

use crate::files::{assert_none, files, root};

const INSTALLER: &str = "packaging/windows/installer.nsi";

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn what_is_packed_is_what_the_programs_look_for() {
    for (word, places) in [
        // Beside the program it makes it portable.
        (
            "\"so-tuyen-giao-data\"",
            &["src-tauri/crates/core/src/location.rs", "src-tauri/crates/xtask/src/release/portable.rs"][..],
        ),
        // The folder in which the page engine keeps its cache.
        ("vn.sotuyengiao.app", &["src-tauri/tauri.conf.json", INSTALLER]),
        ("so-tuyen-giao.exe", &[INSTALLER, "packaging/windows/portable/doc-truoc.txt"]),
        // The icon of plan files in the program.
        ("32513", &["src-tauri/build.rs", INSTALLER]),
    ] {
        let lacking = places.iter().filter(|place| !read(place).contains(word)).map(|place| format!("{place}: {word}"));
        assert_none("named differently in the other place", &lacking.collect::<Vec<_>>());
    }
}

#[test]
fn uninstalling_removes_no_folder_with_what_is_in_it_except_the_cache_of_pages() {
    let scripts =
        files(|path| path.starts_with("packaging/windows/") && [".nsi", ".nsh"].iter().any(|end| path.ends_with(end)));
    assert!(scripts.iter().any(|file| file.path == INSTALLER), "{INSTALLER} is there");
    let lines = scripts.iter().flat_map(|file| file.text.lines().map(str::trim));
    let removing: Vec<&str> = lines.filter(|line| !line.starts_with(';') && line.contains("/r ")).collect();
    assert_eq!(removing, ["RMDir /r \"$LOCALAPPDATA\\vn.sotuyengiao.app\\EBWebView\""]);
    let books: Vec<String> = scripts
        .iter()
        .flat_map(|file| file.find(&["\\so-tuyen-giao\\", "\\so-tuyen-giao\"", "so-tuyen-giao-data"]))
        .collect();
    assert_none("the installer knows nothing of books", &books);
}

#[test]
fn a_fault_of_the_typesetter_does_not_end_what_offices_run() {
    let manifest = read("Cargo.toml");
    let (_, release) = manifest.split_once("[profile.release]").expect("the release has a profile");
    let settings: Vec<&str> = release.lines().skip(1).take_while(|line| !line.starts_with('[')).collect();
    assert!(settings.contains(&"panic = \"unwind\""), "with \"abort\" nothing can be caught: {settings:?}");
}
