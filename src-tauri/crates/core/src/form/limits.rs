//! Within what the numbers of a form must stay: NĐ 30/2020, Phụ lục I, Part I (DOMAIN.md, A.2).

use crate::model::{FormLimit, FormProfile};

/// Least and most of each number, by its field.
///
/// The gap between paragraphs has no upper bound in the decree: twice its least is ours. Tables have none at all: what
/// practitioners print.
const LIMITS: [(&str, u8, u8); 25] = [
    ("margins.top", 20, 25),
    ("margins.bottom", 20, 25),
    ("margins.left", 30, 35),
    ("margins.right", 15, 20),
    ("text.gap", 6, 12),
    ("text.line", 100, 150),
    ("sizes.country", 12, 13),
    ("sizes.motto", 13, 14),
    ("sizes.superior", 12, 13),
    ("sizes.issuer", 12, 13),
    ("sizes.number", 13, 13),
    ("sizes.place", 13, 14),
    ("sizes.title", 13, 14),
    ("sizes.subject", 13, 14),
    ("sizes.letter_subject", 12, 13),
    ("sizes.addressee", 13, 14),
    ("sizes.body", 13, 14),
    ("sizes.signature", 13, 14),
    ("sizes.recipients_label", 12, 12),
    ("sizes.recipients", 11, 11),
    ("sizes.annex_word", 14, 14),
    ("sizes.annex_title", 13, 14),
    ("sizes.annex_note", 13, 14),
    ("sizes.table", 11, 12),
    ("sizes.page_number", 13, 14),
];

/// The limits, in the order in which a form is filled in.
pub fn limits() -> Vec<FormLimit> {
    LIMITS.iter().map(|(field, from, to)| FormLimit { field: (*field).to_owned(), from: *from, to: *to }).collect()
}

/// Every number of a form beside its limits.
pub fn measured(form: &FormProfile) -> impl Iterator<Item = (FormLimit, u8)> {
    let FormProfile { margins, text, sizes, .. } = form;
    let numbers = [
        margins.top,
        margins.bottom,
        margins.left,
        margins.right,
        text.gap,
        text.line,
        sizes.country,
        sizes.motto,
        sizes.superior,
        sizes.issuer,
        sizes.number,
        sizes.place,
        sizes.title,
        sizes.subject,
        sizes.letter_subject,
        sizes.addressee,
        sizes.body,
        sizes.signature,
        sizes.recipients_label,
        sizes.recipients,
        sizes.annex_word,
        sizes.annex_title,
        sizes.annex_note,
        sizes.table,
        sizes.page_number,
    ];
    limits().into_iter().zip(numbers)
}
