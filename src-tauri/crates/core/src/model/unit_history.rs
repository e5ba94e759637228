//! What the log says of one unit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Channel, HistoryEntry, Named, ReceivedState, ReminderChannel};

/// One line of a unit's history: an entry of the log that touched it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitHistoryEntry {
    /// The line of the log. Its subject and number are those of the whole change, which may have touched other units too.
    pub entry: HistoryEntry,
    /// What it meant for this unit; `None` where the name of the change says it all.
    pub event: Option<UnitEvent>,
}

/// What a change meant for one unit. Of an undo: what was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum UnitEvent {
    /// It was reminded of a report.
    Reminder {
        /// Of which phase.
        phase: Named,
        /// The step that had been reached, in days after the due day.
        step: i32,
        /// How.
        channel: ReminderChannel,
        /// The day.
        on: NaiveDate,
        /// May be empty.
        note: String,
    },
    /// Its report came, was sent back …
    Report {
        /// Of which phase.
        phase: Named,
        /// Where it stands since; `missing`: the entry was removed.
        state: ReceivedState,
        /// Day it came.
        on: Option<NaiveDate>,
        /// How it came.
        channel: Option<Channel>,
        /// May be empty.
        note: String,
    },
    /// It was given another day, or was let off, or no longer is.
    Exception {
        /// In which phase.
        phase: Named,
        /// Title of the activity; empty for the report of the phase.
        activity: String,
        /// Whether the exception holds since, and which.
        given: ExceptionGiven,
        /// Why it was made.
        reason: String,
    },
    /// Its congress.
    Congress {
        /// Day it is planned for.
        planned_on: Option<NaiveDate>,
        /// Day it was held.
        held_on: Option<NaiveDate>,
    },
}

/// What became of an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "given")]
pub enum ExceptionGiven {
    /// Another day.
    Later {
        /// Which.
        due_on: NaiveDate,
    },
    /// Nothing is expected.
    LetOff,
    /// It was taken back.
    Removed,
}
