//! A log of what went wrong, for whoever is asked for help: times, version, and a sentence. Nothing of the book is in it.
//!
//! It lies with the window's own files and never grows beyond two files of a megabyte. A log that cannot be written stops
//! nothing.

use std::fs::{File, OpenOptions};
use std::io::{Result, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, SecondsFormat, Utc};

/// Name of the log in the folder of the window's own files.
pub const NAME: &str = "nhat-ky.txt";
/// Where the lines before the last megabyte are.
const EARLIER: &str = "nhat-ky-cu.txt";
const LIMIT: u64 = 1_000_000;

/// Said once at the start; a panic may come from any thread at any time.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// From now on notes go to the log in this folder.
pub fn begin(folder: &Path) {
    // A second beginning would be of the same folder.
    let _ = FOLDER.set(folder.to_owned());
}

/// The log, if there is a place for it.
pub fn path() -> Option<PathBuf> {
    FOLDER.get().map(|folder| folder.join(NAME))
}

/// Writes down what happened: to the log, and to whoever started the program in a terminal.
pub fn note(what: &str) {
    eprintln!("{what}");
    if let Some(folder) = FOLDER.get()
        && let Err(error) = append(folder, Utc::now(), what)
    {
        eprintln!("Unable to write the log in {}: {error}", folder.display());
    }
}

/// Several programs may append at once; each entry is one write.
fn append(folder: &Path, now: DateTime<Utc>, what: &str) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let log = folder.join(NAME);
    if log.metadata().is_ok_and(|log| log.len() >= LIMIT) {
        std::fs::rename(&log, folder.join(EARLIER))?;
    }
    let now = now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut file: File = OpenOptions::new().create(true).append(true).open(log)?;
    file.write_all(format!("{now} {} {}\n", env!("CARGO_PKG_VERSION"), what.trim_end()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2023-07-20T05:00:00Z".parse().unwrap()
    }

    #[test]
    fn an_entry_says_when_which_version_and_what() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("chưa có");
        append(&log, noon(), "Unable to open the window").unwrap();
        append(&log, noon(), "again\n").unwrap();
        let version = env!("CARGO_PKG_VERSION");
        let wanted =
            format!("2023-07-20T05:00:00Z {version} Unable to open the window\n2023-07-20T05:00:00Z {version} again\n");
        assert_eq!(std::fs::read_to_string(log.join(NAME)).unwrap(), wanted);
    }

    #[test]
    fn the_log_stays_below_two_megabytes_and_keeps_the_last_lines() {
        let folder = tempfile::tempdir().unwrap();
        let long = "x".repeat(300_000);
        for at in 0..20 {
            append(folder.path(), noon(), &format!("{at} {long}")).unwrap();
        }
        let lengths = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
        let lengths: Vec<u64> = lengths.collect();
        assert_eq!(lengths.len(), 2);
        assert!(lengths.iter().sum::<u64>() < 2 * LIMIT + 700_000, "{lengths:?}");
        assert!(std::fs::read_to_string(folder.path().join(NAME)).unwrap().contains(" 19 x"));
    }
}
