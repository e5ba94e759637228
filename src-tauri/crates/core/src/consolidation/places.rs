//! The lines of the table of figures by number, so that a thousand reports are added up without comparing names.

use std::collections::HashMap;

use crate::figures::reckon::Amount;
use crate::model::{Coverage, SentFigure};
use crate::plan::{Indicator, Plan, RollUp};

/// How a line comes about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Reports say it.
    Typed,
    /// The sum of these lines.
    Splits(Vec<usize>),
    /// Numerator and denominator, and the digits after the comma.
    Percentage(usize, usize, u8),
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) indicator: String,
    pub(super) split: String,
    pub(super) kind: LineKind,
}

/// All lines of a plan, in its order.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) lines: Vec<Line>,
    /// Lines in the order in which they can be reckoned: what is typed, then sums, then percentages.
    pub(super) order: Vec<usize>,
    by_indicator: HashMap<String, HashMap<String, usize>>,
}

/// A figure of a report at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub(super) place: usize,
    pub(super) own: Amount,
    pub(super) below: Option<(Amount, Option<Coverage>)>,
}

impl Places {
    pub(super) fn of(plan: &Plan) -> Places {
        let mut places = Places { lines: Vec::new(), order: Vec::new(), by_indicator: HashMap::new() };
        for group in &plan.indicator_groups {
            for indicator in plan.indicators.iter().filter(|indicator| indicator.group == group.code) {
                places.push(indicator);
            }
        }
        places.link(plan);
        places.put_in_order();
        places
    }

    #[cfg(test)]
    pub(super) fn of_lines(lines: Vec<Line>) -> Places {
        let mut places = Places { lines, order: Vec::new(), by_indicator: HashMap::new() };
        places.put_in_order();
        places
    }

    fn put_in_order(&mut self) {
        let rank = |kind: &LineKind| match kind {
            LineKind::Typed => 0,
            LineKind::Splits(_) => 1,
            LineKind::Percentage(..) => 2,
        };
        self.order = (0..self.lines.len()).collect();
        self.order.sort_by_key(|place| self.lines.get(*place).map_or(0, |line| rank(&line.kind)));
    }

    fn push(&mut self, indicator: &Indicator) {
        let own = self.lines.len();
        let splits: Vec<usize> = (0..indicator.splits.len()).map(|split| own + 1 + split).collect();
        let kind = if splits.is_empty() { LineKind::Typed } else { LineKind::Splits(splits) };
        self.add(indicator, "", kind);
        for split in &indicator.splits {
            self.add(indicator, &split.code, LineKind::Typed);
        }
    }

    fn add(&mut self, indicator: &Indicator, split: &str, kind: LineKind) {
        let of_indicator = self.by_indicator.entry(indicator.code.clone()).or_default();
        of_indicator.insert(split.to_owned(), self.lines.len());
        self.lines.push(Line { indicator: indicator.code.clone(), split: split.to_owned(), kind });
    }

    /// Percentages may stand before their parts.
    fn link(&mut self, plan: &Plan) {
        for indicator in &plan.indicators {
            let RollUp::Percentage { numerator, denominator } = &indicator.roll_up else { continue };
            let parts = self.find(numerator, "").zip(self.find(denominator, ""));
            let line = self.find(&indicator.code, "").and_then(|place| self.lines.get_mut(place));
            if let Some(((above, below), line)) = parts.zip(line) {
                line.kind = LineKind::Percentage(above, below, indicator.decimals);
            }
        }
    }

    pub(super) fn find(&self, indicator: &str, split: &str) -> Option<usize> {
        self.by_indicator.get(indicator)?.get(split).copied()
    }

    /// What a report says of lines that can be typed; anything else in it is reckoned, or of another plan.
    pub(super) fn place(&self, figures: &[SentFigure]) -> Vec<Placed> {
        let mut is_taken = vec![false; self.lines.len()];
        let mut placed = Vec::with_capacity(figures.len());
        for figure in figures {
            let Some(place) = self.find(&figure.indicator, &figure.split) else { continue };
            let is_typed = self.lines.get(place).is_some_and(|line| line.kind == LineKind::Typed);
            // A file of a stranger may say the same line twice: the first one counts.
            let is_first = is_taken.get_mut(place).is_some_and(|taken| !std::mem::replace(taken, true));
            if is_typed && is_first {
                let below = figure.below.map(|below| (Amount::from(below), figure.coverage));
                placed.push(Placed { place, own: Amount::from(figure.own), below });
            }
        }
        placed
    }
}
