//! The ledger: what was sent and what came.

use crate::book::Book;
use crate::error::Result;
use crate::model::{LedgerEntry, LedgerFilter};
use crate::{store, text};

impl Book {
    /// The lines of the ledger that a filter asks for, the newest first.
    ///
    /// # Errors
    /// `not_set_up`, what SQLite reports.
    pub fn ledger(&self, filter: &LedgerFilter) -> Result<Vec<LedgerEntry>> {
        let mut entries = store::ledger::list(&self.connection, self.current()?.campaign, filter)?;
        let words = text::fold(&filter.words);
        if !words.is_empty() {
            entries.retain(|entry| {
                let line = text::fold(&format!("{} {} {}", entry.unit_name, entry.file_name, entry.note));
                words.split(' ').all(|word| line.contains(word))
            });
        }
        Ok(entries)
    }
}
