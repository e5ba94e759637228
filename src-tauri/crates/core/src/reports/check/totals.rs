//! Numbers that the official typed beside the words of an indicator, held against the figure.
//!
//! What the program wrote is made from the figures and cannot differ; only lines that are not the program's are read.

use super::words::{Word, quoted, stand_at, words};
use super::{CheckInput, Found, in_section, texts};
use crate::model::{CheckRule, FigureCell, FigureRow, FigureState, ReportSection, TextBlock};
use crate::plan::Indicator;
use crate::text::parse_number;

/// Words before a number that say that it is not meant to the last digit.
const ROUGH: [&str; 6] = ["hơn", "gần", "trên", "khoảng", "ước", "chừng"];

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let phrases: Vec<Phrase> = input.plan.indicators.iter().map(Phrase::of).collect();
    let clear: Vec<bool> = phrases.iter().map(|phrase| is_clear(phrase, &phrases)).collect();
    texts(input)
        .flat_map(|section| {
            let lines = typed_lines(section);
            let found: Vec<Found> =
                lines.iter().flat_map(|line| find_in_line(input, section, line, (&phrases, &clear))).collect();
            found
        })
        .collect()
}

/// Lines that are the official's own.
fn typed_lines(section: &ReportSection) -> Vec<String> {
    let Some(kept) = &section.kept else { return Vec::new() };
    let is_typed = |block: &&TextBlock| !section.composed.content.contains(block);
    kept.content.iter().filter(is_typed).map(TextBlock::plain).collect()
}

/// "phát hiện {n} thông tin sai trái": the words before and after the number.
struct Phrase<'a> {
    indicator: &'a Indicator,
    before: Vec<String>,
    after: Vec<String>,
}

impl Phrase<'_> {
    fn of(indicator: &Indicator) -> Phrase<'_> {
        let (before, after) = indicator.phrase.split_once("{n}").unwrap_or(("", &indicator.phrase));
        let keys = |text| words(text).into_iter().map(|word| word.key).collect();
        Phrase { indicator, before: keys(before), after: keys(after) }
    }
}

/// True if the words after the number are enough to know it by: no other phrase goes on like this one.
fn is_clear(phrase: &Phrase, all: &[Phrase]) -> bool {
    let is_same = |other: &Phrase| {
        other.indicator.code != phrase.indicator.code
            && (other.after.starts_with(&phrase.after) || phrase.after.starts_with(&other.after))
    };
    !phrase.after.is_empty() && !all.iter().any(is_same)
}

fn find_in_line(
    input: &CheckInput,
    section: &ReportSection,
    line: &str,
    (phrases, clear): (&[Phrase], &[bool]),
) -> Vec<Found> {
    let words = words(line);
    let numbers = words.iter().enumerate().filter(|(_, word)| word.is_number);
    let judged = numbers.filter_map(|(at, number)| {
        let is_rough = at.checked_sub(1).and_then(|before| words.get(before));
        if is_rough.is_some_and(|word| ROUGH.contains(&word.key.as_str())) {
            return None;
        }
        let phrase = phrase_at(&words, at, phrases, clear)?;
        let row = row_of(input, &phrase.indicator.code)?;
        let value = parse_number(&number.key, row.decimals).ok()?;
        judge(section, row, value, &quoted(&words, at, 1 + phrase.after.len()))
    });
    judged.collect()
}

/// The phrase with the most words around the number; none if two have as many.
fn phrase_at<'a, 'b>(
    words: &[Word<'_>],
    at: usize,
    phrases: &'a [Phrase<'b>],
    clear: &[bool],
) -> Option<&'a Phrase<'b>> {
    let weight = |(phrase, is_clear): (&'a Phrase<'b>, &bool)| {
        let stands_before =
            at.checked_sub(phrase.before.len()).is_some_and(|from| stand_at(words, from, &phrase.before));
        let is_named = *is_clear || (stands_before && !phrase.before.is_empty());
        let matches = is_named && stand_at(words, at + 1, &phrase.after);
        let n_before = if stands_before { phrase.before.len() } else { 0 };
        matches.then_some((phrase.after.len() + n_before, phrase))
    };
    let weighed: Vec<(usize, &Phrase)> = phrases.iter().zip(clear).filter_map(weight).collect();
    let most = weighed.iter().map(|(weight, _)| *weight).max()?;
    let mut best = weighed.iter().filter(|(weight, _)| *weight == most);
    match (best.next(), best.next()) {
        (Some((_, phrase)), None) => Some(phrase),
        (Some(_) | None, _) => None,
    }
}

fn row_of<'a>(input: &CheckInput<'a>, indicator: &str) -> Option<&'a FigureRow> {
    let mut rows = input.draft.figures.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| row.indicator == indicator && row.split.is_empty())
}

fn judge(section: &ReportSection, row: &FigureRow, value: i64, found: &str) -> Option<Found> {
    let is_same = |cell: &FigureCell| cell.value == Some(value);
    if is_same(&row.period) || is_same(&row.cumulative) {
        return None;
    }
    let place = in_section(section, found);
    if row.cumulative.state == FigureState::NotReported {
        return Some(Found::look(CheckRule::TotalUnknown, place).with("found", found).with("name", &row.label));
    }
    let says = |cell: &FigureCell| if cell.text.is_empty() { "–".to_owned() } else { cell.text.clone() };
    let differs = Found::must(CheckRule::TotalDiffers, place).with("found", found).with("name", &row.label);
    Some(differs.with("period", says(&row.period)).with("cumulative", says(&row.cumulative)))
}
