//! A signature says who wrote the data, not that they make sense: what no program of ours would write is not taken in.

use std::collections::BTreeSet;

use crate::model::{FigureState, ReportPayload, SentAmount, SentFigure};

/// Letters of a name, a title, a number, a reason.
const LINE_LIMIT: usize = 2_000;
const CODE_LIMIT: usize = 100;
const TEXT_LIMIT: usize = 200_000;
const LIST_LIMIT: usize = 20_000;
const VERSION_LIMIT: u32 = 9_999;
/// As much as a figure can be typed: fifteen digits.
const VALUE_LIMIT: u64 = 999_999_999_999_999;

/// True if a report may be taken in.
pub fn is_sound(payload: &ReportPayload) -> bool {
    let ReportPayload { campaign, unit, figures, sections, activities, evidence, .. } = payload;
    let lines = [&unit.name, &unit.superior, &payload.reason, &payload.number, &payload.made_at];
    let codes = [&campaign.plan, &campaign.issuer, &unit.uid, &payload.phase];
    let is_short = lines.iter().all(|line| is_line(line, LINE_LIMIT)) && codes.iter().all(|code| is_code(code));
    let is_few = [figures.len(), sections.len(), activities.len(), evidence.len()].iter().all(|n| *n <= LIST_LIMIT);
    is_short
        && is_few
        && !unit.name.trim().is_empty()
        && (1..=VERSION_LIMIT).contains(&payload.version)
        && payload.sequence >= 0
        && are_figures(figures)
        && sections.iter().all(|section| {
            is_code(&section.code) && is_line(&section.title, LINE_LIMIT) && section.text.plain().len() <= TEXT_LIMIT
        })
        && activities.iter().all(|activity| {
            is_code(&activity.code) && is_line(&activity.title, LINE_LIMIT) && is_line(&activity.reason, LINE_LIMIT)
        })
        && evidence.iter().all(|piece| is_code(&piece.activity) && is_line(&piece.title, LINE_LIMIT) && piece.size >= 0)
}

/// Each figure once, and a number exactly where it is said to be one.
fn are_figures(figures: &[SentFigure]) -> bool {
    let mut seen = BTreeSet::new();
    figures.iter().all(|figure| {
        let is_new = seen.insert((figure.indicator.as_str(), figure.split.as_str()));
        is_new
            && is_code(&figure.indicator)
            && is_code(&figure.split)
            && is_amount(&figure.own)
            && figure.below.as_ref().is_none_or(is_amount)
    })
}

fn is_amount(amount: &SentAmount) -> bool {
    let is_number = amount.state == FigureState::Number;
    amount.value.is_some() == is_number && amount.value.is_none_or(|value| value.unsigned_abs() <= VALUE_LIMIT)
}

fn is_code(code: &str) -> bool {
    is_line(code, CODE_LIMIT)
}

fn is_line(line: &str, limit: usize) -> bool {
    line.len() <= 4 * limit && line.chars().count() <= limit && !line.contains('\0')
}
