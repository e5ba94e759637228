//! Who receives the report, and who signs it: side by side, never torn over two pages.

use super::super::document::{Block, Cell, Length, Letters, Paragraph, Role, Row, Table};
use super::super::measure::balanced_lines;
use super::{dashed, portrait};
use crate::model::{FormProfile, SignatureForm, Signer};
use crate::text::{clean_line, clean_text};

/// Room for the list of recipients; the signature has the rest, a little more than half.
const LEFT: Length = Length::millimetres(70);

/// Height of a signature with its seal.
const SIGNATURE: Length = Length::points(78);

/// The foot of a document. One row, and a row never breaks over two pages. `fingerprint` is that of the key which signs the
/// file.
pub fn block(receiving: &[String], signer: &Signer, form: &FormProfile, fingerprint: Option<&str>) -> Block {
    let right = portrait(form).text_width() - LEFT;
    let letters = Letters::bold(form.sizes.signature);
    let mut left = recipients(receiving, form);
    left.extend(fingerprint.map(|fingerprint| key_line(fingerprint, form)));
    let cells = vec![Cell::new(left), Cell::new(signature(signer, right, letters, form.signature))];
    Block::Table(Table {
        title: String::new(),
        indent: Length::ZERO,
        columns: vec![LEFT, right],
        has_borders: false,
        cell_margin: Length::ZERO,
        rows: vec![Row { repeats: false, cells }],
    })
}

fn recipients(recipients: &[String], form: &FormProfile) -> Vec<Paragraph> {
    let lines = dashed(recipients);
    if lines.is_empty() {
        return Vec::new();
    }
    let label = Paragraph::new(Role::Plain).text_in(Letters::bold_italic(form.sizes.recipients_label), "Nơi nhận:");
    let items = lines.iter().map(|line| {
        let item = Paragraph::new(Role::Plain).text_in(Letters::upright(form.sizes.recipients), line);
        // The list does not run into the signature.
        item.set(|format| format.right = Length::millimetres(3))
    });
    std::iter::once(space_above(label)).chain(items).collect()
}

/// What the receiving office compares by telephone before it takes the key of a unit for its own.
fn key_line(fingerprint: &str, form: &FormProfile) -> Paragraph {
    let line = format!("Mã khóa của tệp: {fingerprint}");
    space_above(Paragraph::new(Role::Plain).text_in(Letters::upright(form.sizes.recipients), &line))
}

fn space_above(paragraph: Paragraph) -> Paragraph {
    paragraph.set(|format| format.before = Length::points(10))
}

/// Authority and title as the setting has them, one line each or several, or none; then room, then the name.
fn signature(signer: &Signer, width: Length, letters: Letters, form: SignatureForm) -> Vec<Paragraph> {
    let acting = acting_line(signer, form).unwrap_or_default();
    let typed = format!("{}\n{acting}\n{}", clean_text(&signer.authority), clean_text(&signer.title));
    let mut paragraphs: Vec<Paragraph> = typed
        .lines()
        .map(|line| balanced_lines(line, width, letters))
        .filter(|lines| !lines.is_empty())
        .map(|lines| Paragraph::new(Role::Plain).centred().lines_in(letters, &lines))
        .collect();
    if let Some(first) = paragraphs.first_mut() {
        first.format.before = Length::points(10);
    }
    let name = balanced_lines(&clean_line(&signer.name), width, letters);
    let below = Paragraph::new(Role::Plain).centred().lines_in(letters, &name);
    paragraphs.push(below.set(|format| format.before = SIGNATURE));
    paragraphs
}

/// "KT. CHỦ TỊCH" for a deputy who signs for a body, where the form has three lines and nobody has typed it.
fn acting_line(signer: &Signer, form: SignatureForm) -> Option<String> {
    let title = clean_text(&signer.title);
    let is_typed = format!("{}\n{title}", signer.authority).lines().any(|line| line.trim().starts_with("KT."));
    let office = title.strip_prefix("PHÓ ")?;
    // The standing deputy acts for the same head.
    let office = office.trim_end_matches(" THƯỜNG TRỰC");
    match form {
        SignatureForm::ThreeLines if signer.authority.trim().starts_with("TM.") && !is_typed => {
            Some(format!("KT. {office}"))
        }
        SignatureForm::ThreeLines | SignatureForm::TwoLines => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deputy_has_an_acting_line_only_where_the_form_has_three_lines() {
        let (two, three) = (SignatureForm::TwoLines, SignatureForm::ThreeLines);
        let cases = [
            (three, "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", Some("KT. CHỦ TỊCH")),
            (three, "TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", Some("KT. CHỦ TỊCH")),
            (two, "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", None),
            (three, "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", None),
            (three, "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", None),
            (three, "TL. BAN THƯỜNG VỤ", "PHÓ TRƯỞNG BAN", None),
        ];
        for (form, authority, title, expected) in cases {
            let (authority, title) = (authority.to_owned(), title.to_owned());
            let signer = Signer { id: None, authority, title, name: String::new(), is_default: true };
            assert_eq!(acting_line(&signer, form).as_deref(), expected, "{form:?}, {signer:?}");
        }
    }
}
