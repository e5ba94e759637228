//! Sổ Tuyên giáo, without a window: every rule of the program.
//!
//! Suggested reading order: `model` (the words), `plan` and `schedule` (what is to be done and when), `form` (what documents
//! look like), `store` and `history` (how it is kept), `book` (the door), then the rooms by name.
//!
//! Nothing here knows tauri or a dialog, prints, reads the clock or opens a connection. `today` and `now` are arguments.

pub mod error;
pub mod model;
pub mod text;

pub mod completeness;
pub mod form;
pub mod plan;
pub mod schedule;

pub mod history;
pub mod store;

pub mod book;
mod files;
mod hash;
mod kept_documents;
pub mod location;
mod lock;
pub mod relocate;
mod replace;
mod snapshot;
pub mod synchronised;

mod activities;
pub mod evidence;
mod figures;
mod forms;
mod photos;
pub mod plans;
mod progress;
pub mod reports;
pub mod sample;
mod settings;
pub mod templates;
pub mod timeline;
pub mod units;

pub mod unit_list;

pub mod exchange;

mod board;
mod congresses;
mod consolidation;
mod expected;
mod register;
mod reminders;

pub mod export;

pub use error::{Error, ErrorCode, Result};
