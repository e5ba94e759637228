//! Where the data lie.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sotg_core::model::{BookState, DataFolder, MovePreview, MoveProgress, MoveStep};
use sotg_core::relocate::Wish;
use tauri::{Emitter, State, WebviewWindow};

use crate::error::Answer;
use crate::page::MOVE_PROGRESS;
use crate::state::Program;
use crate::{dialogs, opening};

/// The page draws no faster.
const PAUSE: Duration = Duration::from_millis(80);

/// What there is to say of the data folder.
#[tauri::command(async)]
pub fn data_folder(program: State<'_, Program>) -> Answer<DataFolder> {
    Ok(program.data_folder()?)
}

/// Asks for a folder.
#[tauri::command]
pub async fn choose_data_folder(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    // Without a book the language is not known: that of the program.
    let language = program.with_book(|book, _| book.preferences()).unwrap_or_default().language;
    let chosen: Option<PathBuf> = dialogs::choose_data_folder(&window, language).await;
    Ok(chosen.map(|folder| folder.display().to_string()))
}

/// What moving the data to a folder would do.
#[tauri::command(async)]
pub fn preview_move(program: State<'_, Program>, path: String) -> Answer<MovePreview> {
    Ok(program.preview_move(Path::new(&path))?)
}

/// Moves the data to a folder, and tells the page how far it is.
#[tauri::command(async)]
pub fn move_data_folder(
    window: WebviewWindow,
    program: State<'_, Program>,
    path: String,
    insists: bool,
) -> Answer<DataFolder> {
    let mut told: Option<(MoveStep, Instant)> = None;
    let mut say = |progress: &MoveProgress| {
        if told.is_none_or(|(step, at)| step != progress.step || at.elapsed() >= PAUSE) {
            told = Some((progress.step, Instant::now()));
            // A page that does not hear it sees the end all the same.
            let _ = window.emit(MOVE_PROGRESS, progress);
        }
    };
    program.move_data(&Wish { to: Path::new(&path), insists }, &mut say)
}

/// Takes a folder that holds a book already for the data folder.
#[tauri::command(async)]
pub fn take_data_folder(program: State<'_, Program>, path: String) -> Answer<BookState> {
    program.take_data_folder(Path::new(&path))
}

/// Shows the data folder in the file manager.
#[tauri::command(async)]
pub fn open_data_folder(program: State<'_, Program>) -> Answer<()> {
    Ok(opening::show(&program.data_folder_path())?)
}

/// Shows what the last move has left behind.
#[tauri::command(async)]
pub fn open_left_behind(program: State<'_, Program>) -> Answer<()> {
    Ok(opening::show(&program.left_behind()?)?)
}
