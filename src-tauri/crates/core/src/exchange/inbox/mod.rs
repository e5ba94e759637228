//! What was dropped on the window: "drop a folder, get a register".
//!
//! In reading order: `found` (files, also out of packed ones), `content` (what a file is), `sound` and `edits` (what it says),
//! `look`, `desk` (what the office knows), `judge` (what becomes of each), `accept`; `watched` is the
//! folder into which an office has its mail saved.

mod accept;
mod content;
mod desk;
mod edits;
mod found;
mod judge;
mod look;
mod remembered;
mod sound;
mod watched;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::model::{Inbox, InboxChoice};

impl Book {
    /// What would become of files and of all files in folders. Nothing is written.
    ///
    /// # Errors
    /// `not_set_up`; `io` if what was dropped is not there.
    pub fn preview_files(&self, paths: &[PathBuf], today: NaiveDate) -> Result<Inbox> {
        let desk = desk::Desk::read(self, today)?;
        let (looked, n_left_out) = look::look(paths, &desk.plan)?;
        let files = judge::judge(&desk, looked, &InboxChoice::default()).files;
        Ok(Inbox { digest: judge::digest(&files), files, n_left_out })
    }
}
