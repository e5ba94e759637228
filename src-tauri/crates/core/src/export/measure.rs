//! Widths of words in Times New Roman, and lines of a head broken where an official would break them.
//!
//! Pure. The official form asks for rules as long as a text or as a part of it, and for names that break well: both need
//! the width of a text before any program has laid out the page. The numbers are advance widths in 1/2048 of the size,
//! measured from Liberation Serif 2.1, whose metrics are those of Times New Roman. Marks above and below add nothing.

use unicode_normalization::UnicodeNormalization;

use super::document::{Length, Letters};

/// From the space to the tilde, upright.
const REGULAR: [u16; 95] = [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479,
    1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251,
    682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024,
    1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
];

/// From the space to the tilde, bold.
const BOLD: [u16; 95] = [
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251,
    1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479,
    1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139,
    1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
];

/// The horn of ơ and ư widens its letter.
const HORN: char = '\u{31b}';

/// Words that stay on one line where that is possible, as they follow each other.
const PHRASES: [&str; 16] = [
    "tổng liên đoàn lao động",
    "liên đoàn lao động",
    "ban thường vụ",
    "ban chấp hành",
    "ban tuyên giáo",
    "chủ tịch",
    "công đoàn",
    "cơ sở",
    "viên chức",
    "nghiệp đoàn",
    "việt nam",
    "thành phố",
    "tuyên truyền",
    "đại hội",
    "nhiệm kỳ",
    "nữ công",
];

/// After these a name or a number follows, which stays with them.
const BEFORE_A_NAME: [&str; 15] =
    ["ngày", "tháng", "năm", "tỉnh", "huyện", "thành", "phố", "xã", "phường", "ngành", "đợt", "số", "kỳ", "lần", "thứ"];

/// A number stands before these, which stay with it: "ngày 04 tháng 8 năm 2023".
const AFTER_A_NUMBER: [&str; 2] = ["tháng", "năm"];

/// Width of a text on one line. Letters unknown to the tables count as a full square.
pub fn text_width(text: &str, letters: Letters) -> Length {
    let units: i64 = text.nfd().map(|letter| i64::from(letter_width(letter, letters.is_bold))).sum();
    let width = units * i64::from(letters.size_pt) * 20 / 2048;
    Length::twentieths(i32::try_from(width).unwrap_or(i32::MAX))
}

fn letter_width(letter: char, is_bold: bool) -> u16 {
    let table = if is_bold { &BOLD } else { &REGULAR };
    match letter {
        ' '..='~' => table.get(letter as usize - ' ' as usize).copied().unwrap_or(2048),
        'Đ' => 1479,
        'đ' if is_bold => 1139,
        'đ' | '–' => 1024,
        HORN => 90,
        '“' | '”' => 1024,
        '‘' | '’' => 682,
        '\u{a0}' => 512,
        letter if unicode_normalization::char::is_combining_mark(letter) => 0,
        _ => 2048,
    }
}

/// No name has more words. A longer text is left to the program that prints: every place is tried here for every break.
const WORDS_LIMIT: usize = 200;

/// Breaks a text into the fewest lines that fit the width, as even as possible, without tearing names and set phrases
/// where another place will do. A word wider than the width stands alone and is left to the program that prints.
pub fn balanced_lines(text: &str, width: Length, letters: Letters) -> Vec<String> {
    // Not at every white space: a gap that is left to fill in by hand is made of spaces that do not break.
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() > WORDS_LIMIT {
        return vec![words.join(" ")];
    }
    // Other makers' Times differ by a hair; a line that just fits here must not wrap there.
    let layout = Layout { words: &words, width: width.scaled(98, 100), letters };
    let mut lines = Vec::new();
    let mut start = 0;
    for end in layout.best_ends() {
        lines.push(layout.line(start, end));
        start = end;
    }
    lines
}

struct Layout<'a> {
    words: &'a [&'a str],
    width: Length,
    letters: Letters,
}

/// The best way found to set the words up to some place.
#[derive(Clone)]
struct Way {
    n_lines: usize,
    cost: f64,
    ends: Vec<usize>,
}

