//! Versions of a report, as they were sent.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, UnitId, VersionHead};

/// What a version holds besides its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredContent {
    /// All that the report said, as JSON.
    pub content: String,
    /// Its figures and ticks, as JSON.
    pub standing: String,
}

/// `is_missing` is false here: the store does not look at files.
fn row_to_head(row: &Row<'_>) -> rusqlite::Result<VersionHead> {
    Ok(VersionHead {
        number: row.get("number")?,
        sent_on: row.get("sent_on")?,
        kept_at: row.get("kept_at")?,
        who: row.get("who")?,
        cause: code_column(row, "cause")?,
        reason: row.get("reason")?,
        document: row.get("document")?,
        sha256: row.get("sha256")?,
        size: row.get("size")?,
        is_missing: false,
    })
}

const OF_REPORT: &str = "FROM report_version AS version JOIN report ON report.id = report_id
     WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3";

/// Versions of a report, the newest first.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, (unit, campaign): (UnitId, CampaignId), phase: &str) -> Result<Vec<VersionHead>> {
    let sql = format!(
        "SELECT version.number, version.sent_on, kept_at, who, cause, reason, document, sha256, size
         {OF_REPORT} ORDER BY version.number DESC"
    );
    connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_map((unit.0, campaign.0, phase), row_to_head)?.collect())
        .doing("reading the versions of a report")
}

/// What a version holds; `None` if there is no such version.
///
/// # Errors
/// What SQLite reports.
pub fn find_content(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    (phase, number): (&str, u32),
) -> Result<Option<StoredContent>> {
    let read = |row: &Row<'_>| Ok(StoredContent { content: row.get("content")?, standing: row.get("standing")? });
    connection
        .prepare_cached(&format!("SELECT content, standing {OF_REPORT} AND version.number = ?4"))
        .and_then(|mut statement| statement.query_row((unit.0, campaign.0, phase, number), read).optional())
        .doing("reading a version of a report")
}

/// The last version of each report with its figures and ticks, by phase.
///
/// # Errors
/// What SQLite reports.
pub fn list_last_standings(
    connection: &Connection,
    unit: UnitId,
    campaign: CampaignId,
) -> Result<Vec<(String, VersionHead, String)>> {
    let read = |row: &Row<'_>| Ok((row.get("phase")?, row_to_head(row)?, row.get("standing")?));
    connection
        .prepare_cached(
            "SELECT phase, version.number, version.sent_on, kept_at, who, cause, reason, document, sha256, size, standing
             FROM report_version AS version JOIN report ON report.id = version.report_id
             WHERE unit_id = ?1 AND campaign_id = ?2 AND version.number = (
                 SELECT max(number) FROM report_version WHERE report_id = report.id)",
        )
        .and_then(|mut statement| statement.query_map((unit.0, campaign.0), read)?.collect())
        .doing("reading the last versions of reports")
}

/// Adds a version of a report, which must have a row, with the next number.
///
/// # Errors
/// What SQLite reports.
pub fn add(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    phase: &str,
    head: &VersionHead,
    content: &StoredContent,
) -> Result<()> {
    let report: i64 = connection
        .prepare_cached("SELECT id FROM report WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3")
        .and_then(|mut statement| statement.query_row((unit.0, campaign.0, phase), |row| row.get(0)))
        .doing("looking up a report")?;
    let VersionHead { number, sent_on, kept_at, who, cause, reason, document, sha256, size, is_missing: _ } = head;
    connection
        .prepare_cached(
            "INSERT INTO report_version (report_id, number, sent_on, kept_at, who, cause, reason, content, standing,
                 written, document, sha256, size)
             VALUES (:report, :number, :sent_on, :kept_at, :who, :cause, :reason, :content, :standing, :written,
                 :document, :sha256, :size)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":report": report, ":number": number, ":sent_on": sent_on, ":kept_at": kept_at, ":who": who,
                ":cause": code_of(cause)?, ":reason": reason, ":content": content.content,
                ":standing": content.standing, ":written": written_of(connection, report)?, ":document": document,
                ":sha256": sha256, ":size": size,
            })
        })
        .doing("keeping a version of a report")
        .map(drop)
}

/// What the official himself has said of a report: its head and his texts.
fn written_of(connection: &Connection, report: i64) -> rusqlite::Result<String> {
    connection
        .prepare_cached(
            "SELECT json_array(number, dated_on, addressees, recipients, signer_id, form_code, template_id, (
                 SELECT json_group_array(json_array(section, kept)) FROM (
                     SELECT section, kept FROM report_section WHERE report_id = report.id ORDER BY section)), (
                 SELECT json_group_array(json_array(code, is_included)) FROM (
                     SELECT code, is_included FROM report_annex WHERE report_id = report.id ORDER BY code)), (
                 SELECT json_group_array(json_array(evidence_id, caption, is_large)) FROM (
                     SELECT evidence_id, caption, is_large FROM report_photo WHERE report_id = report.id
                     ORDER BY position)))
             FROM report WHERE id = ?1",
        )
        .and_then(|mut statement| statement.query_row([report], |row| row.get(0)))
}

/// False for a report that counts as sent and no longer says what its last version says.
///
/// # Errors
/// What SQLite reports.
pub fn says_what_was_sent(connection: &Connection, report: i64) -> Result<bool> {
    let sent: Option<String> = connection
        .prepare_cached(
            "SELECT written FROM report_version JOIN report ON report.id = report_id
             WHERE report_id = ?1 AND state IN ('sent', 'received', 'accepted') ORDER BY report_version.number DESC LIMIT 1",
        )
        .and_then(|mut statement| statement.query_row([report], |row| row.get(0)).optional())
        .doing("reading what was sent")?;
    match sent {
        None => Ok(true),
        Some(sent) => Ok(written_of(connection, report).doing("comparing with what was sent")? == sent),
    }
}

/// True if a version that is no longer there had been followed: by a later version, or by anything that holds and was said
/// of its report since.
///
/// # Errors
/// What SQLite reports.
pub fn was_followed(connection: &Connection, version: i64, report: i64) -> Result<bool> {
    connection
        .prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM report_version WHERE id = :version) AND EXISTS (
                 SELECT 1 FROM change_row AS later JOIN change_step AS step ON step.id = later.step_id
                 WHERE step.kind = 'do' AND step.state = 'done' AND step.id > (
                     SELECT min(step_id) FROM change_row
                     WHERE table_name = 'report_version' AND row_id = :version AND old_row IS NULL)
                 AND ((later.table_name = 'report' AND later.row_id = :report)
                     OR (later.table_name = 'report_version'
                         AND ifnull(later.new_row, later.old_row) ->> '$.report_id' = :report)))",
        )
        .and_then(|mut statement| {
            statement.query_row(named_params! { ":version": version, ":report": report }, |row| row.get(0))
        })
        .doing("looking for what came after a version")
}
