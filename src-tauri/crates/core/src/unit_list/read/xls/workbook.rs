//! Sheets and cells from the records of a workbook.

use super::super::super::cells::{Cell, Merge, Sheet, Value, day_of_serial};
use super::super::{COLUMN_LIMIT, MERGE_LIMIT, SHEET_LIMIT, Take, refuse, shortened, unreadable};
use super::records::{Record, Records, f64_at, packed_at, u16_at, u32_at};
use super::strings::{Letters, shared_texts, text_at};
use crate::error::{ErrorCode, Result};
use crate::model::LegacyLetters;
use crate::text;

mod kinds {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000a;
    pub const CONTINUE: u16 = 0x003c;
    pub const PASSWORD: u16 = 0x002f;
    pub const SINCE_1904: u16 = 0x0022;
    pub const SHEET: u16 = 0x0085;
    pub const FONT: u16 = 0x0031;
    pub const NUMBER_FORMAT: u16 = 0x041e;
    pub const CELL_FORMAT: u16 = 0x00e0;
    pub const TEXTS: u16 = 0x00fc;
    pub const SHARED_TEXT: u16 = 0x00fd;
    pub const TEXT: u16 = 0x0204;
    pub const RICH_TEXT: u16 = 0x00d6;
    pub const NUMBER: u16 = 0x0203;
    pub const PACKED: u16 = 0x027e;
    pub const PACKED_ROW: u16 = 0x00bd;
    pub const TRUTH: u16 = 0x0205;
    pub const FORMULA: u16 = 0x0006;
    pub const FORMULA_TEXT: u16 = 0x0207;
    pub const MERGES: u16 = 0x00e5;
}

/// What holds for all sheets.
struct Workbook {
    letters: Letters,
    since_1904: bool,
    sheets: Vec<(usize, bool, String)>,
    fonts: Vec<(bool, Option<(LegacyLetters, bool)>)>,
    date_formats: Vec<u16>,
    /// Font and number format of each format of a cell.
    formats: Vec<(u16, u16)>,
    texts: Vec<String>,
}

/// The sheets of a stream.
///
/// # Errors
/// `list_locked`, `list_unreadable`.
pub fn read(stream: &[u8], take: Take<'_>) -> Result<Vec<Sheet>> {
    let workbook = Workbook::read(stream)?;
    let wanted =
        workbook.sheets.iter().take(SHEET_LIMIT).filter(|(_, _, name)| take.only.is_none_or(|only| only == name));
    Ok(wanted
        .map(|(start, is_hidden, name)| {
            let sheet = Sheet { name: name.clone(), is_hidden: *is_hidden, ..Sheet::default() };
            workbook.read_sheet(stream, *start, sheet, take)
        })
        .collect())
}

impl Workbook {
    fn read(stream: &[u8]) -> Result<Workbook> {
        let mut book = Workbook {
            letters: Letters::Unicode,
            since_1904: false,
            sheets: Vec::new(),
            fonts: Vec::new(),
            date_formats: Vec::new(),
            formats: Vec::new(),
            texts: Vec::new(),
        };
        let mut texts: Vec<&[u8]> = Vec::new();
        let (mut is_ended, mut previous) = (false, 0);
        for record in Records::from(stream, 0) {
            match record.kind {
                kinds::PASSWORD => return Err(refuse(ErrorCode::ListLocked)),
                kinds::TEXTS => texts.push(record.content),
                kinds::CONTINUE if previous == kinds::TEXTS => texts.push(record.content),
                kinds::END => {
                    is_ended = true;
                    break;
                }
                _ => drop(book.take_record(&record)),
            }
            if record.kind != kinds::CONTINUE {
                previous = record.kind;
            }
        }
        book.texts = shared_texts(&texts);
        if is_ended && !book.sheets.is_empty() { Ok(book) } else { Err(unreadable("damaged")) }
    }

    /// `None` for a record that is too short: what it says is then not known.
    fn take_record(&mut self, record: &Record<'_>) -> Option<()> {
        let content = record.content;
        match record.kind {
            kinds::BEGIN if u16_at(content, 0)? < 0x0600 => self.letters = Letters::Bytes,
            kinds::SINCE_1904 => self.since_1904 = u16_at(content, 0)? == 1,
            // Only sheets with cells; the others are charts and macros.
            kinds::SHEET if content.get(5)? & 0x0f == 0 => {
                let start = usize::try_from(u32_at(content, 0)?).ok()?;
                self.sheets.push((start, content.get(4)? & 3 != 0, text_at(content, 6, self.letters, true)?));
            }
            kinds::FONT => {
                let name = text_at(content, 14, self.letters, true).unwrap_or_default();
                self.fonts.push((u16_at(content, 6)? >= 600, text::letters_of_font(&name)));
            }
            kinds::NUMBER_FORMAT => {
                let format = text_at(content, 2, self.letters, self.letters == Letters::Bytes)?;
                if is_date_format(&format) {
                    self.date_formats.push(u16_at(content, 0)?);
                }
            }
            kinds::CELL_FORMAT => self.formats.push((u16_at(content, 0)?, u16_at(content, 2)?)),
            _ => {}
        }
        Some(())
    }

