//! The office that collects, for people to read.

use sotg_core::model::{
    Board, CongressList, ExpectationChange, ExpectationCount, ExpectedItem, KindExpectation, LateBy, Punctuality,
    ReceivedState, RecordedReminder, Register, RegisterRow, ReminderList, ReportRate,
};
use sotg_core::text::short_date;

use super::dues::Dues;
use crate::print::day;
use crate::words;

pub fn register(register: &Register) {
    for row in &register.rows {
        let indent = "  ".repeat(row.depth.into());
        println!("{indent}{} [{}]: {}", row.name, row.unit, standing(row));
    }
    println!("{}", rate(register.total));
}

fn standing(row: &RegisterRow) -> String {
    let late = row.days_late.map(|days| format!(", trễ {days} ngày")).unwrap_or_default();
    let came = row.received_on.map(|on| format!(", nhận {}", short_date(on))).unwrap_or_default();
    let corrected = row.corrected_on.map(|on| format!(", bản sửa nhận {}", short_date(on))).unwrap_or_default();
    let channel = row.channel.map(|channel| format!(" ({})", words::channel(channel))).unwrap_or_default();
    let due = if row.is_expected { format!(", hạn {}", day(row.due_on)) } else { String::new() };
    let why = if row.exception.is_empty() { String::new() } else { format!(", ngoại lệ: {}", row.exception) };
    format!("{}{came}{channel}{corrected}{due}{late}{why}", state(row))
}

fn state(row: &RegisterRow) -> &'static str {
    match (row.state, row.punctuality) {
        (ReceivedState::Missing, None) => "không phải nộp",
        (ReceivedState::Missing, Some(Punctuality::NotYet)) if row.days_late.is_some() => "QUÁ HẠN",
        (ReceivedState::Missing, Some(_)) => "chưa có",
        (ReceivedState::Received | ReceivedState::Accepted, _) if !row.has_content => "không có nội dung",
        (ReceivedState::Received | ReceivedState::Returned | ReceivedState::Accepted | ReceivedState::Withdrawn, _) => {
            words::received(row.state)
        }
    }
}

fn rate(rate: ReportRate) -> String {
    let ReportRate { expected, on_time, late, not_yet, overdue, unexpected } = rate;
    let unasked = if unexpected == 0 { String::new() } else { format!("; ngoài diện: {unexpected}") };
    format!(
        "Phải nộp: {expected}; đúng hạn: {on_time}/{expected}; trễ: {late}/{expected}; chưa có: {not_yet}/{expected} \
         (quá hạn: {overdue}){unasked}"
    )
}

pub fn board(board: &Board) {
    for row in std::iter::once(&board.total).chain(&board.rows) {
        let name = if row.name.is_empty() { "Tất cả đơn vị" } else { &row.name };
        let open = board.columns.iter().zip(&row.cells).filter(|(column, _)| column.is_open && column.stage.is_empty());
        let cells: Vec<String> =
            open.map(|(column, cell)| format!("{} {}/{}", column.title, cell.done, cell.applicable)).collect();
        let there = |rate: &ReportRate| format!("{}/{}", rate.on_time + rate.late, rate.expected);
        let reports: Vec<String> = row.reports.iter().map(there).collect();
        let indent = "  ".repeat(row.depth.into());
        println!("{indent}{name}: {}; báo cáo {}", cells.join(", "), reports.join(" · "));
    }
}

pub fn expected(items: &[ExpectedItem]) {
    for item in items {
        let state = item.state.map_or("chưa rõ", words::progress);
        let what = if item.activity.is_empty() { "Báo cáo".to_owned() } else { item.activity.clone() };
        let due = match &item.exception {
            Some(exception) if exception.due_on.is_none() => "được miễn".to_owned(),
            Some(_) | None => format!("hạn {}", day(item.due_on)),
        };
        let why = item.exception.as_ref().map(|found| format!(" ({})", found.reason)).unwrap_or_default();
        println!("{} {what:<16} {}: {state}, {due}{why}", item.phase, item.title);
    }
}

