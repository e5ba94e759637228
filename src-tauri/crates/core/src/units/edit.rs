//! Units are added, their facts changed, mistakes put right. What has a day is in `change`.

use rusqlite::Connection;

use super::check::{self, CheckedUnit};
use super::life::Life;
use super::{SINCE_EVER, change};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{NewUnit, Op, Outcome, UnitContact, UnitFacts, UnitId};
use crate::store::organisation::span::{Documents, Place, StoredSpan};
use crate::store::organisation::{contact, kind, span, unit};
use crate::text;

impl Book {
    /// Adds a unit below ours.
    ///
    /// # Errors
    /// `required`, `too_long`, `bad_email`; `not_found` for kind and unit above; `name_taken`, `code_taken`,
    /// `unit_not_there` if the unit above does not exist all that time, `too_deep`.
    pub fn add_unit(&mut self, moment: &Moment, unit: &NewUnit) -> Result<Outcome> {
        let kinds = kind::list(&self.connection)?;
        let unit = check::new_unit(&kinds, self.current()?.unit, unit)?;
        self.transact(moment, &Change::of(Op::AddUnit, unit.place.name.as_str()), |transaction| {
            add(transaction, &unit, "").map(drop)
        })
    }

    /// Changes the facts and contacts of a unit. They have no days: what was before is only in the log.
    ///
    /// # Errors
    /// `not_found`, `required`, `too_long`, `bad_email`, `code_taken`.
    pub fn edit_unit(
        &mut self,
        moment: &Moment,
        id: UnitId,
        facts: &UnitFacts,
        contacts: &[UnitContact],
    ) -> Result<Outcome> {
        let known = unit::get(&self.connection, id)?;
        let (facts, contacts) = (check::clean_facts(facts)?, check::clean_contacts(contacts)?);
        self.transact(moment, &Change::of(Op::EditUnit, known.name), |transaction| {
            check::code_is_free(transaction, &facts.code, Some(id))?;
            unit::set_facts(transaction, id, &facts)?;
            contact::set_all(transaction, id, &contacts)
        })
    }

    /// Puts a misspelt name or a wrong kind right: the last stretch of time is changed as it stands, and no day is kept.
    /// A unit that was really renamed is [`Book::change_structure`].
    ///
    /// # Errors
    /// `not_found`, `required`, `too_long`, `name_taken`.
    pub fn correct_unit(&mut self, moment: &Moment, id: UnitId, name: &str, kind: &str) -> Result<Outcome> {
        let kind = check::read_kind(&self.connection, kind)?;
        let life = Life::read(&self.connection, id)?;
        let last = life.spans.last().ok_or_else(|| Error::not_found("unit", id))?;
        let name = text::require_line("name", name, check::NAME_LIMIT)?;
        let place = Place { name, level: kind.level, kind: kind.code, ..last.place.clone() };
        self.transact(moment, &Change::of(Op::EditUnit, place.name.as_str()), |transaction| {
            if place.name != last.place.name {
                check::name_is_free(transaction, (place.parent, &place.name), id, last.starts_on)?;
            }
            span::set(transaction, &StoredSpan { place: place.clone(), ..last.clone() })?;
            unit::follow_last_span(transaction, id)
        })
    }

    /// Removes a unit that was added by mistake, with its facts and contacts. One that was really there is closed instead.
    ///
    /// # Errors
    /// `not_found`; `unit_in_use` if anything else speaks of it.
    pub fn remove_unit(&mut self, moment: &Moment, id: UnitId) -> Result<Outcome> {
        let name = unit::get(&self.connection, id)?.name;
        self.transact(moment, &Change::of(Op::RemoveUnit, name.as_str()), |transaction| {
            if unit::remove(transaction, id)? {
                return Ok(());
            }
            Err(Error::refused(ErrorCode::UnitInUse, "removing a unit").with("unit", &name))
        })
    }
}

/// Adds a unit after asking whether its place, name and code are free. `document` is what founded it; it may be empty.
pub(crate) fn add(connection: &Connection, unit: &CheckedUnit, document: &str) -> Result<UnitId> {
    let CheckedUnit { place, starts_on, facts, .. } = unit;
    if let Some(parent) = place.parent {
        Life::read(connection, parent)?.lasts_from(*starts_on)?;
        change::refuse_too_deep(connection, None, parent, starts_on.unwrap_or(SINCE_EVER))?;
    }
    check::name_is_free(connection, (place.parent, &place.name), UnitId(0), *starts_on)?;
    check::code_is_free(connection, &facts.code, None)?;
    insert(connection, unit, document)
}

/// Adds a unit whose place, name and code are known to be free, as they are after the preview of a list.
pub(crate) fn insert(connection: &Connection, unit: &CheckedUnit, document: &str) -> Result<UnitId> {
    let CheckedUnit { place, starts_on, facts, contacts } = unit;
    let id = unit::add(connection, &place.name, (&place.kind, place.level), facts)?;
    span::add(connection, id, (*starts_on, None), place, &Documents::began_by(document))?;
    contact::set_all(connection, id, contacts)?;
    Ok(id)
}
