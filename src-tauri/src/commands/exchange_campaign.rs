//! Plan files of an office: issued, looked at, taken over, passed on.

use std::path::Path;

use serde::Serialize;
use sotg_core::exchange::campaign::IssuedFile;
use sotg_core::export;
use sotg_core::model::{CampaignChange, CampaignIssue, CampaignOffer, IssuedCampaign, Outcome, PlanText, TakeCampaign};
use sotg_core::plan::PlanFile;
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// A plan file that was written.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SavedCampaign {
    /// Where it lies.
    pub path: String,
    /// What it is, and the words that it goes with.
    pub issued: IssuedCampaign,
    /// What was changed in the book.
    pub outcome: Outcome,
}

/// How the book stands to the plan file of its campaign.
#[tauri::command(async)]
pub fn campaign_issue(program: State<'_, Program>) -> Answer<CampaignIssue> {
    program.with_book(|book, moment| book.campaign_issue(moment.today))
}

/// Asks where the plan file is to lie; none if the user thinks better of it.
#[tauri::command]
pub async fn choose_campaign_place(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let (language, name) = program
        .with_book(|book, moment| Ok((book.preferences()?.language, book.campaign_issue(moment.today)?.file_name)))?;
    let path = dialogs::choose_campaign_place(&window, language, name).await;
    Ok(path.map(|path| path.to_string_lossy().into_owned()))
}

/// Issues the plan file and writes it.
#[tauri::command(async)]
pub fn issue_campaign(program: State<'_, Program>, note: String, path: String) -> Answer<SavedCampaign> {
    program.with_book(|book, moment| {
        let (outcome, file) = book.issue_campaign(moment, &note)?;
        save(path, file, outcome)
    })
}

/// Writes the plan file that holds, as it was issued or came, to be passed on.
#[tauri::command(async)]
pub fn pass_campaign(program: State<'_, Program>, path: String) -> Answer<SavedCampaign> {
    program.with_book(|book, _| save(path, book.campaign_file()?, Outcome { step: None }))
}

/// What another text of the plan would change.
#[tauri::command(async)]
pub fn preview_amended_plan(program: State<'_, Program>, plan: PlanText) -> Answer<Vec<CampaignChange>> {
    let file = PlanFile::from_text(&plan.file_name, &plan.text)?;
    program.with_book(|book, moment| book.preview_amended_plan(&file, moment.today))
}

/// Gives the campaign another text of its plan.
#[tauri::command(async)]
pub fn amend_plan(program: State<'_, Program>, plan: PlanText) -> Answer<Outcome> {
    let file = PlanFile::from_text(&plan.file_name, &plan.text)?;
    program.with_book(|book, moment| book.amend_plan(moment, &file))
}

/// What a plan file offers to a unit of it.
#[tauri::command(async)]
pub fn preview_campaign(program: State<'_, Program>, text: String, unit: Option<String>) -> Answer<CampaignOffer> {
    program.with_book(|book, moment| book.preview_campaign(text.as_bytes(), unit.as_deref(), moment.today))
}

/// Takes a plan file over.
#[tauri::command(async)]
pub fn take_campaign(program: State<'_, Program>, text: String, input: TakeCampaign) -> Answer<Outcome> {
    program.with_book(|book, moment| book.take_campaign(moment, &text, &input))
}

fn save(path: String, file: IssuedFile, outcome: Outcome) -> sotg_core::Result<SavedCampaign> {
    let IssuedFile { issued, text } = file;
    export::save(Path::new(&path), text.as_bytes())?;
    Ok(SavedCampaign { path, issued, outcome })
}
