//! The charts that a report can show: how far the groups of activities are, and the figures of each group.

use super::ComposeInput;
use crate::completeness;
use crate::model::{Chart, ChartBar, ChartPanel, ChartValue, FigureCell, FigureGroup, FigureRow};

/// Every chart in which something is to be seen.
pub fn charts(input: &ComposeInput) -> Vec<Chart> {
    let groups = input.figures.groups.iter();
    progress(input).into_iter().chain(groups.filter_map(|group| figures(input, group))).collect()
}

/// How many activities of each group are done, of how many that apply.
fn progress(input: &ComposeInput) -> Option<Chart> {
    let bars: Vec<ChartBar> = input
        .plan
        .groups
        .iter()
        .filter_map(|group| {
            let items = input.items.iter().map(|reported| &reported.item).filter(|item| item.group == group.code);
            let counts = completeness::count(items);
            let label = group.name.clone();
            let values = vec![count(counts.done), count(counts.applicable)];
            (counts.applicable > 0).then_some(ChartBar { label, values })
        })
        .collect();
    (!bars.is_empty()).then(|| Chart {
        code: "progress".to_owned(),
        title: format!("Tiến độ thực hiện theo nhóm việc ({})", input.phase.name),
        series: vec!["Đã xong".to_owned(), "Phải thực hiện".to_owned()],
        panels: vec![ChartPanel { unit: "việc".to_owned(), bars }],
    })
}

fn count(count: u32) -> ChartValue {
    ChartValue { hundredths: Some(i64::from(count) * 100), text: count.to_string() }
}

/// The figures of a group: what is counted in the same unit stands together, to one scale. Nothing is drawn of what nobody
/// has reported, and no chart of nothing but zeros.
fn figures(input: &ComposeInput, group: &FigureGroup) -> Option<Chart> {
    let rows: Vec<&FigureRow> = group.rows.iter().filter(|row| row.split.is_empty() && is_drawn(row)).collect();
    // In the first phase both numbers are the same, and the second bar would say nothing.
    let has_past = rows.iter().any(|row| row.period.value != row.cumulative.value);
    let is_seen = rows.iter().any(|row| [&row.period, &row.cumulative].iter().any(|cell| cell.value > Some(0)));
    is_seen.then(|| Chart {
        code: format!("figures:{}", group.code),
        title: format!("{} ({})", group.name, input.phase.name),
        series: ["Trong kỳ", "Lũy kế"].iter().take(if has_past { 2 } else { 1 }).map(|&name| name.to_owned()).collect(),
        panels: panels(&rows, has_past),
    })
}

fn is_drawn(row: &FigureRow) -> bool {
    row.period.value.is_some() || row.cumulative.value.is_some()
}

fn panels(rows: &[&FigureRow], has_past: bool) -> Vec<ChartPanel> {
    let mut panels: Vec<ChartPanel> = Vec::new();
    for row in rows {
        let cells = [&row.period, &row.cumulative];
        let values = cells.iter().take(if has_past { 2 } else { 1 }).map(|cell| value(row, cell)).collect();
        let bar = ChartBar { label: row.label.clone(), values };
        match panels.iter_mut().find(|panel| panel.unit == row.unit) {
            Some(panel) => panel.bars.push(bar),
            None => panels.push(ChartPanel { unit: row.unit.clone(), bars: vec![bar] }),
        }
    }
    panels
}

fn value(row: &FigureRow, cell: &FigureCell) -> ChartValue {
    let hundredths = cell.value.map(|value| match row.decimals {
        0 => value.saturating_mul(100),
        1 => value.saturating_mul(10),
        _ => value,
    });
    let text = if cell.is_estimate { format!("ước {}", cell.text) } else { cell.printed().to_owned() };
    ChartValue { hundredths, text }
}
