//! What is expected of the units below ours, what has come, and how the office counts it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{UnitId, UnitLevel};

/// Which day of a report decides whether it is late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LateBy {
    /// The day on the document.
    Signed,
    /// The day the unit sent it.
    Sent,
    /// The day it came to our office.
    #[default]
    Received,
}

/// How a report came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A file of this program.
    Program,
    /// A Word document.
    Word,
    /// An Excel form.
    Excel,
    /// On paper.
    Paper,
    /// By telephone.
    Telephone,
}

/// Where the report of a unit below stands in our office.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReceivedState {
    /// Chưa có.
    #[default]
    Missing,
    /// Đã nhận.
    Received,
    /// Trả lại: it has to come again, and counts as not yet there.
    Returned,
    /// Chấp nhận.
    Accepted,
    /// The unit took it back; counts as not yet there.
    Withdrawn,
}

/// What is entered for one unit's report, or for many at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Receipt {
    /// Where it stands; `missing` removes the entry.
    pub state: ReceivedState,
    /// Day on the document.
    pub signed_on: Option<NaiveDate>,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Day it came; `None` takes today.
    pub received_on: Option<NaiveDate>,
    /// How it came.
    pub channel: Channel,
    /// False for a report that says nothing; it does not count as one.
    pub has_content: bool,
    /// May be empty.
    pub note: String,
}

/// How one expected report counts. Exactly one of them holds, so the three add up to what is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Punctuality {
    /// Đúng hạn: there, and not late.
    OnTime,
    /// Trễ: there, and late.
    Late,
    /// Chưa có: not there, returned, withdrawn or without content; whether it is overdue is told by the days.
    NotYet,
}

/// Numerators and their one denominator. Never more than all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportRate {
    /// Reports that are expected.
    pub expected: u32,
    /// There, and not late.
    pub on_time: u32,
    /// There, and late.
    pub late: u32,
    /// Not there.
    pub not_yet: u32,
    /// Of those not there: past their due day.
    pub overdue: u32,
    /// Reports that came although none is expected (exempted, or the unit has ended); in no other number.
    pub unexpected: u32,
}

/// One unit in the register of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RegisterRow {
    /// Which unit.
    pub unit: UnitId,
    /// Unit above it; `None`: ours.
    pub parent: Option<UnitId>,
    /// Its name on the day that counts.
    pub name: String,
    /// Its level then.
    pub level: UnitLevel,
    /// Code of its kind.
    pub kind: String,
    /// 0 directly below our unit.
    pub depth: u8,
    /// Whether a report is expected of it.
    pub is_expected: bool,
    /// Why not, or why on another day: the reason of the exception; empty without one.
    pub exception: String,
    /// Day it is due; `None` while unknown, or where nothing is expected.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: ReceivedState,
    /// How it counts; `None` where nothing is expected.
    pub punctuality: Option<Punctuality>,
    /// Days late by the rule of the office: of one that is there, or until today of one that is not.
    pub days_late: Option<i32>,
    /// Days until it is due.
    pub days_left: Option<i32>,
    /// Day on the document.
    pub signed_on: Option<NaiveDate>,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Day it came: the first version that said something.
    pub received_on: Option<NaiveDate>,
    /// Day on which the file that counts now came, where that is a later one.
    pub corrected_on: Option<NaiveDate>,
    /// How it came.
    pub channel: Option<Channel>,
    /// False for a report without content.
    pub has_content: bool,
    /// Note of our office.
    pub note: String,
    /// Day of the last reminder.
    pub reminded_on: Option<NaiveDate>,
    /// The unit itself and all units below it.
    pub rate: ReportRate,
}

/// By which structure a register adds up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StructureOf {
    /// The tree on the last day of the phase (today, while it runs).
    #[default]
    Then,
    /// The tree of today: what a unit that has since gone up in another one reported counts there.
    Today,
}

/// The register of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Register {
    /// Code of the phase.
    pub phase: String,
    /// The day whose tree is shown.
    pub on: NaiveDate,
    /// By which structure.
    pub structure: StructureOf,
    /// Which day decides.
    pub late_by: LateBy,
    /// Every unit after its parent.
    pub rows: Vec<RegisterRow>,
    /// All of them.
    pub total: ReportRate,
}

/// The total of the register of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhaseRate {
    /// Code and name of the phase.
    pub phase: super::Named,
    /// All units below ours.
    pub rate: ReportRate,
}

