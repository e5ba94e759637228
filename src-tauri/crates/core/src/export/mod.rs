//! Documents that leave the program.
//!
//! `document` is the one model of a document; `official` lays a report out in the official form; `docx` writes the model as
//! a Word file; `template` fills a Word file of the office's own; `xlsx` writes tables for Excel; [`save`] puts bytes on the disk. Nothing here reads the book: what is printed comes in as
//! [`ReportContent`](crate::model::ReportContent).

pub mod chart;
pub mod document;
pub mod docx;
mod handover;
mod length;
mod measure;
mod official;
mod picture;
mod save;
pub mod template;
mod xlsx;

pub use handover::{hand_over, take_over};
pub use official::{OfficialLetter, chart_block, figure_table, official_letter, official_report};
pub(crate) use save::save_with;
pub use save::{has_ending, save};
pub use xlsx::{TableHead, board_xlsx, ledger_xlsx, register_xlsx, report_xlsx};

/// A report in the official form as the bytes of a Word file.
///
/// # Errors
/// As [`docx::write`].
pub fn report_docx(content: &crate::model::ReportContent) -> crate::Result<Vec<u8>> {
    docx::write(&official_report(content))
}
