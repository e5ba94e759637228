//! The ledger of what was sent and what came as a workbook.

use std::path::Path;

use super::table::{self, Cell, Heading, Line, Table};
use super::{TableHead, words};
use crate::error::Result;
use crate::model::LedgerEntry;

const COLUMNS: [(&str, f64); 11] = [
    ("Đơn vị", 48.0),
    ("Số", 8.0),
    ("Ngày", 12.0),
    ("Chiều", 8.0),
    ("Loại", 22.0),
    ("Đợt", 10.0),
    ("Bản", 7.0),
    ("Tên tệp", 44.0),
    ("Mã tệp (SHA-256)", 30.0),
    ("Người ghi", 18.0),
    ("Ghi chú", 44.0),
];

/// The lines as the bytes of a workbook; `phase_name` gives the name of a phase by its code.
///
/// # Errors
/// The workbook cannot be made.
pub fn ledger_xlsx(
    head: &TableHead,
    entries: &[LedgerEntry],
    phase_name: impl Fn(&str) -> String,
    folder: &Path,
) -> Result<Vec<u8>> {
    let heading = |(title, _): (&str, f64)| Heading { text: title.to_owned(), columns: 1 };
    let table = Table {
        name: "Sổ gửi nhận".to_owned(),
        title: "SỔ GỬI NHẬN TỆP BÁO CÁO".to_owned(),
        widths: COLUMNS.map(|(_, width)| width).to_vec(),
        headings: vec![COLUMNS.map(heading).to_vec()],
        n_lines: entries.len(),
        lines: Box::new(entries.iter().map(|entry| line(entry, &phase_name))),
    };
    table::write(head, vec![table], folder)
}

fn line<'a>(entry: &'a LedgerEntry, phase_name: impl Fn(&str) -> String) -> Line<'a> {
    let number = |number: u32| if number == 0 { Cell::Empty } else { Cell::Number(number) };
    let cells = vec![
        Cell::Text(entry.unit_name.as_str().into()),
        u32::try_from(entry.number).map_or(Cell::Empty, Cell::Number),
        Cell::Day(entry.on),
        Cell::Text(words::direction(entry.direction).into()),
        Cell::Text(words::ledger_kind(entry.kind).into()),
        Cell::Text(phase_name(&entry.phase).into()),
        number(entry.version),
        Cell::Text(entry.file_name.as_str().into()),
        Cell::Text(entry.sha256.as_str().into()),
        Cell::Text(entry.who.as_str().into()),
        Cell::Long(entry.note.as_str().into()),
    ];
    Line { depth: 0, is_total: false, cells }
}
