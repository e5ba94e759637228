//! What a report says that the form wants otherwise: the checks of DOMAIN.md, A.4, that need no pages.
//!
//! Pure. Only what is wrong is found, not what is still missing because the report is being written: a number or a day to
//! fill in by hand is allowed. What the exporter puts right by itself (a zero before one figure, the full stop after the last
//! recipient) is no finding.

mod foot;
mod head;
mod symbol;
mod text;

use crate::model::{FormFinding, FormPlace, FormRule, ReportContent};

/// Everything that is not as the form wants it, from the top of the report to its annexes.
pub fn form_findings(content: &ReportContent) -> Vec<FormFinding> {
    let mut findings = head::findings(&content.draft);
    findings.extend(text::findings(&content.draft));
    findings.extend(foot::findings(&content.draft.head, &content.form));
    let untitled = content.annexes.iter().enumerate().filter(|(_, annex)| annex.title.trim().is_empty());
    findings.extend(untitled.map(|(index, _)| finding(FormRule::AnnexTitle, FormPlace::Annex { index: count(index) })));
    findings
}

/// A finding that only names its place.
fn finding(rule: FormRule, place: FormPlace) -> FormFinding {
    FormFinding { rule, place, found: String::new(), expected: String::new() }
}

/// A finding with what stands there and what should.
fn instead(rule: FormRule, place: FormPlace, found: impl ToString, expected: impl ToString) -> FormFinding {
    FormFinding { rule, place, found: found.to_string(), expected: expected.to_string() }
}

fn count(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
