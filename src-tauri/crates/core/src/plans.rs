//! Plans to choose from, and how one from a file stands to the plan that the book carries out.

use chrono::NaiveDate;
use rusqlite::Transaction;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{CampaignId, Op, Outcome, PlanComparison, PlanHead, PlanPart, PlannedPhase};
use crate::plan::{self, Plan, PlanFile};
use crate::schedule::Schedule;
use crate::store;
use crate::timeline::document_line;

/// Plan templates that the program brings along.
///
/// # Errors
/// `bad_plan`, which a test of the program excludes.
pub fn list_plans() -> Result<Vec<PlanHead>> {
    let loaded = plan::built_in().iter().map(|template| Plan::load(template.file_name, template.source));
    loaded.map(|plan| plan.map(|plan| head(&plan))).collect()
}

/// What is shown of a plan before it is chosen.
pub fn head(plan: &Plan) -> PlanHead {
    let schedule = Schedule::resolve(plan, &[]);
    let planned = |phase: &plan::Phase| {
        let span = schedule.phase(phase);
        PlannedPhase {
            name: phase.name.clone(),
            title: phase.title.clone(),
            starts_on: span.starts_on,
            ends_on: span.ends_on,
        }
    };
    PlanHead {
        code: plan.code.clone(),
        title: plan.document.title.clone(),
        document: document_line(plan),
        issuer: plan.document.issuer.clone(),
        motto: plan.document.motto.clone(),
        phases: plan.phases.iter().map(planned).collect(),
        n_activities: count(plan.activities.len()),
        milestones: schedule.milestones(),
    }
}

impl Book {
    /// How a plan stands to the one that this book carries out; `None` as long as the book is not set up.
    pub fn compare_plan(&self, other: &Plan) -> Option<PlanComparison> {
        let ours = self.current().ok()?.plan;
        Some(PlanComparison {
            is_same_plan: ours.code == other.code,
            differs_in: differences(&ours, other),
            n_activities_in_book: count(ours.activities.len()),
        })
    }

    /// Gives the campaign an amended plan of the same code, out of a template. Ticks, figures and texts stay; what the plan no
    /// longer asks for stays in the book and is no longer shown.
    ///
    /// # Errors
    /// `not_set_up`; `other_plan` for a plan of another code; `campaign_not_ours` if another office leads the campaign, whose
    /// plan file brings the amendments.
    pub fn amend_plan(&mut self, moment: &Moment, file: &PlanFile) -> Result<Outcome> {
        let current = self.current()?;
        let PlanFile { text, plan } = file;
        self.refuse_amending(plan, moment.today)?;
        let change = Change::of(Op::AmendPlan, plan.document.number.as_str());
        let outcome = self.transact(moment, &change, |transaction| {
            write_amended(transaction, current.campaign, plan, (&text.file_name, &text.text))
        })?;
        self.reload_plan()?;
        Ok(outcome)
    }

    /// Refuses a plan that is not an amendment of ours to make.
    pub(crate) fn refuse_amending(&self, plan: &Plan, today: NaiveDate) -> Result<()> {
        let current = self.current()?;
        if plan.code != current.plan.code {
            return Err(Error::refused(ErrorCode::OtherPlan, "amending the plan")
                .with("plan", &plan.document.title)
                .with("ours", &current.plan.document.title));
        }
        let issue = self.campaign_issue(today)?;
        if issue.is_led_by_other {
            return Err(Error::refused(ErrorCode::CampaignNotOurs, "amending the plan").with("issuer", issue.issuer));
        }
        Ok(())
    }
}

/// Writes another text of the plan, and the activities that are new in it.
pub(crate) fn write_amended(
    transaction: &Transaction<'_>,
    campaign: CampaignId,
    plan: &Plan,
    (file_name, text): (&str, &str),
) -> Result<()> {
    store::campaign::set_plan(transaction, campaign, file_name, text)?;
    let known = store::activity::list_ids(transaction, campaign)?;
    let codes = plan.activities.iter().map(|activity| activity.code.as_str());
    store::activity::add_of_plan(transaction, campaign, codes.filter(|code| !known.contains_key(*code)))
}

/// The parts in which two plans differ. Taken apart whole, so that a new part of a plan is not forgotten here.
pub(crate) fn differences(one: &Plan, other: &Plan) -> Vec<PlanPart> {
    let Plan {
        code,
        document,
        cites,
        milestones,
        phases,
        contents,
        forms,
        groups,
        activities,
        indicators,
        indicator_groups,
        report,
    } = one;
    let is_same_document = *code == other.code && *document == other.document && *cites == other.cites;
    let parts = [
        (PlanPart::Document, is_same_document),
        (PlanPart::Dates, *milestones == other.milestones && *phases == other.phases),
        (PlanPart::Forms, *contents == other.contents && *forms == other.forms && *groups == other.groups),
        (PlanPart::Activities, *activities == other.activities),
        (PlanPart::Indicators, *indicators == other.indicators && *indicator_groups == other.indicator_groups),
        (PlanPart::Report, *report == other.report),
    ];
    parts.into_iter().filter(|(_, is_same)| !is_same).map(|(part, _)| part).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
