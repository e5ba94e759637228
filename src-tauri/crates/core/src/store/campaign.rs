//! The head of the book, the campaign with its plan, what the user set about milestones and due days.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, DueRule, FixedDue, MilestoneSetting};

/// What is written once, when the book is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookHead {
    /// True for invented data.
    pub is_sample: bool,
    /// The day that is today in a book with invented data.
    pub rehearsal_day: Option<NaiveDate>,
}

/// Writes the head of a new book.
///
/// # Errors
/// What SQLite reports.
pub fn write_head(connection: &Connection, created_at: &str, rehearsal_day: Option<NaiveDate>) -> Result<()> {
    connection
        .execute(
            "INSERT INTO book (id, created_at, is_sample, rehearsal_day) VALUES (1, ?1, ?2, ?3)",
            (created_at, rehearsal_day.is_some(), rehearsal_day),
        )
        .doing("writing the head of the book")
        .map(drop)
}

/// Reads the head of the book.
///
/// # Errors
/// What SQLite reports.
pub fn read_head(connection: &Connection) -> Result<BookHead> {
    let read =
        |row: &Row<'_>| Ok(BookHead { is_sample: row.get("is_sample")?, rehearsal_day: row.get("rehearsal_day")? });
    connection.query_row("SELECT is_sample, rehearsal_day FROM book", [], read).doing("reading the head of the book")
}

/// The campaign with the text of its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCampaign {
    /// Its id.
    pub id: CampaignId,
    /// Name of the template's file, for messages.
    pub plan_file: String,
    /// The template as it was when the campaign began.
    pub plan_source: String,
}

/// The campaign of the book.
///
/// # Errors
/// What SQLite reports.
pub fn find_first(connection: &Connection) -> Result<Option<StoredCampaign>> {
    let read = |row: &Row<'_>| {
        Ok(StoredCampaign {
            id: CampaignId(row.get("id")?),
            plan_file: row.get("plan_file")?,
            plan_source: row.get("plan_source")?,
        })
    };
    connection
        .query_row("SELECT id, plan_file, plan_source FROM campaign ORDER BY id LIMIT 1", [], read)
        .optional()
        .doing("reading the campaign")
}

/// Adds a campaign.
///
/// # Errors
/// What SQLite reports.
pub fn add(connection: &Connection, plan_code: &str, file: &str, source: &str, due: &DueRule) -> Result<CampaignId> {
    connection
        .prepare(
            "INSERT INTO campaign (plan_code, plan_file, plan_source, due_days_after_end, is_due_proposed)
             VALUES (:code, :file, :source, :days, :proposed)",
        )
        .and_then(|mut statement| {
            statement.insert(named_params! {
                ":code": plan_code, ":file": file, ":source": source,
                ":days": due.days_after_end, ":proposed": due.is_proposed,
            })
        })
        .map(CampaignId)
        .doing("adding the campaign")
}

