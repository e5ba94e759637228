//! PDF: PDF/A-2u with tags, so that it can be archived, searched, and read aloud.

use chrono::{Datelike as _, NaiveDate};
use sotg_core::Result;
use sotg_core::export::document::Document;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::setting::{refused, said, set};

/// The bytes of a PDF. A document without a day says that it was made on `today`: PDF/A asks for a day.
///
/// # Errors
/// `pages_not_set` if the typesetter refuses the document or is at fault, `io` if the system gives no thread.
pub fn pdf(document: &Document, today: NaiveDate) -> Result<Vec<u8>> {
    let options = PdfOptions {
        creator: Smart::Custom(Some("Sổ Tuyên giáo".to_owned())),
        timestamp: timestamp(today),
        standards: PdfStandards::new(&[PdfStandard::A_2u]).map_err(|error| refused(error.message()))?,
        ..PdfOptions::default()
    };
    set(document, move |pages| typst_pdf::pdf(&pages, &options).map_err(|errors| refused(said(&errors))))
}

fn timestamp(day: NaiveDate) -> Option<Timestamp> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Datetime::from_ymd(day.year(), month, of_month).map(Timestamp::new_utc)
}
