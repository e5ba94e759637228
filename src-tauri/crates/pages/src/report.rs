//! A report as PDF.

use chrono::NaiveDate;
use sotg_core::Result;
use sotg_core::export::official_report;
use sotg_core::model::ReportContent;

/// The bytes of a report as PDF, in the official form.
///
/// # Errors
/// `pages_not_set` if the pages cannot be set, `io` if the system gives no thread.
pub fn report_pdf(content: &ReportContent, today: NaiveDate) -> Result<Vec<u8>> {
    crate::pdf(&official_report(content), today)
}
