//! Dates in Vietnamese form.

use chrono::{Datelike, NaiveDate};

use crate::error::{Error, ErrorCode, Result};

/// "05/01/2023".
pub fn short_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// "ngày 05 tháng 01 năm 2023": a zero before days below 10 and before months 1 and 2 only
/// (NĐ 30/2020, Phụ lục I; DOMAIN.md, A.2, box 4).
pub fn long_date(date: NaiveDate) -> String {
    let month = if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// Reads "5/8/2023", "05/08/2023", "5-8-2023", "5.8.2023" and "2023-08-05".
///
/// # Errors
/// `bad_date` for anything else, and for a day that the calendar does not have.
pub fn parse_date(typed: &str) -> Result<NaiveDate> {
    let bad = || Error::refused(ErrorCode::BadDate, "reading a date").with("text", typed.trim());
    let parts: Vec<&str> = typed.trim().split(['/', '-', '.']).map(str::trim).collect();
    let [first, middle, last] = parts.as_slice() else { return Err(bad()) };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 {
        return Err(bad());
    }
    let (Ok(day), Ok(month), Ok(year)) = (day.parse(), middle.parse(), year.parse()) else { return Err(bad()) };
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1945..=2100).contains(&date.year())).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_long_date_follows_the_zero_rule() {
        let cases = [
            (on(2023, 1, 5), "ngày 05 tháng 01 năm 2023"),
            (on(2023, 2, 21), "ngày 21 tháng 02 năm 2023"),
            (on(2022, 3, 9), "ngày 09 tháng 3 năm 2022"),
            (on(2022, 10, 25), "ngày 25 tháng 10 năm 2022"),
        ];
        for (date, text) in cases {
            assert_eq!(long_date(date), text);
        }
    }

    #[test]
    fn a_date_is_read_in_the_ways_it_is_typed() {
        for typed in ["5/8/2023", "05/08/2023", " 5 / 8 / 2023 ", "5-8-2023", "5.8.2023", "2023-08-05"] {
            assert_eq!(parse_date(typed).unwrap(), on(2023, 8, 5), "typed {typed:?}");
        }
        for typed in ["", "5/8", "31/2/2023", "8/13/2023", "5/8/23", "hôm nay", "5/8/20231", "1/1/0001"] {
            assert_eq!(parse_date(typed).unwrap_err().code(), ErrorCode::BadDate, "typed {typed:?}");
        }
    }
}
