//! The reports of one unit, as the register has them, without reckoning the whole register: one looks at a unit at once, also
//! among a hundred thousand.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Sheet, count};
use crate::book::Book;
use crate::error::Result;
use crate::expected::{Attributes, Rules};
use crate::model::{LateBy, Named, Receipt, RegisterRow, StructureOf, UnitId, UnitNode, UnitReport};
use crate::plan::Phase;
use crate::store;
use crate::store::organisation::span::{self, Place, StoredSpan};
use crate::store::received::UnitBelow;
use crate::units::span_on;

impl Book {
    /// The reports of one unit, one per phase, by the structure of then.
    ///
    /// # Errors
    /// As [`Book::register`].
    pub fn unit_reports(&self, unit: UnitId, today: NaiveDate) -> Result<Vec<UnitReport>> {
        let rules = Rules::read(self)?;
        let late_by = store::expected::read_late_by(&self.connection, rules.current.campaign)?;
        let spans = span::list(&self.connection, unit)?;
        let one = OneUnit { book: self, rules: &rules, unit, spans, late_by, today };
        let report = |phase: &Phase| {
            let row = one.row(phase)?;
            Ok(UnitReport { phase: Named { code: phase.code.clone(), name: phase.name.clone() }, row })
        };
        rules.current.plan.phases.iter().map(report).collect()
    }
}

struct OneUnit<'a> {
    book: &'a Book,
    rules: &'a Rules,
    unit: UnitId,
    spans: Vec<StoredSpan>,
    late_by: LateBy,
    today: NaiveDate,
}

/// The unit on a day.
enum OnDay {
    Stands(UnitNode),
    NotThere,
    /// It stands below something that does not exist, or in a circle: only the whole tree says where it is shown.
    Damaged,
}

impl OneUnit<'_> {
    fn row(&self, phase: &Phase) -> Result<Option<RegisterRow>> {
        let (connection, campaign) = (&self.book.connection, self.rules.current.campaign);
        let on = self.rules.day_that_counts(phase, self.today);
        let receipt = store::received::find(connection, campaign, &phase.code, self.unit)?;
        let (node, exists) = match self.on_day(on)? {
            OnDay::Stands(node) => (node, true),
            OnDay::NotThere if receipt.is_none() => return Ok(None),
            OnDay::NotThere => (self.book.stranger(self.unit)?, false),
            OnDay::Damaged => {
                let register = self.book.register(&phase.code, StructureOf::Then, self.today)?;
                return Ok(register.rows.into_iter().find(|row| row.unit == self.unit));
            }
        };
        let reminded = store::received::find_last_reminder(connection, campaign, &phase.code, self.unit)?;
        let last =
            store::received_file::list_of_unit(connection, campaign, (self.unit, &phase.code))?.into_iter().next();
        let sheet = Sheet {
            rules: self.rules,
            phase,
            receipts: &receipt.map(|receipt| (self.unit, receipt)).into_iter().collect(),
            reminded: &reminded.map(|day| (self.unit, day)).into_iter().collect::<HashMap<_, _>>(),
            came: &last.map(|last| (self.unit, last.head.received_on)).into_iter().collect(),
            late_by: self.late_by,
            today: self.today,
        };
        let mut row = sheet.row(&node, exists);
        if exists {
            self.add_below(phase, on, &mut row)?;
        }
        Ok(Some(row))
    }

    fn add_below(&self, phase: &Phase, on: NaiveDate, row: &mut RegisterRow) -> Result<()> {
        let campaign = self.rules.current.campaign;
        let take = |below: &UnitBelow, receipt: Option<&Receipt>| {
            let attributes = Attributes::of((below.level, &below.kind), &below.facts);
            let expected = self.rules.report(below.id, &attributes, phase);
            row.rate += count::counted(&expected, receipt, self.late_by, self.today);
        };
        store::received::each_below(&self.book.connection, (campaign, &phase.code), (self.unit, on), take)
    }

    fn on_day(&self, on: NaiveDate) -> Result<OnDay> {
        let Some(span) = span_on(&self.spans, on) else { return Ok(OnDay::NotThere) };
        let mut line = vec![self.unit];
        let mut next = span.place.parent;
        while let Some(parent) = next {
            let spans = span::list(&self.book.connection, parent)?;
            let Some(above) = span_on(&spans, on).filter(|_| !line.contains(&parent)) else {
                return Ok(OnDay::Damaged);
            };
            line.push(parent);
            next = above.place.parent;
        }
        let Place { parent, name, level, kind, position: _ } = span.place.clone();
        let depth = u8::try_from(line.len() - 1).unwrap_or(u8::MAX);
        let facts = store::organisation::unit::get(&self.book.connection, self.unit)?.facts;
        Ok(OnDay::Stands(UnitNode { id: self.unit, parent, name, level, kind, facts, depth, n_below: 0 }))
    }
}
