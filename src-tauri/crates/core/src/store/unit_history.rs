//! What the log says of one unit, found by index and not by reading the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::log::{self, ChangedRow};
use crate::error::{Doing as _, Result};
use crate::model::{HistoryEntry, StepId, UnitId};

/// Tables whose rows belong to one unit and are told in its history.
const TABLES: [&str; 9] = [
    "unit_span",
    "unit_contact",
    "exception",
    "received_report",
    "received_file",
    "trusted_key",
    "ledger",
    "congress",
    "reminder",
];

/// The log of everything that touched a unit, the newest first: its rows, its facts, and where it merged or was split.
///
/// # Errors
/// What SQLite reports.
pub fn list_steps(connection: &Connection, unit: UnitId, limit: u32) -> Result<Vec<HistoryEntry>> {
    log::list_entries(connection, &which_steps(), [unit.0], limit)
}

/// Mergers and splits are few, so that all of them are looked at.
fn which_steps() -> String {
    format!(
        "entry.id IN (
             {} UNION SELECT step_id FROM change_row WHERE table_name = 'unit' AND row_id = ?1
             UNION SELECT step_id FROM change_row WHERE table_name = 'unit_descent' AND ?1 IN (
                 ifnull(new_row, old_row) ->> '$.from_unit_id', ifnull(new_row, old_row) ->> '$.to_unit_id'))",
        changes_of_unit("changed.step_id"),
    )
}

/// The rows of the unit that changed, in the order in which they did, by the step that changed them; an undo is a step of its
/// own. Its facts and its lineage are not among them.
///
/// # Errors
/// What SQLite reports.
pub fn list_changed_rows(connection: &Connection, unit: UnitId) -> Result<BTreeMap<StepId, Vec<ChangedRow>>> {
    let read = |row: &Row<'_>| {
        let changed = ChangedRow {
            table: row.get("table_name")?,
            row_id: row.get("row_id")?,
            old: row.get("old_row")?,
            new: row.get("new_row")?,
        };
        Ok((StepId(row.get("step_id")?), changed))
    };
    let mut by_step: BTreeMap<StepId, Vec<ChangedRow>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(&which_rows()).doing("reading the changes of a unit")?;
    for row in statement.query_map([unit.0], read).doing("reading the changes of a unit")? {
        let (step, changed) = row.doing("reading the changes of a unit")?;
        by_step.entry(step).or_default().push(changed);
    }
    Ok(by_step)
}

fn which_rows() -> String {
    let columns = "changed.step_id, changed.table_name, changed.row_id, changed.old_row, changed.new_row";
    format!("{} ORDER BY changed.id", changes_of_unit(columns))
}

/// What the log says of the rows that belong to the unit in `?1`, or did before they were removed.
fn changes_of_unit(columns: &str) -> String {
    let there = TABLES.map(|table| format!("SELECT '{table}' AS name, id FROM {table} WHERE unit_id = ?1"));
    // The number of a removed row may have been given to a row of another unit since.
    format!(
        "SELECT {columns}
         FROM ({} UNION SELECT table_name, row_id FROM change_row
               WHERE json_extract(old_row, '$.unit_id') = ?1 AND new_row IS NULL) AS own
         CROSS JOIN change_row AS changed ON changed.table_name = own.name AND changed.row_id = own.id
         WHERE ifnull(changed.new_row, changed.old_row) ->> '$.unit_id' = ?1",
        there.join(" UNION ALL "),
    )
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]
mod tests {
    use super::*;
    use crate::store::open::{columns, known_version, logged_tables, migrate};

    fn new_book() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, known_version()).unwrap();
        connection
    }

    fn plan(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        statement.query_map([1], |row| row.get("detail")).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn the_history_of_a_unit_is_found_without_reading_the_log() {
        let connection = new_book();
        let entries = format!("SELECT id FROM change_step AS entry WHERE {} ORDER BY id DESC LIMIT 10", which_steps());
        for sql in [entries, which_rows()] {
            let plan = plan(&connection, &sql);
            for index in ["change_row_removed", "change_row_target", "reminder_unit", "unit_span_unit"] {
                let is_used = plan.iter().any(|step| step.contains(&format!("INDEX {index} ")));
                assert!(is_used, "{index}: {plan:#?}");
            }
            let read_whole = plan.iter().find(|step| step.starts_with("SCAN ") && *step != "SCAN own");
            assert_eq!(read_whole, None, "{plan:#?}");
        }
    }

    #[test]
    fn every_table_with_rows_of_a_unit_is_told_or_is_known_not_to_be() {
        // What our own unit does: its checklist, evidence, figures and reports.
        let of_ours = ["progress", "evidence", "figure", "report", "report_seen"];
        let connection = new_book();
        for table in logged_tables(&connection).unwrap() {
            let has_unit = columns(&connection, &table).unwrap().contains(&"unit_id".to_owned());
            let is_known = TABLES.contains(&table.as_str()) || of_ours.contains(&table.as_str());
            assert_eq!(has_unit, is_known, "{table}");
        }
    }
}
