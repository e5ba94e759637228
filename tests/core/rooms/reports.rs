//! Phase reports: they write themselves, keep the official's words, and leave the house.

use sotg_core::book::Book;
use sotg_core::model::*;
use sotg_core::{ErrorCode, export};

use crate::refusal;
use crate::support::{book, day, done, moment, moment_on, unit};

fn draft(book: &Book) -> ReportDraft {
    book.report_draft("dot1", moment().today).unwrap()
}

fn section(book: &Book, code: &str) -> ReportSection {
    draft(book).sections.into_iter().find(|section| section.code == code).unwrap()
}

fn tick(book: &mut Book, code: &str) {
    book.set_progress(&moment(), &[code.to_owned()], &done()).unwrap();
}

fn write(book: &mut Book, code: &str, text: Option<&str>) -> Outcome {
    let text = text.map(RichText::from_plain);
    book.set_report_section(&moment(), "dot1", code, text.as_ref()).unwrap()
}

#[test]
fn what_is_ticked_noted_and_counted_stands_in_the_report() {
    let mut made = book();
    assert!(!section(&made.book, "II").composed.plain().contains("Lập kế hoạch tuyên truyền riêng"));
    tick(&mut made.book, "V.2-1");
    made.book.set_note(&moment(), "V.2-1", "Kế hoạch số 15/KH-LĐLĐ").unwrap();
    let composed = section(&made.book, "II").composed.plain();
    assert!(composed.contains("Lập kế hoạch tuyên truyền riêng") && composed.contains("15/KH-LĐLĐ"), "{composed}");
}

#[test]
fn a_text_of_the_official_is_kept_whatever_is_ticked_later_and_the_change_is_offered() {
    let mut made = book();
    write(&mut made.book, "II", Some("Chỉ đạo sát sao.\r\n- Một\u{0} việc"));
    tick(&mut made.book, "V.2-1");
    let kept = section(&made.book, "II");
    assert_eq!(kept.text().plain(), "Chỉ đạo sát sao.\n- Một việc");
    assert!(
        kept.is_outdated() && kept.composed.plain().contains("Lập kế hoạch"),
        "what the program would write now is beside it"
    );
    assert_eq!(draft(&made.book).row.n_kept_sections, 1);
    write(&mut made.book, "II", Some("Chỉ đạo sát sao, kịp thời."));
    assert!(section(&made.book, "II").is_outdated(), "going on writing does not settle what changed");
    write(&mut made.book, "II", Some("Chỉ đạo sát sao.\n- Một việc"));
    let kept = section(&made.book, "II");
    write(&mut made.book, "II", Some(&kept.text().plain()));
    assert!(!section(&made.book, "II").is_outdated(), "saying the same again settles it");
    write(&mut made.book, "II", None);
    assert_eq!(section(&made.book, "II").kept, None);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(
        section(&made.book, "II").text().plain(),
        "Chỉ đạo sát sao.\n- Một việc",
        "going back can be taken back"
    );
}

#[test]
fn the_composed_text_itself_is_not_kept() {
    let mut made = book();
    let composed = section(&made.book, "II").composed.plain();
    assert_eq!(write(&mut made.book, "II", Some(&composed)).step, None);
    tick(&mut made.book, "V.2-1");
    assert!(section(&made.book, "II").text().plain().contains("Lập kế hoạch"), "it still writes itself");
}

fn set(book: &mut Book, indicator: &str, text: &str) {
    let input = FigureInput {
        phase: "dot1".to_owned(),
        activity: None,
        indicator: indicator.to_owned(),
        split: String::new(),
        state: FigureState::Number,
        text: text.to_owned(),
        is_estimate: false,
    };
    book.set_figure(&moment(), &input).unwrap();
}

/// The section that tells how many plans and letters were issued.
const ISSUED: &str = "II";

