//! What the log says of one unit, found by index and not by reading the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::log::{self, ChangedRow};
use crate::error::{Doing as _, Result};
use crate::model::{HistoryEntry, StepId, UnitId};

/// Rows that belong to the unit in `?1`. Word for word the index `change_row_unit`, or SQLite does not see that it fits.
const OF_UNIT: &str = "coalesce(json_extract(new_row, '$.unit_id'), json_extract(old_row, '$.unit_id')) = ?1
     AND table_name IN ('unit_span', 'unit_contact', 'exception', 'received_report', 'congress', 'reminder')";

/// The log of everything that touched a unit, the newest first: its rows, its facts, and where it merged or was split.
///
/// # Errors
/// What SQLite reports.
pub fn list_steps(connection: &Connection, unit: UnitId, limit: u32) -> Result<Vec<HistoryEntry>> {
    log::list_entries(connection, &which_steps(), [unit.0], limit)
}

fn which_steps() -> String {
    format!(
        "entry.id IN (
             SELECT step_id FROM change_row WHERE {OF_UNIT}
             UNION SELECT step_id FROM change_row WHERE table_name = 'unit' AND row_id = ?1
             UNION SELECT step_id FROM change_row WHERE table_name = 'unit_descent' AND ?1 IN (
                 ifnull(new_row, old_row) ->> '$.from_unit_id', ifnull(new_row, old_row) ->> '$.to_unit_id'))"
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
    let sql =
        format!("SELECT step_id, table_name, row_id, old_row, new_row FROM change_row WHERE {OF_UNIT} ORDER BY id");
    let mut by_step: BTreeMap<StepId, Vec<ChangedRow>> = BTreeMap::new();
    let mut statement = connection.prepare_cached(&sql).doing("reading the changes of a unit")?;
    for row in statement.query_map(params![unit.0], read).doing("reading the changes of a unit")? {
        let (step, changed) = row.doing("reading the changes of a unit")?;
        by_step.entry(step).or_default().push(changed);
    }
    Ok(by_step)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]
mod tests {
    use super::*;
    use crate::store::open::{known_version, migrate};

    fn plan(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        statement.query_map([1], |row| row.get("detail")).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn the_history_of_a_unit_is_found_without_reading_the_log() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, known_version()).unwrap();
        let entries = format!(
            "SELECT entry.id FROM change_step AS entry WHERE {} ORDER BY entry.id DESC LIMIT 10",
            which_steps()
        );
        let rows = format!("SELECT step_id, new_row FROM change_row WHERE {OF_UNIT} ORDER BY id");
        for (sql, indices) in [(entries, &["change_row_unit", "change_row_target"][..]), (rows, &["change_row_unit"])] {
            let plan = plan(&connection, &sql);
            for index in indices {
                let is_used = plan.iter().any(|step| step.contains(&format!("USING INDEX {index} ")));
                assert!(is_used, "{index}: {plan:#?}");
            }
            let reads_all = plan.iter().any(|step| step.contains("SCAN change_row") || step.contains("SCAN entry"));
            assert!(!reads_all, "{plan:#?}");
        }
    }
}
