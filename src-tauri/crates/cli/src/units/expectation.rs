//! Changes of a unit or of a kind that may change what is expected: told with the change, or instead of it.

use std::process::ExitCode;

use serde::Serialize;
use sotg_core::Result;
use sotg_core::model::{ExpectationChange, Outcome, StructureChange, UnitContact, UnitKind};

use super::arguments::{Facts, Rename};
use super::{contact, known, with};
use crate::office;
use crate::print;
use crate::session::Session;

/// What was done, and what follows from it.
#[derive(Serialize)]
struct Told<'a, E> {
    #[serde(flatten)]
    outcome: &'a Outcome,
    expected: &'a E,
}

/// Changes facts and contacts; what was not typed stays.
///
/// # Errors
/// What the core refuses.
pub fn edit(session: &Session, unit: &str, typed: &Facts, is_preview: bool) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let known = known(&book, &moment, unit)?;
    let entered: Vec<UnitContact> = typed.contact.iter().map(|typed| contact(typed)).collect();
    let contacts = if entered.is_empty() { known.contacts } else { entered };
    let facts = with(typed, known.facts);
    let expected = book.preview_facts(known.id, &facts, moment.today)?;
    let outcome = if is_preview { None } else { Some(book.edit_unit(&moment, known.id, &facts, &contacts)?) };
    tell_unit(session, outcome.as_ref(), &expected);
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Another name or kind, from a day on or because the old one was wrong.
///
/// # Errors
/// What the core refuses.
pub fn rename(session: &Session, rename: Rename) -> Result<ExitCode> {
    let Rename { unit, name, kind, correct: _, on, document, preview } = rename;
    let (mut book, moment) = session.open()?;
    let known = known(&book, &moment, &unit)?;
    let kind = kind.unwrap_or(known.kind);
    let expected = book.preview_kind(known.id, &kind, on, moment.today)?;
    let outcome = match on {
        _ if preview => None,
        None => Some(book.correct_unit(&moment, known.id, &name, &kind)?),
        Some(on) => {
            let change = StructureChange::Rename { unit: known.id, name, kind };
            Some(book.change_structure(&moment, &change, on, &document)?)
        }
    };
    tell_unit(session, outcome.as_ref(), &expected);
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Adds a kind, or changes its name or level.
///
/// # Errors
/// What the core refuses.
pub fn kind(session: &Session, kind: &UnitKind, is_preview: bool) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let expected = book.preview_unit_kind(kind, moment.today)?;
    let outcome = if is_preview { None } else { Some(book.set_unit_kind(&moment, kind)?) };
    tell(session, outcome.as_ref(), &expected, expected.n_units == 0, office::print::kind_expectation);
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn tell_unit(session: &Session, outcome: Option<&Outcome>, expected: &ExpectationChange) {
    let ExpectationChange { added, removed, redated } = expected;
    let is_empty = added.is_empty() && removed.is_empty() && redated.is_empty();
    tell(session, outcome, expected, is_empty, office::print::expectation);
}

/// Without an outcome it was a preview.
fn tell<E: Serialize>(
    session: &Session,
    outcome: Option<&Outcome>,
    expected: &E,
    is_empty: bool,
    show: impl FnOnce(&E),
) {
    match (session.json, outcome) {
        (true, Some(outcome)) => print::json(&Told { outcome, expected }),
        (true, None) => print::json(expected),
        (false, Some(outcome)) => {
            print::outcome(outcome);
            show(expected);
        }
        (false, None) => {
            if is_empty {
                println!("Việc phải làm không thay đổi.");
            }
            show(expected);
            println!("Chưa ghi gì vào sổ.");
        }
    }
}
