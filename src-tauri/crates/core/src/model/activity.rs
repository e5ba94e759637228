//! Activities of a phase as a checklist, and all that is known of one of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Evidence, FigureRow, HistoryEntry};

/// State of one activity for one unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ProgressState {
    /// Chưa làm.
    #[default]
    NotStarted,
    /// Đang làm.
    Doing,
    /// Đã xong, with its day.
    Done,
    /// Không áp dụng, with the reason.
    NotApplicable,
}

/// What is said about the state of one activity or of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProgressChange {
    /// The new state.
    pub state: ProgressState,
    /// Day on which it was done; `None` takes today. Ignored for the other states.
    pub done_on: Option<NaiveDate>,
    /// Why it does not apply; needed for that state, ignored for the others.
    pub reason: String,
}

/// A phase with its dates and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhaseHead {
    /// Code in the plan: "dot1".
    pub code: String,
    /// 1, 2, 3.
    pub number: u8,
    /// "Đợt 1".
    pub name: String,
    /// What the phase is about, short.
    pub title: String,
    /// First day, if it is known.
    pub starts_on: Option<NaiveDate>,
    /// Last day, if it is known.
    pub ends_on: Option<NaiveDate>,
    /// True where start or end is a proposal of the program.
    pub is_proposed: bool,
    /// Milestone that must be known before the phase has both dates.
    pub waits_for: Option<String>,
    /// Today lies within it.
    pub is_current: bool,
    /// How far it is.
    pub counts: PhaseCounts,
    /// Day on which its report is due.
    pub report_due_on: Option<NaiveDate>,
}

/// Activities of a phase, counted. `done + doing + not_started = applicable`; late and due soon are among those not done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhaseCounts {
    /// Activities that count: all but those marked not applicable.
    pub applicable: u32,
    /// Đã xong.
    pub done: u32,
    /// Đang làm.
    pub doing: u32,
    /// Chưa làm.
    pub not_started: u32,
    /// Không áp dụng.
    pub not_applicable: u32,
    /// Not done, and due before today.
    pub late: u32,
    /// Not done, and due today or within the next seven days.
    pub due_soon: u32,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChecklistItem {
    /// Code of the activity, unique in the campaign.
    pub code: String,
    /// Short imperative title.
    pub title: String,
    /// Code of the group under which the checklist shows it.
    pub group: String,
    /// Code of its phase.
    pub phase: String,
    /// Code of its stage, if it belongs to one.
    pub stage: Option<String>,
    /// Codes of its forms of communication, the main one first.
    pub forms: Vec<String>,
    /// First day, if it is known.
    pub starts_on: Option<NaiveDate>,
    /// Day it is due, if it is known.
    pub due_on: Option<NaiveDate>,
    /// True where the day is a proposal of the program.
    pub is_proposed: bool,
    /// Where it stands.
    pub state: ProgressState,
    /// Day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Why it does not apply.
    pub reason: String,
    /// Days after the due day, for one that is not done: 1 or more; `None` if not late.
    pub days_late: Option<i32>,
    /// Days until the due day, for one that is not done nor late.
    pub days_left: Option<i32>,
    /// True if something is noted.
    pub has_note: bool,
    /// Files and links.
    pub n_evidence: u32,
    /// Figures entered for it.
    pub n_figures: u32,
    /// True for one that the unit added itself.
    pub is_own: bool,
    /// Place in the plan, short: "III.1".
    pub place: String,
}

/// A heading of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChecklistGroup {
    /// Code in the plan.
    pub code: String,
    /// Name on the screen.
    pub name: String,
}

/// The checklist of one phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Checklist {
    /// The phase.
    pub phase: PhaseHead,
    /// Groups in the order of the plan; those without an item are left out.
    pub groups: Vec<ChecklistGroup>,
    /// Items in the order of the groups.
    pub items: Vec<ChecklistItem>,
}

/// All that is known of one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActivityDetail {
    /// Its line in the checklist.
    pub item: ChecklistItem,
    /// What is meant, in a few sentences.
    pub explanation: String,
    /// Place in the plan, in full: "Mục III.1, gạch đầu dòng thứ nhất".
    pub place: String,
    /// Who must do it, in words.
    pub who: String,
    /// Contents of the plan's section II that it serves.
    pub contents: Vec<String>,
    /// What the official noted.
    pub note: String,
    /// Files and links.
    pub evidence: Vec<Evidence>,
    /// Figures that belong to it; those that the plan suggests come first.
    pub figures: Vec<FigureRow>,
    /// Code of the plan's activity it is attached to, for one of our own.
    pub attached_to: Option<String>,
    /// Its last changes, the newest first.
    pub history: Vec<HistoryEntry>,
}

/// An activity of the unit's own, as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OwnActivity {
    /// Code of the plan's activity that it is attached to; it takes phase, stage and group from it.
    pub attached_to: String,
    /// Short title.
    pub title: String,
    /// What is meant; may be empty.
    pub explanation: String,
    /// Codes of forms, the main one first; empty takes those of `attached_to`.
    pub forms: Vec<String>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Day it is due; not before `starts_on`.
    pub due_on: NaiveDate,
}
