//! A report as PDF. The pages are set by the program with the window, which lies beside this one and opens none for it: the
//! typesetter is larger than all the rest, and is installed once.

use std::env::consts::EXE_SUFFIX;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use chrono::NaiveDate;
use sotg_core::export::hand_over;
use sotg_core::model::ReportContent;
use sotg_core::{Error, ErrorCode, Result};

/// The bytes of the PDF.
///
/// # Errors
/// `not_found` if the other program is not there, `io` if it does not start, `pages_not_set` if it fails.
pub fn report_pdf(content: &ReportContent, today: NaiveDate) -> Result<Vec<u8>> {
    let program = program()?;
    let failed = |error| Error::io("start", &program)(error);
    let mut command = Command::new(&program);
    command.arg("--set-pages").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let asked = hand_over(content, today)?;
    // It reads all before it writes. One that ends early says why itself.
    let told = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(&asked));
    let answer = child.wait_with_output().map_err(failed)?;
    if answer.status.success() && told.is_ok() {
        return Ok(answer.stdout);
    }
    let why = format!("setting pages: {}", String::from_utf8_lossy(&answer.stderr).trim());
    Err(Error::refused(ErrorCode::PagesNotSet, why))
}

fn program() -> Result<PathBuf> {
    let name = format!("so-tuyen-giao{EXE_SUFFIX}");
    let beside = std::env::current_exe().map(|own| own.with_file_name(&name)).unwrap_or_default();
    if beside.is_file() {
        return Ok(beside);
    }
    Err(Error::refused(ErrorCode::NotFound, "setting pages").with("what", "window_program").with("id", name))
}
