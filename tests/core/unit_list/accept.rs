//! A list that is accepted: one step, all or nothing, and what the preview said.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::{ImportChoices, ImportFate, Op, OurUnit, SetUp, UnitId, UnitLevel};

use crate::support::{self, TestBook, content_of, day, moment};

/// A province without units below it.
fn province() -> TestBook {
    let mut made = support::empty_book();
    let unit = OurUnit {
        name: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(),
        level: UnitLevel::Province,
        superior: "Tổng Liên đoàn Lao động Việt Nam".to_owned(),
        ..support::unit()
    };
    made.book.set_up(&moment(), &SetUp { unit, ..support::set_up() }).unwrap();
    made
}

fn written(made: &TestBook, text: &str) -> PathBuf {
    let path = made.folder.path().join("danh-sach.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn take_in(made: &mut TestBook, text: &str, on: Option<NaiveDate>) -> sotg_core::Result<sotg_core::model::Outcome> {
    let path = written(made, text);
    made.book.import_units(&moment(), &path, &ImportChoices::default(), on)
}

const GROUPED: &str = "TT;Tên đơn vị;Số ĐV;SĐT
I;LĐLĐ huyện Tam Đường;;0213.3000.000
1;CĐCS Trường Tiểu học Bản Mẫu;25;
2;CĐCS Trường Mầm non Bản Mẫu;18;
II;LĐLĐ huyện Tân Uyên;;
1;CĐCS Trường Tiểu học Nậm Mẫu;31;0213.3000.001
;CĐCS Công ty Chè Mẫu;x;
;;7;
";

fn names(book: &Book, on: NaiveDate) -> Vec<(u8, String)> {
    book.unit_tree(on).unwrap().units.into_iter().map(|unit| (unit.depth, unit.name)).collect()
}

fn id(book: &Book, name: &str, on: NaiveDate) -> UnitId {
    book.unit_tree(on).unwrap().units.into_iter().find(|unit| unit.name == name).unwrap().id
}

#[test]
fn a_list_becomes_units_in_one_step_and_undo_takes_all_of_them_back() {
    let mut made = province();
    let before = content_of(made.folder.path());
    let outcome = take_in(&mut made, GROUPED, None).unwrap().step.unwrap();
    assert_eq!((outcome.op, outcome.count, outcome.subject.as_str()), (Op::ImportUnits, 6, "danh-sach.csv"));
    let today = moment().today;
    let tree = made.book.unit_tree(today).unwrap();
    let found: Vec<(u8, &str, &str)> =
        tree.units.iter().map(|unit| (unit.depth, unit.name.as_str(), unit.kind.as_str())).collect();
    assert_eq!(
        found,
        [
            (0, "LĐLĐ huyện Tam Đường", "ldld-huyen"),
            (1, "CĐCS Trường Mầm non Bản Mẫu", "cdcs-truong-hoc"),
            (1, "CĐCS Trường Tiểu học Bản Mẫu", "cdcs-truong-hoc"),
            (0, "LĐLĐ huyện Tân Uyên", "ldld-huyen"),
            (1, "CĐCS Trường Tiểu học Nậm Mẫu", "cdcs-truong-hoc"),
            (1, "CĐCS Công ty Chè Mẫu", "cdcs-doanh-nghiep"),
        ]
    );
    let school = made.book.unit_detail(id(&made.book, "CĐCS Trường Tiểu học Nậm Mẫu", today), today).unwrap();
    assert_eq!(school.facts.members, Some(31));
    assert_eq!(school.contacts[0].phone, "0213.3000.001");
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(content_of(made.folder.path()), before, "nothing is left of it");
    made.book.redo(&moment()).unwrap();
    assert_eq!(names(&made.book, today).len(), 6);
}

#[test]
fn the_same_list_again_changes_nothing() {
    let mut made = province();
    take_in(&mut made, GROUPED, None).unwrap();
    let n_steps = made.book.history(100).unwrap().len();
    assert_eq!(take_in(&mut made, GROUPED, None).unwrap().step, None);
    assert_eq!(made.book.history(100).unwrap().len(), n_steps, "no step without a change");
    let path = written(&made, GROUPED);
    let preview = made.book.preview_units(&path, &ImportChoices::default(), moment().today).unwrap();
    assert_eq!((preview.n_unchanged, preview.n_new, preview.n_changed, preview.n_refused), (6, 0, 0, 1));
}

#[test]
fn a_doubtful_line_keeps_the_whole_list_out_until_it_is_decided() {
    let mut made = province();
    take_in(&mut made, GROUPED, None).unwrap();
    let before = content_of(made.folder.path());
    let list = "Tên đơn vị;Cấp trên;Số ĐV\nCĐCS Trường Tiểu học Bản Mẩu;Tam Đường;26\nCĐCS Trạm Y tế Mẫu;Tam Đường;5\n";
    let refusal = take_in(&mut made, list, None).unwrap_err();
    assert_eq!((refusal.code(), refusal.fields()["count"].as_str()), (ErrorCode::ListUndecided, "1"));
    assert_eq!(content_of(made.folder.path()), before, "not even the line that is clear");

    let path = written(&made, list);
    let school = id(&made.book, "CĐCS Trường Tiểu học Bản Mẫu", moment().today);
    let choices = ImportChoices { decisions: vec![(2, Some(school))], ..ImportChoices::default() };
    made.book.import_units(&moment(), &path, &choices, None).unwrap();
    assert_eq!(made.book.unit_detail(school, moment().today).unwrap().facts.members, Some(26));
    assert_eq!(names(&made.book, moment().today).len(), 7);
}

#[test]
fn a_file_that_has_changed_since_its_preview_is_not_accepted() {
    let mut made = province();
    let path = written(&made, GROUPED);
    let preview = made.book.preview_units(&path, &ImportChoices::default(), moment().today).unwrap();
    std::fs::write(&path, GROUPED.replace("25", "26")).unwrap();
    let choices = ImportChoices { sha256: Some(preview.sha256), ..ImportChoices::default() };
    let refusal = made.book.import_units(&moment(), &path, &choices, None).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::ListChanged);
    std::fs::write(&path, GROUPED).unwrap();
    assert!(made.book.import_units(&moment(), &path, &choices, None).unwrap().step.is_some());
}