#[test]
fn a_figure_stays_linked_in_the_words_of_the_official() {
    let mut made = book();
    set(&mut made.book, "CD01", "3");
    let mut text = section(&made.book, ISSUED).composed;
    let sources = section(&made.book, ISSUED).sources;
    assert!(matches!(&sources[0][..], [TextSource::Figure { indicator, .. }] if indicator == "CD01"), "{sources:?}");
    let own = text.content[0].content_mut().unwrap();
    own.insert(0, TextInline::plain_text("Theo thống kê, "));
    made.book.set_report_section(&moment(), "dot1", ISSUED, Some(&text)).unwrap();
    set(&mut made.book, "CD01", "1234");
    let kept = section(&made.book, ISSUED);
    assert!(kept.text().plain().starts_with("Theo thống kê, ") && kept.text().plain().contains("1.234"), "{kept:?}");
    assert!(!kept.is_outdated(), "his sentence has followed: there is nothing to decide");
    made.book.undo(&moment(), None).unwrap();
    assert!(!section(&made.book, ISSUED).text().plain().contains("1.234"));

    // Where he has typed a number of his own in the place of the live one, the change is offered.
    write(&mut made.book, ISSUED, Some("Theo thống kê: 3 văn bản."));
    set(&mut made.book, "CD01", "5");
    assert!(section(&made.book, ISSUED).is_outdated());
}

#[test]
fn what_changed_beside_an_own_text_is_taken_over_or_left_one_by_one() {
    let mut made = book();
    set(&mut made.book, "CD01", "3");
    let composed = section(&made.book, ISSUED).composed.plain();
    write(&mut made.book, ISSUED, Some(&format!("Lời của đơn vị.\n{composed}")));
    tick(&mut made.book, "V.2-1");
    let offered = section(&made.book, ISSUED).changes;
    assert_eq!(offered.len(), 2, "a line before the list, and the tick: {offered:#?}");
    let decide = |book: &mut Book, change, takes| {
        book.decide_text_change(&moment(), "dot1", ISSUED, change, takes).map(|_| section(book, ISSUED))
    };
    let left = decide(&mut made.book, &offered[0], false).unwrap();
    assert_eq!(left.changes, offered[1..]);
    let taken = decide(&mut made.book, &offered[1], true).unwrap();
    assert!(!taken.is_outdated());
    let text = taken.text().plain();
    assert!(text.starts_with("Lời của đơn vị.") && text.contains("Lập kế hoạch"), "{text}");
    assert_eq!(refusal(decide(&mut made.book, &offered[1], true)), ErrorCode::NotFound, "no longer offered");
}

#[test]
fn a_text_from_before_figures_were_linked_is_still_read() {
    let mut made = book();
    write(&mut made.book, ISSUED, Some("Một dòng.\n- Một việc."));
    drop(made.book);
    let file = rusqlite::Connection::open(made.folder.path().join("so.db")).unwrap();
    file.execute(
        "UPDATE report_section SET form = 'plain', kept = 'Một dòng.' || char(10) || '- Một việc.', composed = 'Cũ.'",
        [],
    )
    .unwrap();
    drop(file);
    let book = Book::open(made.folder.path()).unwrap();
    assert_eq!(section(&book, ISSUED).text().plain(), "Một dòng.\n- Một việc.");
    assert!(section(&book, ISSUED).is_outdated());
}

#[test]
fn a_sent_report_is_not_changed_until_it_is_opened_with_a_reason() {
    let mut made = book();
    let sent = |book: &mut Book, state, on| book.set_report_state(&moment(), "dot1", state, on);
    assert_eq!(refusal(sent(&mut made.book, ReportState::Sent, Some(day(2023, 7, 21)))), ErrorCode::DateInFuture);
    sent(&mut made.book, ReportState::Sent, Some(day(2023, 7, 18))).unwrap();
    let again = made.book.set_report_section(&moment(), "dot1", "II", Some(&RichText::from_plain("khác")));
    assert_eq!(refusal(again), ErrorCode::ReportSent);
    let head = draft(&made.book).head;
    assert_eq!(refusal(made.book.set_report_head(&moment(), "dot1", &head)), ErrorCode::ReportSent);
    sent(&mut made.book, ReportState::Accepted, None).unwrap();
    assert_eq!(draft(&made.book).row.sent_on, Some(day(2023, 7, 18)), "what became of it does not move the day");
    assert_eq!(
        refusal(sent(&mut made.book, ReportState::Draft, None)),
        ErrorCode::Required,
        "opening it takes a reason"
    );
    made.book.correct_report(&moment(), "dot1", "thiếu một đoạn").unwrap();
    assert_eq!(draft(&made.book).row.sent_on, Some(day(2023, 7, 18)), "a correction does not make it late");
    write(&mut made.book, "II", Some("khác"));
}

