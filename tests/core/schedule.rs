//! The days of plan 383 as milestones are known, moved or unknown.

#![allow(clippy::expect_used, reason = "a panic here is a failed test")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use sotg_core::ErrorCode;
use sotg_core::model::{Certainty, MilestoneSetting, MilestoneView, MovedKind};
use sotg_core::plan::{self, Activity, DateRule, Phase, Plan};
use sotg_core::schedule::{Schedule, Span, check_setting, days_left, late_by, moved};

const PROVINCE: &str = "dai-hoi-tinh";
const NATION: &str = "dai-hoi-toan-quoc";

/// Loaded once: the property below asks for it hundreds of times.
static PLAN: LazyLock<Plan> = LazyLock::new(|| plan::find("383-lai-chau-2022").expect("the built-in template loads").1);

fn plan_383() -> &'static Plan {
    &PLAN
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn setting(code: &str, certainty: Certainty, on: Option<&str>, until: Option<&str>) -> MilestoneSetting {
    let reason = "Công văn mẫu".to_owned();
    MilestoneSetting { code: code.to_owned(), certainty, on: on.map(day), until: until.map(day), reason }
}

fn fixed(code: &str, on: &str) -> MilestoneSetting {
    setting(code, Certainty::Fixed, Some(on), None)
}

fn view(schedule: &Schedule, code: &str) -> MilestoneView {
    schedule.milestones().into_iter().find(|view| view.code == code).expect(code)
}

fn phase<'a>(plan: &'a Plan, code: &str) -> &'a Phase {
    plan.phases.iter().find(|phase| phase.code == code).expect(code)
}

fn activity<'a>(plan: &'a Plan, code: &str) -> &'a Activity {
    plan.activities.iter().find(|activity| activity.code == code).expect(code)
}

/// A span as "first..last [drawn from..drawn to] waits for", with `?` for what is unknown and `~` for a proposal.
fn shown(span: &Span) -> String {
    let known = |day: Option<NaiveDate>| day.map_or("?".to_owned(), |day| day.to_string());
    let waits = span.waits_for.as_ref().map(|code| format!(" waits for {code}")).unwrap_or_default();
    let proposed = if span.is_proposed { " ~" } else { "" };
    let drawn = format!("[{}..{}]", span.drawn_from, span.drawn_to);
    format!("{}..{} {drawn}{waits}{proposed}", known(span.starts_on), known(span.ends_on))
}

#[test]
fn phases_and_stages_have_the_days_that_the_plan_gives() {
    let plan = plan_383();
    let unknown = Schedule::resolve(plan, &[]);
    let known = Schedule::resolve(plan, &[setting(PROVINCE, Certainty::Fixed, Some("2023-10-12"), Some("2023-10-13"))]);
    let cases = [
        (&unknown, "dot1", "2022-10-25..2023-07-31 [2022-10-25..2023-07-31]"),
        (&unknown, "dot2", "2023-08-01..? [2023-08-01..2023-12-30] waits for dai-hoi-tinh ~"),
        (&unknown, "dot2-truoc", "2023-08-01..? [2023-08-01..2023-11-29] waits for dai-hoi-tinh"),
        (&unknown, "dot2-trong", "?..? [2023-08-01..2023-11-30] waits for dai-hoi-tinh"),
        (&unknown, "dot2-sau", "?..? [2023-08-02..2023-12-30] waits for dai-hoi-tinh ~"),
        (&unknown, "dot3", "2023-10-02..2024-01-02 [2023-10-02..2024-01-02] ~"),
        (&unknown, "dot3-trong", "2023-12-01..2023-12-03 [2023-12-01..2023-12-03]"),
        (&unknown, "dot3-sau", "2023-12-04..2024-01-02 [2023-12-04..2024-01-02] ~"),
        (&known, "dot2", "2023-08-01..2023-11-12 [2023-08-01..2023-11-12] ~"),
        (&known, "dot2-truoc", "2023-08-01..2023-10-11 [2023-08-01..2023-10-11]"),
        (&known, "dot2-trong", "2023-10-12..2023-10-13 [2023-10-12..2023-10-13]"),
        (&known, "dot2-sau", "2023-10-14..2023-11-12 [2023-10-14..2023-11-12] ~"),
    ];
    for (schedule, code, expected) in cases {
        let stage = plan.phases.iter().flat_map(|phase| &phase.stages).find(|stage| stage.code == code);
        let span = stage.map_or_else(|| schedule.phase(phase(plan, code)), |stage| schedule.stage(stage));
        assert_eq!(shown(&span), expected, "{code}");
    }
}

