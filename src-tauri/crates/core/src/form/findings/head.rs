//! From the superior body to the addressee.

use super::{finding, instead, symbol};
use crate::model::{FormFinding, FormPlace, FormRule, ReportDraft};
use crate::text::clean_line;

/// What is wrong in the head of a report.
pub fn findings(draft: &ReportDraft) -> Vec<FormFinding> {
    let mut findings = Vec::new();
    if clean_line(&draft.superior).is_empty() {
        findings.push(finding(FormRule::SuperiorMissing, FormPlace::Superior));
    }
    findings.extend(number(draft));
    findings.extend(place(&clean_line(&draft.place)));
    findings.extend(subject(&clean_line(&draft.subject)));
    if draft.head.addressees.iter().all(|line| clean_line(line).is_empty()) {
        findings.push(finding(FormRule::AddresseeMissing, FormPlace::Addressee { index: 0 }));
    }
    findings
}

/// Number and symbol as they will be printed: who types the symbol as well gets it as typed.
fn number(draft: &ReportDraft) -> Vec<FormFinding> {
    let typed = clean_line(&draft.head.number);
    let (number, symbol, is_whole) = match typed.split_once('/') {
        Some((number, symbol)) => (number.to_owned(), symbol.to_owned(), true),
        None => (typed, clean_line(&draft.symbol), false),
    };
    let mut findings = Vec::new();
    if number.trim() != number || symbol.contains(char::is_whitespace) {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let (found, expected) = (format!("{number}/{symbol}"), format!("{}/{}", bare(&number), bare(&symbol)));
        findings.push(instead(FormRule::SymbolSpaces, FormPlace::Number, found, expected));
    }
    findings.extend(number_form(number.trim(), is_whole));
    findings.extend(symbol::findings(&symbol));
    findings
}

/// "05", "12", "5a"; a single figure without its symbol gets its zero by itself.
fn number_form(number: &str, is_whole: bool) -> Option<FormFinding> {
    let figures = number.trim_end_matches(|letter: char| letter.is_lowercase());
    let letter = number.strip_prefix(figures).unwrap_or_default();
    if number.is_empty() {
        return None;
    }
    if figures.is_empty() || !figures.bytes().all(|byte| byte.is_ascii_digit()) || letter.chars().count() > 1 {
        return Some(instead(FormRule::NumberForm, FormPlace::Number, number, ""));
    }
    let value = figures.trim_start_matches('0');
    let padded = if value.len() < 2 { format!("{value:0>2}") } else { value.to_owned() };
    let is_padded_later = !is_whole && letter.is_empty() && figures.len() == 1;
    let is_right = figures == padded || is_padded_later;
    (!is_right).then(|| instead(FormRule::NumberZero, FormPlace::Number, number, format!("{padded}{letter}")))
}

fn place(place: &str) -> Option<FormFinding> {
    let first = place.chars().next()?;
    let capital: String = first.to_uppercase().chain(place.chars().skip(1)).collect();
    first.is_lowercase().then(|| instead(FormRule::PlaceCapital, FormPlace::Place, place, capital))
}

/// A named type of document has no "V/v": that is how an official letter says what it is about.
fn subject(subject: &str) -> Vec<FormFinding> {
    let mut findings = Vec::new();
    let is_reference = subject.chars().take(3).collect::<String>().eq_ignore_ascii_case("v/v");
    if is_reference {
        let rest: String = subject.chars().skip(3).collect();
        findings.push(instead(FormRule::SubjectReference, FormPlace::Subject, subject, rest.trim()));
    }
    let bare = subject.trim_end_matches(['.', ';', ',']);
    if bare != subject {
        findings.push(instead(FormRule::SubjectStop, FormPlace::Subject, subject, bare));
    }
    findings
}
