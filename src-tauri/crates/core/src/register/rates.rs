//! The numbers of every register without their rows, for the first screen of the day.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::count::{Expectation, counted};
use crate::book::Book;
use crate::error::Result;
use crate::expected::{Attributes, Rules};
use crate::model::{LateBy, Named, PhaseRate, ReportRate, UnitId, UnitNode};
use crate::plan::Phase;
use crate::store;

impl Book {
    /// How many reports of each phase that has begun are there, by the structure of then: the totals of the registers.
    ///
    /// # Errors
    /// As [`Book::register`].
    pub fn report_rates(&self, today: NaiveDate) -> Result<Vec<PhaseRate>> {
        let rules = Rules::read(self)?;
        let late_by = store::expected::read_late_by(&self.connection, rules.current.campaign)?;
        let has_begun = |phase: &&Phase| rules.schedule.phase(phase).starts_on.is_some_and(|start| start <= today);
        // Phases that run are looked at on the same day.
        let mut trees: BTreeMap<NaiveDate, Vec<UnitNode>> = BTreeMap::new();
        let mut rates = Vec::new();
        for phase in rules.current.plan.phases.iter().filter(has_begun) {
            let on = rules.day_that_counts(phase, today);
            let tree = match trees.entry(on) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(new) => new.insert(self.unit_tree(on)?.units),
            };
            let rate = self.report_rate(&rules, (phase, tree), late_by, today)?;
            rates.push(PhaseRate { phase: Named { code: phase.code.clone(), name: phase.name.clone() }, rate });
        }
        Ok(rates)
    }

    fn report_rate(
        &self,
        rules: &Rules,
        (phase, then): (&Phase, &[UnitNode]),
        late_by: LateBy,
        today: NaiveDate,
    ) -> Result<ReportRate> {
        let receipts = store::received::list(&self.connection, rules.current.campaign, &phase.code)?;
        let mut rate = ReportRate::default();
        for node in then {
            let (expected, receipt) = (rules.report(node.id, &Attributes::from(node), phase), receipts.get(&node.id));
            rate += counted(&expected, receipt, late_by, today);
        }
        let known: HashSet<UnitId> = then.iter().map(|node| node.id).collect();
        for (_, receipt) in receipts.iter().filter(|(unit, _)| !known.contains(unit)) {
            rate += counted(&Expectation::default(), Some(receipt), late_by, today);
        }
        Ok(rate)
    }
}
