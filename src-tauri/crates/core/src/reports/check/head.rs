//! Head and foot: number, date, place, addressees, recipients, signature.

use chrono::Datelike as _;

use super::{CheckInput, Found, UsedNumber, settings};
use crate::model::{CheckRule, FindingPlace, HeadField, ReportHead, SettingsPart};
use crate::text::{fold, short_date};

pub(super) fn find(input: &CheckInput) -> Vec<Found> {
    let mut found = Vec::new();
    found.extend(number(input));
    found.extend(date(input));
    found.extend(unit(input));
    found.extend(lists(&input.draft.head));
    found.extend(signer(&input.draft.head));
    if input.is_sample {
        found.push(Found::must(CheckRule::SampleReport, settings(SettingsPart::Book)));
    }
    found
}

fn at(field: HeadField) -> FindingPlace {
    FindingPlace::Head { field }
}

fn number(input: &CheckInput) -> Option<Found> {
    let ReportHead { number, dated_on, .. } = &input.draft.head;
    if number.is_empty() {
        return Some(Found::must(CheckRule::NumberMissing, at(HeadField::Number)));
    }
    let year = dated_on.map(|day| day.year());
    let is_same_year = |used: &UsedNumber| used.year.is_none() || year.is_none() || used.year == year;
    let same = |used: &&UsedNumber| bare_number(&used.number) == bare_number(number) && is_same_year(used);
    let used = input.other_numbers.iter().filter(|used| !used.number.is_empty()).find(same)?;
    let found = Found::must(CheckRule::NumberUsed, at(HeadField::Number));
    Some(found.with("number", number).with("phase", &used.phase_name))
}

/// "05" and "5" are one number, and so are "5" and "5/BC-LĐLĐ".
fn bare_number(number: &str) -> &str {
    number.split('/').next().unwrap_or(number).trim().trim_start_matches('0')
}

fn date(input: &CheckInput) -> Option<Found> {
    let Some(day) = input.draft.head.dated_on else {
        return Some(Found::must(CheckRule::DateMissing, at(HeadField::DatedOn)));
    };
    if day > input.today {
        let found = Found::must(CheckRule::DateInFuture, at(HeadField::DatedOn));
        return Some(found.with("date", short_date(day)));
    }
    let end = input.ends_on.filter(|end| day < *end)?;
    let found = Found::look(CheckRule::DateBeforeEnd, at(HeadField::DatedOn));
    Some(found.with("date", short_date(day)).with("end", short_date(end)))
}

fn unit(input: &CheckInput) -> Vec<Found> {
    let is_missing = [
        (input.draft.place.trim().is_empty(), CheckRule::PlaceMissing),
        (input.draft.symbol.trim().ends_with('-'), CheckRule::SymbolMissing),
    ];
    let missing = is_missing.into_iter().filter(|(is_missing, _)| *is_missing);
    missing.map(|(_, rule)| Found::must(rule, settings(SettingsPart::Unit))).collect()
}

fn lists(head: &ReportHead) -> Vec<Found> {
    let mut found = Vec::new();
    if head.addressees.is_empty() {
        found.push(Found::must(CheckRule::AddresseeMissing, at(HeadField::Addressees)));
    }
    let is_archive = |line: &String| fold(line).trim_start_matches(['-', '–', ' ']).starts_with("luu");
    if head.recipients.is_empty() {
        found.push(Found::must(CheckRule::RecipientsMissing, at(HeadField::Recipients)));
    } else if !head.recipients.iter().any(is_archive) {
        found.push(Found::must(CheckRule::ArchiveMissing, at(HeadField::Recipients)));
    }
    found
}

fn signer(head: &ReportHead) -> Vec<Found> {
    let is_missing = |text: &str| text.trim().is_empty();
    let mut found = Vec::new();
    if is_missing(&head.signer.name) {
        found.push(Found::must(CheckRule::SignerNameMissing, settings(SettingsPart::Signers)));
    }
    if is_missing(&head.signer.title) {
        found.push(Found::must(CheckRule::SignerTitleMissing, settings(SettingsPart::Signers)));
    }
    if is_missing(&head.signer.authority) {
        found.push(Found::look(CheckRule::SignerAuthorityMissing, settings(SettingsPart::Signers)));
    }
    found
}
