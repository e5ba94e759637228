//! Packed files that leave the office: written to the disk piece by piece, whatever their size, always the same for the same
//! content.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::error::{Error, Result};
use crate::{evidence, export};

/// A packed file while it is written.
pub(super) struct Pack<'a> {
    zip: ZipWriter<&'a mut File>,
}

/// Writes a packed file so that a reader finds all of it or nothing.
///
/// # Errors
/// What `fill` returns; the disk.
pub(super) fn write(path: &Path, fill: impl FnOnce(&mut Pack<'_>) -> Result<()>) -> Result<()> {
    export::save_with(path, |file| {
        let mut pack = Pack { zip: ZipWriter::new(file) };
        fill(&mut pack)?;
        pack.zip.finish().map_err(failed).map(drop)
    })
}

impl Pack<'_> {
    /// Adds bytes. They are documents and pictures, which do not become smaller.
    ///
    /// # Errors
    /// The disk.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.begin(name)?;
        self.zip.write_all(bytes).map_err(|error| failed(error.into()))
    }

    /// Adds a file and gives the hash of what was added.
    ///
    /// # Errors
    /// `file_vanished`; the disk.
    pub fn add_file(&mut self, name: &str, path: &Path) -> Result<String> {
        self.begin(name)?;
        evidence::copy_hashing(path, &mut self.zip).map(|(hash, _)| hash)
    }

    fn begin(&mut self, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644)
            .system(zip::System::Unix)
            .large_file(true);
        self.zip.start_file(name, options).map_err(failed)
    }
}

fn failed(error: zip::result::ZipError) -> Error {
    Error::io("write", ".zip".as_ref())(std::io::Error::other(error))
}

/// The ending of a file of a stranger, as one that we would write; "bin" for any other.
pub(super) fn ending(file_name: &str) -> &'static str {
    const KNOWN: [&str; 17] = [
        "docx", "doc", "zip", "xlsx", "xls", "ods", "odt", "pdf", "jpg", "jpeg", "png", "heic", "webp", "gif", "mp4",
        "mov", "mp3",
    ];
    let own = Path::new(file_name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    KNOWN.into_iter().find(|known| own.eq_ignore_ascii_case(known)).unwrap_or("bin")
}
