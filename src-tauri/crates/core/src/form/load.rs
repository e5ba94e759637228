//! A form from the text of its file, and back.

use super::check::{Wrong, find_wrong};
use super::limits::limits;
use crate::error::{Error, ErrorCode, Result};
use crate::model::FormProfile;
use crate::plan::Problem;
use crate::plan::source::{FileKind, Source};

/// Fields that a file must have, besides its numbers.
const NEEDED: [&str; 9] =
    ["code", "name", "document", "unclear", "signature", "report_symbol", "filed", "text.indent", "heads"];

/// Fields that each head must have.
const NEEDED_OF_HEAD: [&str; 5] = ["levels", "superior", "issuer", "symbol", "authority"];

/// Reads and checks the text of a form.
///
/// # Errors
/// `bad_form` with line, field and problem.
pub fn load(file_name: &str, text: &str) -> Result<FormProfile> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    // What is missing is told before what is of another kind: serde would name only the table around it.
    let (source, table) = Source::read::<toml::Table>(FileKind::Form, file_name, &text)?;
    let n_heads = table.get("heads").and_then(toml::Value::as_array).map_or(0, Vec::len);
    let of_heads = (0..n_heads).flat_map(|index| NEEDED_OF_HEAD.map(|name| format!("heads[{index}].{name}")));
    let numbers = limits().into_iter().map(|limit| limit.field);
    let mut needed = NEEDED.iter().map(|name| (*name).to_owned()).chain(numbers).chain(of_heads);
    if let Some(missing) = needed.find(|path| !source.has(path)) {
        return Err(source.wrong(&missing, Problem::Missing, ""));
    }
    let (source, form) = Source::read::<FormProfile>(FileKind::Form, file_name, &text)?;
    match find_wrong(&form) {
        Some(Wrong { path, problem, value, within }) => {
            let value = within.map_or(value.clone(), |(from, to)| format!("{value} ({from} - {to})"));
            Err(source.wrong(&path, problem, value))
        }
        None => Ok(form),
    }
}

/// The text of a form, in the words of its file.
///
/// # Errors
/// `bad_form` if it cannot be written, which no checked form does.
pub fn to_text(form: &FormProfile) -> Result<String> {
    toml::to_string(form).map_err(|error| {
        Error::refused(ErrorCode::BadForm, "writing an official form").with("form", &form.code).with("value", error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("../../forms/qd-933-2024.toml");

    /// Field, line and problem of a form with a part of its text put in another way.
    fn refused(from: &str, to: &str) -> (String, String, String) {
        assert!(GOOD.contains(from), "{from:?} is in the file");
        let error = load("form.toml", &GOOD.replacen(from, to, 1)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::BadForm);
        let fields = error.fields();
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        (field("field"), field("problem"), field("value"))
    }

    #[test]
    fn what_is_wrong_with_a_form_is_named_with_its_field() {
        let cases = [
            ("top = 25", "top = 10", ("margins.top", "out_of_range", "10 (20 - 25)")),
            ("right = 20", "right = 21", ("margins.right", "out_of_range", "21 (15 - 20)")),
            ("body = 14", "body = 11", ("sizes.body", "out_of_range", "11 (13 - 14)")),
            ("body = 14\n", "", ("sizes.body", "missing", "")),
            ("body = 14", "body = \"14\"", ("sizes.body", "wrong_type", "string")),
            ("body = 14", "body = 14\nbodies = 14", ("sizes.bodies", "unknown_field", "bodies")),
            ("line = 110", "line = 90", ("text.line", "out_of_range", "90 (100 - 150)")),
            ("gap = 6", "gap = 3", ("text.gap", "out_of_range", "3 (6 - 12)")),
            ("\"1.27cm\"", "\"2cm\"", ("text.indent", "wrong_type", "string")),
            ("code = \"qd-933-2024\"", "code = \"Mẫu\"", ("code", "bad_code", "Mẫu")),
            ("\"{type}-{unit}\"", "\"{type}-LĐLĐ\"", ("report_symbol", "placeholder_missing", "{type}-LĐLĐ")),
            ("\"{type}-{unit}\"", "\"{type} - {unit}\"", ("report_symbol", "unclean_text", "{type} - {unit}")),
            ("\"{type}-{unit}\"", "\"{x}-{unit}\"", ("report_symbol", "unknown_placeholder", "{x}-{unit}")),
            ("filed = \"\"", "filed = \"VT\"", ("filed", "unknown_value", "VT")),
            ("levels = [\"district\"]", "levels = [\"province\"]", ("heads[1].levels", "duplicate_code", "Province")),
            ("levels = [\"district\"]", "levels = []", ("heads[1].levels", "empty", "")),
            ("\"signature\", ", "\"signatures\", ", ("unclear[0]", "unknown_code", "signatures")),
        ];
        for (from, to, (field, problem, value)) in cases {
            let expected = (field.to_owned(), problem.to_owned(), value.to_owned());
            assert_eq!(refused(from, to), expected, "{from} -> {to}");
        }
    }

    #[test]
    fn a_form_that_ends_before_it_begins_is_refused() {
        let from = "valid_from = \"2024-05-14\"";
        let found = refused(from, &format!("{from}\nvalid_until = \"2023-01-01\""));
        assert_eq!((found.0.as_str(), found.1.as_str()), ("valid_until", "dates_out_of_order"));
    }
}
