//! What holds for our unit: by the book, by a plan file, and by both. Pure once read.
//!
//! What the unit set itself stays where the leading office has changed nothing: a value is taken from the new file only if it
//! differs from the file that the book had before.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, Result};
use crate::expected::OwnDues;
use crate::model::{CampaignPayload, LevelDue, MilestoneSetting, OurUnit, SentException, SentUnit, UnitLevel};
use crate::plan::{Activity, Plan};
use crate::schedule::Schedule;
use crate::store;

/// The place of a due day or an exception: phase and activity, which is empty for the report.
pub(super) type Duty = (String, String);

/// Who our unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) name: String,
    pub(super) level: UnitLevel,
    pub(super) superior: String,
    pub(super) members: Option<u32>,
}

/// All of it.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    pub(super) unit: Identity,
    pub(super) milestones: BTreeMap<String, MilestoneSetting>,
    /// Days after the end of a phase, and whether that is only proposed.
    pub(super) due: (i32, bool),
    pub(super) fixed: BTreeMap<String, NaiveDate>,
    pub(super) level_dues: BTreeMap<(Duty, UnitLevel), NaiveDate>,
    pub(super) exceptions: BTreeMap<Duty, SentException>,
}

impl Terms {
    /// What holds in the book.
    pub(super) fn of_book(book: &Book) -> Result<Terms> {
        let (current, connection) = (book.current()?, &book.connection);
        let (_, ours) = store::unit::find_ours(connection)?.ok_or_else(|| Error::not_found("unit", current.unit))?;
        let OurUnit { name, level, superior, members, place: _, symbol: _ } = ours;
        let settings = store::campaign::list_milestone_settings(connection, current.campaign)?;
        let rule = store::campaign::read_due_rule(connection, current.campaign)?;
        let level_dues = store::expected::list_level_dues(connection, current.campaign)?;
        let exceptions = store::expected::list_exceptions(connection, current.campaign)?;
        let ours = exceptions.into_iter().filter(|exception| exception.unit == current.unit);
        Ok(Terms {
            unit: Identity { name, level, superior, members },
            milestones: settings.into_iter().map(|setting| (setting.code.clone(), setting)).collect(),
            due: (rule.days_after_end, rule.is_proposed),
            fixed: rule.fixed.into_iter().map(|due| (due.phase, due.due_on)).collect(),
            level_dues: level_dues.into_iter().filter_map(by_level).collect(),
            exceptions: ours
                .map(|one| {
                    let duty = (one.phase.clone(), one.activity.clone());
                    (duty, super::payload::sent_exception(one))
                })
                .collect(),
        })
    }

    /// What a file says to one of its units. `None` if the unit is not in it.
    pub(super) fn of_file(payload: &CampaignPayload, uid: &str) -> Option<Terms> {
        let unit = payload.units.iter().find(|unit| unit.uid == uid)?;
        let above = payload.units.iter().find(|above| above.uid == unit.parent).map(|above| &above.name);
        let (own, of_report): (Vec<_>, Vec<_>) =
            unit.exceptions.iter().partition(|one| !one.activity.is_empty() || one.due_on.is_none());
        let day_of_level = |due: &&crate::model::SentDue| due.activity.is_empty() && due.level == Some(unit.level);
        // Of several days for one report the most special holds: that of all, of the level, of the unit.
        let of_all = payload.dues.iter().filter(|due| due.level.is_none());
        let days = of_all.chain(payload.dues.iter().filter(day_of_level)).map(|due| (due.phase.clone(), due.due_on));
        let days = days.chain(of_report.iter().filter_map(|one| Some((one.phase.clone(), one.due_on?))));
        Some(Terms {
            unit: Identity {
                name: unit.name.clone(),
                level: unit.level,
                superior: above.unwrap_or(&payload.issuer.name).clone(),
                members: unit.members,
            },
            milestones: payload.milestones.iter().map(|one| (one.code.clone(), one.clone())).collect(),
            due: (payload.due_days_after_end, payload.is_due_proposed),
            fixed: days.collect(),
            level_dues: level_dues_for(payload, unit),
            exceptions: own.into_iter().map(|one| ((one.phase.clone(), one.activity.clone()), one.clone())).collect(),
        })
    }

