//! Plan files: templates that come from outside the program, by e-mail, chat or USB.
//!
//! A plan file is the text of a template. People send other things under that name (a Word file renamed, an empty file, a
//! text in an old encoding), so a file is recognised by its content, and each of these has its own refusal. What a newer
//! program writes is recognised too, by the number in its first line; whatever follows that line may then be of any form.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::{BuiltIn, Plan, find};
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::envelope::SEALED_LIMIT;
use crate::model::{PlanChoice, PlanText};

/// Extension of plan files, without the dot.
pub const EXTENSION: &str = "sotg";

/// Largest plan file, in bytes: fifteen times the first plan.
pub const SIZE_LIMIT: u64 = 1024 * 1024;

/// Newest form of plan files that this program reads, and the one that it writes. Form 2 knows more keys (`congress_of`,
/// `kinds`, `sector`, `has_page`, `members_from` of the report), form 3 the rules between figures (`report.rules`); a file of
/// an older form is one that has none of them.
const FORM: u32 = 3;

/// How the first line of a plan file begins; the number of its form follows. A comment to TOML, and it may be absent.
const FIRST_LINE: &str = "# sotg-ke-hoach ";

/// A plan with the text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    /// Its name and text, as a book keeps them.
    pub text: PlanText,
    /// What it says.
    pub plan: Plan,
}

impl PlanFile {
    /// Checks a text that was read before. Windows line ends and decomposed letters are put right, which moves no line.
    ///
    /// # Errors
    /// `bad_plan` as [`Plan::load`].
    pub fn from_text(file_name: &str, text: &str) -> Result<PlanFile> {
        let text: String = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").nfc().collect();
        let file_name: String = file_name.nfc().collect();
        let plan = Plan::load(&file_name, &text)?;
        Ok(PlanFile { text: PlanText { file_name, text }, plan })
    }
}

/// A file with the extension of plan files: two kinds of files have it, told apart by their content.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenedFile {
    /// A template: the text of a plan.
    Template(Box<PlanFile>),
    /// A sealed file of an office, not yet opened: see [`crate::exchange`].
    Sealed(String),
}

/// Reads a file with the extension of plan files, whichever of both it is.
///
/// # Errors
/// As [`read_file`]; `file_damaged` for a sealed file that is no text or too large.
pub fn open_file(path: &Path) -> Result<OpenedFile> {
    // Read once: of a pipe or a drive that answers slowly there is no second beginning.
    let bytes = read_bytes(path, SEALED_LIMIT)?;
    if !is_sealed(&bytes) {
        return Ok(OpenedFile::Template(Box::new(of_bytes(path, bytes)?)));
    }
    let damaged = || Error::refused(ErrorCode::FileDamaged, "opening a sealed file").with("path", path.display());
    if is_over(&bytes, SEALED_LIMIT) {
        return Err(damaged());
    }
    String::from_utf8(bytes).map(OpenedFile::Sealed).map_err(|_| damaged())
}

/// A sealed file is JSON, and no text of a plan begins as it does.
fn is_sealed(bytes: &[u8]) -> bool {
    let content = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    content.trim_ascii_start().starts_with(b"{\"")
}

/// The plan that was chosen, loaded and checked. One from a file wins over a built-in one of the same code.
///
/// # Errors
/// `not_found` for a code that is not built in, `bad_plan`.
pub fn choose(choice: &PlanChoice) -> Result<PlanFile> {
    match choice {
        PlanChoice::File(PlanText { file_name, text }) => PlanFile::from_text(file_name, text),
        PlanChoice::BuiltIn(code) => {
            let (BuiltIn { file_name, source }, plan) = find(code)?;
            let text = PlanText { file_name: file_name.to_owned(), text: source.to_owned() };
            Ok(PlanFile { text, plan })
        }
    }
}

/// Reads and checks a plan file.
///
/// # Errors
/// `not_found`, `not_a_file`, `io`; `not_a_plan` with `kind` (see [`kind_of`]); `too_new`; `bad_plan` with line and field.
pub fn read_file(path: &Path) -> Result<PlanFile> {
    of_bytes(path, read_bytes(path, SIZE_LIMIT)?)
}

/// The plan that a file says, by its bytes.
fn of_bytes(path: &Path, bytes: Vec<u8>) -> Result<PlanFile> {
    let not_a_plan = |kind: &str| {
        Error::refused(ErrorCode::NotAPlan, "reading a plan file").with("path", path.display()).with("kind", kind)
    };
    if is_over(&bytes, SIZE_LIMIT) {
        return Err(not_a_plan("too_large").with("limit_mb", SIZE_LIMIT / (1024 * 1024)));
    }
    if let Some(form) = form_of(&bytes).filter(|form| *form > FORM) {
        return Err(Error::refused(ErrorCode::TooNew, "reading a plan file")
            .with("what", "plan")
            .with("path", path.display())
            .with("found", form)
            .with("known", FORM));
    }
    let text = match (kind_of(&bytes), String::from_utf8(bytes)) {
        (Some(kind), _) => return Err(not_a_plan(kind)),
        (None, Err(_)) => return Err(not_a_plan("encoding")),
        (None, Ok(text)) => text,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    PlanFile::from_text(&name, &text)
}

/// The built-in plan of that code as a file to send: its template below the first line of plan files.
///
/// # Errors
/// `not_found`.
pub fn file_text(code: &str) -> Result<String> {
    let (template, _) = find(code)?;
    Ok(format!("{FIRST_LINE}{FORM}\n{}", template.source))
}

/// The bytes of a file, and of one that is longer than `limit` one byte more than that.
fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let facts = fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
    if !facts.is_file() {
        return Err(Error::refused(ErrorCode::NotAFile, "reading a plan file").with("path", path.display()));
    }
    let file = File::open(path).map_err(|error| vanished_or_failed(path, error))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    Ok(bytes)
}

fn is_over(bytes: &[u8], limit: u64) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit
}

fn vanished_or_failed(path: &Path, error: std::io::Error) -> Error {
    if error.kind() == ErrorKind::NotFound {
        Error::not_found("plan_file", path.display())
    } else {
        Error::io("read", path)(error)
    }
}

/// The number in the first line, if it is there.
fn form_of(bytes: &[u8]) -> Option<u32> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let line = bytes.strip_prefix(FIRST_LINE.as_bytes())?.split(|byte| *byte == b'\n').next()?;
    std::str::from_utf8(line).ok()?.trim().parse().ok()
}

/// What a file is that cannot be a text of a plan: "empty", "book" (of this program), "document" (Word, Excel, PDF, a
/// packed file), "sealed" (a file of an office, see [`open_file`]), "encoding" (not UTF-8), "binary" (anything else).
fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    const DOCUMENTS: [&[u8]; 5] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"Rar!"];
    const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];
    let begins_with = |starts: &[&[u8]]| starts.iter().any(|start| bytes.starts_with(start));
    let content = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if content.iter().all(u8::is_ascii_whitespace) {
        Some("empty")
    } else if bytes.starts_with(b"SQLite format 3\0") {
        Some("book")
    } else if begins_with(&DOCUMENTS) {
        Some("document")
    } else if is_sealed(bytes) {
        Some("sealed")
    } else if begins_with(&UTF_16) {
        Some("encoding")
    } else if bytes.contains(&0) {
        Some("binary")
    } else {
        None
    }
}
