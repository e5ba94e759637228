//! The official form of documents: which one holds, one of the office's own, one that a report was set to.

use sotg_core::book::Book;
use sotg_core::export::report_docx;
use sotg_core::form::form_findings;
use sotg_core::model::*;
use sotg_core::{ErrorCode, export};

use crate::refusal;
use crate::support::{book, day, empty_book, moment, moment_on, set_up, unit};

/// A copy of the newest form under the name of the office, since that day.
fn own(book: &Book) -> FormProfile {
    FormProfile {
        code: "rieng".to_owned(),
        name: "Mẫu của LĐLĐ huyện".to_owned(),
        document: String::new(),
        valid_from: None,
        unclear: Vec::new(),
        ..book.get_form("qd-933-2024").unwrap()
    }
}

fn form_of(book: &Book, phase: &str) -> ReportForm {
    book.report_draft(phase, moment().today).unwrap().form
}

#[test]
fn a_report_takes_the_form_of_its_day_and_else_of_the_day_it_is_due() {
    let mut made = book();
    let draft = made.book.report_draft("dot1", moment().today).unwrap();
    assert_eq!((draft.form.code.as_str(), draft.form.is_chosen), ("qd-1014-2011", false), "due in 2023");
    let head = ReportHead { dated_on: Some(day(2024, 5, 14)), ..draft.head };
    made.book.set_report_head(&moment(), "dot1", &head).unwrap();
    assert_eq!(form_of(&made.book, "dot1").code, "qd-933-2024");
}

#[test]
fn a_report_is_set_to_a_form_and_this_can_be_taken_back() {
    let mut made = book();
    made.book.set_report_form(&moment(), "dot1", Some("qd-933-2024")).unwrap();
    assert_eq!(
        (form_of(&made.book, "dot1").code.as_str(), form_of(&made.book, "dot1").is_chosen),
        ("qd-933-2024", true)
    );
    made.book.undo(&moment(), None).unwrap();
    assert!(!form_of(&made.book, "dot1").is_chosen);
    made.book.redo(&moment()).unwrap();
    made.book.set_report_form(&moment(), "dot1", None).unwrap();
    assert_eq!(form_of(&made.book, "dot1").code, "qd-1014-2011");
    assert_eq!(refusal(made.book.set_report_form(&moment(), "dot1", Some("nowhere"))), ErrorCode::NotFound);
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    assert_eq!(refusal(made.book.set_report_form(&moment(), "dot1", None)), ErrorCode::ReportSent);
}

#[test]
fn a_form_of_the_office_is_kept_holds_on_its_days_and_can_be_taken_back() {
    let mut made = book();
    let mut form = own(&made.book);
    form.margins.left = 30;
    form.sizes.body = 13;
    form.filed = "Lưu: VT, BTG-NC".to_owned();
    form.report_symbol = "{type}-{unit}/TG".to_owned();
    made.book.set_form(&moment(), &form).unwrap();
    let content = made.book.report_content("dot1", moment().today).unwrap();
    assert_eq!(content.form, form, "what is kept is what was typed");
    assert_eq!(content.draft.symbol, "BC-LĐLĐ/TG");
    assert_eq!(content.draft.head.recipients, ["Như trên", "Lưu: VT, BTG-NC"]);
    let later = FormProfile { valid_from: Some(day(2026, 1, 1)), ..form.clone() };
    made.book.set_form(&moment(), &later).unwrap();
    assert_eq!(form_of(&made.book, "dot1").code, "qd-1014-2011", "it does not hold in 2023");
    let holds = |today| {
        let list = made.book.list_forms(today).unwrap();
        list.forms.into_iter().find(|form| form.holds).map(|form| (form.profile.code, form.is_own))
    };
    assert_eq!(holds(day(2026, 2, 1)), Some(("rieng".to_owned(), true)));
    assert_eq!(holds(day(2025, 2, 1)), Some(("qd-933-2024".to_owned(), false)));
    made.book.undo(&moment(), None).unwrap();
    made.book.undo(&moment(), None).unwrap();
    assert!(made.book.list_forms(moment().today).unwrap().forms.iter().all(|form| !form.is_own));
}

