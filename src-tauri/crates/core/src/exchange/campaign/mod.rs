//! The plan file: from the office that leads a campaign to all units, signed, with everything that a book needs to begin.
//!
//! `issue` writes one, `payload` says what is in it, `sound` reads one from a stranger. `terms` is what holds for our unit,
//! before and after; `changes` shows the difference, `below` the units below ours; `take` writes it all in one step.

mod below;
mod changes;
mod issue;
mod message;
mod payload;
mod preview;
mod sound;
mod take;
mod terms;

pub use issue::IssuedFile;
pub use preview::{look, sealed_kind};
