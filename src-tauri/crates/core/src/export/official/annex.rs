//! An annex: a table on pages of its own, counted from 1, upright or across.

use super::super::document::{
    Alignment, Block, Cell, Length, Letters, Page, Paragraph, Role, Row, Section, Table, web_address,
};
use super::super::measure::balanced_lines;
use super::{landscape, page_header, portrait};
use crate::model::{Align, Annex, AnnexColumn, AnnexRow, FormProfile};
use crate::text::{clean_line, clean_text, roman};

/// Where an annex stands.
pub struct Place<'a> {
    /// Its number, where there are several.
    pub number: Option<usize>,
    /// Which document it belongs to.
    pub belongs_to: String,
    /// It says at the top of each page that its data is invented.
    pub is_sample: bool,
    /// The official form.
    pub form: &'a FormProfile,
}

/// The pages of a table.
pub fn section(annex: &Annex, place: &Place) -> Section {
    let form = place.form;
    let page = if annex.is_landscape { landscape(form) } else { portrait(form) };
    let mut blocks: Vec<Block> = head(&annex.title, place, &page).into_iter().map(Block::Paragraph).collect();
    blocks.push(Block::Table(table(annex, &page, form.sizes.table)));
    blocks.extend(notes(annex, form.sizes.table).into_iter().map(Block::Paragraph));
    Section { page, header: page_header(place.is_sample, form), first_header: None, restarts_numbers: true, blocks }
}

/// The head of an annex.
pub fn head(title: &str, place: &Place, page: &Page) -> Vec<Paragraph> {
    let form = place.form;
    let word = match place.number {
        Some(number) => format!("Phụ lục {}", roman(number)),
        None => "Phụ lục".to_owned(),
    };
    let lines = |text: &str, letters| balanced_lines(text, page.text_width(), letters);
    let bold = Letters::bold(form.sizes.annex_title);
    let italic = Letters::italic(form.sizes.annex_note);
    let title = lines(&clean_line(title).to_uppercase(), bold);
    let belongs_to = Paragraph::new(Role::Subject).lines_in(italic, &lines(&place.belongs_to, italic));
    vec![
        // At the top of a page there is nothing to keep a distance from.
        Paragraph::new(Role::Title)
            .text_in(Letters::bold(form.sizes.annex_word), &word)
            .set(|format| format.before = Length::ZERO),
        Paragraph::new(Role::Subject).lines_in(bold, &title),
        belongs_to.set(|format| format.after = Length::points(12)),
    ]
}

/// The table itself, as wide as the text of the page.
pub fn table(annex: &Annex, page: &Page, size: u8) -> Table {
    let mut rows = vec![heading_row(annex, size)];
    rows.extend(annex.rows.iter().map(|row| table_row(annex, row, size)));
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
fn heading_row(annex: &Annex, size: u8) -> Row {
    let heading = |column: &AnnexColumn| middle(cell_paragraph(&column.title, Letters::bold(size)).centred());
    Row { repeats: true, cells: annex.columns.iter().map(heading).collect() }
}

fn table_row(annex: &Annex, row: &AnnexRow, size: u8) -> Row {
    let cells = match row {
        AnnexRow::Heading(text) => {
            let heading = cell_paragraph(text, Letters::bold(size)).set(|format| format.keeps_with_next = true);
            vec![Cell { span: annex.columns.len(), ..middle(heading) }]
        }
        AnnexRow::Cells(texts) => {
            // A row that is too short is filled up, so that the table stays one of the declared columns.
            let texts = texts.iter().map(String::as_str).chain(std::iter::repeat(""));
            annex.columns.iter().zip(texts).map(|(column, text)| table_cell(column, text, size)).collect()
        }
    };
    Row { repeats: false, cells }
}

fn table_cell(column: &AnnexColumn, text: &str, size: u8) -> Cell {
    let align = match column.align {
        Align::Left => Alignment::Left,
        Align::Center => Alignment::Center,
        Align::Right => Alignment::Right,
    };
    let letters = Letters::upright(size);
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

fn notes(annex: &Annex, size: u8) -> Vec<Paragraph> {
    let note = |text: &String| Paragraph::new(Role::Plain).text_in(Letters::italic(size), &clean_text(text));
    let mut notes: Vec<Paragraph> = annex.notes.iter().map(note).collect();
    if let Some(first) = notes.first_mut() {
        first.format.before = Length::points(6);
    }
    notes
}
