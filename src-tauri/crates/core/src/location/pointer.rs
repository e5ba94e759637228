//! The small files that say where the data folder was moved to.
//!
//! In the usual folder: the pointer (what it names is the data folder, nothing else is) and, during a move, the intent. In
//! the folder that was moved: a mark, so that another stick under the same drive letter is not taken for it.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files;
use crate::hash::sha256;
use crate::history::Moment;

/// In the usual data folder: says where the books were moved to.
pub const POINTER: &str = "noi-luu.toml";
/// In the usual data folder while a move is under way.
pub(crate) const INTENT: &str = "dang-chuyen.toml";
/// In the usual data folder: who opens a book shares it, who moves the folder has it alone.
pub(crate) const LOCK: &str = "dang-chuyen.khoa";
/// In a data folder that was moved, and in a copy that is being made.
pub(crate) const MARK: &str = "so-tuyen-giao.toml";

/// Where the books are. A field that a later program adds does no harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pointer {
    /// The data folder.
    pub folder: PathBuf,
    /// What its mark must say. Empty in a pointer that a person has written: then there must be a book.
    #[serde(default)]
    pub mark: String,
    /// Where the old data lie that still have to be put aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaving: Option<PathBuf>,
    /// Where the old data are put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_behind: Option<PathBuf>,
}

/// A move that has begun. As long as the pointer does not bear its mark, the old place is the one that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Intent {
    pub mark: String,
    pub from: PathBuf,
    pub to: PathBuf,
    /// What is moved, by name.
    pub entries: Vec<String>,
}

/// Whose folder it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    pub mark: String,
    /// The copy was compared with what it was made from.
    #[serde(default)]
    pub is_whole: bool,
}

/// The folder that the pointer names; `None` without a pointer.
pub(crate) fn read_pointer(path: &Path) -> std::result::Result<Option<Pointer>, PathBuf> {
    match read::<Pointer>(path) {
        Ok(Some(pointer)) if !pointer.folder.is_absolute() => Err(path.to_owned()),
        Ok(pointer) => Ok(pointer),
        Err(_) => Err(path.to_owned()),
    }
}

/// Reads one of the files; `None` if it is not there.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>> {
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(Error::io("read", path))?,
    };
    toml::from_str(&text).map(Some).map_err(|error| Error::io("read", path)(std::io::Error::other(error)))
}

/// Writes one of the files, whole or not at all.
pub(crate) fn write<T: Serialize>(path: &Path, content: &T) -> Result<()> {
    // Only a path that is not text at all cannot be written.
    let text = toml::to_string(content).map_err(|error| Error::io("write", path)(std::io::Error::other(error)))?;
    files::write_whole(path, &text)
}

/// The mark of a data folder; `None` if there is none, or none that can be read.
pub(crate) fn mark_of(folder: &Path) -> Option<Mark> {
    read(&folder.join(MARK)).ok().flatten()
}

/// A mark that no other move has.
pub(crate) fn new_mark(folder: &Path, moment: &Moment) -> String {
    let nanoseconds = moment.now.timestamp_nanos_opt().unwrap_or_default();
    let text = format!("{}|{nanoseconds}|{}|{}", folder.display(), moment.who, std::process::id());
    // Half of the hash is enough to tell moves apart.
    sha256(text.as_bytes()).chars().take(32).collect()
}
