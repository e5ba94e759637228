//! What is expected of the units below ours: which activities, which reports, until when, and who was let off.

mod applies;
mod own;
mod preview;
mod rules;
mod seen;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, Result};
use crate::history::{Change, Moment};
use crate::model::{Duty, ExpectedItem, LateBy, LevelDue, Op, Outcome, UnitException, UnitId};
use crate::{store, text};

pub(crate) use applies::{Attributes, applies};
pub(crate) use own::OwnDues;
pub(crate) use rules::Rules;
pub(crate) use seen::SeenUnit;

const REASON_LIMIT: usize = 500;
const LINE_LIMIT: usize = 300;

impl Book {
    /// Everything that is expected of a unit, with what is known of it.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn expected_of(&self, unit: UnitId, today: NaiveDate) -> Result<Vec<ExpectedItem>> {
        let seen = SeenUnit::read(&self.connection, unit)?;
        let rules = Rules::read(self)?;
        let ids = store::activity::list_ids(&self.connection, rules.current.campaign)?;
        let progress = store::progress::list(&self.connection, unit)?;
        let mut items = rules.items(&seen, today);
        for item in &mut items {
            let known = ids.get(&item.activity).and_then(|id| progress.get(id));
            item.state = known.map(|progress| progress.state);
        }
        Ok(items)
    }

    /// Exceptions of the campaign.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn list_exceptions(&self) -> Result<Vec<UnitException>> {
        let current = self.current()?;
        let mut exceptions = store::expected::list_exceptions(&self.connection, current.campaign)?;
        // Those of our own unit came with the plan file of the office above and are not ours to give.
        exceptions.retain(|exception| exception.unit != current.unit);
        Ok(exceptions)
    }

    /// Gives one unit another day, or lets it off.
    ///
    /// # Errors
    /// `required` for the reason, `too_long`, `not_found` for unit, phase or activity.
    pub fn set_exception(&mut self, moment: &Moment, exception: &UnitException) -> Result<Outcome> {
        let current = self.current()?;
        let unit = self.unit_detail(exception.unit, moment.today)?;
        require_place(&current.plan, &exception.phase, &exception.activity)?;
        let exception = UnitException {
            reason: text::require_line("reason", &exception.reason, REASON_LIMIT)?,
            allowed_by: text::limited("allowed_by", text::clean_line(&exception.allowed_by), LINE_LIMIT)?,
            document: text::limited("document", text::clean_line(&exception.document), LINE_LIMIT)?,
            ..exception.clone()
        };
        self.transact(moment, &Change::of(Op::SetException, unit.name), |transaction| {
            store::expected::set_exception(transaction, current.campaign, &exception)
        })
    }

    /// Takes an exception back; `activity` is empty for the report of the phase.
    ///
    /// # Errors
    /// `not_found` for the unit.
    pub fn remove_exception(&mut self, moment: &Moment, unit: UnitId, phase: &str, activity: &str) -> Result<Outcome> {
        let current = self.current()?;
        let name = self.unit_detail(unit, moment.today)?.name;
        self.transact(moment, &Change::of(Op::SetException, name), |transaction| {
            store::expected::remove_exception(transaction, current.campaign, unit, (phase, activity))
        })
    }

    /// Due days by level.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn list_level_dues(&self) -> Result<Vec<LevelDue>> {
        store::expected::list_level_dues(&self.connection, self.current()?.campaign)
    }

    /// What a level may be given a day of its own for in a phase.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for the phase.
    pub fn list_duties(&self, phase: &str) -> Result<Vec<Duty>> {
        let rules = Rules::read(self)?;
        Ok(rules.duties(rules.phase(phase)?))
    }

    /// Sets the day on which the reports of a level, or one of its activities, are due.
    ///
    /// # Errors
    /// `not_found` for phase or activity.
    pub fn set_level_due(&mut self, moment: &Moment, due: &LevelDue) -> Result<Outcome> {
        let current = self.current()?;
        require_place(&current.plan, &due.phase, &due.activity)?;
        let phase = current.plan.phases.iter().find(|phase| phase.code == due.phase);
        let activity = current.plan.activities.iter().find(|activity| activity.code == due.activity);
        let subject = activity.map(|activity| &activity.title).or(phase.map(|phase| &phase.name));
        let subject = subject.cloned().unwrap_or_default();
        self.transact(moment, &Change::of(Op::SetLevelDue, subject), |transaction| {
            store::expected::set_level_due(transaction, current.campaign, due)
        })
    }

    /// Which day of a report decides whether it is late.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn late_by(&self) -> Result<LateBy> {
        store::expected::read_late_by(&self.connection, self.current()?.campaign)
    }

    /// Says which day of a report decides.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn set_late_by(&mut self, moment: &Moment, late_by: LateBy) -> Result<Outcome> {
        let current = self.current()?;
        self.transact(moment, &Change::of(Op::SetLateBy, ""), |transaction| {
            store::expected::set_late_by(transaction, current.campaign, late_by)
        })
    }
}

fn require_place(plan: &crate::plan::Plan, phase: &str, activity: &str) -> Result<()> {
    if !plan.phases.iter().any(|known| known.code == phase) {
        return Err(Error::not_found("phase", phase));
    }
    let is_known =
        activity.is_empty() || plan.activities.iter().any(|known| known.code == activity && known.phase == phase);
    if is_known { Ok(()) } else { Err(Error::not_found("activity", activity)) }
}
