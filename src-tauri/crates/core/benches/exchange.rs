//! A thousand reports of units as files: looked at, accepted, looked at once more.
//!
//! Times are printed and asserted nowhere: the machine decides them. Memory is that of the whole process at its peak, the making
//! of the sample included.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use sotg_core::book::Book;
use sotg_core::model::InboxChoice;
use sotg_core::sample::{province, reports};

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

mod measured;

use measured::Size;
use support::moment;

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let n_units: u32 = asked.unwrap_or(1_000);
    let size = Size(n_units);
    let folder = tempfile::tempdir().unwrap();
    let (path, drop) = (folder.path().join("so"), folder.path().join("tep"));
    let mut book = province::make(&path, &moment(), n_units).unwrap();
    let wanted = usize::try_from(n_units).unwrap();
    let written = size.timed("writing the reports", || reports::write(&mut book, &drop, &moment(), wanted).unwrap());
    let bytes: u64 = written.iter().map(|path| std::fs::metadata(path).unwrap().len()).sum();
    println!("{n_units:>7} units: {} files of {} KB", written.len(), bytes / 1024 / u64::from(n_units));
    book.close().unwrap();
    size.tell("after the sample");
    let mut book = Book::open(&path).unwrap();
    let today = book.rehearsal_day().unwrap_or(moment().today);
    let paths = vec![drop];
    let inbox = size.timed("the preview", || book.preview_files(&paths, today).unwrap());
    let taken = inbox.files.iter().filter(|file| file.fate.is_taken()).count();
    println!("{n_units:>7} units: {taken} of {} files are taken", inbox.files.len());
    let json = size.timed("its JSON", || serde_json::to_string(&inbox).unwrap());
    println!("{n_units:>7} units: {} KB of JSON", json.len() / 1024);
    size.tell("after the preview");
    let choice = InboxChoice { digest: Some(inbox.digest), ..InboxChoice::default() };
    let outcome = size.timed("accepting them", || book.accept_files(&moment(), &paths, &choice).unwrap());
    assert_eq!(usize::try_from(outcome.step.unwrap().count).unwrap(), taken);
    size.tell("after accepting");
    size.timed("the preview of the same files", || book.preview_files(&paths, today).unwrap());
    size.timed("taking it back", || book.undo(&moment(), None).unwrap());
}
