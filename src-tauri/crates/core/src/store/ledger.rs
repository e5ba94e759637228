//! The ledger. Lines are added inside the operation that sends or receives, and never changed.

use rusqlite::{Connection, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, LedgerEntry, LedgerFilter, LedgerLine, UnitId};

fn row_to_entry(row: &Row<'_>) -> rusqlite::Result<LedgerEntry> {
    Ok(LedgerEntry {
        number: row.get("id")?,
        direction: code_column(row, "direction")?,
        kind: code_column(row, "kind")?,
        unit: row.get::<_, Option<i64>>("unit_id")?.map(UnitId),
        unit_name: row.get("unit_name")?,
        phase: row.get("phase")?,
        version: row.get("version")?,
        file_name: row.get("file_name")?,
        sha256: row.get("sha256")?,
        on: row.get("on_day")?,
        at: row.get("at")?,
        who: row.get("who")?,
        note: row.get("note")?,
    })
}

/// Adds a line: `at` is the instant, `who` the account on the PC.
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, campaign: CampaignId, (at, who): (&str, &str), line: &LedgerLine) -> Result<()> {
    let LedgerLine { direction, kind, unit, phase, version, file_name, sha256, on, note } = line;
    connection
        .prepare_cached(
            "INSERT INTO ledger
                 (campaign_id, direction, kind, unit_id, phase, version, file_name, sha256, on_day, at, who, note)
             VALUES (:campaign, :direction, :kind, :unit, :phase, :version, :file_name, :sha256, :on, :at, :who, :note)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":direction": code_of(direction)?, ":kind": code_of(kind)?,
                ":unit": unit.map(|unit| unit.0), ":phase": phase, ":version": version, ":file_name": file_name,
                ":sha256": sha256, ":on": on, ":at": at, ":who": who, ":note": note,
            })
        })
        .doing("writing the ledger")
        .map(drop)
}

/// The lines that a filter asks for, the newest first; its words are not looked at here.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, campaign: CampaignId, filter: &LedgerFilter) -> Result<Vec<LedgerEntry>> {
    let LedgerFilter { direction, kind, unit, phase, from, until, words: _ } = filter;
    connection
        .prepare_cached(
            "SELECT ledger.id, direction, ledger.kind, unit_id, ifnull(unit.name, '') AS unit_name, phase, version,
                 file_name, sha256, on_day, at, who, note
             FROM ledger LEFT JOIN unit ON unit.id = unit_id
             WHERE campaign_id = :campaign
                 AND (:direction IS NULL OR direction = :direction) AND (:kind IS NULL OR ledger.kind = :kind)
                 AND (:unit IS NULL OR unit_id = :unit) AND (:phase IS NULL OR phase = :phase)
                 AND (:from IS NULL OR on_day >= :from) AND (:until IS NULL OR on_day <= :until)
             ORDER BY ledger.id DESC",
        )
        .and_then(|mut statement| {
            let values = named_params! {
                ":campaign": campaign.0, ":direction": direction.map(code_of).transpose()?,
                ":kind": kind.map(code_of).transpose()?, ":unit": unit.map(|unit| unit.0), ":phase": phase,
                ":from": from, ":until": until,
            };
            statement.query_map(values, row_to_entry)?.collect()
        })
        .doing("reading the ledger")
}
