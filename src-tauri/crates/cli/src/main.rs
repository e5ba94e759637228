//! `sotg`: the same book without a window.
//!
//! Listings go to standard output (as JSON with `--json`), errors to standard error with an exit status: 1 for a refusal
//! or failure, 2 for arguments that make no sense.

/// Prints a line. A reader that has gone away (`sotg list | head`) is no fault.
macro_rules! println {
    ($($argument:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($argument)*);
    }};
}

mod arguments;
mod commands;
mod consolidation;
mod exchange;
mod forms;
mod inbox;
mod office;
mod pages;
mod place;
mod plans;
mod print;
mod report_extras;
mod session;
mod signing;
mod templates;
mod units;
mod words;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match session::Session::begin(&arguments).and_then(|session| commands::run(session, arguments.command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", words::sentence(&error));
            ExitCode::FAILURE
        }
    }
}
