//! The words of the program: ids, closed sets, and what every room hands to the window and to the command line.
//!
//! Nothing here reads the book or decides anything. A type that crosses the boundary derives `Serialize` and, for the
//! window, a TypeScript declaration; the JSON of the command line is the same JSON.

mod activity;
mod book;
mod evidence;
mod figure;
mod history;
mod ids;
mod milestone;
mod place;
mod report;
mod settings;
mod timeline;
mod unit;

pub use activity::*;
pub use book::*;
pub use evidence::*;
pub use figure::*;
pub use history::*;
pub use ids::*;
pub use milestone::*;
pub use place::*;
pub use report::*;
pub use settings::*;
pub use timeline::*;
pub use unit::*;
