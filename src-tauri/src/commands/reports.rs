//! Phase reports.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sotg_core::model::{
    Language, LegacyOffer, Outcome, PastedText, ReportDraft, ReportHead, ReportRow, ReportState, RichText, TextChange,
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
    let (language, name) = language_and_name(&program, &phase)?;
    match dialogs::choose_document_place(&window, language, name).await {
        Some(path) => write(&program, &phase, path).map(Some),
        None => Ok(None),
    }
}

/// Asks where to save a report, and writes it there as PDF; none if the user thinks better of it.
#[tauri::command]
pub async fn save_report_pdf(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
) -> Answer<Option<String>> {
    let (language, name) = language_and_name(&program, &phase)?;
    match dialogs::choose_pdf_place(&window, language, named(&name, "pdf")).await {
        // Whatever ending was typed: who asks for a PDF gets one.
        Some(path) => write(&program, &phase, path.with_extension("pdf")).map(Some),
        None => Ok(None),
    }
}

/// Opens a report as PDF with the program that the PC has for it, which prints.
#[tauri::command(async)]
pub fn print_report(program: State<'_, Program>, phase: String) -> Answer<()> {
    let (content, today) =
        program.with_book(|book, moment| Ok((book.report_content(&phase, moment.today)?, moment.today)))?;
    let name = named(&content.draft.file_name, "pdf");
    let bytes = sotg_pages::report_pdf(&content, today)?;
    // A reader may still show the copy of the last time, and on Windows nobody can write to it then: another one lies elsewhere.
    let folder = program.outbox().join(format!("{:016x}", hash_of(&bytes)));
    let copy = folder.join(&name);
    if std::fs::read(&copy).ok().as_ref() != Some(&bytes) {
        std::fs::create_dir_all(&folder).map_err(Error::io("create the folder", &folder))?;
        export::save(&copy, &bytes)?;
    }
    Ok(opening::open(&copy)?)
}

/// Writes a report as PDF if the name of the file says so, else as a Word document.
#[tauri::command(async)]
pub fn export_report(program: State<'_, Program>, phase: String, path: String) -> Answer<String> {
    write(&program, &phase, PathBuf::from(path))
}

/// Asks where to save figures and activities of a report as a workbook, and writes it there; none if the user thinks better
/// of it.
#[tauri::command]
pub async fn save_report_tables(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
) -> Answer<Option<String>> {
    let (language, name) = language_and_name(&program, &phase)?;
    match dialogs::choose_table_place(&window, language, named(&name, "xlsx")).await {
        Some(path) => write_tables(&program, &phase, path).map(Some),
        None => Ok(None),
    }
}

/// Writes figures and activities of a report as a workbook.
#[tauri::command(async)]
pub fn export_report_tables(program: State<'_, Program>, phase: String, path: String) -> Answer<String> {
    write_tables(&program, &phase, PathBuf::from(path))
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

fn language_and_name(program: &Program, phase: &str) -> Answer<(Language, String)> {
    program.with_book(|book, moment| {
        let draft = book.report_draft(phase, moment.today)?;
        Ok((book.preferences()?.language, draft.file_name))
    })
}

/// The name that is proposed for a report as Word, with another ending.
fn named(word_name: &str, ending: &str) -> String {
    Path::new(word_name).with_extension(ending).display().to_string()
}

fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

fn write(program: &Program, phase: &str, path: PathBuf) -> Answer<String> {
    let bytes = if export::has_ending(&path, "pdf") {
        let (content, today) =
            program.with_book(|book, moment| Ok((book.report_content(phase, moment.today)?, moment.today)))?;
        // Pages take their time; the book is free meanwhile.
        sotg_pages::report_pdf(&content, today)?
    } else {
        program.with_book(|book, moment| book.report_file(phase, moment.today))?
    };
    Ok(program.save(&path, &bytes)?)
}

fn write_tables(program: &Program, phase: &str, path: PathBuf) -> Answer<String> {
    let bytes = program.with_book(|book, moment| book.report_workbook(phase, moment.today))?;
    Ok(program.save(&path, &bytes)?)
}
