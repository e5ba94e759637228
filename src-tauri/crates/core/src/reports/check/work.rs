//! Activities that are not done without a word, and files that are gone.

use super::{CheckInput, Found};
use crate::model::{CheckRule, FindingPlace, ProgressState};
use crate::reports::compose::ReportedItem;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let gone = input.items.iter().flat_map(gone_files);
    gone.chain(input.items.iter().filter(|item| is_open(input, item)).map(without_note)).collect()
}

fn place(item: &ReportedItem) -> FindingPlace {
    FindingPlace::Activity { code: item.item.code.clone() }
}

/// Not done on its day, or when the phase is over: before that nobody has to say why.
fn is_open(input: &CheckInput, item: &ReportedItem) -> bool {
    let is_open = match item.item.state {
        ProgressState::NotStarted | ProgressState::Doing => true,
        ProgressState::Done | ProgressState::NotApplicable => false,
    };
    let is_over = input.ends_on.is_some_and(|end| end <= input.today);
    let is_due = item.item.due_on.is_some_and(|due| due <= input.today);
    is_open && (is_over || is_due) && item.note.trim().is_empty()
}

fn without_note(item: &ReportedItem) -> Found {
    Found::look(CheckRule::ActivityWithoutNote, place(item)).with("title", &item.item.title)
}

fn gone_files(item: &ReportedItem) -> Vec<Found> {
    let gone = item.evidence.iter().filter(|piece| piece.is_missing);
    let found = |title: &str| Found::must(CheckRule::EvidenceMissing, place(item)).with("file", title);
    gone.map(|piece| found(&piece.title).with("title", &item.item.title)).collect()
}
