//! Copying a data folder, and reading the copy again.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::survey::Survey;
use crate::book::{self, FILE_NAME};
use crate::error::{Error, ErrorCode, Result};
use crate::evidence::copy_hashing;
use crate::files::sync_folder;
use crate::model::{MoveProgress, MoveStep};

/// A large file is reported in pieces of this size.
const PIECE: u64 = 4 * 1024 * 1024;

/// Tells how far a move is.
pub(super) struct Teller<'a> {
    say: &'a mut dyn FnMut(&MoveProgress),
    now: MoveProgress,
    /// Bytes up to which was told.
    told: u64,
}

impl<'a> Teller<'a> {
    pub(super) fn new(say: &'a mut dyn FnMut(&MoveProgress)) -> Teller<'a> {
        let step = MoveStep::Preparing;
        Teller { say, now: MoveProgress { step, n_files_done: 0, n_files: 0, n_bytes_done: 0, n_bytes: 0 }, told: 0 }
    }

    pub(super) fn begin(&mut self, step: MoveStep, n_files: u64, n_bytes: u64) {
        self.now = MoveProgress { step, n_files_done: 0, n_files, n_bytes_done: 0, n_bytes };
        self.told = 0;
        self.tell();
    }

    pub(super) fn tell(&mut self) {
        (self.say)(&self.now);
    }

    fn add_bytes(&mut self, n: u64) {
        self.now.n_bytes_done += n;
        if self.now.n_bytes_done >= self.told + PIECE {
            self.told = self.now.n_bytes_done;
            self.tell();
        }
    }

    fn end_file(&mut self) {
        self.now.n_files_done += 1;
        self.tell();
    }
}

/// Writes where it is told to, and tells how much.
struct Counted<'a, 'b, W> {
    to: W,
    teller: &'a mut Teller<'b>,
}

impl<W: Write> Write for Counted<'_, '_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.teller.add_bytes(n as u64);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Copies everything and compares the copy with what it was made from, file by file. Each book in the copy is opened as a
/// book, too.
pub(super) fn copy_and_compare(from: &Path, to: &Path, found: &Survey, teller: &mut Teller<'_>) -> Result<()> {
    teller.begin(MoveStep::Copying, found.n_files(), found.n_bytes());
    for folder in &found.folders {
        let folder = to.join(folder);
        fs::create_dir_all(&folder).map_err(Error::io("create the folder", &folder))?;
    }
    let mut hashes = Vec::with_capacity(found.files.len());
    for (file, _) in &found.files {
        hashes.push(copy_file(&from.join(file), &to.join(file), teller)?);
    }
    for folder in found.folders.iter().rev() {
        sync_folder(&to.join(folder))?;
    }
    sync_folder(to)?;
    teller.begin(MoveStep::Verifying, found.n_files(), found.n_bytes());
    for (file, _) in found.files.iter().filter(|(file, _)| file.file_name().is_some_and(|name| name == FILE_NAME)) {
        book::check_copy(to.join(file).parent().unwrap_or(to))?;
    }
    for ((file, _), hash) in found.files.iter().zip(&hashes) {
        compare(&to.join(file), hash, teller)?;
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path, teller: &mut Teller<'_>) -> Result<String> {
    let mut file = File::create(to).map_err(Error::io("write", to))?;
    let (hash, _) = copy_hashing(from, &mut Counted { to: &mut file, teller }).map_err(|error| aim_at(error, to))?;
    // When it was changed last is what the user sees in his file manager; a disk that keeps no times does no harm.
    if let Ok(changed) = fs::metadata(from).and_then(|facts| facts.modified()) {
        let _ = file.set_modified(changed);
    }
    file.sync_all().map_err(Error::io("write", to))?;
    teller.end_file();
    Ok(hash)
}

/// A disk that is full is the new one, not the one that is read.
fn aim_at(error: Error, to: &Path) -> Error {
    match error {
        Error::Io { doing: "copy", source, .. } => Error::Io { path: to.to_owned(), doing: "copy", source },
        Error::Io { .. } | Error::Refused { .. } | Error::Database { .. } => error,
    }
}

fn compare(copy: &Path, wanted: &str, teller: &mut Teller<'_>) -> Result<()> {
    let (found, _) = copy_hashing(copy, &mut Counted { to: io::sink(), teller })?;
    if found != wanted {
        return Err(Error::refused(ErrorCode::CopyDiffers, "comparing the copy").with("path", copy.display()));
    }
    teller.end_file();
    Ok(())
}
