//! "ngày 05 tháng 01": a zero before days below 10 and the months 1 and 2, and before no other month.

use crate::form::findings::instead;
use crate::model::{FormFinding, FormPlace, FormRule};

/// Dates of a line that break the rule.
pub fn findings(line: &str, place: &FormPlace) -> Vec<FormFinding> {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(4).filter_map(|window| date(window, place)).collect()
}

fn date(window: &[&str], place: &FormPlace) -> Option<FormFinding> {
    let [day_word, day, month_word, month] = window else { return None };
    let bare = |word: &str| word.trim_start_matches(['(', '“', '"']).to_lowercase();
    if bare(day_word) != "ngày" || bare(month_word) != "tháng" {
        return None;
    }
    let month = month.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let (day_value, month_value): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
    let expected_month = if month_value <= 2 { format!("{month_value:02}") } else { month_value.to_string() };
    let found = format!("{day} tháng {month}");
    let expected = format!("{day_value:02} tháng {expected_month}");
    let label = |text: &str| format!("ngày {text}");
    (found != expected).then(|| instead(FormRule::DateZero, place.clone(), label(&found), label(&expected)))
}
