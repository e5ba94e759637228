//! Adding reports up a tree so that nothing counts twice. Pure.
//!
//! The total of a unit is what it did itself and what the units below it did. For the latter its own report counts, if that
//! says anything of them; the files of those units are then for looking only. A report that is not there is never a zero, and
//! every number goes with the number of units that it is of. Percentages are reckoned from their parts at every unit.

use super::places::{LineKind, Placed, Places};
use crate::figures::reckon::{Amount, add, percentage};
use crate::model::Coverage;

/// A unit in the tree, which stands in order: every unit after the one above it.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// 0 directly below our unit.
    pub(super) depth: u8,
    pub(super) is_expected: bool,
    pub(super) report: Option<NodeReport>,
}

/// What counts of a unit.
#[derive(Debug, Clone)]
pub(super) struct NodeReport {
    pub(super) is_late: bool,
    pub(super) is_corrected: bool,
    pub(super) figures: Vec<Placed>,
}

/// A number with the units that it is of.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) amount: Amount,
    pub(super) coverage: Coverage,
}

/// A line at one unit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Column {
    /// What it did itself.
    pub(super) own: Sum,
    /// What its report says of the units below it.
    pub(super) stated: Option<Sum>,
    /// What the files of the units below it come to.
    pub(super) files: Sum,
    /// Of both the one that counts.
    pub(super) below: Sum,
    pub(super) total: Sum,
}

impl Column {
    /// True if the report says of the units below something else than their files.
    pub(super) fn differs(&self) -> bool {
        let is_other = |stated: Sum| {
            (stated.amount.state, stated.amount.value) != (self.files.amount.state, self.files.amount.value)
        };
        self.files.coverage.reported > 0 && self.stated.is_some_and(is_other)
    }
}

/// Adds up and gives the lines of our own office, of which nothing but what is below it is known here. The last line is that of
/// the reports themselves. `see` gets every unit by its number, the lowest first.
pub(super) fn tally(places: &Places, nodes: &[Node], mut see: impl FnMut(usize, &[Column])) -> Vec<Column> {
    let n_lines = places.lines.len() + 1;
    // What has been added up of the units of each depth since the last one above them.
    let mut waiting: Vec<Vec<Sum>> = Vec::new();
    for (number, node) in nodes.iter().enumerate().rev() {
        let depth = usize::from(node.depth);
        waiting.resize_with(waiting.len().max(depth + 2), || vec![Sum::default(); n_lines]);
        let below = waiting.get_mut(depth + 1).map(|below| std::mem::replace(below, vec![Sum::default(); n_lines]));
        let columns = columns(places, Some(node), &below.unwrap_or_default());
        see(number, &columns);
        for (sum, column) in waiting.get_mut(depth).into_iter().flatten().zip(&columns) {
            *sum = plus(*sum, column.total);
        }
    }
    let below = waiting.into_iter().next().unwrap_or_else(|| vec![Sum::default(); n_lines]);
    columns(places, None, &below)
}

fn columns(places: &Places, node: Option<&Node>, files: &[Sum]) -> Vec<Column> {
    let mut columns: Vec<Column> = files.iter().map(|files| Column { files: *files, ..Column::default() }).collect();
    let figures = node.and_then(|node| node.report.as_ref()).map_or(&[] as &[Placed], |report| &report.figures);
    for figure in figures {
        if let Some(column) = columns.get_mut(figure.place) {
            column.own.amount = figure.own;
            column.stated = figure.below.and_then(|below| stated(below, &column.files));
        }
    }
    for place in &places.order {
        let Some(line) = places.lines.get(*place) else { continue };
        let reckoned = match &line.kind {
            LineKind::Typed => columns.get(*place).copied().map(|column| typed(column, node)),
            LineKind::Splits(splits) => columns.get(*place).map(|column| {
                let parts: Vec<&Column> = splits.iter().filter_map(|split| columns.get(*split)).collect();
                split_sum(*column, &parts, node)
            }),
            LineKind::Percentage(above, below, decimals) => {
                let parts = columns.get(*above).zip(columns.get(*below));
                parts.map(|parts| ratio(parts, *decimals, node))
            }
        };
        if let Some((column, reckoned)) = columns.get_mut(*place).zip(reckoned) {
            *column = reckoned;
        }
    }
    if let Some(last) = columns.last_mut() {
        *last = of_reports(*last, node, figures);
    }
    columns
}

