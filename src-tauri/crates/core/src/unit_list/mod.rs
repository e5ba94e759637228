//! Lists of units from spreadsheets.
pub mod cells;
pub mod read;
