//! Files between offices: returns, receipts, forwarding, forms, reports that were entered for a unit, and the ledger of all.

pub mod arguments;
pub mod forms;
mod print;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sotg_core::book::Book;
use sotg_core::exchange::opening;
use sotg_core::model::{
    EnteredActivity, EnteredFigure, EnteredReport, EnteredText, FigureState, LedgerFilter, MarkPlace, ProgressState,
    ReceiptForm, ReturnInput, ReturnMark, SealedFile,
};
use sotg_core::{Error, ErrorCode, Result, export};

use crate::commands::{alter, ask};
use crate::session::Session;
use arguments::{Enter, Exchange, Ledger, Return};

/// Runs one of them.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Exchange) -> Result<ExitCode> {
    match command {
        Exchange::Return(typed) => return_report(session, *typed),
        Exchange::Receipt { phase, unit, to } => receipt(session, &phase, &unit, to.as_deref()),
        Exchange::Forward { phase, to } => forward(session, &phase, &to),
        Exchange::Ledger(typed) => ledger(session, *typed),
        Exchange::Open { file, look, confirm } => open(session, &file, look, confirm),
        Exchange::Enter(typed) => enter(session, *typed),
    }
}

/// Where a file goes: the name that was typed, or its own name in a folder.
pub fn place(to: &Path, file: &SealedFile) -> PathBuf {
    if to.is_dir() { to.join(&file.file_name) } else { to.to_owned() }
}

fn return_report(session: &Session, typed: Return) -> Result<ExitCode> {
    let Return { phase, unit, figure, section, activity, note, until, to } = typed;
    let mut marks = Vec::new();
    for text in &figure {
        let (code, note) = pair(text)?;
        let (indicator, split) = code.split_once('/').unwrap_or((code, ""));
        let place = MarkPlace::Figure { indicator: indicator.to_owned(), split: split.to_owned() };
        marks.push(ReturnMark { place, note: note.to_owned() });
    }
    for text in &section {
        let (code, note) = pair(text)?;
        marks.push(ReturnMark { place: MarkPlace::Section(code.to_owned()), note: note.to_owned() });
    }
    for text in &activity {
        let (code, note) = pair(text)?;
        marks.push(ReturnMark { place: MarkPlace::Activity(code.to_owned()), note: note.to_owned() });
    }
    let (mut book, moment) = session.open()?;
    let unit = book.find_unit(&unit)?;
    let input = ReturnInput { marks, note, wanted_by: until };
    let (outcome, file) = book.return_report(&moment, &phase, unit, &input)?;
    let path = place(&to, &file);
    export::save(&path, &file.bytes)?;
    print::written(session, &outcome, &path);
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn receipt(session: &Session, phase: &str, unit: &str, to: Option<&Path>) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let unit = book.find_unit(unit)?;
    let form = if to.is_some() { ReceiptForm::File } else { ReceiptForm::Line };
    let (_, given) = book.give_receipt(&moment, phase, unit, form)?;
    let path = to.map(|to| place(to, &given.file));
    if let Some(path) = &path {
        export::save(path, &given.file.bytes)?;
    }
    if session.json {
        crate::print::json(&serde_json::json!({ "line": given.line, "path": path }));
    } else {
        println!("{}", given.line);
        path.iter().for_each(|path| println!("{}", path.display()));
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn forward(session: &Session, phase: &str, to: &Path) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let (_, packed) = book.forward(&moment, phase, to)?;
    if session.json {
        crate::print::json(&packed);
    } else {
        println!("Đã đóng gói báo cáo và {} tệp của đơn vị vào {}", packed.n_files, to.display());
        packed.without.iter().for_each(|unit| println!("Không có tệp kèm theo: {unit}"));
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn ledger(session: &Session, typed: Ledger) -> Result<ExitCode> {
    let Ledger { direction, kind, unit, phase, from, until, find, to } = typed;
    let filter = |book: &Book| -> Result<LedgerFilter> {
        let unit = unit.as_deref().map(|unit| book.find_unit(unit)).transpose()?;
        let (direction, kind) = (direction.map(Into::into), kind.map(Into::into));
        Ok(LedgerFilter { direction, kind, unit, phase, from, until, words: find })
    };
    let Some(to) = to else {
        return ask(session, |book, _| book.ledger(&filter(book)?), |entries| print::ledger(entries));
    };
    let question = |book: &Book, moment: &sotg_core::history::Moment| {
        export::save(&to, &book.ledger_workbook(&filter(book)?, moment.today)?)?;
        Ok(serde_json::json!({ "path": to }))
    };
    ask(session, question, |_| println!("{}", to.display()))
}

fn open(session: &Session, file: &Path, look: bool, is_confirmed: bool) -> Result<ExitCode> {
    let bytes = opening::read_sealed(file)?;
    if look {
        return ask(session, |book, _| book.preview_sealed(&bytes), print::preview);
    }
    let (mut book, moment) = session.open()?;
    let preview = book.preview_sealed(&bytes)?;
    let outcome = book.take_sealed(&moment, &bytes, is_confirmed)?;
    if session.json {
        crate::print::json(&serde_json::json!({ "preview": preview, "step": outcome.step }));
    } else {
        print::preview(&preview);
        crate::print::outcome(&outcome);
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn enter(session: &Session, typed: Enter) -> Result<ExitCode> {
    let Enter { phase, unit, by, channel, number, dated, on, figure, text, done, scan } = typed;
    let figures = figure.iter().map(|typed| entered_figure(typed)).collect::<Result<_>>()?;
    let texts = text.iter().map(|typed| {
        let (section, text) = pair(typed)?;
        Ok(EnteredText { section: section.to_owned(), text: text.to_owned() })
    });
    let activities =
        done.into_iter().map(|activity| EnteredActivity { activity, state: ProgressState::Done, done_on: None });
    let entered = EnteredReport {
        channel: channel.into(),
        entered_for: by,
        number,
        dated_on: dated,
        received_on: on,
        figures,
        texts: texts.collect::<Result<_>>()?,
        activities: activities.collect(),
    };
    alter(session, |book, moment| {
        let unit = book.find_unit(&unit)?;
        book.enter_report_for(moment, &phase, unit, &entered, scan.as_deref())
    })
}

fn entered_figure(typed: &str) -> Result<EnteredFigure> {
    let (code, said) = pair(typed)?;
    let (indicator, split) = code.split_once('/').unwrap_or((code, ""));
    let (said, is_estimate) = said.strip_prefix('~').map_or((said, false), |said| (said, true));
    let state = match said {
        "khong-co" => FigureState::Nothing,
        "khong-ap-dung" => FigureState::NotApplicable,
        _ => FigureState::Number,
    };
    Ok(EnteredFigure {
        indicator: indicator.to_owned(),
        split: split.to_owned(),
        state,
        text: said.to_owned(),
        is_estimate,
    })
}

/// "LT01=…" in its two halves.
fn pair(typed: &str) -> Result<(&str, &str)> {
    typed
        .split_once('=')
        .ok_or_else(|| Error::refused(ErrorCode::Required, "reading an argument").with("field", "mark"))
}
