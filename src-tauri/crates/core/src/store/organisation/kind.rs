//! Kinds of units.

use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::UnitKind;
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
