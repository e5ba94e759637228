//! Due days by level, exceptions of single units, and which day of a report decides.

use rusqlite::{Connection, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, LateBy, LevelDue, UnitException, UnitId};

fn row_to_level_due(row: &Row<'_>) -> rusqlite::Result<LevelDue> {
    Ok(LevelDue {
        phase: row.get("phase")?,
        activity: row.get("activity")?,
        level: code_column(row, "level")?,
        due_on: row.get("due_on")?,
    })
}

/// Due days by level.
///
/// # Errors
/// What SQLite reports.
pub fn list_level_dues(connection: &Connection, campaign: CampaignId) -> Result<Vec<LevelDue>> {
    connection
        .prepare_cached("SELECT phase, activity, level, due_on FROM level_due WHERE campaign_id = ?1 ORDER BY id")
        .and_then(|mut statement| statement.query_map([campaign.0], row_to_level_due)?.collect())
        .doing("reading the due days of levels")
}

/// Writes the due day of a level, or removes it.
///
/// # Errors
/// What SQLite reports.
pub fn set_level_due(connection: &Connection, campaign: CampaignId, due: &LevelDue) -> Result<()> {
    let LevelDue { phase, activity, level, due_on } = due;
    let level = code_of(level).doing("a level")?;
    let Some(due_on) = due_on else {
        let sql = "DELETE FROM level_due WHERE campaign_id = ?1 AND phase = ?2 AND activity = ?3 AND level = ?4";
        let place = (campaign.0, phase, activity, level);
        return connection.execute(sql, place).doing("removing the due day of a level").map(drop);
    };
    connection
        .execute(
            "INSERT INTO level_due (campaign_id, phase, activity, level, due_on)
             VALUES (:campaign, :phase, :activity, :level, :due)
             ON CONFLICT (campaign_id, phase, activity, level) DO UPDATE SET due_on = excluded.due_on",
            named_params! {
                ":campaign": campaign.0, ":phase": phase, ":activity": activity, ":level": level, ":due": due_on,
            },
        )
        .doing("writing the due day of a level")
        .map(drop)
}

fn row_to_exception(row: &Row<'_>) -> rusqlite::Result<UnitException> {
    Ok(UnitException {
        unit: UnitId(row.get("unit_id")?),
        phase: row.get("phase")?,
        activity: row.get("activity")?,
        due_on: row.get("due_on")?,
        reason: row.get("reason")?,
        allowed_by: row.get("allowed_by")?,
        document: row.get("document")?,
    })
}

/// All exceptions of a campaign.
///
/// # Errors
/// What SQLite reports.
pub fn list_exceptions(connection: &Connection, campaign: CampaignId) -> Result<Vec<UnitException>> {
    connection
        .prepare_cached(
            "SELECT unit_id, phase, activity, due_on, reason, allowed_by, document
             FROM exception WHERE campaign_id = ?1 ORDER BY unit_id, phase, activity",
        )
        .and_then(|mut statement| statement.query_map([campaign.0], row_to_exception)?.collect())
        .doing("reading the exceptions")
}

/// Writes an exception.
///
/// # Errors
/// What SQLite reports.
pub fn set_exception(connection: &Connection, campaign: CampaignId, exception: &UnitException) -> Result<()> {
    let UnitException { unit, phase, activity, due_on, reason, allowed_by, document } = exception;
    connection
        .execute(
            "INSERT INTO exception (campaign_id, unit_id, phase, activity, due_on, reason, allowed_by, document)
             VALUES (:campaign, :unit, :phase, :activity, :due, :reason, :allowed_by, :document)
             ON CONFLICT (campaign_id, unit_id, phase, activity) DO UPDATE SET due_on = excluded.due_on,
                 reason = excluded.reason, allowed_by = excluded.allowed_by, document = excluded.document",
            named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":activity": activity, ":due": due_on,
                ":reason": reason, ":allowed_by": allowed_by, ":document": document,
            },
        )
        .doing("writing an exception")
        .map(drop)
}

/// Removes an exception.
///
/// # Errors
/// What SQLite reports.
pub fn remove_exception(
    connection: &Connection,
    campaign: CampaignId,
    unit: UnitId,
    (phase, activity): (&str, &str),
) -> Result<()> {
    let sql = "DELETE FROM exception WHERE campaign_id = ?1 AND unit_id = ?2 AND phase = ?3 AND activity = ?4";
    connection.execute(sql, (campaign.0, unit.0, phase, activity)).doing("removing an exception").map(drop)
}

/// Which day of a report decides whether it is late.
///
/// # Errors
/// What SQLite reports.
pub fn read_late_by(connection: &Connection, campaign: CampaignId) -> Result<LateBy> {
    connection
        .query_row("SELECT late_by FROM campaign WHERE id = ?1", [campaign.0], |row| code_column(row, "late_by"))
        .doing("reading which day decides")
}

/// Says which day of a report decides.
///
/// # Errors
/// What SQLite reports.
pub fn set_late_by(connection: &Connection, campaign: CampaignId, late_by: LateBy) -> Result<()> {
    let code = code_of(late_by).doing("a rule")?;
    let sql = "UPDATE campaign SET late_by = ?2 WHERE id = ?1";
    connection.execute(sql, (campaign.0, code)).doing("writing which day decides").map(drop)
}
