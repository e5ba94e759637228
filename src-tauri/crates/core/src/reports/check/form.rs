//! The rules of the official form, as findings that lead to their place.
//!
//! The form finds what is wrong, not what is still missing; what is missing is found by the other rules, and is not said
//! twice.

use super::{Found, settings};
use crate::form::form_findings;
use crate::model::{
    CheckRule, FindingPlace, FormFinding, FormPlace, FormRule, HeadField, ReportContent, SettingsPart, Severity,
};

pub(super) fn find(content: &ReportContent, others: &[Found]) -> Vec<Found> {
    let is_said = |rule: FormRule| match said_by(rule) {
        Some(rules) => others.iter().any(|found| rules.contains(&found.rule)),
        None => false,
    };
    form_findings(content).into_iter().filter(|finding| !is_said(finding.rule)).map(found).collect()
}

/// Which of the other rules say the same.
fn said_by(rule: FormRule) -> Option<&'static [CheckRule]> {
    match rule {
        FormRule::AddresseeMissing => Some(&[CheckRule::AddresseeMissing]),
        FormRule::FiledMissing => Some(&[CheckRule::ArchiveMissing, CheckRule::RecipientsMissing]),
        FormRule::AsAboveMissing => Some(&[CheckRule::RecipientsMissing]),
        FormRule::SuperiorMissing
        | FormRule::NumberZero
        | FormRule::NumberForm
        | FormRule::SymbolSpaces
        | FormRule::SymbolCapitals
        | FormRule::SymbolType
        | FormRule::DateZero
        | FormRule::PlaceCapital
        | FormRule::SubjectReference
        | FormRule::SubjectStop
        | FormRule::FiledNotLast
        | FormRule::AuthorityForm
        | FormRule::ActingLine
        | FormRule::SignerHonours
        | FormRule::EndMark
        | FormRule::HeadingNumber
        | FormRule::ClauseLetters
        | FormRule::HolidayLetters
        | FormRule::CitationIncomplete
        | FormRule::AnnexTitle => None,
    }
}

fn found(finding: FormFinding) -> Found {
    let FormFinding { rule, place, found, expected } = finding;
    Found { form: Some(rule), severity: severity(rule), ..Found::look(CheckRule::OfForm, place_of(place, &found)) }
        .with("found", found)
        .with("expected", expected)
}

/// What every reader sees at the first glance must be mended; a custom of writing is looked at.
fn severity(rule: FormRule) -> Severity {
    match rule {
        FormRule::SuperiorMissing
        | FormRule::NumberForm
        | FormRule::SymbolSpaces
        | FormRule::SymbolCapitals
        | FormRule::SymbolType
        | FormRule::PlaceCapital
        | FormRule::SubjectReference
        | FormRule::AddresseeMissing
        | FormRule::AsAboveMissing
        | FormRule::FiledMissing
        | FormRule::FiledNotLast
        | FormRule::AuthorityForm
        | FormRule::HeadingNumber
        | FormRule::AnnexTitle => Severity::MustMend,
        FormRule::NumberZero
        | FormRule::DateZero
        | FormRule::SubjectStop
        | FormRule::ActingLine
        | FormRule::SignerHonours
        | FormRule::EndMark
        | FormRule::ClauseLetters
        | FormRule::HolidayLetters
        | FormRule::CitationIncomplete => Severity::PleaseLook,
    }
}

/// What the plan says of the document (its subject, the titles of annexes) is shown with the head.
fn place_of(place: FormPlace, found: &str) -> FindingPlace {
    let head = |field| FindingPlace::Head { field };
    match place {
        FormPlace::Superior | FormPlace::Issuer | FormPlace::Place => settings(SettingsPart::Unit),
        FormPlace::Signer => settings(SettingsPart::Signers),
        FormPlace::Number | FormPlace::Subject | FormPlace::Annex { .. } => head(HeadField::Number),
        FormPlace::Addressee { .. } => head(HeadField::Addressees),
        FormPlace::Recipient { .. } => head(HeadField::Recipients),
        FormPlace::Section { code } => FindingPlace::Section { code, found: found.to_owned() },
    }
}
