//! Programs of the PC that read what we wrote; `cargo xtask test` installs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs a program, and fails with what it said.
fn run(program: &str, command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}; `cargo xtask setup` installs it"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Word documents as LibreOffice prints them, in another folder.
pub fn print(documents: &[PathBuf], folder: &Path) {
    // A profile of its own: an office that is open on this PC would take the documents and answer nothing.
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).args(documents);
    run("soffice", &mut office);
}

/// The lines of each page of a PDF, as they stand below one another; words are parted by one space.
pub fn lines_of_pages(pdf: &Path) -> Vec<Vec<String>> {
    let mut reader = Command::new("pdftotext");
    let output = run("pdftotext", reader.args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-"));
    let text = String::from_utf8(output.stdout).unwrap();
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| page.lines().map(one_spaced).filter(|line| !line.is_empty()).collect()).collect()
}

/// The text of a PDF in the order in which it is read aloud.
pub fn text_of(pdf: &Path) -> String {
    let mut reader = Command::new("pdftotext");
    let output = run("pdftotext", reader.args(["-raw", "-nopgbrk", "-enc", "UTF-8"]).arg(pdf).arg("-"));
    String::from_utf8(output.stdout).unwrap()
}

/// What `pdfinfo` knows of a PDF.
pub fn facts_of(pdf: &Path) -> String {
    let output = run("pdfinfo", Command::new("pdfinfo").arg(pdf));
    String::from_utf8(output.stdout).unwrap()
}

fn one_spaced(line: &str) -> String {
    line.split([' ', '\u{a0}', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The fonts of a PDF, and whether they are in it.
pub fn fonts_of(pdf: &Path) -> Vec<(String, bool)> {
    let output = run("pdffonts", Command::new("pdffonts").arg(pdf));
    let text = String::from_utf8(output.stdout).unwrap();
    let font = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        // "emb sub uni object ID" stand at the end.
        (words[0].to_owned(), words[words.len() - 5] == "yes")
    };
    text.lines().skip(2).map(font).collect()
}
