//! Versions of a report: what was sent, kept as it was, and what differs between two of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FigureCell, ProgressState};

/// Why a version was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VersionCause {
    /// It is the first one.
    First,
    /// The superior had returned the one before.
    Returned,
    /// The unit corrected what it had sent.
    Corrected,
}

/// A report as it left the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VersionHead {
    /// 1, 2, 3.
    pub number: u32,
    /// Day it was sent.
    pub sent_on: NaiveDate,
    /// Instant at which it was kept, UTC, RFC 3339.
    pub kept_at: String,
    /// Account on the PC; may be empty.
    pub who: String,
    /// Why there is this version.
    pub cause: VersionCause,
    /// What the official said of it; empty for the first one, and where nothing was said of a returned one.
    pub reason: String,
    /// Name of the kept document.
    pub document: String,
    /// Its hash, in hex.
    pub sha256: String,
    /// Its bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// True if the kept document is no longer beside the book.
    pub is_missing: bool,
}

/// That figures or ticks are no longer what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChangedSinceSent {
    /// Code of the phase.
    pub phase: String,
    /// "Đợt 1".
    pub phase_name: String,
    /// The last version.
    pub version: u32,
    /// Day it was sent.
    pub sent_on: NaiveDate,
    /// Figures that differ.
    pub figures: Vec<FigureDifference>,
    /// Activities that differ.
    pub activities: Vec<ActivityDifference>,
}

/// What was sent of a report, and how it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportVersions {
    /// Code of the phase.
    pub phase: String,
    /// The newest first.
    pub versions: Vec<VersionHead>,
    /// What has changed since the last one was sent; `None` if nothing has, and while the report is being corrected.
    pub changed: Option<ChangedSinceSent>,
    /// Why the report is being corrected; empty if it is not.
    pub correction: String,
}

/// A kept document that is no longer what was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionFault {
    /// Code of the phase.
    pub phase: String,
    /// Which version; `is_missing` is false if the file is there and has changed.
    pub version: VersionHead,
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VersionSide {
    /// A version by its number.
    Sent(u32),
    /// The report as it stands now.
    Now,
}

/// A field of the head that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ComparedField {
    /// Số, ký hiệu.
    Number,
    /// Ngày.
    DatedOn,
    /// Địa danh.
    Place,
    /// Cơ quan cấp trên.
    Superior,
    /// Đơn vị.
    Issuer,
    /// Về việc.
    Subject,
    /// Kính gửi.
    Addressees,
    /// Nơi nhận.
    Recipients,
    /// Người ký.
    Signer,
}

/// A field of the head that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HeadDifference {
    /// Which.
    pub field: ComparedField,
    /// At the left; several lines for a list.
    pub left: String,
    /// At the right.
    pub right: String,
}

/// What became of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// On both sides.
    Same,
    /// At the left only.
    Removed,
    /// At the right only.
    Added,
}

/// A stretch of words with the spaces and line ends after them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TextPiece {
    /// What became of it.
    pub kind: PieceKind,
    /// The words.
    pub text: String,
}

/// A section that differs, word by word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SectionDifference {
    /// Code of the section.
    pub code: String,
    /// "III", "2.4"; empty for the opening.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The text of both sides: without what was added it is the left one, without what was removed the right one.
    pub pieces: Vec<TextPiece>,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureDifference {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    pub split: String,
    /// "Hội nghị, buổi tuyên truyền miệng", for a split "… - Buổi khác".
    pub label: String,
    /// "cuộc".
    pub unit: String,
    /// True if only the figure from the beginning of the campaign differs, not the one of the phase.
    pub is_cumulative: bool,
    /// At the left; `None` if that side has no such line.
    pub left: Option<FigureCell>,
    /// At the right.
    pub right: Option<FigureCell>,
    /// "+3", "-1.240"; empty where one side is no number.
    pub difference: String,
}

/// An activity that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActivityDifference {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// State at the left; `None` if it was not there.
    pub left: Option<ProgressState>,
    /// State at the right.
    pub right: Option<ProgressState>,
    /// Day it was done, at the left.
    pub left_done_on: Option<NaiveDate>,
    /// Day it was done, at the right.
    pub right_done_on: Option<NaiveDate>,
}

/// What differs between two versions, or between one and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VersionComparison {
    /// Code of the phase.
    pub phase: String,
    /// The left side.
    pub left: VersionSide,
    /// The right side.
    pub right: VersionSide,
    /// Head and foot.
    pub head: Vec<HeadDifference>,
    /// Texts.
    pub sections: Vec<SectionDifference>,
    /// Figures.
    pub figures: Vec<FigureDifference>,
    /// Activities.
    pub activities: Vec<ActivityDifference>,
}
