//! One model of a table on a sheet, and its writer.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook, Worksheet,
    XlsxError,
};

use super::TableHead;
use crate::error::{Error, Result};
use crate::text;

/// From so many lines a table is long. No province has as many units.
const LONG: usize = 10_000;

/// How hard a long table is packed, 0 to 9; 6 is usual, packs to three quarters of it and takes a second longer.
const QUICK: u8 = 2;

/// Excel indents no further.
const DEEPEST: u8 = 15;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, whatever it begins with.
    Text(Cow<'a, str>),
    /// A count.
    Number(u32),
    /// A share, 0 to 1, shown in percent.
    Share(f64),
    /// A day.
    Day(NaiveDate),
    /// A text that may need several lines.
    Long(Cow<'a, str>),
    /// A number times 10 to the power of its digits after the comma.
    Decimal(i64, u8),
    /// An address of the web, and what is read of it.
    Link(&'a str, Cow<'a, str>),
}

/// A heading over one column or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub text: String,
    pub columns: u16,
}

/// One line: how deep the unit stands in the tree, and its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    pub depth: u8,
    pub is_total: bool,
    pub cells: Vec<Cell<'a>>,
}

/// A sheet. Its lines are made one by one while they are written, so that a long table is never held twice.
pub struct Table<'a> {
    /// Name on the tab.
    pub name: String,
    pub title: String,
    /// Widths of the columns, in letters.
    pub widths: Vec<f64>,
    /// Lines of headings; each adds up to all columns.
    pub headings: Vec<Vec<Heading>>,
    pub n_lines: usize,
    pub lines: Box<dyn Iterator<Item = Line<'a>> + 'a>,
}

/// The formats of a workbook, made once: usual and bold, names of units by their depth.
struct Formats {
    title: Format,
    about: Format,
    heading: Format,
    usual: Weight,
    bold: Weight,
}

/// The formats of a line.
struct Weight {
    names: Vec<Format>,
    number: Format,
    share: Format,
    day: Format,
    long: Format,
    /// Numbers by their digits after the comma: 0, 1, 2.
    decimals: [Format; 3],
    link: Format,
    /// For a text that begins like a formula: it stays a text even when somebody goes through the cell in Excel.
    quoted: Vec<Format>,
}

impl Formats {
    fn new() -> Formats {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(11.0);
        let cell = || base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        Formats {
            title: base().set_font_size(14.0).set_bold(),
            about: base().set_italic(),
            heading: cell().set_bold().set_text_wrap().set_align(FormatAlign::Center),
            usual: Weight::of(&cell()),
            bold: Weight::of(&cell().set_bold()),
        }
    }
}

impl Weight {
    fn of(cell: &Format) -> Weight {
        Weight {
            names: (0..=DEEPEST).map(|depth| cell.clone().set_indent(depth)).collect(),
            number: cell.clone().set_num_format("#,##0"),
            share: cell.clone().set_num_format("0%").set_align(FormatAlign::Center),
            day: cell.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            long: cell.clone().set_text_wrap(),
            decimals: ["#,##0", "#,##0.0", "#,##0.00"].map(|format| cell.clone().set_num_format(format)),
            link: cell.clone().set_text_wrap().set_font_color(0x00_05_63_c1).set_underline(FormatUnderline::Single),
            quoted: [cell.clone(), cell.clone().set_text_wrap()].map(Format::set_quote_prefix).to_vec(),
        }
    }

    fn name(&self, depth: u8) -> Option<&Format> {
        self.names.get(usize::from(depth.min(DEEPEST)))
    }
}

/// Writes the sheets as the bytes of a workbook.
///
/// The rows of a long table go through a file without a name in `folder`, the folder of the book, which is gone when the
/// workbook is made: nothing is written elsewhere, and memory does not grow with the table. Where that folder cannot be
/// written they stay in memory.
pub fn write(head: &TableHead, tables: Vec<Table<'_>>, folder: &Path) -> Result<Vec<u8>> {
    workbook(head, tables, folder).map_err(|error| Error::io("write", ".xlsx".as_ref())(std::io::Error::other(error)))
}

