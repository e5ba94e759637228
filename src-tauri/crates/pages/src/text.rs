//! Text made fit for the page: what the font cannot draw, what is no letter, and words wider than their line.
//!
//! The same control characters go as in the Word file. A letter that the font does not have is drawn as a box: PDF/A knows
//! no letter without a drawing, and a missing one must be seen.

use typst::text::FontInstance;

/// Stands for a letter that the font does not have.
const BOX: char = '□';

/// A piece of text between the places where a line ends or may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Letters.
    Text(String),
    /// The line ends.
    LineEnd,
    /// On to the next tab stop.
    Tab,
    /// The line may end here, in the middle of a word that is wider than the line.
    Cut,
}

/// Text as pieces for lines of that width; all lengths in points.
pub fn pieces(text: &str, font: &FontInstance, size: f64, room: f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            pieces.push(Piece::LineEnd);
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                pieces.push(Piece::Tab);
            }
            push_cut(&mut pieces, &drawable(part, font), font, size, room);
        }
    }
    pieces
}

/// The letters that the page can show.
pub fn drawable(text: &str, font: &FontInstance) -> String {
    text.chars().filter(|letter| !is_unseen(*letter)).map(|letter| known(letter, font)).collect()
}

/// Letters of scripts written from the right are boxes too, although the font has some: no form knows a line from the right.
fn known(letter: char, font: &FontInstance) -> char {
    let is_private = matches!(letter, '\u{e000}'..='\u{f8ff}');
    let is_from_right = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if !is_private && !is_from_right && font.ttf().glyph_index(letter).is_some() { letter } else { BOX }
}

/// Control characters, marks of direction (the form is written from the left), and joiners of pictures. A soft hyphen too:
/// nothing is hyphenated.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Adds text; a word wider than the line gets a cut wherever a line is full, as Word breaks it.
fn push_cut(pieces: &mut Vec<Piece>, text: &str, font: &FontInstance, size: f64, room: f64) {
    let mut piece = String::new();
    for word in text.split_inclusive(' ') {
        // No letter is wider than twice its size, so most words need no measuring.
        if word.len() as f64 * size * 2.0 <= room || width(word.trim_end(), font, size) <= room {
            piece.push_str(word);
            continue;
        }
        let mut filled = 0.0;
        for letter in word.chars() {
            let wide = advance(letter, font, size);
            if filled > 0.0 && filled + wide > room && letter != ' ' {
                pieces.push(Piece::Text(std::mem::take(&mut piece)));
                pieces.push(Piece::Cut);
                filled = 0.0;
            }
            filled += wide;
            piece.push(letter);
        }
    }
    if !piece.is_empty() {
        pieces.push(Piece::Text(piece));
    }
}

/// Width of a text on one line.
pub fn width(text: &str, font: &FontInstance, size: f64) -> f64 {
    text.chars().map(|letter| advance(letter, font, size)).sum()
}

fn advance(letter: char, font: &FontInstance, size: f64) -> f64 {
    let glyph = font.ttf().glyph_index(letter).map(|glyph| glyph.0);
    glyph.and_then(|glyph| font.x_advance(glyph)).map_or(size, |wide| wide.get() * size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;

    fn pieces_in(text: &str, room: f64) -> Vec<Piece> {
        pieces(text, Fonts::load().unwrap().face(false, false), 10.0, room)
    }

    fn said(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    #[test]
    fn line_ends_and_tabs_are_pieces_and_control_characters_are_gone() {
        let expected = [said("Đại hội"), Piece::LineEnd, said("a"), Piece::Tab, said("b")];
        assert_eq!(pieces_in("Đại\u{0} hội\na\u{202e}\tb\u{feff}", 500.0), expected);
    }

    #[test]
    fn a_letter_that_the_font_does_not_have_is_a_box() {
        assert_eq!(pieces_in("a\u{1f600}\u{f0fc}\u{200d}b\u{5d0}", 500.0), [said("a□□b□")]);
    }

    #[test]
    fn all_vietnamese_letters_are_drawn_in_every_face() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ–“”…";
        for (is_bold, is_italic) in [(false, false), (true, false), (false, true), (true, true)] {
            let face = Fonts::load().unwrap().face(is_bold, is_italic);
            for text in [letters.to_owned(), letters.to_uppercase()] {
                assert_eq!(drawable(&text, face), text);
            }
        }
    }

    #[test]
    fn only_a_word_wider_than_the_line_is_cut_and_nothing_of_it_is_lost() {
        assert!(!pieces_in(&"Đoàn ".repeat(100), 30.0).contains(&Piece::Cut));
        let cut = pieces_in(&format!("a {} b", "Đ".repeat(50)), 100.0);
        let texts: Vec<&String> =
            cut.iter().filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None }).collect();
        assert!(texts.len() > 3, "{cut:?}");
        assert!(
            texts.iter().all(|text| width(text, Fonts::load().unwrap().face(false, false), 10.0) <= 110.0),
            "{cut:?}"
        );
        assert_eq!(texts.iter().map(|text| text.as_str()).collect::<String>(), format!("a {} b", "Đ".repeat(50)));
    }
}
