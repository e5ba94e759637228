//! Phase 1 ends on 31/7/2023 and its reports are due ten days later, unless something else is said. The office of the tests
//! has the units `A(B C) D(E)`.

use chrono::NaiveDate;
use sotg_core::model::*;

use crate::office::{Office, office};
use crate::support::{day, moment_on};

const PHASE: &str = "dot1";

fn today() -> NaiveDate {
    day(2023, 8, 20)
}

fn report(month: u32, date: u32) -> Receipt {
    Receipt {
        state: ReceivedState::Received,
        signed_on: None,
        sent_on: None,
        received_on: Some(day(2023, month, date)),
        channel: Channel::Word,
        has_content: true,
        note: String::new(),
    }
}

impl Office {
    fn receive(&mut self, names: &[&str], receipt: &Receipt) -> Outcome {
        let units: Vec<UnitId> = names.iter().map(|name| self.id(name)).collect();
        self.made.book.set_received(&moment_on(today()), PHASE, &units, receipt).unwrap()
    }

    fn register(&self, structure: StructureOf) -> Register {
        let book = &self.made.book;
        let then = book.register(PHASE, StructureOf::Then, today()).unwrap();
        let rates = book.report_rates(today()).unwrap();
        let first = rates.iter().find(|rate| rate.phase.code == PHASE).map(|rate| rate.rate);
        assert_eq!(first, Some(then.total), "the first screen has the numbers of the register");
        book.register(PHASE, structure, today()).unwrap()
    }
}

/// "expected: on time + late + not yet", and what came unasked after a "?".
fn said(rate: ReportRate) -> String {
    let ReportRate { expected, on_time, late, not_yet, unexpected, overdue: _ } = rate;
    assert_eq!(on_time + late + not_yet, expected, "on time, late and not yet add up to what is expected");
    let unasked = if unexpected == 0 { String::new() } else { format!(" ?{unexpected}") };
    format!("{expected}: {on_time} + {late} + {not_yet}{unasked}")
}

fn rate_of(register: &Register, name: &str) -> String {
    said(register.rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("no row {name}")).rate)
}

#[test]
fn rates_add_up_the_tree_and_are_never_above_one() {
    let mut office = office();
    office.receive(&["B", "D"], &report(8, 5));
    office.receive(&["C"], &report(8, 15));
    let register = office.register(StructureOf::Then);
    assert_eq!(register.on, day(2023, 7, 31), "the tree of the last day of the phase counts");
    let cases = [("A", "3: 1 + 1 + 1"), ("B", "1: 1 + 0 + 0"), ("C", "1: 0 + 1 + 0"), ("D", "2: 1 + 0 + 1")];
    for (name, wanted) in cases {
        assert_eq!(rate_of(&register, name), wanted, "{name} and all below it");
    }
    assert_eq!(said(register.total), "5: 2 + 1 + 2");
    assert_eq!(register.total.overdue, 2, "the day was the tenth of August");
}

#[test]
fn many_reports_are_entered_at_once_and_taken_back_at_once() {
    let mut office = office();
    let outcome = office.receive(&["A", "B", "C", "D"], &report(8, 1));
    assert_eq!(outcome.step.map(|step| (step.op, step.count)), Some((Op::SetReceived, 4)));
    assert_eq!(said(office.register(StructureOf::Then).total), "5: 4 + 0 + 1");
    office.made.book.undo(&moment_on(today()), None).unwrap();
    assert_eq!(said(office.register(StructureOf::Then).total), "5: 0 + 0 + 5");
}

