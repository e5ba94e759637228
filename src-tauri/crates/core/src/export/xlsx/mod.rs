//! Tables for Excel: what the board, the register and a report show, to be filtered, sorted and reckoned with.
//!
//! A text of the book is always written as a text: a unit that is called "=cmd|…" is a cell that says so, never a formula.
//! Numbers and days are written as numbers and days. No clock: the file has no day of its own. Knows nothing of the store.

mod board;
mod ledger;
mod register;
mod report;
mod table;
mod words;

pub use board::board_xlsx;
pub use ledger::ledger_xlsx;
pub use register::register_xlsx;
pub use report::report_xlsx;

use chrono::NaiveDate;

/// What stands over every table: whose it is, of which campaign, on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHead {
    /// Name of our unit.
    pub unit: String,
    /// "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022".
    pub plan: String,
    /// The day that is today.
    pub today: NaiveDate,
    /// True for a book with invented data.
    pub is_sample: bool,
}
