//! Units below ours: listings and changes.

pub mod arguments;
mod expectation;
mod history;
mod import;
mod import_print;
mod print;

use std::process::ExitCode;

use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{NewUnit, Outcome, StructureChange, UnitContact, UnitDetail, UnitFacts, UnitId, UnitKind};

use crate::commands::{alter, ask};
use crate::session::Session;
use arguments::{Add, Change, Day, Facts, Units};

/// Runs one command about units.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Units) -> Result<ExitCode> {
    match command {
        Units::Tree { on } => ask(session, |book, moment| book.unit_tree(on.unwrap_or(moment.today)), print::tree),
        Units::Show { unit, on } => {
            let question =
                |book: &Book, moment: &Moment| book.unit_detail(book.find_unit(&unit)?, on.unwrap_or(moment.today));
            ask(session, question, print::detail)
        }
        Units::History { unit, limit } => {
            let question = |book: &Book, _: &Moment| book.unit_history(book.find_unit(&unit)?, limit);
            ask(session, question, |lines| history::print(lines))
        }
        Units::Kinds => ask(session, |book, moment| book.unit_kinds(moment.today), |kinds| print::kinds(kinds)),
        Units::Kind { name, level, code, preview } => {
            expectation::kind(session, &UnitKind { code, name, level: level.into() }, preview)
        }
        Units::Add(add) => alter(session, |book, moment| add_unit(book, moment, *add)),
        Units::Edit { unit, facts, preview } => expectation::edit(session, &unit, &facts, preview),
        Units::Remove { unit } => alter(session, |book, moment| {
            let unit = book.find_unit(&unit)?;
            book.remove_unit(moment, unit)
        }),
        Units::Import(import) => import::run(session, *import),
        Units::Rename(rename) => expectation::rename(session, *rename),
        Units::Change(change) => alter(session, |book, moment| change_structure(book, moment, change)),
    }
}

fn change_structure(book: &mut Book, moment: &Moment, change: Change) -> Result<Outcome> {
    let (change, Day { on, document }) = match change {
        Change::Move { unit, below, day } => {
            let parent = below.map(|below| book.find_unit(&below)).transpose()?;
            (StructureChange::Move { unit: book.find_unit(&unit)?, parent }, day)
        }
        Change::Close { unit, day } => (StructureChange::Close { unit: book.find_unit(&unit)? }, day),
        Change::Merge { units, into, day } => {
            let units = units.iter().map(|unit| book.find_unit(unit)).collect::<Result<Vec<_>>>()?;
            (StructureChange::Merge { units, into: book.find_unit(&into)? }, day)
        }
        Change::Split { unit, part, kind, below, keep, day } => {
            let old = known(book, moment, &unit)?;
            let parent = match below {
                Some(below) => Some(book.find_unit(&below)?),
                None => parent(&old),
            };
            let kind = kind.unwrap_or_else(|| old.kind.clone());
            let parts = part.into_iter().map(|name| new_unit(parent, name, kind.clone())).collect();
            (StructureChange::Split { unit: old.id, parts, ends: !keep }, day)
        }
    };
    book.change_structure(moment, &change, on, &document)
}

fn known(book: &Book, moment: &Moment, unit: &str) -> Result<UnitDetail> {
    book.unit_detail(book.find_unit(unit)?, moment.today)
}

fn parent(unit: &UnitDetail) -> Option<UnitId> {
    unit.spans.last().and_then(|span| span.parent)
}

fn new_unit(parent: Option<UnitId>, name: String, kind: String) -> NewUnit {
    NewUnit { parent, name, kind, starts_on: None, facts: UnitFacts::default(), contacts: Vec::new() }
}

fn add_unit(book: &mut Book, moment: &Moment, add: Add) -> Result<Outcome> {
    let Add { name, kind, below, from, facts } = add;
    let parent = below.map(|below| book.find_unit(&below)).transpose()?;
    let contacts = facts.contact.iter().map(|typed| contact(typed)).collect();
    let facts = with(&facts, UnitFacts::default());
    book.add_unit(moment, &NewUnit { facts, contacts, starts_on: from, ..new_unit(parent, name, kind) })
}

/// What was typed over what is known.
fn with(typed: &Facts, known: UnitFacts) -> UnitFacts {
    let Facts { code, members, sector, page, followed_by, contact: _ } = typed;
    UnitFacts {
        code: code.clone().unwrap_or(known.code),
        members: members.or(known.members),
        sector: sector.map_or(known.sector, Into::into),
        has_page: page.or(known.has_page),
        followed_by: followed_by.clone().unwrap_or(known.followed_by),
    }
}

/// "Chủ tịch;0000 000 001;chu-tich@vi-du.vn"
fn contact(typed: &str) -> UnitContact {
    let mut parts = typed.splitn(3, ';').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    UnitContact { title: next(), phone: next(), email: next() }
}
