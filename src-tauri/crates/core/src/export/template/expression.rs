//! What stands between the braces: which command it is, and which fields an expression names.
//!
//! Templates know a small part of Jinja: `for`, `if`, paths to fields, comparisons and a few filters. Whatever else the
//! engine could do (sums, products of texts, functions) is refused here, before it runs.

use super::fields::{Field, Shape};
use crate::model::TemplateFault;
use crate::text;

/// Filters that a template may use; `fill` gives the engine these and no others.
pub const FILTERS: [&str; 7] = ["upper", "lower", "trim", "join", "length", "first", "last"];

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `for name in path`.
    For { name: String, path: String },
    /// `if expression`.
    If(String),
    /// `elif expression`.
    ElseIf(String),
    /// `else`.
    Else,
    /// `endfor`.
    EndFor,
    /// `endif`.
    EndIf,
}

/// Reads a command.
///
/// # Errors
/// `UnknownCommand`, or `BadTag` if it is a known one in a wrong form.
pub fn command(body: &str) -> Result<Command, TemplateFault> {
    let (word, rest) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
    let rest = rest.trim();
    let bare = |command: Command| if rest.is_empty() { Ok(command) } else { Err(TemplateFault::BadTag) };
    let condition = |make: fn(String) -> Command| {
        if rest.is_empty() { Err(TemplateFault::BadTag) } else { Ok(make(rest.to_owned())) }
    };
    match word {
        "for" => {
            let (name, path) = rest.split_once(" in ").ok_or(TemplateFault::BadTag)?;
            let (name, path) = (name.trim(), path.trim());
            let is_path = !path.is_empty() && path.split('.').all(is_name);
            if is_name(name) && !is_word(name) && is_path {
                Ok(Command::For { name: name.to_owned(), path: path.to_owned() })
            } else {
                Err(TemplateFault::BadTag)
            }
        }
        "if" => condition(Command::If),
        "elif" => condition(Command::ElseIf),
        "else" => bare(Command::Else),
        "endfor" => bare(Command::EndFor),
        "endif" => bare(Command::EndIf),
        _ => Err(TemplateFault::UnknownCommand),
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// Words of the language, which are no fields.
fn is_word(name: &str) -> bool {
    matches!(
        name,
        "and" | "or" | "not" | "in" | "is" | "if" | "else" | "true" | "false" | "none" | "True" | "False" | "loop"
    )
}

/// The names that can be seen at a place: those of the loops around it, the innermost last.
pub type Scope = Vec<(String, Shape)>;

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub fault: TemplateFault,
    /// The field, filter or sign that it is about.
    pub found: String,
    /// A field that may be meant.
    pub hint: String,
}

fn wrong(fault: TemplateFault, found: impl Into<String>) -> Wrong {
    Wrong { fault, found: found.into(), hint: String::new() }
}

/// What an expression gives, if it is a plain path; everything else counts as a text.
///
/// # Errors
/// The first thing that is wrong. `used` gets the fields of the report that it names.
pub fn shape(
    expression: &str,
    fields: &'static [Field],
    scope: &Scope,
    used: &mut Vec<&'static str>,
) -> Result<Shape, Wrong> {
    let tokens = tokens(expression)?;
    let mut shape = Shape::Text;
    let mut previous = "";
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let follows = |sign: &str| tokens.get(at + 1).is_some_and(|next| next == sign);
        if previous == "|" {
            if !FILTERS.contains(&token.as_str()) {
                return Err(wrong(TemplateFault::UnknownFilter, token.as_str()));
            }
        } else if previous != "." && is_name(token) && !(is_word(token) && token != "loop") {
            if follows("(") {
                return Err(wrong(TemplateFault::BadTag, token.as_str()));
            }
            let mut path = vec![token.as_str()];
            while tokens.get(at + 1).is_some_and(|sign| sign == ".")
                && let Some(step) = tokens.get(at + 2).filter(|step| is_name(step))
            {
                path.push(step);
                at += 2;
            }
            shape = resolve(&path, fields, scope, used)?;
        } else if previous != "." && !token.is_ascii() {
            // Names have no marks; who types them with marks means the one without.
            return Err(find(token, fields, &[token], scope)
                .err()
                .unwrap_or(wrong(TemplateFault::BadTag, token.as_str())));
        }
        previous = tokens.get(at).map_or("", String::as_str);
        at += 1;
    }
    let is_plain = expression.split('.').all(|step| is_name(step.trim()));
    Ok(if is_plain { shape } else { Shape::Text })
}

