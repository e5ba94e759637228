//! The official form of documents.

use sotg_core::model::{FormList, FormProfile, Outcome};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// The forms that can be chosen, and the limits of their numbers.
#[tauri::command(async)]
pub fn list_forms(program: State<'_, Program>) -> Answer<FormList> {
    program.with_book(|book, moment| book.list_forms(moment.today))
}

/// Adds or changes a form of the office's own.
#[tauri::command(async)]
pub fn set_form(program: State<'_, Program>, form: FormProfile) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_form(moment, &form))
}

/// Removes a form of the office's own.
#[tauri::command(async)]
pub fn remove_form(program: State<'_, Program>, code: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_form(moment, &code))
}

/// Sets a report to a form; none takes the one that holds on its day.
#[tauri::command(async)]
pub fn set_report_form(program: State<'_, Program>, phase: String, code: Option<String>) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_form(moment, &phase, code.as_deref()))
}
