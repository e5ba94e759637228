//! Opening the file of a book, in one order: look at its head, flags, pragmas, refuse what is newer or damaged, one
//! IMMEDIATE transaction that brings it up to date, mark the version.
//!
//! A file that is refused is left as it was, to the byte.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::long;
use crate::error::{Doing as _, Error, ErrorCode, Result};

/// "SOTG" in the head of the file says that it is a book of this program.
pub const APPLICATION_ID: i32 = 0x534f_5447;

/// All migrations, in order. A released one is never edited.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_book.sql"),
    include_str!("../../migrations/0002_evidence_and_figures.sql"),
    include_str!("../../migrations/0003_reports.sql"),
    include_str!("../../migrations/0004_units.sql"),
    include_str!("../../migrations/0005_ready_to_sign.sql"),
    include_str!("../../migrations/0006_exchange.sql"),
];

/// Tables that the log of changes leaves out: the log itself, the look of the window, the head of the book and the key of
/// the office, which are written once, and plan files that left the house or came: taking a change back calls none of them back.
pub const UNLOGGED_TABLES: &[&str] =
    &["change_step", "change_row", "preference", "book", "office_key", "campaign_file"];

/// The version that this program writes.
pub fn known_version() -> i32 {
    i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX)
}

/// What to do before an older book is brought up to date: given the connection and its version.
pub type BeforeUpgrade<'a> = &'a dyn Fn(&Connection, i32) -> Result<()>;

/// Opens the file of an existing book.
///
/// # Errors
/// `not_found`, `not_a_book`, `damaged`, `too_new`, `read_only`, `busy`; the file is then untouched.
pub fn open(path: &Path, before_upgrade: BeforeUpgrade<'_>) -> Result<Connection> {
    look_at_head(path)?;
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    refuse_damaged(&connection, path)?;
    // A book that was made has a version. One without is a file that was copied without the journal beside it, and taking
    // it for a new book would hide that everything is missing.
    if user_version(&connection)? == 0 {
        return Err(Error::refused(ErrorCode::Damaged, "opening a book").with("path", path.display()));
    }
    prepare(connection, path, before_upgrade)
}

/// Makes the file of a new book; nothing may stand at the place. `first` writes what every book has from the beginning.
///
/// It is made under another name and renamed when it is whole: a power cut in the middle leaves no half book behind.
///
/// # Errors
/// `io` or `read_only` if it cannot be made.
pub fn create(path: &Path, first: impl FnOnce(&Connection) -> Result<()>) -> Result<Connection> {
    let unfinished = path.with_extension("dang-lap");
    if path.exists() {
        return Err(Error::io("create the book", path)(std::io::ErrorKind::AlreadyExists.into()));
    }
    File::create(&unfinished).map_err(Error::io("create the book", path))?;
    let connection = connect(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).doing("marking a new book")?;
    let connection = prepare(connection, &unfinished, &|_, _| Ok(()))?;
    first(&connection)?;
    connection.close().map_err(|(_, error)| error).doing("closing a new book")?;
    std::fs::rename(&unfinished, path).map_err(Error::io("create the book", path))?;
    open(path, &|_, _| Ok(()))
}

/// Moves everything from the journal into the file itself, so that a copy of the file alone is whole.
///
/// # Errors
/// What SQLite reports. Another program that reads at this moment is no error: the rest follows the next time.
pub fn settle(connection: &Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).doing("settling the journal")
}

/// Brings a connection up to `version` migrations; the tests make old books with it.
///
/// # Errors
/// What SQLite reports; nothing is then changed.
pub fn migrate(connection: &mut Connection, version: i32) -> Result<()> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("beginning the upgrade")?;
    // Read again inside: another program may have upgraded the book while we waited for the lock.
    let found = user_version(&transaction)?;
    for (number, migration) in (1..).zip(MIGRATIONS).filter(|(number, _)| *number > found && *number <= version) {
        transaction.execute_batch(migration).doing(&format!("applying migration {number}"))?;
    }
    if version > found {
        transaction.pragma_update(None, "user_version", version).doing("marking the version")?;
    }
    transaction.commit().doing("committing the upgrade")
}