/// What a report says of the units below, unless it says only that it knows nothing and we know those units ourselves.
fn stated((amount, coverage): (Amount, Option<Coverage>), files: &Sum) -> Option<Sum> {
    let says = amount.is_reported() || files.coverage.expected == 0;
    says.then(|| Sum { amount, coverage: coverage.unwrap_or(files.coverage) })
}

fn typed(column: Column, node: Option<&Node>) -> Column {
    let own = Sum { amount: column.own.amount, coverage: alone(node, column.own.amount.is_reported()) };
    with_total(Column { own, below: column.stated.unwrap_or(column.files), ..column })
}

fn split_sum(column: Column, parts: &[&Column], node: Option<&Node>) -> Column {
    let amount = |of: fn(&Column) -> Amount| add(parts.iter().map(|part| of(part)));
    let own = amount(|part| part.own.amount);
    let stated: Vec<Sum> = parts.iter().filter_map(|part| part.stated).collect();
    let widest = |sums: &[Sum]| sums.iter().fold(Coverage::default(), |widest, sum| wider(widest, sum.coverage));
    let below = if stated.is_empty() { column.files.coverage } else { wider(widest(&stated), column.files.coverage) };
    with_total(Column {
        own: Sum { amount: own, coverage: alone(node, own.is_reported()) },
        files: Sum { amount: amount(|part| part.files.amount), ..column.files },
        below: Sum { amount: amount(|part| part.below.amount), coverage: below },
        stated: (!stated.is_empty())
            .then(|| Sum { amount: add(stated.iter().map(|sum| sum.amount)), coverage: widest(&stated) }),
        total: Sum::default(),
    })
}

fn ratio((above, below): (&Column, &Column), decimals: u8, node: Option<&Node>) -> Column {
    let of = |part: fn(&Column) -> Sum| {
        let (above, below) = (part(above), part(below));
        let amount = percentage(above.amount, below.amount, decimals);
        Sum { amount, coverage: narrower(above.coverage, below.coverage) }
    };
    let own = of(|part| part.own);
    let column = Column {
        own: Sum { coverage: alone(node, own.amount.is_reported()), ..own },
        stated: None,
        files: of(|part| part.files),
        below: of(|part| part.below),
        total: of(|part| part.total),
    };
    let is_stated = above.stated.is_some() && below.stated.is_some();
    Column { stated: is_stated.then_some(column.below), ..column }
}

/// The reports themselves, whatever figures they have.
fn of_reports(column: Column, node: Option<&Node>, figures: &[Placed]) -> Column {
    let said = figures.iter().filter_map(|figure| figure.below.and_then(|(_, coverage)| coverage));
    let stated = said.reduce(wider).map(|coverage| Sum { coverage, ..Sum::default() });
    let has_report = node.is_some_and(|node| node.report.is_some());
    let own = Sum { coverage: alone(node, has_report), ..Sum::default() };
    with_total(Column { own, stated, below: stated.unwrap_or(column.files), ..column })
}

fn with_total(column: Column) -> Column {
    Column { total: plus(column.own, column.below), ..column }
}

/// The coverage of one unit. What came unasked is of a unit, too: there are never more reports than units.
fn alone(node: Option<&Node>, is_reported: bool) -> Coverage {
    let Some(node) = node else { return Coverage::default() };
    let report = node.report.as_ref().filter(|_| is_reported);
    Coverage {
        reported: u32::from(report.is_some()),
        expected: u32::from(node.is_expected || node.report.is_some()),
        late: u32::from(report.is_some_and(|report| report.is_late)),
        corrected: u32::from(report.is_some_and(|report| report.is_corrected)),
    }
}

fn plus(left: Sum, right: Sum) -> Sum {
    let (a, b) = (left.coverage, right.coverage);
    Sum {
        amount: add([left.amount, right.amount].into_iter()),
        // Coverage of strangers may say anything.
        coverage: Coverage {
            reported: a.reported.saturating_add(b.reported),
            expected: a.expected.saturating_add(b.expected),
            late: a.late.saturating_add(b.late),
            corrected: a.corrected.saturating_add(b.corrected),
        },
    }
}

