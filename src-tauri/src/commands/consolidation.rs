//! Reports of units added up, frozen, and their texts read beside each other.

use sotg_core::model::{
    Consolidation, ConsolidationChanges, ConsolidationUnits, NarrativeSection, Narratives, Outcome, ReceivedFileId,
    RichText, UnitEvidence, UnitId,
};
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// The figures of a phase: our own, those of the units below, and both.
#[tauri::command(async)]
pub fn consolidation(program: State<'_, Program>, phase: String) -> Answer<Consolidation> {
    program.with_book(|book, moment| book.consolidation(&phase, moment.today))
}

/// From which units a figure comes.
#[tauri::command(async)]
pub fn consolidation_units(
    program: State<'_, Program>,
    phase: String,
    indicator: String,
    split: String,
) -> Answer<ConsolidationUnits> {
    program.with_book(|book, moment| book.consolidation_units(&phase, (&indicator, &split), moment.today))
}

/// What a unit's report has behind its figures; none if no file of it is here.
#[tauri::command(async)]
pub fn unit_evidence(program: State<'_, Program>, phase: String, unit: UnitId) -> Answer<Option<UnitEvidence>> {
    program.with_book(|book, _| book.unit_evidence(&phase, unit))
}

/// Freezes what the units below brought to a phase.
#[tauri::command(async)]
pub fn freeze_consolidation(program: State<'_, Program>, phase: String, note: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.freeze_consolidation(moment, &phase, &note))
}

/// What has changed since the cut-off of a phase.
#[tauri::command(async)]
pub fn consolidation_changes(program: State<'_, Program>, phase: String) -> Answer<ConsolidationChanges> {
    program.with_book(|book, moment| book.consolidation_changes(&phase, moment.today))
}

/// The sections of the report of a phase, and how many units wrote them.
#[tauri::command(async)]
pub fn narrative_sections(program: State<'_, Program>, phase: String) -> Answer<Vec<NarrativeSection>> {
    program.with_book(|book, moment| book.narrative_sections(&phase, moment.today))
}

/// What all units wrote into one section.
#[tauri::command(async)]
pub fn narratives(program: State<'_, Program>, phase: String, section: String) -> Answer<Narratives> {
    program.with_book(|book, moment| book.narratives(&phase, &section, moment.today))
}

/// Takes a text of a unit into our report.
#[tauri::command(async)]
pub fn pick_narrative(
    program: State<'_, Program>,
    phase: String,
    section: String,
    file: ReceivedFileId,
    text: RichText,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.pick_narrative(moment, &phase, &section, (file, &text)))
}
