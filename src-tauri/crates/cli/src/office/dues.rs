//! Due days by level.

use std::process::ExitCode;

use serde::Serialize;
use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::model::{Duty, LevelDue};

use super::arguments::DueCommand;
use super::print;
use crate::commands::{alter, ask};
use crate::session::Session;

/// What a phase asks, each with the usual day, and the levels that have a day of their own.
#[derive(Serialize)]
pub struct Dues {
    pub duties: Vec<Duty>,
    pub levels: Vec<LevelDue>,
}

/// Runs one command about due days.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: DueCommand) -> Result<ExitCode> {
    match command {
        DueCommand::List { phase } => ask(session, |book, _| read(book, &phase), print::dues),
        DueCommand::Set { phase, level, activity, on, usual: _ } => {
            let due = LevelDue { phase, activity, level: level.into(), due_on: on };
            alter(session, |book, moment| book.set_level_due(moment, &due))
        }
    }
}

fn read(book: &Book, phase: &str) -> Result<Dues> {
    let duties = book.list_duties(phase)?;
    let mut levels = book.list_level_dues()?;
    levels.retain(|due| due.phase == phase);
    Ok(Dues { duties, levels })
}
