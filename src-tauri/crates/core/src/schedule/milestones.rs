//! One milestone: from its rule or from what the user says.

use chrono::NaiveDate;

use super::{Day, Schedule};
use crate::model::{Certainty, MilestoneSetting, MilestoneView};
use crate::plan::{DateRule, Milestone};

/// A milestone with the days that hang on its first and on its last day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reckoned {
    pub(super) view: MilestoneView,
    pub(super) start: Day,
    pub(super) end: Day,
}

/// Reckons a milestone from those before it.
pub(super) fn reckon(schedule: &Schedule, milestone: &Milestone, setting: Option<&MilestoneSetting>) -> Reckoned {
    let (certainty, start, end) = match setting {
        Some(setting) => set_days(schedule, milestone, setting),
        None => plan_days(schedule, milestone),
    };
    let follows = if setting.is_some() { None } else { milestone.on.as_ref() };
    let (from_milestone, days) = match follows {
        Some(DateRule::FromStart { milestone, days } | DateRule::FromEnd { milestone, days }) => {
            (Some(milestone.clone()), Some(*days))
        }
        Some(DateRule::On(_)) | None => (None, None),
    };
    let view = MilestoneView {
        code: milestone.code.clone(),
        name: milestone.name.clone(),
        short_name: milestone.short_name.clone(),
        kind: milestone.kind,
        certainty,
        on: start.on,
        until: end.on.filter(|end| start.on != Some(*end)),
        not_before: start.not_before,
        not_after: end.not_after,
        from_milestone,
        days,
        is_proposed: start.is_proposed,
        is_changed: setting.is_some(),
        reason: setting.map(|setting| setting.reason.clone()).unwrap_or_default(),
        source: milestone.source.clone(),
    };
    Reckoned { view, start, end }
}

fn set_days(schedule: &Schedule, milestone: &Milestone, setting: &MilestoneSetting) -> (Certainty, Day, Day) {
    match (setting.certainty, setting.on) {
        (Certainty::Expected | Certainty::Fixed, Some(on)) => {
            let until = setting.until.map_or(on, |until| until.max(on));
            (setting.certainty, known(on, false), known(until, false))
        }
        (Certainty::Unknown, _) | (Certainty::Expected | Certainty::Fixed, None) => unknown(schedule, milestone),
    }
}

fn plan_days(schedule: &Schedule, milestone: &Milestone) -> (Certainty, Day, Day) {
    let Some(on) = &milestone.on else { return unknown(schedule, milestone) };
    let proposed = |mut day: Day| {
        day.is_proposed |= milestone.is_proposed;
        day
    };
    let start = proposed(schedule.day(on));
    let end = milestone.until.as_ref().map_or_else(|| start.clone(), |until| proposed(schedule.day(until)));
    match (start.on, end.on) {
        (Some(on), Some(until)) => {
            let is_proposed = start.is_proposed || end.is_proposed;
            (milestone.certainty, start, known(until.max(on), is_proposed))
        }
        (None, _) | (_, None) => (Certainty::Unknown, start, end),
    }
}

fn known(on: NaiveDate, is_proposed: bool) -> Day {
    Day { on: Some(on), is_proposed, ..Day::default() }
}

/// A milestone without a day, within the bounds that the template gives.
fn unknown(schedule: &Schedule, milestone: &Milestone) -> (Certainty, Day, Day) {
    let bound = |rule: &Option<DateRule>| rule.as_ref().map(|rule| schedule.day(rule));
    let not_before = bound(&milestone.not_before).and_then(|day| day.on.or(day.not_before));
    let not_after = bound(&milestone.not_after).and_then(|day| day.on.or(day.not_after));
    let day = Day {
        on: None,
        not_before,
        // Bounds can cross when the user moves what they hang on.
        not_after: not_after.map(|latest| not_before.map_or(latest, |earliest| latest.max(earliest))),
        waits_for: Some(milestone.code.clone()),
        is_proposed: false,
    };
    (Certainty::Unknown, day.clone(), day)
}
