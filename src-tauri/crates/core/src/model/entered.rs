//! A report that came on paper or by telephone, typed in for the unit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Channel, FigureState, ProgressState, ReportPayload};

/// What is typed in for a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EnteredReport {
    /// How it came: on paper, by telephone, as a Word or Excel file without data.
    pub channel: Channel,
    /// Who types it in, by title: "Chuyên viên Ban Tuyên giáo".
    pub entered_for: String,
    /// "12/BC-CĐCS"; may be empty.
    pub number: String,
    /// Day of the document.
    pub dated_on: Option<NaiveDate>,
    /// Day it came; `None`: today.
    pub received_on: Option<NaiveDate>,
    /// The figures; what is not in it was not reported.
    pub figures: Vec<EnteredFigure>,
    /// The texts, by section.
    pub texts: Vec<EnteredText>,
    /// The activities of which it says something.
    pub activities: Vec<EnteredActivity>,
}

/// A figure that is typed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EnteredFigure {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    pub split: String,
    /// `number` takes `text`; `not_reported` leaves the line out.
    pub state: FigureState,
    /// The number as typed.
    pub text: String,
    /// Ước tính.
    pub is_estimate: bool,
}

/// A text that is typed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EnteredText {
    /// Code of the section.
    pub section: String,
    /// Lines of plain text.
    pub text: String,
}

/// An activity of which the report says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EnteredActivity {
    /// Code of the activity.
    pub activity: String,
    /// Where it stands.
    pub state: ProgressState,
    /// Day it was done.
    pub done_on: Option<NaiveDate>,
}

/// What counts of a unit's report, to be looked at and typed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitReportContent {
    /// What it reports.
    pub payload: ReportPayload,
    /// Who typed it in; empty for what the unit wrote itself.
    pub entered_for: String,
    /// How it came.
    pub channel: Channel,
    /// Name of the file, or of the scan; empty if there is none.
    pub file_name: String,
    /// Hash of it.
    pub file_sha256: String,
}
