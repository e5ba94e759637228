//! The office in the middle: its own report with the files of its units, unchanged, so that their signatures stay valid.

use std::path::Path;

use super::pack::{self, ending};
use crate::book::Book;
use crate::error::Result;
use crate::history::{Change, Moment};
use crate::model::{Channel, FileHead, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, Packed};
use crate::store::organisation::unit;
use crate::store::received_file;
use crate::{evidence, kept_documents, store, text};

/// The folder of the units' files in the package.
const UNITS: &str = "don-vi-truc-thuoc";

/// The list of them.
pub(super) const LIST: &str = "danh-sach-tep.csv";

/// A file that goes along.
struct Forwarded {
    unit_name: String,
    head: FileHead,
    /// Its name in the package; empty if there is no file, or it is gone.
    inside: String,
}

impl Book {
    /// Writes our report of a phase and what counts of the files of our units into one packed file.
    ///
    /// # Errors
    /// As [`Book::report_file`]; `evidence_changed` for a kept file that is no longer what came; the disk.
    pub fn forward(&mut self, moment: &Moment, phase: &str, path: &Path) -> Result<(Outcome, Packed)> {
        let current = self.current()?;
        let draft = self.report_draft(phase, moment.today)?;
        let report = self.report_file(phase, moment.today)?;
        let files = self.forwarded(phase)?;
        pack::write(path, |pack| {
            pack.add(&draft.file_name, &report)?;
            for file in files.iter().filter(|file| !file.inside.is_empty()) {
                let bytes = kept_documents::read(self.folder(), &file.head.file_sha256);
                pack.add(&file.inside, &bytes.map_err(|error| error.with("path", &file.unit_name))?)?;
            }
            pack.add(LIST, list(&files).as_bytes())
        })?;
        let (sha256, _) = evidence::copy_hashing(path, &mut std::io::sink())?;
        let n_files = files.iter().filter(|file| !file.inside.is_empty()).count();
        let without = files.iter().filter(|file| file.inside.is_empty()).map(|file| file.unit_name.clone());
        let packed = Packed { n_files: u32::try_from(n_files).unwrap_or(u32::MAX), without: without.collect() };
        let line = LedgerLine {
            direction: LedgerDirection::Sent,
            kind: LedgerKind::Forwarded,
            unit: None,
            phase: phase.to_owned(),
            version: 0,
            file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            sha256,
            on: moment.today,
            note: format!("Kèm {n_files} tệp của đơn vị trực thuộc"),
        };
        let change = Change { op: Op::ForwardReports, subject: draft.row.phase_name, count: packed.n_files };
        let outcome = self.transact(moment, &change, |transaction| {
            store::ledger::add(transaction, current.campaign, (&moment.instant(), &moment.who), &line)
        })?;
        Ok((outcome, packed))
    }

    fn forwarded(&self, phase: &str) -> Result<Vec<Forwarded>> {
        let counting = received_file::list_counting(&self.connection, self.current()?.campaign, phase)?;
        let mut files = Vec::with_capacity(counting.len());
        for (number, file) in (1_usize..).zip(counting) {
            let unit_name = unit::get(&self.connection, file.head.unit)?.name;
            let is_here = !file.head.file_sha256.is_empty()
                && kept_documents::path(self.folder(), &file.head.file_sha256).is_file();
            let plain: String = text::file_name(&unit_name).chars().take(80).collect();
            // A number in front: two units may have the same name.
            let name = format!("{number:04}_{plain}_ban-{}.{}", file.head.version, ending(&file.head.file_name));
            let inside = if is_here { format!("{UNITS}/{name}") } else { String::new() };
            files.push(Forwarded { unit_name, head: file.head, inside });
        }
        Ok(files)
    }
}

/// The list as a table that Excel opens.
fn list(files: &[Forwarded]) -> String {
    let mut text = "\u{feff}TT;Đơn vị;Bản;Ngày nhận;Cách nhận;Tệp trong gói;Tệp khi nhận;SHA-256\r\n".to_owned();
    for (number, Forwarded { unit_name, head, inside }) in (1_usize..).zip(files) {
        let fields = [
            number.to_string(),
            unit_name.clone(),
            head.version.to_string(),
            text::short_date(head.received_on),
            channel(head).to_owned(),
            inside.clone(),
            head.file_name.clone(),
            head.file_sha256.clone(),
        ];
        text.push_str(&fields.map(|field| quoted(&field)).join(";"));
        text.push_str("\r\n");
    }
    text
}

/// A field that no program takes for a formula.
fn quoted(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = field.replace('"', "\"\"");
    if is_formula { format!("\"'{field}\"") } else { format!("\"{field}\"") }
}

fn channel(head: &FileHead) -> &'static str {
    match head.channel {
        Channel::Program => "Tệp của chương trình",
        Channel::Word => "Văn bản Word",
        Channel::Excel => "Biểu mẫu Excel",
        Channel::Paper => "Văn bản giấy",
        Channel::Telephone => "Điện thoại",
    }
}
