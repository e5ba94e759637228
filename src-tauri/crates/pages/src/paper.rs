//! The document as the template reads it: lengths in points, texts cut into pieces, steps between paragraphs added up.

use serde::Serialize;
use sotg_core::export::document::{
    Alignment, Block, Cell, Document, Inline, Length, Letters, LineHeight, Paragraph, Role, Row, Run, Section, Table,
};
use typst::text::Font;

use crate::fonts::Fonts;
use crate::text::{Piece, drawable, pieces};

/// A single line of Times New Roman in Word, in sizes of the letters: above, below, and the gap that the font asks for.
const SINGLE_LINE: f64 = 1.149;

/// A document.
#[derive(Serialize)]
pub struct Paper {
    title: String,
    author: String,
    day: Option<[i32; 3]>,
    sections: Vec<SectionPaper>,
}

#[derive(Serialize)]
struct SectionPaper {
    width: f64,
    height: f64,
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
    header_at: f64,
    header: Vec<Lines>,
    first_header: Option<Vec<Lines>>,
    restarts: bool,
    blocks: Vec<BlockPaper>,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum BlockPaper {
    Paragraph(Lines),
    Table(TablePaper),
}

#[derive(Serialize)]
struct Lines {
    above: f64,
    below: f64,
    align: &'static str,
    left: f64,
    right: f64,
    first: f64,
    /// Height of a line in sizes of its letters, unless it is exact.
    single: f64,
    exact: Option<f64>,
    /// Size of the letters of an empty line.
    size: u8,
    sticky: bool,
    rule: bool,
    /// Level in the outline; 0 is none.
    level: u8,
    anchor: Option<String>,
    runs: Vec<RunPaper>,
}

#[derive(Serialize)]
struct RunPaper {
    is: &'static str,
    text: String,
    size: u8,
    bold: bool,
    italic: bool,
}

#[derive(Serialize)]
struct TablePaper {
    above: f64,
    indent: f64,
    columns: Vec<f64>,
    borders: bool,
    margin: f64,
    rows: Vec<RowPaper>,
}

#[derive(Serialize)]
struct RowPaper {
    /// 1 for a heading of every page, 2 for one that stays with the row below it, 0 for none.
    head: u8,
    breaks: bool,
    cells: Vec<CellPaper>,
}

#[derive(Serialize)]
struct CellPaper {
    span: usize,
    middle: bool,
    paragraphs: Vec<Lines>,
}
