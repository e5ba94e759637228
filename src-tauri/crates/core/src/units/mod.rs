//! The units below ours: the tree on a day, one unit with its history, and what can be changed.
//!
//! Our own unit is the root. It stands in no row of the tree and cannot be changed here: what lies directly below it has no
//! parent. Where a unit stands and what it is called has days; its facts and contacts have none.

pub(crate) mod change;
pub(crate) mod check;
pub(crate) mod edit;
mod history;
mod join;
mod kinds;
pub(crate) mod life;
pub mod lineage;
pub(crate) mod sound;
pub mod tree;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, Result};
use crate::model::{UnitDetail, UnitId, UnitSpan, UnitTree};
use crate::store::organisation::span::StoredSpan;
use crate::store::organisation::{contact, descent, kind, span, unit};
use crate::units::lineage::Lineage;

/// Deeper than any organisation; what is entered must not go below it.
pub const DEPTH_LIMIT: usize = 20;

/// Stands for "since ever" where a day is needed. As text, which is how the store compares, it comes before every other day.
pub(crate) const SINCE_EVER: NaiveDate = NaiveDate::MIN;

impl Book {
    /// The units on a day, each after the one above it; neighbours in the order that the office gave them, then by kind, then
    /// by name.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn unit_tree(&self, on: NaiveDate) -> Result<UnitTree> {
        let kinds = kind::list(&self.connection)?;
        let units = tree::build(span::list_placed(&self.connection, on)?, &kinds);
        Ok(UnitTree { on, units, kinds })
    }

    /// All that is known of a unit; its place in the tree on a day.
    ///
    /// # Errors
    /// `not_found`.
    pub fn unit_detail(&self, id: UnitId, on: NaiveDate) -> Result<UnitDetail> {
        let unit::StoredUnit { id, name, level, kind, facts } = unit::get(&self.connection, id)?;
        let spans = span::list(&self.connection, id)?;
        Ok(UnitDetail {
            id,
            name,
            level,
            kind,
            path: self.path_to(&spans, on)?,
            facts,
            contacts: contact::list(&self.connection, id)?,
            exists: span_on(&spans, on).is_some(),
            spans: spans.into_iter().map(|span| self.with_parent_name(span)).collect::<Result<_>>()?,
            descents: descent::list_of(&self.connection, id)?,
        })
    }

    /// Which unit of a day stands for one that has ended before it.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn lineage(&self, on: NaiveDate) -> Result<Lineage> {
        Lineage::read(&self.connection, on)
    }

    /// The unit that somebody means by its code of the office or by its number in the book.
    ///
    /// # Errors
    /// `not_found`.
    pub fn find_unit(&self, typed: &str) -> Result<UnitId> {
        let typed = typed.trim();
        if let Some(found) = unit::find_by_code(&self.connection, typed)? {
            return Ok(found.id);
        }
        let number = typed.parse().map_err(|_| Error::not_found("unit", typed))?;
        unit::get(&self.connection, UnitId(number)).map(|found| found.id)
    }

    /// Units above, the highest first. On a day on which the unit does not exist there are none.
    fn path_to(&self, spans: &[StoredSpan], on: NaiveDate) -> Result<Vec<(UnitId, String)>> {
        let mut path = Vec::new();
        let mut above = span_on(spans, on).and_then(|span| span.place.parent);
        while let Some(parent) = above.filter(|_| path.len() <= DEPTH_LIMIT) {
            let spans = span::list(&self.connection, parent)?;
            let Some(span) = span_on(&spans, on) else { break };
            path.push((parent, span.place.name.clone()));
            above = span.place.parent;
        }
        path.reverse();
        Ok(path)
    }

    /// The unit above by the name it had when the stretch of time ended.
    fn with_parent_name(&self, span: StoredSpan) -> Result<UnitSpan> {
        let StoredSpan { id: _, unit: _, starts_on, ends_on, place, documents } = span;
        let parent_name = match place.parent {
            Some(parent) => {
                let spans = span::list(&self.connection, parent)?;
                let then = ends_on.and_then(|day| span_on(&spans, day)).or(spans.last());
                then.map(|span| span.place.name.clone()).unwrap_or_default()
            }
            None => String::new(),
        };
        let span::Place { parent, name, level, kind, position: _ } = place;
        let span::Documents { began_by, ended_by } = documents;
        Ok(UnitSpan { starts_on, ends_on, parent, parent_name, name, level, kind, began_by, ended_by })
    }
}

/// The stretch of time that a day lies in.
pub(crate) fn span_on(spans: &[StoredSpan], on: NaiveDate) -> Option<&StoredSpan> {
    let holds =
        |span: &&StoredSpan| span.starts_on.is_none_or(|start| start <= on) && span.ends_on.is_none_or(|end| end >= on);
    spans.iter().find(holds)
}
