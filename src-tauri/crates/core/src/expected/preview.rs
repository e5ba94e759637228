//! What a change of a unit, or of a kind of units, would change in what is expected, before it is saved.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rules::Rules;
use super::seen::SeenUnit;
use crate::book::Book;
use crate::error::Result;
use crate::model::{ExpectationChange, ExpectationCount, ExpectedItem, KindExpectation, UnitFacts, UnitId, UnitKind};
use crate::store::organisation::span;
use crate::text;
use crate::units::check;

impl Book {
    /// How other facts would change what is expected of a unit, before they are saved.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn preview_facts(&self, unit: UnitId, facts: &UnitFacts, today: NaiveDate) -> Result<ExpectationChange> {
        let seen = SeenUnit::read(&self.connection, unit)?;
        Ok(difference(&Rules::read(self)?, &seen, &seen.clone().with_facts(facts), today))
    }

    /// How another kind, and with it perhaps another level, would change what is expected of a unit, before it is saved.
    /// `on` is the first day of the new kind; `None` puts a wrong kind right ([`Book::correct_unit`]). A day in the future
    /// tells what will then be different.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for unit or kind.
    pub fn preview_kind(
        &self,
        unit: UnitId,
        kind: &str,
        on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<ExpectationChange> {
        let seen = SeenUnit::read(&self.connection, unit)?;
        let kind = check::read_kind(&self.connection, kind)?;
        let day = on.map_or(today, |on| on.max(today));
        Ok(difference(&Rules::read(self)?, &seen, &seen.clone().with_kind(&kind, on), day))
    }

    /// How another level of a kind would change what is expected of its units, before it is saved. A kind that is not yet
    /// there has no units.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn preview_unit_kind(&self, kind: &UnitKind, today: NaiveDate) -> Result<KindExpectation> {
        let rules = Rules::read(self)?;
        let kind = UnitKind { code: text::file_name(&kind.code).to_lowercase(), ..kind.clone() };
        let mut sums = [BTreeMap::new(), BTreeMap::new(), BTreeMap::new()];
        let mut n_units = 0;
        for unit in span::list_units_of_kind(&self.connection, &kind.code)? {
            let seen = SeenUnit::read(&self.connection, unit)?;
            let ExpectationChange { added, removed, redated } =
                difference(&rules, &seen, &seen.clone().with_level_of(&kind), today);
            n_units += u32::from(!(added.is_empty() && removed.is_empty() && redated.is_empty()));
            for (sum, items) in sums.iter_mut().zip([added, removed, redated]) {
                for item in items {
                    *sum.entry((item.phase, item.activity, item.title)).or_default() += 1;
                }
            }
        }
        let [added, removed, redated] = sums.map(counts);
        Ok(KindExpectation { n_units, added, removed, redated })
    }
}

/// In how many units, by phase.
fn counts(sums: BTreeMap<(String, String, String), u32>) -> Vec<ExpectationCount> {
    let count = |((phase, activity, title), n_units)| ExpectationCount { phase, activity, title, n_units };
    sums.into_iter().map(count).collect()
}

/// What is expected of a unit as it is, and as it would be.
fn difference(rules: &Rules, before: &SeenUnit, after: &SeenUnit, today: NaiveDate) -> ExpectationChange {
    let expected = |unit| {
        let mut items = rules.items(unit, today);
        items.retain(|item| item.exception.as_ref().is_none_or(|exception| exception.due_on.is_some()));
        items
    };
    let (before, mut added) = (expected(before), expected(after));
    let is_same =
        |item: &ExpectedItem, other: &ExpectedItem| (&item.phase, &item.activity) == (&other.phase, &other.activity);
    let removed = before.iter().filter(|item| !added.iter().any(|other| is_same(item, other))).cloned().collect();
    let mut redated = Vec::new();
    added.retain(|item| match before.iter().find(|other| is_same(item, other)) {
        Some(known) => {
            redated.extend(Some(item).filter(|item| item.due_on != known.due_on).cloned());
            false
        }
        None => true,
    });
    ExpectationChange { added, removed, redated }
}
