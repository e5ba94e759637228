//! Files between offices: what they carry, what is refused, and what the receiving book makes of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod filling;
mod form;
mod forwarding;
mod ledger;
mod offices;
mod paper;
mod receipts;
mod report_file;
mod returns;
