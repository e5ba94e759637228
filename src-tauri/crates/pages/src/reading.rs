//! From the document to the paper: pure.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use sotg_core::export::document::{
    Alignment, Block, Cell, Document, Inline, Length, Letters, LineHeight, Paragraph, Picture, PictureKind, Role, Row,
    Run, Section, Table, web_address,
};

use crate::fonts::Fonts;
use crate::paper::{
    BlockPaper, CellPaper, Lines, Paper, Points, RowPaper, RunPaper, SectionPaper, TablePaper, WhatPaper,
};
use crate::text::{Piece, drawable, pieces};

/// A single line of Times New Roman in Word, in sizes of its letters: above, below, and the gap that the font asks for.
const SINGLE_LINE: f64 = 1.149;

/// Lays a document out for the template. The pictures are those that it names by their number.
pub fn paper(document: &Document, fonts: &'static Fonts) -> (Paper, Vec<Vec<u8>>) {
    let mut reader = Reader { fonts, pictures: Vec::new(), numbers: BTreeMap::new() };
    let upright = fonts.face(false, false);
    let day = document.dated_on.map(|day| [day.year(), day.month() as i32, day.day() as i32]);
    let paper = Paper {
        title: drawable(&document.title, upright),
        author: drawable(&document.author, upright),
        day,
        sections: document.sections.iter().map(|section| reader.section(section)).collect(),
    };
    (paper, reader.pictures)
}

struct Reader {
    fonts: &'static Fonts,
    pictures: Vec<Vec<u8>>,
    /// Where the bytes of a picture lie, and its number: one shown twice is kept once.
    numbers: BTreeMap<*const u8, usize>,
}

impl Reader {
    fn section(&mut self, section: &Section) -> SectionPaper {
        let page = &section.page;
        let room = page.text_width();
        let tall = Points::from(page.height - page.top - page.bottom).0;
        let mut blocks = Vec::new();
        let mut after = Length::ZERO;
        let mut is_in_section = false;
        for block in &section.blocks {
            // A table without lines sets texts side by side, as the foot of the report does: it is no part of a section.
            let (begins, ends) = match block {
                Block::Paragraph(paragraph) => (paragraph.anchor.is_some(), paragraph.anchor.is_some()),
                Block::Table(table) => (false, !table.has_borders),
            };
            if is_in_section && ends {
                blocks.push(BlockPaper::SectionEnd);
            }
            is_in_section = begins || is_in_section && !ends;
            match block {
                Block::Paragraph(paragraph) => {
                    let mut lines = self.paragraph(paragraph, room);
                    // Of the space below one and above the next Word takes the greater.
                    lines.above = after.max(paragraph.format.before).into();
                    after = paragraph.format.after;
                    blocks.push(BlockPaper::Paragraph(lines));
                }
                Block::Table(table) => {
                    blocks.push(BlockPaper::Table(self.table(table, after, tall)));
                    after = Length::ZERO;
                }
            }
        }
        if is_in_section {
            blocks.push(BlockPaper::SectionEnd);
        }
        SectionPaper {
            width: page.width.into(),
            height: page.height.into(),
            top: page.top.into(),
            bottom: page.bottom.into(),
            left: page.left.into(),
            right: page.right.into(),
            header_at: page.header.into(),
            header: self.paragraphs(&section.header, room),
            first_header: section.first_header.as_ref().map(|header| self.paragraphs(header, room)),
            restarts: section.restarts_numbers,
            blocks,
        }
    }

    fn paragraphs(&mut self, paragraphs: &[Paragraph], room: Length) -> Vec<Lines> {
        paragraphs.iter().map(|paragraph| self.paragraph(paragraph, room)).collect()
    }

    fn paragraph(&mut self, paragraph: &Paragraph, room: Length) -> Lines {
        let format = &paragraph.format;
        // A word must fit the narrowest line.
        let room = Points::from(room - format.left - format.right).0 - Points::from(format.first_line).0.max(0.0);
        let (single, exact) = match format.line {
            LineHeight::Percent(percent) => (SINGLE_LINE * f64::from(percent) / 100.0, None),
            LineHeight::Exactly(height) => (SINGLE_LINE, Some(height.into())),
        };
        Lines {
            above: format.before.into(),
            below: format.after.into(),
            align: alignment(format.align),
            left: format.left.into(),
            right: format.right.into(),
            first: format.first_line.into(),
            single,
            exact,
            size: paragraph.runs.last().map_or(paragraph.role.letters().size_pt, |run| run.letters.size_pt),
            sticky: format.keeps_with_next,
            rule: paragraph.is_rule,
            level: outline_level(paragraph.role),
            anchor: paragraph.anchor.clone(),
            runs: paragraph.runs.iter().flat_map(|run| self.run(run, room)).collect(),
        }
    }

