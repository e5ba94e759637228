//! Named operations: one transaction, one entry in the log, one step of undo.
//!
//! The same log serves undo, redo and audit, and is kept in the book, so undo works after a restart. Nobody writes
//! change rows by hand: triggers do (see [`crate::store::log`]). Undo puts rows back as they were before a change, and
//! refuses if one of them is no longer as the change left it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Doing as _, Error, ErrorCode, Result};
use crate::model::{Op, Outcome, StepId, StepKind, StepLabel};
use crate::store::log::{self, ChangedRow, NewStep, StepState};

/// When something is done, and by whom. The core has no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The instant, for the log.
    pub now: DateTime<Utc>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// Name of the account on the PC.
    pub who: String,
}

impl Moment {
    /// The instant as the book keeps it.
    pub fn instant(&self) -> String {
        self.now.to_rfc3339_opts(SecondsFormat::Millis, true)
    }
}

/// A change before it is made: its name, and what the user will read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its name.
    pub op: Op,
    /// What it is about; may be empty.
    pub subject: String,
    /// How many things it touches.
    pub count: u32,
}

impl Change {
    /// A change of one thing.
    pub fn of(op: Op, subject: impl Into<String>) -> Change {
        Change { op, subject: subject.into(), count: 1 }
    }
}

/// Makes a change: everything in `write`, or nothing. A change that alters no row leaves no entry.
///
/// # Errors
/// What `write` returns; the book is then as it was.
pub fn transact(
    connection: &mut Connection,
    moment: &Moment,
    change: &Change,
    write: impl FnOnce(&Transaction<'_>) -> Result<()>,
) -> Result<Outcome> {
    let transaction = begin(connection)?;
    let at = moment.instant();
    let entry = NewStep { op: change.op, subject: &change.subject, count: change.count, at: &at, who: &moment.who };
    let step = log::add_step(&transaction, StepKind::Do, None, &entry)?;
    log::begin_step(&transaction, step)?;
    write(&transaction)?;
    let outcome = if log::end_step(&transaction, step)? == 0 {
        log::remove_empty_step(&transaction, step)?;
        Outcome { step: None }
    } else {
        log::forget_undone(&transaction)?;
        Outcome { step: Some(StepLabel { step, op: change.op, subject: change.subject.clone(), count: change.count }) }
    };
    transaction.commit().doing("saving a change")?;
    Ok(outcome)
}

/// Says whether the book still makes sense after these rows were put back. Two changes may depend on each other without
/// touching the same row; only the rooms know that.
pub type IsSound = fn(&Connection, &[ChangedRow]) -> Result<bool>;

/// Takes a change back; `None` takes the last one.
///
/// # Errors
/// `nothing_to_undo`, or `touched_later` if a later change touched the same thing.
pub fn undo(connection: &mut Connection, moment: &Moment, step: Option<StepId>, is_sound: IsSound) -> Result<Outcome> {
    let transaction = begin(connection)?;
    let found = match step {
        Some(step) => log::find_done(&transaction, step)?,
        None => log::find_last_done(&transaction)?,
    };
    let label = found.ok_or_else(|| Error::refused(ErrorCode::NothingToUndo, "taking back a change"))?;
    let mut rows = log::list_changed_rows(&transaction, label.step)?;
    rows.reverse();
    refuse_if_touched(&transaction, &label, &rows, |row| row.new.as_deref())?;
    replay(&transaction, moment, &label, StepKind::Undo, &rows, |row| row.old.as_deref())?;
    refuse_unless_sound(&transaction, &label, &rows, is_sound)?;
    log::set_step_state(&transaction, label.step, StepState::Undone)?;
    transaction.commit().doing("taking back a change")?;
    Ok(Outcome { step: Some(label) })
}

/// Does the change again that was taken back last.
///
/// # Errors
/// `nothing_to_redo`, or `touched_later`.
pub fn redo(connection: &mut Connection, moment: &Moment, is_sound: IsSound) -> Result<Outcome> {
    let transaction = begin(connection)?;
    let label = log::find_last_undone(&transaction)?
        .ok_or_else(|| Error::refused(ErrorCode::NothingToRedo, "doing a change again"))?;
    let rows = log::list_changed_rows(&transaction, label.step)?;
    refuse_if_touched(&transaction, &label, &rows, |row| row.old.as_deref())?;
    replay(&transaction, moment, &label, StepKind::Redo, &rows, |row| row.new.as_deref())?;
    refuse_unless_sound(&transaction, &label, &rows, is_sound)?;
    log::set_step_state(&transaction, label.step, StepState::Done)?;
    transaction.commit().doing("doing a change again")?;
    Ok(Outcome { step: Some(label) })
}

fn begin(connection: &mut Connection) -> Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("beginning a change")
}

/// Every row must be as the change left it. `rows` come in the order in which they will be put back, and `left` is what
/// the first of several entries of one row says of it.
fn refuse_if_touched(
    transaction: &Transaction<'_>,
    label: &StepLabel,
    rows: &[ChangedRow],
    left: impl Fn(&ChangedRow) -> Option<&str>,
) -> Result<()> {
    let mut expected: BTreeMap<(&str, i64), &ChangedRow> = BTreeMap::new();
    for row in rows {
        expected.entry((row.table.as_str(), row.row_id)).or_insert(row);
    }
    for row in expected.into_values() {
        let left = log::as_of_now(transaction, &row.table, left(row))?;
        if log::find_row(transaction, &row.table, row.row_id)? != left {
            return Err(touched_later(transaction, label, rows));
        }
    }
    Ok(())
}

fn replay<'a>(
    transaction: &Transaction<'_>,
    moment: &Moment,
    label: &StepLabel,
    kind: StepKind,
    rows: &'a [ChangedRow],
    target: impl Fn(&'a ChangedRow) -> Option<&'a str>,
) -> Result<()> {
    let at = moment.instant();
    let entry = NewStep { op: label.op, subject: &label.subject, count: label.count, at: &at, who: &moment.who };
    let step = log::add_step(transaction, kind, Some(label.step), &entry)?;
    log::begin_step(transaction, step)?;
    for row in rows {
        let put = log::put_row(transaction, &row.table, row.row_id, target(row));
        if let Err(error) = put {
            // A row that came later refers to this one, or took its place: the same reason in other words.
            let constraint = error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation);
            let refusal = touched_later(transaction, label, rows);
            return if constraint { Err(refusal) } else { Err(error).doing("putting a row back") };
        }
    }
    log::end_step(transaction, step).map(drop)
}

fn refuse_unless_sound(
    transaction: &Transaction<'_>,
    label: &StepLabel,
    rows: &[ChangedRow],
    is_sound: IsSound,
) -> Result<()> {
    if is_sound(transaction, rows)? { Ok(()) } else { Err(touched_later(transaction, label, rows)) }
}

fn touched_later(transaction: &Transaction<'_>, label: &StepLabel, rows: &[ChangedRow]) -> Error {
    let refusal = Error::refused(ErrorCode::TouchedLater, "taking back a change");
    let same_row = rows.iter().find_map(|row| log::find_later_change(transaction, label.step, row).ok().flatten());
    match same_row.or_else(|| log::find_last_done(transaction).ok().flatten()) {
        Some(later) => refusal.with("op", later.op.code()).with("subject", later.subject),
        None => refusal,
    }
}