    /// What a plan says before anybody has set anything.
    pub(super) fn of_plan(plan: &Plan, unit: Identity) -> Terms {
        Terms {
            unit,
            milestones: BTreeMap::new(),
            due: (plan.report.due_days_after_end, plan.report.is_due_proposed),
            fixed: BTreeMap::new(),
            level_dues: BTreeMap::new(),
            exceptions: BTreeMap::new(),
        }
    }

    /// What holds after a file: `base` is what the file before it said.
    pub(super) fn amended(&self, base: Option<&Terms>, file: &Terms, plan: &Plan) -> Terms {
        let nothing = Terms::of_plan(plan, self.unit.clone());
        let before = base.unwrap_or(&nothing);
        Terms {
            unit: self.identity(base, file),
            milestones: merged_maps(&before.milestones, &self.milestones, &file.milestones),
            due: if file.due == before.due { self.due } else { file.due },
            fixed: merged_maps(&before.fixed, &self.fixed, &file.fixed),
            level_dues: merged_maps(&before.level_dues, &self.level_dues, &file.level_dues),
            exceptions: merged_maps(&before.exceptions, &self.exceptions, &file.exceptions),
        }
    }

    /// Without an earlier file the official names of the leading office count.
    fn identity(&self, base: Option<&Terms>, file: &Terms) -> Identity {
        let Identity { name, level, superior, members } = &file.unit;
        let base = base.map(|terms| &terms.unit);
        let is_news = |differs: fn(&Identity, &Identity) -> bool| base.is_none_or(|base| differs(base, &file.unit));
        let ours = &self.unit;
        Identity {
            name: if is_news(|one, two| one.name != two.name) { name } else { &ours.name }.clone(),
            level: if is_news(|one, two| one.level != two.level) { *level } else { ours.level },
            superior: if is_news(|one, two| one.superior != two.superior) { superior } else { &ours.superior }.clone(),
            members: if is_news(|one, two| one.members != two.members) {
                members.or(ours.members)
            } else {
                ours.members
            },
        }
    }

    pub(super) fn schedule(&self, plan: &Plan) -> Schedule {
        let settings: Vec<MilestoneSetting> = self.milestones.values().cloned().collect();
        Schedule::resolve(plan, &settings)
    }

    fn own_dues(&self) -> OwnDues {
        let of_level =
            self.level_dues.iter().filter(|((duty, level), _)| *level == self.unit.level && !duty.1.is_empty());
        OwnDues {
            by_level: of_level.map(|(((_, activity), _), day)| (activity.clone(), *day)).collect(),
            exceptions: self.exceptions.iter().map(|(duty, one)| (duty.clone(), one.due_on)).collect(),
        }
    }

    /// The activities of a plan that are ours, with the days they are due.
    pub(super) fn activities<'a>(&self, plan: &'a Plan) -> Vec<(&'a Activity, Option<NaiveDate>)> {
        let (schedule, dues) = (self.schedule(plan), self.own_dues());
        let ours = self.as_unit();
        let is_ours = |activity: &&Activity| {
            crate::expected::applies(&activity.scope, &(&ours).into())
                && !dues.is_let_off(&activity.phase, &activity.code)
        };
        let due =
            |activity: &Activity| dues.due_on(&activity.phase, &activity.code, schedule.activity(activity).ends_on);
        plan.activities.iter().filter(is_ours).map(|activity| (activity, due(activity))).collect()
    }

    /// The activities of a plan for whatever level, with the days that the plan gives them.
    pub(super) fn all_activities<'a>(&self, plan: &'a Plan) -> Vec<(&'a Activity, Option<NaiveDate>)> {
        let schedule = self.schedule(plan);
        plan.activities.iter().map(|activity| (activity, schedule.activity(activity).ends_on)).collect()
    }

    /// The due days of the reports, by phase.
    pub(super) fn report_dues(&self, plan: &Plan) -> BTreeMap<String, Option<NaiveDate>> {
        let (schedule, dues) = (self.schedule(plan), self.own_dues());
        let days = chrono::TimeDelta::days(i64::from(self.due.0));
        let due = |phase: &crate::plan::Phase| {
            let fixed = self.fixed.get(&phase.code).copied();
            let planned = fixed.or_else(|| schedule.phase(phase).ends_on.and_then(|end| end.checked_add_signed(days)));
            planned.filter(|_| !dues.is_let_off(&phase.code, ""))
        };
        plan.phases.iter().map(|phase| (phase.code.clone(), due(phase))).collect()
    }

    fn as_unit(&self) -> OurUnit {
        let Identity { name, level, superior, members } = self.unit.clone();
        OurUnit { name, level, superior, members, place: String::new(), symbol: String::new() }
    }
}

