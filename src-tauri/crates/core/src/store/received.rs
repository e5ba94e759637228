//! What our office has of the reports of units below.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::organisation::unit::row_to_facts;
use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, Receipt, UnitFacts, UnitId, UnitLevel};

fn row_to_receipt(row: &Row<'_>) -> rusqlite::Result<(UnitId, Receipt)> {
    let receipt = Receipt {
        state: code_column(row, "state")?,
        signed_on: row.get("signed_on")?,
        sent_on: row.get("sent_on")?,
        received_on: row.get("received_on")?,
        channel: code_column(row, "channel")?,
        has_content: row.get("has_content")?,
        note: row.get("note")?,
    };
    Ok((UnitId(row.get("unit_id")?), receipt))
}

/// Reports of a phase by unit.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<HashMap<UnitId, Receipt>> {
    connection
        .prepare_cached(
            "SELECT unit_id, state, signed_on, sent_on, received_on, channel, has_content, note
             FROM received_report WHERE campaign_id = ?1 AND phase = ?2",
        )
        .and_then(|mut statement| statement.query_map((campaign.0, phase), row_to_receipt)?.collect())
        .doing("reading the reports received")
}

/// The report of one unit.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, campaign: CampaignId, phase: &str, unit: UnitId) -> Result<Option<Receipt>> {
    connection
        .prepare_cached(
            "SELECT unit_id, state, signed_on, sent_on, received_on, channel, has_content, note
             FROM received_report WHERE campaign_id = ?1 AND phase = ?2 AND unit_id = ?3",
        )
        .and_then(|mut statement| statement.query_row((campaign.0, phase, unit.0), row_to_receipt).optional())
        .doing("reading a report received")
        .map(|found| found.map(|(_, receipt)| receipt))
}

/// A unit below another one, with what decides whether something is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitBelow {
    /// Which unit.
    pub id: UnitId,
    /// Its level on the day that was asked for.
    pub level: UnitLevel,
    /// Code of its kind then.
    pub kind: String,
    /// Its facts.
    pub facts: UnitFacts,
}

fn row_to_below(row: &Row<'_>) -> rusqlite::Result<(UnitBelow, Option<Receipt>)> {
    let has_come = row.get::<_, Option<NaiveDate>>("received_on")?.is_some();
    let receipt = has_come.then(|| row_to_receipt(row)).transpose()?;
    let below = UnitBelow {
        id: UnitId(row.get("unit_id")?),
        level: code_column(row, "level")?,
        kind: row.get("kind")?,
        facts: row_to_facts(row)?,
    };
    Ok((below, receipt.map(|(_, receipt)| receipt)))
}

/// Calls `take` for every unit that stands below one on a day, at every depth, with what came of it.
///
/// # Errors
/// What SQLite reports.
pub fn each_below(
    connection: &Connection,
    (campaign, phase): (CampaignId, &str),
    (unit, on): (UnitId, NaiveDate),
    mut take: impl FnMut(&UnitBelow, Option<&Receipt>),
) -> Result<()> {
    let doing = "reading the reports below a unit";
    let mut statement = connection
        .prepare_cached(
            // Up to a height that no sound book reaches, so that a circle ends.
            "WITH RECURSIVE below (id, level, kind, height) AS (
                 SELECT :unit, NULL, NULL, 0
                 UNION ALL
                 SELECT span.unit_id, span.level, span.kind, height + 1
                 FROM below CROSS JOIN unit_span AS span ON span.parent_id = below.id
                 WHERE height < 64 AND (span.starts_on IS NULL OR span.starts_on <= :on)
                     AND (span.ends_on IS NULL OR span.ends_on >= :on))
             SELECT below.id AS unit_id, below.level, below.kind, code, members, sector, has_page, followed_by,
                 state, signed_on, sent_on, received_on, channel, has_content, note
             FROM below JOIN unit ON unit.id = below.id LEFT JOIN received_report AS report
                 ON report.campaign_id = :campaign AND report.phase = :phase AND report.unit_id = below.id
             WHERE height > 0",
        )
        .doing(doing)?;
    let values = named_params! { ":unit": unit.0, ":on": on, ":campaign": campaign.0, ":phase": phase };
    let mut rows = statement.query(values).doing(doing)?;
    while let Some(row) = rows.next().doing(doing)? {
        let (below, receipt) = row_to_below(row).doing(doing)?;
        take(&below, receipt.as_ref());
    }
    Ok(())
}

