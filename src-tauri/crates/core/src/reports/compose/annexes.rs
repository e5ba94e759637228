//! The tables behind the report: all figures with their kinds of empty, and what was done with its evidence.

use super::activities::is_told;
use super::{ComposeInput, ReportedItem, bare, day};
use crate::model::{
    Align, Annex, AnnexColumn, AnnexKind, AnnexRow, Evidence, EvidenceKind, FigureGroup, FigureRow, ProgressState,
    ReportedActivity,
};
use crate::plan::Group;
use crate::text::{clean_line, printed_coverage};

const COVERAGE_NOTE: &str = "Cột Ghi chú nêu số đơn vị cấp dưới đã có số liệu trên số đơn vị phải báo cáo.";

/// All tables behind a report.
pub fn annexes(input: &ComposeInput) -> Vec<Annex> {
    tables(input).into_iter().map(|(_, table)| table).collect()
}

/// The tables by their kind: the figures, the list of activities and the list of links, each where there is anything.
pub fn tables(input: &ComposeInput) -> Vec<(AnnexKind, Annex)> {
    let items: Vec<&ReportedItem> = input.items.iter().filter(|item| is_told(item.item.state)).collect();
    let mut tables = vec![(AnnexKind::Figures, figures(input))];
    if !items.is_empty() {
        tables.push((AnnexKind::Activities, activities(input, &items)));
    }
    tables.extend(links(input).map(|links| (AnnexKind::Links, links)));
    tables
}

fn column(title: &str, width_mm: u16, align: Align) -> AnnexColumn {
    AnnexColumn { title: title.to_owned(), width_mm, align, is_link: false }
}

fn figures(input: &ComposeInput) -> Annex {
    let is_consolidated = input.figures.is_consolidated();
    let mut rows = Vec::new();
    let mut number = 0;
    for group in input.figures.groups.iter().filter(|group| !group.rows.is_empty()) {
        rows.push(AnnexRow::Heading(group.name.clone()));
        rows.extend(figure_rows(group, &mut number, is_consolidated));
    }
    Annex {
        title: format!("{} ({})", input.plan.report.annex_title, input.phase.name),
        columns: if is_consolidated { consolidated_columns() } else { figure_columns() },
        rows,
        is_landscape: is_consolidated,
        notes: notes(input),
    }
}

/// The figures of one group, as a table inside of the text has them.
pub fn figures_of_group(group: &FigureGroup) -> Annex {
    let rows = figure_rows(group, &mut 0, false);
    Annex { title: group.name.clone(), columns: figure_columns(), rows, is_landscape: false, notes: Vec::new() }
}

fn figure_columns() -> Vec<AnnexColumn> {
    vec![
        column("TT", 10, Align::Center),
        column("Chỉ tiêu", 50, Align::Left),
        column("Đơn vị tính", 20, Align::Center),
        column("Trong kỳ", 28, Align::Center),
        column("Lũy kế", 28, Align::Center),
        column("Ghi chú", 19, Align::Left),
    ]
}

/// What our unit did and what the units below it did, apart: who adds up further up counts nothing twice.
fn consolidated_columns() -> Vec<AnnexColumn> {
    vec![
        column("TT", 10, Align::Center),
        column("Chỉ tiêu", 66, Align::Left),
        column("Đơn vị tính", 20, Align::Center),
        column("Tự làm", 25, Align::Center),
        column("Đơn vị dưới", 25, Align::Center),
        column("Tổng", 25, Align::Center),
        column("Lũy kế", 25, Align::Center),
        column("Ghi chú", 46, Align::Left),
    ]
}

/// `number` is that of the last line before.
fn figure_rows(group: &FigureGroup, number: &mut u32, is_consolidated: bool) -> Vec<AnnexRow> {
    let numbered = |row: &FigureRow| {
        // Splits stand below their indicator without a number of their own.
        *number += u32::from(row.split.is_empty());
        figure_row(row, *number, is_consolidated)
    };
    group.rows.iter().filter(|row| row.is_printed()).map(numbered).collect()
}

fn figure_row(row: &FigureRow, number: u32, is_consolidated: bool) -> AnnexRow {
    let is_split = !row.split.is_empty();
    let label = if is_split { format!("- {}", row.label) } else { row.label.clone() };
    let number = if is_split { String::new() } else { number.to_string() };
    let mut cells = vec![number, label, row.unit.clone()];
    if is_consolidated {
        cells.extend([&row.own, &row.below].map(|cell| cell.printed().to_owned()));
    }
    cells.extend([&row.period, &row.cumulative].map(|cell| cell.printed().to_owned()));
    let coverage = row.coverage.as_ref().map(printed_coverage);
    let remarks = coverage.into_iter().chain(Some(row.remark()).filter(|remark| !remark.is_empty()));
    cells.push(remarks.collect::<Vec<_>>().join("; "));
    AnnexRow::Cells(cells)
}

fn notes(input: &ComposeInput) -> Vec<String> {
    let mut rows = input.figures.groups.iter().flat_map(|group| &group.rows);
    let mut notes = vec!["Ghi chú: “Chưa báo cáo” là chưa có số liệu, không phải là số 0.".to_owned()];
    if rows.any(|row| row.unit.starts_with("lượt")) {
        notes.push("Số lượt là số lần tham dự, không phải là số người.".to_owned());
    }
    if input.figures.is_consolidated() {
        notes.push(COVERAGE_NOTE.to_owned());
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

/// The links of all activities of the phase, in the order of the checklist.
fn links(input: &ComposeInput) -> Option<Annex> {
    let mut rows = Vec::new();
    for item in input.items {
        for link in item.evidence.iter().filter(|piece| piece.kind == EvidenceKind::Link) {
            let title = if link.title == link.url { String::new() } else { clean_line(&link.title) };
            let on = item.item.done_on.map(day).unwrap_or_default();
            let activity = bare(&item.item.title).to_owned();
            rows.push(AnnexRow::Cells(vec![(rows.len() + 1).to_string(), title, activity, on, link.url.clone()]));
        }
    }
    (!rows.is_empty()).then(|| Annex {
        title: format!("Danh mục tin, bài, đường dẫn ({})", input.phase.name),
        columns: vec![
            column("TT", 12, Align::Center),
            column("Tin, bài", 66, Align::Left),
            column("Việc", 66, Align::Left),
            column("Ngày hoàn thành", 28, Align::Center),
            AnnexColumn { is_link: true, ..column("Đường dẫn", 70, Align::Left) },
        ],
        rows,
        is_landscape: true,
        notes: Vec::new(),
    })
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
