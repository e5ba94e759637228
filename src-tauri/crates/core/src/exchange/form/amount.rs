//! What people write into a cell for a figure.

use crate::model::{FigureState, SentAmount};
use crate::text;
use crate::unit_list::cells::Value;

/// Words for "we have none": also the dash of statistical tables.
const NOTHING: [&str; 12] =
    ["-", "--", "–", "—", "khong", "khong co", "ko", "ko co", "k co", "kc", "chua phat sinh", "khong phat sinh"];

/// Words for "the question does not arise".
const NOT_APPLICABLE: [&str; 8] =
    ["khong ap dung", "ko ap dung", "k ap dung", "kad", "k/a/d", "n/a", "khong thuoc doi tuong", "khong lien quan"];

/// Words for "nobody has said anything".
const NOT_REPORTED: [&str; 6] = ["...", "…", "chua bao cao", "chua co so lieu", "chua thong ke", "?"];

/// Words before a number that is an estimate.
const ESTIMATED: [&str; 7] = ["khoang", "uoc", "uoc tinh", "uoc dat", "~", "tren duoi", "gan"];

/// What a cell says; `Ok(None)` for nothing, `Err` for what is not understood.
pub fn read(value: &Value, measure: &str, decimals: u8) -> Result<Option<SentAmount>, ()> {
    match value {
        Value::Empty => Ok(None),
        Value::Number(number) => of_number(*number, decimals).map(Some).ok_or(()),
        Value::Text(typed) => of_text(typed, measure, decimals),
        Value::Truth(_) | Value::Date(_) | Value::Fault(_) => Err(()),
    }
}

fn amount(state: FigureState, value: Option<i64>, is_estimate: bool) -> SentAmount {
    SentAmount { state, value, is_estimate }
}

/// A number as Excel keeps it. One with more digits than the indicator has is refused: 1.234 may have been meant as a
/// thousand and as one and a bit.
fn of_number(number: f64, decimals: u8) -> Option<SentAmount> {
    let scaled = number * 10f64.powi(i32::from(decimals));
    let whole = scaled.round();
    let is_exact = (scaled - whole).abs() <= 1e-6 * whole.abs().max(1.0);
    #[allow(clippy::cast_possible_truncation, reason = "within the limit it fits")]
    (is_exact && (0.0..1e15).contains(&whole)).then(|| amount(FigureState::Number, Some(whole as i64), false))
}

fn of_text(typed: &str, measure: &str, decimals: u8) -> Result<Option<SentAmount>, ()> {
    // An apostrophe before it is how Excel is told that a number is text.
    let line = text::clean_line(typed.trim().trim_start_matches('\''));
    let said = text::fold(&line);
    let said = said.trim_end_matches('.').trim();
    if line.is_empty() || NOT_REPORTED.contains(&line.as_str()) || NOT_REPORTED.contains(&said) {
        return Ok(None);
    }
    if NOTHING.contains(&said) {
        return Ok(Some(amount(FigureState::Nothing, None, false)));
    }
    if NOT_APPLICABLE.contains(&said) {
        return Ok(Some(amount(FigureState::NotApplicable, None, false)));
    }
    let (number, is_estimate) = without_estimate(said);
    let number = without_measure(number, &text::fold(measure));
    let value = parsed(number, decimals).ok_or(())?;
    Ok(Some(amount(FigureState::Number, Some(value), is_estimate)))
}

/// "khoảng 120" and "120 (ước tính)" without the words.
fn without_estimate(said: &str) -> (&str, bool) {
    for word in ESTIMATED {
        if let Some(rest) = said.strip_prefix(word).filter(|rest| begins_number(rest.trim_start())) {
            return (rest.trim(), true);
        }
    }
    for word in ["(uoc tinh)", "(uoc)", "uoc tinh", "(khoang)"] {
        if let Some(rest) = said.strip_suffix(word) {
            return (rest.trim(), true);
        }
    }
    (said, false)
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// "12 cuộc" where cuộc are counted.
fn without_measure<'a>(said: &'a str, measure: &str) -> &'a str {
    let end = said.find(|letter: char| letter.is_alphabetic() || letter == '%').unwrap_or(said.len());
    match said.split_at_checked(end) {
        Some((number, words)) if !measure.is_empty() && words.trim() == measure => number.trim(),
        _ => said,
    }
}