/// What a path leads to.
fn resolve(
    path: &[&str],
    fields: &'static [Field],
    scope: &Scope,
    used: &mut Vec<&'static str>,
) -> Result<Shape, Wrong> {
    let mut steps = path.iter();
    let first = steps.next().copied().unwrap_or_default();
    if first == "loop" && !scope.is_empty() {
        let is_known = matches!(path, ["loop", "index" | "index0" | "first" | "last" | "length"]);
        return if is_known { Ok(Shape::Text) } else { Err(wrong(TemplateFault::UnknownField, path.join("."))) };
    }
    let seen = scope.iter().rev().find(|(name, _)| name == first).map(|(_, shape)| *shape);
    let mut shape = match seen {
        Some(shape) => shape,
        None => {
            let field = find(first, fields, path, scope)?;
            if !used.contains(&field.name) {
                used.push(field.name);
            }
            field.shape
        }
    };
    for step in steps {
        shape = match shape {
            Shape::Record(fields) => find(step, fields, path, &Scope::new())?.shape,
            Shape::Text | Shape::Flag | Shape::Texts | Shape::List(_) => {
                return Err(wrong(TemplateFault::UnknownField, path.join(".")));
            }
        };
    }
    Ok(shape)
}

fn find(name: &str, fields: &'static [Field], path: &[&str], scope: &Scope) -> Result<&'static Field, Wrong> {
    fields.iter().find(|field| field.name == name).ok_or_else(|| {
        let names = fields.iter().map(|field| field.name).chain(scope.iter().map(|(name, _)| name.as_str()));
        let typed = text::fold(name);
        let near = names.map(|known| (distance(&typed, known), known)).min_by_key(|(distance, _)| *distance);
        let hint = near.filter(|(distance, _)| *distance <= 2 && *distance < typed.len()).map(|(_, known)| known);
        Wrong { fault: TemplateFault::UnknownField, found: path.join("."), hint: hint.unwrap_or_default().to_owned() }
    })
}

/// How many letters must be changed, added or left out.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.chars().take(60).enumerate() {
        let mut next = vec![index + 1];
        for (column, other) in right.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&row, column) + usize::from(letter != *other);
            next.push(changed.min(at(&row, column + 1) + 1).min(at(&next, column) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// The words and signs of an expression; texts in quotes become `""`.
fn tokens(expression: &str) -> Result<Vec<String>, Wrong> {
    const SIGNS: [&str; 14] = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ".", ",", "|", "~"];
    let mut tokens = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let taken = if first == '"' || first == '\'' {
            let inside = rest.get(1..).unwrap_or_default();
            let (text, _) = inside.split_once(first).ok_or_else(|| wrong(TemplateFault::BadTag, rest))?;
            // A sign that takes the next one along could hide the end of the text.
            if text.contains('\\') {
                return Err(wrong(TemplateFault::BadTag, text));
            }
            tokens.push("\"\"".to_owned());
            text.len() + 2
        } else if first.is_alphanumeric() || first == '_' {
            let word: String = rest.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect();
            let length = word.len();
            tokens.push(word);
            length
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            tokens.push((*sign).to_owned());
            sign.len()
        } else {
            let word: String = rest.chars().take_while(|next| !next.is_whitespace()).take(30).collect();
            return Err(wrong(TemplateFault::BadTag, word));
        };
        rest = rest.get(taken..).unwrap_or_default().trim_start();
    }
    if tokens.is_empty() { Err(wrong(TemplateFault::BadTag, "")) } else { Ok(tokens) }
}
