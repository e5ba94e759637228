//! The report writes itself: sections, opening, subject and annexes from what was ticked, noted and counted.
//!
//! Pure. The words are those of officials and fit whatever a plan calls its activities: titles are imperative, so they
//! stand behind a dash and never inside of a sentence. Nothing is said about what nobody has said anything about: of the
//! four kinds of empty only the number 0 and "không có" are ever spoken of. What did not apply is left out.

mod activities;
mod annexes;
mod charts;
mod evaluation;
mod figures;
pub mod sentence;

use chrono::{Datelike, NaiveDate};

use crate::model::{ChecklistItem, Evidence, FigureTable, OurUnit, PhaseCounts, ReportSection, RichText, TextSource};
use crate::plan::{Compose, OutlineSection, Phase, Plan};
use crate::text::format_number;

pub use annexes::{annexes, figures_of_group, listed as activities_listed, tables};
pub use charts::charts;
pub use sentence::Composed;
use sentence::{Sentence, plain};

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
    let composed_section = |(index, section): (usize, &OutlineSection)| {
        let written = section_text(input, &homes, index, section);
        let (level, has_text) = (section.level, section.compose != Compose::Nothing);
        section_of((&section.code, &section.number, &section.title), level, has_text, written)
    };
    outline.iter().enumerate().map(composed_section).collect()
}

fn section_of(
    (code, number, title): (&str, &str, &str),
    level: u8,
    has_text: bool,
    written: Vec<Composed>,
) -> ReportSection {
    let (content, sources) = written.into_iter().map(|composed| (composed.block, composed.sources)).unzip();
    ReportSection {
        code: code.to_owned(),
        number: number.to_owned(),
        title: title.to_owned(),
        level,
        has_text,
        composed: RichText { content },
        kept: None,
        sources,
        changes: Vec::new(),
    }
}

fn section_text(
    input: &ComposeInput,
    homes: &[Option<usize>],
    index: usize,
    section: &OutlineSection,
) -> Vec<Composed> {
    let written = match &section.compose {
        Compose::Nothing => return Vec::new(),
        Compose::Prompt(text) => plain(&filled(input, text)),
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
    if written.is_empty() { plain(NOTHING) } else { written }
}

/// The first paragraph, as a section of its own with the code "opening".
pub fn opening(input: &ComposeInput) -> ReportSection {
    section_of(("opening", "", ""), 1, true, plain(&filled(input, &input.plan.report.opening)))
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

/// An item of a list that tells of an activity, with one full stop after it.
fn told(item: &ChecklistItem, said: &str) -> Composed {
    let source = TextSource::Activity { code: item.code.clone(), title: item.title.clone() };
    Sentence::of(&format!("{}.", bare(said))).from(source).item()
}

/// A text without the dash before it and the punctuation after it that somebody may have typed.
fn bare(text: &str) -> &str {
    text.trim().trim_start_matches(['-', '–', ' ']).trim_end_matches(['.', ';', ',', ':', ' '])
}
