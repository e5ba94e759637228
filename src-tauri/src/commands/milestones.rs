//! Dates that others hang on, and when reports are due.

use sotg_core::model::{DueRule, MilestoneSetting, MilestoneView, MovedItem, Outcome};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// All milestones.
#[tauri::command(async)]
pub fn milestones(program: State<'_, Program>) -> Answer<Vec<MilestoneView>> {
    program.with_book(|book, _| book.milestones())
}

/// What would move with a milestone.
#[tauri::command(async)]
pub fn preview_milestone(program: State<'_, Program>, setting: MilestoneSetting) -> Answer<Vec<MovedItem>> {
    program.with_book(|book, moment| book.preview_milestone(moment, &setting))
}

/// Gives a milestone another date.
#[tauri::command(async)]
pub fn set_milestone(program: State<'_, Program>, setting: MilestoneSetting) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_milestone(moment, &setting))
}

/// When reports are due.
#[tauri::command(async)]
pub fn set_due_rule(program: State<'_, Program>, rule: DueRule) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_due_rule(moment, &rule))
}
