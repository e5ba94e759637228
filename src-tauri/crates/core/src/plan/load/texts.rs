//! Checks of single fields: texts, numbers, levels.

use unicode_normalization::is_nfc;

use super::Check;
use crate::Result;
use crate::model::UnitLevel;
use crate::plan::Problem;

/// Longest title, in letters, so that a line of the checklist holds it.
const LONGEST_TITLE: usize = 80;

impl Check<'_> {
    /// A text of one line that must be there: not empty, composed, without spaces around it or control characters in it.
    pub(super) fn text(&self, path: &str, raw: Option<String>) -> Result<String> {
        self.clean_text(path, raw, char::is_control)
    }

    /// The same, of several lines: a text of the report.
    pub(super) fn paragraphs(&self, path: &str, raw: Option<String>) -> Result<String> {
        self.clean_text(path, raw, |sign| sign.is_control() && sign != '\n')
    }

    fn clean_text(&self, path: &str, raw: Option<String>, is_unwanted: impl Fn(char) -> bool) -> Result<String> {
        let text = raw.unwrap_or_default();
        if text.trim().is_empty() {
            return Err(self.lacking(path));
        }
        if !is_nfc(&text) || text.trim().len() != text.len() || text.contains(is_unwanted) {
            return Err(self.source.wrong(path, Problem::UncleanText, text));
        }
        Ok(text)
    }

    /// A text that may be absent, which then is the empty text.
    pub(super) fn optional_text(&self, path: &str, raw: Option<String>) -> Result<String> {
        raw.map_or(Ok(String::new()), |text| self.text(path, Some(text)))
    }

    /// Lines of which there must be one.
    pub(super) fn texts(&self, path: &str, raw: Vec<String>) -> Result<Vec<String>> {
        if raw.is_empty() {
            return Err(self.lacking(path));
        }
        raw.into_iter().enumerate().map(|(index, text)| self.text(&format!("{path}[{index}]"), Some(text))).collect()
    }

    /// A text that fits on one line.
    pub(super) fn title(&self, path: &str, raw: Option<String>) -> Result<String> {
        let text = self.text(path, raw)?;
        if text.chars().count() > LONGEST_TITLE {
            return Err(self.source.wrong(path, Problem::TooLong, text));
        }
        Ok(text)
    }

    /// A whole number within bounds.
    pub(super) fn number<N: TryFrom<i64>>(&self, path: &str, raw: i64, least: i64, most: i64) -> Result<N> {
        let wrong = || self.source.wrong(path, Problem::OutOfRange, raw);
        if raw < least || raw > most {
            return Err(wrong());
        }
        N::try_from(raw).map_err(|_| wrong())
    }

    /// Levels of units; the single word "all" stands for each of them.
    pub(super) fn levels(&self, path: &str, raw: &[String]) -> Result<Vec<UnitLevel>> {
        if raw.is_empty() {
            return Err(self.lacking(path));
        }
        if raw == ["all"] {
            return Ok(UnitLevel::ALL.to_vec());
        }
        let mut levels = Vec::with_capacity(raw.len());
        for (index, word) in raw.iter().enumerate() {
            let path = format!("{path}[{index}]");
            let level = self.one_of(&path, word, parse_level)?;
            if levels.contains(&level) {
                return Err(self.source.wrong(&path, Problem::DuplicateCode, word));
            }
            levels.push(level);
        }
        Ok(levels)
    }

    /// One of a closed set of words.
    pub(super) fn one_of<T>(&self, path: &str, word: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        parse(word).ok_or_else(|| self.source.wrong(path, Problem::UnknownValue, word))
    }

    /// A text in which each of the placeholders `needed` stands, and none besides them and `allowed`.
    pub(super) fn phrase(&self, path: &str, raw: Option<String>, needed: &[&str], allowed: &[&str]) -> Result<String> {
        let text = self.text(path, raw)?;
        if let Some(absent) = needed.iter().find(|placeholder| !text.contains(*placeholder)) {
            return Err(self.source.wrong(path, Problem::PlaceholderMissing, absent));
        }
        let rest = needed.iter().chain(allowed).fold(text.clone(), |rest, placeholder| rest.replace(placeholder, ""));
        if rest.contains(['{', '}']) {
            return Err(self.source.wrong(path, Problem::UnknownPlaceholder, text));
        }
        Ok(text)
    }
}

fn parse_level(word: &str) -> Option<UnitLevel> {
    match word {
        "province" => Some(UnitLevel::Province),
        "district" => Some(UnitLevel::District),
        "sector" => Some(UnitLevel::Sector),
        "public_employees" => Some(UnitLevel::PublicEmployees),
        "commune" => Some(UnitLevel::Commune),
        "direct_grassroots" => Some(UnitLevel::DirectGrassroots),
        "grassroots" => Some(UnitLevel::Grassroots),
        "occupational_union" => Some(UnitLevel::OccupationalUnion),
        _ => None,
    }
}
