//! What cells of a list mean: numbers as officials type them, yes and no, sectors, telephones.
//!
//! `None`: the cell says something that is not understood. `Some(None)` where the cell says that nothing is known.

use super::cells::Value;
use crate::model::EmployerSector;
use crate::text;

/// No unit has more members.
const MEMBERS_LIMIT: u32 = 10_000_000;

/// Words for "nothing is known".
const NOTHING: [&str; 7] = ["", "-", "--", "chua co", "chua ro", "khong ro", "?"];

/// A whole number: 1234, 1234.0, "1.234", "1,234", "1 234", "25 người".
pub fn number(value: &Value) -> Option<Option<u32>> {
    match value {
        Value::Empty => Some(None),
        Value::Number(number) => whole(*number).map(Some),
        Value::Text(typed) if NOTHING.contains(&text::fold(typed).as_str()) => Some(None),
        Value::Text(typed) => typed_number(typed).map(Some),
        Value::Truth(_) | Value::Date(_) | Value::Fault(_) => None,
    }
}

fn whole(number: f64) -> Option<u32> {
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(MEMBERS_LIMIT)).contains(&number);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the limit")]
    is_whole.then_some(number as u32)
}

/// The number at the beginning of a text, with words but no other digits after it.
fn typed_number(typed: &str) -> Option<u32> {
    // An apostrophe before it is how Excel is told that a number is text.
    let line = text::clean_line(typed.trim().trim_start_matches('\''));
    let digits_end =
        line.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | ' ')).unwrap_or(line.len());
    let (digits, words) = line.split_at_checked(digits_end)?;
    let is_counted = words.is_empty()
        || matches!(text::fold(words).as_str(), "nguoi" | "doan vien" | "dv" | "d/v" | "nguoi." | "dong chi" | "d/c");
    if !is_counted {
        return None;
    }
    let groups: Vec<&str> = digits.trim().split(['.', ',', ' ']).collect();
    let number = match groups.as_slice() {
        [whole] => whole.parse().ok()?,
        // "1234.0" and "1234,00" come from a sheet that showed decimals.
        [whole, decimals]
            if decimals.len() < 3 && decimals.bytes().all(|digit| digit == b'0') && !decimals.is_empty() =>
        {
            whole.parse().ok()?
        }
        [first, rest @ ..] if (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3) => {
            groups.concat().parse().ok()?
        }
        _ => return None,
    };
    (number <= MEMBERS_LIMIT).then_some(number)
}

/// Yes or no: "x", "có", "không", an address of a page.
pub fn truth(value: &Value) -> Option<Option<bool>> {
    match value {
        Value::Empty => Some(None),
        Value::Truth(truth) => Some(Some(*truth)),
        Value::Number(number) => {
            [(0.0, false), (1.0, true)].iter().find(|(known, _)| known == number).map(|(_, truth)| Some(*truth))
        }
        Value::Text(typed) => truth_of_text(typed),
        Value::Date(_) | Value::Fault(_) => None,
    }
}

fn truth_of_text(typed: &str) -> Option<Option<bool>> {
    let key = text::fold(typed);
    if NOTHING.contains(&key.as_str()) && key != "chua co" {
        return Some(None);
    }
    let is_address =
        key.contains("facebook.com") || key.contains("fb.com") || key.starts_with("http") || key.starts_with("fb.");
    match key.as_str() {
        "x" | "co" | "yes" | "y" | "1" | "da co" | "v" | "✓" | "✔" | "true" | "dung" | "roi" => Some(Some(true)),
        "khong" | "k" | "ko" | "0" | "no" | "n" | "chua" | "chua co" | "false" | "sai" | "o" | "khong co" => {
            Some(Some(false))
        }
        _ if is_address => Some(Some(true)),
        _ => None,
    }
}

