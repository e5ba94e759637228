//! What the units below brought, as it was frozen. The last row of a phase counts.

use std::collections::BTreeMap;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, FrozenFigure, FrozenHead};

const COUNTS: &str = "SELECT max(id) FROM consolidation WHERE campaign_id = ?1 GROUP BY phase";

fn row_to_head(row: &Row<'_>) -> rusqlite::Result<FrozenHead> {
    Ok(FrozenHead {
        frozen_at: row.get("frozen_at")?,
        frozen_on: row.get("frozen_on")?,
        who: row.get("who")?,
        note: row.get("note")?,
        sha256: row.get("sha256")?,
        n_units: row.get("n_units")?,
    })
}

/// The figures of every phase that something was frozen for.
///
/// # Errors
/// What SQLite reports.
pub fn list_figures(connection: &Connection, campaign: CampaignId) -> Result<BTreeMap<String, Vec<FrozenFigure>>> {
    let read = |row: &Row<'_>| {
        let figures = serde_json::from_str(row.get_ref("figures")?.as_str()?)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, Box::new(error)))?;
        Ok((row.get("phase")?, figures))
    };
    connection
        .prepare_cached(&format!(
            "SELECT phase, content -> '$.figures' AS figures FROM consolidation WHERE id IN ({COUNTS})"
        ))
        .and_then(|mut statement| statement.query_map([campaign.0], read)?.collect())
        .doing("reading what was frozen")
}

/// What was frozen last for a phase, with its content.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<Option<(FrozenHead, String)>> {
    connection
        .prepare_cached(
            "SELECT frozen_at, frozen_on, who, note, sha256, n_units, content FROM consolidation
             WHERE campaign_id = ?1 AND phase = ?2 ORDER BY id DESC LIMIT 1",
        )
        .and_then(|mut statement| {
            statement.query_row((campaign.0, phase), |row| Ok((row_to_head(row)?, row.get("content")?))).optional()
        })
        .doing("reading what was frozen")
}

/// Head of what was frozen last for a phase.
///
/// # Errors
/// What SQLite reports.
pub fn find_head(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<Option<FrozenHead>> {
    connection
        .prepare_cached(
            "SELECT frozen_at, frozen_on, who, note, sha256, n_units FROM consolidation
             WHERE campaign_id = ?1 AND phase = ?2 ORDER BY id DESC LIMIT 1",
        )
        .and_then(|mut statement| statement.query_row((campaign.0, phase), row_to_head).optional())
        .doing("reading what was frozen")
}

/// Keeps what was frozen.
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, campaign: CampaignId, phase: &str, head: &FrozenHead, content: &str) -> Result<()> {
    let FrozenHead { frozen_at, frozen_on, who, note, sha256, n_units } = head;
    connection
        .prepare_cached(
            "INSERT INTO consolidation (campaign_id, phase, frozen_at, frozen_on, who, note, n_units, content, sha256)
             VALUES (:campaign, :phase, :frozen_at, :frozen_on, :who, :note, :n_units, :content, :sha256)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":phase": phase, ":frozen_at": frozen_at, ":frozen_on": frozen_on,
                ":who": who, ":note": note, ":n_units": n_units, ":content": content, ":sha256": sha256,
            })
        })
        .doing("keeping what was frozen")
        .map(drop)
}
