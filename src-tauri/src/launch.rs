//! What the program is started with.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;

/// How to start it, for whoever starts it wrongly.
pub const USAGE: &str = "Sổ Tuyên giáo\n\n  so-tuyen-giao [--book FOLDER] [--today YYYY-MM-DD]";

/// The arguments.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// Folder of the book; `None` takes the one of this account.
    pub book: Option<PathBuf>,
    /// A day that counts as today, for rehearsals.
    pub today: Option<NaiveDate>,
}

impl Launch {
    /// Reads the arguments, the name of the program left out.
    ///
    /// # Errors
    /// What is wrong with them, in a sentence.
    pub fn from_args(args: impl IntoIterator<Item = OsString>) -> Result<Launch, String> {
        let mut launch = Launch::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let value = args.next();
            match (arg.to_str(), value) {
                (Some("--book"), Some(folder)) => launch.book = Some(PathBuf::from(folder)),
                (Some("--today"), Some(day)) => launch.today = Some(read_day(&day)?),
                (Some("--book" | "--today"), None) => return Err(format!("{} needs a value", arg.display())),
                _ => return Err(format!("{} is not known", arg.display())),
            }
        }
        Ok(launch)
    }
}

fn read_day(text: &OsString) -> Result<NaiveDate, String> {
    let day = text.to_str().and_then(|text| text.parse().ok());
    day.ok_or_else(|| format!("{} is not a day of the form 2023-07-20", text.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Launch, String> {
        Launch::from_args(args.iter().map(OsString::from))
    }

    #[test]
    fn without_arguments_the_book_of_the_account_is_opened_today() {
        assert_eq!(read(&[]), Ok(Launch::default()));
    }

    #[test]
    fn book_and_day_are_read_in_any_order() {
        let wanted = Launch { book: Some("Sổ công đoàn".into()), today: NaiveDate::from_ymd_opt(2023, 7, 20) };
        assert_eq!(read(&["--book", "Sổ công đoàn", "--today", "2023-07-20"]).as_ref(), Ok(&wanted));
        assert_eq!(read(&["--today", "2023-07-20", "--book", "Sổ công đoàn"]).as_ref(), Ok(&wanted));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_name() {
        for (args, wanted) in [
            (&["--book"][..], "--book needs a value"),
            (&["--today", "20/7/2023"], "20/7/2023 is not a day of the form 2023-07-20"),
            (&["--today", "2023-02-30"], "2023-02-30 is not a day of the form 2023-07-20"),
            (&["--bok", "x"], "--bok is not known"),
        ] {
            assert_eq!(read(args), Err(wanted.to_owned()));
        }
    }
}
