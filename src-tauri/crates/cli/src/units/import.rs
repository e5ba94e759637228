//! `sotg units import`: what a list would do, and taking it in.

use std::process::ExitCode;

use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::model::ImportChoices;

use super::arguments::{Decision, Import};
use super::import_print;
use crate::print;
use crate::session::Session;

/// Shows the preview, or accepts the list exactly as it was previewed.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, import: Import) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let choices = choices(&book, &import)?;
    let preview = book.preview_units(&import.file, &choices, import.on.unwrap_or(moment.today))?;
    if import.accept {
        let choices = ImportChoices { sha256: Some(preview.sha256.clone()), ..choices };
        let outcome = book.import_units(&moment, &import.file, &choices, import.on)?;
        if session.json {
            print::json(&outcome);
        } else {
            import_print::refused(&preview);
            print::outcome(&outcome);
        }
    } else if session.json {
        print::json(&preview);
    } else {
        import_print::preview(&preview);
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn choices(book: &Book, import: &Import) -> Result<ImportChoices> {
    let unit = |typed: &String| book.find_unit(typed);
    let decide = |Decision { row, unit: typed }: &Decision| Ok((*row, typed.as_ref().map(unit).transpose()?));
    Ok(ImportChoices {
        sheet: import.sheet.clone(),
        columns: None,
        convert: import.convert.map(Into::into),
        below: import.below.as_ref().map(unit).transpose()?,
        kind: import.kind.clone(),
        sha256: None,
        decisions: import.decide.iter().map(decide).collect::<Result<_>>()?,
    })
}