/// Writes what came of a unit; `None` removes the entry.
///
/// # Errors
/// What SQLite reports.
pub fn set(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
    unit: UnitId,
    receipt: Option<&Receipt>,
) -> Result<()> {
    let Some(Receipt { state, signed_on, sent_on, received_on, channel, has_content, note }) = receipt else {
        let sql = "DELETE FROM received_report WHERE campaign_id = ?1 AND phase = ?2 AND unit_id = ?3";
        return connection
            .execute(sql, (campaign.0, phase, unit.0))
            .doing("removing an entry of the register")
            .map(drop);
    };
    connection
        .prepare_cached(
            "INSERT INTO received_report
                 (campaign_id, unit_id, phase, state, signed_on, sent_on, received_on, channel, has_content, note)
             VALUES (:campaign, :unit, :phase, :state, :signed, :sent, :received, :channel, :has_content, :note)
             ON CONFLICT (campaign_id, phase, unit_id) DO UPDATE SET state = excluded.state,
                 signed_on = excluded.signed_on, sent_on = excluded.sent_on, received_on = excluded.received_on,
                 channel = excluded.channel, has_content = excluded.has_content, note = excluded.note",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":state": code_of(state)?,
                ":signed": signed_on, ":sent": sent_on, ":received": received_on, ":channel": code_of(channel)?,
                ":has_content": has_content, ":note": note,
            })
        })
        .doing("writing the register")
        .map(drop)
}

/// The last day on which each unit was reminded of a phase's report.
///
/// # Errors
/// What SQLite reports.
pub fn list_last_reminders(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
) -> Result<HashMap<UnitId, NaiveDate>> {
    connection
        .prepare_cached(
            "SELECT unit_id, max(reminded_on) FROM reminder WHERE campaign_id = ?1 AND phase = ?2 GROUP BY unit_id",
        )
        .and_then(|mut statement| {
            statement.query_map((campaign.0, phase), |row| Ok((UnitId(row.get(0)?), row.get(1)?)))?.collect()
        })
        .doing("reading the reminders")
}

/// The last day on which one unit was reminded of a phase's report.
///
/// # Errors
/// What SQLite reports.
pub fn find_last_reminder(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
    unit: UnitId,
) -> Result<Option<NaiveDate>> {
    connection
        .prepare_cached("SELECT max(reminded_on) FROM reminder WHERE campaign_id = ?1 AND phase = ?2 AND unit_id = ?3")
        .and_then(|mut statement| statement.query_row((campaign.0, phase, unit.0), |row| row.get(0)))
        .doing("reading the reminders of a unit")
}

/// Calls `take` for each activity that a unit has finished or that does not apply to it: unit, activity, true if finished.
///
/// # Errors
/// What SQLite reports.
pub fn each_progress(connection: &Connection, mut take: impl FnMut(UnitId, i64, bool)) -> Result<()> {
    let mut statement = connection
        .prepare_cached(
            "SELECT unit_id, activity_id, state = 'done' FROM progress WHERE state IN ('done', 'not_applicable')",
        )
        .doing("reading the progress of the units")?;
    let mut rows = statement.query([]).doing("reading the progress of the units")?;
    while let Some(row) = rows.next().doing("reading the progress of the units")? {
        let (unit, activity, is_done): (i64, i64, bool) = row.try_into().doing("reading the progress of the units")?;
        take(UnitId(unit), activity, is_done);
    }
    Ok(())
}
