//! Units go up in another one, or come out of one. The lineage is kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::change::{refuse_below_itself, refuse_too_deep, refuse_units_below};
use super::check::{self, CheckedUnit};
use super::edit;
use super::life::{Life, place_from};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{DescentManner, UnitId};
use crate::store::organisation::descent;
use crate::store::organisation::span::{self, Place, StoredSpan};

/// Ends `units` and lets `into` stand for them; what is below them comes below it.
pub(crate) fn merge(
    connection: &Connection,
    units: &[UnitId],
    into: UnitId,
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    if units.is_empty() {
        return Err(Error::refused(ErrorCode::Required, "merging units").with("field", "units"));
    }
    Life::read(connection, into)?.lasts_from(Some(on))?;
    refuse_below_itself(connection, units, into, on)?;
    // All of them end before anything is moved, so that their names are free.
    units.iter().try_for_each(|unit| Life::read(connection, *unit)?.end(connection, (on, document)))?;
    for unit in units {
        take_along(connection, *unit, units, into, (on, document))?;
        descent::add(connection, (*unit, into), DescentManner::Merged, (on, document))?;
    }
    Ok(())
}

/// Everything that stands below `unit` from a day on stands below `into`, also where that is known only for a later day.
fn take_along(
    connection: &Connection,
    unit: UnitId,
    ending: &[UnitId],
    into: UnitId,
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    let mut below: BTreeMap<UnitId, Vec<StoredSpan>> = BTreeMap::new();
    for span in span::list_below(connection, Some(unit), on)? {
        below.entry(span.unit).or_default().push(span);
    }
    for (child, spans) in below.into_iter().filter(|(child, _)| !ending.contains(child)) {
        refuse_too_deep(connection, Some(child), into, on)?;
        for span in spans {
            let from = span.starts_on.map_or(on, |start| start.max(on));
            check::name_is_free(connection, (Some(into), &span.place.name), child, Some(from))?;
            let place = Place { parent: Some(into), position: 0, ..span.place.clone() };
            // What is known for a later day began by a document of its own.
            let document = if from == on { document } else { "" };
            place_from(connection, &span::list(connection, child)?, &span, (from, &place, document))?;
        }
    }
    Ok(())
}

/// Makes new units out of one, which ends or goes on beside them.
pub(crate) fn split(
    connection: &Connection,
    unit: UnitId,
    parts: Vec<CheckedUnit>,
    ends: bool,
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    if parts.is_empty() {
        return Err(Error::refused(ErrorCode::Required, "splitting a unit").with("field", "parts"));
    }
    let life = Life::read(connection, unit)?;
    if ends {
        refuse_units_below(connection, &life, on)?;
        life.end(connection, (on, document))?;
    } else {
        life.lasts_from(Some(on))?;
    }
    for part in parts {
        let new = edit::add(connection, &CheckedUnit { starts_on: Some(on), ..part }, document)?;
        descent::add(connection, (unit, new), DescentManner::Split, (on, document))?;
    }
    Ok(())
}
