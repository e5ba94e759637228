//! The ledger of what was sent and what came.

use sotg_core::model::{LedgerDirection, LedgerFilter, LedgerKind, ReportState};

use crate::support::{book, day, moment};

#[test]
fn a_report_that_is_sent_stands_in_the_ledger_and_leaves_it_when_the_sending_is_taken_back() {
    let mut made = book();
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, Some(day(2023, 7, 19))).unwrap();
    let entries = made.book.ledger(&LedgerFilter::default()).unwrap();
    assert_eq!(entries.len(), 1);
    let entry = &entries[0];
    assert_eq!((entry.direction, entry.kind, entry.unit), (LedgerDirection::Sent, LedgerKind::Report, None));
    assert_eq!((entry.phase.as_str(), entry.version, entry.on), ("dot1", 1, day(2023, 7, 19)));
    assert_eq!(entry.sha256, made.book.report_versions("dot1", moment().today).unwrap().versions[0].sha256);
    assert_eq!(entry.who, "an.nguyen");
    made.book.undo(&moment(), None).unwrap();
    assert!(made.book.ledger(&LedgerFilter::default()).unwrap().is_empty());
}

#[test]
fn each_filter_of_the_ledger_leaves_out_what_was_not_asked_for() {
    let mut made = book();
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    made.book.correct_report(&moment(), "dot1", "đếm sót ở Bản Bo").unwrap();
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    let all = LedgerFilter::default();
    let cases = [
        (all.clone(), 2),
        (LedgerFilter { direction: Some(LedgerDirection::Received), ..all.clone() }, 0),
        (LedgerFilter { kind: Some(LedgerKind::Report), ..all.clone() }, 2),
        (LedgerFilter { kind: Some(LedgerKind::Receipt), ..all.clone() }, 0),
        (LedgerFilter { phase: Some("dot2".to_owned()), ..all.clone() }, 0),
        (LedgerFilter { from: Some(day(2023, 7, 21)), ..all.clone() }, 0),
        (LedgerFilter { until: Some(day(2023, 7, 20)), ..all.clone() }, 2),
        (LedgerFilter { words: "ban  bo".to_owned(), ..all.clone() }, 1),
        (LedgerFilter { words: "bản không".to_owned(), ..all.clone() }, 0),
    ];
    for (filter, expected) in cases {
        assert_eq!(made.book.ledger(&filter).unwrap().len(), expected, "{filter:?}");
    }
    let versions: Vec<u32> = made.book.ledger(&all).unwrap().iter().map(|entry| entry.version).collect();
    assert_eq!(versions, [2, 1], "the newest first");
}
