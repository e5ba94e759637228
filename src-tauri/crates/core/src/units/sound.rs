//! Whether the structure is still whole after rows were put back.
//!
//! Undo looks at the rows that a change touched. A unit was moved out of one that was closed later: no row is touched twice,
//! and still the first cannot be taken back alone.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::{SINCE_EVER, change};
use crate::error::Result;
use crate::model::{UnitId, UnitKind};
use crate::store::log::ChangedRow;
use crate::store::organisation::kind;
use crate::store::organisation::span::{self, StoredSpan};

/// False if one of the units of these rows has a gap, stands below something that does not exist, or in a circle, or if
/// something stands below it while it does not exist; or if its level is another than that of its kind.
pub(crate) fn is_sound(connection: &Connection, rows: &[ChangedRow]) -> Result<bool> {
    for code in named_in(rows, "unit_kind", "code").filter_map(|code| code.as_str().map(str::to_owned)) {
        if !kind::is_followed(connection, &code)? {
            return Ok(false);
        }
    }
    let kinds = kind::list(connection)?;
    let units: BTreeSet<UnitId> =
        named_in(rows, "unit_span", "unit_id").filter_map(|id| id.as_i64().map(UnitId)).collect();
    for unit in units {
        let spans = span::list(connection, unit)?;
        if !spans.iter().all(|span| follows_kind(span, &kinds)) {
            return Ok(false);
        }
        let below = span::list_below(connection, Some(unit), SINCE_EVER)?;
        let is_whole = follow_each_other(&spans) && below.iter().all(|child| covers(&spans, child));
        if !is_whole || !parents_exist(connection, &spans)? {
            return Ok(false);
        }
        if !below.is_empty() && change::stands_in_circle(connection, unit)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a column of the rows of a table says, before and after.
fn named_in<'a>(
    rows: &'a [ChangedRow],
    table: &'a str,
    column: &'a str,
) -> impl Iterator<Item = serde_json::Value> + 'a {
    let contents = rows.iter().filter(move |row| row.table == table).flat_map(|row| [&row.old, &row.new]);
    contents.flatten().filter_map(move |content| {
        let content: serde_json::Value = serde_json::from_str(content).ok()?;
        content.get(column).cloned()
    })
}

fn follows_kind(span: &StoredSpan, kinds: &[UnitKind]) -> bool {
    let kind = kinds.iter().find(|kind| kind.code == span.place.kind);
    kind.is_some_and(|kind| kind.level == span.place.level)
}

fn follow_each_other(spans: &[StoredSpan]) -> bool {
    spans.is_sorted_by(|span, next| match (span.ends_on, next.starts_on) {
        (Some(end), Some(start)) => start == end + Days::new(1),
        (None, _) | (_, None) => false,
    })
}

fn parents_exist(connection: &Connection, spans: &[StoredSpan]) -> Result<bool> {
    for span in spans {
        if let Some(parent) = span.place.parent
            && !covers(&span::list(connection, parent)?, span)
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a unit with these stretches of time exists all the time of another stretch.
fn covers(spans: &[StoredSpan], other: &StoredSpan) -> bool {
    let start = |span: &StoredSpan| span.starts_on.unwrap_or(SINCE_EVER);
    let end = |span: &StoredSpan| span.ends_on.unwrap_or(NaiveDate::MAX);
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => start(first) <= start(other) && end(last) >= end(other),
        (None, _) | (_, None) => false,
    }
}