/// Everything in `write`, or nothing.
///
/// # Errors
/// What `write` returns; nothing is then changed.
pub fn write(connection: &mut Connection, write: impl FnOnce(&Transaction<'_>) -> Result<()>) -> Result<()> {
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("beginning to write")?;
    write(&transaction)?;
    transaction.commit().doing("saving what was written")
}

/// Writes a whole, compact copy of the book to a place where nothing is yet.
///
/// # Errors
/// What SQLite reports.
pub fn copy_to(connection: &Connection, path: &Path) -> Result<()> {
    let path = long::spelled(path);
    connection.execute("VACUUM INTO ?1", [path.to_string_lossy()]).doing("copying the book").map(drop)
}

/// Columns of a table, in order; empty if there is no such table.
///
/// # Errors
/// What SQLite reports.
pub fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")
        .doing("reading the columns")?;
    let rows = statement.query_map([table], |row| row.get(0)).doing("reading the columns")?;
    rows.collect::<rusqlite::Result<_>>().doing("reading the columns")
}

/// Tables whose changes the log keeps.
///
/// # Errors
/// What SQLite reports.
pub fn logged_tables(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
        .doing("reading the tables")?;
    let names = statement.query_map([], |row| row.get(0)).doing("reading the tables")?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>().doing("reading the tables")?;
    Ok(names.into_iter().filter(|name| !UNLOGGED_TABLES.contains(&name.as_str())).collect())
}

/// Version of the schema in the file.
///
/// # Errors
/// What SQLite reports.
pub fn user_version(connection: &Connection) -> Result<i32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).doing("reading the version")
}

/// Reads the first bytes without SQLite, so that a file that is not ours gets no journal beside it.
///
/// # Errors
/// `not_found`, `not_a_book`, `damaged`, `too_new`.
pub fn look_at_head(path: &Path) -> Result<()> {
    let mut head = [0; 100];
    let refuse = |code| Err(Error::refused(code, "opening a book").with("path", path.display()));
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::not_found("book", path.display()));
        }
        Err(error) => return Err(Error::io("open the book", path)(error)),
    };
    match file.read_exact(&mut head) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return refuse(ErrorCode::Damaged),
        Err(error) => return Err(Error::io("read the book", path)(error)),
    }
    if !head.starts_with(b"SQLite format 3\0") {
        return refuse(ErrorCode::NotABook);
    }
    // Big-endian at fixed places; see "The Database Header" in SQLite's file format.
    let number_at =
        |place: usize| head.get(place..place + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, i32::from_be_bytes);
    if number_at(68) != APPLICATION_ID {
        return refuse(ErrorCode::NotABook);
    }
    refuse_newer(number_at(60), path)
}

fn refuse_newer(found: i32, path: &Path) -> Result<()> {
    if found <= known_version() {
        return Ok(());
    }
    Err(Error::refused(ErrorCode::TooNew, "opening a book")
        .with("path", path.display())
        .with("found", found)
        .with("known", known_version()))
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = long::open(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).doing("opening the book")?;
    connection.busy_timeout(std::time::Duration::from_secs(5)).doing("setting the time to wait")?;
    connection
        .execute_batch("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
        .doing("setting up the connection")?;
    if connection.is_readonly("main").doing("asking whether the book can be written")? {
        return Err(Error::refused(ErrorCode::ReadOnly, "opening a book").with("path", path.display()));
    }
    Ok(connection)
}

fn refuse_damaged(connection: &Connection, path: &Path) -> Result<()> {
    let damaged = || Error::refused(ErrorCode::Damaged, "opening a book").with("path", path.display());
    let verdict = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match verdict {
        Ok(verdict) if verdict == "ok" => Ok(()),
        Ok(_) => Err(damaged()),
        Err(error) => {
            let error = Error::Database { doing: "checking the book".to_owned(), source: error };
            let broken = matches!(error.code(), ErrorCode::Damaged | ErrorCode::NotABook);
            Err(if broken { damaged() } else { error })
        }
    }
}

fn prepare(mut connection: Connection, path: &Path, before_upgrade: BeforeUpgrade<'_>) -> Result<Connection> {
    // The version in the write-ahead log is newer than the one in the head of the file.
    let found = user_version(&connection)?;
    refuse_newer(found, path)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        .doing("setting up the journal")?;
    if found < known_version() {
        if found > 0 {
            before_upgrade(&connection, found)?;
        }
        migrate(&mut connection, known_version())?;
    }
    super::log::record_changes(&connection)?;
    Ok(connection)
}
