//! A report with its evidence in one packed file.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use chrono::NaiveDate;
use zip::ZipArchive;

use super::envelope;
use super::pack::{self, ending};
use super::{carried, refusal};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{Packed, ReportPayload, SealedKind};

/// The folder of the evidence in a packed report.
const EVIDENCE: &str = "minh-chung";

impl Book {
    /// Writes the report of a phase with the files of its evidence, each under its hash, which the report names too.
    ///
    /// # Errors
    /// As [`Book::report_file`]; `file_vanished`, `evidence_changed` with the title of a piece that is no longer what was kept.
    pub fn report_package(&self, phase: &str, today: NaiveDate, path: &Path) -> Result<Packed> {
        let document = self.report_file(phase, today)?;
        let name = self.report_draft(phase, today)?.file_name;
        let files = evidence_of(&document)?;
        pack::write(path, |pack| {
            pack.add(&name, &document)?;
            for (sha256, title) in &files {
                let kept = self.evidence_path(sha256);
                let inside = format!("{EVIDENCE}/{sha256}.{}", ending(title));
                let hash = pack.add_file(&inside, &kept).map_err(|error| error.with("path", title))?;
                if hash != *sha256 {
                    return Err(Error::refused(ErrorCode::EvidenceChanged, "packing evidence").with("path", title));
                }
            }
            Ok(())
        })?;
        Ok(Packed { n_files: u32::try_from(files.len()).unwrap_or(u32::MAX), without: Vec::new() })
    }
}

/// Files that the data of a report names: hash and title, each once.
fn evidence_of(document: &[u8]) -> Result<BTreeMap<String, String>> {
    let damaged = || Error::refused(ErrorCode::FileDamaged, "reading the report that was written");
    let mut archive = ZipArchive::new(Cursor::new(document)).map_err(|_| damaged())?;
    let sealed = carried::find(&mut archive).ok_or_else(damaged)?;
    let report: ReportPayload =
        envelope::open(&sealed, SealedKind::Report).map_err(refusal::of_fault).map(|opened| opened.payload)?;
    let files = report.evidence.into_iter().filter(|piece| !piece.sha256.is_empty());
    Ok(files.map(|piece| (piece.sha256, piece.title)).collect())
}
