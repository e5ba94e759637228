//! Excel forms for units without the program: written for them, and read back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sotg_core::book::Book;
use sotg_core::exchange::form::FormContent;
use sotg_core::history::Moment;
use sotg_core::model::FormTotal;
use sotg_core::{Error, Result, export};

use super::place;
use crate::commands::ask;
use crate::session::Session;

/// Writes the form of one unit into a file, those of several or of all into a folder, or one for whoever needs it.
///
/// # Errors
/// What the core refuses.
pub fn write(session: &Session, phase: &str, units: &[String], is_general: bool, to: &Path) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let ids = units.iter().map(|unit| book.find_unit(unit)).collect::<Result<Vec<_>>>()?;
    let (n, path): (u32, PathBuf) = match ids.as_slice() {
        _ if is_general => {
            let file = book.excel_form(phase, None, moment.today)?;
            let path = place(to, &file);
            export::save(&path, &file.bytes)?;
            (1, path)
        }
        [unit] if !to.is_dir() => {
            let (_, file) = book.make_form(&moment, phase, *unit)?;
            export::save(to, &file.bytes)?;
            (1, to.to_owned())
        }
        units => (book.make_forms(&moment, phase, units, to)?.1, to.to_owned()),
    };
    if session.json {
        crate::print::json(&serde_json::json!({ "path": path, "n_forms": n }));
    } else {
        println!("Đã tạo {n} biểu mẫu: {}", path.display());
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Says what a form that came back reports, and what in it was not understood: exit status 1 if anything was.
///
/// # Errors
/// What the core refuses.
pub fn read(session: &Session, file: &Path) -> Result<ExitCode> {
    let mut has_troubles = false;
    let question = |book: &Book, _: &Moment| {
        let content = book.read_form(file)?;
        has_troubles = !content.troubles.is_empty();
        Ok(serde_json::json!({ "payload": content.payload, "troubles": content.troubles }))
    };
    if session.json {
        ask(session, question, |_| {})?;
    } else {
        let (book, _) = session.open()?;
        let content = book.read_form(file)?;
        has_troubles = !content.troubles.is_empty();
        print(&book, &content)?;
        book.close()?;
    }
    Ok(if has_troubles { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Adds up the figures of every form in a folder.
///
/// # Errors
/// What the disk reports; what the core refuses for the first file that is no form.
pub fn sum(session: &Session, folder: &Path) -> Result<ExitCode> {
    let (book, _) = session.open()?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(Error::io("read", folder))?;
    files.retain(|path| export::has_ending(path, "xlsx"));
    files.sort();
    let totals = book.add_up_forms(&files)?;
    if session.json {
        crate::print::json(&totals);
    } else {
        println!("{} biểu mẫu", files.len());
        for FormTotal { indicator, split, text, n_forms, .. } in &totals {
            let split = if split.is_empty() { String::new() } else { format!("/{split}") };
            println!("{indicator}{split}: {text} ({n_forms})");
        }
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn print(book: &Book, content: &FormContent) -> Result<()> {
    let payload = &content.payload;
    println!("{} - {}", payload.unit.name, payload.phase);
    for figure in &payload.figures {
        let split = if figure.split.is_empty() { String::new() } else { format!("/{}", figure.split) };
        let estimate = if figure.own.is_estimate { " (ước tính)" } else { "" };
        println!("{}{split}: {}{estimate}", figure.indicator, book.amount_text(&figure.indicator, figure.own)?);
    }
    println!("{} việc, {} mục có nội dung", payload.activities.len(), payload.sections.len());
    content.troubles.iter().for_each(|trouble| println!("! {}", trouble.sentence));
    Ok(())
}
