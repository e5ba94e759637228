//! Charts as pictures: a [`Chart`] becomes a drawing of boxes and texts, and the drawing an SVG for the screen or a PNG for
//! paper.
//!
//! Horizontal bars, because what is counted has long names. Dark and light boxes with lines round them and a number at each
//! bar: the chart says the same on a printer without colours. Pure.

mod layout;
mod letters;
mod png;
mod svg;

pub use layout::drawings;
pub use letters::Weight;
pub use png::png;
pub use svg::svg;

use super::document::{Length, Picture, PictureKind};
use crate::error::Result;
use crate::model::Chart;

/// A drawing on white, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is drawn, one over the other.
    pub shapes: Vec<Shape>,
    /// All that it says, in words, for those who cannot see it.
    pub description: String,
}

/// A piece of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A box.
    Box {
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// How it is filled.
        shade: Shade,
    },
    /// A line of text.
    Text {
        /// Where it begins, from the left.
        x: f32,
        /// The line that it stands on, from the top.
        baseline: f32,
        /// Size of its letters.
        size: f32,
        /// Kind of its letters.
        weight: Weight,
        /// What it says.
        text: String,
    },
}

/// How a box is filled. No colours: reports are printed in black.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Black: lines.
    Black,
    /// Dark grey: the first bar of a line.
    Dark,
    /// Nearly white with a black line round it: the second one.
    Light,
}

impl Shade {
    /// How light the filling is, from 0 (black) to 255 (white).
    pub const fn lightness(self) -> u8 {
        match self {
            Shade::Black => 0,
            Shade::Dark => 70,
            Shade::Light => 225,
        }
    }

    /// True if a black line goes round the box.
    pub const fn has_outline(self) -> bool {
        match self {
            Shade::Black | Shade::Dark => false,
            Shade::Light => true,
        }
    }
}

/// A chart as pictures for paper; a long one takes several.
///
/// # Errors
/// `io` if the picture cannot be made, which only happens when memory runs out.
pub fn pictures(chart: &Chart) -> Result<Vec<Picture>> {
    let picture = |drawing: Drawing| {
        Ok(Picture {
            bytes: png(&drawing)?.into(),
            kind: PictureKind::Png,
            width: points(drawing.width),
            height: points(drawing.height),
            description: drawing.description,
        })
    };
    drawings(chart).into_iter().map(picture).collect()
}

fn points(points: f32) -> Length {
    Length::twentieths((points * 20.0).round() as i32)
}
