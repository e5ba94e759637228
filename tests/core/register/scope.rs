//! A plan file says whom its activities and its report are for; facts and kind of a unit decide, everywhere in the same way.

use chrono::NaiveDate;
use sotg_core::model::*;

use crate::office::{KIND, Office, new_unit, office_with};
use crate::support::{self, day, moment_on};

const OTHER: &str = include_str!("../../fixtures/plans/mau-tinh-song-may-2028.toml");
/// For all levels, once per phase.
const WEEKLY: [&str; 2] = ["3.a-1/chuan-bi", "3.a-1/cao-diem"];
const FESTIVAL: &str = "3.b-1";
const REPORTS: [&str; 2] = ["báo cáo chuan-bi", "báo cáo cao-diem"];

fn today() -> NaiveDate {
    day(2028, 3, 1)
}

/// The festival is for units of the state with a page, the report for two kinds from 20 members on.
fn narrow_plan() -> PlanChoice {
    let text = OTHER
        .replace("members_from = 100", "members_from = 100\nsector = \"state\"\nhas_page = true")
        .replace("due_days_after_end = 5", "due_days_after_end = 5\nkinds = [\"cdcs\", \"cd-xa\"]\nmembers_from = 20");
    PlanChoice::File(PlanText { file_name: "mau.sotg".to_owned(), text })
}

pub fn narrow_office() -> Office {
    let mut office = office_with(narrow_plan());
    let moment = moment_on(today());
    let due = |activity: &str, due_on| LevelDue {
        phase: "cao-diem".to_owned(),
        activity: activity.to_owned(),
        level: UnitLevel::Commune,
        due_on: Some(due_on),
    };
    office.made.book.set_level_due(&moment, &due("", day(2028, 7, 1))).unwrap();
    office.made.book.set_level_due(&moment, &due(FESTIVAL, day(2028, 5, 20))).unwrap();
    office
}

fn names(items: &[ExpectedItem]) -> Vec<String> {
    let name = |item: &ExpectedItem| match item.activity.as_str() {
        "" => format!("báo cáo {}", item.phase),
        activity => activity.to_owned(),
    };
    items.iter().map(name).collect()
}

fn expected(office: &Office, unit: &str) -> Vec<ExpectedItem> {
    office.made.book.expected_of(office.id(unit), today()).unwrap()
}

/// Whether the register of each phase expects the report of a unit.
fn registered(office: &Office, unit: &str) -> Vec<String> {
    let id = office.id(unit);
    let is_expected = |phase: &&str| {
        let register = office.made.book.register(phase, StructureOf::Then, today()).unwrap();
        register.rows.iter().any(|row| row.unit == id && row.is_expected)
    };
    ["chuan-bi", "cao-diem"].iter().filter(|phase| is_expected(phase)).map(|phase| format!("báo cáo {phase}")).collect()
}

/// Activities of a unit that the board counts.
fn on_board(office: &Office, unit: &str) -> u32 {
    let board = office.made.book.board(today()).unwrap();
    let row = board.rows.iter().find(|row| row.unit == office.id(unit)).unwrap();
    board
        .columns
        .iter()
        .zip(&row.cells)
        .filter(|(column, _)| column.stage.is_empty())
        .map(|(_, cell)| cell.applicable)
        .sum()
}

/// List, register and board of a unit say the same.
fn agree(office: &Office, unit: &str, name: &str) {
    let (reports, activities): (Vec<_>, Vec<_>) =
        names(&expected(office, unit)).into_iter().partition(|name| name.starts_with("báo cáo"));
    assert_eq!(registered(office, unit), reports, "{name}: the register");
    assert_eq!(on_board(office, unit) as usize, activities.len(), "{name}: the board");
}

#[test]
fn what_is_not_known_of_a_unit_takes_nothing_off_its_list() {
    let office = narrow_office();
    assert_eq!(names(&expected(&office, "B")), [WEEKLY[0], REPORTS[0], WEEKLY[1], FESTIVAL, REPORTS[1]]);
    agree(&office, "B", "nothing known");
}

