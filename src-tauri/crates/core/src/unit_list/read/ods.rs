//! OpenDocument spreadsheets. Not by calamine: it lays a sheet out in memory, and one repeated row of a hostile file is a
//! hundred million cells.

use std::collections::BTreeMap;
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::cells::{Cell, Merge, Sheet, Value};
use super::{COLUMN_LIMIT, MERGE_LIMIT, SHEET_LIMIT, Take, shortened, unreadable, zipped};
use crate::error::{Error, Result};
use crate::model::LegacyLetters;
use crate::text;

/// The sheets of a document.
///
/// # Errors
/// `list_unreadable`.
pub fn read(content: &[u8], take: Take<'_>) -> Result<Vec<Sheet>> {
    let mut archive = zipped::open(content)?;
    let part = archive.by_name("content.xml").map_err(|_| unreadable("damaged"))?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document { take, ..Document::new(take) };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => document.begin(&element)?,
            Event::End(element) => document.end(element.local_name().as_ref()),
            Event::Text(letters) => document.letters(&letters.xml10_content()),
            Event::GeneralRef(reference) => document.letters(&meaning_of(reference.as_ref())),
            Event::CData(letters) => document.letters(&letters.xml10_content()),
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    Ok(document.sheets)
}

/// How a style draws a cell.
#[derive(Clone, Copy, Default)]
struct Look {
    is_bold: bool,
    letters: Option<(LegacyLetters, bool)>,
}

/// What is known while the document goes by.
struct Document<'a> {
    take: Take<'a>,
    sheets: Vec<Sheet>,
    looks: BTreeMap<String, Look>,
    style: String,
    is_wanted: bool,
    /// Number of the row that is being read, and how often it is repeated.
    row: u32,
    row_repeats: u32,
    cells: Vec<(usize, Cell)>,
    column: usize,
    column_repeats: usize,
    cell: Option<Cell>,
    shown: String,
    n_paragraphs: usize,
    /// Depth of what is no part of the cell's text: remarks.
    n_aside: usize,
}