#[test]
fn a_report_is_late_by_the_rule_or_by_its_own_day_and_stays_late_when_sent_late() {
    let mut made = book();
    let row = |book: &Book, today| book.list_reports(today).unwrap().remove(0);
    let proposed = row(&made.book, day(2023, 8, 12));
    assert_eq!((proposed.due_on, proposed.days_late, proposed.is_proposed), (Some(day(2023, 8, 10)), Some(2), true));
    let own = FixedDue { phase: "dot1".to_owned(), due_on: day(2023, 8, 5) };
    let rule = DueRule { days_after_end: 10, is_proposed: false, fixed: vec![own] };
    made.book.set_due_rule(&moment(), &rule).unwrap();
    let fixed = row(&made.book, day(2023, 8, 12));
    assert_eq!((fixed.due_on, fixed.days_late, fixed.is_proposed), (Some(day(2023, 8, 5)), Some(7), false));
    made.book.set_report_state(&moment_on(day(2023, 8, 9)), "dot1", ReportState::Sent, None).unwrap();
    assert_eq!(row(&made.book, day(2024, 1, 1)).days_late, Some(4), "by the day it was sent, not by today");
}

#[test]
fn head_and_signer_are_those_of_the_settings_until_the_official_says_otherwise() {
    let mut made = book();
    let head = draft(&made.book).head;
    assert_eq!(head.addressees, ["Ban Thường vụ LĐLĐ tỉnh (qua Ban Tuyên giáo - Nữ công)"]);
    assert_eq!((head.signer.name.as_str(), head.number.as_str()), ("Nguyễn Văn An", ""));
    let stranger = Signer { id: Some(SignerId(99)), ..head.signer.clone() };
    let wrong = ReportHead { signer: stranger, ..head.clone() };
    assert_eq!(refusal(made.book.set_report_head(&moment(), "dot1", &wrong)), ErrorCode::NotFound);
    let recipients = vec!["Như trên".to_owned(), " ".to_owned(), "Lưu: VT".to_owned()];
    let changed = ReportHead { number: " 5 ".to_owned(), dated_on: Some(day(2023, 7, 19)), recipients, ..head };
    made.book.set_report_head(&moment(), "dot1", &changed).unwrap();
    let kept = draft(&made.book).head;
    assert_eq!((kept.number.as_str(), kept.recipients.len(), kept.dated_on), ("5", 2, Some(day(2023, 7, 19))));
}

#[test]
fn a_unit_below_a_district_reports_to_the_district() {
    let mut made = book();
    let district = "Liên đoàn Lao động huyện Tam Đường".to_owned();
    let grassroots = OurUnit {
        name: "Công đoàn cơ sở Trường Tiểu học Bình Lư".to_owned(),
        level: UnitLevel::Grassroots,
        superior: district.clone(),
        symbol: "CĐCS".to_owned(),
        ..unit()
    };
    made.book.set_unit(&moment(), &grassroots).unwrap();
    let draft = draft(&made.book);
    assert_eq!(draft.head.addressees, [district]);
    assert_eq!((draft.symbol.as_str(), draft.superior.as_str()), ("BC-CĐCS", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG"));
}

#[test]
fn the_document_is_a_word_file_under_a_name_that_travels() {
    let made = book();
    let content = made.book.report_content("dot1", moment().today).unwrap();
    assert_eq!(content.draft.file_name, "Bao-cao-Dot-1-Lien-doan-Lao-dong-huyen-Tam-Duong.docx");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Báo cáo.docx");
    export::save(&path, &export::report_docx(&content).unwrap()).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    let nowhere = folder.path().join("không có").join("Báo cáo.docx");
    assert!(export::save(&nowhere, b"PK").is_err(), "a folder that is not there is not made silently");
}

#[test]
fn the_sample_of_the_whole_campaign_has_three_reports_without_a_gap() {
    let folder = tempfile::tempdir().unwrap();
    let book = sotg_core::sample::make_whole(&folder.path().join("mau"), &moment()).unwrap();
    for phase in ["dot1", "dot2", "dot3"] {
        let draft = book.report_draft(phase, day(2024, 1, 8)).unwrap();
        assert!(!draft.head.number.is_empty() && draft.row.n_kept_sections == 4, "{phase}");
        for section in draft.sections.iter().filter(|section| section.has_text) {
            let text = section.text().plain();
            assert!(!text.contains(" … ") && !text.contains("- …"), "{phase}, {}: {text}", section.code);
        }
    }
}
