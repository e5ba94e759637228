//! What must not stand in any file.

use std::collections::BTreeSet;

use crate::files::{SourceFile, assert_none, files};

fn sources() -> Vec<SourceFile> {
    let ends = [".rs", ".ts", ".svelte", ".css", ".sql", ".toml", ".js", ".html", ".nsi", ".nsh", ".manifest"];
    files(|path| ends.iter().any(|end| path.ends_with(end)) && !path.starts_with("tests/tidy/"))
}

#[test]
fn nothing_is_left_to_do_in_a_comment() {
    let words = ["TODO", "FIXME", "XXX", "HACK", "todo!(", "unimplemented!("];
    let found = sources().iter().flat_map(|file| lines_with(file, &words)).collect::<Vec<_>>();
    assert_none("what is to be done is an issue, not a comment", &found);
}

#[test]
fn no_test_is_switched_off() {
    let words = ["#[ignore", "it.skip(", "it.only(", "test.skip(", "test.only(", "describe.skip(", "describe.only("];
    let found = sources().iter().flat_map(|file| lines_with(file, &words)).collect::<Vec<_>>();
    assert_none("a test runs or is not there", &found);
}

#[test]
fn text_is_composed_and_lines_end_alike() {
    let mut found = Vec::new();
    for file in sources() {
        // Combining marks used in decomposed Vietnamese: such a text looks right and is never found by a search.
        let decomposed =
            file.text.lines().position(|line| line.contains(['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}']));
        found.extend(decomposed.map(|at| format!("{}:{}: decomposed letters", file.path, at + 1)));
        if file.text.contains('\r') {
            found.push(format!("{}: carriage returns", file.path));
        }
    }
    assert_none("write NFC and line feeds", &found);
}

#[test]
fn lockfiles_hold_for_every_registry() {
    for file in files(|path| path.ends_with("package-lock.json")) {
        // Without addresses npm takes the registry that the developer has; the checksums hold for all of them.
        assert_none("npm install --omit-lockfile-registry-resolved", &lines_with(&file, &["\"resolved\": \"http"]));
    }
    let lock = files(|path| path == "Cargo.lock");
    let sources = lock.iter().flat_map(|file| file.text.lines()).filter(|line| line.starts_with("source = "));
    let sources: BTreeSet<&str> = sources.collect();
    assert_eq!(sources.len(), 1, "everything comes from the one registry that cargo has by itself: {sources:?}");
}

fn lines_with(file: &SourceFile, words: &[&str]) -> Vec<String> {
    let lines = file.text.lines().enumerate();
    lines
        .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}
