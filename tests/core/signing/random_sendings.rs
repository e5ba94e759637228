//! Any series of sendings, corrections, edits and undos: what was sent stays what it was.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sotg_core::book::Book;
use sotg_core::model::*;

use super::figure;
use crate::support::{book, moment};

/// One step, picked by numbers; refusals are part of life and count as nothing done.
fn step(book: &mut Book, kind: usize, variant: usize) {
    let now = moment();
    let states =
        [ReportState::Sent, ReportState::Received, ReportState::Returned, ReportState::Accepted, ReportState::Draft];
    match kind {
        0..=2 => drop(book.set_report_state(&now, "dot1", states[variant % 5], None)),
        3 => drop(book.correct_report(&now, "dot1", &format!("lý do {variant}"))),
        4 => drop(book.set_report_section(&now, "dot1", "II", Some(&RichText::from_plain(&format!("đoạn {variant}"))))),
        5 => figure(book, "dot1", "LT01", &(variant % 4).to_string()),
        6 => drop(book.redo(&now)),
        7 => drop(book.undo(&now, None)),
        _ => {
            let steps: Vec<StepId> = book.history(12).unwrap().into_iter().map(|entry| entry.label.step).collect();
            drop(book.undo(&now, steps.get(variant % 12).copied()));
        }
    }
}

fn kept(book: &Book) -> BTreeMap<u32, (String, String)> {
    let versions = book.report_versions("dot1", moment().today).unwrap().versions;
    versions.into_iter().map(|one| (one.number, (one.sha256, one.reason))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(windows) { 4 } else { 10 }, ..ProptestConfig::default() })]

    #[test]
    fn versions_are_only_added_or_taken_back_from_the_end(steps in prop::collection::vec((0..9_usize, 0..60_usize), 1..16)) {
        let mut made = book();
        let mut before = kept(&made.book);
        for (kind, variant) in steps {
            step(&mut made.book, kind, variant);
            let after = kept(&made.book);
            let numbers: Vec<u32> = after.keys().copied().collect();
            prop_assert_eq!(&numbers, &(1..=numbers.len() as u32).collect::<Vec<_>>(), "no number is left out");
            prop_assert!(after.len().abs_diff(before.len()) <= 1);
            if after.len() >= before.len() {
                prop_assert!(before.iter().all(|(number, version)| after.get(number) == Some(version)), "none changes");
            }
            let draft = made.book.report_draft("dot1", moment().today).unwrap();
            let is_sent = !matches!(draft.row.state, ReportState::Draft | ReportState::Returned);
            prop_assert!(!is_sent || !after.is_empty(), "what counts as sent was kept");
            if let Some(last) = after.keys().last().filter(|_| is_sent) {
                let sides = (VersionSide::Sent(*last), VersionSide::Now);
                let compared = made.book.compare_versions("dot1", sides.0, sides.1, moment().today).unwrap();
                let own = compared.sections.iter().filter(|section| section.code == "II").count();
                prop_assert_eq!(own, 0, "the official's own text is the one that was sent");
            }
            prop_assert!(made.book.check_versions().unwrap().is_empty());
            before = after;
        }
    }
}
