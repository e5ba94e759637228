//! Two versions of a report side by side: head, texts, figures, activities. Pure.

use crate::model::{
    ComparedField, HeadDifference, PieceKind, ReportContent, ReportDraft, ReportSection, SectionDifference,
};
use crate::text::{diff, long_date};

/// Fields of the head that differ.
pub fn head(left: &ReportContent, right: &ReportContent) -> Vec<HeadDifference> {
    let (left, right) = (fields(&left.draft), fields(&right.draft));
    let pairs = left.into_iter().zip(right).filter(|((_, left), (_, right))| left != right);
    pairs.map(|((field, left), (_, right))| HeadDifference { field, left, right }).collect()
}

fn fields(draft: &ReportDraft) -> [(ComparedField, String); 9] {
    let head = &draft.head;
    let signer = [head.signer.authority.as_str(), &head.signer.title, &head.signer.name];
    let number = if head.number.is_empty() { "…" } else { &head.number };
    [
        (ComparedField::Number, format!("{number}/{}", draft.symbol)),
        (ComparedField::DatedOn, head.dated_on.map(long_date).unwrap_or_default()),
        (ComparedField::Place, draft.place.clone()),
        (ComparedField::Superior, draft.superior.clone()),
        (ComparedField::Issuer, draft.issuer.clone()),
        (ComparedField::Subject, draft.subject.clone()),
        (ComparedField::Addressees, head.addressees.join("\n")),
        (ComparedField::Recipients, head.recipients.join("\n")),
        (ComparedField::Signer, signer.join("\n")),
    ]
}

/// Sections whose text differs, in the order of the document.
pub fn sections(left: &ReportContent, right: &ReportContent) -> Vec<SectionDifference> {
    let (before, after) = (all(&left.draft), all(&right.draft));
    let mut differences = Vec::new();
    for section in &before {
        let same = after.iter().find(|one| one.code == section.code);
        differences.extend(section_difference(section, &said(Some(*section)), &said(same.copied())));
    }
    for section in after.iter().filter(|section| !before.iter().any(|one| one.code == section.code)) {
        differences.extend(section_difference(section, "", &said(Some(*section))));
    }
    differences
}

fn all(draft: &ReportDraft) -> Vec<&ReportSection> {
    std::iter::once(&draft.opening).chain(&draft.sections).filter(|section| section.has_text).collect()
}

fn said(section: Option<&ReportSection>) -> String {
    section.map(|section| section.text().plain()).unwrap_or_default()
}

fn section_difference(section: &ReportSection, left: &str, right: &str) -> Option<SectionDifference> {
    let pieces = diff(left, right);
    pieces.iter().any(|piece| piece.kind != PieceKind::Same).then(|| SectionDifference {
        code: section.code.clone(),
        number: section.number.clone(),
        title: section.title.clone(),
        pieces,
    })
}
