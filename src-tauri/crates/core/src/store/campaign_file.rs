//! Plan files as they left or came. Not part of the log: see the migration.

use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Doing as _, Result};

/// The file of that version, by the plan and the key that signed it.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, (plan, key, version): (&str, &str, u32)) -> Result<Option<String>> {
    connection
        .prepare_cached("SELECT file FROM campaign_file WHERE plan = ?1 AND key = ?2 AND version = ?3")
        .and_then(|mut statement| statement.query_row((plan, key, version), |row| row.get(0)).optional())
        .doing("reading a plan file")
}

/// The newest of a plan and a key.
///
/// # Errors
/// What SQLite reports.
pub fn find_last(connection: &Connection, plan: &str, key: &str) -> Result<Option<String>> {
    connection
        .prepare_cached("SELECT file FROM campaign_file WHERE plan = ?1 AND key = ?2 ORDER BY version DESC LIMIT 1")
        .and_then(|mut statement| statement.query_row((plan, key), |row| row.get(0)).optional())
        .doing("reading the last plan file")
}

/// Keeps a file. Of a version that came twice the later one counts.
///
/// # Errors
/// What SQLite reports.
pub fn keep(connection: &Connection, (plan, key, version): (&str, &str, u32), file: &str) -> Result<()> {
    connection
        .execute(
            "INSERT INTO campaign_file (plan, key, version, file) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (plan, key, version) DO UPDATE SET file = excluded.file",
            (plan, key, version, file),
        )
        .doing("keeping a plan file")
        .map(drop)
}
