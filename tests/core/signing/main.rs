//! Ready to sign: what the check finds, and what is kept of what was sent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod check;
mod check_texts;
mod random_sendings;
mod seen;
mod versions;

use sotg_core::book::Book;
use sotg_core::model::*;
use support::{day, moment};

/// Enters a number for the whole phase.
fn figure(book: &mut Book, phase: &str, place: &str, text: &str) {
    let (indicator, split) = place.split_once('/').unwrap_or((place, ""));
    let input = FigureInput {
        phase: phase.to_owned(),
        activity: None,
        indicator: indicator.to_owned(),
        split: split.to_owned(),
        state: FigureState::Number,
        text: text.to_owned(),
        is_estimate: false,
    };
    book.set_figure(&moment(), &input).unwrap();
}

fn write(book: &mut Book, phase: &str, section: &str, text: &str) {
    book.set_report_section(&moment(), phase, section, Some(&RichText::from_plain(text))).unwrap();
}

fn send(book: &mut Book, phase: &str) -> Outcome {
    book.set_report_state(&moment(), phase, ReportState::Sent, None).unwrap()
}

fn check(book: &Book, phase: &str) -> ReportCheck {
    book.report_check(phase, moment().today).unwrap()
}

/// Findings of one rule.
fn of(check: &ReportCheck, rule: CheckRule) -> Vec<&Finding> {
    check.findings.iter().filter(|finding| finding.rule == rule).collect()
}

/// A head that nobody would send back.
fn good_head(book: &mut Book, phase: &str) {
    let head = book.report_draft(phase, moment().today).unwrap().head;
    let head = ReportHead { number: "5".to_owned(), dated_on: Some(day(2023, 7, 20)), ..head };
    book.set_report_head(&moment(), phase, &head).unwrap();
}
