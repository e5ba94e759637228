//! Evidence: which files and links belong to which activity. The files themselves lie beside the book.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{ActivityId, Evidence, EvidenceId, UnitId};

const COLUMNS: &str = "id, activity_id, kind, title, url, size, sha256, added_at";

/// `is_missing` is false here: the store does not look at files.
fn row_to_evidence(row: &Row<'_>) -> rusqlite::Result<(ActivityId, Evidence)> {
    let evidence = Evidence {
        id: EvidenceId(row.get("id")?),
        kind: code_column(row, "kind")?,
        title: row.get("title")?,
        url: row.get("url")?,
        size: row.get("size")?,
        sha256: row.get("sha256")?,
        added_at: row.get("added_at")?,
        is_missing: false,
    };
    Ok((ActivityId(row.get("activity_id")?), evidence))
}

/// Evidence of a unit, by activity, in the order in which it was added.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId) -> Result<BTreeMap<ActivityId, Vec<Evidence>>> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM evidence WHERE unit_id = ?1 ORDER BY id"))
        .doing("reading the evidence")?;
    let rows = statement.query_map([unit.0], row_to_evidence).doing("reading the evidence")?;
    let mut evidence: BTreeMap<ActivityId, Vec<Evidence>> = BTreeMap::new();
    for row in rows {
        let (activity, piece) = row.doing("reading a piece of evidence")?;
        evidence.entry(activity).or_default().push(piece);
    }
    Ok(evidence)
}

/// One piece of evidence with its activity.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, id: EvidenceId) -> Result<Option<(ActivityId, Evidence)>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM evidence WHERE id = ?1"))
        .and_then(|mut statement| statement.query_row([id.0], row_to_evidence).optional())
        .doing("reading a piece of evidence")
}

/// Adds a piece of evidence; its id is given anew.
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, unit: UnitId, activity: ActivityId, evidence: &Evidence) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO evidence (unit_id, activity_id, kind, title, url, size, sha256, added_at)
             VALUES (:unit, :activity, :kind, :title, :url, :size, :sha256, :added_at)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":activity": activity.0, ":kind": code_of(evidence.kind)?, ":title": evidence.title,
                ":url": evidence.url, ":size": evidence.size, ":sha256": evidence.sha256, ":added_at": evidence.added_at,
            })
        })
        .doing("adding evidence")
        .map(drop)
}

/// Removes a piece of evidence from its activity; its file stays, so that the removal can be taken back.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, id: EvidenceId) -> Result<()> {
    super::extras::forget_evidence(connection, id)?;
    connection.execute("DELETE FROM evidence WHERE id = ?1", [id.0]).doing("removing evidence").map(drop)
}
