//! Files and folders, so that a power cut leaves what was promised.

use std::fs::File;
use std::path::Path;

use crate::error::{Error, Result};
use crate::export;

/// Writes a small file whole or not at all, and has the disk keep its name too.
pub(crate) fn write_whole(path: &Path, text: &str) -> Result<()> {
    export::save(path, text.as_bytes())?;
    // On Windows this also flushes the log of the file system, in which the new name stands.
    let file = File::options().write(true).open(path).map_err(Error::io("write", path))?;
    file.sync_all().map_err(Error::io("write", path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Has the disk keep the names in a folder. Windows has no such call: its file system keeps their order itself.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::io("write", folder))
}

/// Removes a file that need not be there.
pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io("remove", path)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The first folder on the way up that is there.
pub(crate) fn nearest_folder(path: &Path) -> &Path {
    path.ancestors().find(|folder| folder.is_dir()).unwrap_or(path)
}
