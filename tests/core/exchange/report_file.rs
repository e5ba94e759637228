//! The report as a file: what a unit sends.

use std::io::{Cursor, Read as _};

use sotg_core::book::Book;
use sotg_core::exchange::envelope::{self, Opened};
use sotg_core::exchange::{carried, lines};
use sotg_core::model::{FigureInput, FigureState, ProgressState, ReportPayload, ReportState, SealedKind, VersionCause};
use zip::ZipArchive;

use crate::support::{book, done, moment};

pub fn opened(file: &[u8]) -> Opened<ReportPayload> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    envelope::open(&carried::find(&mut archive).unwrap(), SealedKind::Report).unwrap()
}

fn enter(book: &mut Book, indicator: &str, state: FigureState, text: &str) {
    let input = FigureInput {
        phase: "dot1".to_owned(),
        activity: None,
        indicator: indicator.to_owned(),
        split: String::new(),
        state,
        text: text.to_owned(),
        is_estimate: false,
    };
    book.set_figure(&moment(), &input).unwrap();
}

#[test]
fn the_word_report_carries_what_it_says_signed_by_the_office() {
    let mut made = book();
    made.book.set_progress(&moment(), &["III.1-1".to_owned()], &done()).unwrap();
    enter(&mut made.book, "LT01", FigureState::Number, "41");
    enter(&mut made.book, "CD01", FigureState::Nothing, "");
    let file = made.book.report_file("dot1", moment().today).unwrap();
    let Opened { payload, key, .. } = opened(&file);
    assert_eq!(sotg_core::exchange::key::fingerprint(&key), made.book.fingerprint().unwrap());
    assert_eq!((payload.phase.as_str(), payload.version, payload.is_sent), ("dot1", 1, false));
    assert_eq!(payload.unit.name, "Liên đoàn Lao động huyện Tam Đường");
    let figures: Vec<_> = payload.figures.iter().map(|figure| (figure.indicator.as_str(), figure.own.value)).collect();
    assert_eq!(figures, [("CD01", None), ("LT01", Some(41))]);
    let ticked: Vec<_> = payload.activities.iter().filter(|activity| activity.state == ProgressState::Done).collect();
    assert_eq!(ticked.len(), 1);
    let mut archive = ZipArchive::new(Cursor::new(file.as_slice())).unwrap();
    assert_eq!(lines::lines_of(&mut archive).unwrap(), payload.printed, "the data knows what the document says");
    assert!(payload.printed.iter().any(|line| line.contains("41")));
}

#[test]
fn what_was_sent_is_sent_again_byte_for_byte_and_a_change_makes_a_draft_of_the_next_version() {
    let mut made = book();
    enter(&mut made.book, "LT01", FigureState::Number, "41");
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    let sent = made.book.report_file("dot1", moment().today).unwrap();
    assert_eq!(sent, made.book.version_document("dot1", 1).unwrap().1);
    let first = opened(&sent).payload;
    assert_eq!((first.version, first.is_sent, first.sent_on), (1, true, Some(moment().today)));
    enter(&mut made.book, "LT01", FigureState::Number, "44");
    let draft = opened(&made.book.report_file("dot1", moment().today).unwrap()).payload;
    assert_eq!((draft.version, draft.is_sent, draft.cause), (2, false, VersionCause::Corrected));
    assert!(draft.sequence > first.sequence);
    made.book.correct_report(&moment(), "dot1", "đếm sót").unwrap();
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    let second = opened(&made.book.report_file("dot1", moment().today).unwrap()).payload;
    assert_eq!((second.version, second.is_sent, second.reason.as_str()), (2, true, "đếm sót"));
}

#[test]
fn the_key_of_the_office_is_made_once_and_stands_in_no_log() {
    let made = book();
    let fingerprint = made.book.fingerprint().unwrap();
    let folder = made.folder;
    made.book.close().unwrap();
    let again = Book::open(folder.path()).unwrap();
    assert_eq!(again.fingerprint().unwrap(), fingerprint);
    assert_eq!((fingerprint.len(), fingerprint.matches('-').count()), (19, 3));
    again.close().unwrap();
    let connection = rusqlite::Connection::open(folder.path().join("so.db")).unwrap();
    let logged: i64 = connection
        .query_row("SELECT count(*) FROM change_row WHERE table_name = 'office_key'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(logged, 0);
}

#[test]
fn a_report_in_an_office_template_carries_its_data_too() {
    let mut made = book();
    let template = made.folder.path().join("mẫu.docx");
    std::fs::write(&template, made.book.template_sample(moment().today).unwrap()).unwrap();
    made.book.add_template(&moment(), &template, "Mẫu").unwrap();
    let id = made.book.list_templates().unwrap()[0].id;
    made.book.set_report_template(&moment(), "dot1", Some(id)).unwrap();
    let file = made.book.report_file("dot1", moment().today).unwrap();
    assert_eq!(opened(&file).payload.phase, "dot1");
    let mut types = String::new();
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    archive.by_name("[Content_Types].xml").unwrap().read_to_string(&mut types).unwrap();
    assert_eq!(types.matches("customXmlProperties").count(), 1);
}

#[test]
fn the_fingerprint_stands_below_the_recipients_where_the_official_wants_it() {
    let mut made = book();
    let printed = |book: &Book| {
        let file = book.report_file("dot1", moment().today).unwrap();
        let fingerprint = book.fingerprint().unwrap();
        lines::lines_of_bytes(&file).unwrap().iter().any(|line| line.contains(&fingerprint))
    };
    assert!(!printed(&made.book));
    made.book.set_report_annexes(&moment(), "dot1", &["fingerprint".to_owned()]).unwrap();
    assert!(printed(&made.book));
}

#[test]
fn two_sample_books_of_one_unit_write_the_same_bytes_and_two_real_ones_do_not() {
    let sample = || {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book::create(folder.path(), &moment(), Some(moment().today)).unwrap();
        book.set_up(&moment(), &crate::support::set_up()).unwrap();
        book.report_file("dot1", moment().today).unwrap()
    };
    assert_eq!(sample(), sample());
    assert_ne!(book().book.fingerprint().unwrap(), book().book.fingerprint().unwrap());
}
