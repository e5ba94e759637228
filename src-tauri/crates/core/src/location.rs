//! Where the books lie, and the window's own files. The shell says what it knows of the machine.
//!
//! The place that was asked for wins, then the folder beside the program, then the place that the user has moved his folder
//! to, then the system's folder for data of programs. A folder that was moved and is not there now (a USB stick in the drawer)
//! is an error: an empty book at the usual place would look as if everything were lost.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::model::PlaceKind;

/// Folder beside the program that makes it portable: a USB stick that writes nowhere else.
pub const PORTABLE_FOLDER: &str = "so-tuyen-giao-data";
/// The data folder: in the user's data folder, and within a folder that the user has chosen and that is not empty.
pub const DATA_FOLDER: &str = "so-tuyen-giao";
/// In the usual data folder: says where the books were moved to.
pub const POINTER: &str = "noi-luu.toml";
/// The window's own files in a portable folder.
const WINDOW: &str = "cua-so";
const OUTBOX: &str = "minh-chung";
/// The window's own files otherwise: the name that tauri gives to the folder of this program.
const IDENTIFIER: &str = "vn.sotuyengiao.app";
const BOOK: &str = "so";
const SAMPLE: &str = "so-mau";

/// The folders of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The user's own book.
    pub book: PathBuf,
    /// The book with invented data, to try things in.
    pub sample: PathBuf,
    /// The data folder, in which the books lie. Of a place that was asked for it is the folder of the book.
    pub root: PathBuf,
    /// Why it is this one.
    pub kind: PlaceKind,
    /// Files of the window itself: the page engine's, the window's place, the log.
    pub shell: PathBuf,
    /// The pointer to a moved folder is there, but cannot be read.
    unreadable_pointer: Option<PathBuf>,
}

/// What the pointer says. A field that a later program adds does no harm.
#[derive(Debug, Serialize, Deserialize)]
struct Pointer {
    folder: PathBuf,
}

/// Where the books lie.
///
/// `asked` is the folder of a book, or the file in it. `user_data` is the system's folder for data of programs.
pub fn locate(asked: Option<&Path>, program_folder: Option<&Path>, user_data: &Path) -> Location {
    let portable = program_folder.map(|folder| folder.join(PORTABLE_FOLDER)).filter(|folder| folder.is_dir());
    let shell = portable.as_ref().map_or_else(|| user_data.join(IDENTIFIER), |folder| folder.join(WINDOW));
    if let Some(asked) = asked {
        let is_file = asked.file_name().is_some_and(|name| name == crate::book::FILE_NAME);
        let book = if is_file { asked.parent().unwrap_or(asked) } else { asked };
        let name = book.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let sample = book.with_file_name(format!("{name}-mau"));
        let (book, root) = (book.to_owned(), book.to_owned());
        return Location { book, sample, root, kind: PlaceKind::Asked, shell, unreadable_pointer: None };
    }
    if let Some(root) = portable {
        return Location::of(root, PlaceKind::Portable, shell);
    }
    let usual = user_data.join(DATA_FOLDER);
    match read_pointer(&usual.join(POINTER)) {
        Ok(None) => Location::of(usual, PlaceKind::Usual, shell),
        Ok(Some(root)) => Location::of(root, PlaceKind::Moved, shell),
        Err(pointer) => {
            let unreadable_pointer = Some(pointer);
            Location { unreadable_pointer, ..Location::of(usual, PlaceKind::Moved, shell) }
        }
    }
}

impl Location {
    fn of(root: PathBuf, kind: PlaceKind, shell: PathBuf) -> Location {
        let (book, sample) = (root.join(BOOK), root.join(SAMPLE));
        Location { book, sample, root, kind, shell, unreadable_pointer: None }
    }

    /// Where copies of evidence lie while the user looks at them: with the caches of this account, and for a portable program
    /// with the window's own files.
    pub fn outbox(&self, user_cache: &Path) -> PathBuf {
        let is_portable = self.shell.file_name().is_some_and(|name| name == WINDOW);
        let folder = if is_portable { &self.shell } else { user_cache };
        folder.join(OUTBOX)
    }

