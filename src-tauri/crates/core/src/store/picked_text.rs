//! Texts of units that were picked for our report.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, ReceivedFileId};

/// What was picked for a phase: section and file.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<BTreeSet<(String, ReceivedFileId)>> {
    connection
        .prepare_cached("SELECT section, file_id FROM picked_text WHERE campaign_id = ?1 AND phase = ?2")
        .and_then(|mut statement| {
            statement.query_map((campaign.0, phase), |row| Ok((row.get(0)?, ReceivedFileId(row.get(1)?))))?.collect()
        })
        .doing("reading the texts that were picked")
}

/// Remembers that a text was picked.
///
/// # Errors
/// What SQLite reports.
pub fn add(
    connection: &Connection,
    campaign: CampaignId,
    (phase, section): (&str, &str),
    file: ReceivedFileId,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO picked_text (campaign_id, phase, section, file_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (campaign_id, phase, section, file_id) DO NOTHING",
        )
        .and_then(|mut statement| statement.execute((campaign.0, phase, section, file.0)))
        .doing("keeping that a text was picked")
        .map(drop)
}
