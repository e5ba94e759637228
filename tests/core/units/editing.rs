use sotg_core::ErrorCode;
use sotg_core::model::*;

use crate::office::{KIND, new_unit, office};
use crate::support::{content_of, day, moment};

fn facts() -> UnitFacts {
    UnitFacts {
        code: "TD-07".to_owned(),
        members: Some(24),
        sector: EmployerSector::State,
        has_page: Some(false),
        followed_by: "Ban Tuyên giáo - Nữ công".to_owned(),
    }
}

fn contact(title: &str, phone: &str, email: &str) -> UnitContact {
    UnitContact { title: title.to_owned(), phone: phone.to_owned(), email: email.to_owned() }
}

#[test]
fn a_unit_is_kept_as_it_was_entered() {
    let mut office = office();
    let contacts = vec![contact("Chủ tịch", "0000 000 001", "chu-tich@vi-du.vn"), contact("Văn phòng", "", "")];
    let unit = NewUnit {
        facts: facts(),
        contacts: contacts.clone(),
        kind: "cdcs-truong-hoc".to_owned(),
        ..new_unit("  CĐCS  Trường Mầm non Bình Lư ", Some(office.id("A")))
    };
    office.made.book.add_unit(&moment(), &unit).unwrap();
    let id = office.made.book.find_unit("TD-07").unwrap();
    assert_eq!(office.made.book.find_unit(&id.to_string()).unwrap(), id);
    let kept = office.made.book.unit_detail(id, day(2023, 7, 20)).unwrap();
    assert_eq!(kept.name, "CĐCS Trường Mầm non Bình Lư");
    assert_eq!((kept.level, kept.kind.as_str()), (UnitLevel::Grassroots, "cdcs-truong-hoc"));
    assert_eq!((&kept.facts, &kept.contacts), (&facts(), &contacts));
    let tree = office.made.book.unit_tree(day(2023, 7, 20)).unwrap();
    let node = tree.units.iter().find(|node| node.id == id).unwrap();
    assert_eq!((&node.facts, node.depth, node.n_below), (&facts(), 1, 0));
}

#[test]
fn facts_and_contacts_are_changed_in_one_step() {
    let mut office = office();
    let id = office.id("B");
    let now = moment();
    let first = [contact("Chủ tịch", "1", ""), contact("Văn phòng", "2", ""), contact("Kế toán", "3", "")];
    office.made.book.edit_unit(&now, id, &facts(), &first).unwrap();
    let before = content_of(office.made.folder.path());
    let second = [contact("Chủ tịch", "1", ""), contact("", " ", ""), contact("Văn phòng", "4", "")];
    let changed = UnitFacts { members: None, has_page: None, ..facts() };
    office.made.book.edit_unit(&now, id, &changed, &second).unwrap();
    let kept = office.made.book.unit_detail(id, now.today).unwrap();
    assert_eq!(kept.facts, changed);
    assert_eq!(kept.contacts, [second[0].clone(), second[2].clone()], "an empty line is left out");
    let same = office.made.book.edit_unit(&now, id, &changed, &kept.contacts).unwrap();
    assert_eq!(same.step, None, "nothing has changed");
    office.made.book.undo(&now, None).unwrap();
    assert_eq!(content_of(office.made.folder.path()), before);
}

#[test]
fn what_was_entered_wrongly_is_refused_with_its_field() {
    let mut office = office();
    let now = moment();
    office.made.book.edit_unit(&now, office.id("B"), &facts(), &[]).unwrap();
    let with = |facts: UnitFacts, contacts: Vec<UnitContact>| NewUnit { facts, contacts, ..new_unit("X", None) };
    let none = UnitFacts::default;
    let cases = [
        (new_unit("  ", None), ErrorCode::Required, "name"),
        (new_unit(&"x".repeat(301), None), ErrorCode::TooLong, "name"),
        (NewUnit { kind: "chi-doan".to_owned(), ..new_unit("X", None) }, ErrorCode::NotFound, ""),
        (new_unit("X", Some(UnitId(999))), ErrorCode::NotFound, ""),
        (with(UnitFacts { code: "x".repeat(51), ..none() }, vec![]), ErrorCode::TooLong, "code"),
        (with(UnitFacts { code: " TD-07 ".to_owned(), ..none() }, vec![]), ErrorCode::CodeTaken, ""),
        (with(none(), vec![contact("", "0000 000 001", "")]), ErrorCode::Required, "contact.title"),
        (with(none(), vec![contact("Chủ tịch", "", "vi-du.vn")]), ErrorCode::BadEmail, ""),
        (with(none(), vec![contact("Chủ tịch", &"1".repeat(101), "")]), ErrorCode::TooLong, "contact.phone"),
        (NewUnit { starts_on: Some(day(23, 5, 1)), ..new_unit("X", None) }, ErrorCode::BadDate, ""),
    ];
    for (unit, code, field) in cases {
        let refusal = office.made.book.add_unit(&now, &unit).unwrap_err();
        assert_eq!(refusal.code(), code, "{unit:?}");
        assert_eq!(refusal.fields().get("field").map_or("", String::as_str), field, "{unit:?}");
    }
    let taken = office.made.book.edit_unit(&now, office.id("C"), &facts(), &[]).unwrap_err();
    assert_eq!((taken.code(), taken.fields()["unit"].as_str()), (ErrorCode::CodeTaken, "B"));
}

