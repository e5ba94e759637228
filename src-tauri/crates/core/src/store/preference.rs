//! How the window looks. Not part of the log.

use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Doing as _, Result};

/// The value of a preference.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, name: &str) -> Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM preference WHERE name = ?1")
        .and_then(|mut statement| statement.query_row([name], |row| row.get(0)).optional())
        .doing("reading a preference")
}

/// Writes a preference.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, name: &str, value: &str) -> Result<()> {
    connection
        .execute(
            "INSERT INTO preference (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, value],
        )
        .doing("writing a preference")
        .map(drop)
}
