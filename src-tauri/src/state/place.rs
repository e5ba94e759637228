//! Where the data lie, and moving them while the window is open.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use sotg_core::book::Book;
use sotg_core::model::{BookState, DataFolder, MovePreview, MoveProgress};
use sotg_core::relocate::{self, Wish};
use sotg_core::{Error, ErrorCode, Result};

use super::{Program, closed};
use crate::error::{Answer, CommandError};
use crate::log;

impl Program {
    /// What there is to say of the data folder.
    pub fn data_folder(&self) -> Result<DataFolder> {
        self.location().describe(&variable)
    }

    /// What moving it to a folder would do.
    pub fn preview_move(&self, to: &Path) -> Result<MovePreview> {
        relocate::preview(&self.location(), to, &variable)
    }

    /// Moves it and opens the same book again, at the new place or, if it was refused, at the old one. Whoever asks for the
    /// book meanwhile waits.
    pub fn move_data(&self, wish: &Wish<'_>, say: &mut dyn FnMut(&MoveProgress)) -> Answer<DataFolder> {
        let mut opened = self.lock();
        let is_sample = opened.as_ref().is_ok_and(Book::is_sample);
        if let Ok(Err(error)) = std::mem::replace(&mut *opened, Err(closed())).map(Book::close) {
            log::note(&error.to_string());
        }
        let moment = self.moment(None);
        let moved = relocate::move_to(&self.location(), wish, &moment, &variable, say);
        self.find_anew();
        let book = if is_sample { self.sample_book(&moment) } else { self.own_book(&moment) };
        *opened = book.map_err(CommandError::from);
        drop(opened);
        moved?;
        Ok(self.data_folder()?)
    }

    /// Takes a folder that holds a book already for the data folder, and opens the book.
    pub fn take_data_folder(&self, folder: &Path) -> Answer<BookState> {
        self.location().adopt(folder, &self.moment(None))?;
        self.open_own()
    }

    /// What the last move has left behind.
    pub fn left_behind(&self) -> Result<PathBuf> {
        let left = self.location().left_behind().map(Path::to_owned);
        left.ok_or_else(|| Error::refused(ErrorCode::NotFound, "looking for what a move left").with("what", "file"))
    }

    /// The data folder itself.
    pub fn data_folder_path(&self) -> PathBuf {
        self.location().root
    }
}

/// A variable of the environment: some programs tell there which folders they keep.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}