#[test]
fn activities_have_the_days_of_their_rules() {
    let plan = plan_383();
    let unknown = Schedule::resolve(plan, &[]);
    let known = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-10-12")]);
    let cases = [
        (&unknown, "III.1-2", "2022-10-25..2023-07-31 [2022-10-25..2023-07-31]"),
        (&unknown, "III.1-1", "2022-10-25..2023-07-28 [2022-10-25..2023-07-28] ~"),
        (&unknown, "V.2-1", "2022-10-25..2022-11-24 [2022-10-25..2022-11-24] ~"),
        (&unknown, "V.1.1-1/dot2", "2023-08-01..2023-08-16 [2023-08-01..2023-08-16] ~"),
        (&unknown, "III.2.3-1", "?..? [2023-08-02..2023-12-03] waits for dai-hoi-tinh ~"),
        (&unknown, "IV.3-1/dot3", "2023-10-02..2024-01-02 [2023-10-02..2024-01-02] ~"),
        // The stage begins on a proposed day, but the day it is due is the plan's own.
        (&unknown, "III.3.1-1", "2023-10-02..2023-11-30 [2023-10-02..2023-11-30]"),
        (&known, "III.2.3-1", "2023-10-13..2023-10-15 [2023-10-13..2023-10-15] ~"),
        (&known, "III.2.1-1", "2023-08-01..2023-09-27 [2023-08-01..2023-09-27] ~"),
    ];
    for (schedule, code, expected) in cases {
        assert_eq!(shown(&schedule.activity(activity(plan, code))), expected, "{code}");
    }
}

#[test]
fn an_unknown_congress_has_bounds_and_a_boundary_shows_what_it_hangs_on() {
    let plan = plan_383();
    let schedule = Schedule::resolve(plan, &[]);
    let congress = view(&schedule, PROVINCE);
    assert_eq!((congress.certainty, congress.on, congress.until), (Certainty::Unknown, None, None));
    assert_eq!((congress.not_before, congress.not_after), (Some(day("2023-08-01")), Some(day("2023-11-30"))));
    let end = view(&schedule, "dot2-ket-thuc");
    assert_eq!(end.certainty, Certainty::Unknown, "what hangs on an unknown day is unknown");
    assert_eq!((end.from_milestone.as_deref(), end.days, end.is_proposed), (Some(PROVINCE), Some(30), true));
    assert_eq!((end.not_before, end.not_after), (Some(day("2023-08-31")), Some(day("2023-12-30"))));
    let start = view(&schedule, "dot3-bat-dau");
    assert_eq!((start.on, start.days), (Some(day("2023-10-02")), Some(-60)));
    let nation = view(&schedule, NATION);
    assert_eq!((nation.on, nation.until), (Some(day("2023-12-01")), Some(day("2023-12-03"))));
    assert!(!nation.is_changed && nation.reason.is_empty());
}

#[test]
fn what_the_user_sets_replaces_the_rule() {
    let plan = plan_383();
    let set = [
        fixed("dot3-bat-dau", "2023-09-15"),
        setting(NATION, Certainty::Expected, Some("2023-12-10"), None),
        fixed("khong-co", "2023-01-01"),
    ];
    let schedule = Schedule::resolve(plan, &set);
    let start = view(&schedule, "dot3-bat-dau");
    assert_eq!(start.on, Some(day("2023-09-15")), "it no longer follows the congress");
    assert!(start.is_changed && !start.is_proposed && start.from_milestone.is_none() && start.days.is_none());
    assert_eq!(start.reason, "Công văn mẫu");
    let nation = view(&schedule, NATION);
    assert_eq!((nation.certainty, nation.on), (Certainty::Expected, Some(day("2023-12-10"))));
    assert_eq!(nation.until, None, "a milestone set with one day ends on that day, whatever the plan said");
    assert_eq!(view(&schedule, "dot3-ket-thuc").on, Some(day("2024-01-09")));
    let span = schedule.phase(phase(plan, "dot3"));
    assert_eq!(shown(&span), "2023-09-15..2024-01-09 [2023-09-15..2024-01-09] ~", "its end is still a proposal");
}

#[test]
fn the_last_of_several_settings_holds() {
    let plan = plan_383();
    let schedule = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-09-01"), fixed(PROVINCE, "2023-10-01")]);
    assert_eq!(view(&schedule, PROVINCE).on, Some(day("2023-10-01")));
}

