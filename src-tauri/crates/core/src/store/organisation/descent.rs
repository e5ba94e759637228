//! Which unit came out of which.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{DescentManner, UnitDescent, UnitId};
use crate::store::{code_column, code_of};

fn row_to_descent(row: &Row<'_>) -> rusqlite::Result<UnitDescent> {
    Ok(UnitDescent {
        from: UnitId(row.get("from_unit_id")?),
        from_name: row.get("from_name")?,
        to: UnitId(row.get("to_unit_id")?),
        to_name: row.get("to_name")?,
        manner: code_column(row, "manner")?,
        on: row.get("on_day")?,
        document: row.get("document")?,
    })
}

/// Where a unit came from and what came out of it, the oldest first.
///
/// # Errors
/// What SQLite reports.
pub fn list_of(connection: &Connection, unit: UnitId) -> Result<Vec<UnitDescent>> {
    connection
        .prepare_cached(
            "SELECT from_unit_id, older.name AS from_name, to_unit_id, younger.name AS to_name, manner, on_day, document
             FROM unit_descent
             JOIN unit AS older ON older.id = from_unit_id
             JOIN unit AS younger ON younger.id = to_unit_id
             WHERE from_unit_id = ?1 OR to_unit_id = ?1
             ORDER BY on_day, unit_descent.id",
        )
        .and_then(|mut statement| statement.query_map([unit.0], row_to_descent)?.collect())
        .doing("reading the lineage of a unit")
}

/// Units that had gone up in another one by a day, with the one they went up in.
///
/// # Errors
/// What SQLite reports.
pub fn list_merged(connection: &Connection, on: NaiveDate) -> Result<BTreeMap<UnitId, UnitId>> {
    connection
        .prepare_cached("SELECT from_unit_id, to_unit_id FROM unit_descent WHERE manner = 'merged' AND on_day <= ?1")
        .and_then(|mut statement| {
            statement.query_map([on], |row| Ok((UnitId(row.get(0)?), UnitId(row.get(1)?))))?.collect()
        })
        .doing("reading which units went up in others")
}

/// Writes that `to` came out of `from`, or took it in.
///
/// # Errors
/// What SQLite reports.
pub fn add(
    connection: &Connection,
    (from, to): (UnitId, UnitId),
    manner: DescentManner,
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO unit_descent (from_unit_id, to_unit_id, manner, on_day, document)
             VALUES (:from, :to, :manner, :on, :document)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":from": from.0, ":to": to.0, ":manner": code_of(manner)?, ":on": on, ":document": document,
            })
        })
        .doing("writing the lineage of a unit")
        .map(drop)
}