/// What an official enters for B by hand, one after the other: the state, the day it came (in August), whether it says
/// something.
#[test]
fn a_correction_does_not_make_a_report_late() {
    use Punctuality::{Late, NotYet, OnTime};
    use ReceivedState::{Accepted, Received, Returned, Withdrawn};
    type Case = (&'static str, &'static [(ReceivedState, u32, bool)], Punctuality, u32, &'static str);
    let cases: [Case; 9] = [
        ("sent back", &[(Received, 5, true), (Returned, 5, true)], NotYet, 5, ""),
        (
            "returned and corrected after the due day",
            &[(Received, 5, true), (Returned, 5, true), (Received, 15, true)],
            OnTime,
            5,
            "Bản sửa nhận ngày 15/08/2023.",
        ),
        (
            "returned, corrected and accepted in one",
            &[(Received, 5, true), (Returned, 5, true), (Accepted, 15, true)],
            OnTime,
            5,
            "Bản sửa nhận ngày 15/08/2023.",
        ),
        (
            "first late, then corrected",
            &[(Received, 12, true), (Returned, 12, true), (Received, 18, true)],
            Late,
            12,
            "Bản sửa nhận ngày 18/08/2023.",
        ),
        ("empty first, then full after the due day", &[(Received, 5, false), (Received, 15, true)], Late, 15, ""),
        (
            "empty, sent back, then full",
            &[(Received, 5, false), (Returned, 5, false), (Received, 15, true)],
            Late,
            15,
            "",
        ),
        ("withdrawn and sent anew", &[(Received, 5, true), (Withdrawn, 5, true), (Received, 15, true)], Late, 15, ""),
        ("a day that was typed wrongly", &[(Received, 5, true), (Received, 15, true)], Late, 15, ""),
        (
            "a day that was typed wrongly before it was sent back",
            &[(Received, 15, true), (Returned, 15, true), (Received, 5, true)],
            OnTime,
            5,
            "",
        ),
    ];
    for (name, entries, wanted, came, note) in cases {
        let mut office = office();
        for (state, date, has_content) in entries {
            office.receive(&["B"], &Receipt { state: *state, has_content: *has_content, ..report(8, *date) });
        }
        let register = office.register(StructureOf::Then);
        let row = register.rows.iter().find(|row| row.name == "B").unwrap();
        assert_eq!((row.punctuality, row.received_on), (Some(wanted), Some(day(2023, 8, came))), "{name}");
        assert_eq!(row.note, note, "{name}");
    }
}

#[test]
fn the_structure_decides_who_owes_a_report() {
    struct Case {
        name: &'static str,
        told: &'static [&'static str],
        received: &'static [&'static str],
        then: &'static str,
        today: &'static str,
        row_today: Option<(&'static str, &'static str)>,
    }
    let case = |name, told, received, then, today, row_today| Case { name, told, received, then, today, row_today };
    let cases = [
        case(
            "opened within the phase, it owes the report",
            &["1/7 add X D"],
            &[],
            "6: 0 + 0 + 6",
            "6: 0 + 0 + 6",
            None,
        ),
        case("opened after the phase, it does not", &["5/8 add X D"], &[], "5: 0 + 0 + 5", "5: 0 + 0 + 5", None),
        case("closed within the phase, it no longer does", &["1/7 close B"], &[], "4: 0 + 0 + 4", "4: 0 + 0 + 4", None),
        case(
            "what it had sent before is kept and in no rate",
            &["1/7 close B"],
            &["B"],
            "4: 0 + 0 + 4 ?1",
            "4: 0 + 0 + 4 ?1",
            Some(("A", "2: 0 + 0 + 2 ?1")),
        ),
        case(
            "closed after the phase, it still owes it, and today its superior answers for it",
            &["5/8 close B"],
            &[],
            "5: 0 + 0 + 5",
            "5: 0 + 0 + 5",
            Some(("A", "3: 0 + 0 + 3")),
        ),
        case(
            "merged after the phase, what it reported counts where it went",
            &["5/8 merge B > E"],
            &["B"],
            "5: 1 + 0 + 4",
            "5: 1 + 0 + 4",
            Some(("E", "2: 1 + 0 + 1")),
        ),
        case(
            "merged within the phase, only the one that took it in owes a report",
            &["1/7 merge B C > D"],
            &[],
            "3: 0 + 0 + 3",
            "3: 0 + 0 + 3",
            Some(("D", "2: 0 + 0 + 2")),
        ),
        case(
            "split within the phase, each part owes one",
            &["1/7 split E > X Y"],
            &["X"],
            "6: 1 + 0 + 5",
            "6: 1 + 0 + 5",
            Some(("X", "1: 1 + 0 + 0")),
        ),
        case(
            "moved after the phase, it counts below its old superior then and below the new one today",
            &["5/8 move B D"],
            &["B"],
            "5: 1 + 0 + 4",
            "5: 1 + 0 + 4",
            Some(("D", "3: 1 + 0 + 2")),
        ),
    ];
    for Case { name, told, received, then, today, row_today } in cases {
        let mut office = office();
        let ids: Vec<UnitId> = received.iter().filter(|unit| **unit != "X").map(|unit| office.id(unit)).collect();
        told.iter().for_each(|told| drop(office.tell(told).unwrap()));
        let ids: Vec<UnitId> = if received == ["X"] { vec![office.id("X")] } else { ids };
        let receipt = report(8, 1);
        office.made.book.set_received(&moment_on(self::today()), PHASE, &ids, &receipt).unwrap();
        assert_eq!(said(office.register(StructureOf::Then).total), then, "{name}: then");
        let register = office.register(StructureOf::Today);
        assert_eq!(said(register.total), today, "{name}: today");
        if let Some((unit, wanted)) = row_today {
            assert_eq!(rate_of(&register, unit), wanted, "{name}: {unit} today");
        }
    }
}

#[test]
fn before_the_end_of_a_phase_the_tree_of_today_counts() {
    let mut office = office();
    office.tell("1/7 close B").unwrap();
    let register = office.made.book.register(PHASE, StructureOf::Then, day(2023, 6, 15)).unwrap();
    assert_eq!((register.on, said(register.total)), (day(2023, 6, 15), "5: 0 + 0 + 5".to_owned()));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let mut office = office();
    let unit = office.id("B");
    let future = report(9, 1);
    let backwards = Receipt { signed_on: Some(day(2023, 8, 9)), sent_on: Some(day(2023, 8, 8)), ..report(8, 10) };
    let cases = [
        (PHASE, unit, future, "date_in_future"),
        (PHASE, unit, backwards, "dates_out_of_order"),
        ("dot9", unit, report(8, 1), "not_found"),
        (PHASE, UnitId(999), report(8, 1), "not_found"),
        (PHASE, unit, Receipt { note: "x".repeat(1_001), ..report(8, 1) }, "too_long"),
    ];
    for (phase, unit, receipt, code) in cases {
        let refused = office.made.book.set_received(&moment_on(today()), phase, &[unit], &receipt).unwrap_err();
        assert_eq!(refused.code().as_str(), code);
    }
    assert_eq!(said(office.register(StructureOf::Then).total), "5: 0 + 0 + 5");
}
