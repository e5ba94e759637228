//! The official form of documents as data: which forms there are, which one holds on a day, and what is wrong with one.
//!
//! Pure. A form is a TOML file; those of the program lie in `forms/`, one of the office's own is kept in the book in the
//! same words. What is loaded is checked and may be trusted: every measure lies within NĐ 30/2020 (DOMAIN.md, A.2).

mod check;
mod findings;
mod limits;
mod load;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::model::FormProfile;

pub use check::check;
pub use findings::form_findings;
pub use limits::limits;
pub use load::{load, to_text};

/// Files of the forms that come with the program, the newest first.
const BUILT_IN: [(&str, &str); 2] = [
    ("qd-933-2024.toml", include_str!("../../forms/qd-933-2024.toml")),
    ("qd-1014-2011.toml", include_str!("../../forms/qd-1014-2011.toml")),
];

/// The forms that come with the program, the newest first.
///
/// # Errors
/// `bad_form` if a file is wrong.
pub fn built_in() -> Result<Vec<FormProfile>> {
    BUILT_IN.iter().map(|(file_name, text)| load(file_name, text)).collect()
}

/// The form of the program that holds on a day.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_on(day: NaiveDate) -> Result<FormProfile> {
    let forms = built_in()?;
    holding(&forms, day).cloned().ok_or_else(|| Error::not_found("official_form", day))
}

/// The first of `forms` that holds on a day, so that who stands first wins; on a day before or after all of them the one
/// that is nearest in time. `None` only of none.
pub fn holding(forms: &[FormProfile], day: NaiveDate) -> Option<&FormProfile> {
    let distance = |form: &&FormProfile| {
        let early = form.valid_from.map_or(0, |from| (from - day).num_days());
        let late = form.valid_until.map_or(0, |until| (day - until).num_days());
        early.max(late)
    };
    forms.iter().find(|form| form.holds_on(day)).or_else(|| forms.iter().min_by_key(distance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::UnitLevel;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_day_of_a_document_decides_which_form_holds() {
        let cases = [
            (on(2010, 1, 1), "qd-1014-2011"),
            (on(2011, 8, 19), "qd-1014-2011"),
            (on(2023, 8, 4), "qd-1014-2011"),
            (on(2024, 5, 13), "qd-1014-2011"),
            (on(2024, 5, 14), "qd-933-2024"),
            (on(2031, 1, 1), "qd-933-2024"),
        ];
        for (day, code) in cases {
            assert_eq!(built_in_on(day).unwrap().code, code, "{day}");
        }
    }

    #[test]
    fn a_form_of_ones_own_wins_on_the_days_on_which_it_holds() {
        let mut forms = built_in().unwrap();
        let own = FormProfile {
            code: "rieng".to_owned(),
            valid_from: Some(on(2026, 1, 1)),
            valid_until: Some(on(2026, 12, 31)),
            ..forms[0].clone()
        };
        forms.insert(0, own);
        for (day, code) in
            [(on(2025, 12, 31), "qd-933-2024"), (on(2026, 6, 1), "rieng"), (on(2027, 1, 1), "qd-933-2024")]
        {
            assert_eq!(holding(&forms, day).unwrap().code, code, "{day}");
        }
        assert!(holding(&[], on(2026, 6, 1)).is_none());
    }

    #[test]
    fn every_form_proposes_a_head_for_every_level() {
        for form in built_in().unwrap() {
            for level in UnitLevel::ALL {
                assert!(form.head_of(level).is_some(), "{}: {level:?}", form.code);
            }
            assert_eq!(form.symbol_of("BC", "CĐCS"), "BC-CĐCS");
        }
    }

    #[test]
    fn a_form_is_the_same_after_it_was_written_and_read() {
        for form in built_in().unwrap() {
            assert_eq!(load("again.toml", &to_text(&form).unwrap()).unwrap(), form);
        }
    }
}
