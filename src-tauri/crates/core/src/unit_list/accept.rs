//! A list is accepted: everything that its preview says, in one step, or nothing.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::above::{self, Above};
use super::compare::Compared;
use super::office::{KnownUnit, Office};
use super::preview::{self, Prepared};
use super::read::ListFile;
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{ImportChoices, ImportFate, ImportField, ImportPreview, Op, Outcome, UnitId, UnitKind};
use crate::store;
use crate::store::organisation::span::{self, Place, StoredSpan};
use crate::store::organisation::{contact, kind, unit};
use crate::units::check::{self, CheckedUnit};
use crate::units::life::Life;
use crate::units::{SINCE_EVER, change, edit};

impl Book {
    /// What a list would do to the units of a day. Nothing is written.
    ///
    /// # Errors
    /// `list_vanished`, `not_a_file`, `file_too_large`, `list_unreadable`, `list_locked`, `list_too_long`, `not_found` for a
    /// sheet, a unit or a kind that was chosen.
    pub fn preview_units(&self, path: &Path, choices: &ImportChoices, on: NaiveDate) -> Result<ImportPreview> {
        self.prepare_units(&ListFile::open(path)?, choices, on).map(|(prepared, _)| prepared.preview)
    }

    /// Takes a list in as its preview says, in one step that undo takes back. `on` is the day from which new units exist and
    /// renamed or moved ones stand so; `None`: since ever, and names and places are put right without a day. Lines that are
    /// refused in the preview are left out.
    ///
    /// # Errors
    /// As [`Book::preview_units`]; `list_changed` if the file is not the one that was previewed, `list_undecided` (`count`)
    /// while a line is doubtful; and what changing the structure refuses. Nothing is then written.
    pub fn import_units(
        &mut self,
        moment: &Moment,
        path: &Path,
        choices: &ImportChoices,
        on: Option<NaiveDate>,
    ) -> Result<Outcome> {
        let on = on.map(check::day).transpose()?;
        let file = ListFile::open(path)?;
        let refuse = |code| Error::refused(code, "accepting a list of units").with("file", &file.name);
        if choices.sha256.as_ref().is_some_and(|previewed| *previewed != file.sha256) {
            return Err(refuse(ErrorCode::ListChanged));
        }
        let (prepared, known) = self.prepare_units(&file, choices, on.unwrap_or(moment.today))?;
        let ImportPreview { n_new, n_changed, n_doubtful, .. } = prepared.preview;
        if n_doubtful > 0 {
            return Err(refuse(ErrorCode::ListUndecided).with("count", n_doubtful));
        }
        let change = Change { op: Op::ImportUnits, subject: file.name.clone(), count: n_new + n_changed };
        self.transact(moment, &change, |transaction| {
            let kinds = kind::list(transaction)?;
            let mut writing =
                Writing { connection: transaction, kinds: &kinds, known: &known, on, starts: HashMap::new() };
            writing.write_all(&prepared.lines)
        })
    }

    fn prepare_units(
        &self,
        file: &ListFile,
        choices: &ImportChoices,
        on: NaiveDate,
    ) -> Result<(Prepared, Vec<KnownUnit>)> {
        let ours = store::unit::find_ours(&self.connection)?;
        let (our_id, ours) = ours.ok_or_else(|| Error::refused(ErrorCode::NotSetUp, "reading a list of units"))?;
        let kinds = kind::list(&self.connection)?;
        let known = self.known_units(on)?;
        let choices = ImportChoices { below: choices.below.filter(|below| *below != our_id), ..choices.clone() };
        let chosen = choices.below.iter().chain(choices.decisions.iter().filter_map(|(_, unit)| unit.as_ref()));
        if let Some(missing) = chosen.into_iter().find(|chosen| !known.iter().any(|unit| unit.id == **chosen)) {
            return Err(Error::not_found("unit", missing));
        }
        if let Some(kind) = &choices.kind {
            check::find_kind(&kinds, kind)?;
        }
        let office = Office { our_name: &ours.name, our_level: ours.level, units: &known, kinds: &kinds };
        preview::prepare(file, office, &choices).map(|prepared| (prepared, known))
    }

    pub(crate) fn known_units(&self, on: NaiveDate) -> Result<Vec<KnownUnit>> {
        let mut contacts = contact::list_all(&self.connection)?;
        let units = span::list_placed(&self.connection, on)?.into_iter();
        Ok(units
            .map(|placed| KnownUnit {
                id: placed.id,
                parent: placed.place.parent,
                name: placed.place.name,
                kind: placed.place.kind,
                facts: placed.facts,
                contacts: contacts.remove(&placed.id).unwrap_or_default(),
            })
            .collect())
    }
}

/// The lines on their way into the book.
struct Writing<'a> {
    connection: &'a Connection,
    kinds: &'a [UnitKind],
    known: &'a [KnownUnit],
    on: Option<NaiveDate>,
    /// Below which units something was put already: from which day, and names that are taken there.
    starts: HashMap<Option<UnitId>, Below>,
}

struct Below {
    starts_on: Option<NaiveDate>,
    names: BTreeSet<String>,
}

