//! Units whose report is missing are reminded, by rule and with documents that can be sent as they are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../docx_reading.rs"]
#[allow(dead_code, reason = "each test binary uses a part")]
mod docx_reading;
#[path = "../units/office.rs"]
mod office;
#[path = "../support/mod.rs"]
mod support;

mod letter;
mod mails;
mod who;
