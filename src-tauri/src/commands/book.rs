//! The book as a whole.

use sotg_core::model::{BookState, Outcome, SetUp};
use tauri::State;

use crate::error::Answer;
use crate::opening;
use crate::state::Program;

/// What every screen needs to know.
#[tauri::command(async)]
pub fn book_state(program: State<'_, Program>) -> Answer<BookState> {
    program.book_state()
}

/// Sets the book up.
#[tauri::command(async)]
pub fn set_up(program: State<'_, Program>, input: SetUp) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_up(moment, &input))
}

/// Opens the book with invented data.
#[tauri::command(async)]
pub fn open_sample(program: State<'_, Program>) -> Answer<BookState> {
    program.open_sample()
}

/// Opens the user's own book again.
#[tauri::command(async)]
pub fn open_own(program: State<'_, Program>) -> Answer<BookState> {
    program.open_own()
}

/// Shows the folder in which the log of what went wrong lies.
#[tauri::command(async)]
pub fn show_log(program: State<'_, Program>) -> Answer<()> {
    Ok(opening::show(program.shell())?)
}

/// The page has saved what was being typed, and the window may close.
#[tauri::command(async)]
pub fn ready_to_close(program: State<'_, Program>) -> Answer<()> {
    program.page_is_saved();
    Ok(())
}
