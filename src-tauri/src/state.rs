//! The book that is open, the clock, and the account: what the core is given and never asks for.

mod place;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{Local, NaiveDate, Utc};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::location::Location;
use sotg_core::model::BookState;
use sotg_core::{Error, ErrorCode, Result, export, relocate};

use crate::error::{Answer, CommandError};
use crate::launch::Launch;
use crate::log;
use crate::surroundings::Surroundings;

/// What all commands share.
pub struct Program {
    /// Where the books lie; found anew before one is opened, because they can be moved.
    location: Mutex<Location>,
    /// The folder of a book that was asked for.
    asked: Option<PathBuf>,
    /// Files of the window itself; they stay where they are when the books are moved.
    shell: PathBuf,
    /// A day that counts as today, for rehearsals.
    rehearsed: Option<NaiveDate>,
    /// A book that cannot be opened does not end the program: the page says why.
    opened: Mutex<Answer<Book>>,
    /// Where copies of evidence lie while the user looks at them: his own folder, and no other account's.
    outbox: PathBuf,
    /// What was written at the user's wish, and may be shown in its folder.
    written: Mutex<BTreeSet<PathBuf>>,
    /// A plan file that the file manager has handed over, until the page asks for it.
    handed: Mutex<Option<PathBuf>>,
    /// Whether the page has saved everything, for a window that is about to close.
    is_page_saved: Mutex<bool>,
    page_saved: Condvar,
}

impl Program {
    /// Opens the user's own book, or makes it.
    pub fn start(launch: &Launch, surroundings: Surroundings) -> Program {
        let program = Program {
            shell: surroundings.location.shell.clone(),
            location: Mutex::new(surroundings.location),
            asked: surroundings.asked,
            rehearsed: launch.today,
            opened: Mutex::new(Err(closed())),
            outbox: surroundings.outbox,
            written: Mutex::default(),
            handed: Mutex::new(launch.file.clone()),
            is_page_saved: Mutex::new(false),
            page_saved: Condvar::new(),
        };
        if let Err(error) = relocate::tidy_up(&program.location()) {
            // The book is whole all the same, and the next start tries again.
            log::note(&error.to_string());
        }
        program.open(Program::own_book);
        program
    }

    /// Does something with the open book.
    pub fn with_book<T>(&self, work: impl FnOnce(&mut Book, &Moment) -> Result<T>) -> Answer<T> {
        let mut opened = self.lock();
        let book = opened.as_mut().map_err(|error| error.clone())?;
        let moment = self.moment(Some(book));
        Ok(work(book, &moment)?)
    }

    /// What every screen needs to know. A book that could not be opened is tried again: the user may have mended it.
    pub fn book_state(&self) -> Answer<BookState> {
        if self.lock().is_err() {
            self.open(Program::own_book);
        }
        self.with_book(|book, moment| book.state(moment.today, Local::now().date_naive()))
    }

    /// Opens the book with invented data; makes it if it is not there.
    pub fn open_sample(&self) -> Answer<BookState> {
        self.open(Program::sample_book);
        self.with_book(|book, moment| book.state(moment.today, Local::now().date_naive()))
    }

    /// Opens the user's own book again.
    pub fn open_own(&self) -> Answer<BookState> {
        self.open(Program::own_book);
        self.book_state()
    }

    /// Lets the book settle, unless somebody is using it at this moment: then the next pause will do.
    pub fn settle(&self) {
        if let Ok(opened) = self.opened.try_lock()
            && let Ok(book) = opened.as_ref()
            && let Err(error) = book.settle()
        {
            log::note(&error.to_string());
        }
    }

    /// The page has saved what was being typed.
    pub fn page_is_saved(&self) {
        *self.is_page_saved.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.page_saved.notify_all();
    }

    /// Waits until the page has saved what was being typed, or until patience ends.
    pub fn wait_for_page(&self, patience: Duration) {
        let saved = self.is_page_saved.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.page_saved.wait_timeout_while(saved, patience, |saved| !*saved));
    }

    /// Closes the book. Tauri ends the program without dropping what it manages.
    pub fn close(&self) {
        let closing = std::mem::replace(&mut *self.lock(), Err(closed()));
        if let Ok(Err(error)) = closing.map(Book::close) {
            log::note(&error.to_string());
        }
    }

    /// Folder of the window's own files.
    pub fn shell(&self) -> &Path {
        &self.shell
    }

    /// Folder for copies of evidence to look at.
    pub fn outbox(&self) -> &Path {
        &self.outbox
    }

    /// Writes a file at the user's wish, remembers it, and says where it is.
    ///
    /// # Errors
    /// As [`export::save`].
    pub fn save(&self, path: &Path, bytes: &[u8]) -> Result<String> {
        export::save(path, bytes)?;
        self.remember_written(path);
        Ok(path.display().to_string())
    }

    /// Remembers a file that was written at the user's wish.
    pub fn remember_written(&self, path: &Path) {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// Keeps a file that the file manager hands over; of two, the later one counts.
    pub fn hand(&self, path: PathBuf) {
        *self.handed.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    /// The file that was handed over; nobody gets it twice.
    pub fn take_handed(&self) -> Option<PathBuf> {
        self.handed.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// True for the folder of the book, and for what [`Program::remember_written`] was told.
    pub fn may_show(&self, path: &Path) -> bool {
        path == self.location().book || self.written.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    fn open(&self, find: fn(&Program, &Moment) -> Result<Book>) {
        self.close();
        self.find_anew();
        let opened = find(self, &self.moment(None));
        *self.lock() = opened.map_err(CommandError::from);
    }

    fn own_book(&self, moment: &Moment) -> Result<Book> {
        self.location().open_or_create(moment)
    }

    fn sample_book(&self, moment: &Moment) -> Result<Book> {
        self.location().open_sample(moment)
    }

    fn location(&self) -> Location {
        self.location.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The command line may have moved the books, or a stick may be there now.
    fn find_anew(&self) {
        if let Ok(found) = Surroundings::find(self.asked.as_deref()) {
            *self.location.lock().unwrap_or_else(PoisonError::into_inner) = found.location;
        }
    }

    fn moment(&self, book: Option<&Book>) -> Moment {
        let rehearsed = self.rehearsed.or_else(|| book.and_then(Book::rehearsal_day));
        let today = rehearsed.unwrap_or_else(|| Local::now().date_naive());
        Moment { now: Utc::now(), today, who: account() }
    }

    /// A command that panicked has left the book as SQLite keeps it: whole.
    fn lock(&self) -> MutexGuard<'_, Answer<Book>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn closed() -> CommandError {
    Error::refused(ErrorCode::NotFound, "using a book that is closed").with("what", "book").into()
}

/// Name of the account on the PC, for the log of changes.
fn account() -> String {
    ["USERNAME", "USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}
