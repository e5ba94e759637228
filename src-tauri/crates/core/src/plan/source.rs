//! The text of a file that holds data of ours (a plan, an official form), and where in it a field stands.
//!
//! The checks speak of fields by their path ("activities[12].forms[1]"); only here is a path turned into a line. So a
//! check that is added later names its line without doing anything for it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::{Error, ErrorCode, Result};

/// What a file is, for its refusal.
#[derive(Clone, Copy)]
pub(crate) enum FileKind {
    /// A template of a campaign.
    Plan,
    /// An official form.
    Form,
}

/// A file that is TOML, whatever it says.
pub(crate) struct Source<'a> {
    kind: FileKind,
    file_name: &'a str,
    text: &'a str,
    root: Spanned<DeValue<'a>>,
}

impl<'a> Source<'a> {
    /// Reads the text as TOML, then into its fields.
    pub(crate) fn read<T: DeserializeOwned>(
        kind: FileKind,
        file_name: &'a str,
        text: &'a str,
    ) -> Result<(Source<'a>, T)> {
        let parsed = DeTable::parse(text).map_err(|error| {
            let line = line_of(text, error.span().map_or(0, |span| span.start));
            refusal(kind, file_name, line, "", Problem::Syntax, error.message())
        })?;
        let span = parsed.span();
        let source = Source { kind, file_name, text, root: Spanned::new(span, DeValue::Table(parsed.into_inner())) };
        let raw = toml::from_str::<T>(text).map_err(|error| source.unreadable(&error))?;
        Ok((source, raw))
    }

    /// The refusal of a template because of one field.
    pub(crate) fn wrong(&self, path: &str, problem: Problem, value: impl ToString) -> Error {
        refusal(self.kind, self.file_name, self.line(path), path, problem, &value.to_string())
    }

    /// The refusal of a text that is missing or, if it stands there, empty.
    pub(crate) fn lacking(&self, path: &str) -> Error {
        let (value, depth) = self.nearest(path);
        let is_there = depth == steps(path).len() && !matches!(value.as_ref(), DeValue::Table(_));
        self.wrong(path, if is_there { Problem::Empty } else { Problem::Missing }, "")
    }

    /// True if something stands at that path, however empty.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.nearest(path).1 == steps(path).len()
    }

    /// True if the template has a milestone of that code, wherever it stands.
    pub(crate) fn declares_milestone(&self, code: &str) -> bool {
        let milestones = self.root.as_ref().get("milestones").and_then(|list| list.as_ref().as_array());
        milestones.is_some_and(|list| {
            list.iter().any(|one| one.as_ref().get("code").is_some_and(|own| own.as_ref().as_str() == Some(code)))
        })
    }

    /// Line of a field, or of the nearest thing around it that is there; from 1.
    fn line(&self, path: &str) -> usize {
        line_of(self.text, self.nearest(path).0.span().start)
    }

    /// The value at a path, or the nearest one around it, and how many steps led there.
    fn nearest(&self, path: &str) -> (&Spanned<DeValue<'a>>, usize) {
        let mut value = &self.root;
        let mut depth = 0;
        for step in steps(path) {
            let next = match (step, value.as_ref()) {
                (Step::Field(name), DeValue::Table(table)) => table.get(name),
                (Step::Index(index), DeValue::Array(array)) => array.get(index),
                (Step::Field(_) | Step::Index(_), _) => None,
            };
            let Some(next) = next else { break };
            value = next;
            depth += 1;
        }
        (value, depth)
    }

    /// What serde could not take: a field with an unknown name, or a value of another kind. Told apart by where the span
    /// lies, not by the words of the error.
    fn unreadable(&self, error: &toml::de::Error) -> Error {
        let span = error.span().unwrap_or(0..0);
        let found = find(&self.root, &span, String::new());
        let (path, problem, value) = found.unwrap_or((String::new(), Problem::WrongType, String::new()));
        refusal(self.kind, self.file_name, line_of(self.text, span.start), &path, problem, &value)
    }
}

/// The path whose key or value has exactly that span, or else the deepest value that holds it.
fn find(value: &Spanned<DeValue<'_>>, span: &Range<usize>, path: String) -> Option<(String, Problem, String)> {
    let below = match value.as_ref() {
        DeValue::Table(table) => table.iter().find_map(|(key, inner)| {
            let inner_path =
                if path.is_empty() { key.as_ref().to_string() } else { format!("{path}.{}", key.as_ref()) };
            if key.span() == *span {
                return Some((inner_path, Problem::UnknownField, key.as_ref().to_string()));
            }
            find(inner, span, inner_path)
        }),
        DeValue::Array(array) => {
            array.iter().enumerate().find_map(|(index, inner)| find(inner, span, format!("{path}[{index}]")))
        }
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            None
        }
    };
    below.or_else(|| {
        let is_within = value.span().start <= span.start && span.end <= value.span().end;
        is_within.then(|| (path, Problem::WrongType, value.as_ref().type_str().to_owned()))
    })
}

enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

/// "activities[12].forms" → activities, 12, forms.
fn steps(path: &str) -> Vec<Step<'_>> {
    path.split(['.', '[', ']'])
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().map_or(Step::Field(word), Step::Index))
        .collect()
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn refusal(kind: FileKind, file_name: &str, line: usize, path: &str, problem: Problem, value: &str) -> Error {
    let (code, what) = match kind {
        FileKind::Plan => (ErrorCode::BadPlan, "plan"),
        FileKind::Form => (ErrorCode::BadForm, "form"),
    };
    Error::refused(code, format!("loading the {what} {file_name}, line {line}, {path}"))
        .with(what, file_name)
        .with("line", line)
        .with("field", path)
        .with("problem", problem.as_str())
        .with("value", value)
}
