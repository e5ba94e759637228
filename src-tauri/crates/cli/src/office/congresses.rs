//! Congresses of the units.

use std::process::ExitCode;

use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{Congress, Outcome};

use super::arguments::{CongressCommand, CongressSet};
use super::print;
use crate::commands::{alter, ask};
use crate::session::Session;

/// Runs one command about congresses.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: CongressCommand) -> Result<ExitCode> {
    match command {
        CongressCommand::List => ask(session, |book, moment| book.congresses(moment.today), print::congresses),
        CongressCommand::Set(set) => alter(session, |book, moment| change(book, moment, *set)),
    }
}

/// What was not typed stays as it is.
fn change(book: &mut Book, moment: &Moment, set: CongressSet) -> Result<Outcome> {
    let CongressSet { unit, planned, held, until, place, pilot, delegates, result } = set;
    let unit = book.find_unit(&unit)?;
    let rows = book.congresses(moment.today)?.rows;
    let known = rows.into_iter().map(|row| row.congress).find(|congress| congress.unit == unit);
    let known = known.unwrap_or_else(|| Congress::of(unit));
    let congress = Congress {
        unit,
        planned_on: planned.or(known.planned_on),
        held_on: held.or(known.held_on),
        held_until: until.or(known.held_until),
        place: place.unwrap_or(known.place),
        is_pilot: pilot || known.is_pilot,
        delegates: delegates.or(known.delegates),
        result: result.unwrap_or(known.result),
    };
    book.set_congress(moment, &congress)
}
