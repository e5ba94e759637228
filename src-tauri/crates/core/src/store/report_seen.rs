//! Findings of the check before signing that the official has looked at.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, UnitId};

/// Keys of findings that were seen, with what was found at that moment.
///
/// # Errors
/// What SQLite reports.
pub fn list(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    phase: &str,
) -> Result<BTreeMap<String, String>> {
    connection
        .prepare_cached("SELECT finding, found FROM report_seen WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3")
        .and_then(|mut statement| {
            statement.query_map((unit.0, campaign.0, phase), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })
        .doing("reading what was seen of a report")
}

/// Keeps that a finding was seen, or forgets it.
///
/// # Errors
/// What SQLite reports.
pub fn set(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    (phase, finding): (&str, &str),
    found: Option<&str>,
) -> Result<()> {
    let written = match found {
        Some(found) => connection
            .prepare_cached(
                "INSERT INTO report_seen (unit_id, campaign_id, phase, finding, found)
                 VALUES (:unit, :campaign, :phase, :finding, :found)
                 ON CONFLICT (unit_id, campaign_id, phase, finding) DO UPDATE SET found = excluded.found",
            )
            .and_then(|mut statement| {
                statement.execute(named_params! {
                    ":unit": unit.0, ":campaign": campaign.0, ":phase": phase, ":finding": finding, ":found": found,
                })
            }),
        None => connection.execute(
            "DELETE FROM report_seen WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3 AND finding = ?4",
            (unit.0, campaign.0, phase, finding),
        ),
    };
    written.doing("keeping what was seen of a report").map(drop)
}