#[test]
fn facts_decide_in_list_register_and_board_and_their_change_is_told_before() {
    use EmployerSector::{NonState, State};
    let facts = |members, sector, has_page| UnitFacts { members, sector, has_page, ..UnitFacts::default() };
    let cases: [(&str, UnitFacts, &[&str]); 7] = [
        ("all fits", facts(Some(100), State, Some(true)), &[]),
        ("99 members", facts(Some(99), State, Some(true)), &[FESTIVAL]),
        ("20 members", facts(Some(20), EmployerSector::Unknown, None), &[FESTIVAL]),
        ("19 members", facts(Some(19), State, Some(true)), &[REPORTS[0], FESTIVAL, REPORTS[1]]),
        ("not of the state", facts(None, NonState, None), &[FESTIVAL]),
        ("no page", facts(None, EmployerSector::Unknown, Some(false)), &[FESTIVAL]),
        ("of the state, of unknown size", facts(None, State, None), &[]),
    ];
    for (name, facts, removed) in cases {
        let mut office = narrow_office();
        let (unit, before) = (office.id("B"), expected(&office, "B"));
        let change = office.made.book.preview_facts(unit, &facts, today()).unwrap();
        assert_eq!(names(&change.removed), removed, "{name}");
        assert!(change.added.is_empty() && change.redated.is_empty(), "{name}: {change:?}");
        office.made.book.edit_unit(&moment_on(today()), unit, &facts, &[]).unwrap();
        let left: Vec<_> = before.into_iter().filter(|item| !change.removed.contains(item)).collect();
        assert_eq!(expected(&office, "B"), left, "{name}: what was told came about");
        agree(&office, "B", name);
        let back = office.made.book.preview_facts(unit, &UnitFacts::default(), today()).unwrap();
        assert_eq!((back.added, back.removed), (change.removed, Vec::new()), "{name}: and comes back");
    }
}

#[test]
fn of_its_own_unit_a_book_knows_the_members_and_neither_kind_nor_sector_nor_page() {
    for (members, has_festival) in [(None, true), (Some(100), true), (Some(99), false)] {
        let mut made = support::empty_book();
        let unit = OurUnit { level: UnitLevel::Grassroots, members, ..support::unit() };
        let set_up = SetUp { unit, plan: narrow_plan(), ..support::set_up() };
        made.book.set_up(&moment_on(today()), &set_up).unwrap();
        let items = made.book.checklist("cao-diem", today()).unwrap().items;
        assert_eq!(items.iter().any(|item| item.code == FESTIVAL), has_festival, "{members:?} members");
    }
}

#[test]
fn what_a_unit_was_let_off_is_not_told_as_a_change() {
    let mut office = narrow_office();
    let unit = office.id("B");
    let exception = UnitException {
        unit,
        phase: "cao-diem".to_owned(),
        activity: FESTIVAL.to_owned(),
        due_on: None,
        reason: "Đang sắp xếp lại".to_owned(),
        allowed_by: String::new(),
        document: String::new(),
    };
    office.made.book.set_exception(&moment_on(today()), &exception).unwrap();
    let facts = UnitFacts { members: Some(30), ..UnitFacts::default() };
    let change = office.made.book.preview_facts(unit, &facts, today()).unwrap();
    assert_eq!(names(&change.removed), [""; 0], "{change:?}");
}

#[test]
fn another_kind_is_told_before_and_counts_from_its_day_on() {
    let (at_once, in_phase_2) = (today(), day(2028, 5, 2));
    // Kind, from when, and what is removed and redated.
    type Case<'a> = (&'a str, Option<NaiveDate>, &'a [&'a str], &'a [&'a str]);
    let cases: [Case<'_>; 6] = [
        (KIND, Some(at_once), &[], &[]),
        ("cdcs-doanh-nghiep", Some(at_once), &REPORTS, &[]),
        ("cdcs-doanh-nghiep", None, &REPORTS, &[]),
        // The first phase ends on 26 April: by then it is of its old kind.
        ("cdcs-doanh-nghiep", Some(in_phase_2), &[REPORTS[1]], &[]),
        ("cd-xa", Some(at_once), &[], &[FESTIVAL, REPORTS[1]]),
        ("ldld-huyen", Some(at_once), &[REPORTS[0], FESTIVAL, REPORTS[1]], &[]),
    ];
    for (kind, on, removed, redated) in cases {
        let name = format!("{kind} from {on:?}");
        let mut office = narrow_office();
        let unit = office.id("B");
        let change = office.made.book.preview_kind(unit, kind, on, today()).unwrap();
        assert_eq!(names(&change.removed), removed, "{name}");
        assert_eq!(names(&change.redated), redated, "{name}");
        assert!(change.added.is_empty(), "{name}");
        let moment = moment_on(today());
        match on {
            Some(on) => {
                let rename = StructureChange::Rename { unit, name: "B".to_owned(), kind: kind.to_owned() };
                office.made.book.change_structure(&moment, &rename, on, "").unwrap()
            }
            None => office.made.book.correct_unit(&moment, unit, "B", kind).unwrap(),
        };
        let then = on.unwrap_or(at_once);
        let items = office.made.book.expected_of(unit, then).unwrap();
        assert!(
            change.removed.iter().all(|gone| !names(&items).contains(&names(std::slice::from_ref(gone))[0])),
            "{name}"
        );
        assert!(change.redated.iter().all(|item| items.contains(item)), "{name}: with the days that were told");
        if then == at_once {
            agree(&office, "B", &name);
        }
    }
}

