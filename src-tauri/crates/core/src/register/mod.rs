//! The register: which unit's report of a phase is there, which is late, which is still missing, and the rate of every node of
//! the tree.

pub(crate) mod count;
pub(crate) mod first_day;
mod one_unit;
mod rates;
pub(crate) mod tree;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::expected::{Attributes, Rules};
use crate::history::{Change, Moment};
use crate::model::{
    LateBy, Op, Outcome, Receipt, ReceivedState, Register, RegisterRow, ReportRate, StructureOf, UnitId, UnitNode,
};
use crate::plan::Phase;
use crate::store::organisation::unit::StoredUnit;
use crate::{export, store, text};

use count::Expectation;

use tree::add_up;

const NOTE_LIMIT: usize = 1_000;

impl Book {
    /// The register of a phase.
    ///
    /// By the structure of then the rows are the units of the day that counts, and after them those that sent a report and
    /// no longer, or not yet, existed on it. By the structure of today the same reports count at the units of today: what
    /// has gone up in another unit counts there.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for the phase.
    pub fn register(&self, phase: &str, structure: StructureOf, today: NaiveDate) -> Result<Register> {
        let rules = Rules::read(self)?;
        let phase = rules.phase(phase)?.clone();
        let (campaign, on) = (rules.current.campaign, rules.day_that_counts(&phase, today));
        let late_by = store::expected::read_late_by(&self.connection, campaign)?;
        let receipts = store::received::list(&self.connection, campaign, &phase.code)?;
        let then = self.unit_tree(on)?.units;
        let reminded = store::received::list_last_reminders(&self.connection, campaign, &phase.code)?;
        let came = store::received_file::list_last_days(&self.connection, campaign, &phase.code)?;
        let (rules, phase) = (&rules, &phase);
        let sheet = Sheet { rules, phase, receipts: &receipts, reminded: &reminded, came: &came, late_by, today };
        let mut rows: Vec<RegisterRow> = then.iter().map(|node| sheet.row(node, true)).collect();
        let strangers = self.strangers(&then, &receipts)?;
        rows.extend(strangers.iter().map(|node| sheet.row(node, false)));
        let total = match structure {
            StructureOf::Then => add_up(&mut rows),
            StructureOf::Today => {
                let nodes = self.unit_tree(today)?.units;
                let lineage = self.lineage(today)?;
                rows = tree::onto(&nodes, rows, |unit| lineage.stands_for(unit), |node| sheet.blank(node));
                add_up(&mut rows)
            }
        };
        let on = match structure {
            StructureOf::Then => on,
            StructureOf::Today => today,
        };
        Ok(Register { phase: phase.code.clone(), on, structure, late_by, rows, total })
    }

    /// The register as the bytes of an Excel workbook.
    ///
    /// # Errors
    /// As [`Book::register`].
    pub fn register_workbook(&self, phase: &str, structure: StructureOf, today: NaiveDate) -> Result<Vec<u8>> {
        let register = self.register(phase, structure, today)?;
        let plan = self.current()?.plan;
        let named = plan.phases.iter().find(|known| known.code == phase);
        let name = named.map(|phase| phase.name.as_str()).unwrap_or_default();
        export::register_xlsx(&self.table_head(today)?, name, &register, self.folder())
    }

    /// Enters what came of one unit or of many: one step to take back. A report that had been sent back keeps its days: see
    /// [`first_day`].
    ///
    /// # Errors
    /// `not_found` for phase or unit, `date_in_future`, `dates_out_of_order` (signed, sent, received), `too_long`.
    pub fn set_received(
        &mut self,
        moment: &Moment,
        phase: &str,
        units: &[UnitId],
        receipt: &Receipt,
    ) -> Result<Outcome> {
        let current = self.current()?;
        let found = current.plan.phases.iter().find(|known| known.code == phase);
        let phase = found.ok_or_else(|| Error::not_found("phase", phase))?;
        let receipt = checked(receipt, moment.today)?;
        let first = match units {
            [] => String::new(),
            [first, ..] => store::organisation::unit::get(&self.connection, *first)?.name,
        };
        let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
        let change = Change { op: Op::SetReceived, subject: format!("{}: {first}", phase.name), count };
        let entry = Some(&receipt).filter(|receipt| receipt.state != ReceivedState::Missing);
        self.transact(moment, &change, |transaction| {
            units.iter().try_for_each(|unit| {
                // Says which unit it is that does not exist.
                store::organisation::unit::get(transaction, *unit)?;
                let before = store::received::find(transaction, current.campaign, &phase.code, *unit)?;
                let entry = entry.map(|entry| first_day::entered(before.as_ref(), entry));
                store::received::set(transaction, current.campaign, &phase.code, *unit, entry.as_ref())
            })
        })
    }

