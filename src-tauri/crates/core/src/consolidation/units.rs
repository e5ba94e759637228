//! From which units a figure comes, and what stands behind it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::gathered::{Gathered, is_late};
use super::places::Places;
use super::tally::{Column, tally};
use super::{figures_of, table_now};
use crate::book::Book;
use crate::error::{Error, Result};
use crate::figures::reckon::Amount;
use crate::model::{
    ConsolidationUnit, ConsolidationUnits, FigureRow, ReceivedFileId, SentEvidence, UnitEvidence, UnitId,
};
use crate::snapshot::Snapshot;
use crate::store;

impl Book {
    /// From which units a figure comes: every unit of the day that counts, with its part.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for the phase, the indicator or the split.
    pub fn consolidation_units(
        &self,
        phase: &str,
        (indicator, split): (&str, &str),
        today: NaiveDate,
    ) -> Result<ConsolidationUnits> {
        let snapshot = Snapshot::read(self, today)?;
        let places = Places::of(snapshot.plan());
        let place = places.find(indicator, split).ok_or_else(|| Error::not_found("indicator", indicator))?;
        let gathered = Gathered::read(self, &places, &snapshot.phase(phase)?.code, today)?;
        let mut of_units = vec![Column::default(); gathered.nodes.len()];
        let columns = tally(&places, &gathered.nodes, |number, columns| {
            if let Some((kept, column)) = of_units.get_mut(number).zip(columns.get(place)) {
                *kept = *column;
            }
        });
        let table = table_now(&snapshot, phase, figures_of(&places, &columns));
        let mut rows = table.groups.into_iter().flat_map(|group| group.rows);
        let row = rows.find(|row| row.indicator == indicator && row.split == split);
        let row = row.ok_or_else(|| Error::not_found("indicator", indicator))?;
        let campaign = snapshot.current.campaign;
        let evidence = store::received_file::list_evidence_counts(&self.connection, campaign, phase)?;
        let units = listed(&gathered, &of_units, &row, &evidence);
        Ok(ConsolidationUnits { phase: phase.to_owned(), row, units })
    }

    /// What a unit's report has behind its figures; `None` if no file of it is here.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn unit_evidence(&self, phase: &str, unit: UnitId) -> Result<Option<UnitEvidence>> {
        let current = self.current()?;
        let of_unit = store::received_file::list_of_unit(&self.connection, current.campaign, (unit, phase))?;
        let Some(file) = of_unit.into_iter().next() else { return Ok(None) };
        let report = store::received_file::find_report(&self.connection, file.id)?;
        let Some(report) = report else { return Ok(None) };
        let titled = |piece: SentEvidence| {
            let activity = report.activities.iter().find(|activity| activity.code == piece.activity);
            let activity = activity.map_or(piece.activity.clone(), |activity| activity.title.clone());
            SentEvidence { activity, ..piece }
        };
        Ok(Some(UnitEvidence {
            file: file.id,
            file_name: file.head.file_name,
            received_on: file.head.received_on,
            entered_for: file.head.entered_for,
            evidence: report.evidence.iter().cloned().map(titled).collect(),
        }))
    }
}

fn listed(
    gathered: &Gathered,
    columns: &[Column],
    row: &FigureRow,
    evidence: &HashMap<ReceivedFileId, u32>,
) -> Vec<ConsolidationUnit> {
    let cell = |amount: Amount| amount.cell(row.decimals);
    // Depth of the unit whose report speaks for everything below it, while that lasts.
    let mut spoken_for: Option<u8> = None;
    let mut units = Vec::with_capacity(columns.len());
    for (((unit, file), node), column) in gathered.rows.iter().zip(&gathered.files).zip(&gathered.nodes).zip(columns) {
        spoken_for = spoken_for.filter(|depth| unit.depth > *depth);
        let counts = node.report.is_some() && spoken_for.is_none();
        if spoken_for.is_none() && column.stated.is_some() {
            spoken_for = Some(unit.depth);
        }
        let id = file.as_ref().map(|file| file.id);
        units.push(ConsolidationUnit {
            unit: unit.unit,
            parent: unit.parent,
            name: unit.name.clone(),
            level: unit.level,
            depth: unit.depth,
            is_expected: unit.is_expected,
            state: unit.state,
            is_late: is_late(unit),
            version: file.as_ref().map_or(0, |file| file.head.version),
            file: id,
            counts,
            own: cell(column.own.amount),
            stated: column.stated.map(|stated| cell(stated.amount)),
            files: cell(column.files.amount),
            total: cell(column.total.amount),
            coverage: column.total.coverage,
            differs: column.differs(),
            n_evidence: id.and_then(|id| evidence.get(&id)).copied().unwrap_or_default(),
        });
    }
    units
}
