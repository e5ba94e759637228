//! The history of one unit: what the log says of it, and what each change meant for it.
//!
//! The log is the only source, so that nothing is told twice. What a sample was filled with past the log is no change and
//! is not told here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::book::Book;
use crate::error::Result;
use crate::model::{
    Channel, ExceptionGiven, HistoryEntry, Named, ReceivedState, ReminderChannel, StepId, UnitEvent, UnitHistoryEntry,
    UnitId,
};
use crate::plan::Plan;
use crate::store;
use crate::store::log::ChangedRow;

impl Book {
    /// What was done to a unit, the newest first. As in the log of the book, a change that was taken back stays and is
    /// marked, and the undo has a line of its own.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn unit_history(&self, unit: UnitId, limit: u32) -> Result<Vec<UnitHistoryEntry>> {
        let plan = self.current()?.plan;
        let unit = store::organisation::unit::get(&self.connection, unit)?.id;
        let entries = store::unit_history::list_steps(&self.connection, unit, limit)?;
        let rows = store::unit_history::list_changed_rows(&self.connection, unit)?;
        Ok(entries.into_iter().map(|entry| with_event(&plan, &rows, entry)).collect())
    }
}

/// An undo speaks of the rows of the change that it took back, and so does a redo.
fn with_event(plan: &Plan, rows: &BTreeMap<StepId, Vec<ChangedRow>>, entry: HistoryEntry) -> UnitHistoryEntry {
    let changed = rows.get(&entry.label.step).map(Vec::as_slice).unwrap_or_default();
    let event = changed.iter().find_map(|row| event(plan, row));
    UnitHistoryEntry { entry, event }
}

/// What one row says; `None` for places and contacts, of which the name of the change says enough, and for a row that a
/// later program wrote in another form.
fn event(plan: &Plan, row: &ChangedRow) -> Option<UnitEvent> {
    match row.table.as_str() {
        "reminder" => reminder(plan, row),
        "received_report" => report(plan, row),
        "exception" => exception(plan, row),
        "congress" => congress(row),
        _ => None,
    }
}

#[derive(Deserialize)]
struct LoggedReminder {
    phase: String,
    step: i32,
    channel: ReminderChannel,
    reminded_on: NaiveDate,
    note: String,
}

fn reminder(plan: &Plan, row: &ChangedRow) -> Option<UnitEvent> {
    let LoggedReminder { phase, step, channel, reminded_on, note } = read(row)?.content;
    Some(UnitEvent::Reminder { phase: named(plan, phase), step, channel, on: reminded_on, note })
}

#[derive(Deserialize)]
struct LoggedReport {
    phase: String,
    state: ReceivedState,
    received_on: NaiveDate,
    channel: Channel,
    note: String,
}

fn report(plan: &Plan, row: &ChangedRow) -> Option<UnitEvent> {
    let Logged { content: LoggedReport { phase, state, received_on, channel, note }, remains } = read(row)?;
    let phase = named(plan, phase);
    Some(if remains {
        UnitEvent::Report { phase, state, on: Some(received_on), channel: Some(channel), note }
    } else {
        UnitEvent::Report { phase, state: ReceivedState::Missing, on: None, channel: None, note: String::new() }
    })
}

#[derive(Deserialize)]
struct LoggedException {
    phase: String,
    activity: String,
    due_on: Option<NaiveDate>,
    reason: String,
}

fn exception(plan: &Plan, row: &ChangedRow) -> Option<UnitEvent> {
    let Logged { content: LoggedException { phase, activity, due_on, reason }, remains } = read(row)?;
    let given = match due_on {
        _ if !remains => ExceptionGiven::Removed,
        Some(due_on) => ExceptionGiven::Later { due_on },
        None => ExceptionGiven::LetOff,
    };
    let title = plan.activities.iter().find(|known| known.code == activity).map(|known| known.title.clone());
    Some(UnitEvent::Exception { phase: named(plan, phase), activity: title.unwrap_or(activity), given, reason })
}

#[derive(Deserialize)]
struct LoggedCongress {
    planned_on: Option<NaiveDate>,
    held_on: Option<NaiveDate>,
}

fn congress(row: &ChangedRow) -> Option<UnitEvent> {
    let LoggedCongress { planned_on, held_on } = read(row)?.content;
    Some(UnitEvent::Congress { planned_on, held_on })
}

/// A row as the log kept it.
struct Logged<T> {
    content: T,
    /// False for a row that was removed; its content is what it was.
    remains: bool,
}

fn read<T: DeserializeOwned>(row: &ChangedRow) -> Option<Logged<T>> {
    let text = row.new.as_deref().or(row.old.as_deref())?;
    serde_json::from_str(text).ok().map(|content| Logged { content, remains: row.new.is_some() })
}

fn named(plan: &Plan, code: String) -> Named {
    let name = plan.phases.iter().find(|phase| phase.code == code).map(|phase| phase.name.clone());
    Named { name: name.unwrap_or_else(|| code.clone()), code }
}
