//! Who is to be reminded of a report, and how.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{UnitContact, UnitId};

/// How somebody is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReminderChannel {
    /// A line for a chat.
    Chat,
    /// An e-mail.
    Email,
    /// An official letter.
    Letter,
    /// By telephone.
    Telephone,
}

/// One unit that is to be reminded of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReminderRow {
    /// Which unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Day the report is due.
    pub due_on: NaiveDate,
    /// Days late; negative: days left.
    pub days_late: i32,
    /// The step that has been reached: -7, 0, 3 or 7 days after the due day.
    pub step: i32,
    /// Whether it was reminded at this step already.
    pub is_reminded: bool,
    /// Reminders so far, of any step.
    pub n_reminders: u32,
    /// Day of the last one.
    pub reminded_on: Option<NaiveDate>,
    /// How it was reminded then.
    pub channel: Option<ReminderChannel>,
    /// Whom one writes to or calls.
    pub contacts: Vec<UnitContact>,
    /// The line to paste into a chat.
    pub chat: String,
}

/// Who is to be reminded of the report of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReminderList {
    /// Code of the phase.
    pub phase: String,
    /// Units that are late, or due within 7 days, the latest first.
    pub rows: Vec<ReminderRow>,
}

/// A line of the record: who was reminded of a report, when and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecordedReminder {
    /// Which unit.
    pub unit: UnitId,
    /// Its last name.
    pub name: String,
    /// The step that had been reached, in days after the due day.
    pub step: i32,
    /// How.
    pub channel: ReminderChannel,
    /// The day.
    pub on: NaiveDate,
    /// May be empty.
    pub note: String,
}

/// What the official says in the letter that reminds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LetterInput {
    /// Number, without the symbol; empty prints a gap to fill in by hand.
    pub number: String,
    /// Day of the letter; `None` prints a gap.
    pub dated_on: Option<NaiveDate>,
    /// Day until which the report is asked for.
    pub until: NaiveDate,
}
