//! Figures of a phase.

use sotg_core::model::{FigureInput, FigureTable, Outcome};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// The table of a phase.
#[tauri::command(async)]
pub fn figure_table(program: State<'_, Program>, phase: String) -> Answer<FigureTable> {
    program.with_book(|book, moment| book.figure_table(&phase, moment.today))
}

/// Enters a figure.
#[tauri::command(async)]
pub fn set_figure(program: State<'_, Program>, input: FigureInput) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_figure(moment, &input))
}
