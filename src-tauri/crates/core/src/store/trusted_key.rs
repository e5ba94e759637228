//! Keys of units that our office has accepted.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::error::{Doing as _, Result};
use crate::model::UnitId;

/// Public keys by unit, in hex.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<HashMap<UnitId, String>> {
    connection
        .prepare_cached("SELECT unit_id, key FROM trusted_key")
        .and_then(|mut statement| statement.query_map([], |row| Ok((UnitId(row.get(0)?), row.get(1)?)))?.collect())
        .doing("reading the keys of the units")
}

/// From now on this is the key of the unit.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, unit: UnitId, key: &str, (on, who): (NaiveDate, &str)) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO trusted_key (unit_id, key, accepted_on, who) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (unit_id) DO UPDATE SET
                 key = excluded.key, accepted_on = excluded.accepted_on, who = excluded.who",
        )
        .and_then(|mut statement| statement.execute((unit.0, key, on, who)))
        .doing("keeping the key of a unit")
        .map(drop)
}
