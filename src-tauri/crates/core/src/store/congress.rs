//! Congresses of units.

use std::collections::HashMap;

use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, Congress, UnitId};

fn row_to_congress(row: &Row<'_>) -> rusqlite::Result<(UnitId, Congress)> {
    let unit = UnitId(row.get("unit_id")?);
    let congress = Congress {
        unit,
        planned_on: row.get("planned_on")?,
        held_on: row.get("held_on")?,
        held_until: row.get("held_until")?,
        place: row.get("place")?,
        is_pilot: row.get("is_pilot")?,
        delegates: row.get("delegates")?,
        result: row.get("result")?,
    };
    Ok((unit, congress))
}

/// Congresses of a campaign by unit.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, campaign: CampaignId) -> Result<HashMap<UnitId, Congress>> {
    connection
        .prepare_cached(
            "SELECT unit_id, planned_on, held_on, held_until, place, is_pilot, delegates, result
             FROM congress WHERE campaign_id = ?1",
        )
        .and_then(|mut statement| statement.query_map([campaign.0], row_to_congress)?.collect())
        .doing("reading the congresses")
}

/// Writes the congress of a unit.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, campaign: CampaignId, congress: &Congress) -> Result<()> {
    let Congress { unit, planned_on, held_on, held_until, place, is_pilot, delegates, result } = congress;
    connection
        .prepare_cached(
            "INSERT INTO congress
                 (campaign_id, unit_id, planned_on, held_on, held_until, place, is_pilot, delegates, result)
             VALUES (:campaign, :unit, :planned, :held, :until, :place, :is_pilot, :delegates, :result)
             ON CONFLICT (campaign_id, unit_id) DO UPDATE SET planned_on = excluded.planned_on,
                 held_on = excluded.held_on, held_until = excluded.held_until, place = excluded.place,
                 is_pilot = excluded.is_pilot, delegates = excluded.delegates, result = excluded.result",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":planned": planned_on, ":held": held_on,
                ":until": held_until, ":place": place, ":is_pilot": is_pilot, ":delegates": delegates,
                ":result": result,
            })
        })
        .doing("writing a congress")
        .map(drop)
}
