//! What must not stand in any file.

use crate::files::{SourceFile, assert_none, files};

fn sources() -> Vec<SourceFile> {
    let ends = [".rs", ".ts", ".svelte", ".css", ".sql", ".toml", ".js", ".html"];
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
fn lockfiles_name_no_registry_but_the_public_ones() {
    for file in files(|path| path == "Cargo.lock" || path.ends_with("package-lock.json")) {
        let allowed = ["registry+https://github.com/rust-lang/crates.io-index", "https://registry.npmjs.org/"];
        // Addresses of funding pages are no registries.
        let sources = file.text.lines().filter(|line| line.contains("source = ") || line.contains("\"resolved\""));
        let strange = sources.filter(|line| !allowed.iter().any(|address| line.contains(address)));
        let strange: Vec<String> = strange.map(|line| format!("{}: {}", file.path, line.trim())).collect();
        assert_none("a lockfile holds for everybody", &strange);
    }
}

fn lines_with(file: &SourceFile, words: &[&str]) -> Vec<String> {
    let lines = file.text.lines().enumerate();
    lines
        .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}
