//! Files between offices: sealed, sent by whatever way people send files, and never trusted.
//!
//! `key` and `envelope` seal and open; `carried` puts an envelope into a Word document and finds it there; `report` writes the
//! report that our office sends; `lines` reads what a document says, to find what was changed in it afterwards; `campaign` is
//! the plan file, from the office that leads a campaign to all units; `form` is the Excel form of a unit without the program;
//! `untrusted` opens packed files of strangers; `inbox` says of everything that was dropped what becomes of it, and takes it in.

mod came;
pub mod campaign;
pub mod carried;
mod entered;
pub mod envelope;
pub mod form;
mod forward;
mod inbox;
pub mod key;
mod ledger;
pub mod lines;
pub mod opening;
mod pack;
mod package;
pub mod receipts;
mod refusal;
pub(crate) mod report;
mod returns;
pub(crate) mod untrusted;
mod versions;
