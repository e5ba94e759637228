//! A report that goes back to be corrected: marked in the province, opened in the district, sent again.

use sotg_core::error::ErrorCode;
use sotg_core::exchange::envelope;
use sotg_core::model::{
    Envelope, LedgerDirection, LedgerFilter, LedgerKind, MarkPlace, ReceivedState, ReportState, ReturnInput,
    ReturnMark, SealedKind, StructureOf, VersionCause,
};

use crate::offices::{Pair, add_unit, next_day, pair, province, receive, sent};
use crate::support::{TestBook, book, day, moment, moment_on};

fn figure() -> ReturnMark {
    let place = MarkPlace::Figure { indicator: "LT01".to_owned(), split: String::new() };
    ReturnMark { place, note: "cao hơn số lớp đã mở".to_owned() }
}

fn input() -> ReturnInput {
    let section = ReturnMark { place: MarkPlace::Section("I".to_owned()), note: "nêu rõ số văn bản".to_owned() };
    ReturnInput { marks: vec![figure(), section], note: String::new(), wanted_by: Some(day(2023, 7, 25)) }
}

fn returned(pair: &mut Pair) -> Vec<u8> {
    let sections = pair.district.book.report_draft("dot1", moment().today).unwrap().sections;
    let mut input = input();
    input.marks[1].place = MarkPlace::Section(sections[0].code.clone());
    pair.province.book.return_report(&moment(), "dot1", pair.unit, &input).unwrap().1.bytes
}

fn state(made: &TestBook) -> ReportState {
    made.book.report_draft("dot1", moment().today).unwrap().row.state
}

fn refusal(made: &TestBook, bytes: &[u8]) -> ErrorCode {
    made.book.preview_sealed(bytes).unwrap_err().code()
}

#[test]
fn a_report_that_goes_back_is_marked_in_both_books_and_its_next_version_says_why_it_was_made() {
    let mut pair = pair();
    let file = returned(&mut pair);
    let register = pair.province.book.register("dot1", StructureOf::Then, moment().today).unwrap();
    assert_eq!(register.rows[0].state, ReceivedState::Returned);

    let preview = pair.district.book.preview_sealed(&file).unwrap();
    assert_eq!((preview.kind, preview.version, preview.is_known_key), (SealedKind::Return, 1, false));
    assert_eq!(preview.fingerprint, pair.province.book.fingerprint().unwrap());
    assert_eq!(preview.wanted_by, Some(day(2023, 7, 25)));
    assert_eq!(state(&pair.district), ReportState::Sent, "looking at it changes nothing");

    pair.district.book.take_sealed(&moment(), &file, true).unwrap();
    assert_eq!(state(&pair.district), ReportState::Returned);
    let kept = pair.district.book.return_marks("dot1").unwrap().unwrap();
    assert_eq!(kept.marks.len(), 2);
    assert_eq!(kept.marks[0].note, "cao hơn số lớp đã mở");
    assert!(kept.marks[0].label.contains('('), "{}: a figure is named with its unit", kept.marks[0].label);

    sent(&mut pair.district.book);
    assert_eq!(
        pair.district.book.return_marks("dot1").unwrap(),
        None,
        "what is to be mended goes with the next version"
    );
    let versions = pair.district.book.report_versions("dot1", moment().today).unwrap().versions;
    assert_eq!((versions[0].number, versions[0].cause), (2, VersionCause::Returned));
}

#[test]
fn the_same_return_again_changes_nothing_and_one_step_takes_it_back() {
    let mut pair = pair();
    let file = returned(&mut pair);
    assert!(pair.district.book.take_sealed(&moment(), &file, true).unwrap().step.is_some());
    assert!(pair.district.book.preview_sealed(&file).unwrap().is_taken);
    assert!(pair.district.book.take_sealed(&moment(), &file, false).unwrap().step.is_none());
    pair.district.book.undo(&moment(), None).unwrap();
    assert_eq!(state(&pair.district), ReportState::Sent);
    assert_eq!(pair.district.book.return_marks("dot1").unwrap(), None);
    assert!(
        pair.district.book.take_sealed(&moment(), &file, true).unwrap().step.is_some(),
        "and it can be taken again"
    );
}

