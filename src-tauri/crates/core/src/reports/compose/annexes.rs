//! The tables behind the report: all figures with their kinds of empty, and what was done with its evidence.

use super::activities::is_told;
use super::{ComposeInput, ReportedItem, bare, day};
use crate::model::{
    Align, Annex, AnnexColumn, AnnexRow, Evidence, EvidenceKind, FigureCell, FigureRow, FigureState, ProgressState,
};

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
        // A split that nobody reported says no more than the line above it.
        let is_said = |row: &&FigureRow| row.split.is_empty() || row.cumulative.state != FigureState::NotReported;
        for row in group.rows.iter().filter(is_said) {
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
    let cells = [number, label, row.unit.clone(), cell_text(&row.period), cell_text(&row.cumulative), remark(row)];
    AnnexRow::Cells(cells.to_vec())
}

/// The four kinds of empty, each by its own name.
fn cell_text(cell: &FigureCell) -> String {
    match cell.state {
        FigureState::Number => cell.text.clone(),
        FigureState::Nothing => "Không có".to_owned(),
        FigureState::NotApplicable => "Không áp dụng".to_owned(),
        FigureState::NotReported => "Chưa báo cáo".to_owned(),
    }
}

fn remark(row: &FigureRow) -> String {
    let mut remarks = Vec::new();
    if row.period.is_estimate || row.cumulative.is_estimate {
        remarks.push("Ước tính".to_owned());
    }
    if !row.target.is_empty() {
        remarks.push(format!("Chỉ tiêu giao: {}", row.target));
    }
    remarks.join("; ")
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
    let on = match item.item.state {
        ProgressState::Done => item.item.done_on.map(day).unwrap_or_default(),
        ProgressState::Doing | ProgressState::NotStarted | ProgressState::NotApplicable => "Đang triển khai".to_owned(),
    };
    let evidence: Vec<String> = item.evidence.iter().map(evidence_text).collect();
    AnnexRow::Cells(vec![number.to_string(), bare(&item.item.title).to_owned(), on, evidence.join("\n")])
}

fn evidence_text(evidence: &Evidence) -> String {
    match evidence.kind {
        EvidenceKind::File => evidence.title.clone(),
        EvidenceKind::Link if evidence.title.is_empty() || evidence.title == evidence.url => evidence.url.clone(),
        EvidenceKind::Link => format!("{}: {}", evidence.title, evidence.url),
    }
}
