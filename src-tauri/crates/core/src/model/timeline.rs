//! The campaign on a line of time, and the first screen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ChangedSinceSent, ChecklistItem, MilestoneView, PhaseHead, ProgressState, ReportRow};

/// A part of a phase: before, during, after the congress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StageSpan {
    /// Code in the plan.
    pub code: String,
    /// "Trước", "Trong", "Sau".
    pub name: String,
    /// First day, if it is known.
    pub starts_on: Option<NaiveDate>,
    /// Last day, if it is known.
    pub ends_on: Option<NaiveDate>,
}

/// A phase on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TimelinePhase {
    /// Dates and counts.
    pub head: PhaseHead,
    /// First day to draw it from: the day itself, or the earliest that is possible.
    pub drawn_from: NaiveDate,
    /// Last day to draw it to: the day itself, or the latest that is possible.
    pub drawn_to: NaiveDate,
    /// Its stages; none in the first phase.
    pub stages: Vec<StageSpan>,
}

/// A lane: one form of communication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lane {
    /// Code of the form.
    pub form: String,
    /// Name of the form.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Place in the plan: "IV.1.1".
    pub place: String,
    /// Activities that count.
    pub n_applicable: u32,
    /// Activities that are done.
    pub n_done: u32,
}

/// An activity on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TimelineBar {
    /// Code of the activity.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Code of the form whose lane it stands in.
    pub lane: String,
    /// Code of its phase.
    pub phase: String,
    /// Number of its phase, for the colour.
    pub phase_number: u8,
    /// First day, if it is known.
    pub starts_on: Option<NaiveDate>,
    /// Day it is due, if it is known.
    pub due_on: Option<NaiveDate>,
    /// First day to draw it from: the day itself, or the earliest that is possible.
    pub drawn_from: NaiveDate,
    /// Last day to draw it to: the day itself, or the latest that is possible.
    pub drawn_to: NaiveDate,
    /// Where it stands.
    pub state: ProgressState,
    /// Days late, if it is.
    pub days_late: Option<i32>,
    /// True for one that the unit added itself.
    pub is_own: bool,
}

/// The whole campaign on a line of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Timeline {
    /// Today.
    pub today: NaiveDate,
    /// First day to draw.
    pub from: NaiveDate,
    /// Last day to draw.
    pub to: NaiveDate,
    /// The phases.
    pub phases: Vec<TimelinePhase>,
    /// All milestones, boundaries included.
    pub milestones: Vec<MilestoneView>,
    /// The lanes in the order of the plan.
    pub lanes: Vec<Lane>,
    /// The activities.
    pub bars: Vec<TimelineBar>,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Overview {
    /// Today.
    pub today: NaiveDate,
    /// All phases.
    pub phases: Vec<PhaseHead>,
    /// Code of the phase that runs today, or of the next one, or of the last one when all are over.
    pub phase_in_view: String,
    /// Days until the end of the phase in view; negative when it is over, `None` if its end is unknown.
    pub days_left: Option<i32>,
    /// What is late, the longest first, over all phases.
    pub late: Vec<ChecklistItem>,
    /// What is due from today to the coming Sunday, and not done.
    pub this_week: Vec<ChecklistItem>,
    /// What comes after this week, the nearest first; at most ten.
    pub upcoming: Vec<ChecklistItem>,
    /// The next congress that is not over.
    pub next_congress: Option<MilestoneView>,
    /// The report that is due next, or late.
    pub next_report: Option<ReportRow>,
    /// Reports that were sent and whose figures or ticks have changed since.
    pub changed_reports: Vec<ChangedSinceSent>,
}
