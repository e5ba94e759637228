//! An annex: a table on pages of its own, counted from 1, upright or across.

use super::super::document::{
    Alignment, Block, Cell, Length, Letters, Page, Paragraph, Role, Row, Section, Table, web_address,
};
use super::super::measure::balanced_lines;
use super::{LANDSCAPE, PORTRAIT, page_header};
use crate::model::{Align, Annex, AnnexColumn, AnnexRow};
use crate::text::{clean_line, clean_text};

/// Size of the letters in a table.
const TABLE_SIZE: u8 = 12;

/// Where an annex stands.
pub struct Place {
    /// Its number, where there are several.
    pub number: Option<usize>,
    /// Which document it belongs to.
    pub belongs_to: String,
    /// It says at the top of each page that its data is invented.
    pub is_sample: bool,
}

/// The pages of a table.
pub fn section(annex: &Annex, place: &Place) -> Section {
    let page = if annex.is_landscape { LANDSCAPE } else { PORTRAIT };
    let mut blocks: Vec<Block> = head(&annex.title, place, &page).into_iter().map(Block::Paragraph).collect();
    blocks.push(Block::Table(table(annex, &page)));
    blocks.extend(notes(annex).into_iter().map(Block::Paragraph));
    Section { page, header: page_header(place.is_sample), first_header: None, restarts_numbers: true, blocks }
}

/// The head of an annex.
pub fn head(title: &str, place: &Place, page: &Page) -> Vec<Paragraph> {
    let word = match place.number {
        Some(number) => format!("Phụ lục {}", roman(number)),
        None => "Phụ lục".to_owned(),
    };
    let lines = |text: &str, letters| balanced_lines(text, page.text_width(), letters);
    let bold = Role::Subject.letters();
    let italic = Letters::italic(13);
    let title = lines(&clean_line(title).to_uppercase(), bold);
    let belongs_to = Paragraph::new(Role::Subject).lines_in(italic, &lines(&place.belongs_to, italic));
    vec![
        // At the top of a page there is nothing to keep a distance from.
        Paragraph::new(Role::Title).text(&word).set(|format| format.before = Length::ZERO),
        Paragraph::new(Role::Subject).lines_in(bold, &title),
        belongs_to.set(|format| format.after = Length::points(12)),
    ]
}

/// Roman numerals; annexes are few.
fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// The table itself, as wide as the text of the page.
pub fn table(annex: &Annex, page: &Page) -> Table {
    let mut rows = vec![heading_row(annex)];
    rows.extend(annex.rows.iter().map(|row| table_row(annex, row)));
    Table {
        title: clean_line(&annex.title),
        indent: Length::ZERO,
        columns: column_widths(&annex.columns, page.text_width()),
        has_borders: true,
        cell_margin: Length::twentieths(80),
        rows,
    }
}

/// The widths that the annex asks for, stretched or shrunk to fill the page.
fn column_widths(columns: &[AnnexColumn], width: Length) -> Vec<Length> {
    let wanted: i32 = columns.iter().map(|column| i32::from(column.width_mm)).sum();
    columns.iter().map(|column| width.scaled(i32::from(column.width_mm), wanted.max(1))).collect()
}

/// Printed again at the top of each page.
fn heading_row(annex: &Annex) -> Row {
    let heading = |column: &AnnexColumn| middle(cell_paragraph(&column.title, Letters::bold(TABLE_SIZE)).centred());
    Row { repeats: true, cells: annex.columns.iter().map(heading).collect() }
}

fn table_row(annex: &Annex, row: &AnnexRow) -> Row {
    let cells = match row {
        AnnexRow::Heading(text) => {
            let heading = cell_paragraph(text, Letters::bold(TABLE_SIZE)).set(|format| format.keeps_with_next = true);
            vec![Cell { span: annex.columns.len(), ..middle(heading) }]
        }
        AnnexRow::Cells(texts) => {
            // A row that is too short is filled up, so that the table stays one of the declared columns.
            let texts = texts.iter().map(String::as_str).chain(std::iter::repeat(""));
            annex.columns.iter().zip(texts).map(|(column, text)| table_cell(column, text)).collect()
        }
    };
    Row { repeats: false, cells }
}

fn table_cell(column: &AnnexColumn, text: &str) -> Cell {
    let align = match column.align {
        Align::Left => Alignment::Left,
        Align::Center => Alignment::Center,
        Align::Right => Alignment::Right,
    };
    let letters = Letters::upright(TABLE_SIZE);
    let paragraph = match web_address(text).filter(|_| column.is_link) {
        Some(_) => spaced(Paragraph::new(Role::Plain).link_in(letters, &clean_line(text), text)),
        None => cell_paragraph(text, letters),
    };
    middle(paragraph.set(|format| format.align = align))
}

fn cell_paragraph(text: &str, letters: Letters) -> Paragraph {
    spaced(Paragraph::new(Role::Plain).text_in(letters, &clean_text(text)))
}

fn spaced(paragraph: Paragraph) -> Paragraph {
    paragraph.set(|format| {
        format.before = Length::points(2);
        format.after = Length::points(2);
    })
}

fn middle(paragraph: Paragraph) -> Cell {
    Cell { span: 1, is_middle: true, paragraphs: vec![paragraph] }
}

fn notes(annex: &Annex) -> Vec<Paragraph> {
    let note = |text: &String| Paragraph::new(Role::Plain).text_in(Letters::italic(TABLE_SIZE), &clean_text(text));
    let mut notes: Vec<Paragraph> = annex.notes.iter().map(note).collect();
    if let Some(first) = notes.first_mut() {
        first.format.before = Length::points(6);
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_are_numbered_in_roman_numerals() {
        for (number, text) in [(1, "I"), (2, "II"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL")] {
            assert_eq!(roman(number), text);
        }
    }
}
