//! From a file to what it would do, without writing anything.

use super::cells::{Cell, Row, Sheet, Value};
use super::compare::{self, Compared};
use super::headings::{self, Headings};
use super::names::Name;
use super::office::Office;
use super::read::ListFile;
use super::structure;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{ImportChoices, ImportFate, ImportField, ImportLeftOut, ImportPreview, ImportRest, LegacyLetters};
use crate::text;

/// Texts that the coding of a file is judged by.
const SAMPLE: usize = 2_000;

/// Words before and after conversion that the user is shown.
const EXAMPLES: usize = 5;

/// A preview with what accepting it needs beside it, line by line.
#[derive(Debug)]
pub struct Prepared {
    /// What the user is shown.
    pub preview: ImportPreview,
    /// Every line with its place.
    pub lines: Vec<Compared>,
}

/// What a file would do.
///
/// # Errors
/// `list_unreadable`, `list_locked`, `list_too_long`, `not_found` for a sheet that was chosen.
pub fn prepare(file: &ListFile, office: Office<'_>, choices: &ImportChoices) -> Result<Prepared> {
    let beginnings = file.beginnings()?;
    let sheets: Vec<String> = beginnings.iter().map(|sheet| sheet.name.clone()).collect();
    let chosen = choose_sheet(&beginnings, choices.sheet.as_deref()).ok_or_else(|| match &choices.sheet {
        Some(sheet) => Error::not_found("sheet", sheet),
        None => no_list(file, "no_rows"),
    })?;
    let sheet = file.sheet(&chosen)?;
    let legacy = legacy_of(&sheet);
    let readable = legacy.map_or_else(|| sheet.clone(), |letters| converted(&sheet, letters));
    let headings = headings::find(&readable);
    let columns = columns_of(&headings, choices, sheet.width());
    if !columns.contains(&ImportField::Name) {
        return Err(no_list(file, "no_names"));
    }
    let shown = match choices.convert {
        Some(letters) => converted(&sheet, letters),
        None => sheet,
    };
    // Headings are the same rows in every coding; what they are called is what stands in the file.
    let headings = Headings { texts: shown_headings(&shown, &headings), ..headings };
    let (lines, left_out) = structure::lines(&shown, &headings, &columns);
    let (lines, names, left_out) = without_ours(lines, left_out, office.our_name);
    let compared = compare::compare(&lines, &names, office, choices);
    let headings_end = headings.at.map_or(0, |at| at + headings.n_rows);
    let name_column = columns.iter().position(|field| *field == ImportField::Name);
    let preview = ImportPreview {
        file: file.name.clone(),
        sha256: file.sha256.clone(),
        sheets,
        sheet: chosen,
        heading_row: headings.at.and_then(|at| shown.rows.get(at)).map_or(0, |row| row.number),
        headings: headings.texts,
        columns,
        legacy,
        legacy_examples: legacy.map(|letters| examples(&shown, headings_end, name_column, letters)).unwrap_or_default(),
        n_new: count(&compared, ImportFate::New),
        n_changed: count(&compared, ImportFate::Changed),
        n_unchanged: count(&compared, ImportFate::Unchanged),
        n_doubtful: count(&compared, ImportFate::Doubtful),
        n_refused: count(&compared, ImportFate::Refused),
        lines: compared.iter().map(|compared| compared.line.clone()).collect(),
        left_out,
    };
    Ok(Prepared { preview, lines: compared })
}

fn no_list(file: &ListFile, problem: &str) -> Error {
    Error::refused(ErrorCode::ListUnreadable, "reading a list of units")
        .with("file", &file.name)
        .with("problem", problem)
}

fn count(lines: &[Compared], fate: ImportFate) -> u32 {
    u32::try_from(lines.iter().filter(|compared| compared.line.fate == fate).count()).unwrap_or(u32::MAX)
}

/// The sheet of that name; else the one whose headings say most, shown before hidden, the fuller of equals.
fn choose_sheet(sheets: &[Sheet], wanted: Option<&str>) -> Option<String> {
    if let Some(wanted) = wanted {
        return sheets.iter().find(|sheet| sheet.name == wanted).map(|sheet| sheet.name.clone());
    }
    let filled = sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    let worth = |sheet: &Sheet| {
        let readable = legacy_of(sheet).map_or_else(|| sheet.clone(), |letters| converted(sheet, letters));
        (headings::find(&readable).n_known, !sheet.is_hidden, sheet.rows.len())
    };
    // The first of equals.
    filled.rev().max_by_key(|sheet| worth(sheet)).map(|sheet| sheet.name.clone())
}

