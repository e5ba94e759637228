//! Pages, beside what the Word document of the same report becomes, and beside what was asked for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is a failed test, in what its cases are made of too"
)]

mod beside_word;
#[path = "../core/docx_content.rs"]
mod docx_content;
#[path = "../core/docx_reading.rs"]
#[expect(dead_code, reason = "shared with the tests of the Word document, which use more of it")]
mod docx_reading;
mod hostile;
mod pdf;
mod preview;
mod programs;
#[path = "../core/report_input.rs"]
#[expect(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
mod report_input;

use chrono::{TimeZone as _, Utc};
use sotg_core::history::Moment;
use sotg_core::model::ReportContent;
use sotg_core::sample;

/// The reports of all phases of the sample book.
fn sample_reports() -> Vec<(String, ReportContent)> {
    let today = docx_content::on(2026, 11, 21);
    let now = Utc.from_utc_datetime(&today.and_hms_opt(2, 30, 0).unwrap());
    let moment = Moment { now, today, who: "an.nguyen".to_owned() };
    let folder = tempfile::tempdir().unwrap();
    let book = sample::open_or_create(&folder.path().join("so"), &moment).unwrap();
    let reports = book.list_reports(today).unwrap();
    assert_eq!(reports.len(), 3, "plan 383 has three phases");
    let report = |phase: String| (format!("sample-{phase}"), book.report_content(&phase, today).unwrap());
    reports.into_iter().map(|row| report(row.phase)).collect()
}
