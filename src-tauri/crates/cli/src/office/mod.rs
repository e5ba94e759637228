//! The office that collects: register, reminders, board, exceptions, congresses.

pub mod arguments;
mod congresses;
mod dues;
pub mod print;

use std::path::Path;
use std::process::ExitCode;

use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{LetterInput, Receipt, Register, StructureOf, UnitException, UnitId};
use sotg_core::{Error, ErrorCode, Result, export};

use crate::commands::{alter, ask};
use crate::session::Session;
use arguments::{Except, Office, Received, Remind};

/// Runs one command of the office that collects.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Office) -> Result<ExitCode> {
    match command {
        Office::Register { phase, today_structure, late, to } => {
            let structure = if today_structure { StructureOf::Today } else { StructureOf::Then };
            match to {
                Some(to) => {
                    written(session, &to, |book, moment| book.register_workbook(&phase, structure, moment.today))
                }
                None => ask(session, |book, moment| register(book, moment, &phase, structure, late), print::register),
            }
        }
        Office::Received(received) => alter(session, |book, moment| {
            let Received { phase, units, state, on, sent, signed, channel, empty, note } = *received;
            let units = ids(book, &units)?;
            let (state, channel) = (state.into(), channel.into());
            let has_content = !empty;
            let receipt =
                Receipt { state, signed_on: signed, sent_on: sent, received_on: on, channel, has_content, note };
            book.set_received(moment, &phase, &units, &receipt)
        }),
        Office::Remind(remind) => remind_units(session, *remind),
        Office::Board { to: Some(to) } => written(session, &to, |book, moment| book.board_workbook(moment.today)),
        Office::Board { to: None } => ask(session, |book, moment| book.board(moment.today), print::board),
        Office::Expected { unit } => {
            let question = |book: &Book, moment: &Moment| book.expected_of(book.find_unit(&unit)?, moment.today);
            ask(session, question, |items| print::expected(items))
        }
        Office::Except(except) => set_exception(session, *except),
        Office::Due(command) => dues::run(session, command),
        Office::LateBy { day: Some(day) } => alter(session, |book, moment| book.set_late_by(moment, day.into())),
        Office::LateBy { day: None } => ask(session, |book, _| book.late_by(), |rule| print::late_by(*rule)),
        Office::Congress(command) => congresses::run(session, command),
    }
}

fn ids(book: &Book, typed: &[String]) -> Result<Vec<UnitId>> {
    typed.iter().map(|unit| book.find_unit(unit)).collect()
}

fn register(book: &Book, moment: &Moment, phase: &str, structure: StructureOf, late: bool) -> Result<Register> {
    let mut register = book.register(phase, structure, moment.today)?;
    register.rows.retain(|row| !late || row.days_late.is_some());
    Ok(register)
}

/// Writes what the core makes and says where.
fn written(session: &Session, to: &Path, make: impl FnOnce(&Book, &Moment) -> Result<Vec<u8>>) -> Result<ExitCode> {
    let question = |book: &Book, moment: &Moment| {
        export::save(to, &make(book, moment)?)?;
        Ok(serde_json::json!({ "path": to }))
    };
    ask(session, question, |_| println!("{}", to.display()))
}

/// Files first, so that nothing is recorded that was not written.
fn remind_units(session: &Session, remind: Remind) -> Result<ExitCode> {
    let Remind { phase, units, letter, number, until, mails, record, done } = remind;
    if done {
        let question = |book: &Book, _: &Moment| {
            let mut record = book.recorded_reminders(&phase)?;
            let chosen = ids(book, &units)?;
            record.retain(|reminder| chosen.is_empty() || chosen.contains(&reminder.unit));
            Ok(record)
        };
        return ask(session, question, |record| print::record(record));
    }
    if letter.is_none() && mails.is_none() && record.is_none() {
        let question = |book: &Book, moment: &Moment| {
            let mut list = book.reminders(&phase, moment.today)?;
            let chosen = ids(book, &units)?;
            list.rows.retain(|row| chosen.is_empty() || chosen.contains(&row.unit));
            Ok(list)
        };
        return ask(session, question, print::reminders);
    }
    let (mut book, moment) = session.open()?;
    let mut chosen = ids(&book, &units)?;
    if let Some(path) = &letter {
        let until =
            until.ok_or_else(|| Error::refused(ErrorCode::Required, "writing a letter").with("field", "until"))?;
        let input = LetterInput { number, dated_on: Some(moment.today), until };
        export::save(path, &book.reminder_letter(&phase, &chosen, &input, moment.today)?)?;
        session.say(&path.display().to_string());
    }
    if let Some(folder) = &mails {
        let files = book.write_reminder_mails(&phase, &chosen, folder, moment.today)?;
        session.say(&format!("Đã viết {} thư vào {}", files.len(), folder.display()));
    }
    if let Some(channel) = record {
        if chosen.is_empty() {
            chosen = book.reminders(&phase, moment.today)?.rows.iter().map(|row| row.unit).collect();
        }
        let outcome = book.add_reminders(&moment, &phase, &chosen, channel.into(), "")?;
        if session.json { crate::print::json(&outcome) } else { crate::print::outcome(&outcome) }
    } else if session.json {
        crate::print::json(&serde_json::json!({ "letter": letter, "mails": mails }));
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn set_exception(session: &Session, except: Except) -> Result<ExitCode> {
    let Except { unit, phase, activity, due, none, remove, reason, by, document } = except;
    alter(session, |book, moment| {
        let unit = book.find_unit(&unit)?;
        if remove {
            return book.remove_exception(moment, unit, &phase, &activity);
        }
        if due.is_none() && !none {
            return Err(Error::refused(ErrorCode::Required, "making an exception").with("field", "on"));
        }
        let exception = UnitException { unit, phase, activity, due_on: due, reason, allowed_by: by, document };
        book.set_exception(moment, &exception)
    })
}
