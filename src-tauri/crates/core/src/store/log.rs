//! The log of changes: triggers made from the schema write it, and rows are put back from it.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

pub use super::logged_row::{as_of_now, find_row, put_row};
use super::open::{columns, logged_tables};
use crate::error::{Doing as _, Result};
use crate::model::{HistoryEntry, Op, StepId, StepKind, StepLabel};

/// A row that changed, with its content before and after as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// Which table.
    pub table: String,
    /// Which row.
    pub row_id: i64,
    /// Content before; `None` for a row that was added.
    pub old: Option<String>,
    /// Content after; `None` for a row that was removed.
    pub new: Option<String>,
}

/// Makes the triggers that write the log, on this connection only. So they always fit the schema that was opened, and
/// a write outside of an operation is refused.
///
/// # Errors
/// What SQLite reports.
pub fn record_changes(connection: &Connection) -> Result<()> {
    let mut script = String::from("CREATE TEMP TABLE current_step (id INTEGER PRIMARY KEY) STRICT;\n");
    for table in logged_tables(connection)? {
        let names = columns(connection, &table)?;
        for (event, old, new) in
            [("INSERT", None, Some("NEW")), ("UPDATE", Some("OLD"), Some("NEW")), ("DELETE", Some("OLD"), None)]
        {
            script.push_str(&trigger(&table, event, old, new, &names));
        }
    }
    connection.execute_batch(&script).doing("preparing the log of changes")
}

/// Takes away what [`record_changes`] made: what is written then is in no log and cannot be taken back.
///
/// # Errors
/// What SQLite reports.
pub fn stop_recording(connection: &Connection) -> Result<()> {
    let mut script = String::new();
    for table in logged_tables(connection)? {
        for event in ["INSERT", "UPDATE", "DELETE"] {
            script.push_str(&format!("DROP TRIGGER temp.log_{event}_{table};\n"));
        }
    }
    script.push_str("DROP TABLE temp.current_step;");
    connection.execute_batch(&script).doing("ending the log of changes")
}

fn trigger(table: &str, event: &str, old: Option<&str>, new: Option<&str>, names: &[String]) -> String {
    let content = |row: Option<&str>| row.map_or("NULL".to_owned(), |row| row_as_json(row, names));
    let row = new.or(old).unwrap_or("NEW");
    format!(
        "CREATE TEMP TRIGGER log_{event}_{table} AFTER {event} ON main.{table} WHEN {} IS NOT {} BEGIN
           SELECT RAISE(ABORT, 'a change outside of an operation') WHERE NOT EXISTS (SELECT 1 FROM current_step);
           INSERT INTO change_row (step_id, table_name, row_id, old_row, new_row)
           SELECT id, '{table}', {row}.id, {}, {} FROM current_step;
         END;\n",
        content(old),
        content(new),
        content(old),
        content(new),
    )
}

