//! What moves with a milestone: shown before the user agrees, and after.

use super::{Schedule, Span};
use crate::model::{MovedItem, MovedKind};
use crate::plan::Plan;

/// Everything whose days differ between two schedules of one plan: phases, then milestones, then activities, each in the
/// order of the plan. A milestone that the user himself set differently is the cause and not listed.
///
/// Activities of all levels are listed; the caller leaves out those that are not the unit's.
pub fn moved(before: &Schedule, after: &Schedule, plan: &Plan) -> Vec<MovedItem> {
    let phases = plan.phases.iter().filter_map(|phase| {
        item(MovedKind::Phase, &phase.code, &phase.name, &before.phase(phase), &after.phase(phase))
    });
    let activities = plan.activities.iter().filter_map(|activity| {
        let (old, new) = (before.activity(activity), after.activity(activity));
        item(MovedKind::Activity, &activity.code, &activity.title, &old, &new)
    });
    phases.chain(milestones(before, after)).chain(activities).collect()
}

fn milestones(before: &Schedule, after: &Schedule) -> Vec<MovedItem> {
    let pairs = before.milestones.iter().zip(&after.milestones);
    let moved = pairs.filter(|(old, new)| old.start.on != new.start.on || old.end.on != new.end.on);
    let followers = moved.filter(|(old, _)| before.setting(&old.view.code) == after.setting(&old.view.code));
    followers
        .map(|(old, new)| MovedItem {
            kind: MovedKind::Milestone,
            code: new.view.code.clone(),
            title: new.view.name.clone(),
            old_starts_on: old.start.on,
            old_ends_on: old.end.on,
            new_starts_on: new.start.on,
            new_ends_on: new.end.on,
        })
        .collect()
}

fn item(kind: MovedKind, code: &str, title: &str, old: &Span, new: &Span) -> Option<MovedItem> {
    let has_moved = old.starts_on != new.starts_on || old.ends_on != new.ends_on;
    has_moved.then(|| MovedItem {
        kind,
        code: code.to_owned(),
        title: title.to_owned(),
        old_starts_on: old.starts_on,
        old_ends_on: old.ends_on,
        new_starts_on: new.starts_on,
        new_ends_on: new.ends_on,
    })
}
