//! The Word writer: a [`Document`] as the bytes of a .docx.
//!
//! Our own, on zip, because no library passes Microsoft's validator at a bearable price (docs/decisions). Deterministic:
//! no clock, fixed times in the zip, parts in a fixed order. Knows nothing of reports.

mod body;
mod drawing;
mod package;
mod part;
mod references;
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
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        // One report has the same bytes on every system.
        .system(zip::System::Unix);
    for part in package::parts(document) {
        let method = if part.is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(part.name, options.compression_method(method)).map_err(zip_error)?;
        zip.write_all(&part.content).map_err(Error::io("write", ".docx".as_ref()))?;
    }
    Ok(zip.finish().map_err(zip_error)?.into_inner())
}

fn zip_error(error: zip::result::ZipError) -> Error {
    Error::io("write", ".docx".as_ref())(std::io::Error::other(error))
}