fn wider(a: Coverage, b: Coverage) -> Coverage {
    if (b.reported, b.expected) > (a.reported, a.expected) { b } else { a }
}

fn narrower(a: Coverage, b: Coverage) -> Coverage {
    if (b.reported, b.expected) < (a.reported, a.expected) { b } else { a }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::places::Line;
    use super::*;
    use crate::model::FigureState;

    /// One line that can be typed.
    fn places() -> Places {
        Places::of_lines(vec![Line { indicator: "A".to_owned(), split: String::new(), kind: LineKind::Typed }])
    }

    fn number(value: i64) -> Amount {
        Amount { state: FigureState::Number, value: Some(value), is_estimate: false }
    }

    /// Depth, own figure, figure stated of the units below.
    type Told = (u8, Option<i64>, Option<i64>);

    fn node(&(depth, own, stated): &Told) -> Node {
        let figure = Placed {
            place: 0,
            own: own.map(number).unwrap_or_default(),
            below: stated.map(|stated| (number(stated), None)),
        };
        let report = NodeReport { is_late: false, is_corrected: false, figures: vec![figure] };
        Node { depth, is_expected: true, report: (own.is_some() || stated.is_some()).then_some(report) }
    }

    /// Trees as they are told: every unit directly or by steps below the one before it, or beside one above it.
    fn trees() -> impl Strategy<Value = Vec<Told>> {
        let unit = (0_u8..5, prop::option::of(0_i64..100), prop::option::weighted(0.3, 0_i64..100));
        prop::collection::vec(unit, 0..40).prop_map(|mut units| {
            let mut deepest = 0;
            for unit in &mut units {
                unit.0 = unit.0.min(deepest);
                deepest = unit.0 + 1;
            }
            units
        })
    }

    /// By hand: every unit once, by its own figure unless one above it speaks for it.
    fn counted_once(units: &[Told]) -> (i64, usize) {
        let (mut sum, mut n_own, mut spoken_for) = (0, 0, u8::MAX);
        for &(depth, own, stated) in units {
            if depth <= spoken_for {
                spoken_for = if stated.is_some() { depth } else { u8::MAX };
                sum += own.unwrap_or_default() + stated.unwrap_or_default();
                n_own += usize::from(own.is_some());
            }
        }
        (sum, n_own)
    }

    proptest! {
        #[test]
        fn the_total_of_any_tree_is_that_of_its_units_counted_once(units in trees()) {
            let nodes: Vec<Node> = units.iter().map(node).collect();
            let columns = tally(&places(), &nodes, |_, _| {});
            let total = columns[0].total;
            let (sum, n_own) = counted_once(&units);
            prop_assert_eq!(total.amount.value.unwrap_or_default(), sum);
            let says = units.iter().any(|(_, own, stated)| own.is_some() || stated.is_some());
            prop_assert_eq!(total.amount.is_reported(), says, "silence is no zero");
            let is_plain = units.iter().all(|(_, _, stated)| stated.is_none());
            prop_assert_eq!(usize::try_from(columns[1].total.coverage.expected).unwrap(), units.len());
            prop_assert!(total.coverage.reported <= total.coverage.expected);
            if is_plain {
                prop_assert_eq!(usize::try_from(total.coverage.reported).unwrap(), n_own);
            }
        }

        #[test]
        fn the_order_of_neighbours_decides_nothing(units in trees()) {
            // Branches below our unit, the last one first.
            let mut branches: Vec<Vec<Told>> = Vec::new();
            for unit in &units {
                match branches.last_mut() {
                    Some(branch) if unit.0 > 0 => branch.push(*unit),
                    _ => branches.push(vec![*unit]),
                }
            }
            let turned: Vec<Told> = branches.into_iter().rev().flatten().collect();
            let total = |units: &[Told]| tally(&places(), &units.iter().map(node).collect::<Vec<_>>(), |_, _| {})[0].total;
            prop_assert_eq!(total(&turned), total(&units));
        }
    }
}
