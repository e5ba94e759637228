//! A drawing for paper, at the resolution of an office printer.

use image::{ExtendedColorType, ImageEncoder as _, codecs::png::PngEncoder};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

use super::letters::trace;
use super::{Drawing, Shape};
use crate::error::{Error, Result};

/// Dots to an inch.
const RESOLUTION: f32 = 300.0;
const SCALE: f32 = RESOLUTION / 72.0;

/// The drawing as a PNG file in shades of grey.
///
/// # Errors
/// `io` if memory runs out.
pub fn png(drawing: &Drawing) -> Result<Vec<u8>> {
    let (width, height) = ((drawing.width * SCALE).ceil() as u32, (drawing.height * SCALE).ceil() as u32);
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed("the picture has no size".into()))?;
    pixmap.fill(Color::WHITE);
    for shape in &drawing.shapes {
        draw(&mut pixmap, shape);
    }
    // Everything is grey, so one of the three colours says all.
    let grey: Vec<u8> = pixmap.pixels().iter().map(|pixel| pixel.red()).collect();
    let mut file = Vec::new();
    let written = PngEncoder::new(&mut file).write_image(&grey, width, height, ExtendedColorType::L8);
    written.map_err(|error| failed(error.into()))?;
    Ok(file)
}

fn failed(reason: Box<dyn std::error::Error + Send + Sync>) -> Error {
    Error::io("draw", "biểu đồ".as_ref())(std::io::Error::other(reason))
}

fn draw(pixmap: &mut Pixmap, shape: &Shape) {
    let scale = Transform::from_scale(SCALE, SCALE);
    match shape {
        Shape::Box { x, y, width, height, shade } => {
            let Some(path) = Rect::from_xywh(*x, *y, *width, *height).map(PathBuilder::from_rect) else { return };
            pixmap.fill_path(&path, &paint(shade.lightness()), FillRule::Winding, scale, None);
            if shade.has_outline() {
                let stroke = Stroke { width: 0.7, ..Stroke::default() };
                pixmap.stroke_path(&path, &paint(0), &stroke, scale, None);
            }
        }
        Shape::Text { x, baseline, size, weight, text } => {
            if let Some(path) = outlines(text, (*weight, *size), (*x, *baseline)) {
                pixmap.fill_path(&path, &paint(0), FillRule::Winding, scale, None);
            }
        }
    }
}

fn outlines(text: &str, letters: (super::Weight, f32), at: (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    trace(text, letters, at, &mut path);
    path.finish()
}

fn paint(lightness: u8) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(lightness, lightness, lightness, 255);
    paint
}

#[cfg(test)]
mod tests {
    use super::super::{Shade, Weight};
    use super::*;

    #[test]
    fn a_drawing_is_a_picture_of_300_dots_to_an_inch_with_letters_and_boxes() {
        let drawing = Drawing {
            width: 72.0,
            height: 36.0,
            shapes: vec![
                Shape::Box { x: 36.0, y: 18.0, width: 18.0, height: 9.0, shade: Shade::Dark },
                Shape::Text { x: 2.0, baseline: 12.0, size: 10.0, weight: Weight::Bold, text: "Đợt".to_owned() },
            ],
            description: String::new(),
        };
        let file = png(&drawing).unwrap();
        let picture = image::load_from_memory(&file).unwrap().into_luma8();
        assert_eq!(picture.dimensions(), (300, 150));
        assert_eq!(picture.get_pixel(180, 90).0, [70], "inside of the box");
        assert_eq!(picture.get_pixel(290, 140).0, [255], "outside of everything");
        let n_black = picture.enumerate_pixels().filter(|(x, y, pixel)| *x < 100 && *y < 60 && pixel.0[0] < 40).count();
        assert!((300..2_000).contains(&n_black), "the letters: {n_black} dots");
    }
}
