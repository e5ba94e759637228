//! Changes of the structure, each with the day it takes effect.
//!
//! After every change, on every day: a unit has at most one name and place, there is no circle, and what a unit stands below
//! exists as long as it stands there.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::life::Life;
use super::{DEPTH_LIMIT, SINCE_EVER, check, join, span_on};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{Op, Outcome, StructureChange, UnitId};
use crate::store::organisation::span::{self, Place, StoredSpan};
use crate::store::organisation::{kind, unit};
use crate::text;

/// How many names a refusal or a line of the log lists.
const NAMES_SHOWN: usize = 5;

impl Book {
    /// Renames, moves, closes, merges or splits units from a day on. `document` is what decided it; it may be empty.
    ///
    /// # Errors
    /// `not_found`, `required`, `too_long`; `unit_not_there` and `later_change` for the day; `units_below` for closing;
    /// `below_itself`, `name_taken`, `code_taken`, `too_deep` for the new place. Nothing is then changed.
    pub fn change_structure(
        &mut self,
        moment: &Moment,
        change: &StructureChange,
        on: NaiveDate,
        document: &str,
    ) -> Result<Outcome> {
        let ours = self.current()?.unit;
        let (on, document) = (check::day(on)?, check::document(document)?);
        let named = Change::of(Op::ChangeStructure, subject(&self.connection, change)?);
        self.transact(moment, &named, |transaction| match change {
            StructureChange::Rename { unit, name, kind } => rename(transaction, *unit, (name, kind), (on, &document)),
            StructureChange::Move { unit, parent } => {
                move_unit(transaction, *unit, parent.filter(|parent| *parent != ours), (on, &document))
            }
            StructureChange::Close { unit } => close(transaction, *unit, (on, &document)),
            StructureChange::Merge { units, into } => join::merge(transaction, units, *into, (on, &document)),
            StructureChange::Split { unit, parts, ends } => {
                let kinds = kind::list(transaction)?;
                let part = |part| check::new_unit(&kinds, ours, part);
                let parts = parts.iter().map(part).collect::<Result<Vec<_>>>()?;
                join::split(transaction, *unit, parts, *ends, (on, &document))
            }
        })
    }
}

fn rename(
    connection: &Connection,
    unit: UnitId,
    (name, kind): (&str, &str),
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    let life = Life::read(connection, unit)?;
    let old = &life.open_on(on)?.place;
    let kind = check::read_kind(connection, kind)?;
    let name = text::require_line("name", name, check::NAME_LIMIT)?;
    if name != old.name {
        check::name_is_free(connection, (old.parent, &name), unit, Some(on))?;
    }
    life.change(connection, (on, document), &Place { name, level: kind.level, kind: kind.code, ..old.clone() })
}

fn move_unit(
    connection: &Connection,
    unit: UnitId,
    parent: Option<UnitId>,
    (on, document): (NaiveDate, &str),
) -> Result<()> {
    let life = Life::read(connection, unit)?;
    let old = &life.open_on(on)?.place;
    if old.parent == parent {
        return Ok(());
    }
    if let Some(parent) = parent {
        Life::read(connection, parent)?.lasts_from(Some(on))?;
        refuse_below_itself(connection, &[unit], parent, on)?;
        refuse_too_deep(connection, Some(unit), parent, on)?;
    }
    check::name_is_free(connection, (parent, &old.name), unit, Some(on))?;
    // The number among the old neighbours says nothing among the new ones.
    life.change(connection, (on, document), &Place { parent, position: 0, ..old.clone() })
}

fn close(connection: &Connection, unit: UnitId, (on, document): (NaiveDate, &str)) -> Result<()> {
    let life = Life::read(connection, unit)?;
    refuse_units_below(connection, &life, on)?;
    life.end(connection, (on, document))
}

/// Nothing may stand below a unit from the day on which it ends.
pub(crate) fn refuse_units_below(connection: &Connection, life: &Life, on: NaiveDate) -> Result<()> {
    let mut below = span::list_below(connection, Some(life.unit), on)?;
    below.dedup_by_key(|span| span.unit);
    if below.is_empty() {
        return Ok(());
    }
    Err(Error::refused(ErrorCode::UnitsBelow, "ending a unit")
        .with("unit", &life.name)
        .with("n", below.len())
        .with("names", list_names(below.into_iter().map(|span| span.place.name))))
}

