//! The ledger: what was sent and what came.

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::model::{LedgerEntry, LedgerFilter};
use crate::{export, store, text};

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

    /// The same as the bytes of an Excel workbook.
    ///
    /// # Errors
    /// As [`Book::ledger`].
    pub fn ledger_workbook(&self, filter: &LedgerFilter, today: NaiveDate) -> Result<Vec<u8>> {
        let (entries, plan) = (self.ledger(filter)?, self.current()?.plan);
        let phase_name = |code: &str| {
            let known = plan.phases.iter().find(|phase| phase.code == code);
            known.map_or_else(|| code.to_owned(), |phase| phase.name.clone())
        };
        export::ledger_xlsx(&self.table_head(today)?, &entries, phase_name, self.folder())
    }
}
