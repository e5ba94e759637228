//! The report writes itself: sections, opening, subject and annexes from what was ticked, noted and counted.
//!
//! Pure. The words are those of officials and fit whatever a plan calls its activities: titles are imperative, so they
//! stand behind a dash and never inside of a sentence. Nothing is said about what nobody has said anything about: of the
//! four kinds of empty only the number 0 and "không có" are ever spoken of. What did not apply is left out.

mod activities;
mod annexes;
mod evaluation;
mod figures;

use chrono::{Datelike, NaiveDate};

use crate::model::{ChecklistItem, Evidence, FigureTable, OurUnit, PhaseCounts, ReportSection};
use crate::plan::{Compose, OutlineSection, Phase, Plan};
use crate::text::format_number;

pub use annexes::annexes;

/// What a section says when there is nothing to tell.
pub(crate) const NOTHING: &str = "Trong đợt, đơn vị chưa phát sinh nội dung này.";

/// All that a report is written from.
#[derive(Debug, Clone, Copy)]
pub struct ComposeInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The phase that is reported.
    pub phase: &'a Phase,
    /// Who reports.
    pub unit: &'a OurUnit,
    /// Activities of the phase that apply to the unit, in the order of the checklist.
    pub items: &'a [ReportedItem],
    /// Figures of the phase.
    pub figures: &'a FigureTable,
    /// The activities of the phase, counted.
    pub counts: PhaseCounts,
    /// Activities of the next phase that apply to the unit; empty in the last one.
    pub next_items: &'a [ChecklistItem],
}

/// An activity with what was noted and kept for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportedItem {
    /// Its line in the checklist.
    pub item: ChecklistItem,
    /// What the official noted.
    pub note: String,
    /// Files and links.
    pub evidence: Vec<Evidence>,
}

/// The sections of the outline with what the program writes into them.
pub fn compose(input: &ComposeInput) -> Vec<ReportSection> {
    let outline = &input.plan.report.outline;
    let homes = activities::homes(input);
    let composed_section = |(index, section): (usize, &OutlineSection)| ReportSection {
        code: section.code.clone(),
        number: section.number.clone(),
        title: section.title.clone(),
        level: section.level,
        has_text: section.compose != Compose::Nothing,
        composed: section_text(input, &homes, index, section),
        kept: None,
        is_outdated: false,
    };
    outline.iter().enumerate().map(composed_section).collect()
}

fn section_text(input: &ComposeInput, homes: &[Option<usize>], index: usize, section: &OutlineSection) -> String {
    let lines = match &section.compose {
        Compose::Nothing => return String::new(),
        Compose::Prompt(text) => vec![filled(input, text)],
        Compose::Activities { indicators, .. } => {
            let codes: Vec<&str> = indicators.iter().map(String::as_str).collect();
            let mut lines = figures::lines(input, &codes);
            lines.extend(activities::lines(input, homes, index));
            lines
        }
        Compose::Form(form) => {
            let mut lines = figures::lines(input, &figures::codes_of_form(input.plan, form));
            lines.extend(activities::lines(input, homes, index));
            if lines.is_empty() {
                lines.extend(activities::told_elsewhere(input, form));
            }
            lines
        }
        Compose::Figures(indicators) => {
            let codes: Vec<&str> = indicators.iter().map(String::as_str).collect();
            figures::lines(input, &codes)
        }
        Compose::Strengths => evaluation::strengths(input),
        Compose::Shortcomings => evaluation::shortcomings(input),
        Compose::NextPhase => evaluation::next_phase(input),
    };
    if lines.is_empty() { NOTHING.to_owned() } else { lines.join("\n") }
}

/// The first paragraph, as a section of its own with the code "opening".
pub fn opening(input: &ComposeInput) -> ReportSection {
    ReportSection {
        code: "opening".to_owned(),
        number: String::new(),
        title: String::new(),
        level: 1,
        has_text: true,
        composed: filled(input, &input.plan.report.opening),
        kept: None,
        is_outdated: false,
    }
}

/// What stands below the type of the document.
pub fn subject(input: &ComposeInput) -> String {
    filled(input, &input.plan.report.subject)
}

/// A text of the template with what is known of the phase and of the unit; a gap stays where it is not.
fn filled(input: &ComposeInput, template: &str) -> String {
    let members = input.unit.members.map_or("…".to_owned(), |members| format_number(i64::from(members), 0));
    template
        .replace("{members}", &members)
        .replace("{phase}", &input.phase.name)
        .replace("{period}", &input.phase.period)
        .replace("{unit}", &input.unit.name)
}

/// A day inside of a text as officials write it: "05/3/2023", "21/02/2023". A zero before days below 10 and before months
/// 1 and 2, as in the date of the document.
fn day(date: NaiveDate) -> String {
    let month = if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("{:02}/{month}/{}", date.day(), date.year())
}

/// A line of a list: a dash before it, one full stop after it.
fn dash(text: &str) -> String {
    format!("- {}.", bare(text))
}

/// A text without the dash before it and the punctuation after it that somebody may have typed.
fn bare(text: &str) -> &str {
    text.trim().trim_start_matches(['-', '–', ' ']).trim_end_matches(['.', ';', ',', ':', ' '])
}
