//! A text cut into words for the rules: numbers stand alone, signs around a word are put aside.

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As it stands there.
    pub raw: &'a str,
    /// In small letters and without the signs around it; "%" is a word of its own.
    pub key: String,
    /// It begins with a digit.
    pub is_number: bool,
}

/// Words of one line.
pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    line.split_whitespace().flat_map(pieces).collect()
}

/// "92%" is a number and a sign; "(12" is a number.
fn pieces(raw: &str) -> Vec<Word<'_>> {
    let inner = raw.trim_start_matches(['(', '“', '"', '[']);
    let is_digit = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    if !inner.starts_with(|letter: char| letter.is_ascii_digit()) {
        return vec![word(raw, inner)];
    }
    let end = inner.find(|letter| !is_digit(letter)).unwrap_or(inner.len());
    let (digits, rest) = inner.split_at(end);
    let number = Word { raw: digits, key: digits.trim_end_matches(['.', ',']).to_owned(), is_number: true };
    // "2018-2023" and "15/4" are no counts: their words begin with a digit, and what follows belongs to them.
    if rest.starts_with(['-', '–', '/', ':']) {
        return vec![Word { raw: inner, key: inner.trim_end_matches(SIGNS).to_lowercase(), is_number: false }];
    }
    if rest.trim_matches(SIGNS).is_empty() { vec![number] } else { vec![number, word(rest, rest)] }
}

const SIGNS: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', '(', '”', '“', '"', ']'];

fn word<'a>(raw: &'a str, inner: &str) -> Word<'a> {
    Word { raw, key: inner.trim_matches(SIGNS).to_lowercase(), is_number: false }
}

/// The words from `from`, `n` of them, as they stand in the text.
pub(super) fn quoted(words: &[Word<'_>], from: usize, n: usize) -> String {
    let raw: Vec<&str> = words.iter().skip(from).take(n).map(|word| word.raw).collect();
    raw.join(" ").trim_matches(SIGNS).to_owned()
}

/// True if these words stand at `from`.
pub(super) fn stand_at(words: &[Word<'_>], from: usize, wanted: &[String]) -> bool {
    words.get(from..from + wanted.len()).is_some_and(|found| found.iter().zip(wanted).all(|(a, b)| a.key == *b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_alone_and_ranges_do_not() {
        let cases: [(&str, &[(&str, bool)]); 5] = [
            ("Kết quả: 1.240 lượt.", &[("kết", false), ("quả", false), ("1.240", true), ("lượt", false)]),
            ("92,5% (23/25)", &[("92,5", true), ("%", false), ("23/25", false)]),
            ("nhiệm kỳ 2018-2023,", &[("nhiệm", false), ("kỳ", false), ("2018-2023", false)]),
            ("(12 cuộc)", &[("12", true), ("cuộc", false)]),
            ("có … đoàn", &[("có", false), ("…", false), ("đoàn", false)]),
        ];
        for (line, expected) in cases {
            let found: Vec<(String, bool)> = words(line).into_iter().map(|word| (word.key, word.is_number)).collect();
            let expected: Vec<(String, bool)> =
                expected.iter().map(|(key, is_number)| ((*key).to_owned(), *is_number)).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
