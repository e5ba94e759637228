//! The log of changes.

use sotg_core::model::{HistoryEntry, Outcome, StepId};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// Takes a change back; without one, the last.
#[tauri::command(async)]
pub fn undo(program: State<'_, Program>, step: Option<StepId>) -> Answer<Outcome> {
    program.with_book(|book, moment| book.undo(moment, step))
}

/// Does again what was taken back last.
#[tauri::command(async)]
pub fn redo(program: State<'_, Program>) -> Answer<Outcome> {
    program.with_book(|book, moment| book.redo(moment))
}

/// The log, the newest first.
#[tauri::command(async)]
pub fn history(program: State<'_, Program>, limit: u32) -> Answer<Vec<HistoryEntry>> {
    program.with_book(|book, _| book.history(limit))
}
