//! The Excel form for a unit without the program: written for it, filled in, read back.

use std::io::Cursor;

use calamine::{Data, Reader as _, SheetVisible, Xlsx};
use sotg_core::error::ErrorCode;
use sotg_core::exchange::form::{FormContent, read};
use sotg_core::model::{FigureState, FormProblem, LedgerFilter, LedgerKind, ProgressState};
use sotg_core::plan::Plan;

use crate::filling::{ACTIVITIES, FIGURES, TEXTS, Typed, edit, fill};
use crate::offices::{add_unit, province};
use crate::support::{PLAN, TestBook, day, moment};

fn plan() -> Plan {
    sotg_core::plan::find(PLAN).unwrap().1
}

fn blank(made: &TestBook, unit: sotg_core::model::UnitId) -> Vec<u8> {
    made.book.excel_form("dot1", Some(unit), moment().today).unwrap().bytes
}

fn read_back(form: Vec<u8>) -> FormContent {
    read("bieu-mau.xlsx", form, &plan()).unwrap()
}

fn figures(content: &FormContent) -> Vec<(String, FigureState, Option<i64>, bool)> {
    let figures = content.payload.figures.iter();
    figures
        .map(|figure| {
            let own = figure.own;
            (format!("{}/{}", figure.indicator, figure.split), own.state, own.value, own.is_estimate)
        })
        .collect()
}

#[test]
fn a_form_that_nobody_filled_in_says_whose_it_is_and_nothing_else() {
    let (made, unit) = province();
    let content = read_back(blank(&made, unit));
    assert_eq!(content.troubles, []);
    let payload = &content.payload;
    assert_eq!(payload.unit.name, "Liên đoàn Lao động huyện Tam Đường");
    assert_eq!(payload.unit.superior, "Liên đoàn Lao động tỉnh Lai Châu");
    assert_eq!((payload.campaign.plan.as_str(), payload.phase.as_str(), payload.version), (PLAN, "dot1", 1));
    assert!(payload.figures.is_empty() && payload.sections.is_empty() && payload.activities.is_empty());
    assert_eq!(made.book.unit_of_uid(&payload.unit.uid).unwrap(), Some(unit), "the form names its unit");
    assert_eq!(made.book.unit_of_uid("00000000-1").unwrap(), None, "another office's name means nobody here");
}

#[test]
fn what_is_filled_in_comes_back() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let filled = fill(
        &form,
        &[
            (FIGURES, "D", "so-lieu:LT01", Typed::Number(1_234.0)),
            (FIGURES, "E", "so-lieu:LT01", Typed::Text("x")),
            (FIGURES, "D", "so-lieu:CD01", Typed::Text("không có")),
            (ACTIVITIES, "D", "viec:III.1-1", Typed::Text("Đã xong")),
            (ACTIVITIES, "E", "viec:III.1-1", Typed::Text("15/3/2023")),
            (TEXTS, "C", "dau:number", Typed::Text("12/BC-LĐLĐ")),
            (TEXTS, "C", "dau:dated_on", Typed::Number(45_133.0)),
            (TEXTS, "C", "muc:I", Typed::Text("Huyện có 13 xã.\nĐời sống ổn định.")),
        ],
    );
    let content = read_back(filled);
    assert_eq!(content.troubles, []);
    let expected = [
        ("CD01/".to_owned(), FigureState::Nothing, None, false),
        ("LT01/".to_owned(), FigureState::Number, Some(1_234), true),
    ];
    assert_eq!(figures(&content), expected);
    let activity = &content.payload.activities[0];
    assert_eq!((activity.code.as_str(), activity.state), ("III.1-1", ProgressState::Done));
    assert_eq!(activity.done_on, Some(day(2023, 3, 15)));
    assert_eq!(content.payload.number, "12/BC-LĐLĐ");
    assert_eq!(content.payload.dated_on, Some(day(2023, 7, 26)));
    assert_eq!(content.payload.sections[0].text.plain(), "Huyện có 13 xã.\nĐời sống ổn định.");
}

