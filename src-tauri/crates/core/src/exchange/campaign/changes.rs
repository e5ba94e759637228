//! What a plan file would change for our unit, line by line. Pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::below::Below;
use super::terms::{Identity, Terms};
use crate::model::{CampaignChange, CampaignChangeKind, MilestoneKind, PlanPart};
use crate::plan::{Activity, Plan};
use crate::plans;

/// The plan and what holds with it.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) plan: &'a Plan,
    pub(super) terms: &'a Terms,
}

/// All lines, the most important first: our own unit, due days of reports, milestones, activities, figures, the plan's
/// wording, units.
pub(super) fn list(before: Side<'_>, after: Side<'_>, below: &Below) -> Vec<CampaignChange> {
    let mut lines = our_unit(&before.terms.unit, &after.terms.unit);
    let (old, new) = (before.terms.activities(before.plan), after.terms.activities(after.plan));
    lines.extend(of_plan((before, after), activities(&old, &new)));
    lines.extend(units(below));
    lines
}

/// The same for the office that writes the plan: the activities of all levels.
pub(super) fn list_for_all_levels(before: Side<'_>, after: Side<'_>) -> Vec<CampaignChange> {
    let (old, new) = (before.terms.all_activities(before.plan), after.terms.all_activities(after.plan));
    of_plan((before, after), activities(&old, &new))
}

fn of_plan((before, after): (Side<'_>, Side<'_>), activities: Vec<CampaignChange>) -> Vec<CampaignChange> {
    let mut lines = report_dues(before, after);
    lines.extend(milestones(before, after));
    lines.extend(activities);
    lines.extend(indicators(before.plan, after.plan));
    let differs = plans::differences(before.plan, after.plan);
    let is_wording = |part: &PlanPart| matches!(part, PlanPart::Document | PlanPart::Forms | PlanPart::Report);
    if differs.iter().any(is_wording) || lines.is_empty() && !differs.is_empty() {
        lines.push(line(CampaignChangeKind::PlanText, ""));
    }
    lines
}

fn line(kind: CampaignChangeKind, title: &str) -> CampaignChange {
    CampaignChange {
        kind,
        title: title.to_owned(),
        before: String::new(),
        after: String::new(),
        before_on: None,
        after_on: None,
    }
}

fn texts(kind: CampaignChangeKind, title: &str, before: &str, after: &str) -> CampaignChange {
    CampaignChange { before: before.to_owned(), after: after.to_owned(), ..line(kind, title) }
}

fn days(
    kind: CampaignChangeKind,
    title: &str,
    (before_on, after_on): (Option<NaiveDate>, Option<NaiveDate>),
) -> Option<CampaignChange> {
    (before_on != after_on).then(|| CampaignChange { before_on, after_on, ..line(kind, title) })
}

fn our_unit(before: &Identity, after: &Identity) -> Vec<CampaignChange> {
    let kind = CampaignChangeKind::OurUnit;
    let members = |unit: &Identity| unit.members.map(|members| members.to_string()).unwrap_or_default();
    // A level is shown by the activities that come and go with it.
    let pairs = [
        (before.name.clone(), after.name.clone()),
        (before.superior.clone(), after.superior.clone()),
        (members(before), members(after)),
    ];
    let differing = pairs.into_iter().filter(|(before, after)| before != after);
    differing.map(|(before, after)| texts(kind, "", &before, &after)).collect()
}

fn report_dues(before: Side<'_>, after: Side<'_>) -> Vec<CampaignChange> {
    let (old, new) = (before.terms.report_dues(before.plan), after.terms.report_dues(after.plan));
    let due = |dues: &BTreeMap<String, Option<NaiveDate>>, phase: &str| dues.get(phase).copied().flatten();
    let phases = after.plan.phases.iter();
    let moved = phases.filter_map(|phase| {
        days(CampaignChangeKind::ReportDue, &phase.name, (due(&old, &phase.code), due(&new, &phase.code)))
    });
    moved.collect()
}

