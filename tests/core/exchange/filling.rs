//! Fills in an Excel form as a person does: writes into cells of the workbook itself.

use std::io::{Cursor, Read as _, Write as _};

use calamine::{Reader as _, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The sheets of a form, in their order.
pub const FIGURES: usize = 1;
pub const ACTIVITIES: usize = 2;
pub const TEXTS: usize = 3;

/// What is written into a cell.
#[derive(Clone, Copy)]
pub enum Typed<'a> {
    Number(f64),
    Text(&'a str),
    Formula(&'a str, f64),
    Fault(&'a str),
}

/// The number of the row that has this code.
pub fn row_of(form: &[u8], code: &str) -> u32 {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(form)).unwrap();
    for name in book.sheet_names().clone() {
        let range = book.worksheet_range(&name).unwrap();
        let (top, _) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            if cells.iter().any(|cell| *cell == code) {
                return row + 1;
            }
        }
    }
    panic!("no row {code}");
}

/// The form with something in its cells: the sheet, the column, the code of the row.
pub fn fill(form: &[u8], cells: &[(usize, &str, &str, Typed)]) -> Vec<u8> {
    let mut form = form.to_vec();
    for (sheet, column, code, typed) in cells {
        let cell = format!("{column}{}", row_of(&form, code));
        form = edit(&form, &format!("xl/worksheets/sheet{sheet}.xml"), |xml| put(&xml, &cell, *typed));
    }
    form
}

fn put(xml: &str, cell: &str, typed: Typed) -> String {
    let from = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
    let end = from + xml[from..].find("/>").unwrap();
    let open = &xml[from..end];
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let filled = match typed {
        Typed::Number(number) => format!("{open}><v>{number}</v></c>"),
        Typed::Text(text) => format!("{open} t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
        Typed::Formula(formula, result) => format!("{open}><f>{}</f><v>{result}</v></c>", escaped(formula)),
        Typed::Fault(fault) => format!("{open} t=\"e\"><f>A1/0</f><v>{fault}</v></c>"),
    };
    format!("{}{filled}{}", &xml[..from], &xml[end + 2..])
}

/// A workbook with one part changed.
pub fn edit(form: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(form)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            content = change(String::from_utf8(content).unwrap()).into_bytes();
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
