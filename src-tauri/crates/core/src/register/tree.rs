//! Adding up a tree whose rows stand in order, every unit after its parent. Pure.

use std::collections::HashMap;

use crate::model::{RegisterRow, ReportRate, UnitId, UnitNode};

/// A row that knows its place in the tree.
pub(crate) trait InTree {
    /// Which unit.
    fn unit(&self) -> UnitId;
    /// Unit above it; `None`: ours.
    fn parent(&self) -> Option<UnitId>;
    /// Adds what is below to a row above.
    fn add(&mut self, below: &Self);
}

impl InTree for RegisterRow {
    fn unit(&self) -> UnitId {
        self.unit
    }

    fn parent(&self) -> Option<UnitId> {
        self.parent
    }

    fn add(&mut self, below: &Self) {
        self.rate += below.rate;
    }
}

/// Adds every row to the one of its parent, the lowest first.
pub(crate) fn roll_up<R: InTree>(rows: &mut [R]) {
    let places: HashMap<UnitId, usize> = rows.iter().enumerate().map(|(place, row)| (row.unit(), place)).collect();
    for place in (0..rows.len()).rev() {
        let (above, from_here) = rows.split_at_mut(place);
        let Some(row) = from_here.first() else { continue };
        // Every unit stands after its parent, so the parent is among those above.
        if let Some(parent) = row.parent().and_then(|parent| places.get(&parent)).and_then(|at| above.get_mut(*at)) {
            parent.add(row);
        }
    }
}

/// Adds the rates up the tree and gives the rate of all.
pub(crate) fn add_up(rows: &mut [RegisterRow]) -> ReportRate {
    let mut total = ReportRate::default();
    for row in rows.iter() {
        total += row.rate;
    }
    roll_up(rows);
    total
}

/// The rows of then on the tree of another day: a unit that is in both keeps its row there, what a unit counts that is not
/// counts at the one that stands for it, and what nobody stands for follows at the end.
pub(crate) fn onto(
    nodes: &[UnitNode],
    rows: Vec<RegisterRow>,
    stands_for: impl Fn(UnitId) -> Option<UnitId>,
    blank: impl Fn(&UnitNode) -> RegisterRow,
) -> Vec<RegisterRow> {
    let mut places: HashMap<UnitId, usize> = HashMap::with_capacity(nodes.len());
    let mut onto: Vec<RegisterRow> = Vec::with_capacity(nodes.len());
    for (place, node) in nodes.iter().enumerate() {
        places.insert(node.id, place);
        onto.push(blank(node));
    }
    let mut rest = Vec::new();
    for row in rows {
        let heir = stands_for(row.unit).and_then(|heir| places.get(&heir)).and_then(|place| onto.get_mut(*place));
        match heir {
            Some(same) if same.unit == row.unit => {
                let (parent, depth, rate) = (same.parent, same.depth, same.rate);
                let name = std::mem::take(&mut same.name);
                *same = RegisterRow { parent, depth, name, ..row };
                same.rate += rate;
            }
            Some(heir) => heir.rate += row.rate,
            // Nobody but our own office stands for it.
            None => rest.push(RegisterRow { parent: None, depth: 0, ..row }),
        }
    }
    onto.extend(rest);
    onto
}
