//! Activities that are not done without a word, and files that are gone.

use super::{CheckInput, Found};
use crate::model::{CheckRule, FindingPlace, ProgressState};
use crate::reports::compose::ReportedItem;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let gone = input.items.iter().flat_map(gone_files);
    gone.chain(input.items.iter().filter(|item| is_open(item)).map(without_note)).collect()
}

fn place(item: &ReportedItem) -> FindingPlace {
    FindingPlace::Activity { code: item.item.code.clone() }
}

fn is_open(item: &ReportedItem) -> bool {
    let is_open = match item.item.state {
        ProgressState::NotStarted | ProgressState::Doing => true,
        ProgressState::Done | ProgressState::NotApplicable => false,
    };
    is_open && item.note.trim().is_empty()
}

fn without_note(item: &ReportedItem) -> Found {
    Found::look(CheckRule::ActivityWithoutNote, place(item)).with("title", &item.item.title)
}

fn gone_files(item: &ReportedItem) -> Vec<Found> {
    let gone = item.evidence.iter().filter(|piece| piece.is_missing);
    let found = |title: &str| Found::must(CheckRule::EvidenceMissing, place(item)).with("file", title);
    gone.map(|piece| found(&piece.title).with("title", &item.item.title)).collect()
}
