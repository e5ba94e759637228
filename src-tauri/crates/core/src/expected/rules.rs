//! What is expected of units in one campaign, read once for many units. Pure once read.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use crate::book::{Book, Current};
use crate::error::{Error, Result};
use crate::model::{DueRule, ExpectedItem, LevelDue, UnitException, UnitId, UnitLevel};
use crate::plan::{Activity, Phase};
use crate::register::count::Expectation;
use crate::schedule::Schedule;
use crate::store;

use super::applies::applies;

/// All that decides what is expected of whom.
#[derive(Debug, Clone)]
pub struct Rules {
    pub(crate) current: Current,
    pub(crate) schedule: Schedule,
    due_rule: DueRule,
    level_dues: Vec<LevelDue>,
    exceptions: HashMap<UnitId, Vec<UnitException>>,
}

impl Rules {
    /// Reads them.
    pub(crate) fn read(book: &Book) -> Result<Rules> {
        let current = book.current()?;
        let settings = store::campaign::list_milestone_settings(&book.connection, current.campaign)?;
        let mut exceptions: HashMap<UnitId, Vec<UnitException>> = HashMap::new();
        for exception in store::expected::list_exceptions(&book.connection, current.campaign)? {
            exceptions.entry(exception.unit).or_default().push(exception);
        }
        Ok(Rules {
            schedule: Schedule::resolve(&current.plan, &settings),
            due_rule: store::campaign::read_due_rule(&book.connection, current.campaign)?,
            level_dues: store::expected::list_level_dues(&book.connection, current.campaign)?,
            exceptions,
            current,
        })
    }

    /// The phase of a code.
    pub(crate) fn phase(&self, code: &str) -> Result<&Phase> {
        let phases = &self.current.plan.phases;
        phases.iter().find(|phase| phase.code == code).ok_or_else(|| Error::not_found("phase", code))
    }

    /// The day whose tree counts for a phase: its last day, or today while it has not ended or its end is unknown.
    pub fn day_that_counts(&self, phase: &Phase, today: NaiveDate) -> NaiveDate {
        self.schedule.phase(phase).ends_on.map_or(today, |end| end.min(today))
    }

    /// The exception of a unit; `activity` is empty for the report of the phase.
    pub fn exception(&self, unit: UnitId, phase: &str, activity: &str) -> Option<&UnitException> {
        let mut of_unit = self.exceptions.get(&unit)?.iter();
        of_unit.find(|exception| exception.phase == phase && exception.activity == activity)
    }

    /// Whether the report of a phase is expected of a unit that exists on the day that counts, and until when.
    pub fn report(&self, unit: UnitId, level: UnitLevel, phase: &Phase) -> Expectation {
        if !self.current.plan.report.levels.contains(&level) {
            return Expectation::default();
        }
        match self.exception(unit, &phase.code, "") {
            Some(UnitException { due_on: None, .. }) => Expectation::default(),
            Some(UnitException { due_on, .. }) => Expectation { is_expected: true, due_on: *due_on },
            None => Expectation { is_expected: true, due_on: self.usual_due(level, phase) },
        }
    }

    /// The due day of a level's reports: a day of its own, else that of the phase, else days after the end of the phase.
    pub fn usual_due(&self, level: UnitLevel, phase: &Phase) -> Option<NaiveDate> {
        let of_level = self.level_dues.iter().find(|due| due.phase == phase.code && due.level == level);
        let fixed = || self.due_rule.fixed.iter().find(|due| due.phase == phase.code).map(|due| due.due_on);
        let days = TimeDelta::days(i64::from(self.due_rule.days_after_end));
        let by_rule = || self.schedule.phase(phase).ends_on.and_then(|end| end.checked_add_signed(days));
        of_level.and_then(|due| due.due_on).or_else(fixed).or_else(by_rule)
    }

    /// Whether an activity is to be done by a unit, exceptions included.
    pub fn activity_applies(&self, unit: UnitId, level: UnitLevel, members: Option<u32>, activity: &Activity) -> bool {
        let is_let_off =
            || self.exception(unit, &activity.phase, &activity.code).is_some_and(|found| found.due_on.is_none());
        applies(activity, level, members) && !is_let_off()
    }

    /// Everything that is expected of a unit, in the order of the plan, the report of a phase after its activities. What the
    /// unit was let off is in the list, with its exception and without a day.
    pub fn items(&self, unit: UnitId, level: UnitLevel, members: Option<u32>) -> Vec<ExpectedItem> {
        let plan = &self.current.plan;
        let mut items = Vec::new();
        for phase in &plan.phases {
            let activities = plan.activities.iter().filter(|activity| activity.phase == phase.code);
            let applying = activities.filter(|activity| applies(activity, level, members));
            items.extend(applying.map(|activity| self.activity_item(unit, activity)));
            if plan.report.levels.contains(&level) {
                items.push(ExpectedItem {
                    activity: String::new(),
                    phase: phase.code.clone(),
                    title: phase.name.clone(),
                    due_on: self.report(unit, level, phase).due_on,
                    exception: self.exception(unit, &phase.code, "").cloned(),
                    state: None,
                });
            }
        }
        items
    }

    fn activity_item(&self, unit: UnitId, activity: &Activity) -> ExpectedItem {
        let exception = self.exception(unit, &activity.phase, &activity.code).cloned();
        let due_on = match &exception {
            Some(exception) => exception.due_on,
            None => self.schedule.activity(activity).ends_on,
        };
        ExpectedItem {
            activity: activity.code.clone(),
            phase: activity.phase.clone(),
            title: activity.title.clone(),
            due_on,
            exception,
            state: None,
        }
    }
}
