//! The folder into which the office saves what it is sent. The program looks whether something new lies in it, and asks.

use std::collections::BTreeSet;
use std::path::Path;

use super::found;
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::model::WatchedFolder;
use crate::store::preference;

const FOLDER: &str = "inbox_folder";
/// Marks of the files that were there when it was looked at last.
const SEEN: &str = "inbox_seen";

impl Book {
    /// The watched folder, and how many files in it nobody has looked at; `None` if there is none.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn watched_folder(&self) -> Result<Option<WatchedFolder>> {
        let kept = preference::find(&self.connection, FOLDER)?;
        let Some(path) = kept.filter(|path| !path.is_empty()) else { return Ok(None) };
        let Ok(marks) = found::marks_of(Path::new(&path)) else {
            return Ok(Some(WatchedFolder { path, is_there: false, n_new: 0 }));
        };
        let seen = preference::find(&self.connection, SEEN)?.unwrap_or_default();
        let seen: BTreeSet<&str> = seen.split(' ').collect();
        let n_new = marks.iter().filter(|mark| !seen.contains(mark.as_str())).count();
        Ok(Some(WatchedFolder { path, is_there: true, n_new: u32::try_from(n_new).unwrap_or(u32::MAX) }))
    }

    /// Watches this folder from now on; `None` watches none.
    ///
    /// # Errors
    /// `not_found` if it is no folder.
    pub fn watch_folder(&self, folder: Option<&Path>) -> Result<()> {
        let Some(folder) = folder else { return preference::set(&self.connection, FOLDER, "") };
        if !folder.is_dir() {
            return Err(Error::refused(ErrorCode::NotFound, "watching a folder")
                .with("what", "folder")
                .with("id", folder.display()));
        }
        preference::set(&self.connection, SEEN, "")?;
        preference::set(&self.connection, FOLDER, &folder.to_string_lossy())
    }

    /// What lies in the watched folder now was looked at.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn see_watched_folder(&self) -> Result<()> {
        let Some(WatchedFolder { path, is_there: true, .. }) = self.watched_folder()? else { return Ok(()) };
        preference::set(&self.connection, SEEN, &found::marks_of(Path::new(&path))?.join(" "))
    }
}
