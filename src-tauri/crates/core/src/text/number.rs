//! Numbers in Vietnamese form: a point between thousands, a comma before decimals (DOMAIN.md, G.5).
//!
//! A number is kept as a whole number of its smallest digit: with one decimal 1.234,5 is 12345. So sums are exact.

use crate::error::{Error, ErrorCode, Result};

/// Writes a number: 24500 with 0 decimals gives "24.500", 12345 with one gives "1.234,5".
pub fn format_number(value: i64, decimals: u8) -> String {
    let digits = format!("{:0width$}", value.unsigned_abs(), width = usize::from(decimals) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(decimals));
    let mut text = String::with_capacity(digits.len() + 8);
    if value < 0 {
        text.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    // "1.500,0 triệu đồng" is not how anybody writes it: zeros at the end say nothing.
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// Reads "24.500", "24500", "24 500" and "1.234,5". A single point is a thousands separator only before exactly three
/// digits: "24.5" is refused rather than taken for 245 or for 24,5.
///
/// # Errors
/// `bad_number` with the text and the decimals that are possible.
pub fn parse_number(typed: &str, decimals: u8) -> Result<i64> {
    let bad = || {
        Error::refused(ErrorCode::BadNumber, "reading a number").with("text", typed.trim()).with("decimals", decimals)
    };
    let compact: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (whole, fraction) = compact.split_once(',').unwrap_or((compact.as_str(), ""));
    if compact.ends_with(',') || fraction.len() > usize::from(decimals) || !is_digits(fraction) {
        return Err(bad());
    }
    let whole = without_thousands(whole).ok_or_else(bad)?;
    let padded = format!("{whole}{fraction:0<width$}", width = usize::from(decimals));
    if whole.is_empty() || padded.len() > 15 {
        return Err(bad());
    }
    padded.parse().map_err(|_| bad())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of "1.234.567" or "1234567"; `None` if the points do not stand before groups of three.
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    (grouped && is_digits(first) && rest.iter().all(|group| is_digits(group)))
        .then(|| format!("{first}{}", rest.concat()))
}

/// Roman numerals, for sections and annexes: 4 is "IV".
pub fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_annexes_are_numbered_in_roman_numerals() {
        for (number, text) in [(1, "I"), (2, "II"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL")] {
            assert_eq!(roman(number), text);
        }
    }

    #[test]
    fn numbers_are_written_with_points_and_comma() {
        let cases = [
            (0, 0, "0"),
            (999, 0, "999"),
            (24_500, 0, "24.500"),
            (1_234_567, 0, "1.234.567"),
            (12_345, 1, "1.234,5"),
            (15_000, 1, "1.500"),
            (5, 1, "0,5"),
            (105, 2, "1,05"),
            (-1_500, 0, "-1.500"),
        ];
        for (value, decimals, text) in cases {
            assert_eq!(format_number(value, decimals), text);
        }
    }

    #[test]
    fn numbers_are_read_as_officials_type_them() {
        let cases = [
            ("24.500", 0, 24_500),
            ("24500", 0, 24_500),
            ("24 500", 0, 24_500),
            (" 7 ", 0, 7),
            ("1.234,5", 1, 12_345),
            ("1234,5", 2, 123_450),
            ("0", 0, 0),
            ("007", 0, 7),
        ];
        for (typed, decimals, value) in cases {
            assert_eq!(parse_number(typed, decimals).unwrap(), value, "typed {typed:?}");
        }
    }

    #[test]
    fn a_doubtful_number_is_refused_and_never_guessed() {
        let cases = [
            ("24.5", 0),
            ("24.5", 1),
            ("24,5", 0),
            ("2.45.000", 0),
            ("1,234", 1),
            ("", 0),
            ("-5", 0),
            ("mười", 0),
            ("12a", 0),
        ];
        for (typed, decimals) in cases.into_iter().chain([(",5", 1), ("5,", 1), ("1.000.", 0), ("9999999999999999", 0)])
        {
            assert_eq!(parse_number(typed, decimals).unwrap_err().code(), ErrorCode::BadNumber, "typed {typed:?}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for decimals in 0..=2 {
            for value in [0, 1, 9, 10, 99, 1_000, 12_345, 999_999, 1_234_567_890] {
                assert_eq!(parse_number(&format_number(value, decimals), decimals).unwrap(), value);
            }
        }
    }
}
