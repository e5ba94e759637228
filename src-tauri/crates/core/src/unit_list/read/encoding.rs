//! Bytes of a text file to letters: UTF-8, UTF-16, Windows-1258, or old bytes that are kept as Latin-1 for [`crate::text`]
//! to recognise.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};

use crate::text;

/// Share of Vietnamese syllables, in percent, from which a reading is believed.
const CONVINCING: usize = 60;

/// Letters that a reading is judged by.
const SAMPLE: usize = 20_000;

/// False for bytes that no text has.
pub fn may_be_text(content: &[u8]) -> bool {
    if utf_16(content).is_some() {
        return true;
    }
    let sample = content.get(..content.len().min(SAMPLE)).unwrap_or(content);
    !sample.iter().any(|byte| matches!(byte, 0..=8 | 14..=25 | 27..=31))
}

/// The letters of a text file.
pub fn decode(content: &[u8]) -> String {
    if let Some(letters) = utf_16(content) {
        return letters;
    }
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    if let Ok(letters) = std::str::from_utf8(content) {
        return letters.to_owned();
    }
    let sample = content.get(..content.len().min(SAMPLE)).unwrap_or(content);
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(sample);
    if share_of_syllables(&vietnamese) >= CONVINCING {
        return WINDOWS_1258.decode_without_bom_handling(content).0.into_owned();
    }
    content.iter().copied().map(char::from).collect()
}

fn utf_16(content: &[u8]) -> Option<String> {
    let (encoding, rest) = match content {
        [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        // Without a mark: plain letters have every second byte zero.
        [first, 0, third, 0, ..] if *first != 0 && *third != 0 => (UTF_16LE, content),
        [0, second, 0, fourth, ..] if *second != 0 && *fourth != 0 => (UTF_16BE, content),
        _ => return None,
    };
    Some(encoding.decode_without_bom_handling(rest).0.into_owned())
}

/// Among the words with letters outside ASCII.
fn share_of_syllables(letters: &str) -> usize {
    let words = letters.split(|letter: char| !letter.is_alphabetic() && !('\u{300}'..='\u{323}').contains(&letter));
    let (mut n, mut n_syllables) = (0, 0);
    for word in words.filter(|word| !word.is_ascii()) {
        n += 1;
        n_syllables += usize::from(text::is_syllable(word));
    }
    n_syllables * 100 / n.max(1)
}
