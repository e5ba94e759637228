//! Where a unit stands and what it is called, from a day until another.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::unit::row_to_facts;
use crate::error::{Doing as _, Result};
use crate::model::{UnitFacts, UnitId, UnitLevel};
use crate::store::{code_column, code_of};

/// Name and place of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Unit above it; `None`: ours.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// Code of its kind.
    pub kind: String,
    /// Its number among its neighbours; those with the same number are listed by kind, then by name.
    pub position: i64,
}

/// What decided it. Empty where nobody named a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents {
    /// By which name and place came to be so.
    pub began_by: String,
    /// By which the unit ended.
    pub ended_by: String,
}

impl Documents {
    /// What began by a document and goes on.
    pub fn began_by(document: &str) -> Documents {
        Documents { began_by: document.to_owned(), ended_by: String::new() }
    }
}

/// A stretch of time in which a unit had one name and one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSpan {
    /// Row of the table.
    pub id: i64,
    /// Which unit.
    pub unit: UnitId,
    /// First day; `None` since ever.
    pub starts_on: Option<NaiveDate>,
    /// Last day; `None` still.
    pub ends_on: Option<NaiveDate>,
    /// Name and place.
    pub place: Place,
    /// What decided it.
    pub documents: Documents,
}

/// A unit on a day, before it has found its place in the order of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedUnit {
    /// Which unit.
    pub id: UnitId,
    /// Name and place.
    pub place: Place,
    /// Its facts.
    pub facts: UnitFacts,
}

fn row_to_place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        parent: row.get::<_, Option<i64>>("parent_id")?.map(UnitId),
        name: row.get("name")?,
        level: code_column(row, "level")?,
        kind: row.get("kind")?,
        position: row.get("position")?,
    })
}

fn row_to_span(row: &Row<'_>) -> rusqlite::Result<StoredSpan> {
    Ok(StoredSpan {
        id: row.get("id")?,
        unit: UnitId(row.get("unit_id")?),
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        place: row_to_place(row)?,
        documents: Documents { began_by: row.get("began_by")?, ended_by: row.get("ended_by")? },
    })
}

const COLUMNS: &str = "id, unit_id, starts_on, ends_on, parent_id, name, level, kind, position, began_by, ended_by";

fn list_where(connection: &Connection, which: &str, values: impl rusqlite::Params) -> Result<Vec<StoredSpan>> {
    // NULL, "since ever", comes first.
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM unit_span WHERE {which} ORDER BY unit_id, starts_on"))
        .and_then(|mut statement| statement.query_map(values, row_to_span)?.collect())
        .doing("reading the history of units")
}

/// Units that are or were of a kind.
///
/// # Errors
/// What SQLite reports.
pub fn list_units_of_kind(connection: &Connection, kind: &str) -> Result<Vec<UnitId>> {
    connection
        .prepare_cached("SELECT DISTINCT unit_id FROM unit_span WHERE kind = ?1 ORDER BY unit_id")
        .and_then(|mut statement| statement.query_map([kind], |row| row.get(0).map(UnitId))?.collect())
        .doing("reading the units of a kind")
}

/// The history of a unit, the oldest first.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId) -> Result<Vec<StoredSpan>> {
    list_where(connection, "unit_id = ?1", [unit.0])
}

/// Stretches of time directly below a unit (`None`: ours) that last on a day or begin later.
///
/// # Errors
/// What SQLite reports.
pub fn list_below(connection: &Connection, parent: Option<UnitId>, from: NaiveDate) -> Result<Vec<StoredSpan>> {
    list_where(
        connection,
        "parent_id IS ?1 AND (ends_on IS NULL OR ends_on >= ?2)",
        (parent.map(|parent| parent.0), from),
    )
}

/// Days after `from` on which something in the structure changes.
///
/// # Errors
/// What SQLite reports.
pub fn list_later_days(connection: &Connection, from: NaiveDate) -> Result<Vec<NaiveDate>> {
    connection
        .prepare_cached("SELECT DISTINCT starts_on FROM unit_span WHERE starts_on > ?1 ORDER BY starts_on")
        .and_then(|mut statement| statement.query_map([from], |row| row.get(0))?.collect())
        .doing("reading the days of later changes")
}

/// How many units exist on a day.
///
/// # Errors
/// What SQLite reports.
pub fn count_on(connection: &Connection, on: NaiveDate) -> Result<u32> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM unit_span
             WHERE (starts_on IS NULL OR starts_on <= ?1) AND (ends_on IS NULL OR ends_on >= ?1)",
        )
        .and_then(|mut statement| statement.query_row([on], |row| row.get(0)))
        .doing("counting the units")
}

