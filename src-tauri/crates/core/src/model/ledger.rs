//! The ledger: what was sent and what came, in both directions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::UnitId;

/// Which way a file went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LedgerDirection {
    /// It left our office.
    Sent,
    /// It came to our office.
    Received,
}

/// What a file was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// A plan file.
    Campaign,
    /// A report.
    Report,
    /// An Excel form for a unit without the program.
    Form,
    /// A report that goes back, or came back, to be corrected.
    Return,
    /// A receipt.
    Receipt,
    /// Reports of units below, sent on unchanged.
    Forwarded,
}

/// One line to be written. When it was written and by whom is said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    /// Which way.
    pub direction: LedgerDirection,
    /// What it was.
    pub kind: LedgerKind,
    /// To or from which unit below ours; `None`: our own unit's, or all.
    pub unit: Option<UnitId>,
    /// Code of the phase; empty for a plan file.
    pub phase: String,
    /// Version of the report or of the plan file; 0 where there is none.
    pub version: u32,
    /// Name of the file; may be empty.
    pub file_name: String,
    /// Hash of the file, in hex; may be empty.
    pub sha256: String,
    /// The day that counts for it.
    pub on: NaiveDate,
    /// What is to be known besides; may be empty.
    pub note: String,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LedgerEntry {
    /// Its number, in the order in which lines were written.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub number: i64,
    /// Which way.
    pub direction: LedgerDirection,
    /// What it was.
    pub kind: LedgerKind,
    /// The unit; `None`: our own unit's, or all.
    pub unit: Option<UnitId>,
    /// Its name as it is known last; empty without a unit.
    pub unit_name: String,
    /// Code of the phase; may be empty.
    pub phase: String,
    /// Version; 0 where there is none.
    pub version: u32,
    /// Name of the file; may be empty.
    pub file_name: String,
    /// Hash of the file, in hex; may be empty.
    pub sha256: String,
    /// The day that counts for it.
    pub on: NaiveDate,
    /// Instant at which the line was written, UTC, RFC 3339.
    pub at: String,
    /// Account on the PC.
    pub who: String,
    /// What is to be known besides; may be empty.
    pub note: String,
}

/// Which lines of the ledger are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct LedgerFilter {
    /// Only this way.
    pub direction: Option<LedgerDirection>,
    /// Only this kind.
    pub kind: Option<LedgerKind>,
    /// Only this unit.
    pub unit: Option<UnitId>,
    /// Only this phase.
    pub phase: Option<String>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Until this day.
    pub until: Option<NaiveDate>,
    /// Words of the unit's name, of the file's name or of the note; marks and case do not matter.
    pub words: String,
}
