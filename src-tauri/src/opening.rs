//! Hands a file or a folder to the program that the PC has for it. Only paths that the core has given come here.

use std::path::Path;

use sotg_core::{Error, Result};

/// Opens a file, or the address of a link.
///
/// # Errors
/// `io` if nothing on the PC takes it.
pub fn open(path: &Path) -> Result<()> {
    opener::open(path).map_err(|error| Error::io("open", path)(std::io::Error::other(error)))
}

/// Shows the folder in which a file lies; a folder is shown itself.
///
/// # Errors
/// `io` if the PC has nothing to show folders with.
pub fn show(path: &Path) -> Result<()> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    open(folder)
}
