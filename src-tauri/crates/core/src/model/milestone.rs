//! Milestones: the events that dates hang on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How sure the day of a milestone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Nobody has said a day.
    Unknown,
    /// A day is expected and may move.
    Expected,
    /// The day is fixed.
    Fixed,
}

/// What a milestone is, which decides its sign on the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// A congress: a disc with a star.
    Congress,
    /// A day until which something must be done: a diamond.
    Deadline,
    /// A day of remembrance or a holiday: a star.
    Anniversary,
    /// Start or end of a phase that the plan does not date: no sign of its own.
    Boundary,
    /// The plan was issued.
    Issue,
}

/// A milestone with the day that holds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MilestoneView {
    /// Code in the plan.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short name for the timeline.
    pub short_name: String,
    /// What it is.
    pub kind: MilestoneKind,
    /// How sure its day is.
    pub certainty: Certainty,
    /// First day; `None` while it is unknown.
    pub on: Option<NaiveDate>,
    /// Last day of an event of several days.
    pub until: Option<NaiveDate>,
    /// Earliest day that is possible while it is unknown.
    pub not_before: Option<NaiveDate>,
    /// Latest day that is possible while it is unknown.
    pub not_after: Option<NaiveDate>,
    /// Code of the milestone that it is reckoned from, where it has a rule.
    pub from_milestone: Option<String>,
    /// Days after (or, negative, before) `from_milestone`.
    pub days: Option<i32>,
    /// True where the day is a proposal of the program and not in a document.
    pub is_proposed: bool,
    /// True where the user has set it, and so it no longer follows the plan.
    pub is_changed: bool,
    /// Why the user set it.
    pub reason: String,
    /// Where the day comes from: place in the plan, or another document.
    pub source: String,
}

/// What the user says about a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MilestoneSetting {
    /// Code in the plan.
    pub code: String,
    /// How sure the day is. With `unknown` the days are ignored.
    pub certainty: Certainty,
    /// First day.
    pub on: Option<NaiveDate>,
    /// Last day, if it takes several.
    pub until: Option<NaiveDate>,
    /// Why, for instance the letter that set it; may be empty.
    pub reason: String,
}

/// One thing whose dates would move, or have moved, with a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MovedItem {
    /// What moves.
    pub kind: MovedKind,
    /// Code of the phase, milestone or activity.
    pub code: String,
    /// Its title.
    pub title: String,
    /// First day before the change.
    pub old_starts_on: Option<NaiveDate>,
    /// Last day before the change.
    pub old_ends_on: Option<NaiveDate>,
    /// First day after the change.
    pub new_starts_on: Option<NaiveDate>,
    /// Last day after the change.
    pub new_ends_on: Option<NaiveDate>,
}

/// What a [`MovedItem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MovedKind {
    /// A phase.
    Phase,
    /// Another milestone.
    Milestone,
    /// An activity.
    Activity,
    /// The due day of a phase report.
    Report,
}