fn parsed(number: &str, decimals: u8) -> Option<i64> {
    if let Ok(value) = text::parse_number(number, decimals) {
        return Some(value);
    }
    let of_scale = |value: i64| value.checked_mul(10i64.checked_pow(u32::from(decimals))?);
    // "1234.0" and "1234,00" come from a sheet that showed decimals.
    let (whole, zeros) = number.split_once(['.', ','])?;
    let is_zeros = (1..=2).contains(&zeros.len()) && zeros.bytes().all(|digit| digit == b'0');
    if is_zeros && !whole.is_empty() && whole.len() <= 12 && whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return of_scale(whole.parse().ok()?);
    }
    // "1,234" as computers in English write it; only where there are no decimals it can mean nothing else.
    let is_grouped = decimals == 0 && !number.contains('.');
    is_grouped.then(|| text::parse_number(&number.replace(',', "."), 0).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(typed: &str, decimals: u8) -> Result<Option<SentAmount>, ()> {
        read(&Value::Text(typed.to_owned()), "cuộc", decimals)
    }

    #[test]
    fn numbers_are_read_as_people_write_them_into_cells() {
        let cases = [
            ("1.234", 0, 1_234, false),
            ("1234", 0, 1_234, false),
            ("1,234", 0, 1_234, false),
            ("'1234", 0, 1_234, false),
            ("1 234", 0, 1_234, false),
            ("12.0", 0, 12, false),
            ("12 cuộc", 0, 12, false),
            ("0", 0, 0, false),
            ("khoảng 120", 0, 120, true),
            ("~120", 0, 120, true),
            ("ước 1.200 cuộc", 0, 1_200, true),
            ("120 (ước tính)", 0, 120, true),
            ("1.234,5", 1, 12_345, false),
            ("12.0", 1, 120, false),
        ];
        for (typed, decimals, value, is_estimate) in cases {
            let expected = SentAmount { state: FigureState::Number, value: Some(value), is_estimate };
            assert_eq!(text(typed, decimals), Ok(Some(expected)), "{typed}");
        }
    }

    #[test]
    fn the_kinds_of_empty_are_told_apart() {
        let cases = [
            ("không có", Some(FigureState::Nothing)),
            ("Ko có", Some(FigureState::Nothing)),
            ("-", Some(FigureState::Nothing)),
            ("KAD", Some(FigureState::NotApplicable)),
            ("không áp dụng.", Some(FigureState::NotApplicable)),
            ("…", None),
            ("...", None),
            ("chưa báo cáo", None),
            ("   ", None),
        ];
        for (typed, state) in cases {
            assert_eq!(text(typed, 0).map(|amount| amount.map(|amount| amount.state)), Ok(state), "{typed}");
        }
    }

    #[test]
    fn a_doubtful_cell_is_not_guessed() {
        for typed in ["12.5", "24,5", "mười hai", "12 người", "-5", "12/7", "xem phụ lục", "1.2345"] {
            assert_eq!(text(typed, 0), Err(()), "{typed}");
        }
        let numbers = [(1.234, 0, None), (12.0, 0, Some(12)), (12.5, 1, Some(125)), (-3.0, 0, None), (1e18, 0, None)];
        for (number, decimals, expected) in numbers {
            let read = read(&Value::Number(number), "", decimals).ok().flatten().and_then(|amount| amount.value);
            assert_eq!(read, expected, "{number}");
        }
        assert_eq!(read(&Value::Fault("#REF!".to_owned()), "", 0), Err(()));
    }
}
