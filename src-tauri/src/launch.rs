//! What the program is started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

/// How to start it, for whoever starts it wrongly.
pub const USAGE: &str = "\
Sổ Tuyên giáo

  so-tuyen-giao [--book FOLDER] [--today YYYY-MM-DD] [FILE.sotg]
  so-tuyen-giao --version";

/// Kind of the files that a file manager hands over: plans.
const HANDED_KIND: &str = "sotg";

/// The arguments.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// Folder of the book; `None` takes the one of this account.
    pub book: Option<PathBuf>,
    /// A day that counts as today, for rehearsals.
    pub today: Option<NaiveDate>,
    /// A plan file that the file manager hands over.
    pub file: Option<PathBuf>,
    /// Asks only which version this is.
    pub asks_version: bool,
}

impl Launch {
    /// Reads the arguments, the name of the program left out. Paths count from `folder`, so that they mean the same to a
    /// program that was started elsewhere.
    ///
    /// # Errors
    /// What is wrong with them, in a sentence.
    pub fn from_args(args: impl IntoIterator<Item = OsString>, folder: &Path) -> Result<Launch, String> {
        let mut launch = Launch::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{} needs a value", arg.display()));
            match arg.to_str() {
                Some("--book") => launch.book = Some(folder.join(value()?)),
                Some("--today") => launch.today = Some(read_day(&value()?)?),
                Some("--version") => launch.asks_version = true,
                _ if is_handed(&arg) && launch.file.is_none() => launch.file = Some(folder.join(arg)),
                _ => return Err(format!("{} is not known", arg.display())),
            }
        }
        Ok(launch)
    }
}

fn is_handed(arg: &OsString) -> bool {
    Path::new(arg).extension().is_some_and(|kind| kind.eq_ignore_ascii_case(HANDED_KIND))
}

fn read_day(text: &OsString) -> Result<NaiveDate, String> {
    let day = text.to_str().and_then(|text| text.parse().ok());
    day.ok_or_else(|| format!("{} is not a day of the form 2023-07-20", text.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Launch, String> {
        Launch::from_args(args.iter().map(OsString::from), Path::new("/d"))
    }

    #[test]
    fn without_arguments_the_book_of_the_account_is_opened_today() {
        assert_eq!(read(&[]), Ok(Launch::default()));
    }

    #[test]
    fn book_day_and_file_are_read_in_any_order() {
        let wanted = Launch {
            book: Some("/d/Sổ công đoàn".into()),
            today: NaiveDate::from_ymd_opt(2023, 7, 20),
            file: Some("/d/Kế hoạch 383.SOTG".into()),
            asks_version: false,
        };
        for args in [
            ["--book", "Sổ công đoàn", "--today", "2023-07-20", "Kế hoạch 383.SOTG"],
            ["Kế hoạch 383.SOTG", "--today", "2023-07-20", "--book", "Sổ công đoàn"],
            ["--today", "2023-07-20", "/d/Kế hoạch 383.SOTG", "--book", "/d/Sổ công đoàn"],
        ] {
            assert_eq!(read(&args).as_ref(), Ok(&wanted), "{args:?}");
        }
    }

    #[test]
    fn the_version_can_be_asked_for() {
        assert!(read(&["--version"]).unwrap().asks_version);
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_name() {
        for (args, wanted) in [
            (&["--book"][..], "--book needs a value"),
            (&["--today", "20/7/2023"], "20/7/2023 is not a day of the form 2023-07-20"),
            (&["--today", "2023-02-30"], "2023-02-30 is not a day of the form 2023-07-20"),
            (&["--bok", "x"], "--bok is not known"),
            (&["báo cáo.docx"], "báo cáo.docx is not known"),
            (&["một.sotg", "hai.sotg"], "hai.sotg is not known"),
            (&["sotg"], "sotg is not known"),
        ] {
            assert_eq!(read(args), Err(wanted.to_owned()));
        }
    }
}
