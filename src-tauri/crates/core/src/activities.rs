//! Activities of the unit's own, attached to an item of the plan.

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{ActivityId, Op, Outcome, OwnActivity};
use crate::store::activity::StoredOwnActivity;
use crate::{store, text};

const TITLE_LIMIT: usize = 300;
const EXPLANATION_LIMIT: usize = 5_000;

impl Book {
    /// Adds an activity of our own.
    ///
    /// # Errors
    /// `not_found` for what it is attached to or for a form, `required`, `too_long`, `dates_out_of_order`.
    pub fn add_activity(&mut self, moment: &Moment, activity: &OwnActivity) -> Result<Outcome> {
        let current = self.current()?;
        let activity = self.check_own(activity)?;
        let attached_to = self.activity_id(&activity.attached_to)?;
        // A number that is never given twice, so that taking back a removal finds its code free.
        let number = store::log::count_of(&self.connection, Op::AddActivity)? + 1;
        let code = format!("rieng-{number}");
        self.transact(moment, &Change::of(Op::AddActivity, activity.title.as_str()), |transaction| {
            store::activity::add_own(transaction, current.campaign, &code, attached_to, &activity)
        })
    }

    /// Changes an activity of our own.
    ///
    /// # Errors
    /// `not_found`, `plan_activity` for one of the plan, and as [`Book::add_activity`].
    pub fn edit_activity(&mut self, moment: &Moment, code: &str, activity: &OwnActivity) -> Result<Outcome> {
        let own = self.own_activity(code)?;
        let activity = self.check_own(activity)?;
        let attached_to = self.activity_id(&activity.attached_to)?;
        self.transact(moment, &Change::of(Op::EditActivity, activity.title.as_str()), |transaction| {
            store::activity::edit_own(transaction, own.id, attached_to, &activity)
        })
    }

    /// Removes an activity of our own.
    ///
    /// # Errors
    /// `not_found`, `plan_activity`, or `activity_in_use` if something was said about it.
    pub fn remove_activity(&mut self, moment: &Moment, code: &str) -> Result<Outcome> {
        let own = self.own_activity(code)?;
        if store::activity::is_in_use(&self.connection, own.id)? {
            return Err(
                Error::refused(ErrorCode::ActivityInUse, "removing an activity").with("title", own.activity.title)
            );
        }
        self.transact(moment, &Change::of(Op::RemoveActivity, own.activity.title.as_str()), |transaction| {
            store::activity::remove_own(transaction, own.id)
        })
    }

    pub(crate) fn activity_id(&self, code: &str) -> Result<ActivityId> {
        let ids = store::activity::list_ids(&self.connection, self.current()?.campaign)?;
        ids.get(code).copied().ok_or_else(|| Error::not_found("activity", code))
    }

    pub(crate) fn title_of(&self, code: &str) -> Result<String> {
        let current = self.current()?;
        if let Some(activity) = current.plan.activities.iter().find(|activity| activity.code == code) {
            return Ok(activity.title.clone());
        }
        Ok(self.own_activity(code)?.activity.title)
    }

    fn own_activity(&self, code: &str) -> Result<StoredOwnActivity> {
        let current = self.current()?;
        if current.plan.activities.iter().any(|activity| activity.code == code) {
            return Err(Error::refused(ErrorCode::PlanActivity, "changing an activity"));
        }
        let own = store::activity::list_own(&self.connection, current.campaign)?;
        own.into_iter().find(|own| own.code == code).ok_or_else(|| Error::not_found("activity", code))
    }

    fn check_own(&self, activity: &OwnActivity) -> Result<OwnActivity> {
        let OwnActivity { attached_to, title, explanation, forms, starts_on, due_on } = activity;
        let plan = self.current()?.plan;
        if !plan.activities.iter().any(|activity| activity.code == *attached_to) {
            return Err(Error::not_found("activity", attached_to));
        }
        if let Some(unknown) = forms.iter().find(|form| !plan.forms.iter().any(|known| known.code == **form)) {
            return Err(Error::not_found("form", unknown));
        }
        if due_on < starts_on {
            return Err(Error::refused(ErrorCode::DatesOutOfOrder, "reading the days of an activity")
                .with("start", text::short_date(*starts_on))
                .with("end", text::short_date(*due_on)));
        }
        Ok(OwnActivity {
            attached_to: attached_to.clone(),
            title: text::require_line("title", title, TITLE_LIMIT)?,
            explanation: text::limited("explanation", text::clean_text(explanation), EXPLANATION_LIMIT)?,
            forms: forms.clone(),
            starts_on: *starts_on,
            due_on: *due_on,
        })
    }
}
