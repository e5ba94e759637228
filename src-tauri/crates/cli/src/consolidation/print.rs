//! What was added up, for people to read.

use sotg_core::model::{
    ChangedUnit, Consolidation, ConsolidationChanges, ConsolidationUnit, ConsolidationUnits, FigureDifference,
    FrozenHead, LeftOut, LeftOutReason, NarrativeSection, Narratives, SinceFrozen, UnitEvidence,
};
use sotg_core::text::{printed_coverage, short_date};

use crate::print::cell;
use crate::words;

pub fn consolidation(made: &Consolidation) {
    for group in &made.groups {
        println!("{}", group.name);
        for line in &group.rows {
            let row = &line.row;
            let coverage = row.coverage.as_ref().map(printed_coverage).unwrap_or_default();
            let differs =
                if line.n_differences > 0 { format!("; {} nơi lệch", line.n_differences) } else { String::new() };
            println!(
                "  {:<20} {} ({}): tự làm {} · đơn vị dưới {} · tổng {} ({coverage}{differs})",
                code(&row.indicator, &row.split),
                row.label,
                row.unit,
                cell(&row.own),
                cell(&row.below),
                cell(&row.period),
            );
        }
    }
    println!("Báo cáo đã nhận: {}", printed_coverage(&made.coverage));
    if made.n_without_figures > 0 {
        println!("Đã nhận nhưng không có số liệu trong tệp: {} đơn vị", made.n_without_figures);
    }
    for LeftOut { name, reason, .. } in &made.left_out {
        println!("Không tính: {name} ({})", left_out(*reason));
    }
    match &made.frozen {
        Some(frozen) => println!("{}", head(frozen)),
        None => println!("Chưa chốt số liệu."),
    }
}

fn code(indicator: &str, split: &str) -> String {
    if split.is_empty() { indicator.to_owned() } else { format!("{indicator}/{split}") }
}

fn head(frozen: &FrozenHead) -> String {
    let note = if frozen.note.is_empty() { String::new() } else { format!(" – {}", frozen.note) };
    format!("Đã chốt ngày {}: {} đơn vị{note}", short_date(frozen.frozen_on), frozen.n_units)
}

fn left_out(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Returned => "báo cáo đã trả lại",
        LeftOutReason::Withdrawn => "đơn vị đã rút báo cáo",
        LeftOutReason::NotReceived => "sổ nhận báo cáo ghi là chưa có",
        LeftOutReason::NotThere => "đơn vị không còn hoạt động vào ngày tính",
    }
}

pub fn units(made: &ConsolidationUnits) {
    for unit in &made.units {
        println!("{}{} [{}]: {}", "  ".repeat(unit.depth.into()), unit.name, unit.unit, part(unit));
    }
    let coverage = made.row.coverage.as_ref().map(printed_coverage).unwrap_or_default();
    println!("{}: {} {} ({coverage})", made.row.label, cell(&made.row.below), made.row.unit);
}

fn part(unit: &ConsolidationUnit) -> String {
    let mut said = if unit.file.is_some() { cell(&unit.own) } else { words::received(unit.state).to_owned() };
    if let Some(stated) = &unit.stated {
        let differs = if unit.differs {
            format!(", tệp của các đơn vị ấy cộng lại {}", cell(&unit.files))
        } else {
            String::new()
        };
        said.push_str(&format!(", báo cáo đơn vị dưới {}{differs}", cell(stated)));
    }
    if unit.version > 1 {
        said.push_str(&format!(", bản {}", unit.version));
    }
    if unit.is_late {
        said.push_str(", trễ");
    }
    if unit.n_evidence > 0 {
        said.push_str(&format!(", {} minh chứng", unit.n_evidence));
    }
    if unit.file.is_some() && !unit.counts {
        said.push_str(", đã tính trong báo cáo của cấp trên");
    }
    said
}

pub fn evidence(found: Option<&UnitEvidence>) {
    let Some(found) = found else {
        println!("Chưa có tệp báo cáo của đơn vị này.");
        return;
    };
    println!("{}, nhận ngày {}", found.file_name, short_date(found.received_on));
    for piece in &found.evidence {
        let what = if piece.address.is_empty() { &piece.sha256 } else { &piece.address };
        println!("  {}: {} ({what})", piece.activity, piece.title);
    }
}

pub fn changes(changes: &ConsolidationChanges) {
    println!("{}", head(&changes.frozen));
    for ChangedUnit { name, change, .. } in &changes.units {
        let change = match change {
            SinceFrozen::Came => "mới có báo cáo",
            SinceFrozen::Corrected => "đã gửi bản sửa",
            SinceFrozen::Left => "không còn tính",
        };
        println!("  {name}: {change}");
    }
    for FigureDifference { indicator, split, label, left, right, difference, .. } in &changes.figures {
        let side = |side: &Option<_>| side.as_ref().map(cell).unwrap_or_default();
        println!("  {} {label}: {} → {} {difference}", code(indicator, split), side(left), side(right));
    }
    if changes.units.is_empty() && changes.figures.is_empty() {
        println!("Từ khi chốt không có gì thay đổi.");
    }
}

pub fn again(is_same: bool) {
    println!(
        "{}",
        if is_same {
            "Cộng lại từ các tệp đã nhận: đúng từng chữ số đã chốt."
        } else {
            "Cộng lại từ các tệp đã nhận: KHÁC với số đã chốt. Sổ có thể đã hỏng."
        }
    );
}

pub fn sections(sections: &[NarrativeSection]) {
    for NarrativeSection { code, number, title, n_own, n_composed, n_picked } in sections {
        println!(
            "{code:<20} {number} {title}: {n_own} đơn vị tự viết, {n_composed} do chương trình soạn, đã lấy {n_picked}"
        );
    }
}

pub fn narratives(room: &Narratives) {
    for group in &room.groups {
        let kind = if group.is_own { "tự viết" } else { "do chương trình soạn" };
        println!("— {} đơn vị, {kind}", group.texts.len());
        for (number, text) in group.texts.iter().enumerate() {
            let picked = if text.is_picked { ", đã lấy" } else { "" };
            println!("  {} [tệp {}{picked}]", text.name, text.file);
            if number == 0 {
                println!("{}", text.text.plain());
            }
        }
    }
    println!("Không viết gì: {} đơn vị", room.n_silent);
}
