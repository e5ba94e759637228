//! The files of the checkout, as git knows them, and lines in them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of the checkout.
pub struct SourceFile {
    /// Path below the root, with slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// Root of the checkout, from the package's folder, in which cargo starts a test. Never by `env!`: this program may have been
/// built in another checkout with the same build cache, and would look at that one.
pub fn root() -> PathBuf {
    Path::new("../../..").canonicalize().unwrap()
}

/// Text files that are in git or would be added to it, whose path `wanted` takes.
pub fn files(wanted: impl Fn(&str) -> bool) -> Vec<SourceFile> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let list = git.output().expect("git is there").stdout;
    let list = String::from_utf8(list).unwrap();
    let paths = list.split('\0').filter(|path| !path.is_empty() && wanted(path));
    // A file that was removed and not yet committed is in git's list and no longer there.
    paths
        .filter_map(|path| {
            Some(SourceFile { path: path.to_owned(), text: std::fs::read_to_string(root().join(path)).ok()? })
        })
        .collect()
}

/// Fails with all findings at once, so that they can be mended at once.
pub fn assert_none(rule: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{rule}:\n  {}", findings.join("\n  "));
}

impl SourceFile {
    /// The lines before the unit tests, with their numbers, without comments.
    pub fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let product = lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]");
        product.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Places in the product's lines where one of `words` stands.
    pub fn find(&self, words: &[&str]) -> Vec<String> {
        let hits = self.product_lines().filter_map(|(at, line)| {
            let word = words.iter().find(|word| line.contains(**word))?;
            Some(format!("{}:{at}: {word}", self.path))
        });
        hits.collect()
    }
}

/// All places where one of `words` stands in the product's lines of files.
pub fn find_in(files: &[SourceFile], words: &[&str]) -> Vec<String> {
    files.iter().flat_map(|file| file.find(words)).collect()
}
