//! Cells from a file that came from outside: .xlsx, .xls, .ods or .csv, told apart by what is in it and not by its name.
//!
//! Nothing that the file says of its own size is believed: every reader streams and stops at [`Limits`]. A file that is no
//! list, or damaged, is refused with a code; no file makes the program stop.

mod csv;
mod encoding;
mod ods;
mod xls;
mod xlsx;
mod zipped;

use std::path::Path;

use super::cells::Sheet;
use crate::error::{Error, ErrorCode, Result};

/// Largest file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 20 * 1024 * 1024;

/// Most rows with something in them.
pub const ROW_LIMIT: usize = 100_000;

/// Columns beyond this one are not looked at.
pub const COLUMN_LIMIT: usize = 100;

/// Letters in one cell that are kept; no name and no note of a list is as long.
pub const CELL_LIMIT: usize = 2_000;

/// Blocks of merged cells that are kept.
const MERGE_LIMIT: usize = 20_000;

/// Sheets that are looked at.
const SHEET_LIMIT: usize = 50;

/// Rows of each sheet that are looked at to choose one.
const ROWS_TO_CHOOSE_BY: usize = 40;

const MEGABYTE: u64 = 1024 * 1024;

/// A file in memory, with its hash, so that what is accepted is what was previewed.
#[derive(Debug)]
pub struct ListFile {
    /// Its name without the folder.
    pub name: String,
    /// SHA-256 of its content.
    pub sha256: String,
    content: Vec<u8>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Xls,
    Ods,
    Csv,
}

/// What to read of a file.
#[derive(Debug, Clone, Copy)]
struct Take<'a> {
    /// Only the sheet of this name.
    only: Option<&'a str>,
    /// At most so many rows of each sheet; one more row is an error if `refuse_more`.
    rows: usize,
    /// At most so many letters of each cell.
    letters: usize,
    /// A sheet whose texts have more letters than this is not read on.
    all_letters: usize,
    /// A formula without a result is a fault, not an empty cell.
    formulas: bool,
}

/// As much as an Excel cell holds.
const FORM_CELL_LIMIT: usize = 32_767;

/// Rows of a sheet of a form that are read; a form has about a hundred.
const FORM_ROW_LIMIT: usize = 2_000;

/// Letters of all texts of a sheet of a form.
const FORM_LETTER_LIMIT: usize = 4_000_000;

impl ListFile {
    /// Takes a file into memory.
    ///
    /// # Errors
    /// `file_vanished`, `not_a_file`, `file_too_large`, `list_unreadable` for a kind of file that is no list, `list_locked`
    /// for one with a password, `io`.
    pub fn open(path: &Path) -> Result<ListFile> {
        let facts = std::fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
        if !facts.is_file() {
            return Err(refuse(ErrorCode::NotAFile).with("path", path.display()));
        }
        if facts.len() > SIZE_LIMIT {
            return Err(refuse(ErrorCode::FileTooLarge)
                .with("path", path.display())
                .with("size_mb", facts.len().div_ceil(MEGABYTE))
                .with("limit_mb", SIZE_LIMIT / MEGABYTE));
        }
        let content = std::fs::read(path).map_err(Error::io("read", path))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ListFile::from_content(&name, content)
    }

    /// The same from memory.
    ///
    /// # Errors
    /// `list_unreadable`, `list_locked`.
    pub fn from_content(name: &str, content: Vec<u8>) -> Result<ListFile> {
        let sha256 = crate::hash::sha256(&content);
        let name = crate::text::clean_line(name);
        let kind = kind_of(&content).map_err(|error| error.with("file", &name))?;
        Ok(ListFile { name, sha256, content, kind })
    }

    /// The first rows of every sheet, to choose one by.
    ///
    /// # Errors
    /// `list_unreadable`, `list_locked`.
    pub fn beginnings(&self) -> Result<Vec<Sheet>> {
        self.read(Take {
            only: None,
            rows: ROWS_TO_CHOOSE_BY,
            letters: CELL_LIMIT,
            all_letters: usize::MAX,
            formulas: false,
        })
    }

    /// A whole sheet.
    ///
    /// # Errors
    /// `not_found` for the sheet, `list_too_long`, `list_unreadable`.
    pub fn sheet(&self, name: &str) -> Result<Sheet> {
        let take = Take {
            only: Some(name),
            rows: ROW_LIMIT + 1,
            letters: CELL_LIMIT,
            all_letters: usize::MAX,
            formulas: false,
        };
        let sheets = self.read(take)?;
        let sheet = sheets.into_iter().find(|sheet| sheet.name == name);
        let sheet = sheet.ok_or_else(|| Error::not_found("sheet", name))?;
        if sheet.rows.len() > ROW_LIMIT {
            return Err(refuse(ErrorCode::ListTooLong).with("file", &self.name).with("limit", ROW_LIMIT));
        }
        Ok(sheet)
    }

    /// Every sheet of a form, with its texts as long as a cell can hold them.
    ///
    /// # Errors
    /// `list_unreadable`, `list_locked`.
    pub(crate) fn form_sheets(&self) -> Result<Vec<Sheet>> {
        let (letters, all_letters) = (FORM_CELL_LIMIT, FORM_LETTER_LIMIT);
        self.read(Take { only: None, rows: FORM_ROW_LIMIT, letters, all_letters, formulas: true })
    }

    fn read(&self, take: Take<'_>) -> Result<Vec<Sheet>> {
        let sheets = match self.kind {
            Kind::Xlsx => xlsx::read(&self.content, take),
            Kind::Xls => xls::read(&self.content, take),
            Kind::Ods => ods::read(&self.content, take),
            Kind::Csv => Ok(vec![csv::read(&self.content, take)]),
        };
        sheets.map_err(|error| error.with("file", &self.name))
    }
}

fn kind_of(content: &[u8]) -> Result<Kind> {
    if content.starts_with(b"PK\x03\x04") {
        return zipped::kind_of(content);
    }
    if content.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return xls::kind_of(content);
    }
    // Names of other kinds by their first bytes; what is left is taken for text, unless it has bytes that no text has.
    let is_other = [&b"%PDF"[..], b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"GIF8", b"PK"]
        .iter()
        .any(|start| content.starts_with(start));
    if is_other || content.is_empty() || !encoding::may_be_text(content) {
        return Err(unreadable("unknown_kind"));
    }
    Ok(Kind::Csv)
}

/// When a workbook of old was saved last, in seconds since 1970; `None` for any other file, and where it does not say.
pub fn saved_at(content: &[u8]) -> Option<i64> {
    content.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]).then(|| xls::saved_at(content)).flatten()
}

/// The file cannot be read as a list, and why.
fn unreadable(problem: &str) -> Error {
    refuse(ErrorCode::ListUnreadable).with("problem", problem)
}

fn refuse(code: ErrorCode) -> Error {
    Error::refused(code, "reading a list of units")
}

/// At most so many letters.
fn shortened(text: &str, limit: usize) -> String {
    text.chars().take(limit).collect()
}

fn vanished_or_failed(path: &Path, error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::NotFound {
        refuse(ErrorCode::ListVanished).with("path", path.display())
    } else {
        Error::io("read", path)(error)
    }
}
