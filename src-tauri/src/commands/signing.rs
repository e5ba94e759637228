//! Before a report is signed, and after it was sent.

use std::path::PathBuf;

use sotg_core::model::{Outcome, ReportCheck, ReportVersions, VersionComparison, VersionSide};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// What should be looked at before a report is signed.
#[tauri::command(async)]
pub fn report_check(program: State<'_, Program>, phase: String) -> Answer<ReportCheck> {
    program.with_book(|book, moment| book.report_check(&phase, moment.today))
}

/// The official has looked at a finding: it is right as it is.
#[tauri::command(async)]
pub fn mark_finding_seen(program: State<'_, Program>, phase: String, key: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.mark_finding_seen(moment, &phase, &key))
}

/// A finding is open again.
#[tauri::command(async)]
pub fn unmark_finding_seen(program: State<'_, Program>, phase: String, key: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.unmark_finding_seen(moment, &phase, &key))
}

/// Opens a report that was sent, to correct it.
#[tauri::command(async)]
pub fn correct_report(program: State<'_, Program>, phase: String, reason: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.correct_report(moment, &phase, &reason))
}

/// What was sent, and what has changed since.
#[tauri::command(async)]
pub fn report_versions(program: State<'_, Program>, phase: String) -> Answer<ReportVersions> {
    program.with_book(|book, moment| book.report_versions(&phase, moment.today))
}

/// What differs between two versions, or between one and now.
#[tauri::command(async)]
pub fn compare_versions(
    program: State<'_, Program>,
    phase: String,
    left: VersionSide,
    right: VersionSide,
) -> Answer<VersionComparison> {
    program.with_book(|book, moment| book.compare_versions(&phase, left, right, moment.today))
}

/// Asks where to save the document of a version again, and writes it there as it was sent; none if the user thinks better
/// of it.
#[tauri::command]
pub async fn save_version(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
    number: u32,
) -> Answer<Option<String>> {
    let (language, (name, bytes)) = program.with_book(|book, _| {
        let document = book.version_document(&phase, number)?;
        Ok((book.preferences()?.language, document))
    })?;
    match dialogs::choose_document_place(&window, language, name).await {
        Some(path) => Ok(Some(program.save(&path, &bytes)?)),
        None => Ok(None),
    }
}

/// Writes the document of a version as it was sent.
#[tauri::command(async)]
pub fn export_version(program: State<'_, Program>, phase: String, number: u32, path: String) -> Answer<String> {
    let (_, bytes) = program.with_book(|book, _| book.version_document(&phase, number))?;
    Ok(program.save(&PathBuf::from(path), &bytes)?)
}
