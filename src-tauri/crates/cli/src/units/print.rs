//! Units for people to read.

use chrono::NaiveDate;
use sotg_core::model::{DescentManner, KindUse, UnitDetail, UnitFacts, UnitId, UnitNode, UnitSpan, UnitTree};
use sotg_core::text::{format_number, short_date};

use crate::words;

pub fn tree(tree: &UnitTree) {
    for unit in &tree.units {
        let indent = "  ".repeat(unit.depth.into());
        println!("{indent}{}{}", unit.name, note(unit));
    }
    let n = i64::try_from(tree.units.len()).unwrap_or(i64::MAX);
    println!("Ngày {}: {} đơn vị", short_date(tree.on), format_number(n, 0));
}

/// What is needed to name the unit in the next command, and how much is below it.
fn note(unit: &UnitNode) -> String {
    let UnitNode { facts, n_below, .. } = unit;
    let members = facts.members.map(|members| format!(", {members} đoàn viên")).unwrap_or_default();
    let below = if *n_below > 0 { format!(", {n_below} đơn vị bên dưới") } else { String::new() };
    format!("  [{}{members}{below}]", handle(unit.id, facts))
}

fn handle(id: UnitId, facts: &UnitFacts) -> String {
    if facts.code.is_empty() { id.to_string() } else { facts.code.clone() }
}

pub fn kinds(kinds: &[KindUse]) {
    for KindUse { code, name, level, n_units, n_ever } in kinds {
        let ever = if n_ever == n_units { String::new() } else { format!(", từng có {n_ever}") };
        println!("{code:<20} {name} ({}): {n_units} đơn vị{ever}", words::level(*level));
    }
}

pub fn detail(unit: &UnitDetail) {
    let UnitDetail { id, name, level, kind, path, facts, contacts, spans, descents, exists } = unit;
    println!("{name}  [{}]", handle(*id, facts));
    println!("Cấp: {} · loại: {kind}{}", words::level(*level), if *exists { "" } else { " · không có vào ngày này" });
    if !path.is_empty() {
        println!("Thuộc: {}", path.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(" › "));
    }
    let members = facts.members.map_or("chưa rõ".to_owned(), |members| members.to_string());
    println!(
        "Đoàn viên: {members} · {} · trang Facebook: {}",
        words::sector(facts.sector),
        facts.has_page.map_or("chưa rõ", |has| if has { "có" } else { "không" })
    );
    if !facts.followed_by.is_empty() {
        println!("Ban theo dõi: {}", facts.followed_by);
    }
    for contact in contacts {
        println!("Liên hệ: {}  {}  {}", contact.title, contact.phone, contact.email);
    }
    for UnitSpan { starts_on, ends_on, parent_name, name, began_by, ended_by, .. } in spans {
        let below = if parent_name.is_empty() { String::new() } else { format!(", thuộc {parent_name}") };
        let began = if began_by.is_empty() { String::new() } else { format!("; theo {began_by}") };
        let ended = if ended_by.is_empty() { String::new() } else { format!("; kết thúc theo {ended_by}") };
        println!("{} – {}: {name}{below}{began}{ended}", day(*starts_on, "từ trước"), day(*ends_on, "nay"));
    }
    for step in descents {
        let manner = match step.manner {
            DescentManner::Merged => "sáp nhập vào",
            DescentManner::Split => "tách ra",
        };
        println!("{}: {} {manner} {}  {}", short_date(step.on), step.from_name, step.to_name, step.document);
    }
}

fn day(day: Option<NaiveDate>, none: &str) -> String {
    day.map_or(none.to_owned(), short_date)
}
