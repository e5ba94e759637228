//! Units whose report is missing are reminded.

use std::path::PathBuf;

use sotg_core::model::{LetterInput, Outcome, ReminderChannel, ReminderList, UnitId};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// Name under which the letter is proposed.
const LETTER: &str = "Cong-van-don-doc-bao-cao.docx";

/// The units to remind.
#[tauri::command(async)]
pub fn reminders(program: State<'_, Program>, phase: String) -> Answer<ReminderList> {
    program.with_book(|book, moment| book.reminders(&phase, moment.today))
}

/// Writes down that units were reminded.
#[tauri::command(async)]
pub fn add_reminders(
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
    channel: ReminderChannel,
    note: String,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.add_reminders(moment, &phase, &units, channel, &note))
}

/// Asks for a folder and writes an e-mail to each unit there; none if the user thinks better of it.
#[tauri::command]
pub async fn save_reminder_mails(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| Ok(book.preferences()?.language))?;
    let Some(folder) = dialogs::choose_folder_to_write(&window, language).await else { return Ok(None) };
    program.with_book(|book, moment| book.write_reminder_mails(&phase, &units, &folder, moment.today))?;
    program.remember_written(&folder);
    Ok(Some(folder.display().to_string()))
}

/// Asks where to save the letter and writes it there; none if the user thinks better of it.
#[tauri::command]
pub async fn save_reminder_letter(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
    letter: LetterInput,
) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| Ok(book.preferences()?.language))?;
    match dialogs::choose_document_place(&window, language, LETTER.to_owned()).await {
        Some(path) => write(&program, &phase, &units, &letter, path).map(Some),
        None => Ok(None),
    }
}

/// Writes the letter as a Word document.
#[tauri::command(async)]
pub fn export_reminder_letter(
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
    letter: LetterInput,
    path: String,
) -> Answer<String> {
    write(&program, &phase, &units, &letter, PathBuf::from(path))
}

fn write(program: &Program, phase: &str, units: &[UnitId], letter: &LetterInput, path: PathBuf) -> Answer<String> {
    let bytes = program.with_book(|book, moment| book.reminder_letter(phase, units, letter, moment.today))?;
    Ok(program.save(&path, &bytes)?)
}
