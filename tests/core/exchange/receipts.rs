//! Receipts: a line for people, a file for the program of the unit.

use sotg_core::error::ErrorCode;
use sotg_core::exchange::receipts::short_hash;
use sotg_core::model::{LedgerFilter, LedgerKind, Receipt, ReceiptForm, ReceivedState, ReportState, SealedKind};

use crate::offices::{pair, province};
use crate::support::{moment, receipt};

fn state(made: &crate::support::TestBook) -> ReportState {
    made.book.report_draft("dot1", moment().today).unwrap().row.state
}

#[test]
fn a_receipt_says_what_came_from_whom_on_which_day_with_the_code_of_the_file() {
    let mut pair = pair();
    let (_, given) = pair.province.book.give_receipt(&moment(), "dot1", pair.unit, ReceiptForm::Line).unwrap();
    let hash = pair.district.book.report_versions("dot1", moment().today).unwrap().versions[0].sha256.clone();
    let expected = format!(
        "Liên đoàn Lao động tỉnh Lai Châu đã nhận báo cáo Đợt 1 của Liên đoàn Lao động huyện Tam Đường ngày 20/07/2023. \
         Mã tệp: {}.",
        short_hash(&hash)
    );
    assert_eq!(given.line, expected, "the unit finds the code at the version that it sent");
    let entries = pair.province.book.ledger(&LedgerFilter::default()).unwrap();
    assert_eq!((entries[0].kind, entries[0].note.as_str()), (LedgerKind::Receipt, given.line.as_str()));
}

#[test]
fn the_unit_that_opens_its_receipt_knows_that_its_report_has_come_and_later_that_it_was_accepted() {
    let mut pair = pair();
    let came = pair.province.book.receipt("dot1", pair.unit, moment().today).unwrap();
    let preview = pair.district.book.preview_sealed(&came.file.bytes).unwrap();
    assert_eq!((preview.kind, preview.version, preview.is_accepted), (SealedKind::Receipt, 1, false));
    assert_eq!(
        pair.district.book.take_sealed(&moment(), &came.file.bytes, false).unwrap_err().code(),
        ErrorCode::KeyUnknown
    );
    pair.district.book.take_sealed(&moment(), &came.file.bytes, true).unwrap();
    assert_eq!(state(&pair.district), ReportState::Received);
    assert!(
        pair.district.book.take_sealed(&moment(), &came.file.bytes, false).unwrap().step.is_none(),
        "once is enough"
    );

    let accepted = Receipt { state: ReceivedState::Accepted, ..receipt(moment().today) };
    pair.province.book.set_received(&moment(), "dot1", &[pair.unit], &accepted).unwrap();
    let (_, given) = pair.province.book.give_receipt(&moment(), "dot1", pair.unit, ReceiptForm::File).unwrap();
    assert!(given.line.contains("đã nhận và chấp nhận"), "{}", given.line);
    pair.district.book.take_sealed(&moment(), &given.file.bytes, false).unwrap();
    assert_eq!(state(&pair.district), ReportState::Accepted);
    let receipts = LedgerFilter { kind: Some(LedgerKind::Receipt), ..LedgerFilter::default() };
    assert_eq!(pair.district.book.ledger(&receipts).unwrap().len(), 2);
}

#[test]
fn a_receipt_that_comes_while_the_report_is_being_corrected_does_not_close_it() {
    let mut pair = pair();
    let came = pair.province.book.receipt("dot1", pair.unit, moment().today).unwrap();
    pair.district.book.correct_report(&moment(), "dot1", "đếm sót").unwrap();
    pair.district.book.take_sealed(&moment(), &came.file.bytes, true).unwrap();
    assert_eq!(state(&pair.district), ReportState::Draft);
}

#[test]
fn there_is_no_receipt_for_what_has_not_come() {
    let (mut made, unit) = province();
    let error = made.book.receipt("dot1", unit, moment().today).unwrap_err();
    assert_eq!((error.code(), error.fields()["what"].as_str()), (ErrorCode::NotFound, "report"));
    let error = made.book.give_receipt(&moment(), "dot9", unit, ReceiptForm::Line).unwrap_err();
    assert_eq!((error.code(), error.fields()["what"].as_str()), (ErrorCode::NotFound, "phase"));
}
