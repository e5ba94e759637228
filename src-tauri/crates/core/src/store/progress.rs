//! What was said about activities: state, day, reason, note.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{ActivityId, ProgressState, UnitId};

/// Progress of one activity for one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredProgress {
    /// Where it stands.
    pub state: ProgressState,
    /// Day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Why it does not apply.
    pub reason: String,
    /// What was noted.
    pub note: String,
}

/// Progress of a unit, by activity; what nobody spoke of is not in it.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId) -> Result<BTreeMap<ActivityId, StoredProgress>> {
    let read = |row: &Row<'_>| {
        let progress = StoredProgress {
            state: code_column(row, "state")?,
            done_on: row.get("done_on")?,
            reason: row.get("reason")?,
            note: row.get("note")?,
        };
        Ok((ActivityId(row.get("activity_id")?), progress))
    };
    connection
        .prepare_cached("SELECT activity_id, state, done_on, reason, note FROM progress WHERE unit_id = ?1")
        .and_then(|mut statement| statement.query_map([unit.0], read)?.collect())
        .doing("reading the progress")
}

/// Writes state, day and reason; the note stays.
///
/// # Errors
/// What SQLite reports.
pub fn set_state(
    connection: &Connection,
    unit: UnitId,
    activity: ActivityId,
    (state, done_on, reason): (ProgressState, Option<NaiveDate>, &str),
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO progress (unit_id, activity_id, state, done_on, reason, note)
             VALUES (:unit, :activity, :state, :done_on, :reason, '')
             ON CONFLICT (unit_id, activity_id) DO UPDATE SET
                 state = excluded.state, done_on = excluded.done_on, reason = excluded.reason",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":activity": activity.0, ":state": code_of(state)?, ":done_on": done_on, ":reason": reason,
            })
        })
        .doing("writing the state of an activity")
        .map(drop)
}

/// Writes the note; the state stays.
///
/// # Errors
/// What SQLite reports.
pub fn set_note(connection: &Connection, unit: UnitId, activity: ActivityId, note: &str) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO progress (unit_id, activity_id, state, done_on, reason, note)
             VALUES (?1, ?2, 'not_started', NULL, '', ?3)
             ON CONFLICT (unit_id, activity_id) DO UPDATE SET note = excluded.note",
        )
        .and_then(|mut statement| statement.execute((unit.0, activity.0, note)))
        .doing("writing the note of an activity")
        .map(drop)
}

/// Removes what was said of an activity.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, unit: UnitId, activity: ActivityId) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM progress WHERE unit_id = ?1 AND activity_id = ?2")
        .and_then(|mut statement| statement.execute((unit.0, activity.0)))
        .doing("removing the state of an activity")
        .map(drop)
}
