//! Rows of a sample book that are written in bulk, before it has a log.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::code_of;
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, Congress, Receipt, UnitException, UnitId, UnitLevel};

/// A due day for the reports of a level.
///
/// # Errors
/// What SQLite reports.
pub fn add_level_due(
    connection: &Connection,
    campaign: CampaignId,
    (phase, level, due_on): (&str, UnitLevel, NaiveDate),
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO level_due (campaign_id, phase, activity, level, due_on) VALUES (?1, ?2, '', ?3, ?4)",
        )
        .and_then(|mut statement| statement.execute((campaign.0, phase, code_of(level)?, due_on)))
        .doing("writing a due day")
        .map(drop)
}

/// What is known of a unit's report.
///
/// # Errors
/// What SQLite reports.
pub fn add_receipt(
    connection: &Connection,
    campaign: CampaignId,
    (unit, phase): (UnitId, &str),
    receipt: &Receipt,
) -> Result<()> {
    let Receipt { state, signed_on, sent_on, received_on, channel, has_content, note } = receipt;
    connection
        .prepare_cached(
            "INSERT INTO received_report
                 (campaign_id, unit_id, phase, state, signed_on, sent_on, received_on, channel, has_content, note)
             VALUES (:campaign, :unit, :phase, :state, :signed, :sent, :received, :channel, :has_content, :note)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":state": code_of(state)?,
                ":signed": signed_on, ":sent": sent_on, ":received": received_on, ":channel": code_of(channel)?,
                ":has_content": has_content, ":note": note,
            })
        })
        .doing("writing a report received")
        .map(drop)
}

/// An exception.
///
/// # Errors
/// What SQLite reports.
pub fn add_exception(connection: &Connection, campaign: CampaignId, exception: &UnitException) -> Result<()> {
    let UnitException { unit, phase, activity, due_on, reason, allowed_by, document } = exception;
    connection
        .prepare_cached(
            "INSERT INTO exception (campaign_id, unit_id, phase, activity, due_on, reason, allowed_by, document)
             VALUES (:campaign, :unit, :phase, :activity, :due_on, :reason, :allowed_by, :document)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":activity": activity, ":due_on": due_on,
                ":reason": reason, ":allowed_by": allowed_by, ":document": document,
            })
        })
        .doing("writing an exception")
        .map(drop)
}

/// A congress.
///
/// # Errors
/// What SQLite reports.
pub fn add_congress(connection: &Connection, campaign: CampaignId, congress: &Congress) -> Result<()> {
    let Congress { unit, planned_on, held_on, held_until, place, is_pilot, delegates, result } = congress;
    connection
        .prepare_cached(
            "INSERT INTO congress
                 (campaign_id, unit_id, planned_on, held_on, held_until, place, is_pilot, delegates, result)
             VALUES (:campaign, :unit, :planned, :held, :until, :place, :is_pilot, :delegates, :result)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":planned": planned_on, ":held": held_on,
                ":until": held_until, ":place": place, ":is_pilot": is_pilot, ":delegates": delegates, ":result": result,
            })
        })
        .doing("writing a congress")
        .map(drop)
}

/// The name of a unit in files.
///
/// # Errors
/// What SQLite reports.
pub fn set_uid(connection: &Connection, unit: UnitId, uid: &str) -> Result<()> {
    connection
        .prepare_cached("UPDATE unit SET uid = ?2 WHERE id = ?1")
        .and_then(|mut statement| statement.execute((unit.0, uid)))
        .doing("naming a unit in files")
        .map(drop)
}

/// Public key of the office that leads the campaign, and version of its plan file.
///
/// # Errors
/// What SQLite reports.
pub fn set_issue(connection: &Connection, campaign: CampaignId, (issuer, version): (&str, u32)) -> Result<()> {
    connection
        .execute(
            "UPDATE campaign SET issuer_key = ?2, issued_version = ?3 WHERE id = ?1",
            (campaign.0, issuer, version),
        )
        .doing("writing the plan file of the campaign")
        .map(drop)
}

/// Another key than the one that was there.
///
/// # Errors
/// What SQLite reports.
pub fn set_office_key(connection: &Connection, secret: &str) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO office_key (id, secret) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET secret = excluded.secret",
        )
        .and_then(|mut statement| statement.execute([secret]))
        .doing("writing the key of a sample unit")
        .map(drop)
}

/// Nothing is done, nothing is counted.
///
/// # Errors
/// What SQLite reports.
pub fn forget_what_was_done(connection: &Connection, unit: UnitId) -> Result<()> {
    for table in ["progress", "figure"] {
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE unit_id = ?1"))
            .and_then(|mut statement| statement.execute([unit.0]))
            .doing("emptying the book of a sample unit")?;
    }
    Ok(())
}

/// A book that is thrown away does not wait for the disk.
///
/// # Errors
/// What SQLite reports.
pub fn forget_the_disk(connection: &Connection) -> Result<()> {
    connection.execute_batch("PRAGMA synchronous = OFF;").doing("making a sample")
}
