//! The figures, the activities and the links of a report as a workbook, to be reckoned with further.
//!
//! A number is a number, a day a day; the kinds of empty are words, over which sums of Excel pass.

use std::path::Path;

use super::TableHead;
use super::table::{self, Cell, Heading, Line, Table};
use super::words;
use crate::error::Result;
use crate::model::{
    Coverage, Evidence, EvidenceKind, FigureCell, FigureRow, FigureState, ReportContent, ReportedActivity,
};

const FIGURES: [(&str, f64); 8] = [
    ("Chỉ tiêu", 56.0),
    ("Mã", 12.0),
    ("Nhóm", 28.0),
    ("Đơn vị tính", 12.0),
    ("Trong kỳ", 14.0),
    ("Lũy kế", 14.0),
    ("Chỉ tiêu giao", 14.0),
    ("Ước tính", 18.0),
];

/// What a consolidated report has besides.
const BELOW: [(&str, f64); 6] = [
    ("Tự làm", 14.0),
    ("Đơn vị dưới", 14.0),
    ("Đơn vị có số liệu", 12.0),
    ("Đơn vị phải báo cáo", 12.0),
    ("Trễ", 8.0),
    ("Đã sửa", 8.0),
];

const ACTIVITIES: [(&str, f64); 9] = [
    ("Việc", 60.0),
    ("Mã", 14.0),
    ("Nhóm", 28.0),
    ("Trạng thái", 14.0),
    ("Hạn", 12.0),
    ("Ngày hoàn thành", 12.0),
    ("Tệp minh chứng", 10.0),
    ("Liên kết", 10.0),
    ("Ghi chú", 48.0),
];

const LINKS: [(&str, f64); 4] = [("Tin, bài", 60.0), ("Địa chỉ", 60.0), ("Việc", 48.0), ("Mã việc", 14.0)];

/// A report's tables as the bytes of a workbook; a long one is written by way of the book's folder.
///
/// # Errors
/// The workbook cannot be made.
pub fn report_xlsx(head: &TableHead, content: &ReportContent, folder: &Path) -> Result<Vec<u8>> {
    table::write(head, vec![figures(content), activities(content), links(content)], folder)
}

fn sheet<'a>(
    name: &str,
    title: String,
    columns: &[(&'static str, f64)],
    lines: (usize, Box<dyn Iterator<Item = Line<'a>> + 'a>),
) -> Table<'a> {
    let heading = |(title, _): (&'static str, f64)| Heading { text: title.to_owned(), columns: 1 };
    Table {
        name: name.to_owned(),
        title,
        widths: columns.iter().map(|(_, width)| *width).collect(),
        headings: vec![columns.iter().copied().map(heading).collect()],
        n_lines: lines.0,
        lines: lines.1,
    }
}

fn titled(what: &str, content: &ReportContent) -> String {
    format!("{what} ({})", content.draft.row.phase_name).to_uppercase()
}

fn figures(content: &ReportContent) -> Table<'_> {
    let groups = &content.draft.figures.groups;
    let n_lines = groups.iter().map(|group| group.rows.len()).sum();
    let lines = groups.iter().flat_map(|group| group.rows.iter().map(|row| figure(&group.name, row)));
    let below: &[(&str, f64)] = if content.draft.figures.is_consolidated() { &BELOW } else { &[] };
    let columns = [&FIGURES[..], below].concat();
    sheet("Số liệu", titled("Biểu số liệu", content), &columns, (n_lines, Box::new(lines)))
}

fn figure<'a>(group: &'a str, row: &'a FigureRow) -> Line<'a> {
    let is_split = !row.split.is_empty();
    let code = if is_split { format!("{}/{}", row.indicator, row.split).into() } else { row.indicator.as_str().into() };
    let mut cells = vec![
        Cell::Text(row.label.as_str().into()),
        Cell::Text(code),
        Cell::Text(group.into()),
        Cell::Text(row.unit.as_str().into()),
        number(&row.period, row.decimals),
        number(&row.cumulative, row.decimals),
        Cell::Text(row.target.as_str().into()),
        Cell::Text(estimated(row).into()),
    ];
    if let Some(Coverage { reported, expected, late, corrected }) = row.coverage {
        cells.extend([number(&row.own, row.decimals), number(&row.below, row.decimals)]);
        cells.extend([reported, expected, late, corrected].map(Cell::Number));
    }
    Line { depth: u8::from(is_split), is_total: false, cells }
}

fn number(cell: &FigureCell, decimals: u8) -> Cell<'_> {
    match (cell.state, cell.value) {
        (FigureState::Number, Some(value)) => Cell::Decimal(value, decimals),
        (FigureState::Number | FigureState::Nothing | FigureState::NotApplicable | FigureState::NotReported, _) => {
            Cell::Text(cell.printed().into())
        }
    }
}

/// Which of the two numbers is an estimate.
fn estimated(row: &FigureRow) -> &'static str {
    match (row.period.is_estimate, row.cumulative.is_estimate) {
        (true, true) => "Trong kỳ, lũy kế",
        (true, false) => "Trong kỳ",
        (false, true) => "Lũy kế",
        (false, false) => "",
    }
}

fn activities(content: &ReportContent) -> Table<'_> {
    let lines = content.activities.iter().map(activity);
    let lines = (content.activities.len(), Box::new(lines) as Box<dyn Iterator<Item = Line<'_>>>);
    sheet("Việc", titled("Danh mục việc", content), &ACTIVITIES, lines)
}

fn activity(activity: &ReportedActivity) -> Line<'_> {
    let day = |day: Option<_>| day.map_or(Cell::Empty, Cell::Day);
    let count = |kind: EvidenceKind| {
        let n = activity.evidence.iter().filter(|piece| piece.kind == kind).count();
        Cell::Number(u32::try_from(n).unwrap_or(u32::MAX))
    };
    let cells = vec![
        Cell::Long(activity.title.as_str().into()),
        Cell::Text(activity.code.as_str().into()),
        Cell::Text(activity.group.as_str().into()),
        Cell::Text(words::progress(activity.state).into()),
        day(activity.due_on),
        day(activity.done_on),
        count(EvidenceKind::File),
        count(EvidenceKind::Link),
        Cell::Long(activity.note.as_str().into()),
    ];
    Line { depth: 0, is_total: false, cells }
}

fn links(content: &ReportContent) -> Table<'_> {
    let is_link = |piece: &&Evidence| piece.kind == EvidenceKind::Link;
    let n_lines = content.activities.iter().flat_map(|activity| &activity.evidence).filter(is_link).count();
    let lines = content
        .activities
        .iter()
        .flat_map(move |activity| activity.evidence.iter().filter(is_link).map(move |link| linked(activity, link)));
    sheet("Tin, bài", titled("Tin, bài, liên kết", content), &LINKS, (n_lines, Box::new(lines)))
}

fn linked<'a>(activity: &'a ReportedActivity, link: &'a Evidence) -> Line<'a> {
    let cells = vec![
        Cell::Long(link.title.as_str().into()),
        Cell::Link(&link.url, link.url.as_str().into()),
        Cell::Long(activity.title.as_str().into()),
        Cell::Text(activity.code.as_str().into()),
    ];
    Line { depth: 0, is_total: false, cells }
}
