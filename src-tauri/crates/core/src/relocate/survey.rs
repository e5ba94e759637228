//! What lies in a data folder, and what of it goes along when the folder is moved.

use std::fs;
use std::path::{Path, PathBuf};

use crate::book::IN_USE;
use crate::error::{Error, Result};
use crate::location::pointer::{INTENT, LOCK, MARK, POINTER};

use super::{ASIDE, STAGING};

/// The files of a data folder.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// What lies in the folder itself, by name.
    pub entries: Vec<String>,
    /// All folders, from the folder down, a folder before what is in it.
    pub folders: Vec<PathBuf>,
    /// All files, from the folder down, with their sizes.
    pub files: Vec<(PathBuf, u64)>,
}

impl Survey {
    pub(crate) fn n_bytes(&self) -> u64 {
        self.files.iter().map(|(_, size)| size).sum()
    }

    pub(crate) fn n_files(&self) -> u64 {
        self.files.len() as u64
    }
}

/// Looks through a data folder. What is not there is empty.
///
/// # Errors
/// A folder cannot be read, or something is a link to another place, which a copy would not hold.
pub(crate) fn survey(root: &Path) -> Result<Survey> {
    let mut found = Survey::default();
    for name in names_in(root)? {
        if is_moved(&name) {
            walk(root, Path::new(&name), &mut found)?;
            found.entries.push(name);
        }
    }
    Ok(found)
}

/// Names of what lies in a folder, in their order; none if there is no such folder.
pub(super) fn names_in(folder: &Path) -> Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(Error::io("read the folder", folder))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(Error::io("read the folder", folder))?.file_name();
        let strange = || Error::io("copy", &folder.join(&name))(std::io::Error::other("the name is not text"));
        names.push(name.to_str().ok_or_else(strange)?.to_owned());
    }
    names.sort();
    Ok(names)
}

/// False for what belongs to the place and not to the data: our own marks, what an earlier move left behind, a file that was
/// never finished.
pub(super) fn is_moved(name: &str) -> bool {
    ![POINTER, INTENT, LOCK, MARK, STAGING].contains(&name)
        && !name.starts_with(ASIDE)
        && !name.starts_with("~sotg-")
        && !name.ends_with(".dang-lap")
}

fn walk(root: &Path, below: &Path, found: &mut Survey) -> Result<()> {
    let path = root.join(below);
    let facts = fs::symlink_metadata(&path).map_err(Error::io("look at", &path))?;
    if facts.is_dir() {
        found.folders.push(below.to_owned());
        for name in names_in(&path)? {
            walk(root, &below.join(name), found)?;
        }
    } else if !facts.is_file() {
        return Err(Error::io("copy", &path)(std::io::Error::other("it is a link to another place")));
    } else if below.file_name().is_none_or(|name| name != IN_USE) {
        found.files.push((below.to_owned(), facts.len()));
    }
    Ok(())
}
