//! Reports of units below added up: figures with their coverage, texts beside each other, and what was frozen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Coverage, FigureCell, FigureDifference, FigureRow, ReceivedFileId, ReceivedState, RichText, SentAmount,
    SentEvidence, UnitId, UnitLevel,
};

/// The figures of a phase: our own, those of the units below, and both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Consolidation {
    /// Code of the phase.
    pub phase: String,
    /// The day whose tree counts.
    pub on: NaiveDate,
    /// Headings in the order of the plan.
    pub groups: Vec<ConsolidationGroup>,
    /// Of the reports, whatever figures they have.
    pub coverage: Coverage,
    /// Reports that the office has and that carry no figures: on paper, by telephone.
    pub n_without_figures: u32,
    /// Files that are here and do not count.
    pub left_out: Vec<LeftOut>,
    /// What was frozen last; `None` if nothing was.
    pub frozen: Option<FrozenHead>,
}

/// Lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsolidationGroup {
    /// Code in the plan.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its lines; splits follow their indicator.
    pub rows: Vec<ConsolidationRow>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsolidationRow {
    /// Its figures, as the report would have them if it were frozen now.
    pub row: FigureRow,
    /// Units whose report says of the units below it another number than their files that are here.
    pub n_differences: u32,
}

/// Why a file that is here does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// The office returned the report.
    Returned,
    /// The unit withdrew it.
    Withdrawn,
    /// The register says that there is none, or that it says nothing.
    NotReceived,
    /// The unit does not exist on the day that counts: what took its place reports for it.
    NotThere,
}

/// A file that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LeftOut {
    /// Whose it is.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// From which units one figure comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsolidationUnits {
    /// Code of the phase.
    pub phase: String,
    /// The line.
    pub row: FigureRow,
    /// Every unit after its parent.
    pub units: Vec<ConsolidationUnit>,
}

/// What one unit brings to a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsolidationUnit {
    /// Which unit.
    pub unit: UnitId,
    /// Unit above it; `None`: ours.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// 0 directly below ours.
    pub depth: u8,
    /// Whether a report is expected of it.
    pub is_expected: bool,
    /// Where its report stands.
    pub state: ReceivedState,
    /// True if it is late.
    pub is_late: bool,
    /// Version of the file that is here; 0 without one.
    pub version: u32,
    /// The file; `None` without one.
    pub file: Option<ReceivedFileId>,
    /// True if it is in the total by its own file, false also where the figure that the unit above states counts instead.
    pub counts: bool,
    /// What it did itself.
    pub own: FigureCell,
    /// What it says of the units below it; `None` if it says nothing of them.
    pub stated: Option<FigureCell>,
    /// What the files of the units below it come to.
    pub files: FigureCell,
    /// Both together, nothing counted twice.
    pub total: FigureCell,
    /// Of how many units the total is, itself among them.
    pub coverage: Coverage,
    /// True if what it says of the units below is not what their files come to.
    pub differs: bool,
    /// Files and links that its report names.
    pub n_evidence: u32,
}

/// What a unit's report has behind its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitEvidence {
    /// The file.
    pub file: ReceivedFileId,
    /// Its name as it came.
    pub file_name: String,
    /// Day it came.
    pub received_on: NaiveDate,
    /// Who typed it in for the unit, by title; empty for what the unit wrote itself.
    pub entered_for: String,
    /// Files and links, with the titles of their activities in place of the codes.
    pub evidence: Vec<SentEvidence>,
}

/// A consolidation as it was frozen: what `content` of it is in the book, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenConsolidation {
    /// Of this structure: 1.
    pub format: u32,
    /// Code of the plan.
    pub plan: String,
    /// Code of the phase.
    pub phase: String,
    /// The day whose tree counted.
    pub on: NaiveDate,
    /// The cut-off: instant, UTC, RFC 3339.
    pub frozen_at: String,
    /// Of the reports.
    pub coverage: Coverage,
    /// Every line of the table of figures.
    pub figures: Vec<FrozenFigure>,
    /// The units of that day, each after its parent.
    pub units: Vec<FrozenUnit>,
}

/// A figure of the units below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFigure {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub split: String,
    /// The figure.
    pub below: SentAmount,
    /// Of how many units it is.
    pub coverage: Coverage,
}

/// A unit as it stood at the cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenUnit {
    /// Which unit.
    pub unit: UnitId,
    /// Its name then.
    pub name: String,
    /// 0 directly below ours.
    pub depth: u8,
    /// Whether its report was expected.
    pub is_expected: bool,
    /// Whether it was late.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_late: bool,
    /// What counted of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FrozenFile>,
}

/// A file that counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFile {
    /// Its version.
    pub version: u32,
    /// Hash of its payload, in hex.
    pub payload_sha256: String,
    /// Hash of the file as it came, in hex.
    pub file_sha256: String,
}

/// When a consolidation was frozen, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FrozenHead {
    /// The cut-off: instant, UTC, RFC 3339.
    pub frozen_at: String,
    /// The day of it.
    pub frozen_on: NaiveDate,
    /// Account on the PC; may be empty.
    pub who: String,
    /// What was said of it; may be empty.
    pub note: String,
    /// Hash of what was frozen, in hex.
    pub sha256: String,
    /// Units that were in it.
    pub n_units: u32,
}

/// What became of a unit since the cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SinceFrozen {
    /// Its report came since.
    Came,
    /// It sent another version since.
    Corrected,
    /// Its report does not count any more: it was returned or withdrawn.
    Left,
}

/// A unit that is no longer as at the cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChangedUnit {
    /// Which unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub change: SinceFrozen,
}

/// What has changed since the cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsolidationChanges {
    /// The cut-off.
    pub frozen: FrozenHead,
    /// Units that are no longer as they were.
    pub units: Vec<ChangedUnit>,
    /// Figures of the units below: then, and now.
    pub figures: Vec<FigureDifference>,
}

/// A section in the reading room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NarrativeSection {
    /// Code in the outline.
    pub code: String,
    /// "II", "2.1".
    pub number: String,
    /// Its title.
    pub title: String,
    /// Units that wrote it in words of their own.
    pub n_own: u32,
    /// Units of which the program wrote it.
    pub n_composed: u32,
    /// Units whose text was picked for our report and stands there still.
    pub n_picked: u32,
}

/// The texts of all units for one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Narratives {
    /// Code of the section.
    pub section: String,
    /// Texts that are nearly the same together: first what units wrote themselves, of those the ones of most units first.
    pub groups: Vec<NarrativeGroup>,
    /// Units whose report says nothing here.
    pub n_silent: u32,
}

/// Texts that are nearly the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NarrativeGroup {
    /// False for what the program wrote.
    pub is_own: bool,
    /// In the order of the tree.
    pub texts: Vec<NarrativeText>,
}

/// The text of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NarrativeText {
    /// Whose.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Out of which file.
    pub file: ReceivedFileId,
    /// The text, its figures as letters: they are those of the unit.
    pub text: RichText,
    /// True if it was picked for our report and stands there still.
    pub is_picked: bool,
}
