//! A report that came on paper or by telephone, typed in for the unit and marked so.

use sotg_core::error::ErrorCode;
use sotg_core::model::{
    Channel, EnteredActivity, EnteredFigure, EnteredReport, EnteredText, FigureState, LedgerFilter, ProgressState,
    ReceivedState, StructureOf, VersionCause,
};

use crate::offices::province;
use crate::support::{day, moment};

fn figure(indicator: &str, text: &str) -> EnteredFigure {
    EnteredFigure {
        indicator: indicator.to_owned(),
        split: String::new(),
        state: FigureState::Number,
        text: text.to_owned(),
        is_estimate: false,
    }
}

fn paper() -> EnteredReport {
    EnteredReport {
        channel: Channel::Paper,
        entered_for: "Chuyên viên Ban Tuyên giáo".to_owned(),
        number: "12/BC-LĐLĐ".to_owned(),
        dated_on: Some(day(2023, 7, 18)),
        received_on: Some(day(2023, 7, 19)),
        figures: vec![figure("LT01", "1.234")],
        texts: vec![EnteredText { section: "I".to_owned(), text: "Huyện có 13 xã.".to_owned() }],
        activities: vec![EnteredActivity {
            activity: "III.1-1".to_owned(),
            state: ProgressState::Done,
            done_on: Some(day(2023, 3, 15)),
        }],
    }
}

#[test]
fn a_report_on_paper_stands_in_register_board_and_ledger_with_who_typed_it_in_and_its_scan() {
    let (mut made, unit) = province();
    let outside = tempfile::tempdir().unwrap();
    let scan = outside.path().join("quét báo cáo.pdf");
    std::fs::write(&scan, b"%PDF-1.4 scan").unwrap();
    made.book.enter_report_for(&moment(), "dot1", unit, &paper(), Some(&scan)).unwrap();

    let row = made.book.register("dot1", StructureOf::Then, moment().today).unwrap().rows.remove(0);
    assert_eq!((row.state, row.channel, row.has_content), (ReceivedState::Received, Some(Channel::Paper), true));
    assert_eq!((row.signed_on, row.received_on), (Some(day(2023, 7, 18)), Some(day(2023, 7, 19))));
    let kept = made.book.report_of_unit("dot1", unit).unwrap().unwrap();
    assert_eq!((kept.entered_for.as_str(), kept.payload.version), ("Chuyên viên Ban Tuyên giáo", 1));
    assert_eq!(kept.payload.figures[0].own.value, Some(1_234));
    assert_eq!(
        made.book.file_of_unit("dot1", unit).unwrap(),
        ("quét báo cáo.pdf".to_owned(), b"%PDF-1.4 scan".to_vec())
    );
    let states = made.book.expected_of(unit, moment().today).unwrap();
    let done = states.iter().find(|item| item.activity == "III.1-1").unwrap();
    assert_eq!(done.state, Some(ProgressState::Done), "the board counts it");
    let entry = made.book.ledger(&LedgerFilter::default()).unwrap().remove(0);
    assert_eq!(entry.note, "Nhập thay từ văn bản giấy: Chuyên viên Ban Tuyên giáo");

    made.book.undo(&moment(), None).unwrap();
    assert!(made.book.report_of_unit("dot1", unit).unwrap().is_none());
    let row = made.book.register("dot1", StructureOf::Then, moment().today).unwrap().rows.remove(0);
    assert_eq!(row.state, ReceivedState::Missing);
}

#[test]
fn typing_it_over_makes_the_next_version_with_the_same_scan_and_the_same_again_makes_none() {
    let (mut made, unit) = province();
    let outside = tempfile::tempdir().unwrap();
    let scan = outside.path().join("a.jpg");
    std::fs::write(&scan, b"scan").unwrap();
    made.book.enter_report_for(&moment(), "dot1", unit, &paper(), Some(&scan)).unwrap();
    assert!(made.book.enter_report_for(&moment(), "dot1", unit, &paper(), None).unwrap().step.is_none());
    let corrected = EnteredReport { figures: vec![figure("LT01", "1.243")], ..paper() };
    made.book.enter_report_for(&moment(), "dot1", unit, &corrected, None).unwrap();
    let kept = made.book.report_of_unit("dot1", unit).unwrap().unwrap();
    assert_eq!((kept.payload.version, kept.payload.cause), (2, VersionCause::Corrected));
    assert_eq!((kept.payload.figures[0].own.value, kept.file_name.as_str()), (Some(1_243), "a.jpg"));
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_written() {
    let (mut made, unit) = province();
    let cases = [
        (EnteredReport { entered_for: " ".to_owned(), ..paper() }, ErrorCode::Required),
        (EnteredReport { figures: vec![], texts: vec![], activities: vec![], ..paper() }, ErrorCode::Required),
        (EnteredReport { figures: vec![figure("LT01", "12,5")], ..paper() }, ErrorCode::BadNumber),
        (EnteredReport { figures: vec![figure("XX99", "1")], ..paper() }, ErrorCode::NotFound),
        (EnteredReport { dated_on: Some(day(2023, 7, 21)), ..paper() }, ErrorCode::DateInFuture),
        (EnteredReport { dated_on: Some(day(2023, 7, 20)), ..paper() }, ErrorCode::DatesOutOfOrder),
    ];
    for (entered, expected) in cases {
        let error = made.book.enter_report_for(&moment(), "dot1", unit, &entered, None).unwrap_err();
        assert_eq!(error.code(), expected, "{entered:?}");
    }
    let gone = std::path::Path::new("không có.pdf");
    let error = made.book.enter_report_for(&moment(), "dot1", unit, &paper(), Some(gone)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::FileVanished);
    assert!(made.book.report_of_unit("dot1", unit).unwrap().is_none());
}
