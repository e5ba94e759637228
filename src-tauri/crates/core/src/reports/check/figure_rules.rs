//! Rules between figures, as the plan gives them.
//!
//! A rule says nothing of figures that nobody has reported: that is another finding. "Không có" counts as 0.

use super::{CheckInput, Found, in_figure};
use crate::model::{CheckRule, EvidenceKind, FigureCell, FigureRow, FigureState};
use crate::plan::{FigureRule, Relation, RollUp, RuleSpan, RuleTerm};
use crate::text::format_number;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    input.plan.report.rules.iter().filter_map(|rule| broken(input, rule)).collect()
}

/// Values are compared in hundredths, whatever decimals their indicators have.
const DECIMALS: u8 = 2;

fn broken(input: &CheckInput, rule: &FigureRule) -> Option<Found> {
    let left = value(input, rule, &rule.left);
    let rights: Vec<Option<i64>> = rule.right.iter().map(|term| value(input, rule, term)).collect();
    let known: Option<i64> = rights.iter().copied().sum();
    let right = rule.number.or(known);
    let holds = match rule.relation {
        Relation::AtMost => left? <= right?,
        Relation::AtLeast => left? >= right?,
        Relation::Equals => left? == right?,
        // Something that nobody has reported is not there.
        Relation::Needs => left? <= 0 || rights.iter().flatten().any(|right| *right > 0),
    };
    if holds {
        return None;
    }
    let place = place_of(std::iter::once(&rule.left).chain(&rule.right))?;
    let broken = if rule.must {
        Found::must(CheckRule::FigureRuleBroken, place)
    } else {
        Found::look(CheckRule::FigureRuleBroken, place)
    };
    let says = |value: Option<i64>| value.map_or_else(|| "–".to_owned(), |value| format_number(value, DECIMALS));
    Some(broken.with("because", &rule.because).with("left", says(left)).with("right", says(right)))
}

/// The first of the sides that has a cell in the table.
fn place_of<'a>(mut terms: impl Iterator<Item = &'a RuleTerm>) -> Option<crate::model::FindingPlace> {
    terms.find_map(|term| match term {
        RuleTerm::Figure { indicator, split } => Some(in_figure(indicator, split)),
        RuleTerm::Links => None,
    })
}

fn value(input: &CheckInput, rule: &FigureRule, term: &RuleTerm) -> Option<i64> {
    match term {
        RuleTerm::Links => {
            let evidence = input.items.iter().flat_map(|item| &item.evidence);
            let n_links = evidence.filter(|piece| piece.kind == EvidenceKind::Link).count();
            i64::try_from(n_links).ok().map(|n| n * 100)
        }
        RuleTerm::Figure { indicator, split } => {
            let mut rows = input.draft.figures.groups.iter().flat_map(|group| &group.rows);
            let row = rows.find(|row| row.indicator == *indicator && row.split == *split)?;
            in_hundredths(cell_of(input, rule.span, row), row.decimals)
        }
    }
}

/// A state of affairs holds on from an earlier phase.
fn cell_of<'a>(input: &CheckInput, span: RuleSpan, row: &'a FigureRow) -> &'a FigureCell {
    let indicator = input.plan.indicators.iter().find(|indicator| indicator.code == row.indicator);
    let is_counted = indicator.is_some_and(|indicator| indicator.roll_up == RollUp::Sum);
    match span {
        RuleSpan::Period if is_counted || row.period.state != FigureState::NotReported => &row.period,
        RuleSpan::Period | RuleSpan::Cumulative => &row.cumulative,
    }
}

fn in_hundredths(cell: &FigureCell, decimals: u8) -> Option<i64> {
    match cell.state {
        FigureState::Number => {
            cell.value?.checked_mul(10_i64.checked_pow(u32::from(DECIMALS.saturating_sub(decimals)))?)
        }
        FigureState::Nothing => Some(0),
        FigureState::NotApplicable | FigureState::NotReported => None,
    }
}