/// The plan file of a campaign: public key of the office that leads it, version; empty and 0 without one.
///
/// # Errors
/// What SQLite reports.
pub fn find_issue(connection: &Connection, campaign: CampaignId) -> Result<(String, u32)> {
    let sql = "SELECT issuer_key, issued_version FROM campaign WHERE id = ?1";
    connection
        .query_row(sql, [campaign.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .doing("reading the plan file of the campaign")
}

/// When reports are due.
///
/// # Errors
/// What SQLite reports.
pub fn read_due_rule(connection: &Connection, campaign: CampaignId) -> Result<DueRule> {
    let fixed = connection
        .prepare_cached("SELECT phase, due_on FROM fixed_due WHERE campaign_id = ?1 ORDER BY phase")
        .and_then(|mut statement| {
            let read = |row: &Row<'_>| Ok(FixedDue { phase: row.get("phase")?, due_on: row.get("due_on")? });
            statement.query_map([campaign.0], read)?.collect::<rusqlite::Result<Vec<_>>>()
        })
        .doing("reading the due days")?;
    connection
        .prepare_cached("SELECT due_days_after_end, is_due_proposed FROM campaign WHERE id = ?1")
        .and_then(|mut statement| {
            statement.query_row([campaign.0], |row| {
                Ok(DueRule { days_after_end: row.get(0)?, is_proposed: row.get(1)?, fixed })
            })
        })
        .doing("reading the rule of due days")
}

/// Writes when reports are due.
///
/// # Errors
/// What SQLite reports.
pub fn set_due_rule(connection: &Connection, campaign: CampaignId, rule: &DueRule) -> Result<()> {
    let DueRule { days_after_end, is_proposed, fixed } = rule;
    connection
        .execute(
            "UPDATE campaign SET due_days_after_end = ?2, is_due_proposed = ?3 WHERE id = ?1",
            (campaign.0, days_after_end, is_proposed),
        )
        .doing("writing the rule of due days")?;
    let kept = fixed.iter().map(|due| due.phase.as_str()).collect::<Vec<_>>();
    let kept = serde_json::to_string(&kept).unwrap_or_default();
    connection
        .execute(
            "DELETE FROM fixed_due WHERE campaign_id = ?1 AND phase NOT IN (SELECT value FROM json_each(?2))",
            (campaign.0, kept),
        )
        .doing("removing due days")?;
    for FixedDue { phase, due_on } in fixed {
        connection
            .execute(
                "INSERT INTO fixed_due (campaign_id, phase, due_on) VALUES (?1, ?2, ?3)
                 ON CONFLICT (campaign_id, phase) DO UPDATE SET due_on = excluded.due_on",
                (campaign.0, phase, due_on),
            )
            .doing("writing a due day")?;
    }
    Ok(())
}

/// What the user set about milestones.
///
/// # Errors
/// What SQLite reports.
pub fn list_milestone_settings(connection: &Connection, campaign: CampaignId) -> Result<Vec<MilestoneSetting>> {
    let read = |row: &Row<'_>| {
        Ok(MilestoneSetting {
            code: row.get("code")?,
            certainty: code_column(row, "certainty")?,
            on: row.get("starts_on")?,
            until: row.get("ends_on")?,
            reason: row.get("reason")?,
        })
    };
    connection
        .prepare_cached(
            "SELECT code, certainty, starts_on, ends_on, reason FROM milestone WHERE campaign_id = ?1 ORDER BY code",
        )
        .and_then(|mut statement| statement.query_map([campaign.0], read)?.collect())
        .doing("reading the milestones")
}

/// Writes what the user set about a milestone.
///
/// # Errors
/// What SQLite reports.
pub fn set_milestone(connection: &Connection, campaign: CampaignId, setting: &MilestoneSetting) -> Result<()> {
    let MilestoneSetting { code, certainty, on, until, reason } = setting;
    connection
        .prepare_cached(
            "INSERT INTO milestone (campaign_id, code, certainty, starts_on, ends_on, reason)
             VALUES (:campaign, :code, :certainty, :on, :until, :reason)
             ON CONFLICT (campaign_id, code) DO UPDATE SET certainty = excluded.certainty,
                 starts_on = excluded.starts_on, ends_on = excluded.ends_on, reason = excluded.reason",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":code": code, ":certainty": code_of(certainty)?,
                ":on": on, ":until": until, ":reason": reason,
            })
        })
        .doing("writing a milestone")
        .map(drop)
}

/// The key of the office that leads the campaign and the version of its plan file; empty and 0 without one.
///
/// # Errors
/// What SQLite reports.
pub fn read_issue(connection: &Connection, campaign: CampaignId) -> Result<(String, u32)> {
    connection
        .prepare_cached("SELECT issuer_key, issued_version FROM campaign WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([campaign.0], |row| Ok((row.get(0)?, row.get(1)?))))
        .doing("reading who leads the campaign")
}

/// Writes them.
///
/// # Errors
/// What SQLite reports.
pub fn set_issue(connection: &Connection, campaign: CampaignId, key: &str, version: u32) -> Result<()> {
    connection
        .execute("UPDATE campaign SET issuer_key = ?2, issued_version = ?3 WHERE id = ?1", (campaign.0, key, version))
        .doing("writing who leads the campaign")
        .map(drop)
}

/// Gives the campaign an amended plan.
///
/// # Errors
/// What SQLite reports.
pub fn set_plan(connection: &Connection, campaign: CampaignId, file: &str, source: &str) -> Result<()> {
    connection
        .execute("UPDATE campaign SET plan_file = ?2, plan_source = ?3 WHERE id = ?1", (campaign.0, file, source))
        .doing("amending the plan")
        .map(drop)
}

/// Lets a milestone follow the plan again.
///
/// # Errors
/// What SQLite reports.
pub fn remove_milestone(connection: &Connection, campaign: CampaignId, code: &str) -> Result<()> {
    connection
        .execute("DELETE FROM milestone WHERE campaign_id = ?1 AND code = ?2", (campaign.0, code))
        .doing("removing a milestone")
        .map(drop)
}
