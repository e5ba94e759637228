//! Lists of units from spreadsheets: read, recognised, compared with what is known, and accepted in one step.
//!
//! Pure but for reading the file and for accepting it. In reading order: `read` (cells from a file), `headings`, `values`,
//! `structure` (lines out of rows), `names` and `office` (which unit is meant), `above`, `facts`, `compare`, `preview`, `accept`.

mod above;
mod accept;
pub(crate) mod cells;
mod compare;
mod facts;
mod headings;
mod kinds;
pub(crate) mod names;
mod office;
mod preview;
pub mod read;
mod structure;
mod values;
mod words;

pub(crate) use names::Name;
pub(crate) use office::Index;
pub use office::{KnownUnit, Office};
pub use preview::prepare;
