//! A day for all units of a level: of their reports, or of one activity.

use chrono::NaiveDate;
use sotg_core::model::*;

use crate::exceptions::activity_of;
use crate::office::{Office, new_unit, office};
use crate::support::{day, moment_on};

const PHASE: &str = "dot1";

fn today() -> NaiveDate {
    day(2023, 7, 20)
}

/// F is of the level of districts, the others are grassroots units.
fn office_of_two_levels() -> Office {
    let mut office = office();
    let district = NewUnit { kind: "ldld-huyen".to_owned(), ..new_unit("F", None) };
    office.made.book.add_unit(&moment_on(today()), &district).unwrap();
    office
}

fn set(office: &mut Office, activity: &str, level: UnitLevel, due_on: Option<NaiveDate>) {
    let due = LevelDue { phase: PHASE.to_owned(), activity: activity.to_owned(), level, due_on };
    office.made.book.set_level_due(&moment_on(today()), &due).unwrap();
}

/// Days of the report (empty), or of an activity, of a unit.
fn due(office: &Office, unit: &str, activity: &str) -> Option<NaiveDate> {
    let items = office.made.book.expected_of(office.id(unit), today()).unwrap();
    items.into_iter().find(|item| item.phase == PHASE && item.activity == activity).unwrap().due_on
}

#[test]
fn an_exception_wins_over_the_day_of_the_level_and_that_over_the_plan() {
    use UnitLevel::{District, Grassroots};
    let (of_level, of_unit) = (day(2023, 7, 25), day(2023, 9, 1));
    for is_report in [true, false] {
        let mut office = office_of_two_levels();
        let activity = if is_report { String::new() } else { activity_of(PHASE, &office) };
        let other = if is_report { activity_of(PHASE, &office) } else { String::new() };
        let (usual, usual_other) = (due(&office, "B", &activity), due(&office, "B", &other));
        assert_ne!(usual, Some(of_level));
        let allowed = |due_on| UnitException {
            unit: UnitId(0),
            phase: PHASE.to_owned(),
            activity: activity.clone(),
            due_on,
            reason: "Bão lũ".to_owned(),
            allowed_by: String::new(),
            document: String::new(),
        };
        type Step<'a> = (&'a str, Option<(UnitLevel, Option<NaiveDate>)>, Option<UnitException>, Option<NaiveDate>);
        let steps: [Step<'_>; 5] = [
            ("a day of another level changes nothing", Some((District, Some(of_level))), None, usual),
            ("the day of its level", Some((Grassroots, Some(of_level))), None, Some(of_level)),
            ("a day of its own", None, Some(allowed(Some(of_unit))), Some(of_unit)),
            ("let off", None, Some(allowed(None)), None),
            (
                "a day of its own stays when the level loses its day",
                Some((Grassroots, None)),
                Some(allowed(Some(of_unit))),
                Some(of_unit),
            ),
        ];
        for (name, level, exception, wanted) in steps {
            if let Some((level, due_on)) = level {
                set(&mut office, &activity, level, due_on);
            }
            if let Some(exception) = exception {
                let exception = UnitException { unit: office.id("B"), ..exception };
                office.made.book.set_exception(&moment_on(today()), &exception).unwrap();
            }
            assert_eq!(due(&office, "B", &activity), wanted, "{name}, report: {is_report}");
            assert_eq!(due(&office, "B", &other), usual_other, "{name}: nothing else moves, report: {is_report}");
        }
        let unit = office.id("B");
        office.made.book.remove_exception(&moment_on(today()), unit, PHASE, &activity).unwrap();
        assert_eq!(due(&office, "B", &activity), usual, "report: {is_report}");
        assert_eq!(due(&office, "F", &activity), Some(of_level), "the district has its day still, report: {is_report}");
    }
}

#[test]
fn the_day_of_an_activity_does_not_move_the_report_in_the_register() {
    let mut office = office_of_two_levels();
    let before = office.made.book.register(PHASE, StructureOf::Then, today()).unwrap();
    let activity = activity_of(PHASE, &office);
    set(&mut office, &activity, UnitLevel::Grassroots, Some(day(2023, 7, 1)));
    assert_eq!(office.made.book.register(PHASE, StructureOf::Then, today()).unwrap(), before);
    set(&mut office, "", UnitLevel::Grassroots, Some(day(2023, 7, 1)));
    assert_eq!(office.made.book.register(PHASE, StructureOf::Then, today()).unwrap().total.overdue, 5);
    let dues = office.made.book.list_level_dues().unwrap();
    assert_eq!(dues.iter().map(|due| due.activity.as_str()).collect::<Vec<_>>(), [activity.as_str(), ""]);
    office.made.book.undo(&moment_on(today()), None).unwrap();
    assert_eq!(office.made.book.register(PHASE, StructureOf::Then, today()).unwrap(), before);
}

#[test]
fn a_day_is_for_a_phase_and_an_activity_of_that_phase() {
    let mut office = office_of_two_levels();
    let moment = moment_on(today());
    for (phase, activity) in
        [("dot9", String::new()), (PHASE, "no-such".to_owned()), (PHASE, activity_of("dot2", &office))]
    {
        let due = LevelDue { phase: phase.to_owned(), activity, level: UnitLevel::Grassroots, due_on: Some(today()) };
        let refusal = office.made.book.set_level_due(&moment, &due).unwrap_err();
        assert_eq!(refusal.code().as_str(), "not_found", "{due:?}");
    }
    assert!(office.made.book.list_level_dues().unwrap().is_empty());
}

#[test]
fn what_may_have_a_day_is_the_report_and_every_activity_of_the_phase() {
    let mut office = office_of_two_levels();
    set(&mut office, "", UnitLevel::Grassroots, Some(day(2023, 7, 1)));
    let duties = office.made.book.list_duties(PHASE).unwrap();
    let [report, activities @ ..] = duties.as_slice() else { panic!("nothing is asked") };
    assert_eq!((report.activity.as_str(), report.title.as_str()), ("", "Đợt 1"));
    assert_eq!(report.due_on, due(&office, "F", ""), "the usual day, whatever single levels have");
    let of_units: Vec<String> = ["B", "F"]
        .into_iter()
        .flat_map(|unit| office.made.book.expected_of(office.id(unit), today()).unwrap())
        .filter(|item| item.phase == PHASE && !item.activity.is_empty())
        .map(|item| item.activity)
        .collect();
    for activity in &of_units {
        assert!(activities.iter().any(|duty| duty.activity == *activity), "{activity}");
    }
    assert_eq!(office.made.book.list_duties("dot9").unwrap_err().code().as_str(), "not_found");
}
