//! What goes between our office and a unit: forms, reports entered for it, returns, receipts, forwarding, and the ledger of all.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{
    EnteredReport, LedgerEntry, LedgerFilter, Outcome, Packed, ReceiptForm, ReturnInput, ReturnedReport, SealedFile,
    UnitId,
};
use sotg_core::{Result, export, text};
use tauri::{State, WebviewWindow};

use crate::dialogs;
use crate::error::Answer;
use crate::state::Program;

/// What a path is asked for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExchangePath {
    /// The Excel form of a unit.
    Form,
    /// A folder for the forms of all units.
    Forms,
    /// A return file.
    Return,
    /// A receipt.
    Receipt,
    /// Our report with the files of our units.
    Forwarded,
    /// Our report with its evidence.
    Package,
    /// The ledger as a table.
    Ledger,
    /// The scan of a report on paper, which is there already.
    Scan,
}

/// A file that was written, and what was changed in the book.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SavedExchange {
    /// Where it lies.
    pub path: String,
    /// What was changed.
    pub outcome: Outcome,
    /// How many files went into it: forms in a folder, files of units in a package.
    pub n_files: u32,
    /// Names of units whose report has no file.
    pub without: Vec<String>,
}

/// Asks where something is to lie, or which scan is meant; none if the user thinks better of it.
#[tauri::command]
pub async fn choose_exchange_path(
    window: WebviewWindow,
    program: State<'_, Program>,
    kind: ExchangePath,
    phase: String,
    unit: Option<UnitId>,
) -> Answer<Option<String>> {
    let (language, name) = program.with_book(|book, moment| {
        let name =
            unit.map(|unit| Ok::<_, sotg_core::Error>(book.unit_detail(unit, moment.today)?.name)).transpose()?;
        Ok((book.preferences()?.language, text::file_name(&name.unwrap_or_default())))
    })?;
    let named =
        |what: &str| [what, &name, &phase].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    let path = match kind {
        ExchangePath::Form => {
            dialogs::choose_table_place(&window, language, format!("{}.xlsx", named("Bieu-mau"))).await
        }
        ExchangePath::Forms => dialogs::choose_folder_to_write(&window, language).await,
        ExchangePath::Return => {
            dialogs::choose_sealed_place(&window, language, format!("{}.sotg", named("Tra-lai"))).await
        }
        ExchangePath::Receipt => {
            dialogs::choose_sealed_place(&window, language, format!("{}.sotg", named("Bien-nhan"))).await
        }
        ExchangePath::Forwarded => {
            dialogs::choose_packed_place(&window, language, format!("{}.zip", named("Chuyen-tiep"))).await
        }
        ExchangePath::Package => {
            dialogs::choose_packed_place(&window, language, format!("{}.zip", named("Bao-cao"))).await
        }
        ExchangePath::Ledger => dialogs::choose_table_place(&window, language, "So-gui-nhan.xlsx".to_owned()).await,
        ExchangePath::Scan => dialogs::choose_scan(&window, language).await,
    };
    Ok(path.map(|path| path.to_string_lossy().into_owned()))
}

/// Writes the Excel form of a unit.
#[tauri::command(async)]
pub fn save_form(program: State<'_, Program>, phase: String, unit: UnitId, path: String) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| {
        let (outcome, file) = book.make_form(moment, &phase, unit)?;
        written(path, &file, outcome)
    })
}

/// Writes the Excel forms of these units into a folder; none: of all that are to report.
#[tauri::command(async)]
pub fn save_forms(
    program: State<'_, Program>,
    phase: String,
    units: Vec<UnitId>,
    path: String,
) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| {
        let (outcome, n_files) = book.make_forms(moment, &phase, &units, path)?;
        Ok((outcome, Packed { n_files, without: Vec::new() }))
    })
}

/// Sends a report back to its unit.
#[tauri::command(async)]
pub fn return_report(
    program: State<'_, Program>,
    phase: String,
    unit: UnitId,
    input: ReturnInput,
    path: String,
) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| {
        let (outcome, file) = book.return_report(moment, &phase, unit, &input)?;
        written(path, &file, outcome)
    })
}

