//! Figures in words: this period, and from the second phase on the total so far.

use super::super::live;
use super::{ComposeInput, Composed, Sentence};
use crate::model::FigureMeasure::{self, Cumulative, Period};
use crate::model::{FigureCell, FigureRow, FigureState};
use crate::plan::{Compose, Indicator, Plan, RollUp};

/// An indicator with its lines in the table of figures.
struct Counted<'a> {
    indicator: &'a Indicator,
    row: &'a FigureRow,
    splits: Vec<&'a FigureRow>,
}

/// Indicators whose main form this is and that no section names by itself.
pub fn codes_of_form<'a>(plan: &'a Plan, form: &str) -> Vec<&'a str> {
    let is_named = |code: &String| {
        plan.report.outline.iter().any(|section| match &section.compose {
            Compose::Activities { indicators, .. } | Compose::Figures(indicators) => indicators.contains(code),
            Compose::Nothing
            | Compose::Prompt(_)
            | Compose::Form(_)
            | Compose::Strengths
            | Compose::Shortcomings
            | Compose::NextPhase => false,
        })
    };
    let belongs = |indicator: &&Indicator| {
        indicator.forms.first().is_some_and(|first| first == form) && !is_named(&indicator.code)
    };
    plan.indicators.iter().filter(belongs).map(|indicator| indicator.code.as_str()).collect()
}

/// What the report says of these indicators; nothing of those that nobody has reported.
pub fn lines(input: &ComposeInput, codes: &[&str]) -> Vec<Composed> {
    let counted: Vec<Counted> = codes.iter().filter_map(|code| find(input, code)).collect();
    let (sums, states): (Vec<Counted>, Vec<Counted>) =
        counted.into_iter().partition(|counted| counted.indicator.roll_up == RollUp::Sum);
    let mut said = Vec::new();
    said.extend(sentence_of_sums(&sums, input.phase.number > 1));
    said.extend(sentence_of_states(&states));
    let with_zero = |counted: &&Counted| counted.row.period.value == Some(0);
    said.extend(list("Chưa phát sinh trong đợt", sums.iter().filter(with_zero)));
    let without = |counted: &&Counted| counted.row.period.state == FigureState::Nothing;
    said.extend(list("Đơn vị không có", sums.iter().chain(&states).filter(without)));
    said.into_iter().map(Sentence::paragraph).collect()
}

fn find<'a>(input: &ComposeInput<'a>, code: &str) -> Option<Counted<'a>> {
    let indicator = input.plan.indicators.iter().find(|indicator| indicator.code == code)?;
    let mut rows = input.figures.groups.iter().flat_map(|group| &group.rows).filter(|row| row.indicator == code);
    let row = rows.clone().find(|row| row.split.is_empty())?;
    let splits = rows.by_ref().filter(|row| !row.split.is_empty()).collect();
    Some(Counted { indicator, row, splits })
}

fn list<'a>(label: &str, counted: impl Iterator<Item = &'a Counted<'a>>) -> Option<Sentence> {
    let rows: Vec<&FigureRow> = counted.map(|counted| counted.row).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    let sentence = Sentence::of(&format!("{label}: {}.", names.join("; ")));
    (!rows.is_empty()).then(|| rows.into_iter().fold(sentence, Sentence::from_figure))
}

/// "Kết quả trong đợt: 12 cuộc tuyên truyền miệng với 1.240 lượt người dự, nâng tổng số từ đầu chiến dịch đến nay lên
/// 30 cuộc, 3.100 lượt."
fn sentence_of_sums(sums: &[Counted], has_past: bool) -> Option<Sentence> {
    let now: Vec<&Counted> = sums.iter().filter(|counted| is_positive(&counted.row.period)).collect();
    let so_far: Vec<&Counted> = sums.iter().filter(|counted| is_positive(&counted.row.cumulative)).collect();
    let differs = |counted: &&Counted| counted.row.cumulative.value != counted.row.period.value;
    let period = (!now.is_empty()).then(|| Sentence::of("Kết quả trong đợt: ").then(phrases(&now, Period)));
    if !has_past || !so_far.iter().any(differs) {
        return period.map(|period| period.say("."));
    }
    match period {
        // With units that repeat, "11 cái, 24 cái" would not say what was counted.
        Some(period) if now.len() == so_far.len() && units_differ(&so_far) => {
            let mut said = period.say(", nâng tổng số từ đầu chiến dịch đến nay lên ");
            for (index, counted) in so_far.iter().enumerate() {
                said = said.say(if index > 0 { ", " } else { "" }).figure(counted.row, Cumulative);
                said = said.say(&format!(" {}", counted.row.unit));
            }
            Some(said.say("."))
        }
        period => {
            let before = period.map(|period| period.say(". ")).unwrap_or_default();
            let total = Sentence::of("Lũy kế từ đầu chiến dịch đến nay: ").then(phrases(&so_far, Cumulative));
            Some(before.then(total).say("."))
        }
    }
}

