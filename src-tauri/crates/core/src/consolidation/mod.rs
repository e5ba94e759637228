//! Consolidation: what the units below reported, added up with its coverage, down to each unit; their texts beside each other;
//! and what was frozen of it for our own report.
//!
//! Only reports that the register has as received or accepted count. `tally` reckons, `gathered` reads what is reckoned from,
//! `frozen` keeps it, `narratives` and `pick` are the reading room.

mod alike;
mod frozen;
mod gathered;
mod narratives;
mod pick;
mod places;
mod tally;
mod units;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::figures::{self, Below};
use crate::model::{Consolidation, ConsolidationGroup, ConsolidationRow, FigureTable, FrozenFigure};
use crate::snapshot::Snapshot;
use crate::store;

use gathered::{Gathered, is_there};
use places::Places;
use tally::{Column, tally};

impl Book {
    /// The figures of a phase: our own, those of the units below, and both, as they stand now.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn consolidation(&self, phase: &str, today: NaiveDate) -> Result<Consolidation> {
        let snapshot = Snapshot::read(self, today)?;
        let places = Places::of(snapshot.plan());
        let gathered = Gathered::read(self, &places, &snapshot.phase(phase)?.code, today)?;
        let mut differences = vec![0_u32; places.lines.len()];
        let columns = tally(&places, &gathered.nodes, |_, columns| {
            for (n, column) in differences.iter_mut().zip(columns) {
                *n += u32::from(column.differs());
            }
        });
        let table = table_now(&snapshot, phase, figures_of(&places, &columns));
        let line = |row: crate::model::FigureRow| {
            let place = places.find(&row.indicator, &row.split);
            let n_differences = place.and_then(|place| differences.get(place)).copied().unwrap_or_default();
            ConsolidationRow { row, n_differences }
        };
        let groups = table.groups.into_iter().map(|group| ConsolidationGroup {
            code: group.code,
            name: group.name,
            rows: group.rows.into_iter().map(line).collect(),
        });
        let counted = gathered.rows.iter().zip(&gathered.files);
        let n_without_figures = counted.filter(|(row, file)| is_there(row) && file.is_none()).count();
        Ok(Consolidation {
            phase: phase.to_owned(),
            on: gathered.on,
            groups: groups.collect(),
            coverage: columns.last().map(|column| column.total.coverage).unwrap_or_default(),
            n_without_figures: u32::try_from(n_without_figures).unwrap_or(u32::MAX),
            left_out: gathered.left_out,
            frozen: store::consolidation::find_head(&self.connection, snapshot.current.campaign, phase)?,
        })
    }
}

/// The table of figures as if what the units below brought were frozen now.
fn table_now(snapshot: &Snapshot, phase: &str, figures: Vec<FrozenFigure>) -> FigureTable {
    let mut below: Below = snapshot.below.clone();
    below.insert(phase.to_owned(), figures);
    figures::table_with(snapshot, phase, &below)
}

/// Every line of the table with what is below our office.
fn figures_of(places: &Places, columns: &[Column]) -> Vec<FrozenFigure> {
    let lines = places.lines.iter().zip(columns);
    lines
        .map(|(line, column)| FrozenFigure {
            indicator: line.indicator.clone(),
            split: line.split.clone(),
            below: column.below.amount.into(),
            coverage: column.below.coverage,
        })
        .collect()
}