#[test]
fn each_way_to_write_a_figure_is_read_and_each_doubtful_one_is_told_with_its_cell() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let number = |value| Some((FigureState::Number, Some(value), false));
    let cases = [
        (Typed::Number(0.0), number(0)),
        (Typed::Text("0"), number(0)),
        (Typed::Text("1.234"), number(1_234)),
        (Typed::Text("1234"), number(1_234)),
        (Typed::Text(" 1 234 buổi "), number(1_234)),
        (Typed::Formula("SUM(10,2)", 12.0), number(12)),
        (Typed::Text("-"), Some((FigureState::Nothing, None, false))),
        (Typed::Text("Không có"), Some((FigureState::Nothing, None, false))),
        (Typed::Text("KAD"), Some((FigureState::NotApplicable, None, false))),
        (Typed::Text("…"), None),
        (Typed::Text("khoảng 120"), Some((FigureState::Number, Some(120), true))),
    ];
    for (index, (typed, expected)) in cases.into_iter().enumerate() {
        let content = read_back(fill(&form, &[(FIGURES, "D", "so-lieu:LT01", typed)]));
        let read = content.payload.figures.first().map(|one| (one.own.state, one.own.value, one.own.is_estimate));
        assert_eq!((read, content.troubles.len()), (expected, 0), "case {index}");
    }
    let doubtful = [
        (Typed::Number(1.234), FormProblem::NotAFigure),
        (Typed::Number(-1.0), FormProblem::NotAFigure),
        (Typed::Text("xem phụ lục"), FormProblem::NotAFigure),
        (Typed::Fault("#DIV/0!"), FormProblem::BrokenFormula),
    ];
    for (typed, problem) in doubtful {
        let content = read_back(fill(&form, &[(FIGURES, "D", "so-lieu:LT01", typed)]));
        assert!(content.payload.figures.is_empty(), "{problem:?}: nothing is guessed");
        let trouble = &content.troubles[0];
        let cell = format!("D{}", crate::filling::row_of(&form, "so-lieu:LT01"));
        assert_eq!(
            (trouble.problem, trouble.cell.as_str(), trouble.sheet.as_str()),
            (problem, cell.as_str(), "Số liệu")
        );
        assert!(trouble.sentence.contains(&cell), "{}", trouble.sentence);
    }
}

#[test]
fn states_and_days_that_are_none_are_told() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let content = read_back(fill(
        &form,
        &[
            (ACTIVITIES, "D", "viec:III.1-1", Typed::Text("tùy")),
            (ACTIVITIES, "E", "viec:III.1-2", Typed::Text("cuối tháng 3")),
            (ACTIVITIES, "D", "viec:III.1-2", Typed::Text("x")),
            (ACTIVITIES, "D", "viec:III.1-3", Typed::Text("Không áp dụng")),
            (ACTIVITIES, "F", "viec:III.1-3", Typed::Text("đơn vị không có loa")),
        ],
    ));
    let problems: Vec<_> = content.troubles.iter().map(|trouble| trouble.problem).collect();
    assert_eq!(problems, [FormProblem::NotAState, FormProblem::NotADay]);
    let states: Vec<_> =
        content.payload.activities.iter().map(|one| (one.code.as_str(), one.state, one.reason.as_str())).collect();
    assert_eq!(
        states,
        [("III.1-2", ProgressState::Done, ""), ("III.1-3", ProgressState::NotApplicable, "đơn vị không có loa")]
    );
}

#[test]
fn the_form_is_locked_but_for_what_is_filled_in_and_its_code_is_hidden() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(form.clone())).unwrap();
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    let visible = |name: &str| (name.to_owned(), SheetVisible::Visible);
    assert_eq!(
        sheets,
        [visible("Số liệu"), visible("Việc đã làm"), visible("Nội dung"), ("Mã".to_owned(), SheetVisible::VeryHidden)]
    );
    for part in 1..=3 {
        edit(&form, &format!("xl/worksheets/sheet{part}.xml"), |xml| {
            assert!(xml.contains("<sheetProtection sheet=\"1\""), "sheet {part} is locked");
            assert!(!xml.contains("password"), "without a password");
            assert!(xml.contains("hidden=\"1\""), "the column of codes is hidden");
            assert!(xml.contains("<dataValidation "), "what is typed is checked");
            xml
        });
    }
    let texts = book.worksheet_range("Số liệu").unwrap();
    let has = |wanted: &str| texts.rows().flatten().any(|cell| cell.to_string().contains(wanted));
    assert!(
        has("BIỂU MẪU BÁO CÁO ĐỢT 1") && has("chậm nhất ngày") && has("Nơi nhận: Liên đoàn Lao động tỉnh Lai Châu")
    );
}

#[test]
fn a_name_that_looks_like_a_formula_stays_a_text() {
    let (mut made, _) = province();
    let unit = add_unit(&mut made.book, "=cmd|' /C calc'!A0");
    let form = blank(&made, unit);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(form.clone())).unwrap();
    for name in book.sheet_names().clone() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has no formula");
        let range = book.worksheet_range(&name).unwrap();
        let mut first = range.rows().flatten();
        assert!(first.any(|cell| matches!(cell, Data::String(text) if text.contains("=cmd|"))), "{name}");
    }
    assert_eq!(read_back(form).payload.unit.name, "=cmd|' /C calc'!A0");
}

