//! How long pages take: a PDF of ten pages, and the preview after a changed word.
//!
//! A clock of its own: with criterion among its packages the typesetter would be built a second time, for features that
//! only benchmarks ask for.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark is no part of the program: it may stop when its own input is wrong"
)]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use sotg_core::export::document::Document;
use sotg_core::export::official_report;
use sotg_core::model::{ReportContent, RichText};

#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../../../../tests/core/docx_content.rs"]
mod docx_content;
#[allow(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
#[path = "../../../../tests/core/report_input.rs"]
mod report_input;

fn main() {
    let today = docx_content::on(2023, 8, 4);
    let first = time(|| {
        assert_eq!(sotg_pages::preview(&with_word(0), &BTreeSet::new()).unwrap().sheets.len(), 10, "ten pages");
    });
    say("preview, the first time in a program", &mut [first]);
    measure("PDF, every word another one", |number| drop(sotg_pages::pdf(&all_other(number), today).unwrap()));
    measure("PDF, one word changed", |number| drop(sotg_pages::pdf(&with_word(number), today).unwrap()));
    let shown = sotg_pages::preview(&with_word(0), &BTreeSet::new()).unwrap();
    let known: BTreeSet<String> = shown.sheets.iter().map(|sheet| sheet.hash.clone()).collect();
    let pictures: usize = shown.sheets.iter().filter_map(|sheet| sheet.svg.as_ref()).map(String::len).sum();
    println!("pages: the pictures of all ten have {} KB", pictures / 1000);
    measure("preview, one word changed", |number| drop(sotg_pages::preview(&with_word(number), &known).unwrap()));
}

/// A report of ten pages.
fn with_word(word: usize) -> Document {
    let mut content = ten_pages();
    content.draft.sections[0].composed = RichText::from_plain(&format!("Huyện có {word} công đoàn cơ sở."));
    official_report(&content)
}

/// The same with another word in every paragraph, so that nothing is remembered.
fn all_other(number: usize) -> Document {
    let mut content = ten_pages();
    for section in &mut content.draft.sections {
        section.composed =
            RichText::from_plain(&section.composed.plain().replace("tuyên truyền", &format!("tuyên truyền {number}")));
        section.title = format!("{} {number}", section.title);
    }
    official_report(&content)
}

fn ten_pages() -> ReportContent {
    let mut content = docx_content::usual();
    content.annexes[0] = docx_content::figures_annex(40);
    let sections = content.draft.sections.clone();
    for _ in 0..2 {
        content.draft.sections.extend(sections.clone());
    }
    content
}

fn measure(what: &str, mut work: impl FnMut(usize)) {
    work(1);
    let mut times: Vec<Duration> = (2..32).map(|number| time(|| work(number))).collect();
    say(what, &mut times);
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn say(what: &str, times: &mut [Duration]) {
    times.sort();
    println!("pages: {what}: {:.1?}, at most {:.1?}", times[times.len() / 2], times[times.len() - 1]);
}
