//! Opening, making and refusing books.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod support;

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use sotg_core::book::{Book, FILE_NAME};
use sotg_core::store::open::{MIGRATIONS, known_version, migrate};
use sotg_core::{Error, ErrorCode};
use support::{book, done, moment};

fn refusal(folder: &Path) -> Error {
    Book::open(folder).expect_err("the file must be refused")
}

/// Refused with this code, to the byte as it was, and nothing new beside it.
fn refuses_and_leaves_alone(folder: &Path, code: ErrorCode) {
    let path = folder.join(FILE_NAME);
    let before = fs::read(&path).unwrap();
    assert_eq!(refusal(folder).code(), code);
    assert_eq!(fs::read(&path).unwrap(), before, "a refused file is left as it was");
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        names.iter().all(|name| !name.to_string_lossy().ends_with("-wal")),
        "no journal is left beside it: {names:?}"
    );
}

fn closed_book() -> tempfile::TempDir {
    let made = book();
    made.book.close().unwrap();
    made.folder
}

#[test]
fn a_book_is_there_again_after_closing() {
    let mut made = book();
    let code = support::codes(&made.book, "dot1").remove(0);
    made.book.set_progress(&moment(), std::slice::from_ref(&code), &done()).unwrap();
    made.book.close().unwrap();
    let again = Book::open(made.folder.path()).unwrap();
    let checklist = again.checklist("dot1", moment().today).unwrap();
    assert_eq!(checklist.phase.counts.done, 1);
    assert!(again.next_undo_and_redo().unwrap().0.is_some(), "undo works after a restart");
}

#[test]
fn a_book_of_a_newer_program_is_refused_and_left_untouched() {
    let folder = closed_book();
    let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    connection.pragma_update(None, "user_version", known_version() + 1).unwrap();
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    connection.close().unwrap();
    let error = refusal(folder.path());
    assert_eq!(error.fields()["known"], known_version().to_string());
    refuses_and_leaves_alone(folder.path(), ErrorCode::TooNew);
}

#[test]
fn a_damaged_book_is_refused_and_left_untouched() {
    let folder = closed_book();
    let path = folder.path().join(FILE_NAME);
    let mut bytes = fs::read(&path).unwrap();
    let half = bytes.len() / 2;
    for byte in &mut bytes[half..half + 6_000] {
        *byte ^= 0xA5;
    }
    fs::write(&path, bytes).unwrap();
    refuses_and_leaves_alone(folder.path(), ErrorCode::Damaged);
}

#[test]
fn a_book_cut_off_by_a_bad_copy_is_refused_and_left_untouched() {
    for length in [0, 50, 5_000] {
        let folder = closed_book();
        let path = folder.path().join(FILE_NAME);
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..length]).unwrap();
        refuses_and_leaves_alone(folder.path(), ErrorCode::Damaged);
    }
}

#[test]
fn a_file_that_is_no_book_is_refused_and_left_untouched() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE_NAME), "Kế hoạch 383 ".repeat(100)).unwrap();
    refuses_and_leaves_alone(folder.path(), ErrorCode::NotABook);

    let other = tempfile::tempdir().unwrap();
    let connection = Connection::open(other.path().join(FILE_NAME)).unwrap();
    connection.execute_batch("CREATE TABLE photo (id INTEGER PRIMARY KEY); INSERT INTO photo VALUES (1)").unwrap();
    connection.close().unwrap();
    refuses_and_leaves_alone(other.path(), ErrorCode::NotABook);
}

#[test]
fn a_book_copied_without_its_journal_is_whole_after_a_pause_and_never_taken_for_a_new_one() {
    let mut made = support::empty_book();
    let copy_alone = |made: &support::TestBook| {
        let elsewhere = tempfile::tempdir().unwrap();
        fs::copy(made.folder.path().join(FILE_NAME), elsewhere.path().join(FILE_NAME)).unwrap();
        elsewhere
    };
    made.book.set_up(&moment(), &support::set_up()).unwrap();
    assert!(Book::open(copy_alone(&made).path()).is_ok(), "what is missing is at most the last moments");
    made.book.settle().unwrap();
    assert!(Book::open(copy_alone(&made).path()).unwrap().is_set_up());

    // As older programs left a new book: the head in the file, everything else in the journal.
    let folder = tempfile::tempdir().unwrap();
    let connection = Connection::open(folder.path().join(FILE_NAME)).unwrap();
    connection.pragma_update(None, "application_id", sotg_core::store::open::APPLICATION_ID).unwrap();
    connection.close().unwrap();
    refuses_and_leaves_alone(folder.path(), ErrorCode::Damaged);
}

