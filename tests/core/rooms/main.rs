//! What an official does with the book, room by room.

#[path = "../support/mod.rs"]
mod support;

mod campaign;
mod evidence;
mod figures;
mod own_activities;
mod settings;

use sotg_core::ErrorCode;

/// The code with which something was refused.
fn refusal<T: std::fmt::Debug>(result: sotg_core::Result<T>) -> ErrorCode {
    result.unwrap_err().code()
}
