//! Sections that are not finished: gaps, nothing at all, or written for figures that have changed since.

use super::words::{Word, quoted, words};
use super::{CheckInput, Found, in_section, texts, title_of};
use crate::model::{CheckRule, ReportSection};
use crate::reports::compose::NOTHING;

/// Words shown before and after a gap, so that it is found again.
const AROUND: usize = 4;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    texts(input).flat_map(find_in).collect()
}

fn find_in(section: &ReportSection) -> Vec<Found> {
    let about = |rule| Found::look(rule, in_section(section, "")).with("section", title_of(section));
    if section.text().is_empty() {
        let empty = Found::must(CheckRule::SectionEmpty, in_section(section, ""));
        return vec![empty.with("section", title_of(section))];
    }
    let text = section.text().plain();
    let mut found = Vec::new();
    if text.trim() == NOTHING {
        found.push(about(CheckRule::SectionTellsNothing));
    }
    if section.is_outdated() {
        found.push(about(CheckRule::SectionOutdated));
    }
    for line in text.lines() {
        let words = words(line);
        let gaps = words.iter().enumerate().filter(|(_, word)| is_gap(word));
        found.extend(gaps.map(|(at, _)| {
            let from = at.saturating_sub(AROUND);
            let around = shown_gap(&words, from, at + AROUND + 1);
            let gap = Found::must(CheckRule::GapLeft, in_section(section, &around));
            gap.with("found", around).with("section", title_of(section))
        }));
    }
    found
}

/// "có … đoàn viên". The dots of "cờ, phướn…" follow a word and are no gap.
fn is_gap(word: &Word<'_>) -> bool {
    ["…", "...", "___"].iter().any(|sign| word.raw.starts_with(sign))
}

fn shown_gap(all: &[Word<'_>], from: usize, to: usize) -> String {
    let raw: Vec<&str> = all.iter().take(to).skip(from).map(|word| word.raw).collect();
    if raw.len() > 1 { raw.join(" ") } else { quoted(all, from, to - from) + "…" }
}
