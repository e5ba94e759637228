//! Names of the campaign in the texts: its term, its congresses, its phase.
//!
//! Whoever takes a report of five years ago as his model leaves the old term in it; even the plan itself wrote
//! "Đại hội XIII … nhiệm kỳ 2018 - 2023" once. What the plan says in its own titles is no slip.

use super::words::{Word, quoted, words};
use super::{CheckInput, Found, in_section, texts};
use crate::model::{CheckRule, MilestoneKind, ReportSection};
use crate::plan::{Compose, Plan};

/// How far behind "đại hội" its number may stand: "Đại hội Công đoàn tỉnh Lai Châu lần thứ XIII".
const REACH: usize = 12;

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let known = Known::of(input);
    texts(input).flat_map(|section| find_in(input, &known, section)).collect()
}

/// What the plan calls things.
struct Known {
    term: Option<String>,
    congresses: Vec<Congress>,
    phases: Vec<(String, String)>,
}

/// "Đại hội XIII Công đoàn tỉnh Lai Châu".
struct Congress {
    ordinal: String,
    body: Vec<String>,
    name: String,
}

impl Known {
    fn of(input: &CheckInput) -> Known {
        let congresses = input.plan.milestones.iter().filter(|milestone| milestone.kind == MilestoneKind::Congress);
        let congress = |name: &String| {
            let words = words(name);
            let (ordinal, body, _) = congress_at(&words, 0)?;
            Some(Congress { ordinal, body, name: name.clone() })
        };
        let others = input.plan.phases.iter().filter(|phase| phase.code != input.phase.code);
        Known {
            term: range_in(&words(&input.plan.document.term), 0),
            congresses: congresses.filter_map(|milestone| congress(&milestone.name)).collect(),
            phases: others.map(|phase| (phase.name.to_lowercase(), phase.name.clone())).collect(),
        }
    }
}

fn find_in(input: &CheckInput, known: &Known, section: &ReportSection) -> Vec<Found> {
    let of_next = |code: &str| {
        let of_plan = input.plan.report.outline.iter().find(|one| one.code == code);
        of_plan.is_some_and(|one| one.compose == Compose::NextPhase)
    };
    let speaks_of_next = of_next(&section.code);
    let text = section.text().plain();
    let mut found = Vec::new();
    for line in text.lines() {
        let first = find_in_line(input, known, section, line, speaks_of_next);
        if first.is_empty() {
            continue;
        }
        // Only now, because a plan has a hundred titles and hardly a line has a finding.
        let without = without_titles(input.plan, line);
        found.extend(find_in_line(input, known, section, &without, speaks_of_next));
    }
    found
}

/// A line without what the plan itself calls its activities and contents.
fn without_titles(plan: &Plan, line: &str) -> String {
    let titles = plan.activities.iter().map(|activity| &activity.title);
    let titles = titles.chain(plan.contents.iter().map(|content| &content.title));
    titles.fold(line.to_owned(), |line, title| line.replace(title.as_str(), ""))
}

fn find_in_line(
    input: &CheckInput,
    known: &Known,
    section: &ReportSection,
    line: &str,
    speaks_of_next: bool,
) -> Vec<Found> {
    let words = words(line);
    let mut found = Vec::new();
    for at in 0..words.len() {
        found.extend(term_at(known, section, &words, at));
        found.extend(other_congress_at(known, section, &words, at));
        if !speaks_of_next {
            found.extend(phase_at(input, known, section, &words, at));
        }
    }
    found
}

