//! Texts in records: letters of one byte or two, and the table of all texts, which goes on over several records.

use super::super::CELL_LIMIT;
use super::records::{u16_at, u32_at};

/// How a workbook keeps its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Bytes (Excel 5 and 95).
    Bytes,
    /// Unicode, the upper byte left out where all are zero (since Excel 97).
    Unicode,
}

/// A text whose length is told in one byte (`short`) or two.
pub fn text_at(bytes: &[u8], at: usize, letters: Letters, short: bool) -> Option<String> {
    let (length, start) =
        if short { (usize::from(*bytes.get(at)?), at + 1) } else { (usize::from(u16_at(bytes, at)?), at + 2) };
    if letters == Letters::Bytes {
        return Some(narrow(bytes.get(start..)?, length));
    }
    let flags = *bytes.get(start)?;
    let rest = bytes.get(start + 1..)?;
    Some(if flags & 1 == 0 { narrow(rest, length) } else { wide(rest, length) })
}

fn narrow(bytes: &[u8], length: usize) -> String {
    bytes.iter().take(length.min(CELL_LIMIT)).copied().map(char::from).collect()
}

fn wide(bytes: &[u8], length: usize) -> String {
    let units = bytes.as_chunks::<2>().0.iter().take(length.min(CELL_LIMIT)).copied().map(u16::from_le_bytes);
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The table of all texts, from its record and those that continue it. A cut-off table gives what it has.
pub fn shared_texts(parts: &[&[u8]]) -> Vec<String> {
    let mut reader = Continued { parts, part: 0, at: 8 };
    let mut texts = Vec::new();
    while let Some(text) = reader.next_text() {
        texts.push(text);
    }
    texts
}

/// A place in a content that goes on over several records.
struct Continued<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Continued<'_> {
    fn next_text(&mut self) -> Option<String> {
        self.skip_to_part_with_rest()?;
        let part = *self.parts.get(self.part)?;
        let length = usize::from(u16_at(part, self.at)?);
        let flags = *part.get(self.at + 2)?;
        let mut extra = 0;
        self.at += 3;
        if flags & 8 != 0 {
            extra += 4 * usize::from(u16_at(part, self.at)?);
            self.at += 2;
        }
        if flags & 4 != 0 {
            extra += usize::try_from(u32_at(part, self.at)?).ok()?;
            self.at += 4;
        }
        let text = self.read_letters(length, flags & 1 != 0)?;
        self.skip(extra)?;
        Some(text)
    }

    /// Letters may break off at the end of a record; the next one says anew whether they have one byte or two.
    fn read_letters(&mut self, length: usize, is_wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(length.min(CELL_LIMIT));
        let (mut left, mut is_wide) = (length, is_wide);
        while left > 0 {
            let rest = self.parts.get(self.part)?.get(self.at..)?;
            let width = if is_wide { 2 } else { 1 };
            let n = left.min(rest.len() / width);
            let here = rest.get(..n * width)?;
            if is_wide {
                units.extend(here.as_chunks::<2>().0.iter().copied().map(u16::from_le_bytes));
            } else {
                units.extend(here.iter().copied().map(u16::from));
            }
            self.at += n * width;
            left -= n;
            if left > 0 {
                self.part += 1;
                is_wide = self.parts.get(self.part)?.first()? & 1 != 0;
                self.at = 1;
            }
        }
        let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        Some(letters.take(CELL_LIMIT).collect())
    }

    fn skip(&mut self, mut n: usize) -> Option<()> {
        while n > 0 {
            let here = self.parts.get(self.part)?.len().saturating_sub(self.at);
            if n <= here {
                self.at += n;
                return Some(());
            }
            n -= here;
            self.part += 1;
            self.at = 0;
        }
        Some(())
    }

    fn skip_to_part_with_rest(&mut self) -> Option<()> {
        while self.at >= self.parts.get(self.part)?.len() {
            self.part += 1;
            self.at = 0;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_break_off_at_the_end_of_a_record_and_change_its_width() {
        // "Bản" with "B" in one byte, the rest in two; then a text with two runs of formatting.
        let first = [&[0; 8][..], &[3, 0, 0, b'B']].concat();
        let second =
            [&[1, 0xa3, 0x1e, b'n', 0][..], &[2, 0, 8, 1, 0, b'O', b'K', 9, 9, 9, 9], &[1, 0, 0, b'Z']].concat();
        assert_eq!(shared_texts(&[&first, &second]), ["Bản", "OK", "Z"]);
    }

    #[test]
    fn a_cut_off_table_gives_what_it_has() {
        let whole = [&[0; 8][..], &[1, 0, 0, b'A', 200, 0, 0, b'B']].concat();
        assert_eq!(shared_texts(&[&whole]), ["A"]);
        assert!(shared_texts(&[]).is_empty());
    }
}
