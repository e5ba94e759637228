//! Figures of the phase: those that are missing, and those that are far from the phase before.

use std::collections::BTreeSet;

use super::{CheckInput, Found, in_figure};
use crate::model::{CheckRule, FigureGroup, FigureRow, FigureState};
use crate::plan::RollUp;

/// A figure that is so many times that of the phase before, or its part, asks whether it is right.
const TIMES: i64 = 10;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let expected = expected(input);
    let groups = &input.draft.figures.groups;
    let missing = groups.iter().filter_map(|group| missing(group, &expected));
    missing.chain(jumps(input)).collect()
}

/// Indicators that the unit's activities of the phase ask for, without the percentages, which are reckoned.
fn expected<'a>(input: &CheckInput<'a>) -> BTreeSet<&'a str> {
    let codes: BTreeSet<&str> = input.items.iter().map(|item| item.item.code.as_str()).collect();
    let ours = input.plan.activities.iter().filter(|activity| codes.contains(activity.code.as_str()));
    let asked: BTreeSet<&str> = ours.flat_map(|activity| activity.indicators.iter().map(String::as_str)).collect();
    let is_counted = |code: &&str| {
        let indicator = input.plan.indicators.iter().find(|indicator| indicator.code == **code);
        indicator.is_some_and(|indicator| !matches!(indicator.roll_up, RollUp::Percentage { .. }))
    };
    asked.into_iter().filter(is_counted).collect()
}

/// One finding for a heading: forty lines of the same kind would hide the others.
fn missing(group: &FigureGroup, expected: &BTreeSet<&str>) -> Option<Found> {
    let is_missing = |row: &&FigureRow| {
        row.split.is_empty()
            && row.period.state == FigureState::NotReported
            && expected.contains(row.indicator.as_str())
    };
    let missing: Vec<&FigureRow> = group.rows.iter().filter(is_missing).collect();
    let first = missing.first()?;
    // The line of an indicator that is split cannot be typed; its first split can.
    let of_first = |row: &&FigureRow| row.indicator == first.indicator && row.is_editable;
    let cell = group.rows.iter().find(of_first).unwrap_or(first);
    let names: Vec<&str> = missing.iter().map(|row| row.label.as_str()).collect();
    let found = Found::look(CheckRule::IndicatorsMissing, in_figure(&cell.indicator, &cell.split));
    Some(found.with("group", &group.name).with("n", names.len()).with("names", names.join("; ")))
}

fn jumps(input: &CheckInput) -> Vec<Found> {
    let Some(previous) = input.previous else { return Vec::new() };
    let mut before = std::collections::BTreeMap::new();
    for row in previous.groups.iter().flat_map(|group| &group.rows).filter(|row| row.split.is_empty()) {
        before.insert(row.indicator.as_str(), row);
    }
    let rows = input.draft.figures.groups.iter().flat_map(|group| &group.rows).filter(|row| row.split.is_empty());
    rows.filter_map(|row| jump(before.get(row.indicator.as_str())?, row)).collect()
}

fn jump(before: &FigureRow, row: &FigureRow) -> Option<Found> {
    let (old, new) = (before.period.value?, row.period.value?);
    // From 3 to 0 is no fall that anybody would ask about.
    let fell = old >= TIMES && new.saturating_mul(TIMES) <= old;
    let rose = old > 0 && new >= old.saturating_mul(TIMES);
    let rule = match (fell, rose) {
        (true, _) => CheckRule::FigureFell,
        (false, true) => CheckRule::FigureRose,
        (false, false) => return None,
    };
    let found = Found::look(rule, in_figure(&row.indicator, "")).with("name", &row.label).with("unit", &row.unit);
    Some(found.with("old", &before.period.text).with("new", &row.period.text))
}
