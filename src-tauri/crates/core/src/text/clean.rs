//! Text from keyboards, the clipboard and old files, made fit to keep.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};

/// A text of several lines as it is kept: composed, line ends as `\n`, without control characters or invisible marks,
/// without space at the end of lines and of the text.
pub fn clean_text(typed: &str) -> String {
    let unified = typed.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unified.nfc().filter_map(keep).collect();
    let lines: Vec<&str> = kept.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().trim_start_matches('\n').to_owned()
}

/// A text of one line as it is kept: like [`clean_text`], line ends and runs of spaces become one space.
pub fn clean_line(typed: &str) -> String {
    let spaced: String = typed.nfc().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let kept: String = spaced.chars().filter_map(keep).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part of a line as it is kept: like [`clean_line`], but a blank at its ends stays, because the line goes on there, and
/// so do spaces at which no line breaks.
pub fn clean_letters(typed: &str) -> String {
    let as_blank = |letter: char| if matches!(letter, '\t' | '\n' | '\r') { ' ' } else { letter };
    let marked: String = typed.chars().map(as_blank).collect();
    let inner = clean_text(marked.trim_matches(' '));
    let blank = |is_there: bool| if is_there { " " } else { "" };
    match (marked.starts_with(' '), marked.ends_with(' ')) {
        (start, end) if inner.is_empty() => blank(start || end).to_owned(),
        (start, end) => format!("{}{inner}{}", blank(start), blank(end)),
    }
}

/// A line that must not be empty nor longer than `limit` letters. `field` names the place in the form.
///
/// # Errors
/// `required` or `too_long`.
pub fn require_line(field: &str, typed: &str, limit: usize) -> Result<String> {
    let line = clean_line(typed);
    if line.is_empty() {
        return Err(Error::refused(ErrorCode::Required, "reading a form").with("field", field));
    }
    limited(field, line, limit)
}

/// A cleaned text that must not be longer than `limit` letters; it may be empty. `field` names the place in the form.
///
/// # Errors
/// `too_long`.
pub fn limited(field: &str, text: String, limit: usize) -> Result<String> {
    let length = text.chars().count();
    if length <= limit {
        return Ok(text);
    }
    Err(Error::refused(ErrorCode::TooLong, "reading a form")
        .with("field", field)
        .with("limit", limit)
        .with("length", length))
}

/// The key under which text is searched: marks and case away, đ as d, one space between words.
/// "Đợt  1" and its decomposed form both give "dot 1".
pub fn fold(text: &str) -> String {
    let plain: String = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfd()
            .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
            .flat_map(|letter| if matches!(letter, 'đ' | 'Đ') { 'd' } else { letter }.to_lowercase())
            .collect()
    };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name of plain letters for a file that travels by chat and e-mail: "Báo cáo đợt 1" gives "Bao-cao-dot-1".
pub fn file_name(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let joined: String = words.join("-").chars().take(120).collect();
    joined.trim_end_matches('-').to_owned()
}

/// What becomes of one letter: kept, turned into a space, or dropped.
fn keep(letter: char) -> Option<char> {
    match letter {
        '\n' => Some('\n'),
        '\t' | '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(' '),
        // Zero-width marks and the soft hyphen are invisible on the screen and break searching and comparing.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        // Half of a pair and the non-characters are not allowed in XML.
        '\u{fffe}' | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_composed_and_freed_of_what_cannot_be_seen() {
        let cases = [
            ("Đợt 1", "Đợt 1"),
            ("Công đoàn", "Công đoàn"),
            ("a\u{0}b\u{7}c\u{1b}[31m", "abc[31m"),
            ("băng\u{a0}rôn\u{200b}", "băng rôn"),
            ("một\r\nhai  \r\n\r\n", "một\nhai"),
            ("\n\n- dòng", "- dòng"),
        ];
        for (typed, kept) in cases {
            assert_eq!(clean_text(typed), kept, "typed {typed:?}");
        }
    }

    #[test]
    fn a_line_has_single_spaces_and_no_line_ends() {
        assert_eq!(clean_line("  LĐLĐ \t huyện\nTam\u{a0}Đường "), "LĐLĐ huyện Tam Đường");
    }

    #[test]
    fn a_name_of_300_characters_is_kept_and_one_more_is_refused() {
        let name = "Đ".repeat(300);
        assert_eq!(require_line("name", &name, 300).unwrap().chars().count(), 300);
        let refusal = require_line("name", &format!("{name}a"), 300).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::TooLong);
        assert_eq!(refusal.fields()["length"], "301");
    }

    #[test]
    fn folding_finds_vietnamese_without_marks() {
        for (text, key) in [("Đợt 1", "dot 1"), ("ĐOÀN  viên", "doan vien"), ("hoà/hòa", "hoa/hoa"), ("Ư", "u")]
        {
            assert_eq!(fold(text), key);
        }
        assert_eq!(fold(&"Tuyên truyền miệng".nfd().collect::<String>()), "tuyen truyen mieng");
    }

    #[test]
    fn a_file_name_has_only_letters_that_travel() {
        assert_eq!(file_name("Báo cáo đợt 1 – LĐLĐ huyện Tam Đường"), "Bao-cao-dot-1-LDLD-huyen-Tam-Duong");
        assert_eq!(file_name("../../etc:*?"), "etc");
        assert!(file_name(&"a".repeat(300)).len() <= 120);
    }
}