#[test]
fn setting_a_known_milestone_unknown_takes_the_days_from_all_that_hangs_on_it() {
    let plan = plan_383();
    let schedule = Schedule::resolve(plan, &[setting(NATION, Certainty::Unknown, Some("2023-12-01"), None)]);
    assert_eq!(view(&schedule, NATION).on, None, "with unknown the day is ignored");
    let span = schedule.phase(phase(plan, "dot3"));
    assert_eq!((span.starts_on, span.ends_on, span.waits_for.as_deref()), (None, None, Some(NATION)));
    assert_eq!(schedule.phase(phase(plan, "dot1")).ends_on, Some(day("2023-07-31")), "the rest stays");
}

#[test]
fn whatever_is_unknown_can_be_drawn() {
    let plan = plan_383();
    let all: Vec<MilestoneSetting> =
        plan.milestones.iter().map(|milestone| setting(&milestone.code, Certainty::Unknown, None, None)).collect();
    let crossed = [fixed("dai-hoi-cap-tren", "2024-03-01")];
    let early = [fixed(PROVINCE, "2023-01-05")];
    for settings in [all.as_slice(), &crossed, &early, &[]] {
        let schedule = Schedule::resolve(plan, settings);
        let spans = plan.phases.iter().map(|phase| schedule.phase(phase));
        for span in spans.chain(plan.activities.iter().map(|activity| schedule.activity(activity))) {
            assert!(span.drawn_from <= span.drawn_to, "{}", shown(&span));
            assert!(span.starts_on.is_none_or(|start| start == span.drawn_from), "{}", shown(&span));
            assert!(span.ends_on.is_none_or(|end| end == span.drawn_to), "{}", shown(&span));
        }
    }
}

#[test]
fn a_congress_before_the_stage_that_leads_up_to_it_leaves_that_stage_its_last_day() {
    let plan = plan_383();
    let schedule = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-07-20")]);
    let stage = &phase(plan, "dot2").stages[0];
    assert_eq!(shown(&schedule.stage(stage)), "2023-07-19..2023-07-19 [2023-07-19..2023-07-19]");
}

#[test]
fn the_current_phase_is_the_one_that_has_begun_and_is_not_over() {
    let plan = plan_383();
    let schedule = Schedule::resolve(plan, &[]);
    let cases: [(&str, &[&str]); 7] = [
        ("2022-10-24", &[]),
        ("2022-10-25", &["dot1"]),
        ("2023-07-31", &["dot1"]),
        ("2023-08-01", &["dot2"]),
        // The end of phase 2 is unknown: it runs on to the latest day that is possible, while phase 3 has begun.
        ("2023-11-01", &["dot2", "dot3"]),
        ("2023-12-31", &["dot3"]),
        ("2024-01-03", &[]),
    ];
    for (today, expected) in cases {
        let current = plan.phases.iter().filter(|phase| schedule.phase(phase).holds(day(today)));
        assert_eq!(current.map(|phase| phase.code.as_str()).collect::<Vec<_>>(), expected, "on {today}");
    }
}

#[test]
fn days_late_and_days_left_are_never_both() {
    let cases = [
        ("2023-07-19", Some(1), None),
        ("2023-07-20", None, Some(0)),
        ("2023-07-21", None, Some(1)),
        ("2022-07-20", Some(365), None),
    ];
    for (due, late, left) in cases {
        let today = day("2023-07-20");
        assert_eq!((late_by(day(due), today), days_left(day(due), today)), (late, left), "due {due}");
    }
}

#[test]
fn what_moves_with_the_provincial_congress_is_listed_and_the_congress_itself_is_not() {
    let plan = plan_383();
    let before = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-10-12")]);
    let after = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-10-19")]);
    let items = moved(&before, &after, plan);
    let of_kind = |kind: MovedKind| -> Vec<&str> {
        items.iter().filter(|item| item.kind == kind).map(|item| item.code.as_str()).collect()
    };
    assert_eq!(of_kind(MovedKind::Phase), ["dot2"]);
    assert_eq!(of_kind(MovedKind::Milestone), ["dot2-ket-thuc"]);
    let phases: BTreeSet<&str> =
        of_kind(MovedKind::Activity).iter().map(|code| activity(plan, code).phase.as_str()).collect();
    assert_eq!(phases, BTreeSet::from(["dot2"]));
    let news = items.iter().find(|item| item.code == "III.2.3-1").expect("the quick news");
    assert_eq!((news.old_ends_on, news.new_ends_on), (Some(day("2023-10-15")), Some(day("2023-10-22"))));
    assert!(moved(&before, &before, plan).is_empty());
}