#[test]
fn the_same_form_is_the_same_file_and_a_form_after_the_first_report_is_the_next_version() {
    let mut pair = crate::offices::pair();
    let first = pair.province.book.excel_form("dot1", Some(pair.unit), moment().today).unwrap();
    let again = pair.province.book.excel_form("dot1", Some(pair.unit), moment().today).unwrap();
    assert_eq!(first, again, "byte for byte");
    assert_eq!(read_back(first.bytes).payload.version, 2);
    let folder = tempfile::tempdir().unwrap();
    let other = add_unit(&mut pair.province.book, "Liên đoàn Lao động huyện Sìn Hồ");
    let (outcome, n) = pair.province.book.make_forms(&moment(), "dot1", &[], folder.path()).unwrap();
    assert_eq!((outcome.step.unwrap().count, n), (2, 2));
    let of_kind = LedgerFilter { kind: Some(LedgerKind::Form), ..LedgerFilter::default() };
    let mut units: Vec<_> =
        pair.province.book.ledger(&of_kind).unwrap().iter().map(|entry| entry.unit.unwrap()).collect();
    units.sort_unstable();
    assert_eq!(units, [pair.unit, other]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_form_for_whoever_needs_one_takes_the_name_that_is_written_into_it() {
    let (made, _) = province();
    let form = made.book.excel_form("dot1", None, moment().today).unwrap();
    assert_eq!(form.file_name, "Bieu-mau_dot1_don-vi.xlsx");
    let nameless = read_back(form.bytes.clone());
    assert_eq!(nameless.troubles[0].problem, FormProblem::NoUnit);
    let named = fill(&form.bytes, &[(FIGURES, "A", "dau:unit", Typed::Text("CĐCS Trường Mầm non Hoa Ban"))]);
    let content = read_back(named);
    assert_eq!((content.payload.unit.name.as_str(), content.troubles.len()), ("CĐCS Trường Mầm non Hoa Ban", 0));
}

#[test]
fn what_is_no_form_of_ours_is_refused_with_the_reason() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let newer = edit(&form, "xl/sharedStrings.xml", |xml| {
        let line = xml.replace("<si><t>1</t></si>", "<si><t>9</t></si>");
        assert_ne!(line, xml);
        line
    });
    let code = |bytes: Vec<u8>| read("x.xlsx", bytes, &plan()).unwrap_err();
    let too_new = code(newer);
    assert_eq!((too_new.code(), too_new.fields()["what"].as_str()), (ErrorCode::TooNew, "file"));
    let register = made.book.register_workbook("dot1", sotg_core::model::StructureOf::Then, moment().today).unwrap();
    let foreign = code(register);
    assert_eq!((foreign.code(), foreign.fields()["what"].as_str()), (ErrorCode::NotFound, "excel_form"));
    assert_eq!(code(form[..form.len() / 2].to_vec()).code(), ErrorCode::ListUnreadable);
    assert_eq!(code(Vec::new()).code(), ErrorCode::ListUnreadable);
}

#[test]
fn a_filled_form_of_a_unit_is_known_again_and_accepted_without_a_question() {
    let (mut made, unit) = province();
    let (_, form) = made.book.make_form(&moment(), "dot1", unit).unwrap();
    let outside = tempfile::tempdir().unwrap();
    let path = outside.path().join("Copy of biểu mẫu (2).xlsx");
    let filled = fill(
        &form.bytes,
        &[
            (FIGURES, "D", "so-lieu:LT01", Typed::Text("1.234")),
            (ACTIVITIES, "D", "viec:III.1-1", Typed::Text("Đã xong")),
            (ACTIVITIES, "E", "viec:III.1-1", Typed::Text("15/3/2023")),
        ],
    );
    std::fs::write(&path, filled).unwrap();
    let inbox = made.book.preview_files(std::slice::from_ref(&path), moment().today).unwrap();
    assert_eq!((inbox.files[0].fate, inbox.files[0].unit), (sotg_core::model::FileFate::New, Some(unit)));
    made.book.accept_files(&moment(), &[path], &sotg_core::model::InboxChoice::default()).unwrap();
    let kept = made.book.report_of_unit("dot1", unit).unwrap().unwrap();
    assert_eq!((kept.payload.figures[0].own.value, kept.channel), (Some(1_234), sotg_core::model::Channel::Excel));
}