    /// Units that sent a report and are not in the tree of the day that counts.
    fn strangers(&self, then: &[UnitNode], receipts: &HashMap<UnitId, Receipt>) -> Result<Vec<UnitNode>> {
        let known: std::collections::HashSet<UnitId> = then.iter().map(|node| node.id).collect();
        let mut others: Vec<UnitId> = receipts.keys().copied().filter(|unit| !known.contains(unit)).collect();
        others.sort_unstable();
        others.into_iter().map(|unit| self.stranger(unit)).collect()
    }

    fn stranger(&self, unit: UnitId) -> Result<UnitNode> {
        let StoredUnit { id, name, level, kind, facts } = store::organisation::unit::get(&self.connection, unit)?;
        Ok(UnitNode { id, parent: None, name, level, kind, facts, depth: 0, n_below: 0 })
    }
}

/// What the rows of one register are made from.
struct Sheet<'a> {
    rules: &'a Rules,
    phase: &'a Phase,
    receipts: &'a HashMap<UnitId, Receipt>,
    reminded: &'a HashMap<UnitId, NaiveDate>,
    /// Day on which the version that counts came.
    came: &'a HashMap<UnitId, NaiveDate>,
    late_by: LateBy,
    today: NaiveDate,
}

impl Sheet<'_> {
    /// The row of a unit with its own rate; what is below it is added afterwards.
    fn row(&self, node: &UnitNode, exists: bool) -> RegisterRow {
        let asked = || self.rules.report(node.id, &Attributes::from(node), self.phase);
        let expected = if exists { asked() } else { Expectation::default() };
        let receipt = self.receipts.get(&node.id);
        let standing = count::standing(&expected, receipt, self.late_by, self.today);
        let exception = self.rules.exception(node.id, &self.phase.code, "");
        let mut row = self.blank(node);
        row.is_expected = expected.is_expected;
        row.exception = exception.map(|exception| exception.reason.clone()).unwrap_or_default();
        row.due_on = expected.due_on;
        row.punctuality = standing.punctuality;
        (row.days_late, row.days_left) = (standing.days_late, standing.days_left);
        row.rate = count::rate_of(&standing, receipt);
        if let Some(Receipt { state, signed_on, sent_on, received_on, channel, has_content, note }) = receipt {
            (row.state, row.channel, row.has_content) = (*state, Some(*channel), *has_content);
            (row.signed_on, row.sent_on, row.received_on) = (*signed_on, *sent_on, *received_on);
            row.note.clone_from(note);
            let last = self.came.get(&node.id).copied();
            row.corrected_on = last.filter(|last| received_on.is_some_and(|first| first < *last));
        }
        row
    }

    /// The row of a unit of which nothing is expected and nothing has come.
    fn blank(&self, node: &UnitNode) -> RegisterRow {
        RegisterRow {
            unit: node.id,
            parent: node.parent,
            name: node.name.clone(),
            level: node.level,
            kind: node.kind.clone(),
            depth: node.depth,
            is_expected: false,
            exception: String::new(),
            due_on: None,
            state: ReceivedState::Missing,
            punctuality: None,
            days_late: None,
            days_left: None,
            signed_on: None,
            sent_on: None,
            received_on: None,
            corrected_on: None,
            channel: None,
            has_content: false,
            note: String::new(),
            reminded_on: self.reminded.get(&node.id).copied(),
            rate: ReportRate::default(),
        }
    }
}

/// A receipt whose days make sense: none in the future, signed before sent before received.
fn checked(receipt: &Receipt, today: NaiveDate) -> Result<Receipt> {
    let received_on = receipt.received_on.unwrap_or(today);
    let days = [receipt.signed_on, receipt.sent_on, Some(received_on)];
    let known: Vec<NaiveDate> = days.into_iter().flatten().collect();
    if let Some(day) = known.iter().find(|day| **day > today) {
        return Err(Error::refused(ErrorCode::DateInFuture, "entering a report").with("date", text::short_date(*day)));
    }
    if let Some((start, end)) = known.iter().zip(known.iter().skip(1)).find(|(earlier, later)| earlier > later) {
        return Err(Error::refused(ErrorCode::DatesOutOfOrder, "entering a report")
            .with("start", text::short_date(*start))
            .with("end", text::short_date(*end)));
    }
    let note = text::limited("note", text::clean_text(&receipt.note), NOTE_LIMIT)?;
    Ok(Receipt { received_on: Some(received_on), note, ..receipt.clone() })
}
