//! The door to a book: open it, make it, change it. The rooms add what can be done (`impl Book` in each of them).
//!
//! A book is a folder: `so.db`, `minh-chung/` with the evidence, `van-ban-da-gui/` with the documents that were sent,
//! `sao-luu/` with copies made before an upgrade, and an empty file that is locked while the book is open. Nothing outside of that folder is written.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::{Connection, Transaction};

use crate::error::{Error, ErrorCode, Result};
use crate::history::{self, Change, Moment};
use crate::lock::{self, Lock};
use crate::model::{CampaignId, HistoryEntry, Op, Outcome, StepId, StepLabel, UnitId};
use crate::plan::Plan;
use crate::store::log::ChangedRow;
use crate::{reports, store, units};

/// Name of the file in the folder of a book.
pub const FILE_NAME: &str = "so.db";

/// Name of the folder for copies that the program makes.
const COPIES: &str = "sao-luu";

/// Name of the file that is locked while the book is open, so that nobody moves the folder away.
pub(crate) const IN_USE: &str = "dang-dung.khoa";

/// An open book.
#[derive(Debug)]
pub struct Book {
    pub(crate) connection: Connection,
    folder: PathBuf,
    head: store::campaign::BookHead,
    current: Option<Current>,
    _in_use: Lock,
}

/// The unit and the campaign that everything in the book is about.
#[derive(Debug, Clone)]
pub(crate) struct Current {
    pub(crate) unit: UnitId,
    pub(crate) campaign: CampaignId,
    /// The plan as it was when the campaign began.
    pub(crate) plan: std::sync::Arc<Plan>,
}

impl Book {
    /// Opens the book in a folder. An older one is brought up to date, after a copy of it was put into `sao-luu`.
    ///
    /// # Errors
    /// `not_found`, `not_a_book`, `damaged`, `too_new`, `read_only`, `busy`; the file is then as it was.
    pub fn open(folder: &Path) -> Result<Book> {
        store::open::look_at_head(&folder.join(FILE_NAME))?;
        let in_use = lock::share(&folder.join(IN_USE))?;
        Book::from_connection(connect(folder)?, folder, in_use)
    }

    /// Makes an empty book. `rehearsal_day` makes it a book with invented data, in which that day is today.
    ///
    /// # Errors
    /// `read_only`, `io`; also if a book is there already.
    pub fn create(folder: &Path, moment: &Moment, rehearsal_day: Option<NaiveDate>) -> Result<Book> {
        std::fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
        let in_use = lock::share(&folder.join(IN_USE))?;
        let connection = store::open::create(&folder.join(FILE_NAME), |connection| {
            store::campaign::write_head(connection, &moment.instant(), rehearsal_day)
        })?;
        Book::from_connection(connection, folder, in_use)
    }

    /// Opens the book in a folder, or makes an empty one if there is none.
    ///
    /// # Errors
    /// As [`Book::open`] and [`Book::create`].
    pub fn open_or_create(folder: &Path, moment: &Moment) -> Result<Book> {
        if folder.join(FILE_NAME).try_exists().map_err(Error::io("look for the book in", folder))? {
            Book::open(folder)
        } else {
            Book::create(folder, moment, None)
        }
    }

    fn from_connection(connection: Connection, folder: &Path, in_use: Lock) -> Result<Book> {
        let head = store::campaign::read_head(&connection)?;
        let mut book = Book { connection, folder: folder.to_owned(), head, current: None, _in_use: in_use };
        book.reload_current()?;
        Ok(book)
    }

