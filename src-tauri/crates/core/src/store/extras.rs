//! What a report has beside its text: which annexes, which photos.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, EvidenceId, PhotoChoice, UnitId};

/// One report of one unit.
#[derive(Debug, Clone, Copy)]
pub struct ReportKey<'a> {
    /// Whose.
    pub unit: UnitId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Of which phase.
    pub phase: &'a str,
}

/// The report as a condition on the tables that hang on it.
const OF_REPORT: &str =
    "report_id = (SELECT id FROM report WHERE unit_id = :unit AND campaign_id = :campaign AND phase = :phase)";

/// Which annexes the official wants or does not want, where the program proposes something else.
///
/// # Errors
/// What SQLite reports.
pub fn list_annexes(connection: &Connection, key: ReportKey<'_>) -> Result<BTreeMap<String, bool>> {
    connection
        .prepare_cached(&format!("SELECT code, is_included FROM report_annex WHERE {OF_REPORT}"))
        .and_then(|mut statement| {
            let parameters = named_params! { ":unit": key.unit.0, ":campaign": key.campaign.0, ":phase": key.phase };
            statement.query_map(parameters, |row| Ok((row.get("code")?, row.get("is_included")?)))?.collect()
        })
        .doing("reading the annexes of a report")
}

/// Writes what the official wants of one annex; `None` goes back to what the program proposes. The report must have a row.
///
/// # Errors
/// What SQLite reports.
pub fn set_annex(connection: &Connection, key: ReportKey<'_>, code: &str, is_included: Option<bool>) -> Result<()> {
    let (unit, campaign, phase) = (key.unit.0, key.campaign.0, key.phase);
    let written = match is_included {
        Some(is_included) => connection.execute(
            "INSERT INTO report_annex (report_id, code, is_included)
             SELECT id, :code, :included FROM report WHERE unit_id = :unit AND campaign_id = :campaign AND phase = :phase
             ON CONFLICT (report_id, code) DO UPDATE SET is_included = excluded.is_included",
            named_params! {
                ":unit": unit, ":campaign": campaign, ":phase": phase, ":code": code, ":included": is_included,
            },
        ),
        None => connection.execute(
            &format!("DELETE FROM report_annex WHERE code = :code AND {OF_REPORT}"),
            named_params! { ":unit": unit, ":campaign": campaign, ":phase": phase, ":code": code },
        ),
    };
    written.doing("writing an annex of a report").map(drop)
}

/// The photos of a report, in their order.
///
/// # Errors
/// What SQLite reports.
pub fn list_photos(connection: &Connection, key: ReportKey<'_>) -> Result<Vec<PhotoChoice>> {
    connection
        .prepare_cached(&format!(
            "SELECT evidence_id, caption, is_large FROM report_photo WHERE {OF_REPORT} ORDER BY position, id"
        ))
        .and_then(|mut statement| {
            let parameters = named_params! { ":unit": key.unit.0, ":campaign": key.campaign.0, ":phase": key.phase };
            let photos = statement.query_map(parameters, |row| {
                Ok(PhotoChoice {
                    evidence: EvidenceId(row.get("evidence_id")?),
                    caption: row.get("caption")?,
                    is_large: row.get("is_large")?,
                })
            })?;
            photos.collect()
        })
        .doing("reading the photos of a report")
}

/// Writes the photos of a report, in their order. The report must have a row.
///
/// # Errors
/// What SQLite reports.
pub fn set_photos(connection: &Connection, key: ReportKey<'_>, photos: &[PhotoChoice]) -> Result<()> {
    let before = list_photos(connection, key)?;
    let is_gone = |known: &&PhotoChoice| photos.iter().all(|photo| photo.evidence != known.evidence);
    for gone in before.iter().filter(is_gone) {
        connection
            .execute(
                &format!("DELETE FROM report_photo WHERE evidence_id = :evidence AND {OF_REPORT}"),
                named_params! {
                    ":unit": key.unit.0, ":campaign": key.campaign.0, ":phase": key.phase, ":evidence": gone.evidence.0,
                },
            )
            .doing("taking a photo out of a report")?;
    }
    for (index, photo) in photos.iter().enumerate() {
        set_photo(connection, key, index + 1, photo)?;
    }
    Ok(())
}

fn set_photo(connection: &Connection, key: ReportKey<'_>, position: usize, photo: &PhotoChoice) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO report_photo (report_id, evidence_id, position, caption, is_large)
             SELECT id, :evidence, :position, :caption, :is_large FROM report
             WHERE unit_id = :unit AND campaign_id = :campaign AND phase = :phase
             ON CONFLICT (report_id, evidence_id) DO UPDATE SET
                 position = excluded.position, caption = excluded.caption, is_large = excluded.is_large",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": key.unit.0, ":campaign": key.campaign.0, ":phase": key.phase, ":evidence": photo.evidence.0,
                ":position": i64::try_from(position).unwrap_or(i64::MAX), ":caption": photo.caption,
                ":is_large": photo.is_large,
            })
        })
        .doing("putting a photo into a report")
        .map(drop)
}

/// Takes a piece of evidence out of all reports, before it is removed itself.
///
/// # Errors
/// What SQLite reports.
pub fn forget_evidence(connection: &Connection, evidence: EvidenceId) -> Result<()> {
    connection
        .execute("DELETE FROM report_photo WHERE evidence_id = ?1", [evidence.0])
        .doing("taking a photo out of reports")
        .map(drop)
}
