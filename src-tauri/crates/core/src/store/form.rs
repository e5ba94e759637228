//! Official forms of the office's own, in the words of their files.

use rusqlite::Connection;

use crate::error::{Doing as _, Result};

/// Code and text of every form of the office's own.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT code, source FROM form ORDER BY code")
        .and_then(|mut statement| statement.query_map([], |row| Ok((row.get("code")?, row.get("source")?)))?.collect())
        .doing("reading the official forms")
}

/// Writes a form.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, code: &str, source: &str) -> Result<()> {
    connection
        .execute(
            "INSERT INTO form (code, source) VALUES (?1, ?2) ON CONFLICT (code) DO UPDATE SET source = excluded.source",
            [code, source],
        )
        .doing("writing an official form")
        .map(drop)
}

/// Removes a form.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, code: &str) -> Result<()> {
    connection.execute("DELETE FROM form WHERE code = ?1", [code]).doing("removing an official form").map(drop)
}
