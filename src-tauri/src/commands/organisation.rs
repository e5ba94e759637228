//! The units below ours.

use chrono::NaiveDate;
use sotg_core::model::{UnitDetail, UnitId, UnitTree};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// The tree on a day; `None` is today.
#[tauri::command(async)]
pub fn unit_tree(program: State<'_, Program>, on: Option<NaiveDate>) -> Answer<UnitTree> {
    program.with_book(|book, moment| book.unit_tree(on.unwrap_or(moment.today)))
}

/// One unit with its history.
#[tauri::command(async)]
pub fn unit_detail(program: State<'_, Program>, unit: UnitId) -> Answer<UnitDetail> {
    program.with_book(|book, moment| book.unit_detail(unit, moment.today))
}
