//! The texts of a report: numbering of headings, dates, symbols, letters of holidays and clauses, first mentions.

use std::collections::BTreeSet;

use super::instead;
use crate::model::{FormFinding, FormPlace, FormRule, ReportDraft, ReportSection};

mod dates;
mod mentions;
mod words;

/// The mark that closes a text.
const END_MARK: &str = "./.";

/// What is wrong in the texts.
pub fn findings(draft: &ReportDraft) -> Vec<FormFinding> {
    let mut findings = headings(&draft.sections);
    let sections: Vec<&ReportSection> = std::iter::once(&draft.opening).chain(&draft.sections).collect();
    let last = sections.iter().rposition(|section| !section.text().plain().trim().is_empty());
    let mut mentioned = BTreeSet::new();
    for (index, section) in sections.iter().enumerate() {
        let place = || FormPlace::Section { code: section.code.clone() };
        let text = section.text().plain();
        findings.extend(end_mark(&text, last == Some(index), place()));
        for line in text.lines() {
            findings.extend(dates::findings(line, &place()));
            findings.extend(mentions::spaces(line, &place()));
            findings.extend(words::findings(line, &place()));
            findings.extend(mentions::incomplete(line, &mut mentioned, &place()));
        }
    }
    findings
}

/// "./." at the end of the last text is where it belongs; the exporter sets it there anyway.
fn end_mark(text: &str, is_last: bool, place: FormPlace) -> Option<FormFinding> {
    let body = if is_last { text.trim_end().trim_end_matches(END_MARK) } else { text };
    let line = body.lines().find(|line| line.contains(END_MARK))?;
    Some(instead(FormRule::EndMark, place, line.trim(), line.trim().replace(END_MARK, ".")))
}

/// I, II …; below each 1, 2 …; below those 1.1, 1.2 …
fn headings(sections: &[ReportSection]) -> Vec<FormFinding> {
    let (mut first, mut second, mut third) = (0, 0, 0);
    let mut findings = Vec::new();
    for section in sections {
        let expected = match section.level {
            0 | 1 => {
                (first, second, third) = (first + 1, 0, 0);
                crate::text::roman(first)
            }
            2 => {
                (second, third) = (second + 1, 0);
                second.to_string()
            }
            _ => {
                third += 1;
                format!("{second}.{third}")
            }
        };
        let number = section.number.trim().trim_end_matches('.');
        if number != expected {
            let place = FormPlace::Section { code: section.code.clone() };
            findings.push(instead(FormRule::HeadingNumber, place, number, expected));
        }
    }
    findings
}
