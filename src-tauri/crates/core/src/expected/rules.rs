//! What is expected of units in one campaign, read once for many units. Pure once read.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use crate::book::{Book, Current};
use crate::error::{Error, Result};
use crate::model::{DueRule, Duty, ExpectedItem, LevelDue, UnitException, UnitId, UnitLevel};
use crate::plan::{Activity, Phase};
use crate::register::count::Expectation;
use crate::schedule::Schedule;
use crate::store;

use super::applies::{Attributes, applies};
use super::seen::SeenUnit;

/// All that decides what is expected of whom.
#[derive(Debug, Clone)]
pub struct Rules {
    pub(crate) current: Current,
    pub(crate) schedule: Schedule,
    due_rule: DueRule,
    /// Days of levels for the reports, apart from those for activities: a register asks for one of each unit.
    report_dues: Vec<LevelDue>,
    activity_dues: Vec<LevelDue>,
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
        let level_dues = store::expected::list_level_dues(&book.connection, current.campaign)?;
        let (report_dues, activity_dues) = level_dues.into_iter().partition(|due| due.activity.is_empty());
        Ok(Rules {
            schedule: Schedule::resolve(&current.plan, &settings),
            due_rule: store::campaign::read_due_rule(&book.connection, current.campaign)?,
            report_dues,
            activity_dues,
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

    /// Whether the report of a phase is expected of a unit that exists on the day that counts, as it is on it, and until when.
    pub fn report(&self, unit: UnitId, attributes: &Attributes<'_>, phase: &Phase) -> Expectation {
        if !applies(&self.current.plan.report.scope, attributes) {
            return Expectation::default();
        }
        match self.exception(unit, &phase.code, "") {
            Some(UnitException { due_on: None, .. }) => Expectation::default(),
            Some(UnitException { due_on, .. }) => Expectation { is_expected: true, due_on: *due_on },
            None => Expectation { is_expected: true, due_on: self.report_due(attributes.level, phase) },
        }
    }

    /// The due day of a level's reports: a day of its own, else that of the phase.
    fn report_due(&self, level: UnitLevel, phase: &Phase) -> Option<NaiveDate> {
        let mut dues = self.report_dues.iter();
        let of_level = dues.find(|due| due.phase == phase.code && due.level == level).and_then(|due| due.due_on);
        of_level.or_else(|| self.usual_report_due(phase))
    }

    /// The due day of the reports of a phase: a day that the office set, else days after the end of the phase.
    pub(crate) fn usual_report_due(&self, phase: &Phase) -> Option<NaiveDate> {
        let fixed = self.due_rule.fixed.iter().find(|due| due.phase == phase.code).map(|due| due.due_on);
        let days = TimeDelta::days(i64::from(self.due_rule.days_after_end));
        fixed.or_else(|| self.schedule.phase(phase).ends_on.and_then(|end| end.checked_add_signed(days)))
    }

    /// Whether an activity is to be done by a unit, exceptions included.
    pub fn activity_applies(&self, unit: UnitId, attributes: &Attributes<'_>, activity: &Activity) -> bool {
        let is_let_off =
            || self.exception(unit, &activity.phase, &activity.code).is_some_and(|found| found.due_on.is_none());
        applies(&activity.scope, attributes) && !is_let_off()
    }

    /// Everything that is expected of a unit, in the order of the plan, the report of a phase after its activities. What the
    /// unit was let off is in the list, with its exception and without a day.
    ///
    /// Each line by the day by which it is counted elsewhere: activities by today, as on the board; the report by the day
    /// that counts for its phase, as in the register.
    pub fn items(&self, unit: &SeenUnit, today: NaiveDate) -> Vec<ExpectedItem> {
        let plan = &self.current.plan;
        let now = unit.on_or_last(today);
        let mut items = Vec::new();
        for phase in &plan.phases {
            let activities = plan.activities.iter().filter(|activity| activity.phase == phase.code);
            let applying = activities.filter(|activity| applies(&activity.scope, &now));
            items.extend(applying.map(|activity| self.activity_item(unit.id, now.level, activity)));
            let then = unit.on(self.day_that_counts(phase, today));
            let then = then.filter(|attributes| applies(&plan.report.scope, attributes));
            items.extend(then.map(|attributes| ExpectedItem {
                activity: String::new(),
                phase: phase.code.clone(),
                title: phase.name.clone(),
                due_on: self.report(unit.id, &attributes, phase).due_on,
                exception: self.exception(unit.id, &phase.code, "").cloned(),
                state: None,
            }));
        }
        items
    }

    /// The due day of an activity: that of the unit's exception, else that of its level, else the one of the plan.
    fn activity_item(&self, unit: UnitId, level: UnitLevel, activity: &Activity) -> ExpectedItem {
        let exception = self.exception(unit, &activity.phase, &activity.code).cloned();
        let mut dues = self.activity_dues.iter();
        let of_level = dues.find(|due| due.activity == activity.code && due.level == level).and_then(|due| due.due_on);
        let due_on = match &exception {
            Some(exception) => exception.due_on,
            None => of_level.or_else(|| self.schedule.activity(activity).ends_on),
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

    /// What a level may be given a day of its own for in a phase: the report first, then the activities of the plan.
    pub fn duties(&self, phase: &Phase) -> Vec<Duty> {
        let plan = &self.current.plan;
        let report = Duty {
            activity: String::new(),
            title: phase.name.clone(),
            levels: plan.report.scope.levels.clone(),
            due_on: self.usual_report_due(phase),
        };
        let activities = plan.activities.iter().filter(|activity| activity.phase == phase.code);
        let duty = |activity: &Activity| Duty {
            activity: activity.code.clone(),
            title: activity.title.clone(),
            levels: activity.scope.levels.clone(),
            due_on: self.schedule.activity(activity).ends_on,
        };
        std::iter::once(report).chain(activities.map(duty)).collect()
    }
}