/// Boundaries have no sign of their own: they are seen in the days of what hangs on them.
fn milestones(before: Side<'_>, after: Side<'_>) -> Vec<CampaignChange> {
    let old = before.terms.schedule(before.plan).milestones();
    let new = after.terms.schedule(after.plan).milestones();
    let shown = new.iter().filter(|milestone| milestone.kind != MilestoneKind::Boundary);
    let moved = shown.filter_map(|milestone| {
        let known = old.iter().find(|known| known.code == milestone.code);
        days(CampaignChangeKind::Milestone, &milestone.name, (known.and_then(|known| known.on), milestone.on))
    });
    moved.collect()
}

/// An activity with the day it is due.
pub(super) type Dated<'a> = (&'a Activity, Option<NaiveDate>);

fn activities(old: &[Dated<'_>], new: &[Dated<'_>]) -> Vec<CampaignChange> {
    use CampaignChangeKind::{ActivityDue, ActivityGone, ActivityNew, ActivityTitle};
    let known: BTreeMap<&str, &Dated<'_>> = old.iter().map(|pair| (pair.0.code.as_str(), pair)).collect();
    let mut lines = Vec::new();
    for (activity, due) in new {
        match known.get(activity.code.as_str()) {
            None => lines.push(CampaignChange { after_on: *due, ..line(ActivityNew, &activity.title) }),
            Some((old, old_due)) => {
                if old.title != activity.title {
                    lines.push(texts(ActivityTitle, &activity.title, &old.title, &activity.title));
                }
                lines.extend(days(ActivityDue, &activity.title, (*old_due, *due)));
            }
        }
    }
    let is_gone = |code: &str| !new.iter().any(|(activity, _)| activity.code == code);
    let gone = old.iter().filter(|(activity, _)| is_gone(&activity.code));
    lines.extend(gone.map(|(activity, due)| CampaignChange { before_on: *due, ..line(ActivityGone, &activity.title) }));
    lines.sort_by_key(|line| line.kind);
    lines
}

fn indicators(before: &Plan, after: &Plan) -> Vec<CampaignChange> {
    let missing = |plan: &Plan, code: &str| !plan.indicators.iter().any(|indicator| indicator.code == code);
    let new = after.indicators.iter().filter(|indicator| missing(before, &indicator.code));
    let gone = before.indicators.iter().filter(|indicator| missing(after, &indicator.code));
    let new = new.map(|indicator| line(CampaignChangeKind::IndicatorNew, &indicator.name));
    new.chain(gone.map(|indicator| line(CampaignChangeKind::IndicatorGone, &indicator.name))).collect()
}

fn units(below: &Below) -> Vec<CampaignChange> {
    use CampaignChangeKind::{UnitGone, UnitName, UnitNew, UnitPlace};
    let names: BTreeMap<&str, &str> =
        below.units.iter().map(|unit| (unit.sent.uid.as_str(), unit.name.as_str())).collect();
    let above = |uid: &Option<String>| {
        uid.as_deref().and_then(|uid| names.get(uid)).map(|name| (*name).to_owned()).unwrap_or_default()
    };
    let mut lines = Vec::new();
    for unit in &below.units {
        match (&unit.known, &unit.moves_to) {
            (None, above_it) => {
                let above_it = above_it.as_ref().map(&above).unwrap_or_default();
                lines.push(texts(UnitNew, &unit.name, "", &above_it));
            }
            (Some(known), moves_to) => {
                if known.name != unit.name {
                    lines.push(texts(UnitName, &unit.name, &known.name, &unit.name));
                }
                if let Some(above_it) = moves_to {
                    let parent = below.units.iter().filter_map(|unit| unit.known.as_ref());
                    let mut parents = parent.filter(|parent| Some(parent.id) == known.parent);
                    let old = parents.next().map(|parent| parent.name.clone()).unwrap_or_default();
                    lines.push(texts(UnitPlace, &unit.name, &old, &above(above_it)));
                }
            }
        }
    }
    lines.extend(below.gone.iter().map(|name| line(UnitGone, name)));
    lines.sort_by_key(|line| line.kind);
    lines
}
