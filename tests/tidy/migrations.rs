//! A released migration never changes: books in offices were made by it.

use sha2::{Digest as _, Sha256};

use crate::files::{files, root};

const FOLDER: &str = "src-tauri/crates/core/migrations/";

/// One line per released migration: checksum, two spaces, name. Made by `sha256sum *.sql`; a release adds lines.
const RELEASED: &str = "tests/tidy/released-migrations.sha256";

#[test]
fn released_migrations_are_as_they_were_released() {
    let released = std::fs::read_to_string(root().join(RELEASED)).unwrap();
    for line in released.lines() {
        let (checksum, name) = line.split_once("  ").unwrap_or_else(|| panic!("{RELEASED}: {line}"));
        let sql = std::fs::read(root().join(FOLDER).join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found: String = Sha256::digest(&sql).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, checksum, "{name} was released: write a new migration instead");
    }
}

#[test]
fn migrations_are_numbered_without_gaps_and_say_why_they_are_there() {
    for (at, file) in files(|path| path.starts_with(FOLDER)).iter().enumerate() {
        let name = file.path.trim_start_matches(FOLDER);
        assert!(
            name.starts_with(&format!("{:04}_", at + 1)) && name.ends_with(".sql"),
            "{name} is not number {}",
            at + 1
        );
        assert!(file.text.starts_with("-- "), "{name} begins with a comment: why, and what happens to old rows");
    }
}
