//! The tree of one day. Pure.
//!
//! What is entered can hold no circle and no unit whose parent does not exist. If a damaged book has them all the same, such
//! units stand directly below ours: a unit that is in the book is never missing from a list.

use std::collections::{BTreeMap, HashMap};

use crate::model::{UnitId, UnitKind, UnitNode};
use crate::store::organisation::span::{Place, PlacedUnit};
use crate::text;

/// Puts the units of a day in order: each after the one above it, neighbours by the number that the office gave them, then by
/// kind, then by name.
pub fn build(placed: Vec<PlacedUnit>, kinds: &[UnitKind]) -> Vec<UnitNode> {
    let children = children_in_order(&placed, kinds);
    let mut left: Vec<Option<PlacedUnit>> = placed.into_iter().map(Some).collect();
    let mut nodes = Vec::with_capacity(left.len());
    let empty = Vec::new();
    let roots = children.get(&None).unwrap_or(&empty);
    descend(roots, &children, &mut left, &mut nodes);
    // Only a damaged book has anything left here.
    for at in 0..left.len() {
        let orphan = left.get_mut(at).and_then(Option::as_mut).map(|unit| unit.place.parent = None);
        if orphan.is_some() {
            descend(&[at], &children, &mut left, &mut nodes);
        }
    }
    count_below(&mut nodes);
    nodes
}

/// Places in `placed` of the units below each unit, in order.
fn children_in_order(placed: &[PlacedUnit], kinds: &[UnitKind]) -> HashMap<Option<UnitId>, Vec<usize>> {
    let rank: BTreeMap<&str, usize> = kinds.iter().enumerate().map(|(at, kind)| (kind.code.as_str(), at)).collect();
    let mut order: Vec<_> = placed
        .iter()
        .enumerate()
        .map(|(at, unit)| {
            let rank = rank.get(unit.place.kind.as_str()).copied().unwrap_or(kinds.len());
            ((unit.place.position, rank, text::sort_key(&unit.place.name), unit.id), at)
        })
        .collect();
    order.sort();
    let mut children: HashMap<Option<UnitId>, Vec<usize>> = HashMap::with_capacity(placed.len() / 8);
    for (_, at) in order {
        let parent = placed.get(at).and_then(|unit| unit.place.parent);
        children.entry(parent).or_default().push(at);
    }
    children
}

/// Appends units with everything below them. Each unit is taken once, so that this ends whatever the book says.
fn descend(
    roots: &[usize],
    children: &HashMap<Option<UnitId>, Vec<usize>>,
    left: &mut [Option<PlacedUnit>],
    nodes: &mut Vec<UnitNode>,
) {
    let mut waiting: Vec<(usize, u8)> = roots.iter().rev().map(|at| (*at, 0)).collect();
    while let Some((at, depth)) = waiting.pop() {
        let Some(unit) = left.get_mut(at).and_then(Option::take) else { continue };
        let below = children.get(&Some(unit.id)).into_iter().flatten();
        waiting.extend(below.rev().map(|at| (*at, depth.saturating_add(1))));
        nodes.push(node(unit, depth));
    }
}

fn node(unit: PlacedUnit, depth: u8) -> UnitNode {
    let PlacedUnit { id, place, facts } = unit;
    let Place { parent, name, level, kind, position: _ } = place;
    UnitNode { id, parent, name, level, kind, facts, depth, n_below: 0 }
}

/// From the last to the first every unit is complete before it is added to the one above it.
fn count_below(nodes: &mut [UnitNode]) {
    let mut below: HashMap<UnitId, u32> = HashMap::new();
    for node in nodes.iter_mut().rev() {
        node.n_below = below.remove(&node.id).unwrap_or_default();
        if let Some(parent) = node.parent {
            *below.entry(parent).or_default() += node.n_below + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{UnitFacts, UnitLevel};

    fn unit(id: i64, parent: i64, name: &str, kind: &str, position: i64) -> PlacedUnit {
        let parent = Some(UnitId(parent)).filter(|parent| parent.0 != 0);
        let place =
            Place { parent, name: name.to_owned(), level: UnitLevel::District, kind: kind.to_owned(), position };
        PlacedUnit { id: UnitId(id), place, facts: UnitFacts::default() }
    }

    fn kinds() -> Vec<UnitKind> {
        ["huyen", "nganh"]
            .map(|code| UnitKind { code: code.to_owned(), name: code.to_owned(), level: UnitLevel::District })
            .into()
    }

    fn shown(units: Vec<PlacedUnit>) -> Vec<(String, u8, u32)> {
        build(units, &kinds()).into_iter().map(|node| (node.name, node.depth, node.n_below)).collect()
    }

    fn row(name: &str, depth: u8, n_below: u32) -> (String, u8, u32) {
        (name.to_owned(), depth, n_below)
    }

    #[test]
    fn every_unit_stands_after_its_parent_and_counts_all_below_it() {
        let units = vec![
            unit(4, 3, "Trường B", "", 0),
            unit(1, 0, "Than Uyên", "huyen", 0),
            unit(2, 0, "Tam Đường", "huyen", 0),
            unit(3, 2, "Bình Lư", "", 0),
            unit(5, 3, "Trường A", "", 0),
        ];
        let expected = [
            row("Tam Đường", 0, 3),
            row("Bình Lư", 1, 2),
            row("Trường A", 2, 0),
            row("Trường B", 2, 0),
            row("Than Uyên", 0, 0),
        ];
        assert_eq!(shown(units), expected);
    }

    #[test]
    fn neighbours_stand_by_the_number_of_the_office_then_by_kind_then_by_name() {
        let units = vec![
            unit(1, 0, "A", "của riêng", 0),
            unit(2, 0, "B", "nganh", 0),
            unit(3, 0, "Ă", "huyen", 0),
            unit(4, 0, "Â", "huyen", 0),
            unit(5, 0, "Z", "nganh", -1),
        ];
        let names: Vec<_> = shown(units).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["Z", "Ă", "Â", "B", "A"]);
    }

    #[test]
    fn a_circle_or_a_missing_parent_in_a_damaged_book_hides_no_unit() {
        let units =
            vec![unit(1, 2, "A", "", 0), unit(2, 1, "B", "", 0), unit(3, 99, "C", "", 0), unit(4, 0, "D", "", 0)];
        assert_eq!(shown(units), [row("D", 0, 0), row("A", 0, 1), row("B", 1, 0), row("C", 0, 0)]);
    }
}
