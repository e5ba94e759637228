//! What a move leaves lying about if it is cut off, and how it is cleared away.

use std::fs;
use std::path::Path;

use super::STAGING;
use super::survey::{is_moved, names_in};
use crate::error::{Error, Result};
use crate::files::{remove_if_there, sync_folder};
use crate::location::Location;
use crate::location::pointer::{self, INTENT, Intent, LOCK, MARK, POINTER, Pointer, mark_of};
use crate::lock;
use crate::replace::replace;

/// Says to who opens the old folder where the data are now.
const NOTE: &str = "DOC-TRUOC-KHI-XOA.txt";

/// Brings a move to its end that was cut off: a copy that never counted is removed, old data are put aside. To be called at
/// every start; with nothing to do it looks at two files.
///
/// # Errors
/// Something cannot be removed. The books are whole all the same, and the next start tries again.
pub fn tidy_up(location: &Location) -> Result<()> {
    let Some(usual) = &location.usual else { return Ok(()) };
    let is_leaving = location.pointer.as_ref().is_some_and(|pointer| pointer.leaving.is_some());
    if !is_leaving && !usual.join(INTENT).exists() {
        return Ok(());
    }
    // Somebody is moving it at this moment, or uses it: then he or the next start does this.
    let Ok(_alone) = lock::seize(&usual.join(LOCK)) else { return Ok(()) };
    let pointer = match pointer::read_pointer(&usual.join(POINTER)) {
        Ok(pointer) => pointer,
        // Nothing is removed while it is not known what counts.
        Err(_) => return Ok(()),
    };
    if let Some(intent) = pointer::read::<Intent>(&usual.join(INTENT))? {
        if pointer.as_ref().is_none_or(|pointer| pointer.mark != intent.mark) {
            undo(&intent)?;
        }
        // A stick that was pulled keeps its half copy until it is plugged in again.
        if intent.to.is_dir() {
            remove_if_there(&usual.join(INTENT))?;
        }
    }
    pointer.filter(|pointer| pointer.leaving.is_some()).map_or(Ok(()), |pointer| finish(usual, &pointer, &mut || {}))
}

/// Removes the copy of a move that was not switched to. The old place is whole: nothing there was touched.
pub(super) fn undo(intent: &Intent) -> Result<()> {
    let staging = intent.to.join(STAGING);
    let Some(mark) = mark_of(&staging).filter(|found| found.mark == intent.mark) else { return Ok(()) };
    for entry in intent.entries.iter().filter(|_| mark.is_whole) {
        let (copy, original) = (intent.to.join(entry), intent.from.join(entry));
        // Nothing is removed here that is not at the old place too.
        if copy.exists() && original.exists() && !staging.join(entry).exists() {
            remove(&copy)?;
        }
    }
    if mark_of(&intent.to).is_some_and(|found| found.mark == intent.mark) {
        remove_if_there(&intent.to.join(MARK))?;
    }
    clear(&staging)
}

/// Removes a folder for copies; its mark last, so that what is left of it is known for what it is.
pub(super) fn clear(staging: &Path) -> Result<()> {
    if !staging.is_dir() {
        return Ok(());
    }
    for name in names_in(staging)?.iter().filter(|name| *name != MARK) {
        remove(&staging.join(name))?;
    }
    remove_if_there(&staging.join(MARK))?;
    fs::remove_dir(staging).map_err(Error::io("remove", staging))
}

/// After the switch: clears the copying folder away, puts the old data aside, and says so in the pointer.
pub(super) fn finish(usual: &Path, pointer: &Pointer, tell: &mut dyn FnMut()) -> Result<()> {
    clear(&pointer.folder.join(STAGING))?;
    tell();
    remove_if_there(&usual.join(INTENT))?;
    tell();
    let (Some(from), Some(aside)) = (&pointer.leaving, &pointer.left_behind) else { return Ok(()) };
    if from.is_dir() && *from != pointer.folder {
        put_aside(from, aside, &pointer.folder, tell)?;
        pointer::write(&usual.join(POINTER), &Pointer { leaving: None, ..pointer.clone() })?;
    }
    Ok(())
}

fn put_aside(from: &Path, aside: &Path, folder: &Path, tell: &mut dyn FnMut()) -> Result<()> {
    fs::create_dir_all(aside).map_err(Error::io("create the folder", aside))?;
    let note = format!(
        "Sổ Tuyên giáo\r\n\r\nDữ liệu trong thư mục này là bản cũ. Bản đang dùng đã được chuyển đến:\r\n{}\r\n\r\n\
         Khi đã mở chương trình và thấy đủ dữ liệu, có thể xóa thư mục này.\r\n",
        folder.display()
    );
    crate::files::write_whole(&aside.join(NOTE), &note)?;
    for name in names_in(from)?.iter().filter(|name| is_moved(name)) {
        tell();
        let place = aside.join(name);
        replace(&from.join(name), &place).map_err(Error::io("put aside", &place))?;
    }
    // The place is no data folder any more.
    remove_if_there(&from.join(MARK))?;
    sync_folder(aside)?;
    sync_folder(from)
}

fn remove(path: &Path) -> Result<()> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|facts| facts.is_dir());
    let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.map_err(Error::io("remove", path))
}
