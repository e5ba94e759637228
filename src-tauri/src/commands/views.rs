//! Whole screens.

use sotg_core::model::{Checklist, Overview, Timeline};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// The first screen.
#[tauri::command(async)]
pub fn overview(program: State<'_, Program>) -> Answer<Overview> {
    program.with_book(|book, moment| book.overview(moment.today))
}

/// The campaign on a line of time.
#[tauri::command(async)]
pub fn timeline(program: State<'_, Program>) -> Answer<Timeline> {
    program.with_book(|book, moment| book.timeline(moment.today))
}

/// The checklist of a phase.
#[tauri::command(async)]
pub fn checklist(program: State<'_, Program>, phase: String) -> Answer<Checklist> {
    program.with_book(|book, moment| book.checklist(&phase, moment.today))
}