#[test]
fn a_misspelt_name_is_put_right_without_a_day() {
    let mut office = office();
    let now = moment();
    office.tell("1/5 rename B Bx").unwrap();
    office.made.book.correct_unit(&now, office.id("Bx"), "Bình Lư", "cd-xa").unwrap();
    let unit = office.made.book.unit_detail(office.id("Bình Lư"), now.today).unwrap();
    let spans: Vec<_> = unit.spans.iter().map(|span| (span.name.as_str(), span.level)).collect();
    assert_eq!(spans, [("B", UnitLevel::Grassroots), ("Bình Lư", UnitLevel::Commune)]);
    let taken = office.made.book.correct_unit(&now, unit.id, "C", KIND).unwrap_err();
    assert_eq!(taken.code(), ErrorCode::NameTaken);
}

#[test]
fn a_unit_is_removed_only_if_nothing_speaks_of_it() {
    let mut office = office();
    let now = moment();
    let before = content_of(office.made.folder.path());
    let unit = NewUnit { contacts: vec![contact("Chủ tịch", "", "")], ..new_unit("X", None) };
    office.made.book.add_unit(&now, &unit).unwrap();
    office.made.book.remove_unit(&now, office.id("X")).unwrap();
    assert_eq!(content_of(office.made.folder.path()), before);
    office.made.book.undo(&now, None).unwrap();
    assert_eq!(office.tree(20, 7), "A(B C) D(E) X", "a removal can be taken back");
    office.tell("1/5 merge C > B").unwrap();
    for used in ["A", "B", "C"] {
        let refusal = office.made.book.remove_unit(&now, office.id(used)).unwrap_err();
        assert_eq!((refusal.code(), refusal.fields()["unit"].as_str()), (ErrorCode::UnitInUse, used));
    }
    let ours = office.made.book.remove_unit(&now, UnitId(1)).unwrap_err();
    assert_eq!(ours.code(), ErrorCode::NotFound, "our own unit cannot be removed");
}

fn kind(code: &str, name: &str, level: UnitLevel) -> UnitKind {
    UnitKind { code: code.to_owned(), name: name.to_owned(), level }
}

#[test]
fn an_office_may_have_kinds_of_its_own() {
    let mut office = office();
    let now = moment();
    let kinds = office.made.book.unit_kinds(now.today).unwrap();
    assert!(kinds.iter().any(|kind| kind.code == "ldld-huyen" && kind.level == UnitLevel::District));
    // Two names that differ only in their marks are two kinds with two codes.
    for name in ["Công đoàn các khu công nghiệp", "Cộng đoàn các khu công nghiệp"] {
        office.made.book.set_unit_kind(&now, &kind("", name, UnitLevel::Sector)).unwrap();
    }
    let codes: Vec<_> =
        office.made.book.unit_kinds(now.today).unwrap().into_iter().skip(kinds.len()).map(|kind| kind.code).collect();
    assert_eq!(codes, ["cong-doan-cac-khu-cong-nghiep", "cong-doan-cac-khu-cong-nghiep-2"]);
    office.made.book.set_unit_kind(&now, &kind(KIND, "CĐCS", UnitLevel::DirectGrassroots)).unwrap();
    let tree = office.made.book.unit_tree(now.today).unwrap();
    assert!(tree.units.iter().all(|unit| unit.level == UnitLevel::DirectGrassroots), "units follow their kind");
    assert!(tree.kinds.iter().any(|kind| kind.code == KIND && kind.name == "CĐCS"));
    office.made.book.undo(&now, None).unwrap();
    let tree = office.made.book.unit_tree(now.today).unwrap();
    assert!(tree.units.iter().all(|unit| unit.level == UnitLevel::Grassroots));
}

