//! Capitals that NĐ 30/2020, Phụ lục II, lays down and that a program can tell: clauses of laws, holidays.

use crate::form::findings::instead;
use crate::model::{FormFinding, FormPlace, FormRule};

/// Holidays and campaigns, as they are written.
const HOLIDAYS: [&str; 6] =
    ["Quốc khánh", "Quốc tế Lao động", "Quốc tế Phụ nữ", "Tết Nguyên đán", "Tháng Công nhân", "Thương binh - Liệt sĩ"];

/// What a line writes with other letters.
pub fn findings(line: &str, place: &FormPlace) -> Vec<FormFinding> {
    let mut findings: Vec<FormFinding> = HOLIDAYS.iter().filter_map(|name| holiday(line, name, place)).collect();
    let words: Vec<&str> = line.split_whitespace().collect();
    for (index, pair) in words.windows(2).enumerate() {
        let [word, next] = pair else { continue };
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let begins = before.is_none_or(|before| *before == "-" || before.ends_with(['.', ':', ';', '!', '?']));
        let is_number = next.starts_with(|sign: char| sign.is_ascii_digit());
        let is_letter = next.chars().count() == 1 && next.chars().all(char::is_lowercase);
        let expected = match *word {
            "điều" if is_number => "Điều",
            "Khoản" if is_number && !begins => "khoản",
            "Điểm" if is_letter && !begins => "điểm",
            _ => continue,
        };
        let (found, expected) = (format!("{word} {next}"), format!("{expected} {next}"));
        findings.push(instead(FormRule::ClauseLetters, place.clone(), found, expected));
    }
    findings
}

/// The first place where a name is written with other letters than its own; all capitals are a heading.
fn holiday(line: &str, name: &str, place: &FormPlace) -> Option<FormFinding> {
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let letters: Vec<char> = line.chars().collect();
    let wanted: Vec<char> = name.chars().map(small).collect();
    let is_same = |window: &&[char]| window.iter().copied().map(small).eq(wanted.iter().copied());
    let found = letters.windows(wanted.len()).filter(is_same).map(|window| window.iter().collect::<String>());
    let mut wrong = found.filter(|found| found != name && *found != name.to_uppercase());
    wrong.next().map(|found| instead(FormRule::HolidayLetters, place.clone(), found, name))
}