#[test]
fn what_the_program_brings_along_is_not_changed_and_what_is_in_use_is_not_removed() {
    let mut made = book();
    let fixed = made.book.get_form("qd-933-2024").unwrap();
    assert_eq!(refusal(made.book.set_form(&moment(), &fixed)), ErrorCode::FormFixed);
    assert_eq!(refusal(made.book.remove_form(&moment(), "qd-933-2024")), ErrorCode::FormFixed);
    let form = own(&made.book);
    made.book.set_form(&moment(), &form).unwrap();
    made.book.set_report_form(&moment(), "dot2", Some("rieng")).unwrap();
    assert_eq!(refusal(made.book.remove_form(&moment(), "rieng")), ErrorCode::FormInUse);
    made.book.set_report_form(&moment(), "dot2", None).unwrap();
    made.book.remove_form(&moment(), "rieng").unwrap();
    assert_eq!(refusal(made.book.remove_form(&moment(), "rieng")), ErrorCode::NotFound);
}

#[test]
fn a_form_outside_of_the_decree_is_refused_with_its_field_and_its_limits() {
    let mut made = book();
    let good = own(&made.book);
    type Change = fn(&mut FormProfile);
    let cases: [(Change, ErrorCode, &str); 6] = [
        (|form| form.margins.left = 25, ErrorCode::OutOfRange, "margins.left"),
        (|form| form.sizes.body = 12, ErrorCode::OutOfRange, "sizes.body"),
        (|form| form.text.line = 160, ErrorCode::OutOfRange, "text.line"),
        (|form| form.name = " ".to_owned(), ErrorCode::Required, "name"),
        (|form| form.filed = "VT".to_owned(), ErrorCode::BadForm, "filed"),
        (|form| form.report_symbol = "BC".to_owned(), ErrorCode::BadForm, "report_symbol"),
    ];
    for (change, code, field) in cases {
        let mut form = good.clone();
        change(&mut form);
        let error = made.book.set_form(&moment(), &form).unwrap_err();
        assert_eq!((error.code(), error.fields()["field"].as_str()), (code, field));
    }
    let form = FormProfile { valid_from: Some(day(2026, 2, 1)), valid_until: Some(day(2026, 1, 1)), ..good };
    assert_eq!(refusal(made.book.set_form(&moment(), &form)), ErrorCode::DatesOutOfOrder);
}

#[test]
fn two_forms_with_the_same_measures_give_the_same_document() {
    let mut made = book();
    let before = report_docx(&made.book.report_content("dot1", moment().today).unwrap()).unwrap();
    made.book.set_report_form(&moment(), "dot1", Some("qd-933-2024")).unwrap();
    assert!(before == report_docx(&made.book.report_content("dot1", moment().today).unwrap()).unwrap());
    let mut form = own(&made.book);
    form.margins.right = 15;
    made.book.set_form(&moment(), &form).unwrap();
    made.book.set_report_form(&moment(), "dot1", Some("rieng")).unwrap();
    let content = made.book.report_content("dot1", moment().today).unwrap();
    assert!(before != export::docx::write(&export::official_report(&content)).unwrap(), "another margin is printed");
}

/// What the program writes by itself keeps the rules of the form, whatever the level of the unit.
#[test]
fn a_report_that_nobody_touched_has_no_finding() {
    for (level, name, symbol) in [
        (UnitLevel::Province, "Liên đoàn Lao động tỉnh Lai Châu", "LĐLĐ"),
        (UnitLevel::District, "Liên đoàn Lao động huyện Tam Đường", "LĐLĐ"),
        (UnitLevel::Sector, "Công đoàn ngành Giáo dục", "CĐN"),
        (UnitLevel::Grassroots, "Công đoàn cơ sở Trường Trung học phổ thông Bình Lư", "CĐCS"),
    ] {
        let mut made = empty_book();
        let unit = OurUnit { level, name: name.to_owned(), symbol: symbol.to_owned(), ..unit() };
        made.book.set_up(&moment(), &SetUp { unit, ..set_up() }).unwrap();
        for phase in ["dot1", "dot2", "dot3"] {
            let content = made.book.report_content(phase, moment_on(day(2023, 8, 4)).today).unwrap();
            assert_eq!(form_findings(&content), [], "{name}, {phase}");
        }
    }
}