pub(super) fn row_as_json(row: &str, names: &[String]) -> String {
    let pairs: Vec<String> = names.iter().map(|name| format!("'{name}', {row}.{name}")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// From here on the changes of this transaction belong to `step`.
///
/// # Errors
/// What SQLite reports.
pub fn begin_step(connection: &Connection, step: StepId) -> Result<()> {
    connection.execute("INSERT INTO current_step (id) VALUES (?1)", [step.0]).doing("beginning an operation").map(drop)
}

/// Ends what [`begin_step`] began and says how many rows changed.
///
/// # Errors
/// What SQLite reports.
pub fn end_step(connection: &Connection, step: StepId) -> Result<u64> {
    connection.execute("DELETE FROM current_step", []).doing("ending an operation")?;
    let rows: i64 = connection
        .query_row("SELECT count(*) FROM change_row WHERE step_id = ?1", [step.0], |row| row.get(0))
        .doing("counting the changes")?;
    Ok(rows.unsigned_abs())
}

/// Writes a step and gives its id. `of_step` is the change that an undo or redo speaks of.
///
/// # Errors
/// What SQLite reports.
pub fn add_step(
    connection: &Connection,
    kind: StepKind,
    of_step: Option<StepId>,
    entry: &NewStep<'_>,
) -> Result<StepId> {
    connection
        .prepare_cached(
            "INSERT INTO change_step (kind, of_step, op, subject, touched, at, who, state)
             VALUES (:kind, :of_step, :op, :subject, :touched, :at, :who, 'done')",
        )
        .and_then(|mut statement| {
            statement.insert(named_params! {
                ":kind": super::code_of(kind)?, ":of_step": of_step.map(|step| step.0), ":op": entry.op.code(),
                ":subject": entry.subject, ":touched": entry.count, ":at": entry.at, ":who": entry.who,
            })
        })
        .map(StepId)
        .doing("writing the log")
}

/// What [`add_step`] writes.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// The name of the change.
    pub op: Op,
    /// What it is about.
    pub subject: &'a str,
    /// How many things it touches.
    pub count: u32,
    /// Instant, UTC, RFC 3339.
    pub at: &'a str,
    /// Who does it.
    pub who: &'a str,
}

/// Whether a change holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It holds.
    Done,
    /// It was taken back and can be done again.
    Undone,
    /// It was taken back, and something else was done since.
    Gone,
}

impl StepState {
    fn code(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Undone => "undone",
            StepState::Gone => "gone",
        }
    }
}

/// Marks a change.
///
/// # Errors
/// What SQLite reports.
pub fn set_step_state(connection: &Connection, step: StepId, state: StepState) -> Result<()> {
    connection
        .execute("UPDATE change_step SET state = ?2 WHERE id = ?1", (step.0, state.code()))
        .doing("marking a change")
        .map(drop)
}

/// A new change makes those that were taken back unable to come again.
///
/// # Errors
/// What SQLite reports.
pub fn forget_undone(connection: &Connection) -> Result<()> {
    connection
        .execute("UPDATE change_step SET state = 'gone' WHERE kind = 'do' AND state = 'undone'", [])
        .doing("closing the list of changes to do again")
        .map(drop)
}

/// Takes an entry away that turned out to change nothing.
///
/// # Errors
/// What SQLite reports.
pub fn remove_empty_step(connection: &Connection, step: StepId) -> Result<()> {
    connection.execute("DELETE FROM change_step WHERE id = ?1", [step.0]).doing("removing an empty entry").map(drop)
}

const LABEL_COLUMNS: &str = "id, op, subject, touched";

fn row_to_label(row: &Row<'_>) -> rusqlite::Result<StepLabel> {
    let code: String = row.get("op")?;
    let op = Op::from_code(&code)
        .ok_or_else(|| rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, code.into()))?;
    Ok(StepLabel { step: StepId(row.get("id")?), op, subject: row.get("subject")?, count: row.get("touched")? })
}

/// The change that undo would take back: the last one that holds. The set-up of the book is not one of them: who presses
/// Ctrl+Z once too often must not stand before the first start again.
///
/// # Errors
/// What SQLite reports.
pub fn find_last_done(connection: &Connection) -> Result<Option<StepLabel>> {
    find_step(connection, "kind = 'do' AND state = 'done' AND op <> 'set_up' ORDER BY id DESC LIMIT 1", [])
}

/// The newest entry of the log and the instant at which it was made.
///
/// # Errors
/// What SQLite reports.
pub fn find_last(connection: &Connection) -> Result<Option<(StepId, String)>> {
    connection
        .query_row("SELECT id, at FROM change_step ORDER BY id DESC LIMIT 1", [], |row| {
            Ok((StepId(row.get(0)?), row.get(1)?))
        })
        .optional()
        .doing("reading the end of the log")
}

/// The change that redo would do again: the one that was taken back last.
///
/// # Errors
/// What SQLite reports.
pub fn find_last_undone(connection: &Connection) -> Result<Option<StepLabel>> {
    find_step(
        connection,
        "kind = 'do' AND state = 'undone' ORDER BY (
             SELECT max(later.id) FROM change_step AS later WHERE later.of_step = change_step.id) DESC LIMIT 1",
        [],
    )
}

