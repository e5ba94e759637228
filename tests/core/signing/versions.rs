//! What was sent stays as it was, and what changes afterwards is said.

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::exchange::lines;
use sotg_core::export;
use sotg_core::model::*;

use super::{figure, good_head, send, write};
use crate::support::{book, content_of, day, done, moment, moment_on};

fn versions(book: &Book) -> ReportVersions {
    book.report_versions("dot1", moment().today).unwrap()
}

fn correct(book: &mut Book) -> Outcome {
    book.correct_report(&moment(), "dot1", " Số liệu  tuyên truyền miệng thiếu ").unwrap()
}

#[test]
fn a_report_that_is_sent_is_kept_with_the_document_byte_for_byte() {
    let mut made = book();
    good_head(&mut made.book, "dot1");
    let content = made.book.report_content("dot1", moment().today).unwrap();
    send(&mut made.book, "dot1");
    let document = made.book.report_file("dot1", moment().today).unwrap();
    let said = |file: &[u8]| lines::lines_of_bytes(file).unwrap();
    assert_eq!(said(&document), said(&export::report_docx(&content).unwrap()));
    let kept = versions(&made.book);
    let version = &kept.versions[0];
    assert_eq!((version.number, version.sent_on, version.cause), (1, day(2023, 7, 20), VersionCause::First));
    assert_eq!((version.who.as_str(), version.reason.as_str()), ("an.nguyen", ""));
    let (name, bytes) = made.book.version_document("dot1", 1).unwrap();
    assert_eq!((name, bytes == document), (content.draft.file_name, true));
    assert_eq!(kept.changed, None);
}

#[test]
fn figures_and_ticks_that_change_afterwards_are_named() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    send(&mut made.book, "dot1");
    assert!(made.book.overview(moment().today).unwrap().changed_reports.is_empty());
    figure(&mut made.book, "dot1", "TM01/khac", "15");
    made.book.set_progress(&moment(), &["III.1-1".to_owned()], &done()).unwrap();
    let changed = versions(&made.book).changed.unwrap();
    let figures: Vec<_> = changed.figures.iter().map(|one| (one.label.as_str(), one.difference.as_str())).collect();
    let name = "Hội nghị, buổi tuyên truyền miệng";
    assert_eq!(figures, [(name, "+3"), ("Hội nghị, buổi tuyên truyền miệng - Buổi khác", "+3")]);
    assert_eq!(changed.activities[0].code, "III.1-1");
    assert_eq!(changed.activities[0].right, Some(ProgressState::Done));
    assert_eq!(made.book.overview(moment().today).unwrap().changed_reports, [changed]);
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    made.book.undo(&moment(), None).unwrap();
    made.book.undo(&moment(), None).unwrap();
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(versions(&made.book).changed, None, "it says again what was sent");
}

#[test]
fn what_the_next_phase_brings_changes_nothing_in_what_was_sent() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    send(&mut made.book, "dot1");
    figure(&mut made.book, "dot2", "TM01/khac", "99");
    assert_eq!(versions(&made.book).changed, None);
}

#[test]
fn a_correction_needs_a_reason_and_makes_the_next_version() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    assert_eq!(made.book.correct_report(&moment(), "dot1", "vì sao").unwrap_err().code(), ErrorCode::NotFound);
    send(&mut made.book, "dot1");
    let taken_back = made.book.set_report_state(&moment(), "dot1", ReportState::Draft, None).unwrap_err();
    assert_eq!((taken_back.code(), taken_back.fields()["field"].as_str()), (ErrorCode::Required, "reason"));
    assert_eq!(made.book.correct_report(&moment(), "dot1", " ").unwrap_err().code(), ErrorCode::Required);
    correct(&mut made.book);
    assert_eq!(versions(&made.book).correction, "Số liệu tuyên truyền miệng thiếu");
    figure(&mut made.book, "dot1", "TM01/khac", "15");
    assert_eq!(versions(&made.book).changed, None, "who corrects it knows that it changes");
    let later = moment_on(day(2023, 7, 25));
    made.book.set_report_state(&later, "dot1", ReportState::Sent, None).unwrap();
    let kept = versions(&made.book);
    let said: Vec<_> =
        kept.versions.iter().map(|one| (one.number, one.sent_on, one.cause, one.reason.as_str())).collect();
    assert_eq!(
        said,
        [
            (2, day(2023, 7, 25), VersionCause::Corrected, "Số liệu tuyên truyền miệng thiếu"),
            (1, day(2023, 7, 20), VersionCause::First, "")
        ]
    );
    assert_eq!((kept.correction.as_str(), kept.changed), ("", None));
}

#[test]
fn a_report_that_was_returned_makes_the_next_version_when_it_is_sent_again() {
    let mut made = book();
    let state = |book: &mut Book, state| book.set_report_state(&moment(), "dot1", state, None).map(drop);
    for next in
        [ReportState::Sent, ReportState::Received, ReportState::Returned, ReportState::Sent, ReportState::Accepted]
    {
        state(&mut made.book, next).unwrap();
    }
    let causes: Vec<_> = versions(&made.book).versions.iter().map(|one| (one.number, one.cause)).collect();
    assert_eq!(causes, [(2, VersionCause::Returned), (1, VersionCause::First)]);
}

