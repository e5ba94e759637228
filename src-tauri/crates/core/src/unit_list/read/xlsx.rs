//! Excel since 2007, by calamine's stream of cells. Its ranges are never used: a file of two kilobytes can make them ask for
//! more memory than there is (calamine issue 693).

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::super::cells::{Cell, Merge, Sheet, Value, day_of_serial};
use super::{COLUMN_LIMIT, MERGE_LIMIT, SHEET_LIMIT, Take, refuse, shortened, unreadable};
use crate::error::{Error, ErrorCode, Result};
use crate::text;

/// Formulas of a sheet that are looked at, and the letters of each that are kept.
const FORMULA_LIMIT: usize = 10_000;
const FORMULA_LETTERS: usize = 200;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The sheets of a workbook.
///
/// # Errors
/// `list_locked`, `list_unreadable`.
pub fn read(content: &[u8], take: Take<'_>) -> Result<Vec<Sheet>> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(content)).map_err(damaged)?;
    let known: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .take(SHEET_LIMIT)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::with_capacity(known.len());
    for (name, is_hidden) in known.into_iter().filter(|(name, _)| take.only.is_none_or(|only| only == name)) {
        match read_sheet(&mut book, &name, take) {
            Ok(sheet) => sheets.push(Sheet { is_hidden, ..sheet }),
            // A page with a chart has no cells.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(damaged(error)),
        }
    }
    Ok(sheets)
}

fn read_sheet(book: &mut Book<'_>, name: &str, take: Take<'_>) -> std::result::Result<Sheet, XlsxError> {
    let merges = if take.only.is_some() { merges(book, name)? } else { Vec::new() };
    let mut sheet = Sheet { name: name.to_owned(), merges, ..Sheet::default() };
    let since_1904 = book.has_1904_epoch();
    let without_result = if take.formulas { formulas(book, name)? } else { BTreeMap::new() };
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some((found, style)) = cells.next_cell_with_style_id()? {
        let (row, column) = found.get_position();
        let value = match (found.get_value(), without_result.get(&(row, column))) {
            (DataRef::Empty, Some(formula)) => Value::Fault(format!("={formula}")),
            (value, _) => value_of(value, since_1904, take.letters),
        };
        let Ok(column) = usize::try_from(column) else { continue };
        if value == Value::Empty || column >= COLUMN_LIMIT {
            continue;
        }
        let font = cells.styles().get(style).and_then(|style| style.font.as_ref());
        let is_bold = font.is_some_and(calamine::Font::is_bold);
        let letters = font.and_then(|font| text::letters_of_font(font.name.as_deref()?));
        sheet.put(row.saturating_add(1), column, Cell { value, is_bold, letters });
        if sheet.rows.len() > take.rows || sheet.n_letters > take.all_letters {
            break;
        }
    }
    sheet.settle();
    sheet.rows.truncate(take.rows);
    Ok(sheet)
}

/// The formulas of a sheet. A script that fills in a form leaves them without their results: such a cell is not an empty one.
fn formulas(book: &mut Book<'_>, name: &str) -> std::result::Result<BTreeMap<(u32, u32), String>, XlsxError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    let mut formulas = BTreeMap::new();
    // A formula that several cells share stands in the first of them. calamine's own way of telling it of the others makes room
    // for as many as the file says that there are, and the program ends there.
    let mut shared: BTreeMap<usize, String> = BTreeMap::new();
    while let Some(found) = cells.next_cell_with_formula_metadata()? {
        let formula = match found.formula {
            Some(XlsxFormulaMetadata::Normal { formula }) => shortened(&formula, FORMULA_LETTERS),
            Some(XlsxFormulaMetadata::Shared { shared_index, formula, .. }) => {
                let formula = shortened(&formula, FORMULA_LETTERS);
                if shared.len() < FORMULA_LIMIT {
                    shared.insert(shared_index, formula.clone());
                }
                formula
            }
            Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                shared.get(&shared_index).cloned().unwrap_or_default()
            }
            Some(_) | None => continue,
        };
        if !formula.is_empty() && formulas.len() < FORMULA_LIMIT {
            formulas.insert(found.pos, formula);
        }
    }
    Ok(formulas)
}

fn merges(book: &mut Book<'_>, name: &str) -> std::result::Result<Vec<Merge>, XlsxError> {
    let column = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
    let blocks = book.merge_cells_by_sheet_name(name)?.into_iter().take(MERGE_LIMIT);
    Ok(blocks
        .map(|block| Merge {
            top: block.start.0.saturating_add(1),
            bottom: block.end.0.saturating_add(1),
            left: column(block.start.1),
            right: column(block.end.1),
        })
        .collect())
}

fn value_of(value: &DataRef<'_>, since_1904: bool, limit: usize) -> Value {
    let text = |text: &str| if text.trim().is_empty() { Value::Empty } else { Value::Text(shortened(text, limit)) };
    match value {
        DataRef::Empty => Value::Empty,
        DataRef::String(letters) => text(letters),
        DataRef::SharedString(letters) => text(letters),
        #[allow(clippy::cast_precision_loss, reason = "Excel itself keeps numbers so")]
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(truth) => Value::Truth(*truth),
        DataRef::DateTime(date) => Value::Date(day_of_serial(date.as_f64(), since_1904)),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => Value::Date(shortened(date, limit)),
        DataRef::Error(fault) => Value::Fault(fault.to_string()),
    }
}

fn damaged(error: XlsxError) -> Error {
    if matches!(error, XlsxError::Password) {
        refuse(ErrorCode::ListLocked)
    } else {
        unreadable("damaged").with("detail", error)
    }
}
