//! What a plan file says, out of the book of the office that leads the campaign.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, Result};
use crate::model::{
    CampaignPayload, LevelDue, PlanText, SentDue, SentException, SentUnit, UnitException, UnitFacts, UnitId, UnitNode,
    UnitRef, UnitTree,
};
use crate::store;

/// The names of units in files: those that were given, and those that issuing gives.
pub(super) struct Names {
    known: HashMap<UnitId, String>,
    /// Begins every name that our office gives.
    prefix: String,
}

impl Names {
    pub(super) fn read(book: &Book, key: &str) -> Result<Names> {
        let known = store::unit_uid::list(&book.connection)?;
        Ok(Names { known, prefix: key.chars().take(8).collect() })
    }

    pub(super) fn of(&self, unit: UnitId) -> String {
        self.known.get(&unit).cloned().unwrap_or_else(|| format!("{}-{unit}", self.prefix))
    }

    /// Whether issuing gives it.
    pub(super) fn is_new(&self, unit: UnitId) -> bool {
        !self.known.contains_key(&unit)
    }
}

/// The campaign as it stands today, as version 0 without a note.
pub(super) fn of_today(book: &Book, names: &Names, tree: &UnitTree) -> Result<CampaignPayload> {
    let (current, connection) = (book.current()?, &book.connection);
    let (id, unit) = store::unit::find_ours(connection)?.ok_or_else(|| Error::not_found("unit", current.unit))?;
    let stored = store::campaign::find_first(connection)?.ok_or_else(|| Error::not_found("campaign", ""))?;
    let rule = store::campaign::read_due_rule(connection, current.campaign)?;
    let level_dues = store::expected::list_level_dues(connection, current.campaign)?;
    let of_all = rule.fixed.into_iter().map(|due| SentDue {
        phase: due.phase,
        activity: String::new(),
        level: None,
        due_on: due.due_on,
    });
    let mut exceptions: HashMap<UnitId, Vec<SentException>> = HashMap::new();
    for exception in store::expected::list_exceptions(connection, current.campaign)? {
        exceptions.entry(exception.unit).or_default().push(sent_exception(exception));
    }
    Ok(CampaignPayload {
        plan: PlanText { file_name: stored.plan_file, text: stored.plan_source },
        code: current.plan.code.clone(),
        version: 0,
        issued_on: NaiveDate::default(),
        issuer: UnitRef { uid: names.of(id), name: unit.name, superior: unit.superior, level: unit.level },
        note: String::new(),
        milestones: store::campaign::list_milestone_settings(connection, current.campaign)?,
        due_days_after_end: rule.days_after_end,
        is_due_proposed: rule.is_proposed,
        dues: of_all.chain(level_dues.into_iter().filter_map(of_level)).collect(),
        kinds: tree.kinds.clone(),
        units: tree.units.iter().map(|node| sent_unit(names, node, exceptions.remove(&node.id))).collect(),
        is_sample: book.is_sample(),
    })
}

fn of_level(due: LevelDue) -> Option<SentDue> {
    let LevelDue { phase, activity, level, due_on } = due;
    Some(SentDue { phase, activity, level: Some(level), due_on: due_on? })
}

pub(super) fn sent_exception(exception: UnitException) -> SentException {
    let UnitException { unit: _, phase, activity, due_on, reason, allowed_by, document } = exception;
    SentException { phase, activity, due_on, reason, allowed_by, document }
}

/// Who follows it in our office is nobody else's business, and neither are its contacts.
fn sent_unit(names: &Names, node: &UnitNode, exceptions: Option<Vec<SentException>>) -> SentUnit {
    let UnitNode { id, parent, name, level, kind, facts, depth: _, n_below: _ } = node;
    let UnitFacts { code, members, sector, has_page, followed_by: _ } = facts;
    SentUnit {
        uid: names.of(*id),
        parent: parent.map(|parent| names.of(parent)).unwrap_or_default(),
        name: name.clone(),
        level: *level,
        kind: kind.clone(),
        code: code.clone(),
        members: *members,
        sector: *sector,
        has_page: *has_page,
        exceptions: exceptions.unwrap_or_default(),
    }
}
