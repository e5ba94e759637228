//! What is expected of the units below ours, what has come, and who is late.

use std::path::PathBuf;

use chrono::NaiveDate;
use sotg_core::model::{
    Board, Congress, CongressList, Duty, ExpectationChange, ExpectedItem, KindExpectation, LateBy, LevelDue, Outcome,
    PhaseRate, Receipt, Register, StructureOf, UnitException, UnitFacts, UnitId, UnitKind, UnitReport,
};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// Name under which the board is proposed.
const BOARD: &str = "Bang-theo-doi.xlsx";

/// The register of a phase.
#[tauri::command(async)]
pub fn register(program: State<'_, Program>, phase: String, structure: StructureOf) -> Answer<Register> {
    program.with_book(|book, moment| book.register(&phase, structure, moment.today))
}

/// How many reports of each phase that has begun are there.
#[tauri::command(async)]
pub fn report_rates(program: State<'_, Program>) -> Answer<Vec<PhaseRate>> {
    program.with_book(|book, moment| book.report_rates(moment.today))
}

/// Enters what came of one unit or of many.
#[tauri::command(async)]
pub fn set_received(
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
    receipt: Receipt,
) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_received(moment, &phase, &units, &receipt))
}

/// Units by phases and stages.
#[tauri::command(async)]
pub fn board(program: State<'_, Program>) -> Answer<Board> {
    program.with_book(|book, moment| Ok(book.board(moment.today)?.without_closed()))
}

/// Asks where to save the board as a workbook and writes it there; none if the user thinks better of it.
#[tauri::command]
pub async fn save_board(window: WebviewWindow, program: State<'_, Program>) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| Ok(book.preferences()?.language))?;
    match dialogs::choose_table_place(&window, language, BOARD.to_owned()).await {
        Some(path) => write_board(&program, path).map(Some),
        None => Ok(None),
    }
}

/// Writes the board as a workbook.
#[tauri::command(async)]
pub fn export_board(program: State<'_, Program>, path: String) -> Answer<String> {
    write_board(&program, path.into())
}

/// Asks where to save the register as a workbook and writes it there; none if the user thinks better of it.
#[tauri::command]
pub async fn save_register(
    window: WebviewWindow,
    program: State<'_, Program>,
    phase: String,
    structure: StructureOf,
) -> Answer<Option<String>> {
    let language = program.with_book(|book, _| Ok(book.preferences()?.language))?;
    match dialogs::choose_table_place(&window, language, format!("So-nhan-bao-cao-{phase}.xlsx")).await {
        Some(path) => write_register(&program, &phase, structure, path).map(Some),
        None => Ok(None),
    }
}

/// Writes the register as a workbook.
#[tauri::command(async)]
pub fn export_register(
    program: State<'_, Program>,
    phase: String,
    structure: StructureOf,
    path: String,
) -> Answer<String> {
    write_register(&program, &phase, structure, path.into())
}

/// The reports of one unit, one per phase.
#[tauri::command(async)]
pub fn unit_reports(program: State<'_, Program>, unit: UnitId) -> Answer<Vec<UnitReport>> {
    program.with_book(|book, moment| book.unit_reports(unit, moment.today))
}

/// Everything that is expected of a unit.
#[tauri::command(async)]
pub fn expected_of(program: State<'_, Program>, unit: UnitId) -> Answer<Vec<ExpectedItem>> {
    program.with_book(|book, moment| book.expected_of(unit, moment.today))
}

/// How other facts would change what is expected of a unit.
#[tauri::command(async)]
pub fn preview_facts(program: State<'_, Program>, unit: UnitId, facts: UnitFacts) -> Answer<ExpectationChange> {
    program.with_book(|book, moment| book.preview_facts(unit, &facts, moment.today))
}

/// How another kind, from a day on or because the old one was wrong, would change what is expected of a unit.
#[tauri::command(async)]
pub fn preview_kind(
    program: State<'_, Program>,
    unit: UnitId,
    kind: String,
    on: Option<NaiveDate>,
) -> Answer<ExpectationChange> {
    program.with_book(|book, moment| book.preview_kind(unit, &kind, on, moment.today))
}

/// How another level of a kind would change what is expected of its units.
#[tauri::command(async)]
pub fn preview_unit_kind(program: State<'_, Program>, kind: UnitKind) -> Answer<KindExpectation> {
    program.with_book(|book, moment| book.preview_unit_kind(&kind, moment.today))
}

/// Units with another day, or let off.
#[tauri::command(async)]
pub fn list_exceptions(program: State<'_, Program>) -> Answer<Vec<UnitException>> {
    program.with_book(|book, _| book.list_exceptions())
}

/// Gives one unit another day, or lets it off.
#[tauri::command(async)]
pub fn set_exception(program: State<'_, Program>, exception: UnitException) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_exception(moment, &exception))
}

/// Takes an exception back.
#[tauri::command(async)]
pub fn remove_exception(program: State<'_, Program>, unit: UnitId, phase: String, activity: String) -> Answer<Outcome> {
    program.with_book(|book, moment| book.remove_exception(moment, unit, &phase, &activity))
}

/// Due days by level.
#[tauri::command(async)]
pub fn list_level_dues(program: State<'_, Program>) -> Answer<Vec<LevelDue>> {
    program.with_book(|book, _| book.list_level_dues())
}

/// What a level may be given a day of its own for.
#[tauri::command(async)]
pub fn list_duties(program: State<'_, Program>, phase: String) -> Answer<Vec<Duty>> {
    program.with_book(|book, _| book.list_duties(&phase))
}

/// Sets the due day of a level.
#[tauri::command(async)]
pub fn set_level_due(program: State<'_, Program>, due: LevelDue) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_level_due(moment, &due))
}

/// Which day of a report decides whether it is late.
#[tauri::command(async)]
pub fn set_late_by(program: State<'_, Program>, rule: LateBy) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_late_by(moment, rule))
}

/// All congresses.
#[tauri::command(async)]
pub fn congresses(program: State<'_, Program>) -> Answer<CongressList> {
    program.with_book(|book, moment| book.congresses(moment.today))
}

/// Says what is known of a unit's congress.
#[tauri::command(async)]
pub fn set_congress(program: State<'_, Program>, congress: Congress) -> Answer<Outcome> {
    program.with_book(|book, moment| book.set_congress(moment, &congress))
}

fn write_board(program: &Program, path: PathBuf) -> Answer<String> {
    let bytes = program.with_book(|book, moment| book.board_workbook(moment.today))?;
    Ok(program.save(&path, &bytes)?)
}

fn write_register(program: &Program, phase: &str, structure: StructureOf, path: PathBuf) -> Answer<String> {
    let bytes = program.with_book(|book, moment| book.register_workbook(phase, structure, moment.today))?;
    Ok(program.save(&path, &bytes)?)
}
