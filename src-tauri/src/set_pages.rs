//! The pages of a report for the command line, without a window: `so-tuyen-giao --set-pages`.
//!
//! Standard input has the report and the day, photos included; standard output gets the PDF. The typesetter is larger than all the rest
//! of the program: built into both programs it would be installed twice.

use std::ffi::OsStr;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use sotg_core::export::take_over;
use sotg_core::{Error, Result};

/// The first argument, if pages are wanted and no window.
const ARGUMENT: &str = "--set-pages";

/// True if the program was started for pages.
pub fn is_wanted(first: Option<&OsStr>) -> bool {
    first.is_some_and(|argument| argument == ARGUMENT)
}

/// Sets the pages. What is wrong is said on standard error.
pub fn run() -> ExitCode {
    match set() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn set() -> Result<()> {
    let mut asked = Vec::new();
    io::stdin().read_to_end(&mut asked).map_err(Error::io("read", "report".as_ref()))?;
    let (content, today) = take_over(&asked)?;
    let pdf = sotg_pages::report_pdf(&content, today)?;
    io::stdout().write_all(&pdf).map_err(Error::io("write", "PDF".as_ref()))
}