#[test]
fn another_level_of_a_kind_is_told_of_all_its_units_before() {
    let mut office = narrow_office();
    let moment = moment_on(today());
    let district = NewUnit { kind: "ldld-huyen".to_owned(), ..new_unit("F", None) };
    office.made.book.add_unit(&moment, &district).unwrap();
    let few = UnitFacts { members: Some(19), ..UnitFacts::default() };
    let unit = office.id("C");
    office.made.book.edit_unit(&moment, unit, &few, &[]).unwrap();
    let kind = |level| UnitKind { code: KIND.to_owned(), name: "CĐCS".to_owned(), level };
    let told = |counts: &[ExpectationCount]| -> Vec<(String, u32)> {
        counts.iter().map(|count| (format!("{} {}", count.phase, count.activity), count.n_units)).collect()
    };
    // Five units, of which C is too small for a report and for the festival.
    let change = office.made.book.preview_unit_kind(&kind(UnitLevel::District), today()).unwrap();
    let gone = ["cao-diem ", "cao-diem 3.b-1", "chuan-bi "].map(|what| (what.to_owned(), 4));
    assert_eq!((change.n_units, told(&change.removed)), (4, gone.to_vec()));
    assert!(change.added.is_empty() && change.redated.is_empty());
    let change = office.made.book.preview_unit_kind(&kind(UnitLevel::Commune), today()).unwrap();
    assert_eq!(change.n_units, 4, "communes have days of their own in the second phase");
    assert_eq!(told(&change.redated), ["cao-diem ", "cao-diem 3.b-1"].map(|what| (what.to_owned(), 4)));
    let before = expected(&office, "B");
    office.made.book.set_unit_kind(&moment, &kind(UnitLevel::District)).unwrap();
    assert_eq!(before.len() - expected(&office, "B").len(), 3, "what was told came about");
    agree(&office, "B", "as a district");
    let back = office.made.book.preview_unit_kind(&kind(UnitLevel::Grassroots), today()).unwrap();
    assert_eq!((back.n_units, told(&back.added)), (4, gone.to_vec()));
    let new = UnitKind { code: String::new(), ..kind(UnitLevel::Commune) };
    assert_eq!(office.made.book.preview_unit_kind(&new, today()).unwrap().n_units, 0, "nobody is of it");
}

#[test]
fn a_kind_that_the_office_does_not_have_is_refused_in_a_preview() {
    let office = narrow_office();
    let refusal = office.made.book.preview_kind(office.id("B"), "cdcs-nong-truong", None, today()).unwrap_err();
    assert_eq!(refusal.code().as_str(), "not_found");
}

#[test]
fn a_report_is_expected_of_who_was_there_on_the_day_that_counts() {
    let mut office = narrow_office();
    // The first phase ends on 26 April 2028.
    for (name, starts_on) in [("X", day(2028, 4, 26)), ("Y", day(2028, 4, 27))] {
        office.add(name, "A", Some(starts_on)).unwrap();
    }
    let on = day(2028, 6, 1);
    for (unit, wanted) in [("X", true), ("Y", false)] {
        let items = office.made.book.expected_of(office.id(unit), on).unwrap();
        assert_eq!(names(&items).contains(&REPORTS[0].to_owned()), wanted, "{unit}");
        let register = office.made.book.register("chuan-bi", StructureOf::Then, on).unwrap();
        assert_eq!(register.rows.iter().any(|row| row.unit == office.id(unit) && row.is_expected), wanted, "{unit}");
    }
}
