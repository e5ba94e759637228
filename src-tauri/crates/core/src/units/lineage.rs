//! Which unit of today stands for one of then.
//!
//! A unit that went up in another one is represented by that one. A unit that ended in another way, by closing or because
//! others were made out of it, is represented by the unit that was above it: to give what it reported to one of its parts
//! would invent a report of that part, while one step higher the sum is right. Each step is taken again until a unit is
//! reached that exists, or ours.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::error::Result;
use crate::model::UnitId;
use crate::store::organisation::{descent, span};

/// Units that have ended by a day, with what stands for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lineage {
    /// `None`: our unit.
    next: HashMap<UnitId, Option<UnitId>>,
}

impl Lineage {
    /// Reads what has ended by a day.
    pub(crate) fn read(connection: &Connection, on: NaiveDate) -> Result<Lineage> {
        let mut merged = descent::list_merged(connection, on)?;
        let ended = span::list_ended(connection, on)?;
        let next = ended.into_iter().map(|(unit, parent)| (unit, merged.remove(&unit).or(parent)));
        Ok(Lineage { next: next.collect() })
    }

    /// The unit that stands for `unit`: itself while it exists; `None` if that is our unit.
    pub fn stands_for(&self, unit: UnitId) -> Option<UnitId> {
        let mut current = unit;
        // No chain is longer than all units that have ended.
        for _ in 0..=self.next.len() {
            match self.next.get(&current) {
                None => return Some(current),
                Some(next) => current = (*next)?,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_of_then_is_followed_until_one_exists() {
        let id = UnitId;
        let lineage = Lineage {
            next: HashMap::from([
                (id(1), Some(id(2))),
                (id(2), Some(id(3))),
                (id(4), None),
                (id(5), Some(id(4))),
                (id(8), Some(id(9))),
                (id(9), Some(id(8))),
            ]),
        };
        let cases = [(1, Some(3)), (2, Some(3)), (3, Some(3)), (4, None), (5, None), (7, Some(7)), (8, None)];
        for (then, today) in cases {
            assert_eq!(lineage.stands_for(id(then)), today.map(id), "unit {then}");
        }
    }
}
