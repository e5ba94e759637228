//! The key of our office. Not part of the log: nobody takes a key back, and it stands nowhere else.

use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Doing as _, Result};

/// The secret half, in hex.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection) -> Result<Option<String>> {
    connection
        .query_row("SELECT secret FROM office_key", [], |row| row.get(0))
        .optional()
        .doing("reading the key of the office")
}

/// Keeps the secret half, unless there is one.
///
/// # Errors
/// What SQLite reports.
pub fn keep(connection: &Connection, secret: &str) -> Result<()> {
    connection
        .execute("INSERT INTO office_key (id, secret) VALUES (1, ?1) ON CONFLICT (id) DO NOTHING", [secret])
        .doing("keeping the key of the office")
        .map(drop)
}
