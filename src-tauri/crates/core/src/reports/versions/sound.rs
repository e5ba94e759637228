//! Whether the versions still make sense after rows were put back.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::error::Result;
use crate::store::log::ChangedRow;
use crate::store::report_version;

/// False if a report that counts as sent no longer says what its last version says, or if a version is gone although
/// something came after it.
pub(crate) fn is_sound(connection: &Connection, rows: &[ChangedRow]) -> Result<bool> {
    for row in rows.iter().filter(|row| row.table == "report_version") {
        for report in numbers_in(row, "report_id") {
            if report_version::was_followed(connection, row.row_id, report)? {
                return Ok(false);
            }
        }
    }
    let mut reports: BTreeSet<i64> = BTreeSet::new();
    for row in rows {
        match row.table.as_str() {
            "report" => drop(reports.insert(row.row_id)),
            "report_section" | "report_version" | "report_annex" | "report_photo" => {
                reports.extend(numbers_in(row, "report_id"))
            }
            _ => {}
        }
    }
    for report in reports {
        if !report_version::says_what_was_sent(connection, report)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a column of a row says, before and after.
fn numbers_in(row: &ChangedRow, column: &str) -> Vec<i64> {
    let contents = [&row.old, &row.new].into_iter().flatten();
    let number = |content: &String| {
        let content: serde_json::Value = serde_json::from_str(content).ok()?;
        content.get(column)?.as_i64()
    };
    contents.filter_map(number).collect()
}
