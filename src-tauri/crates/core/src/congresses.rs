//! The congresses of the units: planned, held, late, and what that says of the milestone of their level.

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::expected::Rules;
use crate::history::{Change, Moment};
use crate::model::{Congress, CongressLevel, CongressList, CongressRow, Op, Outcome, UnitNode};
use crate::plan::Milestone;
use crate::schedule::{Schedule, days_left, late_by};
use crate::{store, text};

const PLACE_LIMIT: usize = 300;
const RESULT_LIMIT: usize = 5_000;
/// More delegates than any congress has: a slip of the finger.
const DELEGATES_LIMIT: u32 = 5_000;

impl Book {
    /// All congresses of the units that exist today, and how far each level is.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn congresses(&self, today: NaiveDate) -> Result<CongressList> {
        let rules = Rules::read(self)?;
        let known = store::congress::list(&self.connection, rules.current.campaign)?;
        let milestones: Vec<_> =
            rules.current.plan.milestones.iter().filter(|milestone| !milestone.congress_of.is_empty()).collect();
        let mut levels: Vec<_> = milestones.iter().map(|milestone| level(milestone, &rules.schedule)).collect();
        let mut rows = Vec::new();
        for node in &self.unit_tree(today)?.units {
            let of_level = levels.iter_mut().find(|level| level.levels.contains(&node.level));
            let congress = known.get(&node.id).cloned().unwrap_or_else(|| Congress::of(node.id));
            let row = row(node, congress, of_level.as_ref().and_then(|level| level.due_on), today);
            if let Some(level) = of_level {
                count(level, &row);
            }
            rows.push(row);
        }
        levels.iter_mut().for_each(|level| propose(level, &rows));
        Ok(CongressList { levels, rows })
    }

    /// Says what is known of a unit's congress.
    ///
    /// # Errors
    /// `not_found` for the unit, `date_in_future` for one that was held, `dates_out_of_order`, `out_of_range`, `too_long`.
    pub fn set_congress(&mut self, moment: &Moment, congress: &Congress) -> Result<Outcome> {
        let campaign = self.current()?.campaign;
        let name = self.unit_detail(congress.unit, moment.today)?.name;
        let congress = checked(congress, moment.today)?;
        self.transact(moment, &Change::of(Op::SetCongress, name), |transaction| {
            store::congress::set(transaction, campaign, &congress)
        })
    }
}

fn level(milestone: &Milestone, schedule: &Schedule) -> CongressLevel {
    let view = schedule.milestones().into_iter().find(|view| view.code == milestone.code);
    CongressLevel {
        milestone: milestone.code.clone(),
        name: milestone.name.clone(),
        levels: milestone.congress_of.clone(),
        expected: 0,
        held: 0,
        held_late: 0,
        overdue: 0,
        due_on: view.and_then(|view| view.until.or(view.on)),
        proposed_on: None,
    }
}

fn row(node: &UnitNode, congress: Congress, due_on: Option<NaiveDate>, today: NaiveDate) -> CongressRow {
    let last = congress.held_until.or(congress.held_on);
    CongressRow {
        name: node.name.clone(),
        level: node.level,
        depth: node.depth,
        due_on,
        days_late: due_on.and_then(|due| late_by(due, last.unwrap_or(today))),
        days_left: due_on.filter(|_| last.is_none()).and_then(|due| days_left(due, today)),
        is_planned_late: last.is_none() && congress.planned_on.zip(due_on).is_some_and(|(planned, due)| planned > due),
        congress,
    }
}

fn count(level: &mut CongressLevel, row: &CongressRow) {
    let is_held = row.congress.held_on.is_some();
    level.expected += 1;
    level.held += u32::from(is_held);
    level.held_late += u32::from(is_held && row.days_late.is_some());
    level.overdue += u32::from(!is_held && row.days_late.is_some());
}

/// When every unit of a level has held its congress, the milestone may take over the day of the last one.
fn propose(level: &mut CongressLevel, rows: &[CongressRow]) {
    if level.expected > 0 && level.held == level.expected {
        let of_level = rows.iter().filter(|row| level.levels.contains(&row.level));
        level.proposed_on = of_level.filter_map(|row| row.congress.held_until.or(row.congress.held_on)).max();
    }
}

fn checked(congress: &Congress, today: NaiveDate) -> Result<Congress> {
    let Congress { held_on, held_until, delegates, .. } = congress;
    if let Some(day) = held_on.iter().chain(held_until).find(|day| **day > today) {
        return Err(Error::refused(ErrorCode::DateInFuture, "entering a congress").with("date", text::short_date(*day)));
    }
    if let Some((start, end)) = held_on.zip(*held_until).filter(|(start, end)| start > end) {
        return Err(Error::refused(ErrorCode::DatesOutOfOrder, "entering a congress")
            .with("start", text::short_date(start))
            .with("end", text::short_date(end)));
    }
    if delegates.is_some_and(|delegates| delegates > DELEGATES_LIMIT) {
        return Err(Error::refused(ErrorCode::OutOfRange, "entering a congress")
            .with("field", "delegates")
            .with("from", 0)
            .with("to", DELEGATES_LIMIT));
    }
    Ok(Congress {
        held_until: held_until.filter(|_| held_on.is_some()),
        place: text::limited("place", text::clean_line(&congress.place), PLACE_LIMIT)?,
        result: text::limited("result", text::clean_text(&congress.result), RESULT_LIMIT)?,
        ..congress.clone()
    })
}
