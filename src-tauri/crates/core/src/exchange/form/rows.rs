//! What a form asks for, from the plan: the same rows are written and found again.

use chrono::NaiveDate;

use crate::plan::{Compose, Indicator, Plan, RollUp};

use super::codes::RowCode;

/// A line of the sheet of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureLine {
    /// A heading over several.
    Group(String),
    /// The name of an indicator whose splits follow.
    Above(String),
    /// What is filled in.
    Figure(AskedFigure),
}

/// A figure that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedFigure {
    /// Its code.
    pub code: RowCode,
    /// Name of the indicator, or of the split.
    pub label: String,
    /// Name of the indicator above a split; empty for an indicator without splits.
    pub above: String,
    /// "cái".
    pub measure: String,
    /// Digits after the comma.
    pub decimals: u8,
}

/// A section that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedSection {
    /// Its code in the outline.
    pub code: String,
    /// "II", "2.1".
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// True for one with a text; a heading otherwise.
    pub has_text: bool,
}

/// An activity that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedActivity {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Until when.
    pub due_on: Option<NaiveDate>,
}

/// The lines of the sheet of figures. Percentages are reckoned and not asked for; of a split indicator its splits are.
pub fn figures(plan: &Plan) -> Vec<FigureLine> {
    let mut lines = Vec::new();
    for group in &plan.indicator_groups {
        let is_asked = |indicator: &&Indicator| {
            indicator.group == group.code && !matches!(indicator.roll_up, RollUp::Percentage { .. })
        };
        let asked: Vec<&Indicator> = plan.indicators.iter().filter(is_asked).collect();
        if asked.is_empty() {
            continue;
        }
        lines.push(FigureLine::Group(group.name.clone()));
        asked.into_iter().for_each(|indicator| add_figures(&mut lines, indicator));
    }
    lines
}

fn add_figures(lines: &mut Vec<FigureLine>, indicator: &Indicator) {
    let asked = |split: &str, label: &str, above: &str| {
        FigureLine::Figure(AskedFigure {
            code: RowCode::Figure(indicator.code.clone(), split.to_owned()),
            label: label.to_owned(),
            above: above.to_owned(),
            measure: indicator.unit.clone(),
            decimals: indicator.decimals,
        })
    };
    if indicator.splits.is_empty() {
        lines.push(asked("", &indicator.name, ""));
        return;
    }
    lines.push(FigureLine::Above(indicator.name.clone()));
    lines.extend(indicator.splits.iter().map(|split| asked(&split.code, &split.name, &indicator.name)));
}

/// The sections of the report.
pub fn sections(plan: &Plan) -> Vec<AskedSection> {
    let asked = |section: &crate::plan::OutlineSection| AskedSection {
        code: section.code.clone(),
        number: section.number.clone(),
        title: section.title.clone(),
        has_text: section.compose != Compose::Nothing,
    };
    plan.report.outline.iter().map(asked).collect()
}
