//! The letters of charts: Liberation Serif, whose measures are those of Times New Roman, as outlines.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId, OutlineBuilder};

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(include_bytes!("../../../../../fonts/LiberationSerif-Regular.ttf"), 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(include_bytes!("../../../../../fonts/LiberationSerif-Bold.ttf"), 0).ok());

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles.
    Bold,
}

impl Weight {
    fn face(self) -> Option<&'static Face<'static>> {
        match self {
            Weight::Regular => REGULAR.as_ref(),
            Weight::Bold => BOLD.as_ref(),
        }
    }
}

/// Width of a line of text.
pub fn width(text: &str, weight: Weight, size: f32) -> f32 {
    let Some(face) = weight.face() else { return 0.0 };
    let units: u32 = text.chars().map(|letter| u32::from(advance(face, glyph(face, letter)))).sum();
    units as f32 * size / f32::from(face.units_per_em())
}

fn glyph(face: &Face, letter: char) -> GlyphId {
    face.glyph_index(letter).unwrap_or_default()
}

fn advance(face: &Face, glyph: GlyphId) -> u16 {
    face.glyph_hor_advance(glyph).unwrap_or_default()
}

/// Tells the outlines of a line of text to a pen. `x` is where it begins, `baseline` what it stands on, downwards.
pub fn trace(text: &str, (weight, size): (Weight, f32), (x, baseline): (f32, f32), path: &mut tiny_skia::PathBuilder) {
    let Some(face) = weight.face() else { return };
    let scale = size / f32::from(face.units_per_em());
    let mut pen = Pen { path, scale, x, baseline };
    for letter in text.chars() {
        let glyph = glyph(face, letter);
        face.outline_glyph(glyph, &mut pen);
        pen.x += f32::from(advance(face, glyph)) * scale;
    }
}

/// Puts outlines of a letter, which go upwards from its own line, where they stand in the drawing.
struct Pen<'a> {
    path: &'a mut tiny_skia::PathBuilder,
    scale: f32,
    x: f32,
    baseline: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Breaks a text into lines no wider than `limit`, at most `n_lines` of them; what does not fit ends in an ellipsis.
pub fn wrap(text: &str, (weight, size): (Weight, f32), limit: f32, n_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut fits = |line: &str| width(line, weight, size) <= limit;
    // More than could ever be drawn is not measured.
    let text: String = text.chars().take(600).collect();
    for word in text.split_whitespace() {
        for piece in pieces(word, &mut fits) {
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
            if fits(&longer) { *line = longer } else { lines.push(piece) }
        }
    }
    if lines.len() > n_lines {
        lines.truncate(n_lines);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// A word, in pieces if it is wider than a line.
fn pieces(word: &str, fits: &mut impl FnMut(&str) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(piece) = pieces.last_mut() else { break };
        piece.push(letter);
        if !fits(piece) && piece.chars().count() > 1 {
            piece.pop();
            pieces.push(letter.to_string());
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_letters_have_all_of_vietnamese() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ0123456789.,%/()–…";
        for weight in [Weight::Regular, Weight::Bold] {
            let face = weight.face().unwrap();
            for letter in letters.chars().chain(letters.to_uppercase().chars()) {
                assert!(face.glyph_index(letter).is_some(), "{letter} in {weight:?}");
            }
        }
    }

    #[test]
    fn widths_are_those_of_times_new_roman() {
        // As the table of the head of a report has them: 1024 and 1479 of 2048.
        assert_eq!(width("0", Weight::Regular, 12.0), 6.0);
        assert_eq!(width("Ă", Weight::Regular, 2048.0), 1479.0);
    }

    #[test]
    fn a_long_text_is_broken_at_spaces_and_cut_where_it_never_ends() {
        let lines = wrap("Số cuộc tuyên truyền miệng tại cơ sở", (Weight::Regular, 10.0), 90.0, 3);
        assert_eq!(lines, ["Số cuộc tuyên truyền", "miệng tại cơ sở"]);
        let lines = wrap(&"Đ".repeat(1_000_000), (Weight::Regular, 10.0), 90.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| width(line, Weight::Regular, 10.0) <= 90.0));
        assert!(lines.last().unwrap().ends_with('…'));
        assert_eq!(wrap("", (Weight::Bold, 10.0), 90.0, 3), [""]);
    }
}
