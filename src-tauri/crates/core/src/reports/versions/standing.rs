//! Figures and ticks of a report at one moment, small enough to be compared at each look.

use serde::{Deserialize, Serialize};

use crate::model::{ActivityDifference, ChecklistItem, FigureCell, FigureDifference, FigureTable, ProgressState};
use crate::text::format_number;

/// Figures and ticks, as they are kept with a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The lines of the table of figures.
    pub figures: Vec<StandingFigure>,
    /// The activities that applied to the unit.
    pub activities: Vec<StandingActivity>,
}

/// A line of the table of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingFigure {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    pub split: String,
    /// Its name, with that of the split.
    pub label: String,
    /// Its unit.
    pub unit: String,
    /// Digits after the comma.
    pub decimals: u8,
    /// Of the phase.
    pub period: FigureCell,
    /// From the beginning of the campaign.
    pub cumulative: FigureCell,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingActivity {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its state.
    pub state: ProgressState,
    /// Day it was done.
    pub done_on: Option<chrono::NaiveDate>,
}

impl Standing {
    /// What a table of figures and a checklist say.
    pub fn of(table: &FigureTable, items: &[ChecklistItem]) -> Standing {
        let mut figures = Vec::new();
        for group in &table.groups {
            let mut name = "";
            for row in &group.rows {
                if row.split.is_empty() {
                    name = &row.label;
                }
                let label = if row.split.is_empty() { row.label.clone() } else { format!("{name} - {}", row.label) };
                figures.push(StandingFigure {
                    indicator: row.indicator.clone(),
                    split: row.split.clone(),
                    label,
                    unit: row.unit.clone(),
                    decimals: row.decimals,
                    period: row.period.clone(),
                    cumulative: row.cumulative.clone(),
                });
            }
        }
        let activity = |item: &ChecklistItem| StandingActivity {
            code: item.code.clone(),
            title: item.title.clone(),
            state: item.state,
            done_on: item.done_on,
        };
        Standing { figures, activities: items.iter().map(activity).collect() }
    }
}

/// Figures that differ, in the order of the table.
pub fn figures(left: &Standing, right: &Standing) -> Vec<FigureDifference> {
    let is_same = |a: &StandingFigure, b: &StandingFigure| a.indicator == b.indicator && a.split == b.split;
    let mut differences = Vec::new();
    for before in &left.figures {
        let after = right.figures.iter().find(|after| is_same(before, after));
        differences.extend(figure(Some(before), after));
    }
    let is_new = |after: &&StandingFigure| !left.figures.iter().any(|before| is_same(before, after));
    differences.extend(right.figures.iter().filter(is_new).filter_map(|after| figure(None, Some(after))));
    differences
}

fn figure(left: Option<&StandingFigure>, right: Option<&StandingFigure>) -> Option<FigureDifference> {
    let known = right.or(left)?;
    let period = (left.map(|figure| &figure.period), right.map(|figure| &figure.period));
    let cumulative = (left.map(|figure| &figure.cumulative), right.map(|figure| &figure.cumulative));
    let is_cumulative = period.0 == period.1;
    if is_cumulative && cumulative.0 == cumulative.1 {
        return None;
    }
    let (before, after) = if is_cumulative { cumulative } else { period };
    Some(FigureDifference {
        indicator: known.indicator.clone(),
        split: known.split.clone(),
        label: known.label.clone(),
        unit: known.unit.clone(),
        is_cumulative,
        left: before.cloned(),
        right: after.cloned(),
        difference: difference(before, after, known.decimals),
    })
}

fn difference(left: Option<&FigureCell>, right: Option<&FigureCell>, decimals: u8) -> String {
    let (Some(old), Some(new)) = (left.and_then(|cell| cell.value), right.and_then(|cell| cell.value)) else {
        return String::new();
    };
    match new - old {
        0 => String::new(),
        more if more > 0 => format!("+{}", format_number(more, decimals)),
        less => format_number(less, decimals),
    }
}

/// Activities that differ, in the order of the checklist.
pub fn activities(left: &Standing, right: &Standing) -> Vec<ActivityDifference> {
    let mut differences = Vec::new();
    for before in &left.activities {
        let after = right.activities.iter().find(|after| after.code == before.code);
        differences.extend(activity(Some(before), after));
    }
    let is_new = |after: &&StandingActivity| !left.activities.iter().any(|before| before.code == after.code);
    differences.extend(right.activities.iter().filter(is_new).filter_map(|after| activity(None, Some(after))));
    differences
}

fn activity(left: Option<&StandingActivity>, right: Option<&StandingActivity>) -> Option<ActivityDifference> {
    let known = right.or(left)?;
    let says = |activity: Option<&StandingActivity>| activity.map(|activity| (activity.state, activity.done_on));
    let is_same = says(left) == says(right);
    (!is_same).then(|| ActivityDifference {
        code: known.code.clone(),
        title: known.title.clone(),
        left: left.map(|activity| activity.state),
        right: right.map(|activity| activity.state),
        left_done_on: left.and_then(|activity| activity.done_on),
        right_done_on: right.and_then(|activity| activity.done_on),
    })
}
