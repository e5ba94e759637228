//! What came of units as files: one row for each version of a report, never changed.
//!
//! Of the rows of one unit and phase the one with the largest version counts, then the one with the largest sequence, then the
//! one with the largest payload hash, so that the order in which files came decides nothing.

use std::collections::HashMap;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, named_params};
use serde::de::DeserializeOwned;

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{
    CampaignId, FileHead, ReceivedFile, ReceivedFileId, ReportPayload, SentFigure, SentSection, UnitId,
};

const HEAD: &str = "file.id, file.unit_id, file.phase, file.version, file.sequence, file.payload_sha256, file.channel,
     file.key, file.file_name, file.file_sha256, file.size, file.received_on, file.entered_for, file.edits";

/// Rows of a phase after which no other one of the same unit counts.
const COUNTS: &str = "file.campaign_id = ?1 AND file.phase = ?2 AND NOT EXISTS (
         SELECT 1 FROM received_file AS later
         WHERE later.campaign_id = file.campaign_id AND later.phase = file.phase AND later.unit_id = file.unit_id
             AND (later.version, later.sequence, later.payload_sha256)
                 > (file.version, file.sequence, file.payload_sha256))";

fn row_to_file(row: &Row<'_>) -> rusqlite::Result<ReceivedFile> {
    let head = FileHead {
        unit: UnitId(row.get("unit_id")?),
        phase: row.get("phase")?,
        version: row.get("version")?,
        sequence: row.get("sequence")?,
        payload_sha256: row.get("payload_sha256")?,
        channel: code_column(row, "channel")?,
        key: row.get("key")?,
        file_name: row.get("file_name")?,
        file_sha256: row.get("file_sha256")?,
        size: row.get("size")?,
        received_on: row.get("received_on")?,
        entered_for: row.get("entered_for")?,
        edits: row.get("edits")?,
    };
    Ok(ReceivedFile { id: ReceivedFileId(row.get("id")?), head })
}

/// A column of JSON that this program wrote.
fn json_column<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

fn json_of(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// Keeps what came. The same payload of the same unit and phase must not be kept yet: see [`find_same`].
///
/// # Errors
/// What SQLite reports.
pub fn add(
    connection: &Connection,
    campaign: CampaignId,
    head: &FileHead,
    report: &ReportPayload,
) -> Result<ReceivedFileId> {
    let doing = "keeping what came of a unit";
    let figures = json_of(&report.figures).doing(doing)?;
    let report = ReportPayload { figures: Vec::new(), ..report.clone() };
    let FileHead {
        unit,
        phase,
        version,
        sequence,
        payload_sha256,
        channel,
        key,
        file_name,
        file_sha256,
        size,
        received_on,
        entered_for,
        edits,
    } = head;
    connection
        .prepare_cached(
            "INSERT INTO received_file (campaign_id, unit_id, phase, version, sequence, payload_sha256, channel, key,
                 file_name, file_sha256, size, received_on, entered_for, edits, report, figures)
             VALUES (:campaign, :unit, :phase, :version, :sequence, :payload, :channel, :key, :file_name, :file, :size,
                 :received_on, :entered_for, :edits, :report, :figures)",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":campaign": campaign.0, ":unit": unit.0, ":phase": phase, ":version": version,
                ":sequence": sequence, ":payload": payload_sha256, ":channel": code_of(channel)?, ":key": key,
                ":file_name": file_name, ":file": file_sha256, ":size": size, ":received_on": received_on,
                ":entered_for": entered_for, ":edits": edits, ":report": json_of(&report)?, ":figures": figures,
            })
        })
        .doing(doing)?;
    Ok(ReceivedFileId(connection.last_insert_rowid()))
}

fn list(connection: &Connection, rest: &str, values: impl Params) -> Result<Vec<ReceivedFile>> {
    connection
        .prepare_cached(&format!("SELECT {HEAD} FROM received_file AS file {rest}"))
        .and_then(|mut statement| statement.query_map(values, row_to_file)?.collect())
        .doing("reading what came of units")
}

/// One of them.
///
/// # Errors
/// What SQLite reports.
pub fn find(connection: &Connection, id: ReceivedFileId) -> Result<Option<ReceivedFile>> {
    Ok(list(connection, "WHERE file.id = ?1", [id.0])?.pop())
}

/// The one with this payload.
///
/// # Errors
/// What SQLite reports.
pub fn find_same(
    connection: &Connection,
    campaign: CampaignId,
    (unit, phase): (UnitId, &str),
    payload_sha256: &str,
) -> Result<Option<ReceivedFile>> {
    let rest = "WHERE file.campaign_id = ?1 AND file.unit_id = ?2 AND file.phase = ?3 AND file.payload_sha256 = ?4";
    Ok(list(connection, rest, (campaign.0, unit.0, phase, payload_sha256))?.pop())
}

/// All that came of a unit for a phase: what counts stands first.
///
/// # Errors
/// What SQLite reports.
pub fn list_of_unit(
    connection: &Connection,
    campaign: CampaignId,
    (unit, phase): (UnitId, &str),
) -> Result<Vec<ReceivedFile>> {
    let rest = "WHERE file.campaign_id = ?1 AND file.unit_id = ?2 AND file.phase = ?3
                ORDER BY file.version DESC, file.sequence DESC, file.payload_sha256 DESC";
    list(connection, rest, (campaign.0, unit.0, phase))
}

