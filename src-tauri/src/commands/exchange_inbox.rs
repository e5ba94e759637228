//! Files that units sent: looked at, accepted; the folder into which they are saved.

use std::path::PathBuf;

use sotg_core::model::{Inbox, InboxChoice, Outcome, WatchedFolder};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// Asks for files; none if the user thinks better of it.
#[tauri::command]
pub async fn choose_report_files(window: WebviewWindow, program: State<'_, Program>) -> Answer<Vec<String>> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    let paths = dialogs::choose_report_files(&window, language).await;
    Ok(paths.iter().map(|path| path.to_string_lossy().into_owned()).collect())
}

/// Asks for a folder; `None` if the user thinks better of it.
#[tauri::command]
pub async fn choose_report_folder(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    let folder = dialogs::choose_report_folder(&window, language).await;
    Ok(folder.map(|folder| folder.to_string_lossy().into_owned()))
}

/// What would become of files.
#[tauri::command(async)]
pub fn preview_files(program: State<'_, Program>, paths: Vec<String>) -> Answer<Inbox> {
    let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
    program.with_book(|book, moment| book.preview_files(&paths, moment.today))
}

/// Takes files in as they were previewed and chosen.
#[tauri::command(async)]
pub fn accept_files(program: State<'_, Program>, paths: Vec<String>, choice: InboxChoice) -> Answer<Outcome> {
    let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
    program.with_book(|book, moment| book.accept_files(moment, &paths, &choice))
}

/// The watched folder; `None` if there is none.
#[tauri::command(async)]
pub fn watched_folder(program: State<'_, Program>) -> Answer<Option<WatchedFolder>> {
    program.with_book(|book, _| book.watched_folder())
}

/// Watches this folder from now on; `None` watches none.
#[tauri::command(async)]
pub fn watch_folder(program: State<'_, Program>, path: Option<String>) -> Answer<Option<WatchedFolder>> {
    program.with_book(|book, _| {
        book.watch_folder(path.as_deref().map(std::path::Path::new))?;
        book.watched_folder()
    })
}

/// What lies in the watched folder now was looked at.
#[tauri::command(async)]
pub fn see_watched_folder(program: State<'_, Program>) -> Answer<()> {
    program.with_book(|book, _| book.see_watched_folder())
}