impl<'a> Document<'a> {
    fn new(take: Take<'a>) -> Document<'a> {
        Document {
            take,
            sheets: Vec::new(),
            looks: BTreeMap::new(),
            style: String::new(),
            is_wanted: false,
            row: 0,
            row_repeats: 1,
            cells: Vec::new(),
            column: 0,
            column_repeats: 1,
            cell: None,
            shown: String::new(),
            n_paragraphs: 0,
            n_aside: 0,
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<()> {
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "style:name")?.unwrap_or_default(),
            "text-properties" if !self.style.is_empty() => self.remember_look(element)?,
            "table" => self.begin_sheet(attribute(element, "table:name")?.unwrap_or_default()),
            "table-row" => {
                self.row_repeats = number(element, "table:number-rows-repeated")?;
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.begin_cell(element)?,
            "annotation" => self.n_aside += 1,
            "p" if self.n_aside == 0 => {
                self.n_paragraphs += 1;
                if self.n_paragraphs > 1 {
                    self.letters("\n");
                }
            }
            "line-break" => self.letters("\n"),
            "s" | "tab" => self.letters(" "),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "annotation" => self.n_aside = self.n_aside.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row(),
            "style" => self.style.clear(),
            _ => {}
        }
    }

    fn remember_look(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let is_bold = attribute(element, "fo:font-weight")?.is_some_and(|weight| weight == "bold");
        let font = attribute(element, "style:font-name")?;
        let letters = font.and_then(|font| text::letters_of_font(&font));
        self.looks.insert(self.style.clone(), Look { is_bold, letters });
        Ok(())
    }

    fn begin_sheet(&mut self, name: String) {
        let is_chosen = self.take.only.is_none_or(|only| only == name);
        self.is_wanted = is_chosen && self.sheets.len() < SHEET_LIMIT;
        self.row = 0;
        if self.is_wanted {
            self.sheets.push(Sheet { name, ..Sheet::default() });
        }
    }

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<()> {
        self.column_repeats = usize::try_from(number(element, "table:number-columns-repeated")?).unwrap_or(1);
        self.shown.clear();
        self.n_paragraphs = 0;
        let style = attribute(element, "table:style-name")?.unwrap_or_default();
        let look = self.looks.get(&style).copied().unwrap_or_default();
        let value = stated_value(element)?;
        self.cell = Some(Cell { value, is_bold: look.is_bold, letters: look.letters });
        self.remember_block(element)
    }

    fn remember_block(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let (rows, columns) =
            (number(element, "table:number-rows-spanned")?, number(element, "table:number-columns-spanned")?);
        let (top, left) = (self.row.saturating_add(1), self.column);
        let Some(sheet) = self.sheets.last_mut().filter(|_| self.is_wanted && (rows > 1 || columns > 1)) else {
            return Ok(());
        };
        if sheet.merges.len() < MERGE_LIMIT {
            let right = left.saturating_add(usize::try_from(columns).unwrap_or(1)) - 1;
            sheet.merges.push(Merge { top, bottom: top.saturating_add(rows - 1), left, right });
        }
        Ok(())
    }

    fn letters(&mut self, letters: &str) {
        if self.cell.is_some() && self.n_aside == 0 && self.shown.len() < 4 * self.take.letters {
            self.shown.push_str(letters);
        }
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        // A text, or a formula without a result, stands only in what is shown; the value says which of the two it is.
        match &mut cell.value {
            Value::Text(letters) if letters.is_empty() => *letters = shortened(&self.shown, self.take.letters),
            Value::Date(shown) if !self.shown.is_empty() => *shown = shortened(&self.shown, self.take.letters),
            Value::Fault(shown) => *shown = shortened(&self.shown, self.take.letters),
            Value::Empty | Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Date(_) => {}
        }
        if matches!(&cell.value, Value::Text(letters) if letters.trim().is_empty()) {
            cell.value = Value::Empty;
        }
        let end = self.column.saturating_add(self.column_repeats);
        if !cell.is_empty() {
            self.cells.extend((self.column..end.min(COLUMN_LIMIT)).map(|column| (column, cell.clone())));
        }
        self.column = end;
    }

    fn end_row(&mut self) {
        let first = self.row.saturating_add(1);
        self.row = self.row.saturating_add(self.row_repeats);
        let Some(sheet) = self.sheets.last_mut().filter(|_| self.is_wanted && !self.cells.is_empty()) else { return };
        for row in first..=self.row {
            if sheet.rows.len() >= self.take.rows || sheet.n_letters > self.take.all_letters {
                return;
            }
            self.cells.iter().for_each(|(column, cell)| sheet.put(row, *column, cell.clone()));
        }
    }
}

fn stated_value(element: &BytesStart<'_>) -> Result<Value> {
    if attribute(element, "calcext:value-type")?.is_some_and(|kind| kind == "error") {
        return Ok(Value::Fault(String::new()));
    }
    let kind = attribute(element, "office:value-type")?.unwrap_or_default();
    Ok(match kind.as_str() {
        "float" | "percentage" | "currency" => {
            attribute(element, "office:value")?.and_then(|value| value.parse().ok()).map_or(Value::Empty, Value::Number)
        }
        "boolean" => Value::Truth(attribute(element, "office:boolean-value")?.is_some_and(|value| value == "true")),
        "date" => Value::Date(attribute(element, "office:date-value")?.unwrap_or_default()),
        "time" => Value::Date(attribute(element, "office:time-value")?.unwrap_or_default()),
        "string" => Value::Text(attribute(element, "office:string-value")?.unwrap_or_default()),
        _ => Value::Empty,
    })
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let found = element.try_get_attribute(name).map_err(damaged)?;
    Ok(found.map(|attribute| match quick_xml::escape::unescape(&attribute.value) {
        Ok(value) => value.into_owned(),
        Err(_) => attribute.value.clone().into_owned(),
    }))
}

/// A count that is at least one.
fn number(element: &BytesStart<'_>, name: &str) -> Result<u32> {
    Ok(attribute(element, name)?.and_then(|value| value.parse().ok()).filter(|value| *value > 0).unwrap_or(1))
}

/// "&amp;" and its like; a number is a letter by its number.
fn meaning_of(reference: &str) -> String {
    quick_xml::escape::unescape(&format!("&{reference};")).map(|text| text.into_owned()).unwrap_or_default()
}

fn damaged(error: impl std::fmt::Display) -> Error {
    unreadable("damaged").with("detail", error)
}
