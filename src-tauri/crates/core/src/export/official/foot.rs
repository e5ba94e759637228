//! Who receives the report, and who signs it: side by side, never torn over two pages.

use super::super::document::{Block, Cell, Length, Letters, Paragraph, Role, Row, Table};
use super::super::measure::balanced_lines;
use super::{dashed, portrait};
use crate::model::{FormProfile, Signer};
use crate::text::{clean_line, clean_text};

/// Room for the list of recipients; the signature has the rest, a little more than half.
const LEFT: Length = Length::millimetres(70);

/// Height of a signature with its seal.
const SIGNATURE: Length = Length::points(78);

/// The foot of a document. One row, and a row never breaks over two pages.
pub fn block(receiving: &[String], signer: &Signer, form: &FormProfile) -> Block {
    let right = portrait(form).text_width() - LEFT;
    let letters = Letters::bold(form.sizes.signature);
    let cells = vec![Cell::new(recipients(receiving, form)), Cell::new(signature(signer, right, letters))];
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

fn space_above(paragraph: Paragraph) -> Paragraph {
    paragraph.set(|format| format.before = Length::points(10))
}

/// Authority and title as the setting has them, one line each or several, or none; then room, then the name.
fn signature(signer: &Signer, width: Length, letters: Letters) -> Vec<Paragraph> {
    let typed = format!("{}\n{}", clean_text(&signer.authority), clean_text(&signer.title));
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
