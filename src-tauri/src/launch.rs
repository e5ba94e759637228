//! What the program is started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

/// How to start it, for whoever starts it wrongly.
pub const USAGE: &str = "\
Sổ Tuyên giáo

  so-tuyen-giao [--book FOLDER] [--today YYYY-MM-DD] [--no-dialog] [FILE.sotg]
  so-tuyen-giao --version

  --no-dialog   a start that fails says so in the log and the status only, for tests: 1 the window cannot be opened,
                2 wrong arguments, 3 WebView2 is missing, 4 the program is open already and does not answer";

/// Asks for no dialog when the start fails. An argument, because nobody gives one by accident; a variable of the
/// surroundings could stay set and make the program end silently.
const NO_DIALOG: &str = "--no-dialog";

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
                Some(NO_DIALOG) => {}
                Some("--version") => launch.asks_version = true,
                _ if is_handed(&arg) && launch.file.is_none() => launch.file = Some(folder.join(arg)),
                _ => return Err(format!("{} is not known", arg.display())),
            }
        }
        Ok(launch)
    }
}

/// By what the desktop knows that the user has started this process. To be asked before GTK, which takes it away.
pub fn token() -> Option<String> {
    ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"].iter().find_map(|name| std::env::var(name).ok())
}

/// True unless the arguments ask for no dialog; also of arguments that mean nothing otherwise.
pub fn is_dialog_wanted(args: &[OsString]) -> bool {
    !args.iter().any(|arg| arg == NO_DIALOG)
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
    fn a_dialog_is_shown_unless_the_arguments_ask_for_none() {
        let wanted = |args: &[&str]| is_dialog_wanted(&args.iter().map(OsString::from).collect::<Vec<_>>());
        assert!(wanted(&[]) && wanted(&["--book", "so"]) && wanted(&["--bok"]));
        assert!(!wanted(&["--no-dialog"]) && !wanted(&["--bok", "--no-dialog"]));
        assert_eq!(read(&["--no-dialog"]), Ok(Launch::default()));
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
