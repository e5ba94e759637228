//! Who is reminded, at which step, and what is kept of it. The reports of phase 1 are due on 5/8/2023.

use sotg_core::model::*;

use crate::office::{Office, office};
use crate::support::{day, moment_on};

pub const PHASE: &str = "dot1";

pub fn receipt(state: ReceivedState, has_content: bool) -> Receipt {
    Receipt {
        state,
        signed_on: None,
        sent_on: None,
        received_on: None,
        channel: Channel::Word,
        has_content,
        note: String::new(),
    }
}

fn due(office: &Office) -> chrono::NaiveDate {
    let register = office.made.book.register(PHASE, StructureOf::Then, day(2023, 7, 20)).unwrap();
    register.rows[0].due_on.unwrap()
}

fn names(office: &Office, today: chrono::NaiveDate) -> Vec<String> {
    office.made.book.reminders(PHASE, today).unwrap().rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_unit_is_reminded_by_where_its_report_stands() {
    let cases = [
        ("nothing came", None, true),
        ("received", Some((ReceivedState::Received, true)), false),
        ("accepted", Some((ReceivedState::Accepted, true)), false),
        ("sent back", Some((ReceivedState::Returned, true)), true),
        ("withdrawn", Some((ReceivedState::Withdrawn, true)), true),
        ("without content", Some((ReceivedState::Received, false)), true),
    ];
    for (name, came, is_reminded) in cases {
        let mut office = office();
        let (unit, moment) = (office.id("B"), moment_on(due(&office)));
        if let Some((state, has_content)) = came {
            office.made.book.set_received(&moment, PHASE, &[unit], &receipt(state, has_content)).unwrap();
        }
        assert_eq!(names(&office, moment.today).contains(&"B".to_owned()), is_reminded, "{name}");
    }
}

#[test]
fn the_steps_follow_the_due_day_and_each_is_recorded_once() {
    let mut office = office();
    let (unit, due) = (office.id("B"), due(&office));
    let on = |days: i64| due + chrono::TimeDelta::days(days);
    assert_eq!(names(&office, on(-8)), Vec::<String>::new(), "more than a week is left");
    for (days, step) in [(-7, -7), (-1, -7), (0, 0), (3, 3), (6, 3), (7, 7), (40, 7)] {
        let list = office.made.book.reminders(PHASE, on(days)).unwrap();
        let row = list.rows.iter().find(|row| row.unit == unit).unwrap();
        assert_eq!((row.step, i64::from(row.days_late)), (step, days), "{days} days after the day");
    }
    let row = |office: &Office, days: i64| {
        let list = office.made.book.reminders(PHASE, on(days)).unwrap();
        list.rows.into_iter().find(|row| row.unit == unit).unwrap()
    };
    let chat = ReminderChannel::Chat;
    let outcome = office.made.book.add_reminders(&moment_on(on(-5)), PHASE, &[unit], chat, "").unwrap();
    assert_eq!(outcome.step.map(|step| (step.op, step.count)), Some((Op::AddReminders, 1)));
    assert_eq!((row(&office, -4).is_reminded, row(&office, -4).n_reminders), (true, 1));
    assert!(!row(&office, 0).is_reminded, "the next step has not been done");
    office.made.book.undo(&moment_on(on(-4)), None).unwrap();
    assert_eq!((row(&office, -4).is_reminded, row(&office, -4).reminded_on), (false, None));
}

#[test]
fn who_was_let_off_or_has_a_later_day_is_left_alone() {
    let mut office = office();
    let moment = moment_on(due(&office));
    for (name, due_on) in [("B", None), ("C", Some(day(2023, 12, 31)))] {
        let exception = UnitException {
            unit: office.id(name),
            phase: PHASE.to_owned(),
            activity: String::new(),
            due_on,
            reason: "Đang sắp xếp tổ chức".to_owned(),
            allowed_by: String::new(),
            document: String::new(),
        };
        office.made.book.set_exception(&moment, &exception).unwrap();
    }
    assert_eq!(names(&office, moment.today), ["A", "D", "E"]);
    let refused = office.made.book.add_reminders(&moment, PHASE, &[office.id("B")], ReminderChannel::Email, "");
    assert_eq!(refused.unwrap_err().code().as_str(), "not_found");
}

#[test]
fn the_record_says_who_was_reminded_when_and_how() {
    let mut office = office();
    let due = due(&office);
    let remind = |office: &mut Office, days: i64, names: &[&str], channel| {
        let units: Vec<UnitId> = names.iter().map(|name| office.id(name)).collect();
        let moment = moment_on(due + chrono::TimeDelta::days(days));
        office.made.book.add_reminders(&moment, PHASE, &units, channel, "Chị Hoa hẹn").unwrap();
    };
    remind(&mut office, 3, &["B"], ReminderChannel::Telephone);
    remind(&mut office, -5, &["B", "C"], ReminderChannel::Chat);
    let recorded = |office: &Office| -> Vec<String> {
        let record = office.made.book.recorded_reminders(PHASE).unwrap();
        let line = |RecordedReminder { unit: _, name, step, channel, on, note }: RecordedReminder| {
            format!("{name} {step} {channel:?} {} {note}", (on - due).num_days())
        };
        record.into_iter().map(line).collect()
    };
    let (chat, call) = ("-7 Chat -5 Chị Hoa hẹn", "B 3 Telephone 3 Chị Hoa hẹn");
    assert_eq!(recorded(&office), [call.to_owned(), format!("C {chat}"), format!("B {chat}")], "the newest day first");
    let rows = office.made.book.reminders(PHASE, due + chrono::TimeDelta::days(4)).unwrap().rows;
    let last = |name: &str| rows.iter().find(|row| row.name == name).map(|row| (row.n_reminders, row.channel)).unwrap();
    assert_eq!(last("B"), (2, Some(ReminderChannel::Telephone)), "the last day decides, not the last entry");
    assert_eq!((last("C"), last("A")), ((1, Some(ReminderChannel::Chat)), (0, None)));
    office.made.book.undo(&moment_on(due), None).unwrap();
    assert_eq!(recorded(&office), [call], "what was taken back is no longer in the record");
    assert_eq!(office.made.book.recorded_reminders("dot9").unwrap_err().code().as_str(), "not_found");
}
