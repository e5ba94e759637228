//! The board as a workbook: a sheet as the screen shows it, and one with the numbers behind the percentages.

use std::path::Path;

use super::TableHead;
use super::table::{self, Cell, Heading, Line, Table};
use crate::error::Result;
use crate::model::{Board, BoardCell, BoardRow, ReportRate};

/// The board as the bytes of a workbook; a long one is written by way of the book's folder.
///
/// # Errors
/// The workbook cannot be made.
pub fn board_xlsx(head: &TableHead, board: &Board, folder: &Path) -> Result<Vec<u8>> {
    table::write(head, vec![as_shown(board), in_numbers(board)], folder)
}

/// All of them first, as on the screen; the total has no name of its own.
fn lines<'a>(
    board: &'a Board,
    cells: impl Fn(&'a BoardRow, &mut Vec<Cell<'a>>) + 'a,
) -> Box<dyn Iterator<Item = Line<'a>> + 'a> {
    let named = std::iter::once((&board.total, "Tất cả đơn vị", true));
    let named = named.chain(board.rows.iter().map(|row| (row, row.name.as_str(), false)));
    Box::new(named.map(move |(row, name, is_total)| {
        let mut all = vec![Cell::Text(name.into())];
        cells(row, &mut all);
        Line { depth: row.depth, is_total, cells: all }
    }))
}

/// The columns of each phase stand under its name, each of them `columns` wide.
fn phases_over(board: &Board, columns: u16) -> Vec<Heading> {
    let mut over: Vec<Heading> = Vec::new();
    let mut last = "";
    for column in &board.columns {
        if column.phase == last {
            over.iter_mut().rev().take(1).for_each(|heading| heading.columns += columns);
        } else {
            let named = board.phases.iter().find(|phase| phase.code == column.phase);
            over.push(Heading { text: named.map(|phase| phase.name.clone()).unwrap_or_default(), columns });
        }
        last = &column.phase;
    }
    over
}

fn one(text: impl Into<String>) -> Heading {
    Heading { text: text.into(), columns: 1 }
}

fn column_title(stage: &str, title: &str) -> String {
    if stage.is_empty() { "Cả đợt".to_owned() } else { title.to_owned() }
}

fn share(is_open: bool, cell: BoardCell) -> Cell<'static> {
    if is_open && cell.applicable > 0 {
        Cell::Share(f64::from(cell.done) / f64::from(cell.applicable))
    } else {
        Cell::Empty
    }
}

/// There of expected: "12/15".
fn there(rate: ReportRate) -> Cell<'static> {
    let ReportRate { expected, on_time, late, not_yet: _, overdue: _, unexpected: _ } = rate;
    if expected == 0 { Cell::Empty } else { Cell::Text(format!("{}/{expected}", on_time + late).into()) }
}

fn as_shown(board: &Board) -> Table<'_> {
    let mut over = vec![one("")];
    over.extend(phases_over(board, 1));
    over.push(Heading { text: "Báo cáo đã có/phải nộp".to_owned(), columns: count(board.phases.len()) });
    let mut under = vec![one("Đơn vị")];
    under.extend(board.columns.iter().map(|column| one(column_title(&column.stage, &column.title))));
    under.extend(board.phases.iter().map(|phase| one(phase.name.as_str())));
    let mut widths = vec![48.0];
    widths.extend(vec![10.0; board.columns.len() + board.phases.len()]);
    let cells = |row: &BoardRow, line: &mut Vec<Cell<'_>>| {
        line.extend(board.columns.iter().zip(&row.cells).map(|(column, cell)| share(column.is_open, *cell)));
        line.extend(row.reports.iter().map(|rate| there(*rate)));
    };
    Table {
        name: "Bảng theo dõi".into(),
        title: "BẢNG THEO DÕI".into(),
        widths,
        headings: vec![over, under],
        n_lines: board.rows.len() + 1,
        lines: lines(board, cells),
    }
}

fn in_numbers(board: &Board) -> Table<'_> {
    const REPORTS: [&str; 5] = ["Phải nộp", "Đúng hạn", "Trễ", "Chưa có", "Trong đó quá hạn"];
    let mut over = vec![one("")];
    let title = |column: &crate::model::BoardColumn| {
        let phase = board.phases.iter().find(|phase| phase.code == column.phase);
        let phase = phase.map(|phase| phase.name.clone()).unwrap_or_default();
        if column.stage.is_empty() { phase } else { format!("{phase} - {}", column.title) }
    };
    over.extend(board.columns.iter().map(|column| Heading { text: title(column), columns: 2 }));
    let reports = |name: &str| Heading { text: format!("Báo cáo {name}"), columns: count(REPORTS.len()) };
    over.extend(board.phases.iter().map(|phase| reports(&phase.name)));
    let mut under = vec![one("Đơn vị")];
    under.extend(board.columns.iter().flat_map(|_| ["Việc đã xong", "Việc áp dụng"]).map(one));
    under.extend(board.phases.iter().flat_map(|_| REPORTS).map(one));
    let widths = std::iter::once(48.0).chain(vec![10.0; under.len() - 1]).collect();
    let cells = |row: &BoardRow, line: &mut Vec<Cell<'_>>| {
        let counts = row.cells.iter().flat_map(|cell| [cell.done, cell.applicable]);
        let rates =
            row.reports.iter().flat_map(|rate| [rate.expected, rate.on_time, rate.late, rate.not_yet, rate.overdue]);
        line.extend(counts.chain(rates).map(Cell::Number));
    };
    Table {
        name: "Số liệu".into(),
        title: "SỐ LIỆU CỦA BẢNG THEO DÕI".into(),
        widths,
        headings: vec![over, under],
        n_lines: board.rows.len() + 1,
        lines: lines(board, cells),
    }
}

fn count(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
