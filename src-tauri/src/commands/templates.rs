//! Word templates of the office's own.

use std::path::Path;

use sotg_core::model::{Outcome, TemplateCheck, TemplateChoice, TemplateId, WordTemplate};
use sotg_core::templates;
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// Name under which a template to begin with is proposed.
const SAMPLE: &str = "Mẫu báo cáo.docx";

/// All templates.
#[tauri::command(async)]
pub fn list_templates(program: State<'_, Program>) -> Answer<Vec<WordTemplate>> {
    program.with_book(|book, _| book.list_templates())
}

/// Asks for a Word file; none if the user thinks better of it.
#[tauri::command]
pub async fn choose_template(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    Ok(dialogs::choose_template(&window, language).await.map(|path| path.display().to_string()))
}

/// Looks at a file that may become a template.
#[tauri::command(async)]
pub fn check_template(_program: State<'_, Program>, path: String) -> Answer<TemplateCheck> {
    Ok(templates::check_file(Path::new(&path))?)
}

/// Keeps a file as a template.
#[tauri::command(async)]
pub fn add_template(program: State<'_, Program>, path: String, name: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.add_template(moment, Path::new(&path), &name))
}

/// Removes a template.
#[tauri::command(async)]
pub fn remove_template(program: State<'_, Program>, id: TemplateId) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_template(moment, id))
}

/// Asks where to save the program's own form as a template, and writes it there; none if the user thinks better of it.
#[tauri::command]
pub async fn save_template_sample(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| book.preferences())?.language;
    let Some(path) = dialogs::choose_document_place(&window, language, SAMPLE.to_owned()).await else {
        return Ok(None);
    };
    let bytes = program.with_book(|book, moment| book.template_sample(moment.today))?;
    Ok(Some(program.save(&path, &bytes)?))
}

/// In what form a report is written out, and what it could be.
#[tauri::command(async)]
pub fn template_choice(program: State<'_, Program>, phase: String) -> Answer<TemplateChoice> {
    program.with_book(|book, _| book.template_choice(&phase))
}

/// Chooses the form of a report.
#[tauri::command(async)]
pub fn set_report_template(
    program: State<'_, Program>,
    phase: String,
    template: Option<TemplateId>,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_report_template(moment, &phase, template))
}
