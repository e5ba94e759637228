//! The units of a phase with what counts of each, read from the book.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::places::Places;
use super::tally::{Node, NodeReport};
use crate::book::Book;
use crate::error::Result;
use crate::model::{
    LeftOut, LeftOutReason, Punctuality, ReceivedFile, ReceivedState, RegisterRow, SentFigure, StructureOf, UnitId,
};
use crate::store;

/// What a phase is added up from.
pub(super) struct Gathered {
    /// The day whose tree counts.
    pub(super) on: NaiveDate,
    /// Every unit of that day after its parent.
    pub(super) rows: Vec<RegisterRow>,
    /// The file that is here of each unit, as many as `rows`; it counts if the node has a report.
    pub(super) files: Vec<Option<ReceivedFile>>,
    /// As many as `rows`.
    pub(super) nodes: Vec<Node>,
    pub(super) left_out: Vec<LeftOut>,
}

impl Gathered {
    /// By the structure of then: what a unit that has since gone up in another one reported counts at its place of that time.
    pub(super) fn read(book: &Book, places: &Places, phase: &str, today: NaiveDate) -> Result<Gathered> {
        let campaign = book.current()?.campaign;
        let register = book.register(phase, StructureOf::Then, today)?;
        let there: HashSet<UnitId> = book.unit_tree(register.on)?.units.iter().map(|node| node.id).collect();
        let mut received: HashMap<UnitId, (ReceivedFile, Vec<SentFigure>)> = HashMap::new();
        store::received_file::each_figures(&book.connection, campaign, phase, |file, figures| {
            received.insert(file.head.unit, (file, figures));
        })?;
        let (rows, strangers): (Vec<RegisterRow>, Vec<RegisterRow>) =
            register.rows.into_iter().partition(|row| there.contains(&row.unit));
        let mut gathered =
            Gathered { on: register.on, rows, files: Vec::new(), nodes: Vec::new(), left_out: Vec::new() };
        for row in &gathered.rows {
            let (file, figures) = received.remove(&row.unit).unzip();
            let report = file.as_ref().filter(|_| is_there(row)).map(|file| NodeReport {
                is_late: is_late(row),
                is_corrected: file.head.version > 1,
                figures: places.place(figures.as_deref().unwrap_or_default()),
            });
            if file.is_some() && report.is_none() {
                gathered.left_out.push(left_out(row, reason(row)));
            }
            gathered.nodes.push(Node { depth: row.depth, is_expected: row.is_expected, report });
            gathered.files.push(file);
        }
        let gone = strangers.iter().filter(|row| received.contains_key(&row.unit));
        gathered.left_out.extend(gone.map(|row| left_out(row, LeftOutReason::NotThere)));
        Ok(gathered)
    }

    /// Units with the file that counts of them.
    pub(super) fn counting(&self) -> impl Iterator<Item = (&RegisterRow, &ReceivedFile)> {
        let units = self.rows.iter().zip(&self.files).zip(&self.nodes);
        units.filter_map(|((row, file), node)| node.report.as_ref().and(file.as_ref()).map(|file| (row, file)))
    }
}

/// True for a report that the office has.
pub(super) fn is_there(row: &RegisterRow) -> bool {
    match row.state {
        ReceivedState::Received | ReceivedState::Accepted => row.has_content,
        ReceivedState::Missing | ReceivedState::Returned | ReceivedState::Withdrawn => false,
    }
}

pub(super) fn is_late(row: &RegisterRow) -> bool {
    match row.punctuality {
        Some(Punctuality::Late) => true,
        Some(Punctuality::OnTime | Punctuality::NotYet) | None => false,
    }
}

fn reason(row: &RegisterRow) -> LeftOutReason {
    match row.state {
        ReceivedState::Returned => LeftOutReason::Returned,
        ReceivedState::Withdrawn => LeftOutReason::Withdrawn,
        ReceivedState::Missing | ReceivedState::Received | ReceivedState::Accepted => LeftOutReason::NotReceived,
    }
}

fn left_out(row: &RegisterRow, reason: LeftOutReason) -> LeftOut {
    LeftOut { unit: row.unit, name: row.name.clone(), reason }
}