fn by_level(due: LevelDue) -> Option<((Duty, UnitLevel), NaiveDate)> {
    let LevelDue { phase, activity, level, due_on } = due;
    Some((((phase, activity), level), due_on?))
}

/// Days of levels that a unit needs: those of its own for its activities, and all those of the units below it.
fn level_dues_for(payload: &CampaignPayload, unit: &SentUnit) -> BTreeMap<(Duty, UnitLevel), NaiveDate> {
    let below: Vec<UnitLevel> = below(payload, &unit.uid).into_iter().map(|below| below.level).collect();
    let dues = payload.dues.iter().filter_map(|due| Some((due, due.level?)));
    let needed = dues.filter(|(due, level)| below.contains(level) || *level == unit.level && !due.activity.is_empty());
    needed.map(|(due, level)| (((due.phase.clone(), due.activity.clone()), level), due.due_on)).collect()
}

/// The units of a file below one of them, at any depth, each after the one above it.
pub(super) fn below<'a>(payload: &'a CampaignPayload, uid: &str) -> Vec<&'a SentUnit> {
    let mut above = std::collections::HashSet::from([uid]);
    payload.units.iter().filter(|unit| above.contains(unit.parent.as_str()) && above.insert(&unit.uid)).collect()
}

/// A value after a new file, where `base` is that of the file before: what the file changed is taken, the rest is ours.
pub(super) fn merged<T: PartialEq + Clone>(base: Option<&T>, ours: Option<&T>, file: Option<&T>) -> Option<T> {
    if base == file { ours.cloned() } else { file.cloned() }
}

/// The same for every key.
pub(super) fn merged_maps<K: Ord + Clone, V: PartialEq + Clone>(
    base: &BTreeMap<K, V>,
    ours: &BTreeMap<K, V>,
    file: &BTreeMap<K, V>,
) -> BTreeMap<K, V> {
    let keys: std::collections::BTreeSet<&K> = ours.keys().chain(file.keys()).collect();
    let value = |key: &K| merged(base.get(key), ours.get(key), file.get(key)).map(|value| (key.clone(), value));
    keys.into_iter().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn what_the_office_changed_is_taken_and_what_the_unit_set_stays() {
        let cases = [
            ("nobody said anything", None, None, None, None),
            ("the first file sets it", None, None, Some(1), Some(1)),
            ("ours stays where the first file is silent", None, Some(2), None, Some(2)),
            ("the first file wins over ours", None, Some(2), Some(1), Some(1)),
            ("nothing new: ours stays", Some(1), Some(2), Some(1), Some(2)),
            ("nothing new: what we removed stays away", Some(1), None, Some(1), None),
            ("news win over ours", Some(1), Some(2), Some(3), Some(3)),
            ("what the office took back goes", Some(1), Some(1), None, None),
        ];
        for (name, base, ours, file, wanted) in cases {
            assert_eq!(merged(base.as_ref(), ours.as_ref(), file.as_ref()), wanted, "{name}");
        }
    }
}
