//! Bytes onto the disk, all or nothing.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::replace::replace;

/// Writes a file so that a reader finds either the old content or the new one: a temporary file beside it, flushed to the
/// disk, then put in its place.
///
/// # Errors
/// The file cannot be written or replaced; the old one is then as it was. The code is `busy` where another program holds
/// it open, as Word does on Windows.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    save_with(path, |file| file.write_all(bytes).map_err(Error::io("write", path)))
}

/// The same for what is too large to be held in memory: `write` writes into the temporary file.
///
/// # Errors
/// As [`save`]; what `write` returns.
pub(crate) fn save_with(path: &Path, write: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let temporary = beside(path);
    let written = write_through(&temporary, path, write)
        .and_then(|()| replace(&temporary, path).map_err(Error::io("replace", path)));
    if written.is_err() {
        // Nothing more can be done about a temporary file that cannot be removed; the first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// True if the name of a file ends so, in small or capital letters: `has_ending(path, "pdf")`.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// The same file each time: one left by a power cut is overwritten by the next attempt.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from("~sotg-");
    // A name may have 255 bytes on most systems, so ours cannot hold the whole of a long one.
    let short: String = path.file_name().unwrap_or_default().to_string_lossy().chars().take(40).collect();
    name.push(short);
    name.push(".tmp");
    path.with_file_name(name)
}

/// An error names the file that was wanted, not the temporary one.
fn write_through(temporary: &Path, path: &Path, write: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let mut file = File::create(temporary).map_err(Error::io("write", path))?;
    write(&mut file)?;
    file.sync_all().map_err(Error::io("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_new_content_takes_the_place_of_the_old_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Báo cáo đợt 1.docx");
        save(&path, b"old").unwrap();
        save(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["Báo cáo đợt 1.docx"]);
    }

    #[test]
    fn a_name_as_long_as_the_system_allows_can_be_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.docx", "a".repeat(250)));
        save(&path, b"x").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"x");
    }

    #[test]
    fn a_folder_that_does_not_exist_is_an_error_with_the_path_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("x.docx");
        let error = save(&path, b"x").unwrap_err();
        assert_eq!(error.code(), ErrorCode::Io);
        assert_eq!(error.fields()["path"], path.display().to_string());
    }

    #[test]
    fn what_cannot_be_replaced_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        // A folder that is not empty stands where the file is to go: the rename fails after the writing.
        let path = folder.path().join("x.docx");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), b"old").unwrap();
        let error = save(&path, b"new").unwrap_err();
        assert!(matches!(error, Error::Io { doing: "replace", .. }), "{error}");
        assert_eq!(fs::read(path.join("inside")).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["x.docx"], "the temporary file is gone");
    }
}
