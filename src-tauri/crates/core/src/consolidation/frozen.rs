//! The cut-off: what was added up is kept as it was, with the hashes of the files that counted, and can be added up again from
//! them byte for byte.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::gathered::{Gathered, is_late};
use super::places::Places;
use super::tally::{Column, Node, NodeReport, tally};
use super::{figures_of, table_now};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    ChangedUnit, ConsolidationChanges, FrozenConsolidation, FrozenFile, FrozenHead, FrozenUnit, Op, Outcome,
    SinceFrozen, UnitId,
};
use crate::reports::versions::standing::{self, Standing};
use crate::snapshot::Snapshot;
use crate::{store, text};

const FORMAT: u32 = 1;
const NOTE_LIMIT: usize = 500;

impl Book {
    /// Freezes what the units below brought to a phase: from here on our report says it. What was frozen before stays kept.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`, `too_long`; `nothing_to_consolidate` while no report with figures counts.
    pub fn freeze_consolidation(&mut self, moment: &Moment, phase: &str, note: &str) -> Result<Outcome> {
        let current = self.current()?;
        let places = Places::of(&current.plan);
        let gathered = Gathered::read(self, &places, phase, moment.today)?;
        let n_units = gathered.counting().count();
        if n_units == 0 {
            return Err(Error::refused(ErrorCode::NothingToConsolidate, "freezing figures").with("phase", phase));
        }
        let columns = tally(&places, &gathered.nodes, |_, _| {});
        let frozen = FrozenConsolidation {
            format: FORMAT,
            plan: current.plan.code.clone(),
            phase: phase.to_owned(),
            on: gathered.on,
            frozen_at: moment.instant(),
            coverage: coverage_of(&columns),
            figures: figures_of(&places, &columns),
            units: units_of(&gathered),
        };
        let content = written(&frozen)?;
        let head = FrozenHead {
            frozen_at: frozen.frozen_at,
            frozen_on: moment.today,
            who: moment.who.clone(),
            note: text::limited("note", text::clean_line(note), NOTE_LIMIT)?,
            sha256: sha256(content.as_bytes()),
            n_units: u32::try_from(n_units).unwrap_or(u32::MAX),
        };
        let named = current.plan.phases.iter().find(|known| known.code == phase);
        let subject = named.map(|phase| phase.name.clone()).unwrap_or_default();
        let change = Change::of(Op::FreezeConsolidation, subject);
        self.transact(moment, &change, |transaction| {
            store::consolidation::add(transaction, current.campaign, phase, &head, &content)
        })
    }

