//! Excel 97 to 2003, by a reader of our own. calamine's one indexes into what a file says of itself, so a cut-off or hostile
//! file ends the program (panic = "abort"), and it does not tell fonts, by which old letters are known.

mod compound;
mod records;
mod saved;
mod strings;
mod workbook;

pub use saved::saved_at;

use super::super::cells::Sheet;
use super::{Kind, Take, refuse, unreadable};
use crate::error::{ErrorCode, Result};

/// Which kind of list a compound file is: workbooks of old, and whatever is locked with a password.
///
/// # Errors
/// `list_locked`, `list_unreadable`.
pub fn kind_of(content: &[u8]) -> Result<Kind> {
    let file = compound::Compound::open(content).ok_or_else(|| unreadable("damaged"))?;
    if file.has("EncryptedPackage") {
        return Err(refuse(ErrorCode::ListLocked));
    }
    if file.has("WordDocument") {
        return Err(unreadable("word"));
    }
    if file.has("Workbook") || file.has("Book") { Ok(Kind::Xls) } else { Err(unreadable("unknown_kind")) }
}

/// The sheets of a workbook.
///
/// # Errors
/// `list_locked`, `list_unreadable`.
pub fn read(content: &[u8], take: Take<'_>) -> Result<Vec<Sheet>> {
    let file = compound::Compound::open(content).ok_or_else(|| unreadable("damaged"))?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or_else(|| unreadable("damaged"))?;
    workbook::read(&stream, take)
}
