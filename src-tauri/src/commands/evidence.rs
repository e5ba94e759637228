//! Evidence: files and links of an activity.

use std::path::PathBuf;

use sotg_core::model::{EvidenceId, Outcome};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::opening;
use crate::state::Program;

/// Asks for files and makes them evidence.
#[tauri::command]
pub async fn choose_files(window: WebviewWindow, program: State<'_, Program>, code: String) -> Answer<Outcome> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    let paths = dialogs::choose_files(&window, language).await;
    if paths.is_empty() {
        return Ok(Outcome { step: None });
    }
    program.with_book(|book, moment| book.add_files(moment, &code, &paths))
}

/// Makes files evidence.
#[tauri::command(async)]
pub fn add_files(program: State<'_, Program>, code: String, paths: Vec<String>) -> Answer<Outcome> {
    let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
    program.with_book(|book, moment| book.add_files(moment, &code, &paths))
}

/// Makes a link evidence.
#[tauri::command(async)]
pub fn add_link(program: State<'_, Program>, code: String, url: String, title: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.add_link(moment, &code, &url, &title))
}

/// Removes evidence.
#[tauri::command(async)]
pub fn remove_evidence(program: State<'_, Program>, id: EvidenceId) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_evidence(moment, id))
}

/// Opens evidence with the program that the PC has for it: a copy, so that the evidence stays what it was.
#[tauri::command(async)]
pub fn open_evidence(program: State<'_, Program>, id: EvidenceId) -> Answer<()> {
    let path = program.with_book(|book, _| book.evidence_to_open(id, program.outbox()))?;
    Ok(opening::open(&path)?)
}
