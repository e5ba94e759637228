//! A thousand units × plan 383: adding up, freezing, the reading room, and the consolidated report in Word.
//!
//! Times are printed and asserted nowhere: the machine decides them.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use chrono::NaiveDate;
use rusqlite::Connection;
use sotg_core::book::Book;
use sotg_core::export;
use sotg_core::model::*;
use sotg_core::sample::province;
use sotg_core::store;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

mod measured;

use measured::Size;
use support::{moment, receipt};

const PHASE: &str = "dot1";

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let n_units: u32 = asked.unwrap_or(1_000);
    let size = Size(n_units);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so");
    province::make(&path, &moment(), n_units).unwrap().close().unwrap();
    let mut book = Book::open(&path).unwrap();
    let today = book.rehearsal_day().unwrap_or(moment().today);
    let now = support::moment_on(today);
    let n_files = fill(&mut book, &path.join("so.db"), today);
    println!("{n_units:>7} units: {n_files} files");
    let made = size.timed("adding up", || book.consolidation(PHASE, today).unwrap());
    let Coverage { reported, expected, .. } = made.coverage;
    println!("{n_units:>7} units: {reported}/{expected} reports");
    size.timed("from which units a figure comes", || book.consolidation_units(PHASE, ("TM01", "khac"), today).unwrap());
    size.timed("the sections of the reading room", || book.narrative_sections(PHASE, today).unwrap());
    let section = book.narrative_sections(PHASE, today).unwrap().remove(1).code;
    let room = size.timed("one section of the reading room", || book.narratives(PHASE, &section, today).unwrap());
    println!("{n_units:>7} units: {} groups of texts", room.groups.len());
    size.timed("freezing", || book.freeze_consolidation(&now, PHASE, "").unwrap());
    size.timed("what has changed since", || book.consolidation_changes(PHASE, today).unwrap());
    let again = size.timed("adding up again from the files", || book.consolidation_again(PHASE).unwrap());
    assert!(again == book.frozen_consolidation(PHASE).unwrap(), "byte for byte");
    let content = size.timed("the consolidated report", || book.report_content(PHASE, today).unwrap());
    size.timed("in Word", || export::report_docx(&content).unwrap());
    size.timed("as a file with its data", || book.report_file(PHASE, today).unwrap());
    size.tell("after everything");
}

/// A report of every unit, as acceptance would keep it.
fn fill(book: &mut Book, database: &std::path::Path, today: NaiveDate) -> usize {
    let register = book.register(PHASE, StructureOf::Then, today).unwrap();
    let units: Vec<(UnitId, String)> = register.rows.into_iter().map(|row| (row.unit, row.name)).collect();
    let table = book.figure_table(PHASE, today).unwrap();
    let places: Vec<(String, String)> = table
        .groups
        .into_iter()
        .flat_map(|group| group.rows)
        .filter(|row| row.is_editable)
        .map(|row| (row.indicator, row.split))
        .collect();
    let draft = book.report_draft(PHASE, today).unwrap();
    let mut connection = Connection::open(database).unwrap();
    let transaction = connection.transaction().unwrap();
    let campaign = transaction.query_row("SELECT max(id) FROM campaign", [], |row| row.get(0)).unwrap();
    for (number, (unit, name)) in units.iter().enumerate() {
        let report = report((number, name), &places, &draft);
        let head = head(*unit, number, today);
        store::received_file::add(&transaction, CampaignId(campaign), &head, &report).unwrap();
        let received = receipt(today);
        store::received::set(&transaction, CampaignId(campaign), PHASE, *unit, Some(&received)).unwrap();
    }
    transaction.commit().unwrap();
    units.len()
}

fn head(unit: UnitId, number: usize, today: NaiveDate) -> FileHead {
    FileHead {
        unit,
        phase: PHASE.to_owned(),
        version: if number.is_multiple_of(50) { 2 } else { 1 },
        sequence: 1,
        payload_sha256: format!("{number:064x}"),
        channel: Channel::Program,
        key: String::new(),
        file_name: "bao-cao.docx".to_owned(),
        file_sha256: format!("{number:064x}"),
        size: 20_000,
        received_on: today,
        entered_for: String::new(),
        edits: "[]".to_owned(),
    }
}

fn report((number, name): (usize, &String), places: &[(String, String)], draft: &ReportDraft) -> ReportPayload {
    let amount =
        |value: usize| SentAmount { state: FigureState::Number, value: i64::try_from(value).ok(), is_estimate: false };
    let figure = |(at, (indicator, split)): (usize, &(String, String))| SentFigure {
        indicator: indicator.clone(),
        split: split.clone(),
        own: amount((number * 7 + at) % 40),
        below: None,
        coverage: None,
    };
    // Of five units three say the same in nearly the same words, and two something of their own.
    let said = |section: &ReportSection| match number % 5 {
        0..3 => format!(
            "{name} đã tổ chức {number} buổi tuyên truyền về đại hội cho đoàn viên, người lao động ở mục {}; \
            phát {} tờ gấp, treo băng rôn tại trụ sở và các điểm dân cư.",
            section.number,
            number * 3
        ),
        other => format!(
            "Nội dung mẫu {number} của {name}: cách làm số {} kết hợp với chuyên đề {}, ở tổ {} và tổ {}; \
            khó khăn là {} nơi xa, {} nơi thiếu loa.",
            number * 31 % 977,
            number * 17 % 811,
            number % 89,
            number % 71,
            other,
            number
        ),
    };
    let sections = draft.sections.iter().filter(|section| section.has_text);
    ReportPayload {
        campaign: CampaignRef::default(),
        unit: UnitRef { uid: String::new(), name: name.clone(), superior: String::new(), level: UnitLevel::Grassroots },
        phase: PHASE.to_owned(),
        version: 1,
        sequence: 1,
        made_at: String::new(),
        is_sent: true,
        cause: VersionCause::First,
        reason: String::new(),
        number: String::new(),
        dated_on: None,
        sent_on: None,
        figures: places.iter().enumerate().map(figure).collect(),
        sections: sections
            .map(|section| SentSection {
                code: section.code.clone(),
                number: section.number.clone(),
                title: section.title.clone(),
                text: RichText::from_plain(&said(section)),
                is_own: true,
            })
            .collect(),
        activities: Vec::new(),
        evidence: Vec::new(),
        printed: (0..150)
            .map(|line| format!("Dòng {line} của văn bản như khi rời chương trình, dài bằng một câu."))
            .collect(),
        is_sample: true,
    }
}
