//! Everything that the screens of a campaign are made from, read once for one answer.
//!
//! A book of one unit has some sixty activities: reading them all takes less than a millisecond, and whatever is made
//! from a snapshot is pure and of one moment.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::book::{Book, Current};
use crate::completeness;
use crate::error::{Error, Result};
use crate::expected::{OwnDues, applies};
use crate::figures::Below;
use crate::model::{ActivityId, ChecklistItem, DueRule, Evidence, OurUnit, PhaseHead, ReportRow, Signer};
use crate::plan::{Activity, Phase, Plan};
use crate::schedule::{Schedule, Span};
use crate::store;
use crate::store::activity::StoredOwnActivity;
use crate::store::figure::StoredFigure;
use crate::store::progress::StoredProgress;
use crate::store::report::StoredReport;

/// One campaign of one unit, at one moment.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) current: Current,
    pub(crate) today: NaiveDate,
    pub(crate) unit: OurUnit,
    pub(crate) signers: Vec<Signer>,
    pub(crate) due_rule: DueRule,
    pub(crate) own_dues: OwnDues,
    pub(crate) schedule: Schedule,
    pub(crate) ids: BTreeMap<String, ActivityId>,
    pub(crate) own: Vec<StoredOwnActivity>,
    pub(crate) progress: BTreeMap<ActivityId, StoredProgress>,
    pub(crate) evidence: BTreeMap<ActivityId, Vec<Evidence>>,
    pub(crate) figures: Vec<StoredFigure>,
    pub(crate) reports: BTreeMap<String, StoredReport>,
    /// What the units below brought, by phase, as it was frozen.
    pub(crate) below: Below,
}

impl Snapshot {
    /// Reads it.
    pub(crate) fn read(book: &Book, today: NaiveDate) -> Result<Snapshot> {
        let current = book.current()?;
        let connection = &book.connection;
        let (_, unit) = store::unit::find_ours(connection)?.ok_or_else(|| Error::not_found("unit", current.unit))?;
        let settings = store::campaign::list_milestone_settings(connection, current.campaign)?;
        Ok(Snapshot {
            today,
            own_dues: OwnDues::read(connection, &current, unit.level)?,
            unit,
            signers: store::unit::list_signers(connection)?,
            due_rule: store::campaign::read_due_rule(connection, current.campaign)?,
            schedule: Schedule::resolve(&current.plan, &settings),
            ids: store::activity::list_ids(connection, current.campaign)?,
            own: store::activity::list_own(connection, current.campaign)?,
            progress: store::progress::list(connection, current.unit)?,
            evidence: store::evidence::list(connection, current.unit)?,
            figures: store::figure::list(connection, current.unit, current.campaign)?,
            reports: store::report::list(connection, current.unit, current.campaign)?,
            below: store::consolidation::list_figures(connection, current.campaign)?,
            current,
        })
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.current.plan
    }

    pub(crate) fn phase(&self, code: &str) -> Result<&Phase> {
        self.plan().phases.iter().find(|phase| phase.code == code).ok_or_else(|| Error::not_found("phase", code))
    }

    pub(crate) fn activity_id(&self, code: &str) -> Result<ActivityId> {
        self.ids.get(code).copied().ok_or_else(|| Error::not_found("activity", code))
    }

    /// The activity of the plan that has this code, or to which our own of this code is attached.
    pub(crate) fn plan_activity(&self, code: &str) -> Result<&Activity> {
        let attached_to = self.own_activity(code).map_or(code, |own| own.activity.attached_to.as_str());
        let activities = &self.plan().activities;
        activities
            .iter()
            .find(|activity| activity.code == attached_to)
            .ok_or_else(|| Error::not_found("activity", code))
    }

    pub(crate) fn own_activity(&self, code: &str) -> Option<&StoredOwnActivity> {
        self.own.iter().find(|own| own.code == code)
    }

    /// Every activity that our unit has, in the order of the plan; our own ones follow what they are attached to.
    pub(crate) fn items(&self) -> Vec<ChecklistItem> {
        let mut items = Vec::with_capacity(self.ids.len());
        for activity in self.plan().activities.iter().filter(|activity| self.applies(activity)) {
            items.push(self.plan_item(activity));
            let ours = self.own.iter().filter(|own| own.activity.attached_to == activity.code);
            items.extend(ours.map(|own| self.own_item(activity, own)));
        }
        items
    }

    fn applies(&self, activity: &Activity) -> bool {
        let is_ours = applies(&activity.scope, &(&self.unit).into());
        is_ours && (!self.own_dues.is_let_off(&activity.phase, &activity.code) || self.is_spoken_of(&activity.code))
    }

    /// Whether somebody has said something of it: that stays on the list, even if we are let off now.
    fn is_spoken_of(&self, code: &str) -> bool {
        self.ids.get(code).is_some_and(|id| self.progress.contains_key(id) || self.evidence.contains_key(id))
    }

