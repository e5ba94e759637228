//! Moving the data folder: all books with everything in them, to another folder of this PC or to a stick.
//!
//! One small file decides which folder counts: the pointer in the usual folder. Everything is copied into a folder `STAGING`
//! at the new place, compared, and put in its place; then the pointer is switched in one step of the file system; then the
//! old data are put aside, where the user can delete them. Whoever ends the program at any moment of this finds one whole
//! book at the next start: the old one up to the switch, the new one after it ([`tidy_up`] clears the rest away).

mod carry;
mod check;
mod survey;
mod undo;

use std::fs;
use std::path::{Path, PathBuf};

pub use check::preview;
pub(crate) use survey::survey;
pub use undo::tidy_up;

use crate::book;
use crate::error::{Error, Result};
use crate::files::{self, sync_folder};
use crate::history::Moment;
use crate::location::Location;
use crate::location::pointer::{self, INTENT, Intent, LOCK, MARK, Mark, POINTER, Pointer};
use crate::lock::{self, Lock};
use crate::model::{MoveProgress, MoveStep};
use crate::replace::replace;
use crate::synchronised::Variable;
use carry::Teller;
use survey::Survey;

/// At the new place: the copy while it is made.
const STAGING: &str = "dang-chuyen";
/// At the old place: what was moved away, with the day.
const ASIDE: &str = "da-chuyen-";

/// A move that the user wants.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The folder that was chosen.
    pub to: &'a Path,
    /// Also if another program keeps that folder.
    pub insists: bool,
}

/// Moves the data folder. No book of it may be open, in this process or in another one. Afterwards the caller finds the
/// location anew, and opens the book there.
///
/// `say` is told how far it is.
///
/// # Errors
/// What [`preview`] refuses; `place_is_kept` unless insisted; `busy` if a book is open somewhere; `file_vanished`,
/// `disk_full`, `copy_differs`, `damaged`. Everything is then where it was.
pub fn move_to(
    location: &Location,
    wish: &Wish<'_>,
    moment: &Moment,
    variable: Variable<'_>,
    say: &mut dyn FnMut(&MoveProgress),
) -> Result<()> {
    let usual = location.movable()?;
    let mut teller = Teller::new(say);
    teller.tell();
    tidy_up(location)?;
    let (to, _) = check::check(location, wish, variable)?;
    fs::create_dir_all(usual).map_err(Error::io("create the folder", usual))?;
    let _alone = lock::seize(&usual.join(LOCK))?;
    location.check_fresh()?;
    let books = close_books(&location.root)?;
    // Closing has brought the journals into the books, so this is looked at anew.
    let found = survey(&location.root)?;
    let intent = Intent {
        mark: pointer::new_mark(&to, moment),
        from: location.root.clone(),
        to,
        entries: found.entries.clone(),
    };
    teller.tell();
    // First the folder: an intent whose place is not there waits for a stick.
    fs::create_dir_all(&intent.to).map_err(Error::io("create the folder", &intent.to))?;
    pointer::write(&usual.join(INTENT), &intent)?;
    teller.tell();
    if let Err(error) = carry(&intent, &found, &mut teller) {
        // What cannot be cleared away now is cleared away at the next start; the first error is the one to tell.
        let _ = undo::undo(&intent).and_then(|()| files::remove_if_there(&usual.join(INTENT)));
        return Err(error);
    }
    teller.begin(MoveStep::Switching, 0, 0);
    let pointer = Pointer {
        left_behind: Some(place_aside(&location.root, moment)),
        leaving: Some(intent.from.clone()),
        folder: intent.to.clone(),
        mark: intent.mark.clone(),
    };
    pointer::write(&usual.join(POINTER), &pointer)?;
    teller.begin(MoveStep::Finishing, 0, 0);
    drop(books);
    // The data are at the new place and count there. What cannot be put aside now is put aside at the next start.
    let _ = undo::finish(usual, &pointer, &mut || teller.tell());
    Ok(())
}

/// Closes what may be open of each book and has it alone, so that the file holds everything and nobody writes.
fn close_books(root: &Path) -> Result<Vec<Lock>> {
    let names = survey(root)?.entries;
    let folders = names.iter().map(|name| root.join(name)).filter(|folder| folder.join(book::FILE_NAME).is_file());
    folders.map(|folder| book::close_for_copying(&folder)).collect()
}

/// From the old place into the new one, up to the moment before the switch.
fn carry(intent: &Intent, found: &Survey, teller: &mut Teller<'_>) -> Result<()> {
    let Intent { mark, from, to, entries } = intent;
    let staging = to.join(STAGING);
    undo::clear(&staging)?;
    fs::create_dir_all(&staging).map_err(Error::io("create the folder", &staging))?;
    pointer::write(&staging.join(MARK), &Mark { mark: mark.clone(), is_whole: false })?;
    sync_folder(to)?;
    carry::copy_and_compare(from, &staging, found, teller)?;
    pointer::write(&staging.join(MARK), &Mark { mark: mark.clone(), is_whole: true })?;
    for entry in entries {
        teller.tell();
        let place = to.join(entry);
        replace(&staging.join(entry), &place).map_err(Error::io("put in place", &place))?;
    }
    sync_folder(to)?;
    teller.tell();
    pointer::write(&to.join(MARK), &Mark { mark: mark.clone(), is_whole: true })
}

/// A folder that is not there yet, for what is put aside.
fn place_aside(root: &Path, moment: &Moment) -> PathBuf {
    let day = moment.today.format("%Y-%m-%d");
    let first = root.join(format!("{ASIDE}{day}"));
    let more = (2..).map(|n: u32| root.join(format!("{ASIDE}{day}-{n}")));
    std::iter::once(first.clone()).chain(more).find(|folder| !folder.exists()).unwrap_or(first)
}
