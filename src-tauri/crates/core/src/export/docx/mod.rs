//! The Word writer: a [`Document`] as the bytes of a .docx.
//!
//! Our own, on zip, because no library passes Microsoft's validator at a bearable price (docs/decisions). Deterministic:
//! no clock, fixed times in the zip, parts in a fixed order. Knows nothing of reports.

mod body;
mod package;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::Document;
use crate::error::{Error, Result};

/// Writes the document as a .docx.
///
/// # Errors
/// The zip cannot be made, which only happens when memory runs out or a part passes 4 GB.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        // One report has the same bytes on every system.
        .system(zip::System::Unix);
    for (name, content) in package::parts(document) {
        zip.start_file(name, options).map_err(zip_error)?;
        zip.write_all(content.as_bytes()).map_err(Error::io("write", ".docx".as_ref()))?;
    }
    Ok(zip.finish().map_err(zip_error)?.into_inner())
}

fn zip_error(error: zip::result::ZipError) -> Error {
    Error::io("write", ".docx".as_ref())(std::io::Error::other(error))
}
