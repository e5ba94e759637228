//! Our unit and its signers.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{OurUnit, Signer, SignerId, UnitId};

fn row_to_unit(row: &Row<'_>) -> rusqlite::Result<(UnitId, OurUnit)> {
    let unit = OurUnit {
        name: row.get("name")?,
        level: code_column(row, "level")?,
        superior: row.get("superior")?,
        place: row.get("place")?,
        symbol: row.get("symbol")?,
        members: row.get("members")?,
    };
    Ok((UnitId(row.get("id")?), unit))
}

/// The unit whose book this is.
///
/// # Errors
/// What SQLite reports.
pub fn find_ours(connection: &Connection) -> Result<Option<(UnitId, OurUnit)>> {
    connection
        .prepare_cached("SELECT id, name, level, superior, place, symbol, members FROM unit WHERE is_ours = 1")
        .and_then(|mut statement| statement.query_row([], row_to_unit).optional())
        .doing("reading our unit")
}

/// Writes our unit, the first time and every time after.
///
/// # Errors
/// What SQLite reports.
pub fn set_ours(connection: &Connection, unit: &OurUnit) -> Result<()> {
    let OurUnit { name, level, superior, place, symbol, members } = unit;
    connection
        .prepare_cached(
            "INSERT INTO unit (is_ours, name, level, superior, place, symbol, members)
             VALUES (1, :name, :level, :superior, :place, :symbol, :members)
             ON CONFLICT (is_ours) WHERE is_ours = 1 DO UPDATE SET
                 name = excluded.name, level = excluded.level, superior = excluded.superior,
                 place = excluded.place, symbol = excluded.symbol, members = excluded.members",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":name": name, ":level": code_of(level)?, ":superior": superior,
                ":place": place, ":symbol": symbol, ":members": members,
            })
        })
        .doing("writing our unit")
        .map(drop)
}

/// The name of a unit in files; empty while it has none.
///
/// # Errors
/// What SQLite reports.
pub fn find_uid(connection: &Connection, unit: UnitId) -> Result<String> {
    connection
        .query_row("SELECT uid FROM unit WHERE id = ?1", [unit.0], |row| row.get(0))
        .optional()
        .doing("reading the name of a unit in files")
        .map(Option::unwrap_or_default)
}

fn row_to_signer(row: &Row<'_>) -> rusqlite::Result<Signer> {
    Ok(Signer {
        id: Some(SignerId(row.get("id")?)),
        authority: row.get("authority")?,
        title: row.get("title")?,
        name: row.get("name")?,
        is_default: row.get("is_default")?,
    })
}

/// All signers, the default one first.
///
/// # Errors
/// What SQLite reports.
pub fn list_signers(connection: &Connection) -> Result<Vec<Signer>> {
    connection
        .prepare_cached("SELECT id, authority, title, name, is_default FROM signer ORDER BY is_default DESC, id")
        .and_then(|mut statement| statement.query_map([], row_to_signer)?.collect())
        .doing("reading the signers")
}

/// Adds a signer, or changes the one of its id. At most one is the default: the others lose it.
///
/// # Errors
/// What SQLite reports.
pub fn set_signer(connection: &Connection, signer: &Signer) -> Result<()> {
    let Signer { id, authority, title, name, is_default } = signer;
    if *is_default {
        connection.execute("UPDATE signer SET is_default = 0", []).doing("changing the default signer")?;
    }
    connection
        .execute(
            "INSERT INTO signer (id, authority, title, name, is_default)
             VALUES (:id, :authority, :title, :name, :is_default)
             ON CONFLICT (id) DO UPDATE SET authority = excluded.authority, title = excluded.title,
                 name = excluded.name, is_default = excluded.is_default",
            named_params! {
                ":id": id.map(|id| id.0), ":authority": authority, ":title": title, ":name": name,
                ":is_default": is_default,
            },
        )
        .doing("writing a signer")
        .map(drop)
}

/// Removes a signer; reports that had it take the default one.
///
/// # Errors
/// What SQLite reports.
pub fn remove_signer(connection: &Connection, id: SignerId) -> Result<()> {
    connection
        .execute("UPDATE report SET signer_id = NULL WHERE signer_id = ?1", [id.0])
        .doing("taking a signer from the reports")?;
    connection.execute("DELETE FROM signer WHERE id = ?1", [id.0]).doing("removing a signer").map(drop)
}
