//! Activities: what was done, and those of the unit's own.

use sotg_core::model::{ActivityDetail, Outcome, OwnActivity, ProgressChange};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// All that is known of one activity.
#[tauri::command(async)]
pub fn activity(program: State<'_, Program>, code: String) -> Answer<ActivityDetail> {
    program.with_book(|book, moment| book.activity(&code, moment.today))
}

/// Says where activities stand.
#[tauri::command(async)]
pub fn set_progress(program: State<'_, Program>, codes: Vec<String>, change: ProgressChange) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_progress(moment, &codes, &change))
}

/// Notes something on an activity.
#[tauri::command(async)]
pub fn set_note(program: State<'_, Program>, code: String, note: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_note(moment, &code, &note))
}

/// Adds an activity of our own.
#[tauri::command(async)]
pub fn add_activity(program: State<'_, Program>, activity: OwnActivity) -> Answer<Outcome> {
    program.with_book(|book, moment| book.add_activity(moment, &activity))
}

/// Changes an activity of our own.
#[tauri::command(async)]
pub fn edit_activity(program: State<'_, Program>, code: String, activity: OwnActivity) -> Answer<Outcome> {
    program.with_book(|book, moment| book.edit_activity(moment, &code, &activity))
}

/// Removes an activity of our own.
#[tauri::command(async)]
pub fn remove_activity(program: State<'_, Program>, code: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_activity(moment, &code))
}