#[test]
fn what_makes_no_kind_is_refused() {
    let mut office = office();
    let now = moment();
    let level = UnitLevel::Commune;
    let cases = [
        (kind("", " ", level), ErrorCode::Required),
        (kind("", &"x".repeat(101), level), ErrorCode::TooLong),
        (kind("", "công đoàn XÃ", level), ErrorCode::NameTaken),
        (kind("cd-phuong", "Công đoàn xã", level), ErrorCode::NameTaken),
        (kind("chi-doan", "Chi đoàn", level), ErrorCode::NotFound),
    ];
    for (wrong, code) in cases {
        let before = content_of(office.made.folder.path());
        assert_eq!(office.made.book.set_unit_kind(&now, &wrong).unwrap_err().code(), code, "{wrong:?}");
        assert_eq!(content_of(office.made.folder.path()), before);
    }
    let same = office.made.book.set_unit_kind(&now, &kind("cd-xa", "Công đoàn xã", level)).unwrap();
    assert_eq!(same.step, None, "nothing has changed");
}

#[test]
fn each_kind_says_how_many_units_have_it_and_how_many_ever_had() {
    let mut office = office();
    let now = moment();
    let rename =
        |unit| StructureChange::Rename { unit, name: "Công đoàn xã A".to_owned(), kind: "cd-xa".to_owned() };
    office.made.book.change_structure(&now, &rename(office.id("A")), day(2023, 5, 1), "").unwrap();
    office.tell("1/6 close B").unwrap();
    let used = |on| -> Vec<_> {
        let kinds = office.made.book.unit_kinds(on).unwrap();
        ["cd-xa", KIND, "cd-phuong"]
            .map(|code| kinds.iter().find(|kind| kind.code == code).map(|kind| (kind.n_units, kind.n_ever)).unwrap())
            .into()
    };
    assert_eq!(used(day(2023, 2, 1)), [(0, 1), (4, 5), (0, 0)], "E comes on the first of March");
    assert_eq!(used(day(2023, 5, 1)), [(1, 1), (4, 5), (0, 0)]);
    assert_eq!(used(now.today), [(1, 1), (3, 5), (0, 0)]);
}

#[test]
fn a_kind_of_another_level_holds_on_every_day() {
    let mut office = office();
    let now = moment();
    office.made.book.set_unit_kind(&now, &kind(KIND, "CĐCS", UnitLevel::DirectGrassroots)).unwrap();
    for on in [day(2022, 1, 1), now.today, day(2030, 1, 1)] {
        let units = office.made.book.unit_tree(on).unwrap().units;
        assert!(units.iter().all(|unit| unit.level == UnitLevel::DirectGrassroots), "{on}");
    }
}

#[test]
fn neighbours_are_listed_by_kind_and_then_as_vietnamese_sorts() {
    let mut office = office();
    for (name, kind) in [
        ("Công đoàn ngành Y tế", "cd-nganh"),
        ("Liên đoàn Lao động huyện Than Uyên", "ldld-huyen"),
        ("Liên đoàn Lao động huyện Tân Uyên", "ldld-huyen"),
        ("Liên đoàn Lao động huyện Tam Đường", "ldld-huyen"),
        ("Liên đoàn Lao động thành phố Lai Châu", "ldld-thanh-pho"),
    ] {
        let unit = NewUnit { kind: kind.to_owned(), ..new_unit(name, None) };
        office.made.book.add_unit(&moment(), &unit).unwrap();
    }
    let tree = office.made.book.unit_tree(moment().today).unwrap();
    let names: Vec<_> = tree.units.iter().map(|unit| unit.name.as_str()).take(5).collect();
    let expected = [
        "Liên đoàn Lao động thành phố Lai Châu",
        "Liên đoàn Lao động huyện Tam Đường",
        "Liên đoàn Lao động huyện Tân Uyên",
        "Liên đoàn Lao động huyện Than Uyên",
        "Công đoàn ngành Y tế",
    ];
    assert_eq!(names, expected);
}
