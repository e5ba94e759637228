//! Reports that go back to be corrected, and receipts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{MarkPlace, ReturnMark, SealedKind};

/// What the receiving official says of a report that goes back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReturnInput {
    /// What is to be mended where.
    pub marks: Vec<ReturnMark>,
    /// What is to be mended on the whole; may be empty if there are marks.
    pub note: String,
    /// Day by which the correction is wanted.
    pub wanted_by: Option<NaiveDate>,
}

/// A mark with what people call its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShownMark {
    /// Where.
    pub place: MarkPlace,
    /// "Băng rôn (cái)", "II. Kết quả thực hiện", title of the activity.
    pub label: String,
    /// What is to be mended.
    pub note: String,
}

/// A return or a receipt, before it is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SealedPreview {
    /// Return or receipt.
    pub kind: SealedKind,
    /// The office that made it.
    pub office: String,
    /// Fingerprint of its key.
    pub fingerprint: String,
    /// True if the key is the one of the office that leads the campaign, or was confirmed before. Otherwise it is taken over
    /// only once somebody has confirmed the fingerprint.
    pub is_known_key: bool,
    /// Code of the phase.
    pub phase: String,
    /// "Đợt 1".
    pub phase_name: String,
    /// Version of our report.
    pub version: u32,
    /// Day it was returned, or came.
    pub on: NaiveDate,
    /// Day by which the correction is wanted.
    pub wanted_by: Option<NaiveDate>,
    /// What is to be mended on the whole; empty for a receipt.
    pub note: String,
    /// What is to be mended where; none for a receipt.
    pub marks: Vec<ShownMark>,
    /// True for a receipt of an office that has accepted the report.
    pub is_accepted: bool,
    /// True if it was taken over before.
    pub is_taken: bool,
}

/// A report of ours that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReturnedReport {
    /// Code of the phase.
    pub phase: String,
    /// Version that came back.
    pub version: u32,
    /// The office that returned it.
    pub office: String,
    /// Day it was returned.
    pub returned_on: NaiveDate,
    /// Day by which the correction is wanted.
    pub wanted_by: Option<NaiveDate>,
    /// What is to be mended on the whole; may be empty.
    pub note: String,
    /// What is to be mended where.
    pub marks: Vec<ShownMark>,
}

/// A file that was sealed for a unit, with the name to save it under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// "Tra-lai_LDLD-huyen-Tam-Duong_dot1_ban-1.sotg".
    pub file_name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A receipt: a line that people read, and a file that the unit's program reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenReceipt {
    /// "… đã nhận báo cáo Đợt 1 (bản 2) …".
    pub line: String,
    /// The same, sealed.
    pub file: SealedFile,
}

/// What was packed to be sent on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Packed {
    /// Files of units, or of evidence.
    pub n_files: u32,
    /// Units whose report came without a file, or whose file is gone: their names.
    pub without: Vec<String>,
}

/// In which form a receipt is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReceiptForm {
    /// A line for chat or telephone.
    Line,
    /// A file.
    File,
}
