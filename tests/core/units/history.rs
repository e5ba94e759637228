//! The history of one unit: what was done is told at the units that it touched and at no other.

use sotg_core::model::*;

use crate::office::{Office, office};
use crate::support::{day, moment, moment_on, receipt};

const PHASE: &str = "dot1";
const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// What is done to the office of `A(B C) D(E)` before the history is read.
type Deed = fn(&mut Office);
/// Which unit is told what, the newest line first.
type Told<'a> = &'a [(&'a str, &'a [&'a str])];

fn lines(office: &Office, unit: UnitId) -> Vec<String> {
    let entries = office.made.book.unit_history(unit, 100).unwrap();
    entries.into_iter().map(|line| told(&line)).collect()
}

/// "undo set_received: …", with a "-" before a change that is taken back.
fn told(UnitHistoryEntry { entry, event }: &UnitHistoryEntry) -> String {
    let kind = match entry.kind {
        StepKind::Do => "",
        StepKind::Undo => "undo ",
        StepKind::Redo => "redo ",
    };
    let undone = if entry.is_undone { "-" } else { "" };
    let event = event.as_ref().map(|event| format!(": {}", meaning(event))).unwrap_or_default();
    format!("{undone}{kind}{}{event}", entry.label.op.code())
}

fn meaning(event: &UnitEvent) -> String {
    match event {
        UnitEvent::Reminder { phase, step, channel, on, note } => {
            format!("{} step {step} {channel:?} on {on} “{note}”", phase.name)
        }
        UnitEvent::Report { phase, state, on, channel, note } => {
            let came = on.zip(*channel).map(|(on, channel)| format!(" {on} {channel:?}")).unwrap_or_default();
            format!("{} {state:?}{came}{note}", phase.name)
        }
        UnitEvent::Exception { phase, activity, given, reason } => {
            let activity = if activity.is_empty() { "report" } else { activity };
            format!("{} {activity} {given:?} {reason}", phase.name)
        }
        UnitEvent::Congress { planned_on, held_on } => format!("{planned_on:?} {held_on:?}"),
    }
}

fn receive(office: &mut Office, names: &[&str], state: ReceivedState) {
    let units: Vec<UnitId> = names.iter().map(|name| office.id(name)).collect();
    let receipt = Receipt { state, ..receipt(day(2023, 7, 20)) };
    office.made.book.set_received(&moment(), PHASE, &units, &receipt).unwrap();
}

fn remind(office: &mut Office, names: &[&str]) {
    let units: Vec<UnitId> = names.iter().map(|name| office.id(name)).collect();
    let moment = moment_on(day(2023, 8, 9));
    office.made.book.add_reminders(&moment, PHASE, &units, ReminderChannel::Telephone, "Văn phòng hẹn").unwrap();
}

fn let_off(office: &mut Office, name: &str) {
    let exception = UnitException {
        unit: office.id(name),
        phase: PHASE.to_owned(),
        activity: String::new(),
        due_on: None,
        reason: "Đang giải thể".to_owned(),
        allowed_by: String::new(),
        document: String::new(),
    };
    office.made.book.set_exception(&moment(), &exception).unwrap();
}

fn hold_congress(office: &mut Office, name: &str) {
    let congress = Congress {
        unit: office.id(name),
        planned_on: None,
        held_on: Some(day(2023, 5, 20)),
        held_until: None,
        place: String::new(),
        is_pilot: false,
        delegates: None,
        result: String::new(),
    };
    office.made.book.set_congress(&moment(), &congress).unwrap();
}

#[test]
fn what_was_done_is_told_at_the_units_that_it_touched_and_at_no_other() {
    const REPORT: &str = "set_received: Đợt 1 Received 2023-07-20 Word";
    const REMINDER: &str = "add_reminders: Đợt 1 step -7 Telephone on 2023-08-09 “Văn phòng hẹn”";
    let cases: &[(&str, Deed, Told<'_>)] = &[
        ("nothing", |_| {}, &[]),
        (
            "two reports at once",
            |office| receive(office, &["B", "E"], ReceivedState::Received),
            &[("B", &[REPORT]), ("E", &[REPORT])],
        ),
        (
            "a report is sent back, and its entry removed",
            |office| {
                receive(office, &["B"], ReceivedState::Received);
                receive(office, &["B"], ReceivedState::Returned);
                receive(office, &["B"], ReceivedState::Missing);
            },
            &[("B", &["set_received: Đợt 1 Missing", "set_received: Đợt 1 Returned 2023-07-20 Word", REPORT])],
        ),
        ("two are reminded", |office| remind(office, &["A", "C"]), &[("A", &[REMINDER]), ("C", &[REMINDER])]),
        (
            "one is let off, and no longer",
            |office| {
                let_off(office, "D");
                office.made.book.remove_exception(&moment(), office.id("D"), PHASE, "").unwrap();
            },
            &[(
                "D",
                &[
                    "set_exception: Đợt 1 report Removed Đang giải thể",
                    "set_exception: Đợt 1 report LetOff Đang giải thể",
                ],
            )],
        ),
        ("a congress", |office| hold_congress(office, "C"), &[("C", &["set_congress: None Some(2023-05-20)"])]),
        (
            "facts and contacts",
            |office| {
                let contact =
                    UnitContact { title: "Chủ tịch".to_owned(), phone: "1".to_owned(), email: String::new() };
                let facts = UnitFacts { members: Some(30), ..UnitFacts::default() };
                let (a, b) = (office.id("A"), office.id("B"));
                office.made.book.edit_unit(&moment(), a, &facts, &[]).unwrap();
                office.made.book.edit_unit(&moment(), b, &UnitFacts::default(), &[contact]).unwrap();
            },
            &[("A", &["edit_unit"]), ("B", &["edit_unit"])],
        ),
        ("another name", |office| drop(office.tell("1/5 rename C X").unwrap()), &[("C", &["change_structure"])]),
        (
            "one goes up in another, and takes along what is below it",
            |office| drop(office.tell("1/5 merge D > A").unwrap()),
            &[("D", &["change_structure"]), ("A", &["change_structure"]), ("E", &["change_structure"])],
        ),
        (
            "one is split and goes on",
            |office| drop(office.tell("1/5 part B > X").unwrap()),
            &[("B", &["change_structure"]), ("X", &["change_structure"])],
        ),
        (
            "one is moved: the units above it are not touched",
            |office| drop(office.tell("1/5 move B D").unwrap()),
            &[("B", &["change_structure"])],
        ),
    ];
    for (case, deed, wanted) in cases {
        let mut office = office();
        let mut units = NAMES.map(|name| (name, office.id(name))).to_vec();
        deed(&mut office);
        if wanted.iter().any(|(name, _)| *name == "X") {
            units.push(("X", office.id("X")));
        }
        for (name, unit) in units {
            let lines_of = wanted.iter().filter(|(told, _)| *told == name).flat_map(|(_, lines)| lines.iter().copied());
            // X came out of the split; the others were added one by one.
            let wanted: Vec<&str> = lines_of.chain((name != "X").then_some("add_unit")).collect();
            assert_eq!(lines(&office, unit), wanted, "{case}: {name}");
        }
    }
}

/// The rows that were removed by the undo are no longer in their tables; the log has them all the same.
#[test]
fn what_was_taken_back_is_marked_and_the_undo_says_what_it_took_back() {
    let cases: &[(&str, Deed, &[&str])] = &[
        ("a reminder", |office| remind(office, &["A", "D"]), &["A", "D"]),
        ("a report", |office| receive(office, &["D"], ReceivedState::Accepted), &["D"]),
        ("an exception", |office| let_off(office, "E"), &["E"]),
        ("a congress", |office| hold_congress(office, "B"), &["B"]),
        ("a merger", |office| drop(office.tell("1/5 merge D > A").unwrap()), &["A", "D", "E"]),
    ];
    for (case, deed, touched) in cases {
        let mut office = office();
        deed(&mut office);
        let before: Vec<String> = touched.iter().map(|name| lines(&office, office.id(name)).remove(0)).collect();
        office.made.book.undo(&moment(), None).unwrap();
        for (name, line) in touched.iter().zip(&before) {
            let wanted = [format!("undo {line}"), format!("-{line}"), "add_unit".to_owned()];
            assert_eq!(lines(&office, office.id(name)), wanted, "{case} taken back: {name}");
        }
        office.made.book.redo(&moment()).unwrap();
        for (name, line) in touched.iter().zip(&before) {
            let wanted = [format!("redo {line}"), format!("undo {line}"), line.clone(), "add_unit".to_owned()];
            assert_eq!(lines(&office, office.id(name)), wanted, "{case} done again: {name}");
        }
        let untouched = NAMES.into_iter().filter(|name| !touched.contains(name));
        for name in untouched {
            assert_eq!(lines(&office, office.id(name)), ["add_unit"], "{case}: {name}");
        }
    }
}

/// SQLite gives the number of the last row away again once that row is gone.
#[test]
fn a_row_that_took_the_number_of_a_removed_one_is_told_at_its_own_unit() {
    let mut office = office();
    remind(&mut office, &["B"]);
    office.made.book.undo(&moment(), None).unwrap();
    remind(&mut office, &["C"]);
    let reminder = "add_reminders: Đợt 1 step -7 Telephone on 2023-08-09 “Văn phòng hẹn”";
    let of_b = [format!("undo {reminder}"), format!("-{reminder}"), "add_unit".to_owned()];
    assert_eq!(lines(&office, office.id("B")), of_b);
    assert_eq!(lines(&office, office.id("C")), [reminder, "add_unit"]);
}

#[test]
fn the_newest_lines_are_given_up_to_the_limit() {
    let mut office = office();
    for state in [ReceivedState::Received, ReceivedState::Returned, ReceivedState::Accepted] {
        receive(&mut office, &["B"], state);
    }
    let newest = office.made.book.unit_history(office.id("B"), 2).unwrap();
    let told: Vec<String> = newest.iter().map(told).collect();
    let wanted = ["set_received: Đợt 1 Accepted 2023-07-20 Word", "set_received: Đợt 1 Returned 2023-07-20 Word"];
    assert_eq!(told, wanted);
    assert_eq!((newest[0].entry.who.as_str(), newest[0].entry.at.as_str()), ("an.nguyen", "2023-07-20T02:30:00.000Z"));
    let stranger = office.made.book.unit_history(UnitId(9_999), 2).unwrap_err();
    assert_eq!(stranger.code().as_str(), "not_found");
}
