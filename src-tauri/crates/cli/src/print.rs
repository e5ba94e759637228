//! Listings for people. For programs there is `--json`.

use chrono::NaiveDate;
use serde::Serialize;
use sotg_core::model::{
    ActivityDetail, ChecklistItem, FigureCell, FigureState, FigureTable, HistoryEntry, MilestoneView, MovedItem,
    Outcome, Overview, ProgressState, ReportDraft, ReportRow, StepKind,
};
use sotg_core::text::short_date;

use crate::{signing, words};

/// JSON of a listing.
pub fn json(value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => println!("{text}"),
        Err(error) => eprintln!("{error}"),
    }
}

/// One line after a change.
pub fn outcome(outcome: &Outcome) {
    match &outcome.step {
        Some(step) if step.count > 1 => println!("{}: {} mục", words::op(step.op), step.count),
        Some(step) => println!("{}: {}", words::op(step.op), step.subject),
        None => println!("Không có gì thay đổi."),
    }
}

pub fn day(day: Option<NaiveDate>) -> String {
    day.map_or("chưa có ngày".to_owned(), short_date)
}

fn lateness(late: Option<i32>, left: Option<i32>) -> String {
    match (late, left) {
        (Some(days), _) => format!("QUÁ HẠN {days} ngày"),
        (None, Some(days)) => format!("còn {days} ngày"),
        (None, None) => String::new(),
    }
}

pub fn items(items: &[ChecklistItem]) {
    for item in items {
        let mark = match item.state {
            ProgressState::NotStarted => " ",
            ProgressState::Doing => "~",
            ProgressState::Done => "x",
            ProgressState::NotApplicable => "-",
        };
        let end = item
            .done_on
            .map_or_else(|| lateness(item.days_late, item.days_left), |done| format!("xong {}", short_date(done)));
        println!("[{mark}] {:<16} {}  (hạn {}) {end}", item.code, item.title, day(item.due_on));
    }
}

pub fn overview(overview: &Overview) {
    overview.changed_reports.iter().for_each(signing::show_changed);
    for phase in &overview.phases {
        let counts = phase.counts;
        println!(
            "{}: {} – {}  xong {}/{}, quá hạn {}",
            phase.name,
            day(phase.starts_on),
            day(phase.ends_on),
            counts.done,
            counts.applicable,
            counts.late
        );
    }
    if let Some(report) = &overview.next_report {
        println!(
            "Báo cáo sắp tới: {} hạn {} {}",
            report.phase_name,
            day(report.due_on),
            lateness(report.days_late, report.days_left)
        );
    }
    println!("Quá hạn: {}", overview.late.len());
    items(&overview.late);
    println!("Trong tuần: {}", overview.this_week.len());
    items(&overview.this_week);
}

pub fn activity(detail: &ActivityDetail) {
    items(std::slice::from_ref(&detail.item));
    println!("{}\n{} · {}", detail.explanation, detail.place, detail.who);
    println!("Trạng thái: {} {}", words::progress(detail.item.state), detail.item.reason);
    if !detail.note.is_empty() {
        println!("Ghi chú: {}", detail.note);
    }
    for piece in &detail.evidence {
        println!(
            "Minh chứng {}: {} {}{}",
            piece.id,
            piece.title,
            piece.url,
            if piece.is_missing { " (mất tệp)" } else { "" }
        );
    }
    for row in detail.figures.iter().filter(|row| row.entered.state != FigureState::NotReported) {
        println!("{} {}: {} {}", row.indicator, row.label, cell(&row.entered), row.unit);
    }
}

pub fn cell(cell: &FigureCell) -> String {
    let text = match cell.state {
        FigureState::Number => cell.text.as_str(),
        FigureState::Nothing => "không có",
        FigureState::NotApplicable => "không áp dụng",
        FigureState::NotReported => "chưa báo cáo",
    };
    if cell.is_estimate { format!("{text} (ước)") } else { text.to_owned() }
}

pub fn figures(table: &FigureTable) {
    for group in &table.groups {
        println!("{}", group.name);
        for row in &group.rows {
            let code =
                if row.split.is_empty() { row.indicator.clone() } else { format!("{}/{}", row.indicator, row.split) };
            println!(
                "  {code:<20} {} ({}): {} · lũy kế {}",
                row.label,
                row.unit,
                cell(&row.period),
                cell(&row.cumulative)
            );
        }
    }
    println!("Đã có số liệu: {}/{}", table.n_reported, table.n_indicators);
}

pub fn reports(rows: &[ReportRow]) {
    for row in rows {
        println!(
            "{} ({}): {} · hạn {}{} {}",
            row.phase_name,
            row.phase,
            words::report(row.state),
            day(row.due_on),
            if row.is_proposed { " (đề xuất)" } else { "" },
            lateness(row.days_late, row.days_left)
        );
    }
}

pub fn draft(draft: &ReportDraft) {
    println!(
        "{}\n{}\nSố: {}/{}\n\nBÁO CÁO\n{}\n",
        draft.superior, draft.issuer, draft.head.number, draft.symbol, draft.subject
    );
    println!("Kính gửi: {}\n\n{}\n", draft.head.addressees.join("; "), draft.opening.text().plain());
    for section in &draft.sections {
        println!("{}. {}", section.number, section.title);
        if section.has_text {
            println!("{}", section.text().plain());
        }
    }
}

pub fn milestones(milestones: &[MilestoneView]) {
    for milestone in milestones {
        let until = milestone
            .until
            .filter(|until| Some(*until) != milestone.on)
            .map_or(String::new(), |until| format!(" – {}", short_date(until)));
        let mark = if milestone.is_proposed { " (đề xuất)" } else { "" };
        println!("{:<24} {}{until}{mark}  {}", milestone.code, day(milestone.on), milestone.name);
    }
}

pub fn moved(moved: &[MovedItem]) {
    for item in moved {
        println!(
            "{}: {} – {}  →  {} – {}",
            item.title,
            day(item.old_starts_on),
            day(item.old_ends_on),
            day(item.new_starts_on),
            day(item.new_ends_on)
        );
    }
}

pub fn history(entries: &[HistoryEntry]) {
    for entry in entries {
        history_line(entry, &entry.label.subject);
    }
}

/// One line of the log; `what` says what the change was about.
pub fn history_line(entry: &HistoryEntry, what: &str) {
    let kind = match entry.kind {
        StepKind::Do => "",
        StepKind::Undo => "Hoàn tác: ",
        StepKind::Redo => "Làm lại: ",
    };
    let undone = if entry.is_undone { " (đã hoàn tác)" } else { "" };
    let HistoryEntry { label, at, who, .. } = entry;
    println!("{:>5}  {at}  {who}  {kind}{} {what}{undone}", label.step, words::op(label.op));
}
