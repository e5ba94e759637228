//! The tables behind the report: all figures with their kinds of empty, and what was done with its evidence.

use super::activities::is_told;
use super::{ComposeInput, ReportedItem, bare, day};
use crate::model::{Align, Annex, AnnexColumn, AnnexRow, Evidence, FigureRow, ProgressState, ReportedActivity};
use crate::plan::Group;

/// The annexes: the table of figures, and the list of activities where there are any.
pub fn annexes(input: &ComposeInput) -> Vec<Annex> {
    let items: Vec<&ReportedItem> = input.items.iter().filter(|item| is_told(item.item.state)).collect();
    let mut annexes = vec![figures(input)];
    if !items.is_empty() {
        annexes.push(activities(input, &items));
    }
    annexes
}

fn column(title: &str, width_mm: u16, align: Align) -> AnnexColumn {
    AnnexColumn { title: title.to_owned(), width_mm, align }
}

fn figures(input: &ComposeInput) -> Annex {
    let mut rows = Vec::new();
    let mut number = 0;
    for group in input.figures.groups.iter().filter(|group| !group.rows.is_empty()) {
        rows.push(AnnexRow::Heading(group.name.clone()));
        for row in group.rows.iter().filter(|row| row.is_printed()) {
            // Splits stand below their indicator without a number of their own.
            number += u32::from(row.split.is_empty());
            rows.push(figure_row(row, number));
        }
    }
    Annex {
        title: format!("{} ({})", input.plan.report.annex_title, input.phase.name),
        columns: vec![
            column("TT", 10, Align::Center),
            column("Chỉ tiêu", 50, Align::Left),
            column("Đơn vị tính", 20, Align::Center),
            column("Trong kỳ", 28, Align::Center),
            column("Lũy kế", 28, Align::Center),
            column("Ghi chú", 19, Align::Left),
        ],
        rows,
        is_landscape: false,
        notes: notes(input),
    }
}

fn figure_row(row: &FigureRow, number: u32) -> AnnexRow {
    let is_split = !row.split.is_empty();
    let label = if is_split { format!("- {}", row.label) } else { row.label.clone() };
    let number = if is_split { String::new() } else { number.to_string() };
    let cells = [
        number,
        label,
        row.unit.clone(),
        row.period.printed().to_owned(),
        row.cumulative.printed().to_owned(),
        row.remark(),
    ];
    AnnexRow::Cells(cells.to_vec())
}

fn notes(input: &ComposeInput) -> Vec<String> {
    let mut rows = input.figures.groups.iter().flat_map(|group| &group.rows);
    let mut notes = vec!["Ghi chú: “Chưa báo cáo” là chưa có số liệu, không phải là số 0.".to_owned()];
    if rows.any(|row| row.unit.starts_with("lượt")) {
        notes.push("Số lượt là số lần tham dự, không phải là số người.".to_owned());
    }
    notes
}

fn activities(input: &ComposeInput, items: &[&ReportedItem]) -> Annex {
    let mut rows = Vec::new();
    let mut number = 0;
    for group in &input.plan.groups {
        let mut of_group = items.iter().filter(|item| item.item.group == group.code).peekable();
        if of_group.peek().is_some() {
            rows.push(AnnexRow::Heading(group.name.clone()));
        }
        for item in of_group {
            number += 1;
            rows.push(activity_row(item, number));
        }
    }
    Annex {
        title: format!("Danh mục việc đã làm ({})", input.phase.name),
        columns: vec![
            column("TT", 12, Align::Center),
            column("Việc", 98, Align::Left),
            column("Ngày hoàn thành", 34, Align::Center),
            column("Minh chứng", 98, Align::Left),
        ],
        rows,
        is_landscape: true,
        notes: Vec::new(),
    }
}

fn activity_row(item: &ReportedItem, number: u32) -> AnnexRow {
    let evidence: Vec<String> = item.evidence.iter().map(Evidence::printed).collect();
    AnnexRow::Cells(vec![number.to_string(), bare(&item.item.title).to_owned(), finished(item), evidence.join("\n")])
}

/// The day on which it was done, or that it is not.
fn finished(item: &ReportedItem) -> String {
    match item.item.state {
        ProgressState::Done => item.item.done_on.map(day).unwrap_or_default(),
        ProgressState::Doing => "Đang triển khai".to_owned(),
        ProgressState::NotStarted | ProgressState::NotApplicable => String::new(),
    }
}

/// The activities of the phase in the order of the plan's groups, each with what stands behind it.
pub fn listed(input: &ComposeInput) -> Vec<ReportedActivity> {
    let listed = |group: &Group, reported: &ReportedItem| ReportedActivity {
        group: group.name.clone(),
        code: reported.item.code.clone(),
        title: bare(&reported.item.title).to_owned(),
        state: reported.item.state,
        due_on: reported.item.due_on,
        done_on: reported.item.done_on,
        finished: finished(reported),
        note: reported.note.clone(),
        evidence: reported.evidence.clone(),
    };
    let of_group = |group: &'_ Group| -> Vec<ReportedActivity> {
        let items = input.items.iter().filter(|reported| reported.item.group == group.code);
        items.map(|reported| listed(group, reported)).collect()
    };
    input.plan.groups.iter().flat_map(of_group).collect()
}
