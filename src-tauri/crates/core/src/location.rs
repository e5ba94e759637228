//! Where the books lie, and the window's own files. The shell says what it knows of the machine.
//!
//! The place that was asked for wins, then the folder beside the program, then the place that the user has moved his folder
//! to, then the system's folder for data of programs. A folder that was moved and is not there now (a USB stick in the drawer)
//! is an error: an empty book at the usual place would look as if everything were lost.

mod describe;
pub(crate) mod pointer;

use std::path::{Path, PathBuf};

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::Moment;
use crate::lock::{self, Lock};
use crate::model::PlaceKind;
use crate::sample;

pub use pointer::POINTER;
use pointer::{LOCK, MARK, Mark, Pointer};

/// Folder beside the program that makes it portable: a USB stick that writes nowhere else.
pub const PORTABLE_FOLDER: &str = "so-tuyen-giao-data";
/// The data folder: in the user's data folder, and within a folder that the user has chosen and that is not empty.
pub const DATA_FOLDER: &str = "so-tuyen-giao";
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
    /// The usual data folder, where the pointer lies, if the program decides where the data are.
    pub(crate) usual: Option<PathBuf>,
    pub(crate) pointer: Option<Pointer>,
    /// The pointer is there, but cannot be read.
    is_pointer_unreadable: bool,
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
        return Location { book: book.to_owned(), sample, ..Location::of(book.to_owned(), PlaceKind::Asked, shell) };
    }
    if let Some(root) = portable {
        return Location::of(root, PlaceKind::Portable, shell);
    }
    let usual = user_data.join(DATA_FOLDER);
    let (pointer, is_pointer_unreadable) = match pointer::read_pointer(&usual.join(POINTER)) {
        Ok(pointer) => (pointer, false),
        Err(_) => (None, true),
    };
    let root = pointer.as_ref().map_or_else(|| usual.clone(), |pointer| pointer.folder.clone());
    let kind = if root == usual && !is_pointer_unreadable { PlaceKind::Usual } else { PlaceKind::Moved };
    Location { usual: Some(usual), pointer, is_pointer_unreadable, ..Location::of(root, kind, shell) }
}

impl Location {
    fn of(root: PathBuf, kind: PlaceKind, shell: PathBuf) -> Location {
        let (book, sample) = (root.join(BOOK), root.join(SAMPLE));
        Location { book, sample, root, kind, shell, usual: None, pointer: None, is_pointer_unreadable: false }
    }

    /// Where copies of evidence lie while the user looks at them: with the caches of this account, and for a portable program
    /// with the window's own files.
    pub fn outbox(&self, user_cache: &Path) -> PathBuf {
        let is_portable = self.shell.file_name().is_some_and(|name| name == WINDOW);
        let folder = if is_portable { &self.shell } else { user_cache };
        folder.join(OUTBOX)
    }

    /// Opens the user's own book, or makes it if there is none.
    ///
    /// # Errors
    /// `folder_unreachable`, `busy` while the folder is being moved, and as [`Book::open_or_create`].
    pub fn open_or_create(&self, moment: &Moment) -> Result<Book> {
        let _held = self.hold()?;
        Book::open_or_create(&self.book, moment)
    }

    /// Opens the user's own book.
    ///
    /// # Errors
    /// `folder_unreachable`, `busy` while the folder is being moved, and as [`Book::open`].
    pub fn open(&self) -> Result<Book> {
        let _held = self.hold()?;
        Book::open(&self.book)
    }

    /// Opens the book with invented data, or makes it.
    ///
    /// # Errors
    /// `folder_unreachable`, `busy` while the folder is being moved, and as [`sample::open_or_create`].
    pub fn open_sample(&self, moment: &Moment) -> Result<Book> {
        let _held = self.hold()?;
        sample::open_or_create(&self.sample, moment)
    }

