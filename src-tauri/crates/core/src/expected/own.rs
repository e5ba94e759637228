//! What the office that leads the campaign set for our own unit: another day for an activity, or that it is let off. Pure once
//! read. Days of phase reports are not here: they are fixed due days, which the user sees and may change.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::book::Current;
use crate::error::Result;
use crate::model::{UnitException, UnitLevel};
use crate::store;

/// Other days and exemptions of our own unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OwnDues {
    /// Days of our level, by activity.
    pub(crate) by_level: BTreeMap<String, NaiveDate>,
    /// Our exceptions, by phase and activity; empty for the report. Without a day: not expected.
    pub(crate) exceptions: BTreeMap<(String, String), Option<NaiveDate>>,
}

impl OwnDues {
    pub(crate) fn read(connection: &Connection, current: &Current, level: UnitLevel) -> Result<OwnDues> {
        let dues = store::expected::list_level_dues(connection, current.campaign)?.into_iter();
        let of_level = dues.filter(|due| due.level == level && !due.activity.is_empty());
        let exceptions = store::expected::list_exceptions(connection, current.campaign)?.into_iter();
        let ours = exceptions.filter(|exception| exception.unit == current.unit);
        Ok(OwnDues {
            by_level: of_level.filter_map(|due| Some((due.activity, due.due_on?))).collect(),
            exceptions: ours.map(|UnitException { phase, activity, due_on, .. }| ((phase, activity), due_on)).collect(),
        })
    }

    /// Whether the leading office let us off; `activity` is empty for the report of the phase.
    pub(crate) fn is_let_off(&self, phase: &str, activity: &str) -> bool {
        self.exceptions.get(&(phase.to_owned(), activity.to_owned())).is_some_and(Option::is_none)
    }

    /// The day of an activity that the plan gives `planned`.
    pub(crate) fn due_on(&self, phase: &str, activity: &str, planned: Option<NaiveDate>) -> Option<NaiveDate> {
        let exception = self.exceptions.get(&(phase.to_owned(), activity.to_owned())).copied().flatten();
        exception.or_else(|| self.by_level.get(activity).copied()).or(planned)
    }
}
