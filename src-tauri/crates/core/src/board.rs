//! The board: units by phases and stages, activities done of those that apply, and the rates of the reports.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::expected::{Attributes, Rules};
use crate::export::{self, TableHead};
use crate::model::{Board, BoardCell, BoardColumn, BoardRow, Named, ReportRate, UnitId, UnitLevel, UnitNode};
use crate::plan::Activity;
use crate::register::count;
use crate::register::tree::{InTree, roll_up};
use crate::snapshot::Snapshot;
use crate::{store, timeline};

impl InTree for BoardRow {
    fn unit(&self) -> UnitId {
        self.unit
    }

    fn parent(&self) -> Option<UnitId> {
        self.parent
    }

    fn add(&mut self, below: &Self) {
        for (cell, more) in self.cells.iter_mut().zip(&below.cells) {
            cell.done += more.done;
            cell.applicable += more.applicable;
        }
        for (rate, more) in self.reports.iter_mut().zip(&below.reports) {
            *rate += *more;
        }
    }
}

impl Book {
    /// The board of all units that exist today.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn board(&self, today: NaiveDate) -> Result<Board> {
        let rules = Rules::read(self)?;
        let columns = columns(&rules, today);
        let nodes = self.unit_tree(today)?.units;
        let mut rows: Vec<BoardRow> = nodes.iter().map(|node| blank(node, &rules, &columns)).collect();
        self.count_activities(&rules, &columns, &nodes, &mut rows)?;
        self.count_reports(&rules, &nodes, &mut rows, today)?;
        let mut total = BoardRow {
            unit: rules.current.unit,
            parent: None,
            name: String::new(),
            level: UnitLevel::Province,
            depth: 0,
            cells: vec![BoardCell::default(); columns.len()],
            reports: vec![ReportRate::default(); rules.current.plan.phases.len()],
            days_late: vec![None; rules.current.plan.phases.len()],
            has_late: false,
        };
        rows.iter().for_each(|row| total.add(row));
        roll_up(&mut rows);
        let named = |phase: &crate::plan::Phase| Named { code: phase.code.clone(), name: phase.name.clone() };
        let phases = rules.current.plan.phases.iter().map(named).collect();
        Ok(Board { columns, phases, rows, total })
    }

    /// The board as the bytes of an Excel workbook.
    ///
    /// # Errors
    /// As [`Book::board`].
    pub fn board_workbook(&self, today: NaiveDate) -> Result<Vec<u8>> {
        export::board_xlsx(&self.table_head(today)?, &self.board(today)?, self.folder())
    }

    /// What stands over a table that leaves the program.
    pub(crate) fn table_head(&self, today: NaiveDate) -> Result<TableHead> {
        let snapshot = Snapshot::read(self, today)?;
        let plan = timeline::document_line(snapshot.plan());
        Ok(TableHead { unit: snapshot.unit.name.clone(), plan, today, is_sample: self.is_sample() })
    }

    /// What applies is reckoned once for all units of one level and size; what is done is read once.
    fn count_activities(
        &self,
        rules: &Rules,
        columns: &[BoardColumn],
        nodes: &[UnitNode],
        rows: &mut [BoardRow],
    ) -> Result<()> {
        let ids = store::activity::list_ids(&self.connection, rules.current.campaign)?;
        let activities: Vec<Counted<'_>> = rules
            .current
            .plan
            .activities
            .iter()
            .map(|activity| {
                let of = |column: &BoardColumn| belongs(activity, column);
                let places =
                    columns.iter().enumerate().filter(|(_, column)| of(column)).map(|(place, _)| place).collect();
                Counted { activity, columns: places }
            })
            .collect();
        let by_id: HashMap<i64, &Counted<'_>> =
            activities.iter().filter_map(|counted| Some((ids.get(&counted.activity.code)?.0, counted))).collect();
        let mut places: HashMap<UnitId, usize> = HashMap::with_capacity(nodes.len());
        for (place, (node, row)) in nodes.iter().zip(rows.iter_mut()).enumerate() {
            places.insert(node.id, place);
            let attributes = Attributes::from(node);
            for counted in &activities {
                if rules.activity_applies(node.id, &attributes, counted.activity) {
                    counted.each(row, |cell| cell.applicable += 1);
                }
            }
        }
        store::received::each_progress(&self.connection, |unit, activity, is_done| {
            let found = places.get(&unit).and_then(|place| Some((nodes.get(*place)?, rows.get_mut(*place)?)));
            let (Some((node, row)), Some(counted)) = (found, by_id.get(&activity)) else { return };
            // What was ticked before the unit lost its members no longer applies, and is not counted as done either.
            if rules.activity_applies(node.id, &node.into(), counted.activity) {
                counted.each(row, |cell| if is_done { cell.done += 1 } else { cell.applicable -= 1 });
            }
        })
    }

    fn count_reports(&self, rules: &Rules, nodes: &[UnitNode], rows: &mut [BoardRow], today: NaiveDate) -> Result<()> {
        let late_by = store::expected::read_late_by(&self.connection, rules.current.campaign)?;
        for (place, phase) in rules.current.plan.phases.iter().enumerate() {
            let receipts = store::received::list(&self.connection, rules.current.campaign, &phase.code)?;
            for (node, row) in nodes.iter().zip(rows.iter_mut()) {
                let receipt = receipts.get(&node.id);
                let expected = rules.report(node.id, &node.into(), phase);
                let standing = count::standing(&expected, receipt, late_by, today);
                row.has_late |= standing.days_late.is_some();
                if let Some(days) = row.days_late.get_mut(place) {
                    *days = standing.days_late;
                }
                if let Some(rate) = row.reports.get_mut(place) {
                    *rate += count::rate_of(&standing, receipt);
                }
            }
        }
        Ok(())
    }
}

/// An activity with the places of its columns: its phase, and its stage if it has one.
struct Counted<'a> {
    activity: &'a Activity,
    columns: Vec<usize>,
}

impl Counted<'_> {
    fn each(&self, row: &mut BoardRow, change: impl Fn(&mut BoardCell)) {
        for place in &self.columns {
            if let Some(cell) = row.cells.get_mut(*place) {
                change(cell);
            }
        }
    }
}

fn belongs(activity: &Activity, column: &BoardColumn) -> bool {
    activity.phase == column.phase
        && (column.stage.is_empty() || activity.stage.as_deref() == Some(column.stage.as_str()))
}

fn columns(rules: &Rules, today: NaiveDate) -> Vec<BoardColumn> {
    let mut columns = Vec::new();
    for phase in &rules.current.plan.phases {
        let is_open = |starts_on: Option<NaiveDate>| starts_on.is_some_and(|start| start <= today);
        let column = |stage: &str, title: &str, starts_on| BoardColumn {
            phase: phase.code.clone(),
            stage: stage.to_owned(),
            title: title.to_owned(),
            is_open: is_open(starts_on),
        };
        columns.push(column("", &phase.name, rules.schedule.phase(phase).starts_on));
        let stages = phase.stages.iter();
        columns.extend(stages.map(|stage| column(&stage.code, &stage.name, rules.schedule.stage(stage).starts_on)));
    }
    columns
}

fn blank(node: &UnitNode, rules: &Rules, columns: &[BoardColumn]) -> BoardRow {
    BoardRow {
        unit: node.id,
        parent: node.parent,
        name: node.name.clone(),
        level: node.level,
        depth: node.depth,
        cells: vec![BoardCell::default(); columns.len()],
        reports: vec![ReportRate::default(); rules.current.plan.phases.len()],
        days_late: vec![None; rules.current.plan.phases.len()],
        has_late: false,
    }
}