/// Attendance joins what was attended: "12 cuộc tuyên truyền miệng với 1.240 lượt người dự".
fn phrases(counted: &[&Counted], measure: FigureMeasure) -> Sentence {
    let mut said = Sentence::default();
    let mut is_attendance_before = false;
    for (index, counted) in counted.iter().enumerate() {
        let is_attendance = counted.indicator.phrase.starts_with("{n} lượt");
        said = said.say(match (index, is_attendance, is_attendance_before) {
            (0, _, _) => "",
            (_, true, true) => ", ",
            (_, true, false) => " với ",
            (_, false, _) => "; ",
        });
        said = said.phrase(&counted.indicator.phrase, counted.row, measure).then(splits(counted, measure));
        is_attendance_before = is_attendance;
    }
    said
}

/// " (Ban Chấp hành: 3; khác: 9)"
fn splits(counted: &Counted, measure: FigureMeasure) -> Sentence {
    let parts = counted.splits.iter().filter(|row| is_positive(live::cell(row, measure)));
    let mut said = Sentence::default();
    for (index, row) in parts.enumerate() {
        let before = if index == 0 { " (" } else { "; " };
        said = said.say(&format!("{before}{}: ", row.label)).figure(row, measure);
    }
    if said == Sentence::default() { said } else { said.say(")") }
}

/// States of affairs hold now, whatever the period: "Đến thời điểm báo cáo: 92% CĐCS … (23/25)."
fn sentence_of_states(states: &[Counted]) -> Option<Sentence> {
    let find = |code: &str| states.iter().find(|counted| counted.indicator.code == code);
    // What a percentage names in its brackets is not told again by itself.
    let is_named = |counted: &&Counted| {
        let told = states.iter().filter(|percentage| now(percentage).state == FigureState::Number);
        told.filter_map(parts_of).any(|(above, below)| [above, below].contains(&counted.indicator.code.as_str()))
    };
    let said = states.iter().filter(|counted| now(counted).state == FigureState::Number && !is_named(counted));
    let mut sentence = Sentence::of("Đến thời điểm báo cáo: ");
    let mut is_first = true;
    for counted in said {
        sentence = sentence.say(if is_first { "" } else { "; " });
        sentence = sentence.phrase(&counted.indicator.phrase, counted.row, measure_of(counted));
        if let Some((above, below)) = parts_of(counted).and_then(|(above, below)| Some((find(above)?, find(below)?))) {
            sentence = sentence.say(" (").figure(above.row, measure_of(above));
            sentence = sentence.say("/").figure(below.row, measure_of(below)).say(")");
        }
        is_first = false;
    }
    (!is_first).then(|| sentence.say("."))
}

/// Codes of the indicators above and below the line of a percentage.
fn parts_of<'a>(counted: &Counted<'a>) -> Option<(&'a str, &'a str)> {
    match &counted.indicator.roll_up {
        RollUp::Percentage { numerator, denominator } => Some((numerator, denominator)),
        RollUp::Sum | RollUp::Latest => None,
    }
}

/// The value that holds.
fn now<'a>(counted: &Counted<'a>) -> &'a FigureCell {
    live::cell(counted.row, measure_of(counted))
}

/// Which value holds: that of this period, else the last one known.
fn measure_of(counted: &Counted) -> FigureMeasure {
    match counted.row.period.state {
        FigureState::NotReported => Cumulative,
        FigureState::Number | FigureState::Nothing | FigureState::NotApplicable => Period,
    }
}

fn is_positive(cell: &FigureCell) -> bool {
    cell.value.is_some_and(|value| value > 0)
}

fn units_differ(counted: &[&Counted]) -> bool {
    let mut units: Vec<&str> = counted.iter().map(|counted| counted.row.unit.as_str()).collect();
    units.sort_unstable();
    units.windows(2).all(|pair| pair.first() != pair.last())
}