/// The report of one unit for one phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitReport {
    /// Code and name of the phase.
    pub phase: super::Named,
    /// Its line in the register; `None` if the unit does not exist on the day that counts and nothing came of it.
    pub row: Option<RegisterRow>,
}

/// A due day for all units of a level: of their reports, or of one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LevelDue {
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity; empty for the report of the phase.
    pub activity: String,
    /// The level.
    pub level: UnitLevel,
    /// `None` takes the rule of the campaign, or the day of the plan, again.
    pub due_on: Option<NaiveDate>,
}

/// What a phase asks of units below ours, whoever they are: its report, or an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Duty {
    /// Code of the activity; empty for the report of the phase.
    pub activity: String,
    /// What it is.
    pub title: String,
    /// Levels of units that it is for.
    pub levels: Vec<UnitLevel>,
    /// Day it is due for a level without a day of its own.
    pub due_on: Option<NaiveDate>,
}

/// One unit is given another day, or is not expected to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitException {
    /// Which unit.
    pub unit: UnitId,
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity; empty for the report of the phase.
    pub activity: String,
    /// The other day; `None`: not expected.
    pub due_on: Option<NaiveDate>,
    /// Why; never empty.
    pub reason: String,
    /// Who allowed it, by title.
    pub allowed_by: String,
    /// The document that allows it; may be empty.
    pub document: String,
}

/// What is expected of one unit: everything with the day it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExpectedItem {
    /// Code of the activity; empty for the report of the phase.
    pub activity: String,
    /// Code of the phase.
    pub phase: String,
    /// What it is.
    pub title: String,
    /// Day it is due.
    pub due_on: Option<NaiveDate>,
    /// The exception, if there is one.
    pub exception: Option<UnitException>,
    /// State of the activity as the unit's reports say it; `None` where nothing is known yet.
    pub state: Option<super::ProgressState>,
}

/// How a change of a unit's facts or kind changes what is expected of it. What the unit was let off is not expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExpectationChange {
    /// Now expected and not before.
    pub added: Vec<ExpectedItem>,
    /// Expected before and no longer.
    pub removed: Vec<ExpectedItem>,
    /// Expected before and still, on another day, which stands here.
    pub redated: Vec<ExpectedItem>,
}

/// A line of what a change of a kind changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExpectationCount {
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity; empty for the report of the phase.
    pub activity: String,
    /// What it is.
    pub title: String,
    /// For how many units.
    pub n_units: u32,
}

/// How another level of a kind changes what is expected of the units of that kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindExpectation {
    /// Units for which something changes.
    pub n_units: u32,
    /// Now expected and not before.
    pub added: Vec<ExpectationCount>,
    /// Expected before and no longer.
    pub removed: Vec<ExpectationCount>,
    /// Expected before and still, on another day.
    pub redated: Vec<ExpectationCount>,
}

/// A column of the board: a phase, or a stage of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoardColumn {
    /// Code of the phase.
    pub phase: String,
    /// Code of the stage; empty for the whole phase.
    pub stage: String,
    /// Heading.
    pub title: String,
    /// False before its first day: no number is shown.
    pub is_open: bool,
}

/// One cell: activities done of those that apply, for the unit and all below it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoardCell {
    /// Finished.
    pub done: u32,
    /// That apply.
    pub applicable: u32,
}

/// One unit on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoardRow {
    /// Which unit.
    pub unit: UnitId,
    /// Unit above it; `None`: ours.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// 0 directly below our unit.
    pub depth: u8,
    /// One per column; the window gets those up to the last open one.
    pub cells: Vec<BoardCell>,
    /// Its reports and those below it, one per phase.
    pub reports: Vec<ReportRate>,
    /// Days by which its own reports are overdue or were late, one per phase.
    pub days_late: Vec<Option<i32>>,
    /// True if one of them is or was.
    pub has_late: bool,
}

/// The board: units by phases and stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Board {
    /// The columns.
    pub columns: Vec<BoardColumn>,
    /// Codes and names of the phases, for the reports.
    pub phases: Vec<super::Named>,
    /// Every unit after its parent.
    pub rows: Vec<BoardRow>,
    /// All of them.
    pub total: BoardRow,
}

impl Board {
    /// Without the cells behind the last open column: no number is shown there, and those of thousands of units are felt on the
    /// way to the window.
    #[must_use]
    pub fn without_closed(mut self) -> Board {
        let open = self.columns.iter().rposition(|column| column.is_open).map_or(0, |last| last + 1);
        self.rows.iter_mut().chain([&mut self.total]).for_each(|row| row.cells.truncate(open));
        self
    }
}