/// A change that holds, by its id.
///
/// # Errors
/// What SQLite reports.
pub fn find_done(connection: &Connection, step: StepId) -> Result<Option<StepLabel>> {
    find_step(connection, "kind = 'do' AND state = 'done' AND op <> 'set_up' AND id = ?1", [step.0])
}

/// The last change after `step` that holds and touched the row.
///
/// # Errors
/// What SQLite reports.
pub fn find_later_change(connection: &Connection, step: StepId, row: &ChangedRow) -> Result<Option<StepLabel>> {
    find_step(
        connection,
        "kind = 'do' AND state = 'done' AND id > ?1 AND EXISTS (
             SELECT 1 FROM change_row WHERE step_id = change_step.id AND table_name = ?2 AND row_id = ?3)
         ORDER BY id DESC LIMIT 1",
        (step.0, &row.table, row.row_id),
    )
}

fn find_step(connection: &Connection, which: &str, values: impl rusqlite::Params) -> Result<Option<StepLabel>> {
    connection
        .prepare_cached(&format!("SELECT {LABEL_COLUMNS} FROM change_step WHERE {which}"))
        .and_then(|mut statement| statement.query_row(values, row_to_label).optional())
        .doing("looking up a change")
}

/// Rows that a step changed, in the order in which it did.
///
/// # Errors
/// What SQLite reports.
pub fn list_changed_rows(connection: &Connection, step: StepId) -> Result<Vec<ChangedRow>> {
    let read = |row: &Row<'_>| {
        Ok(ChangedRow {
            table: row.get("table_name")?,
            row_id: row.get("row_id")?,
            old: row.get("old_row")?,
            new: row.get("new_row")?,
        })
    };
    connection
        .prepare_cached("SELECT table_name, row_id, old_row, new_row FROM change_row WHERE step_id = ?1 ORDER BY id")
        .and_then(|mut statement| statement.query_map([step.0], read)?.collect())
        .doing("reading the changes")
}

/// The log, the newest first.
///
/// # Errors
/// What SQLite reports.
pub fn list_steps(connection: &Connection, limit: u32) -> Result<Vec<HistoryEntry>> {
    list_entries(connection, "1", [], limit)
}

/// The log of everything about one activity of one unit, the newest first.
///
/// # Errors
/// What SQLite reports.
pub fn list_steps_of_activity(connection: &Connection, activity: i64, limit: u32) -> Result<Vec<HistoryEntry>> {
    list_entries(
        connection,
        "EXISTS (SELECT 1 FROM change_row WHERE step_id = entry.id AND (
             (table_name = 'activity' AND row_id = ?1)
             OR ifnull(new_row, old_row) ->> '$.activity_id' = ?1))",
        [activity],
        limit,
    )
}

pub(super) fn list_entries(
    connection: &Connection,
    which: &str,
    values: impl rusqlite::Params,
    limit: u32,
) -> Result<Vec<HistoryEntry>> {
    let sql = format!(
        "SELECT ifnull(entry.of_step, entry.id) AS id, entry.op, entry.subject, entry.touched,
                entry.kind, entry.at, entry.who, entry.state
         FROM change_step AS entry WHERE {which} ORDER BY entry.id DESC LIMIT {limit}"
    );
    let read = |row: &Row<'_>| {
        let state: String = row.get("state")?;
        Ok(HistoryEntry {
            label: row_to_label(row)?,
            kind: super::code_column(row, "kind")?,
            at: row.get("at")?,
            who: row.get("who")?,
            is_undone: state != "done",
        })
    };
    connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_map(values, read)?.collect())
        .doing("reading the log")
}

/// How often an operation was carried out, those taken back included.
///
/// # Errors
/// What SQLite reports.
pub fn count_of(connection: &Connection, op: Op) -> Result<u32> {
    connection
        .query_row("SELECT count(*) FROM change_step WHERE kind = 'do' AND op = ?1", [op.code()], |row| row.get(0))
        .doing("counting operations")
}