    /// Refuses a folder that was moved and cannot be reached now.
    ///
    /// # Errors
    /// `folder_unreachable` with the `path` of the folder, or of the pointer that cannot be read.
    pub fn check_reachable(&self) -> Result<()> {
        let lost = match self.kind {
            PlaceKind::Moved if self.is_pointer_unreadable => self.root.join(POINTER),
            PlaceKind::Moved if !self.is_marked() => self.root.clone(),
            PlaceKind::Moved | PlaceKind::Asked | PlaceKind::Portable | PlaceKind::Usual => return Ok(()),
        };
        Err(Error::refused(ErrorCode::FolderUnreachable, "looking for the data folder").with("path", lost.display()))
    }

    /// Takes a folder that holds a book already for the data folder: the stick has another drive letter now, or the user has
    /// copied the folder himself. Gives the folder that was taken: what was chosen, or the one in it or around it.
    ///
    /// # Errors
    /// `place_fixed`; `not_found` if there is no book; `read_only`.
    pub fn adopt(&self, chosen: &Path, moment: &Moment) -> Result<PathBuf> {
        let usual = self.movable()?;
        let candidates = [Some(chosen.to_owned()), Some(chosen.join(DATA_FOLDER)), chosen.parent().map(Path::to_owned)];
        let holds_book = |folder: &PathBuf| folder.join(BOOK).join(crate::book::FILE_NAME).is_file();
        let folder = candidates.into_iter().flatten().find(holds_book);
        let folder = folder.ok_or_else(|| Error::not_found("book", chosen.display()))?;
        let known = pointer::mark_of(&folder).map(|mark| mark.mark);
        let mark = known.unwrap_or_else(|| pointer::new_mark(&folder, moment));
        if folder != *usual {
            pointer::write(&folder.join(MARK), &Mark { mark: mark.clone(), is_whole: true })?;
        }
        std::fs::create_dir_all(usual).map_err(Error::io("create the folder", usual))?;
        let _alone = lock::seize(&usual.join(LOCK))?;
        pointer::write(
            &usual.join(POINTER),
            &Pointer { folder: folder.clone(), mark, leaving: None, left_behind: None },
        )?;
        Ok(folder)
    }

    /// The usual folder, if the program decides where the data lie.
    pub(crate) fn movable(&self) -> Result<&PathBuf> {
        let kind = if self.kind == PlaceKind::Portable { "portable" } else { "asked" };
        self.usual
            .as_ref()
            .ok_or_else(|| Error::refused(ErrorCode::PlaceFixed, "moving the data folder").with("kind", kind))
    }

    /// Refuses what another process has changed since this location was found: a book made now at the old place would be
    /// an empty second one.
    pub(crate) fn check_fresh(&self) -> Result<()> {
        let Some(usual) = &self.usual else { return Ok(()) };
        match pointer::read_pointer(&usual.join(POINTER)) {
            Ok(pointer) if folder_of(pointer.as_ref()) == folder_of(self.pointer.as_ref()) => Ok(()),
            Ok(_) | Err(_) => Err(Error::refused(ErrorCode::Busy, "opening a book that was moved meanwhile")),
        }
    }

    /// Keeps the folder from being moved while a book is opened; an open book keeps itself.
    fn hold(&self) -> Result<Option<Lock>> {
        self.check_reachable()?;
        let Some(usual) = &self.usual else { return Ok(None) };
        std::fs::create_dir_all(usual).map_err(Error::io("create the folder", usual))?;
        let held = lock::share(&usual.join(LOCK))?;
        self.check_fresh()?;
        Ok(Some(held))
    }

    fn is_marked(&self) -> bool {
        let wanted = self.pointer.as_ref().map(|pointer| pointer.mark.as_str()).unwrap_or_default();
        if wanted.is_empty() {
            return self.book.join(crate::book::FILE_NAME).is_file();
        }
        pointer::mark_of(&self.root).is_some_and(|found| found.mark == wanted)
    }
}

fn folder_of(pointer: Option<&Pointer>) -> Option<&Path> {
    pointer.map(|pointer| pointer.folder.as_path())
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
