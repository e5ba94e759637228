//! The versions of one unit's report as the register looks at them.

use rusqlite::Connection;

use crate::error::Result;
use crate::model::{CampaignId, FileHead, ProgressState, ReportPayload, UnitId};
use crate::register::first_day::{Days, Version};
use crate::store::received_file;

/// All that came of a unit for a phase, with what it says: what counts stands first.
///
/// # Errors
/// What SQLite reports.
pub fn read(
    connection: &Connection,
    campaign: CampaignId,
    place: (UnitId, &str),
) -> Result<Vec<(FileHead, ReportPayload)>> {
    let mut came = Vec::new();
    for file in received_file::list_of_unit(connection, campaign, place)? {
        let report = received_file::find_report(connection, file.id)?;
        came.extend(report.map(|report| (file.head, report)));
    }
    Ok(came)
}

/// What decides about days.
pub fn version<'a>((head, report): (&'a FileHead, &ReportPayload)) -> Version<'a> {
    let days = Days { signed_on: report.dated_on, sent_on: report.sent_on, received_on: head.received_on };
    Version { place: (head.version, head.sequence, &head.payload_sha256), days, has_content: has_content(report) }
}

/// True for a report that says something.
pub fn has_content(report: &ReportPayload) -> bool {
    !report.figures.is_empty()
        || report.sections.iter().any(|section| section.is_own)
        || report.activities.iter().any(|activity| activity.state != ProgressState::NotStarted)
}
