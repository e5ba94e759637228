//! Who a unit below ours is, and its facts that have no date of their own.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::{Doing as _, Error, Result};
use crate::model::{UnitFacts, UnitId, UnitLevel};
use crate::store::{code_column, code_of};

/// A unit below ours, as its last name and level say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredUnit {
    /// Which unit.
    pub id: UnitId,
    /// Its last name.
    pub name: String,
    /// Its last level.
    pub level: UnitLevel,
    /// Code of its last kind.
    pub kind: String,
    /// Its facts.
    pub facts: UnitFacts,
}

fn row_to_unit(row: &Row<'_>) -> rusqlite::Result<StoredUnit> {
    Ok(StoredUnit {
        id: UnitId(row.get("id")?),
        name: row.get("name")?,
        level: code_column(row, "level")?,
        kind: row.get("kind")?,
        facts: row_to_facts(row)?,
    })
}

/// Needs the columns code, members, sector, has_page and followed_by.
pub(crate) fn row_to_facts(row: &Row<'_>) -> rusqlite::Result<UnitFacts> {
    Ok(UnitFacts {
        code: row.get("code")?,
        members: row.get("members")?,
        sector: code_column(row, "sector")?,
        has_page: row.get("has_page")?,
        followed_by: row.get("followed_by")?,
    })
}

/// A unit below ours.
///
/// # Errors
/// `not_found`, also for our own unit.
pub fn get(connection: &Connection, id: UnitId) -> Result<StoredUnit> {
    find(connection, "id = ?1", id.0)?.ok_or_else(|| Error::not_found("unit", id))
}

/// The unit below ours that has this code of the office.
///
/// # Errors
/// What SQLite reports.
pub fn find_by_code(connection: &Connection, code: &str) -> Result<Option<StoredUnit>> {
    // Without the second half SQLite does not see that its index has the answer.
    find(connection, "code = ?1 AND code <> ''", code)
}

/// All units below ours, ended ones among them, in the order in which they were entered.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<Vec<StoredUnit>> {
    connection
        .prepare_cached(
            "SELECT id, name, level, kind, code, members, sector, has_page, followed_by
             FROM unit WHERE is_ours = 0 ORDER BY id",
        )
        .and_then(|mut statement| statement.query_map([], row_to_unit)?.collect())
        .doing("reading the units")
}

fn find(connection: &Connection, which: &str, value: impl rusqlite::ToSql) -> Result<Option<StoredUnit>> {
    connection
        .prepare_cached(&format!(
            "SELECT id, name, level, kind, code, members, sector, has_page, followed_by
             FROM unit WHERE is_ours = 0 AND {which}"
        ))
        .and_then(|mut statement| statement.query_row([value], row_to_unit).optional())
        .doing("reading a unit")
}

/// Writes a new unit; where it stands is written by [`super::span::add`].
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, name: &str, (kind, level): (&str, UnitLevel), facts: &UnitFacts) -> Result<UnitId> {
    let UnitFacts { code, members, sector, has_page, followed_by } = facts;
    connection
        .prepare_cached(
            "INSERT INTO unit (is_ours, name, level, superior, place, symbol, members,
                 code, kind, sector, has_page, followed_by)
             VALUES (0, :name, :level, '', '', '', :members, :code, :kind, :sector, :has_page, :followed_by)",
        )
        .and_then(|mut statement| {
            statement.insert(named_params! {
                ":name": name, ":level": code_of(level)?, ":members": members, ":code": code, ":kind": kind,
                ":sector": code_of(sector)?, ":has_page": has_page, ":followed_by": followed_by,
            })
        })
        .map(UnitId)
        .doing("adding a unit")
}

/// Writes the facts of a unit.
///
/// # Errors
/// What SQLite reports.
pub fn set_facts(connection: &Connection, id: UnitId, facts: &UnitFacts) -> Result<()> {
    let UnitFacts { code, members, sector, has_page, followed_by } = facts;
    connection
        .prepare_cached(
            "UPDATE unit SET code = :code, members = :members, sector = :sector, has_page = :has_page,
                 followed_by = :followed_by
             WHERE id = :id AND is_ours = 0",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":id": id.0, ":members": members, ":code": code, ":sector": code_of(sector)?,
                ":has_page": has_page, ":followed_by": followed_by,
            })
        })
        .doing("writing the facts of a unit")
        .map(drop)
}

/// Takes name, kind and level over from the last stretch of time of the unit.
///
/// # Errors
/// What SQLite reports.
pub fn follow_last_span(connection: &Connection, id: UnitId) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE unit SET (name, level, kind) = (
                 SELECT name, level, kind FROM unit_span WHERE unit_id = unit.id ORDER BY starts_on DESC LIMIT 1)
             WHERE id = ?1 AND is_ours = 0",
        )
        .and_then(|mut statement| statement.execute([id.0]))
        .doing("writing the last name of a unit")
        .map(drop)
}

/// Removes a unit with its place and contacts; false if something else speaks of it, and nothing must then be kept of this
/// transaction.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, id: UnitId) -> Result<bool> {
    let remove = || {
        connection.execute("DELETE FROM unit_contact WHERE unit_id = ?1", [id.0])?;
        connection.execute("DELETE FROM unit_span WHERE unit_id = ?1", [id.0])?;
        connection.execute("DELETE FROM unit WHERE id = ?1 AND is_ours = 0", [id.0])
    };
    match remove() {
        Ok(_) => Ok(true),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => Ok(false),
        Err(error) => Err(error).doing("removing a unit"),
    }
}

/// Every unit but ours, also one that has ended: its id, its name in files (may be empty), its name.
///
/// # Errors
/// What SQLite reports.
pub fn list_in_files(connection: &Connection) -> Result<Vec<(UnitId, String, String)>> {
    connection
        .prepare_cached("SELECT id, uid, name FROM unit WHERE is_ours IS NOT 1 ORDER BY id")
        .and_then(|mut statement| {
            statement.query_map([], |row| Ok((UnitId(row.get(0)?), row.get(1)?, row.get(2)?)))?.collect()
        })
        .doing("reading the names of the units in files")
}
