//! Files between offices: what they carry, what is refused, and what the receiving book makes of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../units/office.rs"]
mod office;
#[path = "../support/mod.rs"]
mod support;

mod campaign;
mod consolidation;
mod filling;
mod form;
// Its script runs by Python, which the PCs of the Windows tests do not have.
#[cfg(not(windows))]
mod formats;
mod forwarding;
mod frozen;
mod inbox;
mod kept;
mod ledger;
mod narratives;
mod offices;
mod paper;
mod receipts;
mod report_file;
mod returns;
// As above; LibreOffice is not there either.
#[cfg(not(windows))]
mod ugly;
