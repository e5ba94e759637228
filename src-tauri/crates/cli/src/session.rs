//! One run of the command: which book, which day, who.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate, Utc};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::location::{Location, locate};
use sotg_core::{Result, relocate};

use crate::arguments::Arguments;

/// What every command needs.
pub struct Session {
    pub location: Location,
    pub json: bool,
    asked_today: Option<NaiveDate>,
}

impl Session {
    pub fn begin(arguments: &Arguments) -> Result<Session> {
        let location = find(arguments.book.as_deref());
        if let Err(error) = relocate::tidy_up(&location) {
            // The book is whole all the same, and the next run tries again.
            eprintln!("{}", crate::words::sentence(&error));
        }
        Ok(Session { location, json: arguments.json, asked_today: arguments.today })
    }

    /// The same run after the data were moved.
    pub fn anew(&self) -> Session {
        Session { location: find(None), json: self.json, asked_today: self.asked_today }
    }

    /// The book at the place; it must be there.
    pub fn open(&self) -> Result<(Book, Moment)> {
        let book = self.location.open()?;
        let moment = self.moment(book.rehearsal_day());
        Ok((book, moment))
    }

    /// A line for people; a program that reads JSON is told otherwise.
    pub fn say(&self, line: &str) {
        if !self.json {
            println!("{line}");
        }
    }

    /// Now, on the day that was asked for, else the day that the book rehearses, else the day of the clock.
    pub fn moment(&self, rehearsal_day: Option<NaiveDate>) -> Moment {
        let today = self.asked_today.or(rehearsal_day).unwrap_or_else(clock_today);
        Moment { now: Utc::now(), today, who: account() }
    }
}

/// A variable of the environment: some programs tell there which folders they keep.
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

fn find(asked: Option<&Path>) -> Location {
    let program = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    locate(asked, program.as_deref(), &user_data())
}

fn clock_today() -> NaiveDate {
    Local::now().date_naive()
}

/// Name of the account: Windows says USERNAME, others USER.
fn account() -> String {
    ["USERNAME", "USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

/// The system's folder for data of programs.
fn user_data() -> PathBuf {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || from("HOME").unwrap_or_default();
    if cfg!(windows) {
        from("LOCALAPPDATA").unwrap_or_else(|| from("USERPROFILE").unwrap_or_default())
    } else if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else {
        from("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
    }
}