/// The receipt for a unit as a line, before it is given.
#[tauri::command(async)]
pub fn receipt_line(program: State<'_, Program>, phase: String, unit: UnitId) -> Answer<String> {
    program.with_book(|book, moment| Ok(book.receipt(&phase, unit, moment.today)?.line))
}

/// Writes down that the line was given.
#[tauri::command(async)]
pub fn give_receipt_line(program: State<'_, Program>, phase: String, unit: UnitId) -> Answer<Outcome> {
    program.with_book(|book, moment| Ok(book.give_receipt(moment, &phase, unit, ReceiptForm::Line)?.0))
}

/// Writes the receipt for a unit as a file.
#[tauri::command(async)]
pub fn save_receipt(program: State<'_, Program>, phase: String, unit: UnitId, path: String) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| {
        let (outcome, given) = book.give_receipt(moment, &phase, unit, ReceiptForm::File)?;
        written(path, &given.file, outcome)
    })
}

/// Writes our report with the files of our units, unchanged.
#[tauri::command(async)]
pub fn forward_reports(program: State<'_, Program>, phase: String, path: String) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| book.forward(moment, &phase, path))
}

/// Writes our report with the files of its evidence.
#[tauri::command(async)]
pub fn save_report_package(program: State<'_, Program>, phase: String, path: String) -> Answer<SavedExchange> {
    saved(&program, path, |book, moment, path| {
        Ok((Outcome { step: None }, book.report_package(&phase, moment.today, path)?))
    })
}

/// Types a report in for a unit.
#[tauri::command(async)]
pub fn enter_report(
    program: State<'_, Program>,
    phase: String,
    unit: UnitId,
    entered: EnteredReport,
    scan: Option<String>,
) -> Answer<Outcome> {
    let scan = scan.map(PathBuf::from);
    program.with_book(|book, moment| book.enter_report_for(moment, &phase, unit, &entered, scan.as_deref()))
}

/// What counts of a unit's report, to be typed over.
#[tauri::command(async)]
pub fn entered_report(program: State<'_, Program>, phase: String, unit: UnitId) -> Answer<Option<EnteredReport>> {
    program.with_book(|book, _| book.entered_report(&phase, unit))
}

/// Takes a return or a receipt over.
#[tauri::command(async)]
pub fn take_sealed(program: State<'_, Program>, text: String, confirmed: bool) -> Answer<Outcome> {
    program.with_book(|book, moment| book.take_sealed(moment, text.as_bytes(), confirmed))
}

/// What is to be mended in our report of a phase.
#[tauri::command(async)]
pub fn return_marks(program: State<'_, Program>, phase: String) -> Answer<Option<ReturnedReport>> {
    program.with_book(|book, _| book.return_marks(&phase))
}

/// What was sent and what came.
#[tauri::command(async)]
pub fn ledger(program: State<'_, Program>, filter: LedgerFilter) -> Answer<Vec<LedgerEntry>> {
    program.with_book(|book, _| book.ledger(&filter))
}

/// Writes the ledger as a workbook.
#[tauri::command(async)]
pub fn export_ledger(program: State<'_, Program>, filter: LedgerFilter, path: String) -> Answer<String> {
    let bytes = program.with_book(|book, moment| book.ledger_workbook(&filter, moment.today))?;
    Ok(program.save(Path::new(&path), &bytes)?)
}

fn written(path: &Path, file: &SealedFile, outcome: Outcome) -> Result<(Outcome, Packed)> {
    export::save(path, &file.bytes)?;
    Ok((outcome, Packed { n_files: 1, without: Vec::new() }))
}

fn saved(
    program: &Program,
    path: String,
    write: impl FnOnce(&mut Book, &Moment, &Path) -> Result<(Outcome, Packed)>,
) -> Answer<SavedExchange> {
    let place = PathBuf::from(&path);
    let (outcome, Packed { n_files, without }) = program.with_book(|book, moment| write(book, moment, &place))?;
    program.remember_written(&place);
    Ok(SavedExchange { path, outcome, n_files, without })
}
