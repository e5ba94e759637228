//! Sổ Tuyên giáo, without a window: every rule of the program.
//!
//! Suggested reading order: `model` (the words), `plan` and `schedule` (what is to be done and when), `store` and
//! `history` (how it is kept), `book` (the door), then the rooms by name.
//!
//! Nothing here knows tauri or a dialog, prints, reads the clock or opens a connection. `today` and `now` are arguments.

pub mod error;
pub mod export;
pub mod model;
pub mod plan;
pub mod reports;
pub mod schedule;
pub mod text;

pub use error::{Error, ErrorCode, Result};
