//! What a report has beside its text: annexes, charts, photos.

use sotg_core::model::{EvidenceId, Outcome, PhotoChoice, PhotoView};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// Which annexes a report has.
#[tauri::command(async)]
pub fn set_report_annexes(program: State<'_, Program>, phase: String, included: Vec<String>) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_annexes(moment, &phase, &included))
}

/// A chart as it looks: SVG files.
#[tauri::command(async)]
pub fn report_chart(program: State<'_, Program>, phase: String, code: String) -> Answer<Vec<String>> {
    program.with_book(|book, moment| book.report_chart(&phase, &code, moment.today))
}

/// Photos that a report has, and could have.
#[tauri::command(async)]
pub fn report_photos(program: State<'_, Program>, phase: String) -> Answer<Vec<PhotoView>> {
    program.with_book(|book, moment| book.report_photos(&phase, moment.today))
}

/// The photos of a report, in this order.
#[tauri::command(async)]
pub fn set_report_photos(program: State<'_, Program>, phase: String, photos: Vec<PhotoChoice>) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_photos(moment, &phase, &photos))
}

/// A small picture of a photo, as an address.
#[tauri::command(async)]
pub fn photo_address(program: State<'_, Program>, id: EvidenceId) -> Answer<String> {
    program.with_book(|book, _| book.photo_address(id))
}
