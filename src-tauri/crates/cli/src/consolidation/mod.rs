//! `sotg consolidate`, `narratives`: reports of units added up, frozen, and their texts read beside each other.

mod print;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{ReceivedFileId, RichText};
use sotg_core::{Error, ErrorCode, Result};

use crate::commands::{alter, ask};
use crate::session::Session;

#[derive(Subcommand)]
pub enum Consolidation {
    #[command(about = "Tổng hợp số liệu của các đơn vị trong một đợt, kèm số đơn vị đã có số liệu")]
    Consolidate(Box<Consolidate>),
    #[command(about = "Đọc nội dung báo cáo của các đơn vị theo từng mục, đưa vào báo cáo của mình")]
    Narratives(Narratives),
}

#[derive(Args)]
pub struct Consolidate {
    #[arg(value_name = "ĐỢT")]
    phase: String,
    #[arg(long, help = "Chốt số liệu: từ đây báo cáo của đợt là báo cáo tổng hợp", group = "what")]
    freeze: bool,
    #[arg(long, value_name = "LỜI", requires = "freeze", default_value = "", help = "Ghi chú cho lần chốt")]
    note: String,
    #[arg(long, value_name = "CHỈ TIÊU", help = "Số liệu của từng đơn vị: TQ08, hoặc TM01/khac", group = "what")]
    unit_list: Option<String>,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Minh chứng trong báo cáo của một đơn vị", group = "what")]
    evidence: Option<String>,
    #[arg(long, help = "Những gì đã thay đổi từ khi chốt", group = "what")]
    changes: bool,
    #[arg(long, help = "Cộng lại từ các tệp đã nhận và so với số đã chốt", group = "what")]
    again: bool,
}

#[derive(Args)]
pub struct Narratives {
    #[arg(value_name = "ĐỢT")]
    phase: String,
    #[arg(value_name = "MỤC", help = "Mã của mục; không ghi thì liệt kê các mục")]
    section: Option<String>,
    #[arg(long, value_name = "SỐ", requires = "section", help = "Đưa nội dung của tệp số ấy vào báo cáo của mình")]
    pick: Option<i64>,
    #[arg(long, value_name = "NỘI DUNG", requires = "pick", help = "Nội dung đã sửa (mặc định: nguyên văn)")]
    text: Option<String>,
}

/// Runs one of the two.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Consolidation) -> Result<ExitCode> {
    match command {
        Consolidation::Consolidate(asked) => consolidate(session, *asked),
        Consolidation::Narratives(asked) => narratives(session, asked),
    }
}

fn consolidate(session: &Session, asked: Consolidate) -> Result<ExitCode> {
    let Consolidate { phase, freeze, note, unit_list, evidence, changes, again } = asked;
    if freeze {
        return alter(session, |book, moment| book.freeze_consolidation(moment, &phase, &note));
    }
    if again {
        return check(session, &phase);
    }
    if changes {
        let question = |book: &Book, moment: &Moment| book.consolidation_changes(&phase, moment.today);
        return ask(session, question, print::changes);
    }
    if let Some(unit) = evidence {
        let question = |book: &Book, _: &Moment| book.unit_evidence(&phase, book.find_unit(&unit)?);
        return ask(session, question, |found| print::evidence(found.as_ref()));
    }
    if let Some(place) = unit_list {
        let place = place.split_once('/').unwrap_or((&place, ""));
        let question = |book: &Book, moment: &Moment| book.consolidation_units(&phase, place, moment.today);
        return ask(session, question, print::units);
    }
    ask(session, |book, moment| book.consolidation(&phase, moment.today), print::consolidation)
}

/// Two texts that must be one.
fn check(session: &Session, phase: &str) -> Result<ExitCode> {
    let question = |book: &Book, _: &Moment| {
        let is_same = book.frozen_consolidation(phase)? == book.consolidation_again(phase)?;
        Ok(serde_json::json!({ "is_same": is_same }))
    };
    let mut is_same = false;
    let code = ask(
        session,
        |book, moment| {
            let answer = question(book, moment)?;
            is_same = answer.get("is_same").is_some_and(|is_same| is_same == true);
            Ok(answer)
        },
        |answer| print::again(answer.get("is_same").is_some_and(|is_same| is_same == true)),
    )?;
    Ok(if is_same { code } else { ExitCode::FAILURE })
}

fn narratives(session: &Session, asked: Narratives) -> Result<ExitCode> {
    let Narratives { phase, section, pick, text } = asked;
    let Some(section) = section else {
        let question = |book: &Book, moment: &Moment| book.narrative_sections(&phase, moment.today);
        return ask(session, question, |sections| print::sections(sections));
    };
    let Some(file) = pick.map(ReceivedFileId) else {
        let question = |book: &Book, moment: &Moment| book.narratives(&phase, &section, moment.today);
        return ask(session, question, print::narratives);
    };
    alter(session, |book, moment| {
        let picked = match &text {
            Some(text) => RichText::from_plain(text),
            None => {
                let room = book.narratives(&phase, &section, moment.today)?;
                let mut texts = room.groups.into_iter().flat_map(|group| group.texts);
                let found = texts.find(|text| text.file == file).map(|found| found.text);
                found.ok_or_else(|| {
                    Error::refused(ErrorCode::NotFound, "picking a text").with("what", "received_file").with("id", file)
                })?
            }
        };
        book.pick_narrative(moment, &phase, &section, (file, &picked))
    })
}