    /// Refuses a folder that was moved and cannot be reached now. To be asked before a book is opened or made.
    ///
    /// # Errors
    /// `folder_unreachable` with the `path` of the folder, or of the pointer that cannot be read.
    pub fn check_reachable(&self) -> Result<()> {
        let lost = match (&self.unreadable_pointer, self.kind) {
            (Some(pointer), _) => pointer,
            (None, PlaceKind::Moved) if !self.root.is_dir() => &self.root,
            (None, PlaceKind::Moved | PlaceKind::Asked | PlaceKind::Portable | PlaceKind::Usual) => return Ok(()),
        };
        Err(Error::refused(ErrorCode::FolderUnreachable, "looking for the data folder").with("path", lost.display()))
    }
}

/// The folder that the pointer names; `None` without a pointer.
fn read_pointer(pointer: &Path) -> std::result::Result<Option<PathBuf>, PathBuf> {
    match std::fs::read_to_string(pointer) {
        Ok(text) => match toml::from_str::<Pointer>(&text) {
            Ok(Pointer { folder }) if folder.is_absolute() => Ok(Some(folder)),
            Ok(_) | Err(_) => Err(pointer.to_owned()),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(_) => Err(pointer.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_asked_for_wins_over_the_portable_folder_and_that_over_the_moved_one_and_that_over_the_user_data() {
        let program = tempfile::tempdir().unwrap();
        let home = tempfile::tempdir().unwrap();
        let data = home.path();
        let here = || locate(None, Some(program.path()), data);
        assert_eq!((here().book, here().kind), (data.join("so-tuyen-giao/so"), PlaceKind::Usual));

        let usb = home.path().join("USB của An");
        std::fs::create_dir_all(&usb).unwrap();
        std::fs::create_dir(data.join(DATA_FOLDER)).unwrap();
        std::fs::write(data.join(DATA_FOLDER).join(POINTER), format!("folder = '{}'\n", usb.display())).unwrap();
        assert_eq!((here().book, here().kind), (usb.join("so"), PlaceKind::Moved));
        assert_eq!(here().shell, data.join("vn.sotuyengiao.app"));
        assert_eq!(here().outbox(Path::new("/cache")), Path::new("/cache/minh-chung"));

        std::fs::create_dir(program.path().join(PORTABLE_FOLDER)).unwrap();
        let portable = program.path().join(PORTABLE_FOLDER);
        assert_eq!((here().book, here().kind), (portable.join("so"), PlaceKind::Portable));
        for asked in ["/d/so 2023", "/d/so 2023/so.db"] {
            let asked = locate(Some(Path::new(asked)), Some(program.path()), data);
            assert_eq!((asked.book.as_path(), asked.kind), (Path::new("/d/so 2023"), PlaceKind::Asked));
            assert_eq!(asked.sample, Path::new("/d/so 2023-mau"), "the sample never lies inside the real book");
            assert_eq!(asked.shell, portable.join("cua-so"), "a portable program writes nothing elsewhere");
            assert_eq!(asked.outbox(Path::new("/cache")), portable.join("cua-so/minh-chung"));
        }
    }

    #[test]
    fn a_moved_folder_that_is_not_there_or_a_pointer_that_cannot_be_read_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let usual = home.path().join(DATA_FOLDER);
        std::fs::create_dir(&usual).unwrap();
        let gone = home.path().join("usb");
        for (text, lost) in [
            (format!("folder = '{}'\n", gone.display()), gone.clone()),
            (String::new(), usual.join(POINTER)),
            ("folder = 'so'\n".to_owned(), usual.join(POINTER)),
            ("fol".to_owned(), usual.join(POINTER)),
        ] {
            std::fs::write(usual.join(POINTER), &text).unwrap();
            let refusal = locate(None, None, home.path()).check_reachable().unwrap_err();
            assert_eq!(refusal.code(), ErrorCode::FolderUnreachable, "{text:?}");
            assert_eq!(refusal.fields()["path"], lost.display().to_string(), "{text:?}");
        }
        std::fs::remove_file(usual.join(POINTER)).unwrap();
        assert!(locate(None, None, home.path()).check_reachable().is_ok());
    }
}
