//! What the user may say about a list.

use sotg_core::ErrorCode;
use sotg_core::model::{ImportChoices, ImportFate, ImportField};

use crate::office::{BAN_MAU, NAM_MAU, TAN_UYEN, preview, typed};

const NEARLY: &str = "Tên đơn vị;Cấp trên;Số ĐV\nCĐCS Trường Tiểu học Nậm Mẩu;Tân Uyên;40\n";

#[test]
fn a_name_that_is_only_alike_waits_for_the_user() {
    let open = preview(&typed(NEARLY), &ImportChoices::default()).unwrap();
    assert_eq!(open.lines[0].fate, ImportFate::Doubtful);
    assert_eq!(open.lines[0].candidates[0].unit, NAM_MAU);
    assert_eq!((open.n_doubtful, open.n_new), (1, 0));

    let it_is = ImportChoices { decisions: vec![(2, Some(NAM_MAU))], ..ImportChoices::default() };
    let decided = preview(&typed(NEARLY), &it_is).unwrap();
    assert_eq!((decided.lines[0].fate, decided.lines[0].unit), (ImportFate::Changed, Some(NAM_MAU)));
    let fields: Vec<ImportField> = decided.lines[0].differences.iter().map(|difference| difference.field).collect();
    assert_eq!(fields, [ImportField::Members], "the unit keeps its name");

    let it_is_not = ImportChoices { decisions: vec![(2, None)], ..ImportChoices::default() };
    assert_eq!(preview(&typed(NEARLY), &it_is_not).unwrap().lines[0].fate, ImportFate::New);
}

#[test]
fn a_unit_that_another_line_is_cannot_be_meant_twice() {
    let list = "Tên đơn vị;Cấp trên\nCĐCS Trường TH Nậm Mẫu;Tân Uyên\nCĐCS Trường TH Nậm Mẩu;Tân Uyên\n";
    let found = preview(&typed(list), &ImportChoices::default()).unwrap();
    let fates: Vec<ImportFate> = found.lines.iter().map(|line| line.fate).collect();
    assert_eq!(fates, [ImportFate::Unchanged, ImportFate::New], "the first line has the unit already");

    let both = ImportChoices { decisions: vec![(3, Some(NAM_MAU))], ..ImportChoices::default() };
    let found = preview(&typed(list), &both).unwrap();
    assert_eq!(found.n_refused, 1);
    assert!(found.lines.iter().any(|line| line.problems.iter().any(|problem| problem.problem == "unit_twice")));
}

#[test]
fn lines_that_do_not_say_where_they_stand_go_where_the_user_says() {
    let list = "Tên đơn vị;Số ĐV\nCĐCS Trường Mầm non Tả Mẫu;12\nCĐCS Trường Tiểu học Bản Mẫu;26\n";
    let choices = ImportChoices { below: Some(TAN_UYEN), kind: Some("cdcs".to_owned()), ..ImportChoices::default() };
    let found = preview(&typed(list), &choices).unwrap();
    assert_eq!(found.lines[0].parent, "Liên đoàn Lao động huyện Tân Uyên");
    assert_eq!(found.lines[0].kind, "cdcs", "the user's word goes before what the name lets guess");
    let known = &found.lines[1];
    assert_eq!((known.fate, known.unit), (ImportFate::Changed, Some(BAN_MAU)), "the only unit of that name");
    assert_eq!(known.parent, "Liên đoàn Lao động huyện Tam Đường", "and it stays where it is");
}

#[test]
fn columns_are_what_the_user_says_they_are() {
    let list = "Tên đơn vị;Số ĐV;Khác\nCĐCS Trường Mầm non Tả Mẫu;12;99\n";
    let columns = vec![ImportField::Name, ImportField::Ignored, ImportField::Members];
    let choices = ImportChoices { columns: Some(columns), ..ImportChoices::default() };
    assert_eq!(preview(&typed(list), &choices).unwrap().lines[0].facts.members, Some(99));
}

#[test]
fn a_list_without_names_or_without_that_sheet_is_refused() {
    let refusal = |list: &str, choices: &ImportChoices| preview(&typed(list), choices).unwrap_err();
    let no_names = refusal("1;2\n3;4\n", &ImportChoices::default());
    assert_eq!((no_names.code(), no_names.fields()["problem"].as_str()), (ErrorCode::ListUnreadable, "no_names"));
    let no_rows = refusal(" \n \n", &ImportChoices::default());
    assert_eq!(no_rows.fields()["problem"], "no_rows");
    let choices = ImportChoices { sheet: Some("Biểu 9".to_owned()), ..ImportChoices::default() };
    assert_eq!(refusal(NEARLY, &choices).code(), ErrorCode::NotFound);
}

#[test]
fn text_in_english_or_without_marks_is_never_taken_for_old_letters() {
    for list in [
        "Name;Ten don vi;So DV\nA;Truong Tieu hoc Ban Mau;25\n",
        "Tên đơn vị;Số ĐV\nCafé Müller Straße;25\nGröße über façade;3\n",
    ] {
        assert_eq!(preview(&typed(list), &ImportChoices::default()).unwrap().legacy, None);
    }
}

#[test]
fn a_name_typed_without_marks_is_the_unit_that_has_them() {
    let list = "Ten don vi;Cap tren\nCDCS Truong Tieu hoc Ban Mau;Tam Duong\n";
    let found = preview(&typed(list), &ImportChoices::default()).unwrap();
    assert_eq!((found.lines[0].fate, found.lines[0].unit), (ImportFate::Unchanged, Some(BAN_MAU)));
}
