//! Plans to choose from: those of the program, and files.

use std::path::Path;

use sotg_core::model::PlanHead;
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::handed::HandedFile;
use crate::state::Program;

/// Plans that come with the program.
#[tauri::command(async)]
pub fn list_plans(_program: State<'_, Program>) -> Answer<Vec<PlanHead>> {
    Ok(sotg_core::plans::list_plans()?)
}

/// The plan file that the file manager has handed over, once.
#[tauri::command(async)]
pub fn handed_file(program: State<'_, Program>) -> Answer<Option<HandedFile>> {
    Ok(program.take_handed().map(|path| HandedFile::read(&program, &path)))
}

/// Asks for a plan file.
#[tauri::command]
pub async fn choose_plan_file(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<HandedFile>> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    let path = dialogs::choose_plan_file(&window, language).await;
    Ok(path.map(|path| HandedFile::read(&program, &path)))
}

/// Reads a plan file that was dropped on the window, or reads one again.
#[tauri::command(async)]
pub fn read_plan_file(program: State<'_, Program>, path: String) -> Answer<HandedFile> {
    Ok(HandedFile::read(&program, Path::new(&path)))
}
