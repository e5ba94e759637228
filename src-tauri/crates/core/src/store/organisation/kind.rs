//! Kinds of units.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{KindUse, UnitKind};
use crate::store::{code_column, code_of};

fn row_to_kind(row: &Row<'_>) -> rusqlite::Result<UnitKind> {
    Ok(UnitKind { code: row.get("code")?, name: row.get("name")?, level: code_column(row, "level")? })
}

/// All kinds, in the order of the office.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<Vec<UnitKind>> {
    connection
        .prepare_cached("SELECT code, name, level FROM unit_kind ORDER BY position, id")
        .and_then(|mut statement| statement.query_map([], row_to_kind)?.collect())
        .doing("reading the kinds of units")
}

/// All kinds, with the units that have each on a day and the units that ever had it.
///
/// # Errors
/// What SQLite reports.
pub fn list_used(connection: &Connection, on: NaiveDate) -> Result<Vec<KindUse>> {
    let read = |row: &Row<'_>| {
        let UnitKind { code, name, level } = row_to_kind(row)?;
        Ok(KindUse { code, name, level, n_units: row.get("n_units")?, n_ever: row.get("n_ever")? })
    };
    connection
        .prepare_cached(
            "WITH used AS (
                 SELECT kind, count(DISTINCT unit_id) AS n_ever, count(DISTINCT unit_id) FILTER (
                     WHERE (starts_on IS NULL OR starts_on <= ?1) AND (ends_on IS NULL OR ends_on >= ?1)) AS n_units
                 FROM unit_span GROUP BY kind)
             SELECT code, name, level, ifnull(n_units, 0) AS n_units, ifnull(n_ever, 0) AS n_ever
             FROM unit_kind LEFT JOIN used ON used.kind = unit_kind.code ORDER BY position, id",
        )
        .and_then(|mut statement| statement.query_map([on], read)?.collect())
        .doing("counting the units of each kind")
}

/// Whether every unit that has this kind, on whatever day, has its level.
///
/// # Errors
/// What SQLite reports.
pub fn is_followed(connection: &Connection, code: &str) -> Result<bool> {
    connection
        .prepare_cached(
            "SELECT NOT EXISTS (
                 SELECT 1 FROM unit_span AS span WHERE kind = ?1
                     AND level IS NOT (SELECT level FROM unit_kind WHERE code = span.kind))",
        )
        .and_then(|mut statement| statement.query_row([code], |row| row.get(0)))
        .doing("comparing the levels of units with that of their kind")
}

/// Adds a kind at the end, or changes the one of its code. Units of that kind follow it to another level.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, kind: &UnitKind) -> Result<()> {
    let UnitKind { code, name, level } = kind;
    connection
        .prepare_cached(
            "INSERT INTO unit_kind (code, name, level, position)
             VALUES (:code, :name, :level, (SELECT ifnull(max(position), 0) + 1 FROM unit_kind))
             ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! { ":code": code, ":name": name, ":level": code_of(level)? })
        })
        .doing("writing a kind of units")?;
    for table in ["unit", "unit_span"] {
        connection
            .prepare_cached(&format!("UPDATE {table} SET level = :level WHERE kind = :code AND level <> :level"))
            .and_then(|mut statement| statement.execute(named_params! { ":code": code, ":level": code_of(level)? }))
            .doing("changing the level of units")?;
    }
    Ok(())
}