fn keys_at(words: &[Word<'_>], at: usize, wanted: &[&str]) -> bool {
    words.get(at..at + wanted.len()).is_some_and(|found| found.iter().zip(wanted).all(|(a, b)| a.key == *b))
}

/// "nhiệm kỳ 2018 - 2023" where the plan says "2023 - 2028". Beside the number of the plan's congress it is a mistake;
/// alone it may well be the term that has ended.
fn term_at(known: &Known, section: &ReportSection, words: &[Word<'_>], at: usize) -> Option<Found> {
    let wanted = known.term.as_ref()?;
    let range = keys_at(words, at, &["nhiệm", "kỳ"]).then(|| range_in(words, at + 2)).flatten()?;
    if range == *wanted {
        return None;
    }
    let of_plan = |ordinal: &String| known.congresses.iter().any(|congress| congress.ordinal == *ordinal);
    let names_congress =
        (0..words.len()).filter_map(|at| congress_at(words, at)).any(|(ordinal, ..)| of_plan(&ordinal));
    let place = in_section(section, format!("nhiệm kỳ {range}"));
    let found = if names_congress {
        Found::must(CheckRule::OtherTerm, place)
    } else {
        Found::look(CheckRule::OtherTerm, place)
    };
    Some(found.with("found", range).with("wanted", wanted))
}

/// "2018 - 2023", however it is spaced.
fn range_in(words: &[Word<'_>], at: usize) -> Option<String> {
    let joined: String = words.iter().skip(at).take(3).map(|word| word.raw).collect();
    let digits: Vec<char> = joined.chars().collect();
    let (from, rest) = digits.split_at_checked(4)?;
    let (sign, rest) = rest.split_first()?;
    let (to, after) = rest.split_at_checked(4)?;
    let is_year = |part: &[char]| part.iter().all(char::is_ascii_digit);
    let ends = !after.first().is_some_and(char::is_ascii_digit);
    let is_range = is_year(from) && ['-', '–', '—'].contains(sign) && is_year(to) && ends;
    is_range.then(|| format!("{} - {}", from.iter().collect::<String>(), to.iter().collect::<String>()))
}

/// Number, body and length in words of a congress that is named here: "Đại hội XIII Công đoàn Việt Nam", "Đại hội Công
/// đoàn Việt Nam lần thứ XIII".
fn congress_at(words: &[Word<'_>], at: usize) -> Option<(String, Vec<String>, usize)> {
    if !keys_at(words, at, &["đại", "hội"]) {
        return None;
    }
    let keys = |from: usize, to: usize| words.iter().take(to).skip(from).map(|word| word.key.clone()).collect();
    let from = at + 2;
    if keys_at(words, from, &["lần", "thứ"])
        && let Some(ordinal) = words.get(from + 2).and_then(roman)
    {
        return Some((ordinal, keys(from + 3, from + 3 + REACH), 5));
    }
    if let Some(ordinal) = words.get(from).and_then(roman) {
        return Some((ordinal, keys(from + 1, from + 1 + REACH), 3));
    }
    let next = (from..from + REACH).find(|at| keys_at(words, *at, &["đại", "hội"])).unwrap_or(from + REACH);
    let there = (from..next).find(|at| keys_at(words, *at, &["lần", "thứ"]))?;
    let ordinal = words.get(there + 2).and_then(roman)?;
    Some((ordinal, keys(from, there), there + 3 - at))
}

/// A Roman number in capitals.
fn roman(word: &Word<'_>) -> Option<String> {
    let letters = word.raw.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_roman = !letters.is_empty() && letters.chars().all(|letter| "IVXL".contains(letter));
    is_roman.then(|| letters.to_owned())
}

fn other_congress_at(known: &Known, section: &ReportSection, words: &[Word<'_>], at: usize) -> Option<Found> {
    let (ordinal, body, n_words) = congress_at(words, at)?;
    let is_of = |congress: &&Congress| {
        let first: Vec<&String> = congress.body.iter().take(3).collect();
        !first.is_empty() && first.iter().zip(&body).filter(|(a, b)| **a == *b).count() == first.len()
    };
    let found = quoted(words, at, n_words);
    let place = in_section(section, found.clone());
    if let Some(congress) = known.congresses.iter().find(is_of) {
        let is_other = congress.ordinal != ordinal;
        let finding = Found::must(CheckRule::OtherCongress, place).with("found", found).with("wanted", &congress.name);
        return is_other.then_some(finding);
    }
    // Each union below has numbers of its own, and so has the Party.
    let names_another =
        body.first().is_some_and(|word| ["công", "liên", "của", "đảng", "đoàn", "cđcs"].contains(&word.as_str()));
    let is_known = known.congresses.is_empty() || known.congresses.iter().any(|congress| congress.ordinal == ordinal);
    if names_another || is_known {
        return None;
    }
    let wanted = known.congresses.iter().map(|congress| congress.name.as_str()).collect::<Vec<_>>().join("; ");
    Some(Found::look(CheckRule::OtherCongress, place).with("found", found).with("wanted", wanted))
}

fn phase_at(input: &CheckInput, known: &Known, section: &ReportSection, all: &[Word<'_>], at: usize) -> Option<Found> {
    let is_there = |(lower, _): &&(String, String)| {
        let wanted: Vec<String> = words(lower).into_iter().map(|word| word.key).collect();
        // "trong đợt: 2 báo cáo" names no phase.
        let is_cut = all.get(at).is_some_and(|word| word.raw.ends_with([':', ',', ';', '.']));
        !is_cut && super::words::stand_at(all, at, &wanted)
    };
    let (_, name) = known.phases.iter().find(is_there)?;
    let found = Found::look(CheckRule::OtherPhase, in_section(section, name.clone()));
    Some(found.with("found", name).with("wanted", &input.phase.name))
}