fn workbook(head: &TableHead, tables: Vec<Table<'_>>, folder: &Path) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a day of its own the file would take the one of the clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author(&head.unit).set_creation_datetime(&made));
    let is_long = tables.iter().any(|table| table.n_lines >= LONG);
    if is_long {
        workbook.set_zip_compression_level(QUICK);
    }
    let goes_through_file = is_long && workbook.set_tempdir(folder).is_ok();
    let formats = Formats::new();
    for table in tables {
        let sheet =
            if goes_through_file { workbook.add_worksheet_with_low_memory()? } else { workbook.add_worksheet() };
        write_sheet(sheet, head, table, &formats)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(
    sheet: &mut Worksheet,
    head: &TableHead,
    table: Table<'_>,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (column, width) in (0..).zip(&table.widths) {
        sheet.set_column_width(column, *width)?;
    }
    let top = write_top(sheet, head, &table, formats)?;
    let mut row = top;
    for headings in &table.headings {
        write_headings(sheet, row, headings, &formats.heading)?;
        row += 1;
    }
    let first = row;
    for line in table.lines {
        write_line(sheet, row, &line, formats)?;
        row += 1;
    }
    let last_column = u16::try_from(table.widths.len()).unwrap_or(1).saturating_sub(1);
    if row > first {
        sheet.autofilter(first - 1, 0, row - 1, last_column)?;
    }
    sheet.set_freeze_panes(first, 1)?;
    sheet.set_repeat_rows(top, first - 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.5, 0.5, 0.3, 0.3);
    sheet.set_footer("&R&P/&N");
    Ok(())
}

/// Unit, title, plan and day; gives the row of the first heading.
fn write_top(
    sheet: &mut Worksheet,
    head: &TableHead,
    table: &Table<'_>,
    formats: &Formats,
) -> std::result::Result<u32, XlsxError> {
    let day = format!("{} - tính đến {}", head.plan, text::short_date(head.today));
    let mut lines =
        vec![(head.unit.clone(), &formats.about), (table.title.clone(), &formats.title), (day, &formats.about)];
    if head.is_sample {
        lines.push(("SỔ MẪU - SỐ LIỆU KHÔNG CÓ THẬT".to_owned(), &formats.title));
    }
    let mut row = 0;
    for (line, format) in lines {
        sheet.write_string_with_format(row, 0, line, format)?;
        row += 1;
    }
    Ok(row + 1)
}

fn write_headings(
    sheet: &mut Worksheet,
    row: u32,
    headings: &[Heading],
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    let mut column = 0;
    for Heading { text, columns } in headings {
        if *columns > 1 {
            sheet.merge_range(row, column, row, column + columns - 1, text, format)?;
        } else {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        column += columns;
    }
    Ok(())
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    line: &Line<'_>,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let weight = if line.is_total { &formats.bold } else { &formats.usual };
    let plain = weight.name(0).unwrap_or(&formats.about);
    let name = weight.name(line.depth).unwrap_or(plain);
    for (column, cell) in (0..).zip(&line.cells) {
        match cell {
            Cell::Empty => sheet.write_blank(row, column, plain)?,
            Cell::Text(text) => {
                let format = if column == 0 { name } else { plain };
                write_text(sheet, (row, column), text, format, weight.quoted.first())?
            }
            Cell::Long(text) => write_text(sheet, (row, column), text, &weight.long, weight.quoted.get(1))?,
            Cell::Decimal(value, decimals) => {
                let format = weight.decimals.get(usize::from(*decimals)).unwrap_or(&weight.number);
                sheet.write_number_with_format(row, column, unscaled(*value, *decimals), format)?
            }
            Cell::Link(url, text) => write_link(sheet, (row, column), url, text, weight)?,
            Cell::Number(count) => sheet.write_number_with_format(row, column, *count, &weight.number)?,
            Cell::Share(part) => sheet.write_number_with_format(row, column, *part, &weight.share)?,
            Cell::Day(on) => sheet.write_datetime_with_format(row, column, *on, &weight.day)?,
        };
    }
    Ok(())
}

/// Excel takes no more letters in one cell, and counts those outside of the first plane twice.
const CELL_LIMIT: usize = 32_767;
const CUT: &str = " […]";

/// A text as a cell can hold it: without what XML does not allow, cut where Excel would refuse the file.
fn fitting(text: &str) -> Cow<'_, str> {
    let is_allowed = |letter: char| matches!(letter, '\n' | '\t') || !letter.is_control();
    let n_units: usize = if text.len() > CELL_LIMIT { text.chars().map(char::len_utf16).sum() } else { 0 };
    let is_kept = |letter: &char| is_allowed(*letter) && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    if n_units <= CELL_LIMIT && text.chars().all(|letter| is_kept(&letter)) {
        return Cow::Borrowed(text);
    }
    let mut room = CELL_LIMIT - CUT.len();
    let mut kept = String::new();
    for letter in text.chars().filter(is_kept) {
        let Some(rest) = room.checked_sub(letter.len_utf16()) else {
            kept.push_str(CUT);
            break;
        };
        room = rest;
        kept.push(letter);
    }
    Cow::Owned(kept)
}

fn write_text<'a>(
    sheet: &'a mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
    quoted: Option<&Format>,
) -> std::result::Result<&'a mut Worksheet, XlsxError> {
    let begins_like_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let format = quoted.filter(|_| begins_like_formula).unwrap_or(format);
    sheet.write_string_with_format(row, column, fitting(text), format)
}