impl Layout<'_> {
    fn line(&self, start: usize, end: usize) -> String {
        self.words.get(start..end).unwrap_or_default().join(" ")
    }

    /// Where the lines end, by trying every place for the last break of every beginning.
    fn best_ends(&self) -> Vec<usize> {
        let mut ways = vec![Way { n_lines: 0, cost: 0.0, ends: Vec::new() }];
        for end in 1..=self.words.len() {
            let mut best: Option<Way> = None;
            for (start, before) in ways.iter().enumerate().rev() {
                let Some(cost) = self.cost_of_line(start, end) else { break };
                let way = before.with_line(end, cost);
                if best.as_ref().is_none_or(|found| way.is_better_than(found)) {
                    best = Some(way);
                }
            }
            ways.extend(best);
        }
        ways.pop().map(|way| way.ends).unwrap_or_default()
    }

    /// How bad a line of these words is: the square of its empty part, more if it tears what belongs together.
    /// `None` if it does not fit; one word always does.
    fn cost_of_line(&self, start: usize, end: usize) -> Option<f64> {
        let taken = text_width(&self.line(start, end), self.letters);
        if taken > self.width && end - start > 1 {
            return None;
        }
        let empty = 1.0 - f64::from(taken.in_twentieths()) / f64::from(self.width.in_twentieths().max(1));
        let torn = if self.tears(end) { 1.0 } else { 0.0 };
        Some(empty.max(0.0).powi(2) + torn)
    }

    /// Whether a break before the word at `place` parts words that belong together.
    fn tears(&self, place: usize) -> bool {
        let (Some(before), Some(after)) =
            (place.checked_sub(1).and_then(|last| self.words.get(last)), self.words.get(place))
        else {
            return false;
        };
        let last = before.to_lowercase();
        let is_dash = |word: &str| matches!(word, "-" | "–");
        is_dash(after)
            || is_dash(before)
            || BEFORE_A_NAME.contains(&last.as_str())
            || AFTER_A_NUMBER.contains(&after.to_lowercase().as_str())
            || is_name(before) && is_name(after)
            || is_roman(after)
            || PHRASES.iter().any(|phrase| self.lies_within(place, phrase))
    }

    /// Whether `place` lies inside of an occurrence of the phrase.
    fn lies_within(&self, place: usize, phrase: &str) -> bool {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        (1..wanted.len()).any(|before| {
            let Some(start) = place.checked_sub(before) else { return false };
            let Some(found) = self.words.get(start..start + wanted.len()) else { return false };
            found.iter().zip(&wanted).all(|(word, wanted)| word.to_lowercase().trim_end_matches(',') == *wanted)
        })
    }
}

/// A capitalised word of a mixed text: two in a row are a name, "Lai Châu".
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// The number of a congress or of a quarter stays with the word before it: "Đại hội XIII".
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'))
}

impl Way {
    fn with_line(&self, end: usize, cost: f64) -> Way {
        let mut ends = self.ends.clone();
        ends.push(end);
        Way { n_lines: self.n_lines + 1, cost: self.cost + cost, ends }
    }

    fn is_better_than(&self, other: &Way) -> bool {
        (self.n_lines, self.cost) < (other.n_lines, other.cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT_COLUMN: Length = Length::twentieths(3829);

    #[test]
    fn the_motto_is_as_wide_as_the_typeface_makes_it() {
        let width = text_width("Độc lập - Tự do - Hạnh phúc", Letters::bold(14));
        // 170,6 pt by the metrics of Liberation Serif Bold in LibreOffice; a millimetre is 2,8 pt.
        assert!((3380..=3450).contains(&width.in_twentieths()), "{width:?}");
    }

    #[test]
    fn decomposed_text_is_as_wide_as_composed_text() {
        let composed = "Đường ượng ễ";
        let decomposed: String = composed.nfd().collect();
        assert_ne!(composed, decomposed);
        assert_eq!(text_width(composed, Letters::bold(13)), text_width(&decomposed, Letters::bold(13)));
    }

    #[test]
    fn names_break_where_an_official_breaks_them() {
        let cases: [(&str, &[&str]); 6] = [
            ("LĐLĐ TỈNH", &["LĐLĐ TỈNH"]),
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", &["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH LAI CHÂU"]),
            ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG", &["LIÊN ĐOÀN LAO ĐỘNG", "HUYỆN TAM ĐƯỜNG"]),
            ("LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ LAI CHÂU", &["LIÊN ĐOÀN LAO ĐỘNG", "THÀNH PHỐ LAI CHÂU"]),
            ("CÔNG ĐOÀN CƠ SỞ XÃ TƯỢNG SƠN", &["CÔNG ĐOÀN CƠ SỞ", "XÃ TƯỢNG SƠN"]),
            ("", &[]),
        ];
        for (name, lines) in cases {
            assert_eq!(balanced_lines(name, LEFT_COLUMN, Letters::bold(13)), lines, "{name}");
        }
    }

    #[test]
    fn the_superior_of_a_province_breaks_before_the_name_of_the_country() {
        let lines = balanced_lines("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", LEFT_COLUMN, Letters::upright(13));
        assert_eq!(lines, ["TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM"]);
    }

    #[test]
    fn a_long_name_is_set_in_lines_that_all_fit_and_loses_no_word() {
        let name = "CÔNG ĐOÀN CƠ SỞ TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP ".repeat(6);
        let lines = balanced_lines(&name, LEFT_COLUMN, Letters::bold(13));
        assert_eq!(lines.join(" "), name.trim());
        for line in &lines {
            assert!(text_width(line, Letters::bold(13)) <= LEFT_COLUMN, "{line}");
        }
    }

    #[test]
    fn a_word_wider_than_the_column_stands_alone() {
        let word = "Đ".repeat(300);
        assert_eq!(balanced_lines(&format!("A {word} B"), LEFT_COLUMN, Letters::bold(13)), ["A", &word, "B"]);
    }
}