#[test]
fn a_day_is_kept_for_new_units_and_for_those_that_are_renamed_or_moved() {
    let mut made = province();
    let first =
        "Mã;Tên đơn vị;Cấp trên\nTD;LĐLĐ huyện Tam Đường;\nTU;LĐLĐ huyện Tân Uyên;\nT1;CĐCS Trường TH Bản Mẫu;TD\n";
    take_in(&mut made, first, None).unwrap();
    let second = "Mã;Tên đơn vị;Cấp trên\nT1;CĐCS Trường TH&THCS Bản Mẫu;TU\nT2;CĐCS Trạm Y tế Mẫu;TU\n";
    take_in(&mut made, second, Some(day(2023, 7, 1))).unwrap();
    let before: Vec<String> = names(&made.book, day(2023, 6, 30)).into_iter().map(|(_, name)| name).collect();
    assert_eq!(before, ["LĐLĐ huyện Tam Đường", "CĐCS Trường TH Bản Mẫu", "LĐLĐ huyện Tân Uyên"]);
    let after: Vec<String> = names(&made.book, day(2023, 7, 1)).into_iter().map(|(_, name)| name).collect();
    assert_eq!(
        after,
        ["LĐLĐ huyện Tam Đường", "LĐLĐ huyện Tân Uyên", "CĐCS Trường TH&THCS Bản Mẫu", "CĐCS Trạm Y tế Mẫu"]
    );
}

#[test]
fn without_a_day_a_unit_exists_as_long_as_the_one_above_it() {
    let mut made = province();
    take_in(&mut made, "Tên đơn vị;Số ĐV\nLĐLĐ huyện Tam Đường;1\n", Some(day(2020, 1, 1))).unwrap();
    take_in(&mut made, "Tên đơn vị;Cấp trên\nCĐCS Trạm Y tế Mẫu;Tam Đường\n", None).unwrap();
    assert_eq!(names(&made.book, day(2020, 1, 1)).len(), 2);
    assert!(names(&made.book, day(2019, 12, 31)).is_empty());
    let path = written(&made, "Tên đơn vị;Cấp trên\nCĐCS Kho bạc Mẫu;Tam Đường\n");
    let earlier = made.book.preview_units(&path, &ImportChoices::default(), day(2019, 1, 1)).unwrap();
    assert_eq!(earlier.lines[0].problems[0].problem, "unknown_parent", "on that day it is not there");
}

#[test]
fn what_is_chosen_must_exist() {
    let mut made = province();
    let path = written(&made, GROUPED);
    let unknown = |choices: ImportChoices| made.book.preview_units(&path, &choices, moment().today).unwrap_err().code();
    assert_eq!(unknown(ImportChoices { below: Some(UnitId(999)), ..ImportChoices::default() }), ErrorCode::NotFound);
    assert_eq!(
        unknown(ImportChoices { kind: Some("khac".to_owned()), ..ImportChoices::default() }),
        ErrorCode::NotFound
    );
    let decided = ImportChoices { decisions: vec![(2, Some(UnitId(999)))], ..ImportChoices::default() };
    assert_eq!(unknown(decided), ErrorCode::NotFound);
    let missing = made.book.import_units(&moment(), Path::new("không-có.csv"), &ImportChoices::default(), None);
    assert_eq!(missing.unwrap_err().code(), ErrorCode::ListVanished);
}

#[test]
fn every_fixture_that_can_be_read_can_be_accepted_and_is_known_afterwards() {
    let mut n_accepted = 0;
    for entry in std::fs::read_dir("../../../tests/fixtures/unit-lists").unwrap() {
        let path = entry.unwrap().path();
        // Its fifty thousand empty rows are read once, for its expected preview; here they would only cost time.
        if path.ends_with("15-dong-trang-dinh-dang.xlsx") {
            continue;
        }
        let mut made = province();
        let districts = "Mã;Tên đơn vị\nTD;LĐLĐ huyện Tam Đường\nTU;LĐLĐ huyện Tân Uyên\n;Công đoàn ngành Y tế\n";
        take_in(&mut made, districts, None).unwrap();
        let today = moment().today;
        let Ok(first) = made.book.preview_units(&path, &ImportChoices::default(), today) else { continue };
        let choices = ImportChoices { convert: first.legacy, ..ImportChoices::default() };
        let preview = made.book.preview_units(&path, &choices, today).unwrap();
        let doubtful = preview.lines.iter().filter(|line| line.fate == ImportFate::Doubtful);
        let decisions = doubtful.map(|line| (line.row, None)).collect();
        let choices = ImportChoices { decisions, ..choices };
        made.book.import_units(&moment(), &path, &choices, None).unwrap();
        let again = made.book.preview_units(&path, &choices, today).unwrap();
        assert_eq!((again.n_new, again.n_changed, again.n_doubtful), (0, 0, 0), "{}", path.display());
        assert_eq!(again.n_refused, preview.n_refused, "{}", path.display());
        n_accepted += 1;
    }
    assert!(n_accepted >= 15, "{n_accepted} fixtures were accepted");
}