/// Only what a browser opens becomes a link; whatever Excel would refuse as one is a text.
fn write_link<'a>(
    sheet: &'a mut Worksheet,
    (row, column): (u32, u16),
    url: &str,
    text: &str,
    weight: &Weight,
) -> std::result::Result<&'a mut Worksheet, XlsxError> {
    const ADDRESS_LIMIT: usize = 2_000;
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = url.chars().all(|letter| !letter.is_control() && !letter.is_whitespace());
    if !is_web || !is_plain || url.chars().count() > ADDRESS_LIMIT {
        return write_text(sheet, (row, column), text, &weight.long, weight.quoted.get(1));
    }
    let text = fitting(text);
    let shown = if text.is_empty() { url } else { text.as_ref() };
    sheet.write_url_with_format(row, column, Url::new(url).set_text(shown), &weight.link)
}

/// A count that was kept without its comma. The counts of a campaign are far below what a cell can tell apart.
#[expect(clippy::cast_precision_loss, reason = "a cell of Excel holds nothing more exact")]
fn unscaled(value: i64, decimals: u8) -> f64 {
    value as f64 / 10f64.powi(i32::from(decimals))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Range, Reader as _, Xlsx};

    use super::*;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 7, 20).unwrap();

    fn long(n_lines: usize) -> Table<'static> {
        let line = |number: usize| Line {
            depth: u8::try_from(number % 20).unwrap(),
            is_total: number == 0,
            cells: vec![
                Cell::Text(format!("=đơn vị mẫu {number}").into()),
                Cell::Number(u32::try_from(number).unwrap()),
                Cell::Share(0.5),
                Cell::Day(DAY),
                Cell::Empty,
            ],
        };
        let heading = |text: &str, columns| Heading { text: text.to_owned(), columns };
        Table {
            name: "Dài".to_owned(),
            title: "BẢNG DÀI".to_owned(),
            widths: vec![10.0; 5],
            headings: vec![vec![heading("Tên", 1), heading("Số", 4)]],
            n_lines,
            lines: Box::new((0..n_lines).map(line)),
        }
    }

    fn cells(workbook: Vec<u8>) -> Range<Data> {
        Xlsx::new(Cursor::new(workbook)).unwrap().worksheet_range("Dài").unwrap()
    }

    fn head() -> TableHead {
        TableHead {
            unit: "Đơn vị mẫu".to_owned(), plan: "Kế hoạch mẫu".to_owned(), today: DAY, is_sample: true
        }
    }

    #[test]
    fn a_long_table_says_the_same_by_way_of_the_folder_and_in_memory_and_leaves_nothing_there() {
        let folder = tempfile::tempdir().unwrap();
        let by_file = cells(write(&head(), vec![long(LONG)], folder.path()).unwrap());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left in the book's folder");
        let in_memory = cells(write(&head(), vec![long(LONG)], &folder.path().join("gone")).unwrap());
        assert_eq!(by_file, in_memory);
        let last = by_file.rows().next_back().unwrap();
        assert_eq!(last[0], Data::String(format!("=đơn vị mẫu {}", LONG - 1)), "a text, not a formula");
        assert_eq!((&last[1], &last[2]), (&Data::Float(9_999.0), &Data::Float(0.5)));
        assert!(matches!(&last[3], Data::DateTime(day) if day.is_datetime()), "{:?}", last[3]);
    }

    #[test]
    fn a_short_table_needs_no_folder() {
        let short = cells(write(&head(), vec![long(3)], Path::new("no/such/folder")).unwrap());
        assert_eq!(short.rows().count(), 4 + 1 + 1 + 3);
    }
}