    fn plan_item(&self, activity: &Activity) -> ChecklistItem {
        let span = self.schedule.activity(activity);
        let item = ItemParts {
            code: &activity.code,
            title: &activity.title,
            forms: &activity.forms,
            starts_on: span.starts_on,
            due_on: self.own_dues.due_on(&activity.phase, &activity.code, span.ends_on),
            is_proposed: activity.is_proposed || span.is_proposed,
            is_own: false,
        };
        self.item(activity, &item)
    }

    fn own_item(&self, activity: &Activity, own: &StoredOwnActivity) -> ChecklistItem {
        let entered = &own.activity;
        let item = ItemParts {
            code: &own.code,
            title: &entered.title,
            forms: if entered.forms.is_empty() { &activity.forms } else { &entered.forms },
            starts_on: Some(entered.starts_on),
            due_on: Some(entered.due_on),
            is_proposed: false,
            is_own: true,
        };
        self.item(activity, &item)
    }

    fn item(&self, activity: &Activity, parts: &ItemParts<'_>) -> ChecklistItem {
        let id = self.ids.get(parts.code).copied();
        let progress = id.and_then(|id| self.progress.get(&id)).cloned().unwrap_or_default();
        let (days_late, days_left) = completeness::lateness(progress.state, parts.due_on, self.today);
        let n_evidence = id.and_then(|id| self.evidence.get(&id)).map_or(0, Vec::len);
        let n_figures = self.figures.iter().filter(|figure| figure.activity.is_some() && figure.activity == id).count();
        ChecklistItem {
            code: parts.code.to_owned(),
            title: parts.title.to_owned(),
            group: activity.group.clone(),
            phase: activity.phase.clone(),
            stage: activity.stage.clone(),
            forms: parts.forms.to_vec(),
            starts_on: parts.starts_on,
            due_on: parts.due_on,
            is_proposed: parts.is_proposed,
            state: progress.state,
            done_on: progress.done_on,
            reason: progress.reason,
            days_late,
            days_left,
            has_note: !progress.note.is_empty(),
            n_evidence: u32::try_from(n_evidence).unwrap_or(u32::MAX),
            n_figures: u32::try_from(n_figures).unwrap_or(u32::MAX),
            is_own: parts.is_own,
            place: activity.place.clone(),
        }
    }

    /// All phases with their counts.
    pub(crate) fn phase_heads(&self, items: &[ChecklistItem]) -> Vec<PhaseHead> {
        self.plan().phases.iter().map(|phase| self.phase_head(phase, items)).collect()
    }

    pub(crate) fn phase_head(&self, phase: &Phase, items: &[ChecklistItem]) -> PhaseHead {
        let span = self.schedule.phase(phase);
        let is_current = span.holds(self.today);
        let Span { starts_on, ends_on, waits_for, is_proposed, .. } = span;
        PhaseHead {
            code: phase.code.clone(),
            number: phase.number,
            name: phase.name.clone(),
            title: phase.title.clone(),
            starts_on,
            ends_on,
            is_proposed,
            waits_for,
            is_current,
            counts: completeness::count(items.iter().filter(|item| item.phase == phase.code)),
            report_due_on: self.report_due_on(&phase.code, ends_on),
        }
    }

    fn report_due_on(&self, phase: &str, ends_on: Option<NaiveDate>) -> Option<NaiveDate> {
        if self.own_dues.is_let_off(phase, "") {
            return None;
        }
        let fixed = self.due_rule.fixed.iter().find(|due| due.phase == phase).map(|due| due.due_on);
        let days = chrono::TimeDelta::days(i64::from(self.due_rule.days_after_end));
        fixed.or_else(|| ends_on.and_then(|end| end.checked_add_signed(days)))
    }

    /// All reports that are owed.
    pub(crate) fn report_rows(&self, heads: &[PhaseHead]) -> Vec<ReportRow> {
        heads.iter().map(|head| self.report_row(head)).collect()
    }

    pub(crate) fn report_row(&self, head: &PhaseHead) -> ReportRow {
        let report = self.reports.get(&head.code).cloned().unwrap_or_default();
        let (days_late, days_left) = completeness::report_lateness(head.report_due_on, report.sent_on, self.today);
        let has_own_day = self.due_rule.fixed.iter().any(|due| due.phase == head.code);
        ReportRow {
            phase: head.code.clone(),
            phase_name: head.name.clone(),
            phase_title: head.title.clone(),
            state: report.state,
            due_on: head.report_due_on,
            is_proposed: !has_own_day && (self.due_rule.is_proposed || head.is_proposed),
            days_left,
            days_late,
            number: report.number,
            dated_on: report.dated_on,
            sent_on: report.sent_on,
            n_done: head.counts.done,
            n_applicable: head.counts.applicable,
            n_kept_sections: 0,
        }
    }
}

/// What differs between an activity of the plan and one of our own.
struct ItemParts<'a> {
    code: &'a str,
    title: &'a str,
    forms: &'a [String],
    starts_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    is_proposed: bool,
    is_own: bool,
}
