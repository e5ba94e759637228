//! A report as a file, of the kind that its name asks for.

use std::path::Path;

use chrono::NaiveDate;
use sotg_core::Result;
use sotg_core::export::{official_report, report_docx};
use sotg_core::model::ReportContent;

/// True if a file of that name is a PDF. Every other name is that of a Word document.
pub fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// The bytes of a report for a file of that name.
///
/// # Errors
/// `io` if the pages cannot be set.
pub fn report_file(content: &ReportContent, path: &Path, today: NaiveDate) -> Result<Vec<u8>> {
    if is_pdf(path) { crate::pdf(&official_report(content), today) } else { report_docx(content) }
}