/// Every unit that exists on a day, with its facts as they are now.
///
/// # Errors
/// What SQLite reports.
pub fn list_placed(connection: &Connection, on: NaiveDate) -> Result<Vec<PlacedUnit>> {
    let read = |row: &Row<'_>| {
        Ok(PlacedUnit { id: UnitId(row.get("unit_id")?), place: row_to_place(row)?, facts: row_to_facts(row)? })
    };
    connection
        .prepare_cached(
            "SELECT span.unit_id, span.parent_id, span.name, span.level, span.kind, span.position,
                 unit.code, unit.members, unit.sector, unit.has_page, unit.followed_by
             FROM unit_span AS span JOIN unit ON unit.id = span.unit_id
             WHERE (span.starts_on IS NULL OR span.starts_on <= ?1) AND (span.ends_on IS NULL OR span.ends_on >= ?1)",
        )
        .and_then(|mut statement| statement.query_map([on], read)?.collect())
        .doing("reading the units of a day")
}

/// Units that had ended by a day, with the unit that was above them at the end.
///
/// # Errors
/// What SQLite reports.
pub fn list_ended(connection: &Connection, on: NaiveDate) -> Result<Vec<(UnitId, Option<UnitId>)>> {
    connection
        .prepare_cached(
            "SELECT unit_id, parent_id FROM unit_span AS span
             WHERE ends_on < ?1 AND NOT EXISTS (
                 SELECT 1 FROM unit_span AS later WHERE later.unit_id = span.unit_id AND later.starts_on > span.ends_on)",
        )
        .and_then(|mut statement| {
            let read = |row: &Row<'_>| Ok((UnitId(row.get(0)?), row.get::<_, Option<i64>>(1)?.map(UnitId)));
            statement.query_map([on], read)?.collect()
        })
        .doing("reading the units that have ended")
}

/// How many storeys of units stand below a unit on a day.
///
/// # Errors
/// What SQLite reports.
pub fn height(connection: &Connection, unit: UnitId, on: NaiveDate) -> Result<u32> {
    connection
        .prepare_cached(
            "WITH RECURSIVE below (id, height) AS (
                 SELECT ?1, 0
                 UNION
                 SELECT span.unit_id, height + 1 FROM below JOIN unit_span AS span ON span.parent_id = below.id
                 WHERE height < 64
                     AND (span.starts_on IS NULL OR span.starts_on <= ?2) AND (span.ends_on IS NULL OR span.ends_on >= ?2))
             SELECT max(height) FROM below",
        )
        .and_then(|mut statement| statement.query_row((unit.0, on), |row| row.get(0)))
        .doing("measuring the tree below a unit")
}

/// Adds a stretch of time.
///
/// # Errors
/// What SQLite reports.
pub fn add(
    connection: &Connection,
    unit: UnitId,
    (starts_on, ends_on): (Option<NaiveDate>, Option<NaiveDate>),
    place: &Place,
    documents: &Documents,
) -> Result<()> {
    let Place { parent, name, level, kind, position } = place;
    let Documents { began_by, ended_by } = documents;
    connection
        .prepare_cached(
            "INSERT INTO unit_span
                 (unit_id, starts_on, ends_on, parent_id, name, level, kind, position, began_by, ended_by)
             VALUES (:unit, :starts_on, :ends_on, :parent, :name, :level, :kind, :position, :began_by, :ended_by)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":starts_on": starts_on, ":ends_on": ends_on, ":parent": parent.map(|parent| parent.0),
                ":name": name, ":level": code_of(level)?, ":kind": kind, ":position": position,
                ":began_by": began_by, ":ended_by": ended_by,
            })
        })
        .doing("adding to the history of a unit")
        .map(drop)
}

/// Writes a stretch of time anew.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, span: &StoredSpan) -> Result<()> {
    let StoredSpan { id, unit: _, starts_on, ends_on, place, documents: Documents { began_by, ended_by } } = span;
    let Place { parent, name, level, kind, position } = place;
    connection
        .prepare_cached(
            "UPDATE unit_span SET starts_on = :starts_on, ends_on = :ends_on, parent_id = :parent, name = :name,
                 level = :level, kind = :kind, position = :position, began_by = :began_by, ended_by = :ended_by
             WHERE id = :id",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":id": id, ":starts_on": starts_on, ":ends_on": ends_on, ":parent": parent.map(|parent| parent.0),
                ":name": name, ":level": code_of(level)?, ":kind": kind, ":position": position,
                ":began_by": began_by, ":ended_by": ended_by,
            })
        })
        .doing("changing the history of a unit")
        .map(drop)
}

/// Removes a stretch of time.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, span: &StoredSpan) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM unit_span WHERE id = ?1")
        .and_then(|mut statement| statement.execute([span.id]))
        .doing("taking from the history of a unit")
        .map(drop)
}
