//! Figures in words: this period, and from the second phase on the total so far.

use super::ComposeInput;
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
pub fn lines(input: &ComposeInput, codes: &[&str]) -> Vec<String> {
    let counted: Vec<Counted> = codes.iter().filter_map(|code| find(input, code)).collect();
    let (sums, states): (Vec<Counted>, Vec<Counted>) =
        counted.into_iter().partition(|counted| counted.indicator.roll_up == RollUp::Sum);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(sentence_of_sums(&sums, input.phase.number > 1));
    lines.extend(sentence_of_states(&states));
    let with_zero = |counted: &&Counted| counted.row.period.value == Some(0);
    lines.extend(list("Chưa phát sinh trong đợt", sums.iter().filter(with_zero)));
    let without = |counted: &&Counted| counted.row.period.state == FigureState::Nothing;
    lines.extend(list("Đơn vị không có", sums.iter().chain(&states).filter(without)));
    lines
}

fn find<'a>(input: &ComposeInput<'a>, code: &str) -> Option<Counted<'a>> {
    let indicator = input.plan.indicators.iter().find(|indicator| indicator.code == code)?;
    let mut rows = input.figures.groups.iter().flat_map(|group| &group.rows).filter(|row| row.indicator == code);
    let row = rows.clone().find(|row| row.split.is_empty())?;
    let splits = rows.by_ref().filter(|row| !row.split.is_empty()).collect();
    Some(Counted { indicator, row, splits })
}

fn list<'a>(label: &str, counted: impl Iterator<Item = &'a Counted<'a>>) -> Option<String> {
    let names: Vec<&str> = counted.map(|counted| counted.row.label.as_str()).collect();
    (!names.is_empty()).then(|| format!("{label}: {}.", names.join("; ")))
}

/// "Kết quả trong đợt: 12 cuộc tuyên truyền miệng với 1.240 lượt người dự, nâng tổng số từ đầu chiến dịch đến nay lên
/// 30 cuộc, 3.100 lượt."
fn sentence_of_sums(sums: &[Counted], has_past: bool) -> Option<String> {
    let now: Vec<&Counted> = sums.iter().filter(|counted| is_positive(&counted.row.period)).collect();
    let so_far: Vec<&Counted> = sums.iter().filter(|counted| is_positive(&counted.row.cumulative)).collect();
    let differs = |counted: &&Counted| counted.row.cumulative.value != counted.row.period.value;
    let period = (!now.is_empty()).then(|| format!("Kết quả trong đợt: {}", phrases(&now, |row| &row.period)));
    if !has_past || !so_far.iter().any(differs) {
        return period.map(|period| format!("{period}."));
    }
    match period {
        // With units that repeat, "11 cái, 24 cái" would not say what was counted.
        Some(period) if now.len() == so_far.len() && units_differ(&so_far) => {
            let totals: Vec<String> = so_far
                .iter()
                .map(|counted| format!("{} {}", number(&counted.row.cumulative), counted.row.unit))
                .collect();
            Some(format!("{period}, nâng tổng số từ đầu chiến dịch đến nay lên {}.", totals.join(", ")))
        }
        period => {
            let before = period.map(|period| format!("{period}. ")).unwrap_or_default();
            let total = phrases(&so_far, |row| &row.cumulative);
            Some(format!("{before}Lũy kế từ đầu chiến dịch đến nay: {total}."))
        }
    }
}

/// Attendance joins what was attended: "12 cuộc tuyên truyền miệng với 1.240 lượt người dự".
fn phrases(counted: &[&Counted], cell: impl Fn(&FigureRow) -> &FigureCell) -> String {
    let mut text = String::new();
    let mut is_attendance_before = false;
    for (index, counted) in counted.iter().enumerate() {
        let is_attendance = counted.indicator.phrase.starts_with("{n} lượt");
        text.push_str(match (index, is_attendance, is_attendance_before) {
            (0, _, _) => "",
            (_, true, true) => ", ",
            (_, true, false) => " với ",
            (_, false, _) => "; ",
        });
        text.push_str(&counted.indicator.phrase.replace("{n}", &number(cell(counted.row))));
        text.push_str(&split_text(counted, &cell));
        is_attendance_before = is_attendance;
    }
    text
}

/// " (Ban Chấp hành: 3; khác: 9)"
fn split_text(counted: &Counted, cell: &impl Fn(&FigureRow) -> &FigureCell) -> String {
    let parts: Vec<String> = counted
        .splits
        .iter()
        .filter(|row| is_positive(cell(row)))
        .map(|row| format!("{}: {}", row.label, number(cell(row))))
        .collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// States of affairs hold now, whatever the period: "Đến thời điểm báo cáo: 92% CĐCS … (23/25)."
fn sentence_of_states(states: &[Counted]) -> Option<String> {
    let find = |code: &str| states.iter().find(|counted| counted.indicator.code == code).map(now);
    // What a percentage names in its brackets is not told again by itself.
    let is_named = |counted: &&Counted| {
        let told = states.iter().filter(|percentage| now(percentage).state == FigureState::Number);
        told.filter_map(parts_of).any(|(above, below)| [above, below].contains(&counted.indicator.code.as_str()))
    };
    let said: Vec<String> = states
        .iter()
        .filter(|counted| now(counted).state == FigureState::Number && !is_named(counted))
        .map(|counted| {
            let phrase = counted.indicator.phrase.replace("{n}", &number(now(counted)));
            match parts_of(counted).and_then(|(above, below)| Some((find(above)?, find(below)?))) {
                Some((above, below)) => format!("{phrase} ({}/{})", number(above), number(below)),
                None => phrase,
            }
        })
        .collect();
    (!said.is_empty()).then(|| format!("Đến thời điểm báo cáo: {}.", said.join("; ")))
}

/// Codes of the indicators above and below the line of a percentage.
fn parts_of<'a>(counted: &Counted<'a>) -> Option<(&'a str, &'a str)> {
    match &counted.indicator.roll_up {
        RollUp::Percentage { numerator, denominator } => Some((numerator, denominator)),
        RollUp::Sum | RollUp::Latest => None,
    }
}

/// The value that holds: that of this period, else the last one known.
fn now<'a>(counted: &Counted<'a>) -> &'a FigureCell {
    match counted.row.period.state {
        FigureState::NotReported => &counted.row.cumulative,
        FigureState::Number | FigureState::Nothing | FigureState::NotApplicable => &counted.row.period,
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

/// "1.240", or "ước 1.240" for an estimate.
fn number(cell: &FigureCell) -> String {
    if cell.is_estimate { format!("ước {}", cell.text) } else { cell.text.clone() }
}
