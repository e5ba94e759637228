//! The units below ours.

use std::path::PathBuf;

use chrono::NaiveDate;
use sotg_core::model::{
    ImportChoices, ImportPreview, KindUse, NewUnit, Outcome, StructureChange, UnitContact, UnitDetail, UnitFacts,
    UnitHistoryEntry, UnitId, UnitKind, UnitTree,
};
use tauri::{State, WebviewWindow};

use crate::dialogs;
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

/// What was done to a unit, the newest first.
#[tauri::command(async)]
pub fn unit_history(program: State<'_, Program>, unit: UnitId, limit: u32) -> Answer<Vec<UnitHistoryEntry>> {
    program.with_book(|book, _| book.unit_history(unit, limit))
}

/// Adds a unit.
#[tauri::command(async)]
pub fn add_unit(program: State<'_, Program>, unit: NewUnit) -> Answer<Outcome> {
    program.with_book(|book, moment| book.add_unit(moment, &unit))
}

/// Changes facts and contacts of a unit.
#[tauri::command(async)]
pub fn edit_unit(
    program: State<'_, Program>,
    unit: UnitId,
    facts: UnitFacts,
    contacts: Vec<UnitContact>,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.edit_unit(moment, unit, &facts, &contacts))
}

/// Puts a misspelt name or a wrong kind right.
#[tauri::command(async)]
pub fn correct_unit(program: State<'_, Program>, unit: UnitId, name: String, kind: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.correct_unit(moment, unit, &name, &kind))
}

/// Removes a unit that was added by mistake.
#[tauri::command(async)]
pub fn remove_unit(program: State<'_, Program>, unit: UnitId) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_unit(moment, unit))
}

/// Renames, moves, closes, merges or splits units from a day on.
#[tauri::command(async)]
pub fn change_structure(
    program: State<'_, Program>,
    change: StructureChange,
    on: NaiveDate,
    document: String,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.change_structure(moment, &change, on, &document))
}

/// Kinds of units, with the number of units of each.
#[tauri::command(async)]
pub fn unit_kinds(program: State<'_, Program>) -> Answer<Vec<KindUse>> {
    program.with_book(|book, moment| book.unit_kinds(moment.today))
}

/// Adds a kind of units, or changes one.
#[tauri::command(async)]
pub fn set_unit_kind(program: State<'_, Program>, kind: UnitKind) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_unit_kind(moment, &kind))
}

/// Asks for a list of units; none if the user thinks better of it.
#[tauri::command]
pub async fn choose_unit_list(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| Ok(book.preferences()?.language))?;
    let chosen = dialogs::choose_unit_list(&window, language).await;
    Ok(chosen.map(|path| path.display().to_string()))
}

/// What a list would do to the units; nothing is written.
#[tauri::command(async)]
pub fn preview_units(
    program: State<'_, Program>,
    path: String,
    choices: ImportChoices,
    on: Option<NaiveDate>,
) -> Answer<ImportPreview> {
    let path = PathBuf::from(path);
    program.with_book(|book, moment| book.preview_units(&path, &choices, on.unwrap_or(moment.today)))
}

/// Takes a list in as its preview says, in one step.
#[tauri::command(async)]
pub fn import_units(
    program: State<'_, Program>,
    path: String,
    choices: ImportChoices,
    on: Option<NaiveDate>,
) -> Answer<Outcome> {
    let path = PathBuf::from(path);
    program.with_book(|book, moment| book.import_units(moment, &path, &choices, on))
}
