//! Our unit, who signs, and the look of the window.

use sotg_core::model::{OurUnit, Outcome, Preferences, Signer, SignerId};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// Facts of our unit.
#[tauri::command(async)]
pub fn set_unit(program: State<'_, Program>, unit: OurUnit) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_unit(moment, &unit))
}

/// Adds or changes a signer.
#[tauri::command(async)]
pub fn set_signer(program: State<'_, Program>, signer: Signer) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_signer(moment, &signer))
}

/// Removes a signer.
#[tauri::command(async)]
pub fn remove_signer(program: State<'_, Program>, id: SignerId) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_signer(moment, id))
}

/// How the window looks.
#[tauri::command(async)]
pub fn set_preferences(program: State<'_, Program>, preferences: Preferences) -> Answer<()> {
    program.with_book(|book, _| book.set_preferences(preferences))
}