#[test]
fn two_versions_lie_side_by_side() {
    let mut made = book();
    good_head(&mut made.book, "dot1");
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    write(&mut made.book, "dot1", "II", "Đã ban hành ba văn bản.");
    send(&mut made.book, "dot1");
    correct(&mut made.book);
    figure(&mut made.book, "dot1", "TM01/khac", "15");
    write(&mut made.book, "dot1", "II", "Đã ban hành bốn văn bản.");
    let head = made.book.report_draft("dot1", moment().today).unwrap().head;
    made.book.set_report_head(&moment(), "dot1", &ReportHead { number: "6".to_owned(), ..head }).unwrap();
    send(&mut made.book, "dot1");
    let compared =
        made.book.compare_versions("dot1", VersionSide::Sent(1), VersionSide::Sent(2), moment().today).unwrap();
    assert_eq!(compared.head.len(), 1);
    assert_eq!((compared.head[0].left.as_str(), compared.head[0].right.as_str()), ("5/BC-LĐLĐ", "6/BC-LĐLĐ"));
    let section = compared.sections.iter().find(|section| section.code == "II").unwrap();
    let changed: Vec<_> = section.pieces.iter().filter(|piece| piece.kind != PieceKind::Same).collect();
    assert_eq!(changed.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>(), ["ba ", "bốn "]);
    assert!(compared.sections.iter().any(|section| section.code == "III.2.4"), "what the program writes differs too");
    assert_eq!(compared.figures[0].difference, "+3");
    let same = made.book.compare_versions("dot1", VersionSide::Sent(2), VersionSide::Now, moment().today).unwrap();
    assert!(same.head.is_empty() && same.sections.is_empty() && same.figures.is_empty() && same.activities.is_empty());
    let none = made.book.compare_versions("dot1", VersionSide::Sent(3), VersionSide::Now, moment().today).unwrap_err();
    assert_eq!(none.code(), ErrorCode::NotFound);
}

#[test]
fn taking_a_sending_back_removes_its_version_only_while_nothing_came_after() {
    let mut made = book();
    let before = content_of(made.folder.path());
    let sent = send(&mut made.book, "dot1").step.unwrap().step;
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(content_of(made.folder.path()), before);
    made.book.redo(&moment()).unwrap();
    assert_eq!(versions(&made.book).versions.len(), 1);
    for state in [ReportState::Received, ReportState::Sent] {
        made.book.set_report_state(&moment(), "dot1", state, None).unwrap();
    }
    let refusal = made.book.undo(&moment(), Some(sent)).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::TouchedLater, "the superior had received it, though it counts as sent again");
    assert_eq!(versions(&made.book).versions.len(), 1);
}

#[test]
fn a_report_cannot_count_as_sent_and_say_something_else() {
    let mut made = book();
    write(&mut made.book, "dot1", "II", "Một.");
    let written = made.book.history(1).unwrap()[0].label.step;
    send(&mut made.book, "dot1");
    let refusal = made.book.undo(&moment(), Some(written)).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::TouchedLater, "what stood in it was sent");
    let opened = correct(&mut made.book).step.unwrap().step;
    write(&mut made.book, "dot1", "II", "Hai.");
    let refusal = made.book.undo(&moment(), Some(opened)).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::TouchedLater, "it would be sent with a text that never was");
    made.book.undo(&moment(), None).unwrap();
    made.book.undo(&moment(), Some(opened)).unwrap();
    assert_eq!(made.book.report_draft("dot1", moment().today).unwrap().row.state, ReportState::Sent);
}

#[test]
fn a_kept_document_that_is_gone_or_was_touched_is_named() {
    let mut made = book();
    send(&mut made.book, "dot1");
    assert!(made.book.check_versions().unwrap().is_empty());
    let sha256 = versions(&made.book).versions[0].sha256.clone();
    let path = made.folder.path().join("van-ban-da-gui").join(&sha256[..2]).join(&sha256);
    std::fs::write(&path, b"another").unwrap();
    let fault = made.book.check_versions().unwrap().remove(0);
    assert_eq!((fault.phase.as_str(), fault.version.number, fault.version.is_missing), ("dot1", 1, false));
    assert_eq!(made.book.version_document("dot1", 1).unwrap_err().code(), ErrorCode::EvidenceChanged);
    std::fs::remove_file(&path).unwrap();
    assert!(made.book.check_versions().unwrap()[0].version.is_missing && versions(&made.book).versions[0].is_missing);
    let refusal = made.book.version_document("dot1", 1).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::FileVanished);
    assert!(refusal.fields()["path"].ends_with(".docx"), "by the name that people know");
}

#[test]
fn a_version_cannot_be_changed_in_the_book_at_all() {
    let mut made = book();
    send(&mut made.book, "dot1");
    made.book.close().unwrap();
    let connection = rusqlite::Connection::open(made.folder.path().join("so.db")).unwrap();
    let refusal = connection.execute("UPDATE report_version SET reason = 'x'", []).unwrap_err();
    assert!(refusal.to_string().contains("never changes"), "{refusal}");
}
