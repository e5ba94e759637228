//! The names of units in files, ours among them.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Doing as _, Result};
use crate::model::UnitId;

/// That of a unit; empty while it has none.
///
/// # Errors
/// What SQLite reports.
pub fn read(connection: &Connection, unit: UnitId) -> Result<String> {
    connection
        .prepare_cached("SELECT uid FROM unit WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([unit.0], |row| row.get(0)).optional())
        .map(Option::unwrap_or_default)
        .doing("reading the name of a unit in files")
}

/// All that were given.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<HashMap<UnitId, String>> {
    connection
        .prepare_cached("SELECT id, uid FROM unit WHERE uid <> ''")
        .and_then(|mut statement| statement.query_map([], |row| Ok((UnitId(row.get(0)?), row.get(1)?)))?.collect())
        .doing("reading the names of units in files")
}

/// The unit of a name; an empty name is nobody's.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, uid: &str) -> Result<Option<UnitId>> {
    connection
        .prepare_cached("SELECT id FROM unit WHERE uid = ?1 AND uid <> ''")
        .and_then(|mut statement| statement.query_row([uid], |row| row.get(0).map(UnitId)).optional())
        .doing("looking for a unit by its name in files")
}

/// Gives a unit its name.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, unit: UnitId, uid: &str) -> Result<()> {
    connection
        .prepare_cached("UPDATE unit SET uid = ?2 WHERE id = ?1")
        .and_then(|mut statement| statement.execute((unit.0, uid)))
        .doing("giving a unit its name in files")
        .map(drop)
}
