//! When things are due: the plan's rules and what the user says about milestones, reckoned to days.
//!
//! Pure. Nothing is stored: a milestone that moves re-dates all that hangs on it because everything is reckoned anew.
//! What hangs on an unknown milestone has no day, but bounds between which it may be drawn.

mod milestones;
mod moved;
mod setting;

use chrono::{Days, NaiveDate};

use crate::model::MilestoneSetting;
use crate::model::MilestoneView;
use crate::plan::{Activity, DateRule, Phase, Plan, Stage};

use milestones::Reckoned;

pub use moved::moved;
pub use setting::check_setting;

/// The days of a plan as they hold with the settings of the user.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    milestones: Vec<Reckoned>,
    settings: Vec<MilestoneSetting>,
    /// First and last day that anything known happens on: bounds for what is unknown without bounds of its own.
    horizon: (NaiveDate, NaiveDate),
}

/// A day that a rule leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// The day; `None` while a milestone that it hangs on is unknown.
    pub on: Option<NaiveDate>,
    /// Earliest day that is possible while it is unknown, where there is a bound.
    pub not_before: Option<NaiveDate>,
    /// Latest day that is possible while it is unknown, where there is a bound.
    pub not_after: Option<NaiveDate>,
    /// Code of the milestone whose day is missing: the one that the user can set, not one that hangs on it.
    pub waits_for: Option<String>,
    /// True where the day hangs on a proposal of the template that the user has not replaced.
    pub is_proposed: bool,
}

/// A time from one day to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First day, if it is known; never after `ends_on`.
    pub starts_on: Option<NaiveDate>,
    /// Last day (of an activity: the day it is due), if it is known.
    pub ends_on: Option<NaiveDate>,
    /// First day to draw it from: the day itself, or the earliest that is possible.
    pub drawn_from: NaiveDate,
    /// Last day to draw it to: the day itself, or the latest that is possible; never before `drawn_from`.
    pub drawn_to: NaiveDate,
    /// Code of the milestone that must be known before it has both days.
    pub waits_for: Option<String>,
    /// True where a day is a proposal of the program. Of a phase or stage: either day; of an activity: the due day.
    pub is_proposed: bool,
}

impl Schedule {
    /// Reckons all milestones. A setting replaces the rule of its milestone; of several for one milestone the last holds;
    /// a setting for a milestone that the plan does not have is ignored (see [`check_setting`]).
    pub fn resolve(plan: &Plan, settings: &[MilestoneSetting]) -> Schedule {
        let mut schedule = Schedule {
            milestones: Vec::with_capacity(plan.milestones.len()),
            settings: settings.to_vec(),
            horizon: (plan.document.issued_on, plan.document.issued_on),
        };
        for milestone in &plan.milestones {
            let setting = settings.iter().rev().find(|setting| setting.code == milestone.code);
            let reckoned = milestones::reckon(&schedule, milestone, setting);
            schedule.milestones.push(reckoned);
        }
        schedule.horizon = schedule.reach(plan.document.issued_on);
        schedule
    }

    /// All milestones in the order of the plan, boundaries included.
    pub fn milestones(&self) -> Vec<MilestoneView> {
        self.milestones.iter().map(|reckoned| reckoned.view.clone()).collect()
    }

    /// The day that a rule leads to.
    pub fn day(&self, rule: &DateRule) -> Day {
        match rule {
            DateRule::On(day) => Day { on: Some(*day), ..Day::default() },
            DateRule::FromStart { milestone, days } => self.from(milestone, *days, |reckoned| &reckoned.start),
            DateRule::FromEnd { milestone, days } => self.from(milestone, *days, |reckoned| &reckoned.end),
        }
    }

    /// The time between two rules; for an activity of the unit's own, both are days.
    pub fn span(&self, starts: &DateRule, ends: &DateRule) -> Span {
        let (start, end) = (self.day(starts), self.day(ends));
        // A congress that comes before the stage that leads up to it leaves that stage its last day only.
        let starts_on = start.on.map(|day| end.on.map_or(day, |end| day.min(end)));
        let first = starts_on.or(start.not_before).unwrap_or(self.horizon.0);
        let (drawn_from, drawn_to) = match end.on {
            Some(last) => (first.min(last), last),
            None => (first, end.not_after.unwrap_or(self.horizon.1).max(first)),
        };
        Span {
            starts_on,
            ends_on: end.on,
            drawn_from,
            drawn_to,
            is_proposed: start.is_proposed || end.is_proposed,
            waits_for: start.waits_for.or(end.waits_for),
        }
    }

    /// The time of a phase.
    pub fn phase(&self, phase: &Phase) -> Span {
        self.span(&phase.starts, &phase.ends)
    }

    /// The time of a stage.
    pub fn stage(&self, stage: &Stage) -> Span {
        self.span(&stage.starts, &stage.ends)
    }

    /// The time of an activity; `ends_on` is the day it is due.
    pub fn activity(&self, activity: &Activity) -> Span {
        let is_proposed = activity.is_proposed || self.day(&activity.due).is_proposed;
        Span { is_proposed, ..self.span(&activity.starts, &activity.due) }
    }

    fn from(&self, code: &str, days: i32, side: impl FnOnce(&Reckoned) -> &Day) -> Day {
        match self.milestones.iter().find(|reckoned| reckoned.view.code == code) {
            Some(reckoned) => side(reckoned).shifted(days),
            // A checked plan refers only to what stands before; without a day it is merely unknown.
            None => Day { waits_for: Some(code.to_owned()), ..Day::default() },
        }
    }

    /// First and last of the days that are known or bounded.
    fn reach(&self, issued_on: NaiveDate) -> (NaiveDate, NaiveDate) {
        let days = self.milestones.iter().flat_map(|reckoned| {
            [&reckoned.start, &reckoned.end]
                .into_iter()
                .flat_map(|day| [day.on, day.not_before, day.not_after])
                .flatten()
        });
        days.fold((issued_on, issued_on), |(first, last), day| (first.min(day), last.max(day)))
    }
}

impl Day {
    fn shifted(&self, days: i32) -> Day {
        let shift = |day: Option<NaiveDate>| day.map(|day| shift(day, days));
        Day {
            on: shift(self.on),
            not_before: shift(self.not_before),
            not_after: shift(self.not_after),
            waits_for: self.waits_for.clone(),
            is_proposed: self.is_proposed,
        }
    }
}

impl Span {
    /// True if it has begun and is not over: for a phase, that it is the current one. While the last day is unknown, it
    /// counts as running to the latest day that is possible.
    pub fn holds(&self, today: NaiveDate) -> bool {
        self.starts_on.is_some_and(|start| start <= today) && today <= self.ends_on.unwrap_or(self.drawn_to)
    }
}

/// Days after the due day, 1 or more; `None` if it is not late.
pub fn late_by(due: NaiveDate, today: NaiveDate) -> Option<i32> {
    let days = today.signed_duration_since(due).num_days();
    i32::try_from(days).ok().filter(|days| *days > 0)
}

/// Days until the due day, 0 on the day itself; `None` if it is late.
pub fn days_left(due: NaiveDate, today: NaiveDate) -> Option<i32> {
    let days = due.signed_duration_since(today).num_days();
    i32::try_from(days).ok().filter(|days| *days >= 0)
}

/// So many days later or earlier; at the ends of the calendar the day stays where it is.
fn shift(day: NaiveDate, by: i32) -> NaiveDate {
    let count = Days::new(u64::from(by.unsigned_abs()));
    let shifted = if by < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    shifted.unwrap_or(day)
}