    fn read_sheet(&self, stream: &[u8], start: usize, mut sheet: Sheet, take: Take<'_>) -> Sheet {
        let mut depth = 0usize;
        let mut formula = None;
        for record in Records::from(stream, start) {
            match record.kind {
                kinds::BEGIN => depth += 1,
                kinds::END if depth <= 1 => break,
                kinds::END => depth -= 1,
                // Charts within the sheet have cells of their own.
                _ if depth > 1 => {}
                kinds::FORMULA => formula = self.put_formula(&mut sheet, record.content),
                kinds::FORMULA_TEXT => {
                    if let (Some((row, column, format)), Some(text)) =
                        (formula.take(), text_at(record.content, 0, self.letters, false))
                    {
                        self.put(&mut sheet, row, column, format, text_value(&text, take));
                    }
                }
                kinds::PACKED_ROW => drop(self.put_packed_row(&mut sheet, record.content)),
                kinds::MERGES => add_merges(&mut sheet, record.content),
                _ => drop(self.put_cell(&mut sheet, &record, take)),
            }
            if sheet.rows.len() > take.rows || sheet.n_letters > take.all_letters {
                break;
            }
        }
        sheet.settle();
        sheet.rows.truncate(take.rows);
        sheet
    }

    fn put_cell(&self, sheet: &mut Sheet, record: &Record<'_>, take: Take<'_>) -> Option<()> {
        let content = record.content;
        let value = match record.kind {
            kinds::SHARED_TEXT => {
                let index = usize::try_from(u32_at(content, 6)?).ok()?;
                text_value(self.texts.get(index)?, take)
            }
            kinds::TEXT | kinds::RICH_TEXT => text_value(&text_at(content, 6, self.letters, false)?, take),
            kinds::NUMBER => Value::Number(f64_at(content, 6)?),
            kinds::PACKED => Value::Number(packed_at(content, 6)?),
            kinds::TRUTH if *content.get(7)? == 0 => Value::Truth(*content.get(6)? != 0),
            kinds::TRUTH => Value::Fault(fault(*content.get(6)?).to_owned()),
            _ => return None,
        };
        self.put(sheet, u16_at(content, 0)?, u16_at(content, 2)?, u16_at(content, 4)?, value);
        Some(())
    }

    /// Several numbers of one row.
    fn put_packed_row(&self, sheet: &mut Sheet, content: &[u8]) -> Option<()> {
        let (row, first) = (u16_at(content, 0)?, u16_at(content, 2)?);
        let n = u16::try_from(content.len().checked_sub(6)? / 6).ok()?;
        for index in 0..n {
            let at = 4 + usize::from(index) * 6;
            let value = Value::Number(packed_at(content, at + 2)?);
            self.put(sheet, row, first.checked_add(index)?, u16_at(content, at)?, value);
        }
        Some(())
    }

    /// The result of a formula. If it is a text, that follows in a record of its own: its place is returned.
    fn put_formula(&self, sheet: &mut Sheet, content: &[u8]) -> Option<(u16, u16, u16)> {
        let (row, column, format) = (u16_at(content, 0)?, u16_at(content, 2)?, u16_at(content, 4)?);
        let value = match (u16_at(content, 12)?, *content.get(6)?, *content.get(8)?) {
            (0xffff, 0, _) => return Some((row, column, format)),
            (0xffff, 1, truth) => Value::Truth(truth != 0),
            (0xffff, 2, code) => Value::Fault(fault(code).to_owned()),
            (0xffff, _, _) => Value::Empty,
            _ => Value::Number(f64_at(content, 6)?),
        };
        self.put(sheet, row, column, format, value);
        None
    }

    fn put(&self, sheet: &mut Sheet, row: u16, column: u16, format: u16, value: Value) {
        let column = usize::from(column);
        if column >= COLUMN_LIMIT {
            return;
        }
        let (font, number_format) = self.formats.get(usize::from(format)).copied().unwrap_or_default();
        // There is no font number 4: the fifth of the list has number 5.
        let font = self.fonts.get(usize::from(if font > 4 { font - 1 } else { font })).copied().unwrap_or_default();
        let value = match value {
            Value::Number(number) if self.is_date(number_format) => Value::Date(day_of_serial(number, self.since_1904)),
            Value::Empty | Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Fault(_) => {
                value
            }
        };
        sheet.put(u32::from(row) + 1, column, Cell { value, is_bold: font.0, letters: font.1 });
    }

    fn is_date(&self, format: u16) -> bool {
        matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58) || self.date_formats.contains(&format)
    }
}

fn text_value(text: &str, take: Take<'_>) -> Value {
    if text.trim().is_empty() { Value::Empty } else { Value::Text(shortened(text, take.letters)) }
}

fn add_merges(sheet: &mut Sheet, content: &[u8]) {
    let number = |block: &[u8], at| u16_at(block, at).unwrap_or(0);
    for block in content.get(2..).unwrap_or_default().chunks_exact(8) {
        if sheet.merges.len() < MERGE_LIMIT {
            sheet.merges.push(Merge {
                top: u32::from(number(block, 0)) + 1,
                bottom: u32::from(number(block, 2)) + 1,
                left: usize::from(number(block, 4)),
                right: usize::from(number(block, 6)),
            });
        }
    }
}

/// True if a format shows days or hours; what stands in quotes or brackets is only shown.
fn is_date_format(format: &str) -> bool {
    let mut closing = None;
    format.chars().any(|letter| match (closing, letter) {
        (Some(end), _) => {
            if letter == end {
                closing = None;
            }
            false
        }
        (None, '"') => {
            closing = Some('"');
            false
        }
        (None, '[') => {
            closing = Some(']');
            false
        }
        (None, _) => matches!(letter.to_ascii_lowercase(), 'y' | 'd' | 'h' | 's' | 'm'),
    })
}

fn fault(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
