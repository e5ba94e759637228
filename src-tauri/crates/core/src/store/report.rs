//! What the official says about phase reports.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Error, Result};
use crate::model::{CampaignId, ReportState, RichText, SignerId, UnitId};

/// A report as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredReport {
    /// Where it stands.
    pub state: ReportState,
    /// Day on which it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Number without the symbol.
    pub number: String,
    /// Day of the document.
    pub dated_on: Option<NaiveDate>,
    /// Lines after "Kính gửi:"; `None` takes what the plan proposes.
    pub addressees: Option<Vec<String>>,
    /// Lines after "Nơi nhận:"; `None` takes what the plan proposes.
    pub recipients: Option<Vec<String>>,
    /// Who signs; `None` takes the default signer.
    pub signer: Option<SignerId>,
    /// Code of the official form; `None` takes the one that holds on its day.
    pub form: Option<String>,
    /// Why it is being corrected after it was sent; empty where it is not.
    pub correction: String,
}

/// A text of the official's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSection {
    /// What he wrote.
    pub kept: RichText,
    /// What the program would have written at that moment.
    pub composed: RichText,
}

fn row_to_report(row: &Row<'_>) -> rusqlite::Result<(String, StoredReport)> {
    let lines = |text: Option<String>| text.map(|text| text.lines().map(str::to_owned).collect());
    let report = StoredReport {
        state: code_column(row, "state")?,
        sent_on: row.get("sent_on")?,
        number: row.get("number")?,
        dated_on: row.get("dated_on")?,
        addressees: lines(row.get("addressees")?),
        recipients: lines(row.get("recipients")?),
        signer: row.get::<_, Option<i64>>("signer_id")?.map(SignerId),
        form: row.get("form_code")?,
        correction: row.get("correction")?,
    };
    Ok((row.get("phase")?, report))
}

/// Reports of a unit by phase; one that nobody touched is not in it.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId, campaign: CampaignId) -> Result<BTreeMap<String, StoredReport>> {
    connection
        .prepare_cached(
            "SELECT phase, state, sent_on, number, dated_on, addressees, recipients, signer_id, form_code, correction
             FROM report WHERE unit_id = ?1 AND campaign_id = ?2",
        )
        .and_then(|mut statement| statement.query_map([unit.0, campaign.0], row_to_report)?.collect())
        .doing("reading the reports")
}

/// Writes a report.
///
/// # Errors
/// What SQLite reports.
pub fn set(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    phase: &str,
    report: &StoredReport,
) -> Result<()> {
    let StoredReport { state, sent_on, number, dated_on, addressees, recipients, signer, form, correction } = report;
    let text = |lines: &Option<Vec<String>>| lines.as_ref().map(|lines| lines.join("\n"));
    connection
        .prepare_cached(
            "INSERT INTO report (unit_id, campaign_id, phase, state, sent_on, number, dated_on, addressees, recipients,
                 signer_id, form_code, correction)
             VALUES (:unit, :campaign, :phase, :state, :sent_on, :number, :dated_on, :addressees, :recipients, :signer,
                 :form, :correction)
             ON CONFLICT (unit_id, campaign_id, phase) DO UPDATE SET
                 state = excluded.state, sent_on = excluded.sent_on, number = excluded.number,
                 dated_on = excluded.dated_on, addressees = excluded.addressees, recipients = excluded.recipients,
                 signer_id = excluded.signer_id, form_code = excluded.form_code, correction = excluded.correction",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":campaign": campaign.0, ":phase": phase, ":state": code_of(state)?,
                ":sent_on": sent_on, ":number": number, ":dated_on": dated_on, ":addressees": text(addressees),
                ":recipients": text(recipients), ":signer": signer.map(|signer| signer.0), ":form": form,
                ":correction": correction,
            })
        })
        .doing("writing a report")
        .map(drop)
}

/// A text in either form.
fn text_column(row: &Row<'_>, column: &str) -> rusqlite::Result<RichText> {
    let (form, text): (String, String) = (row.get("form")?, row.get(column)?);
    if form == "plain" {
        return Ok(RichText::from_plain(&text));
    }
    let failed = |error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error));
    serde_json::from_str(&text).map_err(failed)
}

/// Texts of the official's own in one report, by section.
///
/// # Errors
/// What SQLite reports.
pub fn list_kept_sections(
    connection: &Connection,
    unit: UnitId,
    campaign: CampaignId,
    phase: &str,
) -> Result<BTreeMap<String, KeptSection>> {
    let read = |row: &Row<'_>| {
        Ok((
            row.get("section")?,
            KeptSection { kept: text_column(row, "kept")?, composed: text_column(row, "composed")? },
        ))
    };
    connection
        .prepare_cached(
            "SELECT section, form, kept, composed FROM report_section JOIN report ON report.id = report_id
             WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3",
        )
        .and_then(|mut statement| statement.query_map((unit.0, campaign.0, phase), read)?.collect())
        .doing("reading the sections of a report")
}

/// Writes a text of the official's own, or removes it. The report must have a row.
///
/// # Errors
/// What SQLite reports.
pub fn set_section(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    (phase, section): (&str, &str),
    kept: Option<&KeptSection>,
) -> Result<()> {
    let report: Option<i64> = connection
        .prepare_cached("SELECT id FROM report WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3")
        .and_then(|mut statement| statement.query_row((unit.0, campaign.0, phase), |row| row.get(0)).optional())
        .doing("looking up a report")?;
    let written = match kept {
        Some(KeptSection { kept, composed }) => connection.execute(
            "INSERT INTO report_section (report_id, section, form, kept, composed) VALUES (?1, ?2, 'rich', ?3, ?4)
             ON CONFLICT (report_id, section)
             DO UPDATE SET form = excluded.form, kept = excluded.kept, composed = excluded.composed",
            (report, section, json(kept)?, json(composed)?),
        ),
        None => {
            connection.execute("DELETE FROM report_section WHERE report_id = ?1 AND section = ?2", (report, section))
        }
    };
    written.doing("writing a section of a report").map(drop)
}

fn json(text: &RichText) -> Result<String> {
    serde_json::to_string(text).map_err(|error| Error::Database {
        doing: "write a text as JSON".to_owned(),
        source: rusqlite::Error::ToSqlConversionFailure(Box::new(error)),
    })
}