#[test]
fn the_first_day_of_an_unknown_congress_is_a_move_from_nothing() {
    let plan = plan_383();
    let before = Schedule::resolve(plan, &[]);
    let after = Schedule::resolve(plan, &[fixed(PROVINCE, "2023-10-12")]);
    let items = moved(&before, &after, plan);
    let end = items.iter().find(|item| item.code == "dot2-ket-thuc").expect("the end of phase 2");
    assert_eq!((end.old_ends_on, end.new_ends_on), (None, Some(day("2023-11-11"))));
    let back = moved(&after, &before, plan);
    assert_eq!(back.len(), items.len(), "and the other way round");
}

#[test]
fn a_setting_is_checked_before_it_is_kept() {
    let plan = plan_383();
    let cases = [
        (setting(PROVINCE, Certainty::Unknown, None, None), None),
        (setting(PROVINCE, Certainty::Unknown, Some("2023-10-12"), Some("2023-10-01")), None),
        (setting(PROVINCE, Certainty::Expected, Some("2023-10-12"), None), None),
        (setting(PROVINCE, Certainty::Fixed, Some("2023-10-12"), Some("2023-10-12")), None),
        (setting(PROVINCE, Certainty::Expected, None, None), Some(ErrorCode::DateNeeded)),
        (setting(PROVINCE, Certainty::Fixed, None, Some("2023-10-12")), Some(ErrorCode::DateNeeded)),
        (setting(PROVINCE, Certainty::Fixed, Some("2023-10-12"), Some("2023-10-11")), Some(ErrorCode::DatesOutOfOrder)),
        (setting(PROVINCE, Certainty::Fixed, Some("0023-10-12"), None), Some(ErrorCode::OutOfRange)),
        (setting(PROVINCE, Certainty::Fixed, Some("2023-10-12"), Some("2123-10-12")), Some(ErrorCode::OutOfRange)),
        (setting("dai-hoi-xa", Certainty::Fixed, Some("2023-10-12"), None), Some(ErrorCode::NotFound)),
    ];
    for (setting, expected) in cases {
        let refused = check_setting(plan, &setting).err().map(|error| error.code());
        assert_eq!(refused, expected, "{setting:?}");
    }
}

/// True if a rule leads to the milestone, straight or over others; found from the plan, not by the schedule.
fn hangs_on(plan: &Plan, rule: &DateRule, code: &str) -> bool {
    match rule {
        DateRule::On(_) => false,
        DateRule::FromStart { milestone, .. } | DateRule::FromEnd { milestone, .. } => {
            let next = plan.milestones.iter().find(|other| other.code == *milestone).expect("a checked plan");
            milestone == code || next.on.as_ref().is_some_and(|rule| hangs_on(plan, rule, code))
        }
    }
}

proptest! {
    /// The window that the plan leaves for the provincial congress, so that no stage shrinks to its last day.
    #[test]
    fn a_congress_that_moves_by_n_days_moves_all_that_hangs_on_it_by_n_and_nothing_else(
        first in 0_u64..60, later in 0_u64..60, lasts in 0_u64..3,
    ) {
        let plan = plan_383();
        let earliest = day("2023-08-20");
        let at = |offset: u64| {
            let on = earliest + Days::new(offset);
            let until = Some(on + Days::new(lasts));
            let setting = MilestoneSetting { until, on: Some(on), ..fixed(PROVINCE, "2023-10-12") };
            Schedule::resolve(plan, &[setting])
        };
        let (before, after) = (at(first), at(later));
        let n = i64::try_from(later).unwrap() - i64::try_from(first).unwrap();
        let of_phases = plan.phases.iter().map(|phase| (&phase.starts, &phase.ends));
        let of_stages = plan.phases.iter().flat_map(|phase| &phase.stages).map(|stage| (&stage.starts, &stage.ends));
        let of_activities = plan.activities.iter().map(|activity| (&activity.starts, &activity.due));
        for (starts, ends) in of_phases.chain(of_stages).chain(of_activities) {
            let (old, new) = (before.span(starts, ends), after.span(starts, ends));
            let by = |rule: &DateRule| if hangs_on(plan, rule, PROVINCE) { n } else { 0 };
            prop_assert_eq!((new.starts_on.unwrap() - old.starts_on.unwrap()).num_days(), by(starts), "{:?}", starts);
            prop_assert_eq!((new.ends_on.unwrap() - old.ends_on.unwrap()).num_days(), by(ends), "{:?}", ends);
        }
        let items = moved(&before, &after, plan);
        prop_assert_eq!(items.is_empty(), n == 0);
    }
}
