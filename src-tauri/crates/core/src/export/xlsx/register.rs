//! The register of a phase as a workbook.

use std::path::Path;

use super::table::{self, Cell, Heading, Line, Table};
use super::{TableHead, words};
use crate::error::Result;
use crate::model::{LateBy, Register, RegisterRow, ReportRate, StructureOf};
use crate::text;

const COLUMNS: [(&str, f64); 12] = [
    ("Đơn vị", 48.0),
    ("Hạn nộp", 12.0),
    ("Tình trạng", 18.0),
    ("Xếp loại", 13.0),
    ("Trễ (ngày)", 9.0),
    ("Ngày nhận", 12.0),
    ("Ngày gửi", 12.0),
    ("Ngày ký", 12.0),
    ("Hình thức gửi", 18.0),
    ("Lý do ngoại lệ", 28.0),
    ("Đôn đốc lần cuối", 12.0),
    ("Ghi chú", 30.0),
];

/// The register as the bytes of a workbook; `phase` is the name of its phase. A long one is written by way of the book's
/// folder.
///
/// # Errors
/// The workbook cannot be made.
pub fn register_xlsx(head: &TableHead, phase: &str, register: &Register, folder: &Path) -> Result<Vec<u8>> {
    table::write(head, vec![units(phase, register), rates(phase, register)], folder)
}

fn headings(titles: impl IntoIterator<Item = &'static str>) -> Vec<Vec<Heading>> {
    vec![titles.into_iter().map(|title| Heading { text: title.to_owned(), columns: 1 }).collect()]
}

fn units<'a>(phase: &str, register: &'a Register) -> Table<'a> {
    let structure = match register.structure {
        StructureOf::Then => "cơ cấu ngày",
        StructureOf::Today => "cơ cấu hôm nay, ngày",
    };
    let decides = match register.late_by {
        LateBy::Signed => "ngày ký",
        LateBy::Sent => "ngày gửi",
        LateBy::Received => "ngày nhận",
    };
    let on = text::short_date(register.on);
    Table {
        name: "Sổ nhận báo cáo".to_owned(),
        title: format!("SỔ NHẬN BÁO CÁO {} ({structure} {on}; tính trễ theo {decides})", phase.to_uppercase()),
        widths: COLUMNS.map(|(_, width)| width).to_vec(),
        headings: headings(COLUMNS.map(|(title, _)| title)),
        n_lines: register.rows.len(),
        lines: Box::new(register.rows.iter().map(unit)),
    }
}

fn unit(row: &RegisterRow) -> Line<'_> {
    let day = |day: Option<_>| day.map_or(Cell::Empty, Cell::Day);
    let corrected = row.corrected_on.map(|day| format!("Bản sửa nhận ngày {}.", text::short_date(day)));
    let note = match corrected {
        Some(corrected) => [&corrected, row.note.as_str()].join(" ").trim_end().to_owned().into(),
        None => row.note.as_str().into(),
    };
    let late = row.days_late.and_then(|days| u32::try_from(days).ok());
    let cells = vec![
        Cell::Text(row.name.as_str().into()),
        day(row.due_on),
        Cell::Text(words::state(row.state, row.has_content).into()),
        Cell::Text(words::punctuality(row.punctuality, row.days_late).into()),
        late.map_or(Cell::Empty, Cell::Number),
        day(row.received_on),
        day(row.sent_on),
        day(row.signed_on),
        row.channel.map_or(Cell::Empty, |channel| Cell::Text(words::channel(channel).into())),
        Cell::Text(row.exception.as_str().into()),
        day(row.reminded_on),
        Cell::Text(note),
    ];
    Line { depth: row.depth, is_total: false, cells }
}

/// Numbers of every unit that has others below it, and of all.
fn rates<'a>(phase: &str, register: &'a Register) -> Table<'a> {
    const TITLES: [&str; 7] =
        ["Đơn vị", "Phải nộp", "Đúng hạn", "Trễ", "Chưa có", "Trong đó quá hạn", "Ngoài diện phải nộp"];
    let has_below = |at: usize| {
        let next = register.rows.get(at + 1);
        next.is_some_and(|next| register.rows.get(at).is_some_and(|row| next.parent == Some(row.unit)))
    };
    let nodes = register.rows.iter().enumerate().filter(|(at, _)| has_below(*at));
    let mut lines = vec![rate("Tất cả đơn vị", 0, true, register.total)];
    lines.extend(nodes.map(|(_, row)| rate(&row.name, row.depth, false, row.rate)));
    Table {
        name: "Tổng hợp".to_owned(),
        title: format!("TỔNG HỢP BÁO CÁO {}", phase.to_uppercase()),
        widths: vec![48.0, 10.0, 10.0, 10.0, 10.0, 12.0, 14.0],
        headings: headings(TITLES),
        n_lines: lines.len(),
        lines: Box::new(lines.into_iter()),
    }
}

fn rate(name: &str, depth: u8, is_total: bool, rate: ReportRate) -> Line<'_> {
    let numbers = [rate.expected, rate.on_time, rate.late, rate.not_yet, rate.overdue, rate.unexpected];
    let cells = std::iter::once(Cell::Text(name.into())).chain(numbers.map(Cell::Number)).collect();
    Line { depth, is_total, cells }
}