#[test]
fn a_book_that_is_not_there_is_not_made_by_opening_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refusal(folder.path()).code(), ErrorCode::NotFound);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Windows counts 260 letters in what it takes for a path, and officials name folders in whole sentences.
#[test]
fn a_book_lies_as_deep_in_folders_as_somebody_puts_it() {
    let outside = tempfile::tempdir().unwrap();
    let sentence = "Báo cáo kết quả tuyên truyền đại hội công đoàn các cấp, nhiệm kỳ 2023 - 2028";
    // SQLite for Linux ends at 512 bytes.
    let depth = if cfg!(windows) { 12 } else { 3 };
    let folder = (0..depth).fold(outside.path().to_owned(), |folder, _| folder.join(sentence));
    let mut book = Book::create(&folder, &moment(), None).unwrap();
    book.set_up(&moment(), &support::set_up()).unwrap();
    let code = support::codes(&book, "dot1").remove(0);
    let photo = folder.join("ảnh hội nghị.jpg");
    fs::write(&photo, "ảnh").unwrap();
    book.add_files(&moment(), &code, &[photo]).unwrap();
    book.settle().unwrap();
    book.close().unwrap();
    assert!(Book::open(&folder).unwrap().check_evidence().unwrap().is_empty());

    let older = folder.join("bản cũ");
    fs::create_dir(&older).unwrap();
    let short = tempfile::tempdir().unwrap();
    old_book(short.path(), 1);
    fs::copy(short.path().join(FILE_NAME), older.join(FILE_NAME)).unwrap();
    Book::open(&older).unwrap();
    assert!(older.join("sao-luu/truoc-nang-cap-1.db").exists(), "the copy before an upgrade goes as deep");
}

#[test]
fn making_a_book_never_overwrites_one() {
    let folder = closed_book();
    let before = fs::read(folder.path().join(FILE_NAME)).unwrap();
    assert!(Book::create(folder.path(), &moment(), None).is_err());
    assert_eq!(fs::read(folder.path().join(FILE_NAME)).unwrap(), before);
}

fn schema(connection: &Connection) -> Vec<(String, String, Option<String>)> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// A book as a program with only the first `version` migrations left it, with our unit in it.
fn old_book(folder: &Path, version: i32) {
    let path = folder.join(FILE_NAME);
    let mut connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "application_id", sotg_core::store::open::APPLICATION_ID).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    migrate(&mut connection, version).unwrap();
    connection
        .execute_batch(
            "INSERT INTO book VALUES (1, '2022-11-01T00:00:00.000Z', 0, NULL);
             INSERT INTO unit (is_ours, name, level, superior, place, symbol)
             VALUES (1, 'LĐLĐ huyện Tam Đường', 'district', '', 'Tam Đường', 'LĐLĐ')",
        )
        .unwrap();
    connection.close().unwrap();
}

#[test]
fn an_upgraded_book_equals_a_fresh_one_and_keeps_its_rows() {
    let fresh = closed_book();
    let fresh = Connection::open(fresh.path().join(FILE_NAME)).unwrap();
    for version in 1..known_version() {
        let folder = tempfile::tempdir().unwrap();
        old_book(folder.path(), version);
        Book::open(folder.path()).unwrap().close().unwrap();
        let upgraded = Connection::open(folder.path().join(FILE_NAME)).unwrap();
        assert_eq!(schema(&upgraded), schema(&fresh), "upgraded from version {version}");
        let place: String = upgraded.query_row("SELECT place FROM unit", [], |row| row.get(0)).unwrap();
        assert_eq!(place, "Tam Đường");
        let copy = folder.path().join(format!("sao-luu/truoc-nang-cap-{version}.db"));
        let copied: i32 =
            Connection::open(copy).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(copied, version, "a copy of the old book is kept");
    }
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    old_book(folder.path(), 1);
    let path = folder.path().join(FILE_NAME);
    let connection = Connection::open(&path).unwrap();
    // Something of the user's that stands in the way of the second migration.
    connection.execute_batch("CREATE TABLE figure (id INTEGER PRIMARY KEY)").unwrap();
    connection.close().unwrap();
    assert!(Book::open(folder.path()).is_err());
    let connection = Connection::open(&path).unwrap();
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1, "all steps of an upgrade or none");
    assert!(!schema(&connection).iter().any(|(_, name, _)| name == "evidence"));
}

#[test]
fn every_table_is_strict_and_has_an_id() {
    for migration in MIGRATIONS {
        for table in migration.split("CREATE TABLE ").skip(1) {
            let name = table.split_whitespace().next().unwrap();
            assert!(table.contains("\n) STRICT;"), "{name} is not STRICT");
            assert!(table.contains("id INTEGER PRIMARY KEY"), "{name} has no id");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_so() {
    // The kernel's own folder: nobody may make files in it, root included.
    let error = Book::create(Path::new("/sys/so-tuyen-giao"), &moment(), None).unwrap_err();
    assert_eq!(error.code(), ErrorCode::ReadOnly);
    assert!(error.fields()["path"].starts_with("/sys/so-tuyen-giao"));
}