    /// What was frozen last for a phase, byte for byte.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn frozen_consolidation(&self, phase: &str) -> Result<String> {
        Ok(self.find_frozen(phase)?.1)
    }

    /// The same, reckoned again from the files that were kept: equal to [`Book::frozen_consolidation`] unless the book was
    /// damaged.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` if nothing was frozen or one of the files is not kept any more.
    pub fn consolidation_again(&self, phase: &str) -> Result<String> {
        let (_, content) = self.find_frozen(phase)?;
        let frozen = read(&content)?;
        let places = Places::of(&self.current()?.plan);
        let nodes: Vec<Node> =
            frozen.units.iter().map(|unit| self.node_again(&places, phase, unit)).collect::<Result<_>>()?;
        let columns = tally(&places, &nodes, |_, _| {});
        written(&FrozenConsolidation {
            coverage: coverage_of(&columns),
            figures: figures_of(&places, &columns),
            ..frozen
        })
    }

    fn node_again(&self, places: &Places, phase: &str, unit: &FrozenUnit) -> Result<Node> {
        let campaign = self.current()?.campaign;
        let report = match &unit.file {
            None => None,
            Some(kept) => {
                let gone = || Error::not_found("received_file", &kept.file_sha256);
                let key = (unit.unit, phase);
                let file = store::received_file::find_same(&self.connection, campaign, key, &kept.payload_sha256)?;
                let file = file.ok_or_else(gone)?;
                let figures = store::received_file::find_figures(&self.connection, file.id)?.ok_or_else(gone)?;
                let figures = places.place(&figures);
                Some(NodeReport { is_late: unit.is_late, is_corrected: kept.version > 1, figures })
            }
        };
        Ok(Node { depth: unit.depth, is_expected: unit.is_expected, report })
    }

    /// What has changed since the cut-off of a phase.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` if nothing was frozen.
    pub fn consolidation_changes(&self, phase: &str, today: NaiveDate) -> Result<ConsolidationChanges> {
        let (head, content) = self.find_frozen(phase)?;
        let frozen = read(&content)?;
        let snapshot = Snapshot::read(self, today)?;
        let places = Places::of(snapshot.plan());
        let gathered = Gathered::read(self, &places, phase, today)?;
        let columns = tally(&places, &gathered.nodes, |_, _| {});
        let standing = |figures| Standing::of(&table_now(&snapshot, phase, figures), &[]);
        let (then, now) = (standing(frozen.figures), standing(figures_of(&places, &columns)));
        Ok(ConsolidationChanges {
            frozen: head,
            units: changed_units(&frozen.units, &gathered),
            figures: standing::figures(&then, &now).into_iter().filter(|figure| !figure.is_cumulative).collect(),
        })
    }

    /// The same, where something was frozen.
    pub(crate) fn changes_since_frozen(&self, phase: &str, today: NaiveDate) -> Result<Option<ConsolidationChanges>> {
        let head = store::consolidation::find_head(&self.connection, self.current()?.campaign, phase)?;
        head.map(|_| self.consolidation_changes(phase, today)).transpose()
    }

    fn find_frozen(&self, phase: &str) -> Result<(FrozenHead, String)> {
        let found = store::consolidation::find(&self.connection, self.current()?.campaign, phase)?;
        found.ok_or_else(|| Error::not_found("consolidation", phase))
    }
}

fn coverage_of(columns: &[Column]) -> crate::model::Coverage {
    columns.last().map(|column| column.total.coverage).unwrap_or_default()
}

fn units_of(gathered: &Gathered) -> Vec<FrozenUnit> {
    let units = gathered.rows.iter().zip(&gathered.files).zip(&gathered.nodes);
    units
        .map(|((row, file), node)| {
            let counting = file.as_ref().filter(|_| node.report.is_some());
            FrozenUnit {
                unit: row.unit,
                name: row.name.clone(),
                depth: row.depth,
                is_expected: row.is_expected,
                is_late: counting.is_some() && is_late(row),
                file: counting.map(|file| FrozenFile {
                    version: file.head.version,
                    payload_sha256: file.head.payload_sha256.clone(),
                    file_sha256: file.head.file_sha256.clone(),
                }),
            }
        })
        .collect()
}

fn changed_units(then: &[FrozenUnit], now: &Gathered) -> Vec<ChangedUnit> {
    let mut before: BTreeMap<UnitId, (&FrozenUnit, &FrozenFile)> =
        then.iter().filter_map(|unit| Some((unit.unit, (unit, unit.file.as_ref()?)))).collect();
    let mut changed = Vec::new();
    for (row, file) in now.counting() {
        let change = match before.remove(&row.unit) {
            None => Some(SinceFrozen::Came),
            Some((_, kept)) if kept.payload_sha256 != file.head.payload_sha256 => Some(SinceFrozen::Corrected),
            Some(_) => None,
        };
        changed.extend(change.map(|change| ChangedUnit { unit: row.unit, name: row.name.clone(), change }));
    }
    let left = before.into_values().map(|(unit, _)| ChangedUnit {
        unit: unit.unit,
        name: unit.name.clone(),
        change: SinceFrozen::Left,
    });
    changed.extend(left);
    changed
}

fn written(frozen: &FrozenConsolidation) -> Result<String> {
    serde_json::to_string(frozen).map_err(|error| Error::io("write", "consolidation".as_ref())(error.into()))
}

fn read(content: &str) -> Result<FrozenConsolidation> {
    serde_json::from_str(content)
        .map_err(|error| Error::refused(ErrorCode::Damaged, "reading what was frozen").with("path", error))
}
