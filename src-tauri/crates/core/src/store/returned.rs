//! Reports of ours that came back to be corrected, and the key of the office above ours.

use chrono::NaiveDate;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, ReturnMark};

/// A report that came back, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReturn {
    /// Version that came back.
    pub version: u32,
    /// Hash of the payload of the return, in hex.
    pub payload_sha256: String,
    /// The office that returned it.
    pub office: String,
    /// Day it was returned.
    pub returned_on: NaiveDate,
    /// Day by which the correction is wanted.
    pub wanted_by: Option<NaiveDate>,
    /// What is to be mended on the whole.
    pub note: String,
    /// What is to be mended where.
    pub marks: Vec<ReturnMark>,
}

fn row_to_return(row: &Row<'_>) -> rusqlite::Result<(i64, StoredReturn)> {
    let stored = StoredReturn {
        version: row.get("version")?,
        payload_sha256: row.get("payload_sha256")?,
        office: row.get("office")?,
        returned_on: row.get("returned_on")?,
        wanted_by: row.get("wanted_by")?,
        note: row.get("note")?,
        marks: Vec::new(),
    };
    Ok((row.get("id")?, stored))
}

fn row_to_mark(row: &Row<'_>) -> rusqlite::Result<ReturnMark> {
    let place: String = row.get("place")?;
    let place = serde_json::from_str(&place)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))?;
    Ok(ReturnMark { place, note: row.get("note")? })
}

/// The return of a phase, if its report came back and was not sent again.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<Option<StoredReturn>> {
    let doing = "reading a report that came back";
    let found = connection
        .prepare_cached(
            "SELECT id, version, payload_sha256, office, returned_on, wanted_by, note
             FROM returned_report WHERE campaign_id = ?1 AND phase = ?2",
        )
        .and_then(|mut statement| statement.query_row((campaign.0, phase), row_to_return).optional())
        .doing(doing)?;
    let Some((id, stored)) = found else { return Ok(None) };
    let marks = connection
        .prepare_cached("SELECT place, note FROM return_mark WHERE returned_id = ?1 ORDER BY position")
        .and_then(|mut statement| statement.query_map([id], row_to_mark)?.collect())
        .doing(doing)?;
    Ok(Some(StoredReturn { marks, ..stored }))
}

/// Keeps a return in the place of the one before it.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, campaign: CampaignId, phase: &str, stored: &StoredReturn) -> Result<()> {
    remove(connection, campaign, phase)?;
    let doing = "keeping a report that came back";
    let StoredReturn { version, payload_sha256, office, returned_on, wanted_by, note, marks } = stored;
    let id = connection
        .prepare_cached(
            "INSERT INTO returned_report
                 (campaign_id, phase, version, payload_sha256, office, returned_on, wanted_by, note)
             VALUES (:campaign, :phase, :version, :payload, :office, :returned_on, :wanted_by, :note)",
        )
        .and_then(|mut statement| {
            statement.insert(named_params! {
                ":campaign": campaign.0, ":phase": phase, ":version": version, ":payload": payload_sha256,
                ":office": office, ":returned_on": returned_on, ":wanted_by": wanted_by, ":note": note,
            })
        })
        .doing(doing)?;
    let mut statement = connection
        .prepare_cached("INSERT INTO return_mark (returned_id, position, place, note) VALUES (?1, ?2, ?3, ?4)")
        .doing(doing)?;
    for (position, ReturnMark { place, note }) in (1_i64..).zip(marks) {
        let place = serde_json::to_string(place)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
            .doing(doing)?;
        statement.execute((id, position, place, note)).doing(doing)?;
    }
    Ok(())
}

/// Forgets the return of a phase, if there is one.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<()> {
    let doing = "forgetting a report that came back";
    connection
        .execute(
            "DELETE FROM return_mark WHERE returned_id IN
                 (SELECT id FROM returned_report WHERE campaign_id = ?1 AND phase = ?2)",
            (campaign.0, phase),
        )
        .doing(doing)?;
    connection
        .execute("DELETE FROM returned_report WHERE campaign_id = ?1 AND phase = ?2", (campaign.0, phase))
        .doing(doing)
        .map(drop)
}

/// The key of the office above ours, in hex, if somebody has confirmed one.
///
/// # Errors
/// What SQLite reports.
pub fn find_superior_key(connection: &Connection) -> Result<Option<String>> {
    connection
        .query_row("SELECT key FROM superior_key", [], |row| row.get(0))
        .optional()
        .doing("reading the key of the office above")
}

/// Keeps the key of the office above ours in the place of the one before it.
///
/// # Errors
/// What SQLite reports.
pub fn set_superior_key(connection: &Connection, (key, office): (&str, &str), on: NaiveDate, who: &str) -> Result<()> {
    connection
        .execute(
            "INSERT INTO superior_key (id, key, office, accepted_on, who) VALUES (1, ?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET key = excluded.key, office = excluded.office,
                 accepted_on = excluded.accepted_on, who = excluded.who",
            (key, office, on, who),
        )
        .doing("keeping the key of the office above")
        .map(drop)
}
