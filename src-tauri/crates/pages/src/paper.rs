//! The document as the template reads it: lengths in points, texts in pieces, the steps between paragraphs added up.
//!
//! The names of the fields are those that main.typ asks for.

use serde::Serialize;
use sotg_core::export::document::Length;

/// A document.
#[derive(Serialize)]
pub struct Paper {
    pub title: String,
    pub author: String,
    /// Year, month, day.
    pub day: Option<[i32; 3]>,
    pub sections: Vec<SectionPaper>,
}

/// Pages of one size.
#[derive(Serialize)]
pub struct SectionPaper {
    pub width: Points,
    pub height: Points,
    pub top: Points,
    pub bottom: Points,
    pub left: Points,
    pub right: Points,
    pub header_at: Points,
    pub header: Vec<Lines>,
    pub first_header: Option<Vec<Lines>>,
    pub restarts: bool,
    pub blocks: Vec<BlockPaper>,
}

/// What stands below one another.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum BlockPaper {
    Paragraph(Lines),
    Table(TablePaper),
    /// The section that was begun last ends here.
    SectionEnd,
}

/// A paragraph.
#[derive(Serialize)]
pub struct Lines {
    pub above: Points,
    pub below: Points,
    pub align: &'static str,
    pub left: Points,
    pub right: Points,
    pub first: Points,
    /// Height of a line in sizes of its letters.
    pub single: f64,
    /// Height of a line whatever its letters.
    pub exact: Option<Points>,
    /// Size of the letters of an empty line.
    pub size: u8,
    pub sticky: bool,
    pub rule: bool,
    /// Level in the outline; 0 is none.
    pub level: u8,
    pub anchor: Option<String>,
    pub runs: Vec<RunPaper>,
}

/// Something in a line.
#[derive(Serialize)]
pub struct RunPaper {
    pub size: u8,
    pub bold: bool,
    pub italic: bool,
    /// Where a text leads.
    pub url: Option<String>,
    #[serde(flatten)]
    pub what: WhatPaper,
}

/// What can stand in a line.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum WhatPaper {
    Text { text: String },
    LineEnd,
    Tab,
    Cut,
    PageNumber,
    Picture { number: usize, format: &'static str, width: Points, height: Points, alt: String },
}

/// A table.
#[derive(Serialize)]
pub struct TablePaper {
    pub above: Points,
    pub indent: Points,
    pub columns: Vec<Points>,
    pub borders: bool,
    pub margin: Points,
    pub rows: Vec<RowPaper>,
}

/// A row.
#[derive(Serialize)]
pub struct RowPaper {
    /// 1 for a heading of every page, 2 for one that stays with the row below it, 0 for none.
    pub head: u8,
    pub breaks: bool,
    pub cells: Vec<CellPaper>,
}

/// A cell.
#[derive(Serialize)]
pub struct CellPaper {
    pub span: usize,
    pub middle: bool,
    pub paragraphs: Vec<Lines>,
}

/// A length on paper.
#[derive(Serialize, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Points(pub f64);

impl From<Length> for Points {
    fn from(length: Length) -> Points {
        Points(f64::from(length.in_twentieths()) / 20.0)
    }
}
