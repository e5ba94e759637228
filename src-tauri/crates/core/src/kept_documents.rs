//! Documents as they were sent: beside the book, under the hash of their content, never changed and never removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::export;
use crate::files::sync_folder;
use crate::hash;
use crate::replace::replace;

/// Name of the folder beside the book.
const FOLDER: &str = "van-ban-da-gui";

/// Where a document lies: `van-ban-da-gui/ab/ab12…`, as evidence does.
pub(crate) fn path(book: &Path, sha256: &str) -> PathBuf {
    book.join(FOLDER).join(sha256.get(..2).unwrap_or("00")).join(sha256)
}

/// Keeps a document and gives its hash. The same content is kept once.
///
/// # Errors
/// What the disk reports.
pub(crate) fn keep(book: &Path, bytes: &[u8]) -> Result<String> {
    let sha256 = hash::sha256(bytes);
    if read(book, &sha256).is_ok() {
        return Ok(sha256);
    }
    let path = path(book, &sha256);
    let folder = path.parent().unwrap_or(book);
    fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
    export::save(&path, bytes)?;
    sync_folder(folder)?;
    Ok(sha256)
}

/// Many documents on their way to being kept: the disk is waited for once, when all are written.
pub(crate) struct Keeping<'a> {
    book: &'a Path,
    /// The name that each gets, and the one under which it was written.
    written: BTreeMap<PathBuf, PathBuf>,
}

impl Keeping<'_> {
    pub(crate) fn new(book: &Path) -> Keeping<'_> {
        Keeping { book, written: BTreeMap::new() }
    }

    /// Writes a document and gives its hash. It is kept once [`Keeping::finish`] was called.
    ///
    /// # Errors
    /// What the disk reports.
    pub(crate) fn add(&mut self, bytes: &[u8]) -> Result<String> {
        let sha256 = hash::sha256(bytes);
        let path = path(self.book, &sha256);
        let is_there = self.written.contains_key(&path) || (path.is_file() && read(self.book, &sha256).is_ok());
        if !is_there {
            let folder = path.parent().unwrap_or(self.book);
            fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
            let beside = path.with_extension("tmp");
            fs::write(&beside, bytes).map_err(Error::io("write", &path))?;
            self.written.insert(path, beside);
        }
        Ok(sha256)
    }

    /// Has the disk keep everything, then gives the files their names.
    ///
    /// # Errors
    /// What the disk reports.
    pub(crate) fn finish(self) -> Result<()> {
        let written: Vec<(&PathBuf, &PathBuf)> = self.written.iter().collect();
        together(&written, |(path, beside)| {
            let file = fs::File::options().write(true).open(beside).map_err(Error::io("write", path))?;
            file.sync_all().map_err(Error::io("write", path))
        })?;
        for (path, beside) in &written {
            replace(beside, path).map_err(Error::io("replace", path))?;
        }
        let folders: BTreeSet<&Path> = written.iter().filter_map(|(path, _)| path.parent()).collect();
        together(&folders.into_iter().collect::<Vec<_>>(), |folder| sync_folder(folder))
    }
}

/// Who waits for the disk waits for all of them at once: it writes many in the time of one.
fn together<T: Sync>(items: &[T], run: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    const WAITING: usize = 16;
    let part = items.len().div_ceil(WAITING).max(1);
    std::thread::scope(|scope| {
        let running: Vec<_> = items.chunks(part).map(|items| scope.spawn(|| items.iter().try_for_each(&run))).collect();
        let lost = || Error::io("write", FOLDER.as_ref())(std::io::Error::other("a thread ended early"));
        running.into_iter().try_for_each(|part| part.join().unwrap_or_else(|_| Err(lost())))
    })
}

/// A kept document, byte for byte.
///
/// # Errors
/// `file_vanished`, or `evidence_changed` if it is no longer what was kept; both without the name that people know it by.
pub(crate) fn read(book: &Path, sha256: &str) -> Result<Vec<u8>> {
    let path = path(book, sha256);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::refused(ErrorCode::FileVanished, "reading a kept document").with("path", path.display()));
        }
        Err(error) => return Err(Error::io("read", &path)(error)),
    };
    if hash::sha256(&bytes) == sha256 {
        Ok(bytes)
    } else {
        Err(Error::refused(ErrorCode::EvidenceChanged, "reading a kept document").with("path", path.display()))
    }
}
