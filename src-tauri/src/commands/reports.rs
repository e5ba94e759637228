//! Phase reports.

use std::path::PathBuf;

use chrono::NaiveDate;
use sotg_core::model::{
    LegacyOffer, Outcome, PastedText, ReportDraft, ReportHead, ReportRow, ReportState, RichText, TextChange,
};
use sotg_core::{Error, ErrorCode, export};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::opening;
use crate::state::Program;

/// What is owed.
#[tauri::command(async)]
pub fn list_reports(program: State<'_, Program>) -> Answer<Vec<ReportRow>> {
    program.with_book(|book, moment| book.list_reports(moment.today))
}

/// A report as it stands.
#[tauri::command(async)]
pub fn report_draft(program: State<'_, Program>, phase: String) -> Answer<ReportDraft> {
    program.with_book(|book, moment| book.report_draft(&phase, moment.today))
}

/// Head and foot of a report.
#[tauri::command(async)]
pub fn set_report_head(program: State<'_, Program>, phase: String, head: ReportHead) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_head(moment, &phase, &head))
}

/// The text of a section; none goes back to what the program writes.
#[tauri::command(async)]
pub fn set_report_section(
    program: State<'_, Program>,
    phase: String,
    section: String,
    text: Option<RichText>,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_section(moment, &phase, &section, text.as_ref()))
}

/// Takes over what the program would write otherwise since, or leaves the official's text as it is.
#[tauri::command(async)]
pub fn decide_text_change(
    program: State<'_, Program>,
    phase: String,
    section: String,
    change: TextChange,
    takes: bool,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.decide_text_change(moment, &phase, &section, &change, takes))
}

/// What was pasted, in Unicode, if it is in letters from before it.
#[tauri::command(async)]
pub fn offer_unicode(_program: State<'_, Program>, texts: Vec<PastedText>) -> Answer<Option<LegacyOffer>> {
    Ok(sotg_core::text::offer_unicode(&texts))
}

/// Where a report stands.
#[tauri::command(async)]
pub fn set_report_state(
    program: State<'_, Program>,
    phase: String,
    state: ReportState,
    on: Option<NaiveDate>,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_state(moment, &phase, state, on))
}

/// Asks where to save a report, and writes it there as a Word document; none if the user thinks better of it.
#[tauri::command]
pub async fn save_report(window: WebviewWindow, program: State<'_, Program>, phase: String) -> Answer<Option<String>> {
    let (language, name) = program.with_book(|book, moment| {
        let draft = book.report_draft(&phase, moment.today)?;
        Ok((book.preferences()?.language, draft.file_name))
    })?;
    match dialogs::choose_document_place(&window, language, name).await {
        Some(path) => write(&program, &phase, path).map(Some),
        None => Ok(None),
    }
}

/// Writes a report as a Word document.
#[tauri::command(async)]
pub fn export_report(program: State<'_, Program>, phase: String, path: String) -> Answer<String> {
    write(&program, &phase, PathBuf::from(path))
}

/// Shows the folder of something that was written, or the folder of the book.
#[tauri::command(async)]
pub fn show_in_folder(program: State<'_, Program>, path: String) -> Answer<()> {
    let path = PathBuf::from(path);
    if !program.may_show(&path) {
        return Err(Error::refused(ErrorCode::NotFound, "showing a folder")
            .with("what", "file")
            .with("id", path.display())
            .into());
    }
    Ok(opening::show(&path)?)
}

fn write(program: &Program, phase: &str, path: PathBuf) -> Answer<String> {
    let content = program.with_book(|book, moment| book.report_content(phase, moment.today))?;
    export::save(&path, &export::report_docx(&content)?)?;
    program.remember_written(&path);
    Ok(path.display().to_string())
}