    fn run(&mut self, run: &Run, room: f64) -> Vec<RunPaper> {
        let plain = |what| vec![in_letters(run.letters, None, what)];
        match &run.inline {
            Inline::Text(text) => self.text(text, run.letters, None, room),
            Inline::Link { text, url } => self.text(text, run.letters, web_address(url), room),
            Inline::LineBreak => plain(WhatPaper::LineEnd),
            Inline::PageNumber => plain(WhatPaper::PageNumber),
            Inline::Picture(picture) => plain(self.picture(picture)),
        }
    }

    fn text(&self, text: &str, letters: Letters, url: Option<String>, room: f64) -> Vec<RunPaper> {
        let face = self.fonts.face(letters.is_bold, letters.is_italic);
        let said = |piece| match piece {
            Piece::Text(text) => WhatPaper::Text { text },
            Piece::LineEnd => WhatPaper::LineEnd,
            Piece::Tab => WhatPaper::Tab,
            Piece::Cut => WhatPaper::Cut,
        };
        let pieces = pieces(text, face, f64::from(letters.size_pt), room);
        pieces.into_iter().map(|piece| in_letters(letters, url.clone(), said(piece))).collect()
    }

    fn picture(&mut self, picture: &Picture) -> WhatPaper {
        let pictures = &mut self.pictures;
        let number = *self.numbers.entry(picture.bytes.as_ptr()).or_insert_with(|| {
            pictures.push(picture.bytes.to_vec());
            pictures.len() - 1
        });
        let format = match picture.kind {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpg",
        };
        let alt = drawable(&picture.description, self.fonts.face(false, false));
        WhatPaper::Picture { number, format, width: picture.width.into(), height: picture.height.into(), alt }
    }

    fn table(&mut self, table: &Table, above: Length, tall: f64) -> TablePaper {
        TablePaper {
            above: above.into(),
            indent: table.indent.into(),
            columns: table.columns.iter().map(|width| (*width).into()).collect(),
            borders: table.has_borders,
            margin: table.cell_margin.into(),
            rows: table.rows.iter().map(|row| self.row(row, table, tall)).collect(),
        }
    }

    fn row(&mut self, row: &Row, table: &Table, tall: f64) -> RowPaper {
        let mut rest = table.columns.iter().copied();
        let mut breaks = false;
        let mut cells = Vec::new();
        for cell in &row.cells {
            let width: Length = rest.by_ref().take(cell.span).sum();
            let room = width - table.cell_margin - table.cell_margin;
            breaks |= self.may_pass(cell, Points::from(room).0, tall);
            let paragraphs = self.paragraphs(&cell.paragraphs, room);
            cells.push(CellPaper { span: cell.span, middle: cell.is_middle, paragraphs });
        }
        RowPaper { head: head_level(row, table), breaks, cells }
    }

    /// True if the cell might be higher than a page: no row breaks over two pages, but for one that has to.
    fn may_pass(&self, cell: &Cell, room: f64, tall: f64) -> bool {
        let height: f64 = cell.paragraphs.iter().map(|paragraph| self.height_at_most(paragraph, room)).sum();
        height > tall
    }

    fn height_at_most(&self, paragraph: &Paragraph, room: f64) -> f64 {
        let around = Points::from(paragraph.format.before + paragraph.format.after).0;
        // Half a line of each may stay empty, as no word is cut that fits.
        let room = (room - Points::from(paragraph.format.left + paragraph.format.right).0).max(1.0) / 2.0;
        let lines = paragraph.runs.iter().map(|run| {
            let size = f64::from(run.letters.size_pt);
            let line = SINGLE_LINE * size * 1.5;
            match &run.inline {
                Inline::Text(text) | Inline::Link { text, .. } => {
                    let face = self.fonts.face(run.letters.is_bold, run.letters.is_italic);
                    let lines =
                        text.split('\n').map(|part| (crate::text::width(part, face, size) / room).floor() + 1.0);
                    lines.sum::<f64>() * line
                }
                Inline::Picture(picture) => Points::from(picture.height).0 + line,
                Inline::LineBreak | Inline::PageNumber => line,
            }
        });
        lines.sum::<f64>() + around
    }
}

fn in_letters(letters: Letters, url: Option<String>, what: WhatPaper) -> RunPaper {
    RunPaper { size: letters.size_pt, bold: letters.is_bold, italic: letters.is_italic, url, what }
}

fn alignment(align: Alignment) -> &'static str {
    match align {
        Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
        Alignment::Justified => "justified",
    }
}

/// The headings make the outline that readers navigate by.
fn outline_level(role: Role) -> u8 {
    match role {
        Role::Body | Role::Plain | Role::Title | Role::Subject => 0,
        Role::Heading1 => 1,
        Role::Heading2 => 2,
        Role::Heading3 => 3,
    }
}

/// A heading inside a table stays with what it heads; in a table that only sets texts side by side there are none.
fn head_level(row: &Row, table: &Table) -> u8 {
    let stays = |cell: &Cell| cell.paragraphs.iter().all(|paragraph| paragraph.format.keeps_with_next);
    match row.repeats {
        true => 1,
        false if table.has_borders && !row.cells.is_empty() && row.cells.iter().all(stays) => 2,
        false => 0,
    }
}
