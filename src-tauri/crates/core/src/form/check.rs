//! What must be true of a form before anything is printed by it.

use std::collections::BTreeSet;

use super::limits::measured;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{FormProfile, LevelHead};
use crate::plan::Problem;
use crate::text;

const NAME_LIMIT: usize = 200;
const LINE_LIMIT: usize = 300;
const CODE_LIMIT: usize = 60;

/// Something wrong with a field, named by its path.
pub(super) struct Wrong {
    /// "margins.top".
    pub(super) path: String,
    /// What is wrong.
    pub(super) problem: Problem,
    /// What it speaks of.
    pub(super) value: String,
    /// Within what a number must stay.
    pub(super) within: Option<(u8, u8)>,
}

impl Wrong {
    fn new(path: impl Into<String>, problem: Problem, value: impl ToString) -> Wrong {
        Wrong { path: path.into(), problem, value: value.to_string(), within: None }
    }
}

/// Checks a form that was typed in the window.
///
/// # Errors
/// `out_of_range` with `field`, `from`, `to`; `required`; `dates_out_of_order`; else `bad_form` with field and problem.
pub fn check(form: &FormProfile) -> Result<()> {
    let Some(Wrong { path, problem, value, within }) = find_wrong(form) else { return Ok(()) };
    let refuse = |code| Error::refused(code, "setting an official form").with("field", &path);
    if let Some((from, to)) = within {
        return Err(refuse(ErrorCode::OutOfRange).with("from", from).with("to", to));
    }
    if problem == Problem::Empty {
        return Err(refuse(ErrorCode::Required));
    }
    if let (Problem::DatesOutOfOrder, Some(start), Some(end)) = (problem, form.valid_from, form.valid_until) {
        let day = text::short_date;
        return Err(refuse(ErrorCode::DatesOutOfOrder).with("start", day(start)).with("end", day(end)));
    }
    Err(refuse(ErrorCode::BadForm)
        .with("form", &form.code)
        .with("line", "")
        .with("problem", problem.as_str())
        .with("value", value))
}

/// The first thing that is wrong.
pub(super) fn find_wrong(form: &FormProfile) -> Option<Wrong> {
    wrong_code(form)
        .or_else(|| wrong_text("name", &form.name, NAME_LIMIT, true))
        .or_else(|| wrong_text("document", &form.document, LINE_LIMIT, false))
        .or_else(|| wrong_days(form))
        .or_else(|| wrong_symbol(&form.report_symbol))
        .or_else(|| wrong_filed(&form.filed))
        .or_else(|| wrong_number(form))
        .or_else(|| wrong_heads(&form.heads))
        .or_else(|| wrong_unclear(form))
}

fn wrong_code(form: &FormProfile) -> Option<Wrong> {
    let is_formed = form.code.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign));
    let bad = (!is_formed).then(|| Wrong::new("code", Problem::BadCode, &form.code));
    wrong_text("code", &form.code, CODE_LIMIT, true).or(bad)
}

fn wrong_text(path: &str, value: &str, limit: usize, is_needed: bool) -> Option<Wrong> {
    let problem = if value.is_empty() {
        is_needed.then_some(Problem::Empty)
    } else if text::clean_line(value) != value {
        Some(Problem::UncleanText)
    } else {
        (value.chars().count() > limit).then_some(Problem::TooLong)
    };
    problem.map(|problem| Wrong::new(path, problem, value))
}

fn wrong_days(form: &FormProfile) -> Option<Wrong> {
    let (from, until) = (form.valid_from?, form.valid_until?);
    (until < from).then(|| Wrong::new("valid_until", Problem::DatesOutOfOrder, until))
}

/// The letters of the unit stand in every symbol, and no blank does.
fn wrong_symbol(symbol: &str) -> Option<Wrong> {
    let path = "report_symbol";
    let rest = symbol.replace("{unit}", "").replace("{type}", "");
    let problem = if rest.contains(['{', '}']) {
        Some(Problem::UnknownPlaceholder)
    } else if symbol.contains(char::is_whitespace) {
        Some(Problem::UncleanText)
    } else {
        (!symbol.contains("{unit}")).then_some(Problem::PlaceholderMissing)
    };
    wrong_text(path, symbol, CODE_LIMIT, true).or_else(|| problem.map(|problem| Wrong::new(path, problem, symbol)))
}

fn wrong_filed(filed: &str) -> Option<Wrong> {
    let is_other = !filed.is_empty() && !filed.starts_with("Lưu:");
    let bad = is_other.then(|| Wrong::new("filed", Problem::UnknownValue, filed));
    wrong_text("filed", filed, LINE_LIMIT, false).or(bad)
}

fn wrong_number(form: &FormProfile) -> Option<Wrong> {
    measured(form).find(|(limit, number)| *number < limit.from || *number > limit.to).map(|(limit, number)| Wrong {
        within: Some((limit.from, limit.to)),
        ..Wrong::new(limit.field, Problem::OutOfRange, number)
    })
}

/// No level has two heads.
fn wrong_heads(heads: &[LevelHead]) -> Option<Wrong> {
    let mut seen = BTreeSet::new();
    for (index, head) in heads.iter().enumerate() {
        let path = |name: &str| format!("heads[{index}].{name}");
        if head.levels.is_empty() {
            return Some(Wrong::new(path("levels"), Problem::Empty, ""));
        }
        if let Some(level) = head.levels.iter().find(|level| !seen.insert(**level)) {
            return Some(Wrong::new(path("levels"), Problem::DuplicateCode, format!("{level:?}")));
        }
        let LevelHead { levels: _, superior, issuer, symbol, authority } = head;
        let fields = [("superior", superior), ("issuer", issuer), ("symbol", symbol), ("authority", authority)];
        let wrong = fields.iter().find_map(|(name, value)| wrong_text(&path(name), value, LINE_LIMIT, true));
        if wrong.is_some() {
            return wrong;
        }
    }
    None
}

/// What is said to be unclear is a field that there is.
fn wrong_unclear(form: &FormProfile) -> Option<Wrong> {
    let fields = serde_json::to_value(form).unwrap_or_default();
    let pointer = |path: &str| format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    form.unclear.iter().enumerate().find_map(|(index, path)| {
        let is_there = fields.pointer(&pointer(path)).is_some();
        (!is_there).then(|| Wrong::new(format!("unclear[{index}]"), Problem::UnknownCode, path))
    })
}