/// How a change of a unit changes what is expected of it; nothing where it does not.
pub fn expectation(change: &ExpectationChange) {
    let ExpectationChange { added, removed, redated } = change;
    for (heading, items) in [("Bỏ", removed), ("Thêm", added), ("Đổi hạn", redated)] {
        if !items.is_empty() {
            println!("{heading} {} việc:", items.len());
        }
        for ExpectedItem { activity, phase, title, due_on, .. } in items {
            let what = if activity.is_empty() { "Báo cáo" } else { activity.as_str() };
            println!("    {phase} {what:<16} {title}, hạn {}", day(*due_on));
        }
    }
}

/// The same of all units of a kind.
pub fn kind_expectation(change: &KindExpectation) {
    let KindExpectation { n_units, added, removed, redated } = change;
    if *n_units > 0 {
        println!("Việc phải làm thay đổi ở {n_units} đơn vị:");
    }
    for (heading, items) in [("Bỏ", removed), ("Thêm", added), ("Đổi hạn", redated)] {
        for ExpectationCount { phase, activity, title, n_units } in items {
            let what = if activity.is_empty() { "Báo cáo" } else { activity.as_str() };
            println!("    {heading}: {phase} {what:<16} {title} ({n_units} đơn vị)");
        }
    }
}

pub fn dues(dues: &Dues) {
    for duty in &dues.duties {
        let what = if duty.activity.is_empty() { "Báo cáo" } else { duty.activity.as_str() };
        println!("{what:<16} {}: hạn chung {}", duty.title, day(duty.due_on));
        for own in dues.levels.iter().filter(|own| own.activity == duty.activity) {
            println!("    {}: hạn {}", words::level(own.level), day(own.due_on));
        }
    }
}

pub fn late_by(rule: LateBy) {
    let name = match rule {
        LateBy::Signed => "ngày ký",
        LateBy::Sent => "ngày gửi",
        LateBy::Received => "ngày nhận",
    };
    println!("Trễ tính theo {name}.");
}

pub fn reminders(list: &ReminderList) {
    for row in &list.rows {
        let standing = match row.days_late {
            0 => "hạn hôm nay".to_owned(),
            1.. => format!("trễ {} ngày", row.days_late),
            ..0 => format!("còn {} ngày", -row.days_late),
        };
        let how = |on, channel| format!(", lần cuối {} {}", short_date(on), words::reminder_channel(channel));
        let last = row.reminded_on.zip(row.channel).map(|(on, channel)| how(on, channel)).unwrap_or_default();
        println!("{} [{}]: {standing}, đã đôn đốc {} lần{last}", row.name, row.unit, row.n_reminders);
        println!("  {}", row.chat);
    }
    println!("{} đơn vị cần đôn đốc", list.rows.len());
}

/// Who was reminded, when and how.
pub fn record(record: &[RecordedReminder]) {
    for RecordedReminder { unit, name, step, channel, on, note } in record {
        let note = if note.is_empty() { String::new() } else { format!("; {note}") };
        let how = words::reminder_channel(*channel);
        println!("{}  {name} [{unit}]: {how}, {}{note}", short_date(*on), words::step(*step));
    }
    println!("{} lần đôn đốc", record.len());
}

pub fn congresses(list: &CongressList) {
    for row in &list.rows {
        let congress = &row.congress;
        let held = match (congress.held_on, congress.planned_on) {
            (Some(on), _) => format!("đã tổ chức {}", short_date(on)),
            (None, Some(on)) => format!("dự kiến {}", short_date(on)),
            (None, None) => "chưa có ngày".to_owned(),
        };
        let late = row.days_late.map(|days| format!(", trễ {days} ngày")).unwrap_or_default();
        let indent = "  ".repeat(row.depth.into());
        println!("{indent}{} [{}]: {held}, hạn {}{late}", row.name, congress.unit, day(row.due_on));
    }
    for level in &list.levels {
        let proposed = level.proposed_on.map(|on| format!("; đề nghị ngày {}", short_date(on))).unwrap_or_default();
        println!(
            "{}: đã tổ chức {}/{}, trễ {}, quá hạn {}{proposed}",
            level.name, level.held, level.expected, level.held_late, level.overdue
        );
    }
}
