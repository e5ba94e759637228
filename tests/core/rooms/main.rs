//! What an official does with the book, room by room.
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

mod campaign;
mod evidence;
mod figures;
mod forms;
mod own_activities;
mod photos;
mod reports;
mod settings;
mod templates;
mod workbook;

use sotg_core::ErrorCode;

/// The code with which something was refused.
fn refusal<T: std::fmt::Debug>(result: sotg_core::Result<T>) -> ErrorCode {
    result.unwrap_err().code()
}