#[test]
fn a_key_that_nobody_confirmed_is_not_believed_and_one_that_was_confirmed_is() {
    let mut pair = pair();
    let file = returned(&mut pair);
    let error = pair.district.book.take_sealed(&moment(), &file, false).unwrap_err();
    assert_eq!(error.code(), ErrorCode::KeyUnknown);
    assert_eq!(error.fields()["found"], pair.province.book.fingerprint().unwrap());
    assert_eq!(error.fields()["known"], "");
    pair.district.book.take_sealed(&moment(), &file, true).unwrap();
    assert!(pair.district.book.preview_sealed(&file).unwrap().is_known_key);

    // Another office, or somebody who says that he is the province.
    let (mut other, unit) = province();
    receive(&mut other, unit, &pair.file);
    let forged = other.book.return_report(&moment(), "dot1", unit, &ReturnInput { marks: vec![figure()], ..input() });
    let error = pair.district.book.take_sealed(&moment(), &forged.unwrap().1.bytes, false).unwrap_err();
    assert_eq!(error.code(), ErrorCode::KeyUnknown);
    assert_eq!(error.fields()["known"], pair.province.book.fingerprint().unwrap());
}

#[test]
fn the_key_of_the_office_that_leads_the_campaign_needs_no_confirmation() {
    let mut pair = pair();
    let file = returned(&mut pair);
    let key = envelope::read(&file).unwrap().key;
    let connection = rusqlite::Connection::open(pair.district.folder.path().join("so.db")).unwrap();
    connection.execute("UPDATE campaign SET issuer_key = ?1, issued_version = 1", [&key]).unwrap();
    assert!(pair.district.book.preview_sealed(&file).unwrap().is_known_key);
    assert!(pair.district.book.take_sealed(&moment(), &file, false).unwrap().step.is_some());
}

#[test]
fn what_is_no_sound_return_for_this_report_is_refused_and_changes_nothing() {
    let mut pair = pair();
    let file = returned(&mut pair);
    let text = String::from_utf8(file.clone()).unwrap();
    let changed = |change: fn(&mut Envelope)| {
        let mut envelope: Envelope = serde_json::from_str(&text).unwrap();
        change(&mut envelope);
        serde_json::to_vec(&envelope).unwrap()
    };
    let cases = [
        (file[..file.len() / 2].to_vec(), ErrorCode::FileDamaged),
        (Vec::new(), ErrorCode::FileDamaged),
        (changed(|envelope| envelope.format = 9), ErrorCode::TooNew),
        (changed(|envelope| envelope.signature = "00".repeat(64)), ErrorCode::FileForged),
        (changed(|envelope| envelope.kind = SealedKind::Campaign), ErrorCode::FileOfOtherKind),
        // A return that is called a receipt: the signature is of another kind.
        (changed(|envelope| envelope.kind = SealedKind::Receipt), ErrorCode::FileForged),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal(&pair.district, &bytes), expected);
        assert_eq!(pair.district.book.take_sealed(&moment(), &bytes, true).unwrap_err().code(), expected);
    }
    assert_eq!(state(&pair.district), ReportState::Sent);
}

#[test]
fn a_return_for_another_unit_another_campaign_or_another_version_is_refused() {
    let mut pair = pair();
    // Of a report that came on paper, to another unit.
    let other = add_unit(&mut pair.province.book, "Liên đoàn Lao động huyện Sìn Hồ");
    pair.province.book.set_received(&moment(), "dot1", &[other], &crate::support::receipt(moment().today)).unwrap();
    let input = ReturnInput { marks: vec![figure()], ..input() };
    let file = pair.province.book.return_report(&moment(), "dot1", other, &input).unwrap().1.bytes;
    assert_eq!(refusal(&pair.district, &file), ErrorCode::FileOfOtherUnit);

    let file = returned(&mut pair);
    let mut not_sent = book();
    assert_eq!(refusal(&not_sent, &file), ErrorCode::FileOfOtherReport, "this book never sent it");
    not_sent.book.set_progress(&moment(), &["III.1-1".to_owned()], &crate::support::done()).unwrap();
    not_sent.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    assert_eq!(refusal(&not_sent, &file), ErrorCode::FileOfOtherReport, "it sent another first version");

    let connection = rusqlite::Connection::open(pair.district.folder.path().join("so.db")).unwrap();
    connection.execute("UPDATE campaign SET issuer_key = ?1", ["ab".repeat(32)]).unwrap();
    assert!(pair.district.book.preview_sealed(&file).is_ok(), "the province has no plan file: it names no issuer");
    let province = rusqlite::Connection::open(pair.province.folder.path().join("so.db")).unwrap();
    province.execute("UPDATE campaign SET issuer_key = ?1", ["cd".repeat(32)]).unwrap();
    let of_other = returned(&mut pair);
    assert_eq!(refusal(&pair.district, &of_other), ErrorCode::FileOfOtherCampaign);

    pair.district.book.correct_report(&moment(), "dot1", "đếm sót").unwrap();
    sent(&mut pair.district.book);
    assert_eq!(
        refusal(&pair.district, &file),
        ErrorCode::FileOutdated,
        "a return of version 1 after version 2 was sent"
    );
}

