//! Who was reminded of which report, when and how.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, RecordedReminder, ReminderChannel, UnitId};

/// The reminders of one unit about the report of a phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Steps at which it was reminded, in days after the due day.
    pub steps: Vec<i32>,
    /// Day of the last one.
    pub last_on: Option<NaiveDate>,
    /// How it was reminded then.
    pub last_channel: Option<ReminderChannel>,
}

/// Reminders about the report of a phase, by unit.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<HashMap<UnitId, Reminded>> {
    let mut statement = connection
        .prepare_cached(
            "SELECT unit_id, step, reminded_on, channel FROM reminder
             WHERE campaign_id = ?1 AND phase = ?2 ORDER BY reminded_on, id",
        )
        .doing("reading the reminders")?;
    let read = |row: &Row<'_>| {
        Ok((UnitId(row.get("unit_id")?), row.get("step")?, row.get("reminded_on")?, code_column(row, "channel")?))
    };
    let rows = statement.query_map((campaign.0, phase), read).doing("reading the reminders")?;
    let mut by_unit: HashMap<UnitId, Reminded> = HashMap::new();
    for row in rows {
        let (unit, step, on, channel): (UnitId, i32, NaiveDate, ReminderChannel) =
            row.doing("reading the reminders")?;
        let reminded = by_unit.entry(unit).or_default();
        reminded.steps.push(step);
        (reminded.last_on, reminded.last_channel) = (Some(on), Some(channel));
    }
    Ok(by_unit)
}

/// The record: every reminder about the report of a phase, the newest first.
///
/// # Errors
/// What SQLite reports.
pub fn list_recorded(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<Vec<RecordedReminder>> {
    let read = |row: &Row<'_>| {
        Ok(RecordedReminder {
            unit: UnitId(row.get("unit_id")?),
            name: row.get("name")?,
            step: row.get("step")?,
            channel: code_column(row, "channel")?,
            on: row.get("reminded_on")?,
            note: row.get("note")?,
        })
    };
    connection
        .prepare_cached(
            "SELECT unit_id, unit.name, step, channel, reminded_on, note
             FROM reminder JOIN unit ON unit.id = unit_id
             WHERE campaign_id = ?1 AND phase = ?2 ORDER BY reminded_on DESC, reminder.id DESC",
        )
        .and_then(|mut statement| statement.query_map((campaign.0, phase), read)?.collect())
        .doing("reading the record of reminders")
}

/// A reminder to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReminder {
    /// Which unit.
    pub unit: UnitId,
    /// The step that had been reached, in days after the due day.
    pub step: i32,
    /// How.
    pub channel: ReminderChannel,
    /// The day.
    pub on: NaiveDate,
    /// May be empty.
    pub note: String,
}

/// Writes a reminder down.
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, campaign: CampaignId, phase: &str, reminder: &NewReminder) -> Result<()> {
    let NewReminder { unit, step, channel, on, note } = reminder;
    connection
        .prepare_cached(
            "INSERT INTO reminder (campaign_id, unit_id, phase, step, channel, reminded_on, note)
             VALUES (:campaign, :unit, :phase, :step, :channel, :on, :note)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":step": step,
                ":channel": code_of(channel)?, ":on": on, ":note": note,
            })
        })
        .doing("writing a reminder down")
        .map(drop)
}
