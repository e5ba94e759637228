//! Text with separated values: separators by what the first lines have most of, quotes as spreadsheets write them.

use super::super::cells::{Cell, Sheet};
use super::{COLUMN_LIMIT, Take, encoding, shortened};

const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// Letters by which the separator is chosen.
const SAMPLE: usize = 20_000;

/// The one sheet of a text file.
pub fn read(content: &[u8], take: Take<'_>) -> Sheet {
    let text = encoding::decode(content);
    let separator = separator_of(&text);
    let mut sheet = Sheet::default();
    let mut table = Table { letters: text.chars().peekable(), separator };
    let mut row = 0u32;
    while let Some(fields) = table.next_row() {
        row = row.saturating_add(1);
        if sheet.rows.len() >= take.rows {
            break;
        }
        for (column, field) in fields.iter().take(COLUMN_LIMIT).enumerate() {
            sheet.put(row, column, Cell::text(shortened(field, take.letters)));
        }
    }
    sheet
}

/// The separator that stands outside of quotes most often; a first line "sep=;" of Excel says it outright.
fn separator_of(text: &str) -> char {
    if let Some(said) = text.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        return said;
    }
    let mut counts = [0usize; SEPARATORS.len()];
    let mut is_quoted = false;
    for letter in text.chars().take(SAMPLE) {
        is_quoted ^= letter == '"';
        if let Some(place) = SEPARATORS.iter().position(|separator| *separator == letter && !is_quoted)
            && let Some(count) = counts.get_mut(place)
        {
            *count += 1;
        }
    }
    // The first of the most frequent ones: a comma also stands in names, a semicolon hardly ever.
    let most = counts.iter().copied().max().unwrap_or(0);
    let strong = counts.iter().zip(SEPARATORS).find(|(count, _)| **count * 2 >= most && **count > 0);
    strong.map_or(',', |(_, separator)| separator)
}

struct Table<'a> {
    letters: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
}

impl Table<'_> {
    /// The fields of the next line; a quoted field may go over several lines. `None` at the end.
    fn next_row(&mut self) -> Option<Vec<String>> {
        self.letters.peek()?;
        let mut fields = vec![String::new()];
        let mut is_quoted = false;
        while let Some(letter) = self.letters.next() {
            let Some(field) = fields.last_mut() else { break };
            match letter {
                '"' if is_quoted && self.letters.peek() == Some(&'"') => {
                    self.letters.next();
                    field.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if field.trim().is_empty() => {
                    field.clear();
                    is_quoted = true;
                }
                '\r' if !is_quoted => {
                    self.letters.next_if_eq(&'\n');
                    return Some(fields);
                }
                '\n' if !is_quoted => return Some(fields),
                letter if letter == self.separator && !is_quoted => fields.push(String::new()),
                letter => field.push(letter),
            }
        }
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[u8]) -> Vec<Vec<String>> {
        let sheet =
            read(text, Take { only: None, rows: 100, letters: 2_000, all_letters: usize::MAX, formulas: false });
        sheet.rows.iter().map(|row| row.cells.iter().map(Cell::shown).collect()).collect()
    }

    #[test]
    fn fields_are_separated_as_spreadsheets_write_them() {
        let cases: [(&str, &[&[&str]]); 7] = [
            ("a;b,c\n1;2", &[&["a", "b,c"], &["1", "2"]]),
            ("a\tb\r\n1\t2\r\n", &[&["a", "b"], &["1", "2"]]),
            ("a,b\n\"x, y\",\"nói \"\"to\"\"\"\n", &[&["a", "b"], &["x, y", "nói \"to\""]]),
            ("a;b\n\"hai\ndòng\";2", &[&["a", "b"], &["hai dòng", "2"]]),
            ("sep=|\na|b;c;d;e", &[&["sep=", ""], &["a", "b;c;d;e"]]),
            ("\n\na,b\n", &[&["a", "b"]]),
            ("một cột\nhai", &[&["một cột"], &["hai"]]),
        ];
        for (text, expected) in cases {
            let found = rows(text.as_bytes());
            let expected: Vec<Vec<String>> = expected
                .iter()
                .map(|row| row.iter().map(|field| (*field).to_owned()).filter(|field| !field.is_empty()).collect())
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn letters_are_read_from_every_coding_that_offices_save() {
        let text = "Tên đơn vị;Số ĐV\nTrường Tiểu học Bản Bo;25\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let files = [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [b"\xff\xfe", little.as_slice()].concat(),
            [b"\xfe\xff", big.as_slice()].concat(),
            little,
            // Windows-1258: marks stand after their letters.
            b"T\xean \xf0\xf5n v\xf2\xde;S\xf4\xec \xd0V\nTr\xfd\xf5\xccng Ti\xea\xd2u ho\xf2c Ba\xd2n Bo;25\n"
                .to_vec(),
        ];
        for file in files {
            let found = rows(&file);
            assert_eq!(found[1], ["Trường Tiểu học Bản Bo", "25"], "{file:?}");
        }
    }

    #[test]
    fn bytes_of_old_fonts_are_kept_for_the_user_to_decide() {
        let found = rows(b"T\xaan;S\xe8\nTr\xad\xeang Ti\xd3u h\xe4c;25\n");
        assert_eq!(found[1][1], "25");
        assert!(crate::text::detect_legacy(["Tr\u{ad}\u{ea}ng Ti\u{d3}u h\u{e4}c"].into_iter()).is_some());
    }
}
