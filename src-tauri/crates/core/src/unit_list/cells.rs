//! The cells of a list, whatever kind of file they came from.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::LegacyLetters;
use crate::text;

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Letters.
    Text(String),
    /// A number that the file keeps as a number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// A day or an hour, as it is shown.
    Date(String),
    /// A formula without a result: "#REF!".
    Fault(String),
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub value: Value,
    /// In bold letters.
    pub is_bold: bool,
    /// What its font says of its letters, and whether it shows them as capitals.
    pub letters: Option<(LegacyLetters, bool)>,
}

impl Cell {
    /// A cell with plain letters.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        let value = if text.trim().is_empty() { Value::Empty } else { Value::Text(text) };
        Cell { value, ..Cell::default() }
    }

    /// True if nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.value == Value::Empty
    }

    /// What the user sees in it, in one line.
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Empty => String::new(),
            Value::Text(text) => text::clean_line(text),
            Value::Number(number) => shown_number(*number),
            Value::Date(shown) => shown.clone(),
            Value::Truth(true) => "TRUE".to_owned(),
            Value::Truth(false) => "FALSE".to_owned(),
            Value::Fault(fault) => fault.clone(),
        }
    }

    /// The letters of a cell with text, as they are coded in the file.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Empty | Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Fault(_) => None,
        }
    }
}

/// A day from the number that spreadsheets keep for it; `since_1904` as old Macintoshes counted.
pub fn day_of_serial(serial: f64, since_1904: bool) -> String {
    // Spreadsheets have a 29 February 1900, which never was: before it they are a day behind.
    let first = match (since_1904, serial < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    // The limits of the calendar of spreadsheets; what lies outside is shown as the number it is.
    #[allow(clippy::cast_possible_truncation, reason = "within the limits it fits")]
    let day = (0.0..3_000_000.0).contains(&serial).then(|| chrono::Days::new(serial as u64));
    let date = first.zip(day).and_then(|(first, day)| first.checked_add_days(day));
    date.map_or_else(|| shown_number(serial), text::short_date)
}

/// A whole number without decimals; others as they are.
fn shown_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

/// A row with something in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in a column; an empty one if the row ends before it.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column).filter(|cell| !cell.is_empty())
    }
}

/// A block of cells shown as one; rows from 1, columns from 0, both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: usize,
    /// Last column.
    pub right: usize,
}

/// A sheet of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty for a file that has no sheets.
    pub name: String,
    /// Hidden in the program that made it.
    pub is_hidden: bool,
    /// The rows with something in them, in their order.
    pub rows: Vec<Row>,
    /// Blocks of cells shown as one.
    pub merges: Vec<Merge>,
    /// Bytes of all its texts.
    pub n_letters: usize,
}

impl Sheet {
    /// Puts a cell in its place. Cells come row by row.
    pub fn put(&mut self, row: u32, column: usize, cell: Cell) {
        if cell.is_empty() {
            return;
        }
        if self.rows.last().is_none_or(|last| last.number != row) {
            self.rows.push(Row { number: row, cells: Vec::new() });
        }
        self.n_letters += cell.as_text().map_or(0, str::len);
        let Some(last) = self.rows.last_mut() else { return };
        if last.cells.len() <= column {
            last.cells.resize_with(column + 1, Cell::default);
        }
        if let Some(place) = last.cells.get_mut(column) {
            *place = cell;
        }
    }

    /// Brings rows into their order, for files that keep them in another one.
    pub fn settle(&mut self) {
        if self.rows.is_sorted_by(|row, next| row.number < next.number) {
            return;
        }
        self.rows.sort_by_key(|row| row.number);
        self.rows.dedup_by(|later, row| {
            let is_same = later.number == row.number;
            if is_same {
                let n = row.cells.len().max(later.cells.len());
                row.cells.resize_with(n, Cell::default);
                for (cell, other) in row.cells.iter_mut().zip(later.cells.drain(..)).filter(|(cell, _)| cell.is_empty())
                {
                    *cell = other;
                }
            }
            is_same
        });
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The cell as the user sees it: within a block the one of its first cell.
    pub fn seen(&self, row: &Row, column: usize) -> Option<Cell> {
        if let Some(cell) = row.cell(column) {
            return Some(cell.clone());
        }
        let block = self.merges.iter().find(|merge| merge.holds(row.number, column))?;
        self.row(block.top)?.cell(block.left).cloned()
    }

    /// The row of a number.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(at)
    }
}

/// The blocks of a sheet by where they are: a sheet may have as many of them as rows.
#[derive(Debug, Default)]
pub struct Blocks {
    /// Those of one column, the first first.
    by_column: BTreeMap<usize, Vec<Merge>>,
    by_top: BTreeMap<u32, Vec<Merge>>,
}

impl Blocks {
    pub fn of(sheet: &Sheet) -> Blocks {
        let mut blocks = Blocks::default();
        for merge in &sheet.merges {
            blocks.by_top.entry(merge.top).or_default().push(*merge);
            // A heading that is drawn over the whole table says nothing of its columns.
            if merge.left == merge.right {
                blocks.by_column.entry(merge.left).or_default().push(*merge);
            }
        }
        blocks.by_column.values_mut().for_each(|column| column.sort_by_key(|merge| merge.top));
        blocks
    }

    /// The row in which the block of a cell begins, for blocks of one column.
    pub fn first_of(&self, row: u32, column: usize) -> Option<u32> {
        let blocks = self.by_column.get(&column)?;
        let n_before = blocks.partition_point(|merge| merge.top <= row);
        blocks.get(n_before.checked_sub(1)?).filter(|merge| merge.holds(row, column)).map(|merge| merge.top)
    }

    /// Blocks that begin in a row.
    pub fn starting(&self, row: u32) -> &[Merge] {
        self.by_top.get(&row).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Merge {
    /// True if the cell is part of the block.
    pub fn holds(&self, row: u32, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}