/// None of `units` may be `parent`, or stand above it on a day from `on` on.
pub(crate) fn refuse_below_itself(
    connection: &Connection,
    units: &[UnitId],
    parent: UnitId,
    on: NaiveDate,
) -> Result<()> {
    for day in days_from(connection, on)? {
        if let Some(unit) = line_above(connection, parent, day)?.iter().find(|above| units.contains(above)) {
            return Err(Error::refused(ErrorCode::BelowItself, "changing the structure")
                .with("unit", unit::get(connection, *unit)?.name)
                .with("parent", unit::get(connection, parent)?.name));
        }
    }
    Ok(())
}

/// The tree must not become deeper than any organisation is, with everything that stands below `unit` (`None`: a new one).
pub(crate) fn refuse_too_deep(
    connection: &Connection,
    unit: Option<UnitId>,
    parent: UnitId,
    on: NaiveDate,
) -> Result<()> {
    for day in days_from(connection, on)? {
        let below = unit.map_or(Ok(0), |unit| span::height(connection, unit, day))?;
        let levels = line_above(connection, parent, day)?.len() + 1 + below as usize;
        if levels > DEPTH_LIMIT {
            return Err(Error::refused(ErrorCode::TooDeep, "changing the structure").with("limit", DEPTH_LIMIT));
        }
    }
    Ok(())
}

/// A day and every later one on which the structure changes: between them nothing does.
fn days_from(connection: &Connection, on: NaiveDate) -> Result<Vec<NaiveDate>> {
    let mut days = span::list_later_days(connection, on)?;
    days.insert(0, on);
    Ok(days)
}

/// A unit and all above it on a day, the highest last. Empty if it does not exist on it.
fn line_above(connection: &Connection, unit: UnitId, on: NaiveDate) -> Result<Vec<UnitId>> {
    let mut line = Vec::new();
    let mut next = Some(unit);
    // A damaged book may have a circle.
    while let Some(unit) = next.filter(|unit| !line.contains(unit)) {
        let spans: Vec<StoredSpan> = span::list(connection, unit)?;
        let Some(span) = span_on(&spans, on) else { break };
        line.push(unit);
        next = span.place.parent;
    }
    Ok(line)
}

/// Whether a unit comes above itself on any day.
pub(crate) fn stands_in_circle(connection: &Connection, unit: UnitId) -> Result<bool> {
    for day in days_from(connection, SINCE_EVER)? {
        let line = line_above(connection, unit, day)?;
        if let Some(highest) = line.last() {
            let spans = span::list(connection, *highest)?;
            // The line ends below ours or below a unit that does not exist; in a circle it ends below one of its own.
            let above = span_on(&spans, day).and_then(|span| span.place.parent);
            if above.is_some_and(|above| line.contains(&above)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// What the log says of a change: names, with an arrow to what comes out.
fn subject(connection: &Connection, change: &StructureChange) -> Result<String> {
    let name = |id: &UnitId| unit::get(connection, *id).map(|unit| unit.name);
    Ok(match change {
        StructureChange::Rename { unit, name: new, .. } => format!("{} → {}", name(unit)?, text::clean_line(new)),
        StructureChange::Move { unit, .. } | StructureChange::Close { unit } => name(unit)?,
        StructureChange::Merge { units, into } => {
            let names = units.iter().map(name).collect::<Result<Vec<_>>>()?;
            format!("{} → {}", list_names(names.into_iter()), name(into)?)
        }
        StructureChange::Split { unit, parts, .. } => {
            format!("{} → {}", name(unit)?, list_names(parts.iter().map(|part| text::clean_line(&part.name))))
        }
    })
}

fn list_names(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.collect();
    let more = names.len() > NAMES_SHOWN;
    names.truncate(NAMES_SHOWN);
    let list = names.join("; ");
    if more { format!("{list}; …") } else { list }
}