/// The sector: "NN", "HCSN", "ngoài nhà nước", "DN ngoài NN".
pub fn sector(typed: &str) -> Option<EmployerSector> {
    let folded = text::fold(typed);
    let key: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let key = key.join(" ");
    let spaced = format!(" {key} ");
    let has = |words: &[&str]| words.iter().any(|word| spaced.contains(&format!(" {word} ")));
    if NOTHING.contains(&key.as_str()) {
        Some(EmployerSector::Unknown)
    } else if has(&[
        "ngoai nn",
        "ngoai nha nuoc",
        "nnn",
        "ngoai quoc doanh",
        "tu nhan",
        "fdi",
        "von nuoc ngoai",
        "htx",
        "hop tac xa",
        "ngoai khu vuc nha nuoc",
        "kvnnn",
    ]) {
        Some(EmployerSector::NonState)
    } else if has(&[
        "nn",
        "nha nuoc",
        "hcsn",
        "hanh chinh",
        "su nghiep",
        "hc",
        "sn",
        "quoc doanh",
        "dnnn",
        "kvnn",
        "cong lap",
        "hanh chinh su nghiep",
        "co quan",
    ]) {
        Some(EmployerSector::State)
    } else if has(&["dn", "doanh nghiep", "cong ty", "tnhh", "co phan"]) {
        Some(EmployerSector::NonState)
    } else {
        None
    }
}

/// A telephone: digits with the usual marks between them, at least seven.
pub fn phone(typed: &str) -> Option<String> {
    let line = text::clean_line(typed);
    let n_digits = line.chars().filter(char::is_ascii_digit).count();
    let is_phone = (7..=30).contains(&n_digits)
        && line.chars().all(|letter| letter.is_ascii_digit() || " .-+()/,;".contains(letter));
    is_phone.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn numbers_are_understood_as_officials_type_them() {
        for (text, expected) in [
            ("1.234", 1234),
            ("1,234", 1234),
            ("1 234", 1234),
            ("1234.0", 1234),
            ("1234,00", 1234),
            ("1.234.567", 1_234_567),
            ("'120", 120),
            ("25 người", 25),
            ("25 đoàn viên", 25),
            ("25đv", 25),
            (" 7 ", 7),
            ("0", 0),
        ] {
            assert_eq!(number(&typed(text)), Some(Some(expected)), "{text:?}");
        }
        assert_eq!(number(&Value::Number(1234.0)), Some(Some(1234)));
        for text in ["", "-", "chưa có", "?"] {
            assert_eq!(number(&typed(text)), Some(None), "{text:?}");
        }
        for text in ["1.5", "12,34", "12.3456", "25 người, 3 nữ", "hai mươi", "-5", "99999999999", "1.2.3", "khoảng 20"]
        {
            assert_eq!(number(&typed(text)), None, "{text:?} is not guessed");
        }
        for value in [
            Value::Number(1.5),
            Value::Number(-1.0),
            Value::Number(f64::NAN),
            Value::Truth(true),
            Value::Date("25/01/1900".to_owned()),
        ] {
            assert_eq!(number(&value), None, "{value:?}");
        }
    }

    #[test]
    fn yes_and_no_are_understood_in_every_way_of_marking() {
        let cases = [
            ("x", Some(true)),
            ("X", Some(true)),
            ("Có", Some(true)),
            ("CO", Some(true)),
            ("https://facebook.com/cdtamduong", Some(true)),
            ("không", Some(false)),
            ("chưa có", Some(false)),
            ("0", Some(false)),
            ("", None),
            ("-", None),
        ];
        for (text, expected) in cases {
            assert_eq!(truth(&typed(text)), Some(expected), "{text:?}");
        }
        assert_eq!(truth(&typed("có lẽ")), None);
        assert_eq!(truth(&Value::Number(1.0)), Some(Some(true)));
        assert_eq!(truth(&Value::Number(5.0)), None);
    }

    #[test]
    fn sectors_are_understood_by_their_short_names() {
        use EmployerSector::{NonState, State, Unknown};
        let cases = [
            ("NN", State),
            ("Nhà nước", State),
            ("HCSN", State),
            ("Hành chính sự nghiệp", State),
            ("ngoài NN", NonState),
            ("Ngoài nhà nước", NonState),
            ("DN", NonState),
            ("Doanh nghiệp", NonState),
            ("DN nhà nước", State),
            ("DNNN", State),
            ("HTX", NonState),
            ("FDI", NonState),
            ("", Unknown),
        ];
        for (text, expected) in cases {
            assert_eq!(sector(text), Some(expected), "{text:?}");
        }
        assert_eq!(sector("Trường học"), None);
    }

    #[test]
    fn telephones_are_told_from_other_texts() {
        assert_eq!(phone("0213.3876.543").as_deref(), Some("0213.3876.543"));
        assert_eq!(phone("+84 912 345 678 / 0213 3876543").as_deref(), Some("+84 912 345 678 / 0213 3876543"));
        assert_eq!(phone("123"), None);
        assert_eq!(phone("ông An 0912345678"), None);
    }
}
