//! The words of the program: ids, closed sets, and what every room hands to the window and to the command line.
//!
//! Nothing here reads the book or decides anything. A type that crosses the boundary derives `Serialize` and, for the
//! window, a TypeScript declaration; the JSON of the command line is the same JSON.

mod activity;
mod book;
mod campaign_file;
mod chart;
mod check;
mod congress;
mod consolidation;
mod evidence;
mod exchange;
mod figure;
mod form;
mod history;
mod ids;
mod ledger;
mod milestone;
mod organisation;
mod photo;
mod place;
mod received_file;
mod register;
mod reminder;
mod report;
mod returned;
mod rich_text;
mod settings;
mod template;
mod timeline;
mod unit;
mod unit_history;
mod unit_import;
mod version;

pub use activity::*;
pub use book::*;
pub use campaign_file::*;
pub use chart::*;
pub use check::*;
pub use congress::*;
pub use consolidation::*;
pub use evidence::*;
pub use exchange::*;
pub use figure::*;
pub use form::*;
pub use history::*;
pub use ids::*;
pub use ledger::*;
pub use milestone::*;
pub use organisation::*;
pub use photo::*;
pub use place::*;
pub use received_file::*;
pub use register::*;
pub use reminder::*;
pub use report::*;
pub use returned::*;
pub use rich_text::*;
pub use settings::*;
pub use template::*;
pub use timeline::*;
pub use unit::*;
pub use unit_history::*;
pub use unit_import::*;
pub use version::*;
