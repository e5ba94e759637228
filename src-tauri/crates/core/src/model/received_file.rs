//! What came of a unit as a file, or was entered for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Channel, ReceivedFileId, UnitId};

/// One version of a unit's report as it came. Never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FileHead {
    /// Whose report.
    pub unit: UnitId,
    /// Code of the phase.
    pub phase: String,
    /// 1 for the first that was sent.
    pub version: u32,
    /// Of two files of one version the one with the larger number is the later one.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub sequence: i64,
    /// Hash of the payload, in hex; of the file itself where it has none.
    pub payload_sha256: String,
    /// How it came.
    pub channel: Channel,
    /// Public key that signed it, in hex; empty for what nobody signed.
    pub key: String,
    /// Name of the file as it came.
    pub file_name: String,
    /// Hash of the file as it came, in hex.
    pub file_sha256: String,
    /// Its bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// Day it came.
    pub received_on: NaiveDate,
    /// Who typed it in for the unit, by title; empty for what the unit wrote itself.
    pub entered_for: String,
    /// Lines of the document that were changed after it left the program, as JSON; "[]" if none.
    pub edits: String,
}

/// A kept one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReceivedFile {
    /// Which one.
    pub id: ReceivedFileId,
    /// What is known of it.
    pub head: FileHead,
}