#[test]
fn marks_stand_at_places_that_exist_and_say_something() {
    let mut pair = pair();
    let mark = |place, note: &str| ReturnInput {
        marks: vec![ReturnMark { place, note: note.to_owned() }],
        ..ReturnInput::default()
    };
    let nowhere = MarkPlace::Figure { indicator: "XX99".to_owned(), split: String::new() };
    let cases = [
        (ReturnInput::default(), ErrorCode::Required),
        (mark(figure().place, "  "), ErrorCode::Required),
        (mark(nowhere, "x"), ErrorCode::NotFound),
        (mark(MarkPlace::Section("không có".to_owned()), "x"), ErrorCode::NotFound),
        (mark(figure().place, &"x".repeat(1_001)), ErrorCode::TooLong),
        (ReturnInput { wanted_by: Some(day(2023, 7, 19)), ..input() }, ErrorCode::DatesOutOfOrder),
    ];
    for (input, expected) in cases {
        let error = pair.province.book.return_report(&moment(), "dot1", pair.unit, &input).unwrap_err();
        assert_eq!(error.code(), expected, "{input:?}");
    }
    let (mut nothing, unit) = province();
    let error = nothing.book.return_report(&moment(), "dot1", unit, &input()).unwrap_err();
    assert_eq!((error.code(), error.fields()["what"].as_str()), (ErrorCode::NotFound, "report"));
}

#[test]
fn a_report_on_paper_goes_back_too_and_the_unit_knows_it_by_its_name() {
    let mut district = book();
    sent(&mut district.book);
    let (mut province, unit) = province();
    province.book.set_received(&moment(), "dot1", &[unit], &crate::support::receipt(moment().today)).unwrap();
    let note = ReturnInput { note: "thiếu chữ ký".to_owned(), ..ReturnInput::default() };
    let (_, file) = province.book.return_report(&next_day(), "dot1", unit, &note).unwrap();
    assert_eq!(file.file_name, "Tra-lai_Lien-doan-Lao-dong-huyen-Tam-Duong_dot1_ban-1.sotg");
    district.book.take_sealed(&moment_on(day(2023, 7, 22)), &file.bytes, true).unwrap();
    let kept = district.book.return_marks("dot1").unwrap().unwrap();
    assert_eq!((kept.note.as_str(), kept.returned_on), ("thiếu chữ ký", day(2023, 7, 21)));
}

#[test]
fn returns_stand_in_the_ledgers_of_both_offices() {
    let mut pair = pair();
    let file = returned(&mut pair);
    pair.district.book.take_sealed(&moment(), &file, true).unwrap();
    let of_kind = LedgerFilter { kind: Some(LedgerKind::Return), ..LedgerFilter::default() };
    let province = pair.province.book.ledger(&of_kind).unwrap();
    assert_eq!((province.len(), province[0].direction, province[0].unit), (1, LedgerDirection::Sent, Some(pair.unit)));
    assert_eq!(province[0].unit_name, "Liên đoàn Lao động huyện Tam Đường");
    let district = pair.district.book.ledger(&of_kind).unwrap();
    assert_eq!((district.len(), district[0].direction), (1, LedgerDirection::Received));
    assert_eq!(province[0].sha256, district[0].sha256, "both speak of the same file");
}