/// What counts of every unit for a phase, in the order of the units.
///
/// # Errors
/// What SQLite reports.
pub fn list_counting(connection: &Connection, campaign: CampaignId, phase: &str) -> Result<Vec<ReceivedFile>> {
    list(connection, &format!("WHERE {COUNTS} ORDER BY file.unit_id"), (campaign.0, phase))
}

/// The day on which what counts of each unit came.
///
/// # Errors
/// What SQLite reports.
pub fn list_last_days(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
) -> Result<HashMap<UnitId, chrono::NaiveDate>> {
    connection
        .prepare_cached(&format!("SELECT file.unit_id, file.received_on FROM received_file AS file WHERE {COUNTS}"))
        .and_then(|mut statement| {
            statement.query_map((campaign.0, phase), |row| Ok((UnitId(row.get(0)?), row.get(1)?)))?.collect()
        })
        .doing("reading when what counts came")
}

/// The report of a file, as it was signed.
///
/// # Errors
/// What SQLite reports.
pub fn find_report(connection: &Connection, id: ReceivedFileId) -> Result<Option<ReportPayload>> {
    let read = |row: &Row<'_>| {
        let report: ReportPayload = json_column(row, "report")?;
        Ok(ReportPayload { figures: json_column(row, "figures")?, ..report })
    };
    connection
        .prepare_cached("SELECT report, figures FROM received_file WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([id.0], read).optional())
        .doing("reading the report of a unit")
}

/// The figures of a file.
///
/// # Errors
/// What SQLite reports.
pub fn find_figures(connection: &Connection, id: ReceivedFileId) -> Result<Option<Vec<SentFigure>>> {
    connection
        .prepare_cached("SELECT figures FROM received_file WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([id.0], |row| json_column(row, "figures")).optional())
        .doing("reading the figures of a unit")
}

/// Calls `take` for what counts of every unit for a phase, in the order of the units, with its figures.
///
/// # Errors
/// What SQLite reports.
pub fn each_figures(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
    mut take: impl FnMut(ReceivedFile, Vec<SentFigure>),
) -> Result<()> {
    let doing = "reading the figures of the units";
    let sql = format!("SELECT {HEAD}, file.figures FROM received_file AS file WHERE {COUNTS} ORDER BY file.unit_id");
    let mut statement = connection.prepare_cached(&sql).doing(doing)?;
    let mut rows = statement.query((campaign.0, phase)).doing(doing)?;
    while let Some(row) = rows.next().doing(doing)? {
        take(row_to_file(row).doing(doing)?, json_column(row, "figures").doing(doing)?);
    }
    Ok(())
}

/// How many files and links the reports of a phase name.
///
/// # Errors
/// What SQLite reports.
pub fn list_evidence_counts(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
) -> Result<HashMap<ReceivedFileId, u32>> {
    connection
        .prepare_cached(
            "SELECT id, ifnull(json_array_length(report, '$.evidence'), 0) FROM received_file
             WHERE campaign_id = ?1 AND phase = ?2",
        )
        .and_then(|mut statement| {
            statement.query_map((campaign.0, phase), |row| Ok((ReceivedFileId(row.get(0)?), row.get(1)?)))?.collect()
        })
        .doing("counting the evidence of the units")
}

/// Calls `take` for what counts of every unit for a phase, in the order of the units, with its texts.
///
/// # Errors
/// What SQLite reports.
pub fn each_sections(
    connection: &Connection,
    campaign: CampaignId,
    phase: &str,
    mut take: impl FnMut(ReceivedFile, Vec<SentSection>),
) -> Result<()> {
    /// The lines of the document, which are most of it, are passed over.
    #[derive(serde::Deserialize)]
    struct Texts {
        sections: Vec<SentSection>,
    }
    let doing = "reading the texts of the units";
    let sql = format!("SELECT {HEAD}, file.report FROM received_file AS file WHERE {COUNTS} ORDER BY file.unit_id");
    let mut statement = connection.prepare_cached(&sql).doing(doing)?;
    let mut rows = statement.query((campaign.0, phase)).doing(doing)?;
    while let Some(row) = rows.next().doing(doing)? {
        let Texts { sections } = json_column(row, "report").doing(doing)?;
        take(row_to_file(row).doing(doing)?, sections);
    }
    Ok(())
}

/// What tells the files of a campaign apart: unit, phase, version, sequence, hash of the payload, day it came.
pub type Mark = (UnitId, String, u32, i64, String, chrono::NaiveDate);

/// The marks of all that came.
///
/// # Errors
/// What SQLite reports.
pub fn list_marks(connection: &Connection, campaign: CampaignId) -> Result<Vec<Mark>> {
    let read =
        |row: &Row<'_>| Ok((UnitId(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?));
    connection
        .prepare_cached(
            "SELECT unit_id, phase, version, sequence, payload_sha256, received_on FROM received_file
             WHERE campaign_id = ?1",
        )
        .and_then(|mut statement| statement.query_map([campaign.0], read)?.collect())
        .doing("reading what came of units")
}
