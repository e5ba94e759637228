//! What the page receives when a command fails: a code of the catalogue, and what its words speak of.

use std::collections::BTreeMap;

use serde::Serialize;
use sotg_core::{Error, ErrorCode};

/// What a command answers.
pub type Answer<T> = Result<T, CommandError>;

/// What went wrong.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CommandError {
    /// Which refusal or failure; the catalogue has the words.
    pub code: ErrorCode,
    /// What we were doing, in English, for a report of the fault.
    pub message: String,
    /// What the words speak of.
    pub fields: BTreeMap<String, String>,
}

impl From<Error> for CommandError {
    fn from(error: Error) -> CommandError {
        CommandError { code: error.code(), message: error.to_string(), fields: error.fields() }
    }
}
