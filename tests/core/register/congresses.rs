//! Congresses against the deadline of their level.

use sotg_core::model::*;

use crate::office::{Office, office};
use crate::support::{day, moment_on};

fn held(unit: UnitId, month: u32, date: u32) -> Congress {
    Congress {
        unit,
        planned_on: None,
        held_on: Some(day(2023, month, date)),
        held_until: None,
        place: "Hội trường công đoàn".to_owned(),
        is_pilot: false,
        delegates: Some(45),
        result: String::new(),
    }
}

fn grassroots(office: &Office) -> CongressLevel {
    let list = office.made.book.congresses(day(2023, 7, 20)).unwrap();
    list.levels.into_iter().find(|level| level.milestone == "dai-hoi-co-so").unwrap()
}

#[test]
fn held_late_and_overdue_congresses_are_counted_against_the_deadline() {
    let mut office = office();
    let moment = moment_on(day(2023, 7, 20));
    for (name, month, date) in [("A", 5, 31), ("B", 6, 1)] {
        let congress = held(office.id(name), month, date);
        office.made.book.set_congress(&moment, &congress).unwrap();
    }
    let level = grassroots(&office);
    assert_eq!(level.due_on, Some(day(2023, 5, 31)));
    assert_eq!((level.expected, level.held, level.held_late, level.overdue), (5, 2, 1, 3));
    assert_eq!(level.proposed_on, None, "not all are held");
}

#[test]
fn when_all_are_held_the_milestone_proposes_the_day_of_the_last_one() {
    let mut office = office();
    let moment = moment_on(day(2023, 7, 20));
    for (name, date) in [("A", 3), ("B", 20), ("C", 11), ("D", 19), ("E", 2)] {
        let congress = held(office.id(name), 5, date);
        office.made.book.set_congress(&moment, &congress).unwrap();
    }
    assert_eq!(grassroots(&office).proposed_on, Some(day(2023, 5, 20)));
}

#[test]
fn a_congress_that_cannot_be_is_refused() {
    let mut office = office();
    let (unit, moment) = (office.id("B"), moment_on(day(2023, 7, 20)));
    let cases = [
        (held(unit, 7, 21), "date_in_future"),
        (Congress { held_until: Some(day(2023, 5, 1)), ..held(unit, 5, 2) }, "dates_out_of_order"),
        (Congress { delegates: Some(5_001), ..held(unit, 5, 2) }, "out_of_range"),
        (held(UnitId(999), 5, 2), "not_found"),
    ];
    for (congress, code) in cases {
        assert_eq!(office.made.book.set_congress(&moment, &congress).unwrap_err().code().as_str(), code);
    }
    assert_eq!(grassroots(&office).held, 0);
}
