//! One model of a table on a sheet, and its writer.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::TableHead;
use crate::error::{Error, Result};
use crate::text;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it begins with.
    Text(String),
    /// A count.
    Number(u32),
    /// A share, 0 to 1, shown in percent.
    Share(f64),
    /// A day.
    Day(NaiveDate),
}

/// A heading over one column or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub text: String,
    pub columns: u16,
}

/// One line: how deep the unit stands in the tree, and its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub depth: u8,
    pub is_total: bool,
    pub cells: Vec<Cell>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name on the tab.
    pub name: String,
    pub title: String,
    /// Widths of the columns, in letters.
    pub widths: Vec<f64>,
    /// Lines of headings; each adds up to all columns.
    pub headings: Vec<Vec<Heading>>,
    pub lines: Vec<Line>,
}

/// The formats of a workbook, made once.
struct Formats {
    title: Format,
    about: Format,
    heading: Format,
    plain: [Format; 2],
    number: [Format; 2],
    share: [Format; 2],
    day: [Format; 2],
}

impl Formats {
    fn new() -> Formats {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(11.0);
        let cell = || base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let pair = |format: Format| [format.clone(), format.set_bold()];
        Formats {
            title: base().set_font_size(14.0).set_bold(),
            about: base().set_italic(),
            heading: cell().set_bold().set_text_wrap().set_align(FormatAlign::Center),
            plain: pair(cell()),
            number: pair(cell().set_num_format("#,##0")),
            share: pair(cell().set_num_format("0%").set_align(FormatAlign::Center)),
            day: pair(cell().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center)),
        }
    }
}

/// Writes the sheets as the bytes of a workbook.
pub fn write(head: &TableHead, tables: &[Table]) -> Result<Vec<u8>> {
    workbook(head, tables).map_err(|error| Error::io("write", ".xlsx".as_ref())(std::io::Error::other(error)))
}

fn workbook(head: &TableHead, tables: &[Table]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a day of its own the file would take the one of the clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author(&head.unit).set_creation_datetime(&made));
    let formats = Formats::new();
    for table in tables {
        write_sheet(workbook.add_worksheet(), head, table, &formats)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(
    sheet: &mut Worksheet,
    head: &TableHead,
    table: &Table,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (column, width) in (0..).zip(&table.widths) {
        sheet.set_column_width(column, *width)?;
    }
    let top = write_top(sheet, head, table, formats)?;
    let mut row = top;
    for headings in &table.headings {
        write_headings(sheet, row, headings, &formats.heading)?;
        row += 1;
    }
    let first = row;
    for line in &table.lines {
        write_line(sheet, row, line, formats)?;
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
    table: &Table,
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

fn write_line(sheet: &mut Worksheet, row: u32, line: &Line, formats: &Formats) -> std::result::Result<(), XlsxError> {
    let [usual, bold] = [0, 1];
    let weight = if line.is_total { bold } else { usual };
    let of = |pair: &[Format; 2]| pair.get(weight).cloned().unwrap_or_default();
    let (plain, number, share, day) = (of(&formats.plain), of(&formats.number), of(&formats.share), of(&formats.day));
    for (column, cell) in (0..).zip(&line.cells) {
        match cell {
            Cell::Empty => sheet.write_blank(row, column, &plain)?,
            Cell::Text(text) if column == 0 && line.depth > 0 => {
                sheet.write_string_with_format(row, column, text, &plain.clone().set_indent(line.depth))?
            }
            Cell::Text(text) => sheet.write_string_with_format(row, column, text, &plain)?,
            Cell::Number(count) => sheet.write_number_with_format(row, column, *count, &number)?,
            Cell::Share(part) => sheet.write_number_with_format(row, column, *part, &share)?,
            Cell::Day(on) => sheet.write_datetime_with_format(row, column, *on, &day)?,
        };
    }
    Ok(())
}