impl Writing<'_> {
    /// Each line after the one above it.
    fn write_all(&mut self, lines: &[Compared]) -> Result<()> {
        let places: Vec<above::Place> = lines.iter().map(|compared| compared.place).collect();
        let mut ids: Vec<Option<UnitId>> = lines.iter().map(|compared| compared.line.unit).collect();
        for at in above::from_above(&places) {
            let Some(compared) = lines.get(at) else { continue };
            let parent = self.parent_of(compared, &ids);
            match compared.line.fate {
                ImportFate::New => {
                    let id = self.add(compared, parent)?;
                    ids.iter_mut().skip(at).take(1).for_each(|place| *place = Some(id));
                }
                ImportFate::Changed => self.change(compared, parent)?,
                ImportFate::Unchanged | ImportFate::Doubtful | ImportFate::Refused => {}
            }
        }
        Ok(())
    }

    fn parent_of(&self, compared: &Compared, ids: &[Option<UnitId>]) -> Option<UnitId> {
        match compared.place.above {
            Above::Ours => None,
            Above::Known(at) => self.known.get(at).map(|unit| unit.id),
            Above::Line(at) => ids.get(at).copied().flatten(),
        }
    }

    fn add(&mut self, compared: &Compared, parent: Option<UnitId>) -> Result<UnitId> {
        let line = &compared.line;
        let kind = check::find_kind(self.kinds, &line.kind)?;
        let starts_on = self.take_name(parent, &line.name)?;
        check::code_is_free(self.connection, &line.facts.code, None)?;
        let checked = CheckedUnit {
            place: Place { parent, name: line.name.clone(), level: kind.level, kind: kind.code.clone(), position: 0 },
            starts_on,
            facts: check::clean_facts(&line.facts)?,
            contacts: check::clean_contacts(line.contact.as_slice())?,
        };
        // Which document founded it is not among the columns.
        edit::insert(self.connection, &checked, "")
    }

    /// The day from which a unit may stand there. What is known of the place is read once for all lines below it.
    fn take_name(&mut self, parent: Option<UnitId>, name: &str) -> Result<Option<NaiveDate>> {
        let below = match self.starts.entry(parent) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(read_below(self.connection, parent, self.on)?)
            }
        };
        if !below.names.insert(name.to_lowercase()) {
            let parent = parent.map(|parent| unit::get(self.connection, parent)).transpose()?.map(|parent| parent.name);
            return Err(Error::refused(ErrorCode::NameTaken, "accepting a list of units")
                .with("name", name)
                .with("parent", parent.unwrap_or_default()));
        }
        Ok(below.starts_on)
    }

    fn change(&self, compared: &Compared, parent: Option<UnitId>) -> Result<()> {
        let line = &compared.line;
        let Some((id, known)) = line.unit.and_then(|id| Some((id, self.known.iter().find(|unit| unit.id == id)?)))
        else {
            return Ok(());
        };
        check::code_is_free(self.connection, &line.facts.code, Some(id))?;
        unit::set_facts(self.connection, id, &check::clean_facts(&line.facts)?)?;
        contact::set_all(self.connection, id, &check::clean_contacts(&compared.said.contacts_over(&known.contacts))?)?;
        let differs = |field| line.differences.iter().any(|difference| difference.field == field);
        if differs(ImportField::Name) || differs(ImportField::Kind) || differs(ImportField::Parent) {
            let name = if differs(ImportField::Name) { &line.name } else { &known.name };
            let parent = if differs(ImportField::Parent) { parent } else { known.parent };
            self.place(id, name, &line.kind, parent)?;
        }
        Ok(())
    }

    /// Another name, kind or place, from the day on or, without a day, as if it had always been so.
    fn place(&self, id: UnitId, name: &str, kind: &str, parent: Option<UnitId>) -> Result<()> {
        let life = Life::read(self.connection, id)?;
        let last = life.spans.last().ok_or_else(|| Error::not_found("unit", id))?;
        let kind = check::find_kind(self.kinds, kind)?;
        let from = if self.on.is_some() { self.on } else { last.starts_on };
        let has_moved = parent != last.place.parent;
        if let Some(parent) = parent.filter(|_| has_moved) {
            Life::read(self.connection, parent)?.lasts_from(from)?;
            let day = from.unwrap_or(SINCE_EVER);
            change::refuse_below_itself(self.connection, &[id], parent, day)?;
            change::refuse_too_deep(self.connection, Some(id), parent, day)?;
        }
        if has_moved || name != last.place.name {
            check::name_is_free(self.connection, (parent, name), id, from)?;
        }
        let position = if has_moved { 0 } else { last.place.position };
        let place = Place { parent, name: name.to_owned(), level: kind.level, kind: kind.code.clone(), position };
        match self.on {
            Some(on) => life.change(self.connection, (on, ""), &place),
            None => {
                span::set(self.connection, &StoredSpan { place, ..last.clone() })?;
                unit::follow_last_span(self.connection, id)
            }
        }
    }
}

/// A unit that is to exist since ever exists as long as the one above it.
fn read_below(connection: &Connection, parent: Option<UnitId>, on: Option<NaiveDate>) -> Result<Below> {
    let mut starts_on = on;
    if let Some(parent) = parent {
        let life = Life::read(connection, parent)?;
        starts_on = on.or_else(|| life.spans.first().and_then(|span| span.starts_on));
        life.lasts_from(starts_on)?;
        change::refuse_too_deep(connection, None, parent, starts_on.unwrap_or(SINCE_EVER))?;
    }
    let neighbours = span::list_below(connection, parent, starts_on.unwrap_or(SINCE_EVER))?;
    let names = neighbours.into_iter().map(|span| span.place.name.to_lowercase()).collect();
    Ok(Below { starts_on, names })
}