    /// Moves what was changed from the journal into the one file of the book. Nothing is lost without it; but a copy of the
    /// file alone, which is what officials send each other, is whole only after it. To be called when the user pauses.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn settle(&self) -> Result<()> {
        store::open::settle(&self.connection)
    }

    /// Closes the book; everything is in the one file then.
    ///
    /// # Errors
    /// What SQLite reports; everything that was changed is kept all the same.
    pub fn close(self) -> Result<()> {
        close(self.connection)
    }

    /// Folder of the book.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// True for a book with invented data.
    pub fn is_sample(&self) -> bool {
        self.head.is_sample
    }

    /// The day that a book with invented data takes for today.
    pub fn rehearsal_day(&self) -> Option<NaiveDate> {
        self.head.rehearsal_day
    }

    /// True once unit and campaign are there.
    pub fn is_set_up(&self) -> bool {
        self.current.is_some()
    }

    /// Makes a named change: everything in `write`, or nothing.
    pub(crate) fn transact(
        &mut self,
        moment: &Moment,
        change: &Change,
        write: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<Outcome> {
        history::transact(&mut self.connection, moment, change, write)
    }

    /// Fills a book with invented data past the log, which would be larger than the book. A real book refuses.
    pub(crate) fn write_past_log(&mut self, write: impl FnOnce(&Transaction<'_>) -> Result<()>) -> Result<()> {
        if !self.is_sample() {
            return Err(Error::refused(ErrorCode::NotABook, "filling a sample").with("path", self.folder.display()));
        }
        store::log::stop_recording(&self.connection)?;
        let written = store::open::write(&mut self.connection, write);
        store::log::record_changes(&self.connection)?;
        written
    }

    /// Takes a change back; `None` takes the last one.
    ///
    /// # Errors
    /// `nothing_to_undo`, or `touched_later` with the later change.
    pub fn undo(&mut self, moment: &Moment, step: Option<StepId>) -> Result<Outcome> {
        let outcome = history::undo(&mut self.connection, moment, step, is_sound)?;
        self.reload_after(&outcome)?;
        Ok(outcome)
    }

    /// Does the change again that was taken back last.
    ///
    /// # Errors
    /// `nothing_to_redo`, or `touched_later`.
    pub fn redo(&mut self, moment: &Moment) -> Result<Outcome> {
        let outcome = history::redo(&mut self.connection, moment, is_sound)?;
        self.reload_after(&outcome)?;
        Ok(outcome)
    }

    /// The log, the newest first.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn history(&self, limit: u32) -> Result<Vec<HistoryEntry>> {
        store::log::list_steps(&self.connection, limit)
    }

    /// What undo would take back, and what redo would do again.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn next_undo_and_redo(&self) -> Result<(Option<StepLabel>, Option<StepLabel>)> {
        Ok((store::log::find_last_done(&self.connection)?, store::log::find_last_undone(&self.connection)?))
    }

    /// What brought another plan takes it along when it is taken back.
    fn reload_after(&mut self, outcome: &Outcome) -> Result<()> {
        match &outcome.step {
            Some(step) if matches!(step.op, Op::TakeCampaign | Op::AmendPlan) => self.reload_plan(),
            Some(_) | None => Ok(()),
        }
    }

    /// After the plan of the campaign was amended, or was not after all.
    pub(crate) fn reload_plan(&mut self) -> Result<()> {
        self.current = None;
        self.reload_current()
    }

    pub(crate) fn current(&self) -> Result<Current> {
        self.current.clone().ok_or_else(|| Error::refused(ErrorCode::NotSetUp, "using a book that is not set up"))
    }

    /// After opening, and after the book was set up.
    pub(crate) fn reload_current(&mut self) -> Result<()> {
        let unit = store::unit::find_ours(&self.connection)?;
        let campaign = store::campaign::find_first(&self.connection)?;
        self.current = match (unit, campaign) {
            (Some((unit, _)), Some(campaign)) => {
                let known = self.current.take().filter(|current| current.campaign == campaign.id);
                let plan = match known {
                    Some(current) => current.plan,
                    None => std::sync::Arc::new(Plan::load(&campaign.plan_file, &campaign.plan_source)?),
                };
                Some(Current { unit, campaign: campaign.id, plan })
            }
            _ => None,
        };
        Ok(())
    }
}

/// Closes what another run may have left open of a book, so that its one file holds everything, and has it alone as long as
/// what it gives is kept.
///
/// # Errors
/// `busy` if somebody has it open, and as [`Book::open`].
pub(crate) fn close_for_copying(folder: &Path) -> Result<Lock> {
    let alone = lock::seize(&folder.join(IN_USE))?;
    close(connect(folder)?)?;
    // The last one to close a book removes its journal; who else has it open knows nothing of our locks.
    let journal = folder.join(format!("{FILE_NAME}-wal"));
    if journal.try_exists().map_err(Error::io("look at", &journal))? {
        return Err(Error::refused(ErrorCode::Busy, "closing a book that another program has open"));
    }
    Ok(alone)
}

/// Opens the copy of a book and checks it as every opening does.
///
/// # Errors
/// As [`Book::open`].
pub(crate) fn check_copy(folder: &Path) -> Result<()> {
    close(connect(folder)?)
}

/// What two changes that touch no common row may still have broken.
fn is_sound(connection: &Connection, rows: &[ChangedRow]) -> Result<bool> {
    Ok(units::sound::is_sound(connection, rows)? && reports::versions::sound::is_sound(connection, rows)?)
}

fn connect(folder: &Path) -> Result<Connection> {
    let before_upgrade = |connection: &Connection, version| keep_copy(connection, folder, version);
    store::open::open(&folder.join(FILE_NAME), &before_upgrade)
}

fn close(connection: Connection) -> Result<()> {
    connection.close().map_err(|(_, source)| Error::Database { doing: "closing the book".to_owned(), source })
}

/// A whole copy of an older book, before it is brought up to date.
fn keep_copy(connection: &Connection, folder: &Path, version: i32) -> Result<()> {
    let copies = folder.join(COPIES);
    std::fs::create_dir_all(&copies).map_err(Error::io("create the folder", &copies))?;
    let copy = copies.join(format!("truoc-nang-cap-{version}.db"));
    if copy.exists() {
        // From an upgrade that did not come to its end; the book has not changed since.
        std::fs::remove_file(&copy).map_err(Error::io("replace", &copy))?;
    }
    store::open::copy_to(connection, &copy)
}
