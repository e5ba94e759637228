//! What was done, as dash lines below the section where each activity belongs.

use super::sentence::plain;
use super::{ComposeInput, Composed, ReportedItem, Sentence, bare, day, told};
use crate::model::ProgressState;
use crate::plan::{Compose, OutlineSection};

/// The section that tells each activity, in the order of the activities.
pub fn homes(input: &ComposeInput) -> Vec<Option<usize>> {
    input.items.iter().map(|item| home(input, item)).collect()
}

/// The activities that belong to a section of the outline: done ones with their day, then those being done.
pub fn lines(input: &ComposeInput, homes: &[Option<usize>], section: usize) -> Vec<Composed> {
    let of_state = |state: ProgressState| -> Vec<&ReportedItem> {
        let here = input.items.iter().zip(homes).filter(|(_, home)| **home == Some(section));
        here.map(|(item, _)| item).filter(|item| item.item.state == state).collect()
    };
    let (done, doing) = (of_state(ProgressState::Done), of_state(ProgressState::Doing));
    let mut lines = Vec::new();
    if !done.is_empty() {
        lines.push(Sentence::of(&format!("Đã hoàn thành {} nội dung:", done.len())).paragraph());
        lines.extend(done.into_iter().map(done_line));
    }
    if !doing.is_empty() {
        lines.push(Sentence::of(&format!("Đang triển khai {} nội dung:", doing.len())).paragraph());
        let line = |item: &ReportedItem| told(&item.item, &with_note(bare(&item.item.title).to_owned(), &item.note));
        lines.extend(doing.into_iter().map(line));
    }
    lines
}

/// That a form was used for activities which other sections tell, for a section that would otherwise read as if the form
/// had not been used at all.
pub fn told_elsewhere(input: &ComposeInput, form: &str) -> Vec<Composed> {
    let uses = |item: &&ReportedItem| is_told(item.item.state) && item.item.forms.iter().any(|used| used == form);
    match input.items.iter().filter(uses).count() {
        0 => Vec::new(),
        count => {
            plain(&format!("Hình thức này được sử dụng khi thực hiện {count} nội dung nêu ở các mục khác của báo cáo."))
        }
    }
}

/// Whether the report speaks of an activity that stands so.
pub fn is_told(state: ProgressState) -> bool {
    match state {
        ProgressState::Done | ProgressState::Doing => true,
        ProgressState::NotStarted | ProgressState::NotApplicable => false,
    }
}

/// The one section that tells an activity: that of its group, else that of its first form that has one, else the first
/// section that tells activities at all. So nothing is told twice and nothing is lost.
fn home(input: &ComposeInput, item: &ReportedItem) -> Option<usize> {
    let outline = &input.plan.report.outline;
    let place = |fits: &dyn Fn(&OutlineSection) -> bool| outline.iter().position(fits);
    let tells_group = |section: &OutlineSection| match &section.compose {
        Compose::Activities { groups, .. } => groups.contains(&item.item.group),
        Compose::Nothing
        | Compose::Prompt(_)
        | Compose::Form(_)
        | Compose::Figures(_)
        | Compose::Strengths
        | Compose::Shortcomings
        | Compose::NextPhase => false,
    };
    let has_form = |section: &OutlineSection, form: &str| matches!(&section.compose, Compose::Form(own) if own == form);
    let by_form = || item.item.forms.iter().find_map(|form| place(&|section| has_form(section, form)));
    let tells_any = |section: &OutlineSection| matches!(section.compose, Compose::Activities { .. } | Compose::Form(_));
    place(&tells_group).or_else(by_form).or_else(|| place(&tells_any))
}

fn done_line(item: &ReportedItem) -> Composed {
    let title = bare(&item.item.title);
    let said = match item.item.done_on {
        Some(date) => format!("{title} (hoàn thành ngày {})", day(date)),
        None => title.to_owned(),
    };
    told(&item.item, &with_note(said, &item.note))
}

/// What was noted follows a colon; lines of the note become parts of one line.
pub fn with_note(text: String, note: &str) -> String {
    let parts: Vec<&str> = note.lines().map(bare).filter(|line| !line.is_empty()).collect();
    if parts.is_empty() { text } else { format!("{text}: {}", parts.join("; ")) }
}
