//! What was changed in a document after it left the program: its lines beside those that the data know.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::{LineEdit, ReportPayload};
use crate::plan::Plan;
use crate::text;

/// Pairs of lines that are compared at most; of two documents that differ altogether the lines are shown one by one.
const MOST_PAIRS: usize = 4_000_000;

/// Edits that are kept.
const EDITS_LIMIT: usize = 100;

/// Letters of a line that are kept.
const LINE_LIMIT: usize = 300;

/// Lines before and after; an empty one where a line was added or removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits {
    /// The first of them.
    pub lines: Vec<(String, String)>,
    /// All of them.
    pub count: u32,
}

/// What differs between the lines of the data and those of the document.
pub fn between(printed: &[String], lines: &[String]) -> Edits {
    let n_first = printed.iter().zip(lines).take_while(|(one, two)| one == two).count();
    let (printed, lines) = (printed.get(n_first..).unwrap_or_default(), lines.get(n_first..).unwrap_or_default());
    let n_last = printed.iter().rev().zip(lines.iter().rev()).take_while(|(one, two)| one == two).count();
    let printed = printed.get(..printed.len() - n_last).unwrap_or_default();
    let lines = lines.get(..lines.len() - n_last).unwrap_or_default();
    let mut edits = Edits::default();
    if printed.len().saturating_mul(lines.len()) > MOST_PAIRS {
        edits.add(printed, lines);
        return edits;
    }
    for step in capture_diff_slices(Algorithm::Myers, printed, lines) {
        let at =
            |list: &'_ [String], from: usize, n: usize| list.iter().skip(from).take(n).cloned().collect::<Vec<_>>();
        match step {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => edits.add(&at(printed, old_index, old_len), &[]),
            DiffOp::Insert { new_index, new_len, .. } => edits.add(&[], &at(lines, new_index, new_len)),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                edits.add(&at(printed, old_index, old_len), &at(lines, new_index, new_len));
            }
        }
    }
    edits
}

impl Edits {
    /// Lines that stand in each other's place belong together.
    fn add(&mut self, before: &[String], after: &[String]) {
        let longest = before.len().max(after.len());
        self.count = self.count.saturating_add(u32::try_from(longest).unwrap_or(u32::MAX));
        let room = EDITS_LIMIT.saturating_sub(self.lines.len());
        let line = |list: &[String], at: usize| list.get(at).map(|line| shown(line)).unwrap_or_default();
        self.lines.extend((0..longest.min(room)).map(|at| (line(before, at), line(after, at))));
    }
}

/// Without the tabs between cells, and not longer than is read.
fn shown(line: &str) -> String {
    let cells: Vec<&str> = line.split('\t').filter(|cell| !cell.is_empty()).collect();
    let line = cells.join(" | ");
    if line.chars().count() <= LINE_LIMIT {
        return line;
    }
    line.chars().take(LINE_LIMIT).chain(['…']).collect()
}

/// The edits with the indicators whose figure stands otherwise in the text than in the data.
pub fn named(edits: &Edits, payload: &ReportPayload, plan: &Plan) -> Vec<LineEdit> {
    let name_of = |(before, after): &(String, String)| LineEdit {
        before: before.clone(),
        after: after.clone(),
        indicators: indicators(before, after, payload, plan),
    };
    edits.lines.iter().map(name_of).collect()
}

/// A line of the annex holds the name of its indicator; in a sentence a figure is known by the number that is gone.
fn indicators(before: &str, after: &str, payload: &ReportPayload, plan: &Plan) -> Vec<String> {
    let (old, new) = (numbers(before), numbers(after));
    if old == new {
        return Vec::new();
    }
    let is_row = |name: &str| before.split(" | ").any(|cell| cell == name) && before.contains(" | ");
    let of_row: Vec<String> =
        plan.indicators.iter().filter(|known| is_row(&known.name)).map(|known| known.name.clone()).collect();
    if !of_row.is_empty() {
        return of_row;
    }
    let gone = |number: &str| old.iter().any(|one| one == number) && !new.iter().any(|one| one == number);
    let mut names = Vec::new();
    for known in &plan.indicators {
        let figures = payload.figures.iter().filter(|figure| figure.indicator == known.code);
        let says =
            figures.filter_map(|figure| figure.own.value).map(|value| text::format_number(value, known.decimals));
        if says.into_iter().any(|number| gone(&number)) && mentions(before, known) {
            names.push(known.name.clone());
        }
    }
    names
}

/// A sentence says a figure by its phrase, or by its name.
fn mentions(line: &str, known: &crate::plan::Indicator) -> bool {
    let line = line.to_lowercase();
    let phrase = known.phrase.to_lowercase();
    let said = phrase.split("{n}").map(str::trim).filter(|part| !part.is_empty());
    let mut said = said.peekable();
    (said.peek().is_some() && said.all(|part| line.contains(part))) || line.contains(&known.name.to_lowercase())
}

/// The numbers of a line as they are written: "1.234", "12,5".
fn numbers(line: &str) -> Vec<String> {
    line.split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == ','))
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split('/').filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn lines_that_stand_in_each_others_place_belong_together() {
        type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);
        let cases: [Case; 6] = [
            ("a/b/c", "a/b/c", &[]),
            ("a/b/c", "a/x/c", &[("b", "x")]),
            ("a/c", "a/b/c", &[("", "b")]),
            ("a/b/c", "a/c", &[("b", "")]),
            ("", "a", &[("", "a")]),
            ("Băng rôn\t12\t/z", "Băng rôn\t15\t/z", &[("Băng rôn | 12", "Băng rôn | 15")]),
        ];
        for (printed, found, expected) in cases {
            let edits = between(&lines(printed), &lines(found));
            let expected: Vec<(String, String)> =
                expected.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect();
            assert_eq!(edits.lines, expected, "{printed} -> {found}");
        }
    }

    #[test]
    fn of_documents_that_differ_altogether_only_the_first_lines_are_kept() {
        let one: Vec<String> = (0..3_000).map(|n| format!("một {n}")).collect();
        let two: Vec<String> = (0..3_000).map(|n| format!("hai {n}")).collect();
        let edits = between(&one, &two);
        assert_eq!((edits.lines.len(), edits.count), (EDITS_LIMIT, 3_000));
    }

    #[test]
    fn numbers_are_taken_as_they_are_written() {
        assert_eq!(numbers("1.234 lượt, đạt 12,5%."), ["1.234", "12,5"]);
    }
}