/// What the user said of the columns; what the headings say of those that the user left open.
fn columns_of(headings: &Headings, choices: &ImportChoices, width: usize) -> Vec<ImportField> {
    let Some(said) = &choices.columns else { return headings.columns.clone() };
    let mut columns = said.clone();
    columns.resize(width, ImportField::Ignored);
    columns
}

fn shown_headings(sheet: &Sheet, headings: &Headings) -> Vec<String> {
    let Some(at) = headings.at else { return Vec::new() };
    headings::texts_at(sheet, at, headings.n_rows)
}

/// How the letters of a sheet are coded: by their fonts, or by what they look like.
fn legacy_of(sheet: &Sheet) -> Option<LegacyLetters> {
    let cells = || {
        sheet
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| cell.as_text().is_some_and(text::may_be_legacy))
            .take(SAMPLE)
    };
    let n_of_font =
        |letters| cells().filter(|cell| cell.letters.is_some_and(|(of_font, _)| of_font == letters)).count();
    let n = cells().count();
    let by_font = [LegacyLetters::Tcvn3, LegacyLetters::Vni].into_iter().find(|letters| n_of_font(*letters) * 2 > n);
    by_font.filter(|_| n >= 3).or_else(|| text::detect_legacy(cells().filter_map(Cell::as_text)))
}

fn converted(sheet: &Sheet, letters: LegacyLetters) -> Sheet {
    let rows = sheet.rows.iter().map(|row| Row {
        number: row.number,
        cells: row.cells.iter().map(|cell| converted_cell(cell, letters)).collect(),
    });
    Sheet { rows: rows.collect(), ..sheet.clone() }
}

/// Fonts of capitals (.VnTimeH) show small letters as capitals: so they are meant.
fn converted_cell(cell: &Cell, letters: LegacyLetters) -> Cell {
    let Value::Text(coded) = &cell.value else { return cell.clone() };
    let plain = text::from_legacy(coded, letters);
    let is_capital =
        cell.letters.is_some_and(|(_, is_capital)| is_capital) && !coded.chars().any(|letter| letter > '\u{ff}');
    let value = Value::Text(if is_capital { plain.to_uppercase() } else { plain });
    Cell { value, ..cell.clone() }
}

fn examples(sheet: &Sheet, first: usize, column: Option<usize>, letters: LegacyLetters) -> Vec<(String, String)> {
    let cells = sheet.rows.iter().skip(first).filter_map(|row| row.cell(column?));
    let pairs = cells.map(|cell| (cell.shown(), converted_cell(cell, letters).shown()));
    pairs.filter(|(before, after)| before != after).take(EXAMPLES).collect()
}

/// A list often begins with the office that made it. Our own unit is no unit below ours; what stands below it does.
/// Gives the other lines and their names made ready.
fn without_ours(
    lines: Vec<structure::Line>,
    mut left_out: Vec<ImportRest>,
    our_name: &str,
) -> (Vec<structure::Line>, Vec<Name>, Vec<ImportRest>) {
    let ours = Name::new(our_name).whole;
    // Where each line is once ours is gone.
    let mut moved: Vec<Option<usize>> = Vec::with_capacity(lines.len());
    let mut kept: Vec<structure::Line> = Vec::with_capacity(lines.len());
    let mut names: Vec<Name> = Vec::with_capacity(lines.len());
    for line in lines {
        let name = Name::new(&line.name);
        if !ours.is_empty() && name.whole == ours {
            left_out.push(ImportRest { row: line.row, text: line.name.clone(), why: ImportLeftOut::OurUnit });
            moved.push(None);
        } else {
            moved.push(Some(kept.len()));
            kept.push(line);
            names.push(name);
        }
    }
    for line in &mut kept {
        line.group = line.group.and_then(|group| moved.get(group).copied().flatten());
    }
    left_out.sort_by_key(|rest| rest.row);
    (kept, names, left_out)
}
