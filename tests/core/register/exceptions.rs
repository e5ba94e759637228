//! Another day, or none: for a level, or for one unit with the reason.

use sotg_core::model::*;

use crate::office::office;
use crate::support::{day, moment_on};

const PHASE: &str = "dot1";

fn exception(unit: UnitId, due_on: Option<chrono::NaiveDate>) -> UnitException {
    UnitException {
        unit,
        phase: PHASE.to_owned(),
        activity: String::new(),
        due_on,
        reason: "Đang sắp xếp lại tổ chức".to_owned(),
        allowed_by: "Phó Chủ tịch".to_owned(),
        document: "Công văn số 12/LĐLĐ".to_owned(),
    }
}

/// An activity of a phase that B has.
pub fn activity_of(phase: &str, office: &crate::office::Office) -> String {
    let items = office.made.book.expected_of(office.id("B"), day(2023, 8, 20)).unwrap();
    items.into_iter().find(|item| item.phase == phase && !item.activity.is_empty()).unwrap().activity
}

#[test]
fn who_was_let_off_is_not_expected_and_says_why() {
    let mut office = office();
    let (unit, moment) = (office.id("B"), moment_on(day(2023, 8, 20)));
    office.made.book.set_exception(&moment, &exception(unit, None)).unwrap();
    let register = office.made.book.register(PHASE, StructureOf::Then, moment.today).unwrap();
    let row = register.rows.iter().find(|row| row.unit == unit).unwrap();
    assert_eq!((row.is_expected, row.punctuality, row.days_late), (false, None, None));
    assert_eq!(row.exception, "Đang sắp xếp lại tổ chức");
    assert_eq!(register.total.expected, 4);
    office.made.book.remove_exception(&moment, unit, PHASE, "").unwrap();
    assert_eq!(office.made.book.register(PHASE, StructureOf::Then, moment.today).unwrap().total.expected, 5);
}

#[test]
fn a_day_of_ones_own_wins_over_that_of_the_level_and_that_over_the_rule() {
    let mut office = office();
    let (unit, moment) = (office.id("B"), moment_on(day(2023, 8, 20)));
    let due = |office: &crate::office::Office| {
        let register = office.made.book.register(PHASE, StructureOf::Then, moment.today).unwrap();
        register.rows.iter().find(|row| row.unit == unit).unwrap().due_on.unwrap()
    };
    let by_rule = due(&office);
    let level_due =
        |due_on| LevelDue { phase: PHASE.to_owned(), activity: String::new(), level: UnitLevel::Grassroots, due_on };
    office.made.book.set_level_due(&moment, &level_due(Some(day(2023, 7, 25)))).unwrap();
    assert_eq!(due(&office), day(2023, 7, 25));
    office.made.book.set_exception(&moment, &exception(unit, Some(day(2023, 9, 1)))).unwrap();
    assert_eq!(due(&office), day(2023, 9, 1));
    office.made.book.remove_exception(&moment, unit, PHASE, "").unwrap();
    office.made.book.set_level_due(&moment, &level_due(None)).unwrap();
    assert_eq!(due(&office), by_rule);
}

#[test]
fn an_exception_needs_its_reason_and_a_place_that_exists() {
    let mut office = office();
    let (unit, moment) = (office.id("B"), moment_on(day(2023, 8, 20)));
    let given = exception(unit, None);
    let cases = [
        (UnitException { reason: "  ".to_owned(), ..given.clone() }, "required"),
        (UnitException { phase: "dot9".to_owned(), ..given.clone() }, "not_found"),
        (UnitException { activity: "no-such".to_owned(), ..given.clone() }, "not_found"),
        (UnitException { activity: activity_of("dot2", &office), ..given.clone() }, "not_found"),
        (UnitException { unit: UnitId(999), ..given }, "not_found"),
    ];
    for (exception, code) in cases {
        assert_eq!(office.made.book.set_exception(&moment, &exception).unwrap_err().code().as_str(), code);
    }
    assert!(office.made.book.list_exceptions().unwrap().is_empty());
}
