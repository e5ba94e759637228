//! The office's own Word template: a .docx with fields in braces, in the language of docxtpl.
//!
//! `{{ so }}` prints a field, `{%p for m in muc %}` … `{%p endfor %}` repeats the paragraphs between, `{%tr … %}` the rows of
//! a table, `{%p if … %}` shows them or not. `package` opens the zip with its limits, `pieces` takes a part apart, `tags`
//! joins what Word split, `check` says what is wrong and where, `fill` runs the engine, `fields` is the table of all
//! fields, `sample` makes a template from the program's own form.
//!
//! A template comes from outside and is never trusted: it can neither reach a file nor a network nor run on for ever, and
//! values of the report are always escaped.

mod check;
mod expression;
mod fields;
mod fill;
mod package;
mod pieces;
mod sample;
mod tags;

use crate::error::{Error, ErrorCode, Result};
use crate::model::{ReportContent, TemplateCheck, TemplateFault, TemplateFinding};

pub use fields::{FIELDS, Field, Shape, context};
pub use package::FILE_LIMIT;
pub use sample::sample;

/// Everything that is wrong or doubtful with a template.
pub fn check(bytes: &[u8]) -> TemplateCheck {
    let package = match package::open(bytes) {
        Ok(package) => package,
        Err(finding) => return TemplateCheck { findings: vec![finding], fields: Vec::new() },
    };
    let mut used = Vec::new();
    let mut check = TemplateCheck::default();
    let mut sources = Vec::new();
    for part in &package.parts {
        match pieces::parse(&part.xml) {
            Ok(pieces) => {
                let tagged = tags::read(pieces);
                check.findings.extend(check::part(&tagged, part.part, &mut used));
                sources.push((part.name.as_str(), fill::source(&tagged)));
            }
            Err(fault) => check.findings.push(TemplateFinding::of_file(fault, part.name.as_str())),
        }
    }
    if check.is_usable() {
        let example = fields::example(FIELDS);
        let tried =
            sources.into_iter().map(|(name, source)| (name, source.and_then(|text| fill::render(&text, &example))));
        let failed = tried.filter_map(|(name, result)| result.err().map(|reason| format!("{name}: {reason}")));
        check.findings.extend(failed.map(|why| TemplateFinding::of_file(TemplateFault::CannotFill, why)));
    }
    check.findings.extend(lacking(&used));
    check.fields = used.into_iter().map(str::to_owned).collect();
    check
}

/// What a report must not be without.
fn lacking(used: &[&str]) -> impl Iterator<Item = TemplateFinding> {
    let needed: [(TemplateFault, &[&str]); 4] = [
        (TemplateFault::NoNumber, &["so_ky_hieu", "so"]),
        (TemplateFault::NoDay, &["ngay", "ngay_so"]),
        (TemplateFault::NoSigner, &["nguoi_ky"]),
        (TemplateFault::NoSections, &["muc"]),
    ];
    let lacks = move |(_, names): &(_, &[&str])| !names.iter().any(|name| used.contains(name));
    let missing: Vec<_> = needed.into_iter().filter(lacks).collect();
    missing
        .into_iter()
        .map(|(fault, names)| TemplateFinding::of_file(fault, names.first().copied().unwrap_or_default()))
}

/// A report in the form of a template, as the bytes of a Word file.
///
/// # Errors
/// `bad_template` with the first thing that is wrong.
pub fn fill(bytes: &[u8], content: &ReportContent) -> Result<Vec<u8>> {
    let package = package::open(bytes).map_err(|finding| refused(&finding))?;
    let values = context(content);
    let mut contents = Vec::with_capacity(package.parts.len());
    for part in &package.parts {
        let filled = pieces::parse(&part.xml).map_err(|fault| TemplateFinding::of_file(fault, part.name.as_str()));
        let filled = filled.and_then(|pieces| {
            let source = fill::source(&tags::read(pieces));
            let rendered = source.and_then(|source| fill::render(&source, &values));
            let failed = |why| TemplateFinding::of_file(TemplateFault::CannotFill, format!("{}: {why}", part.name));
            rendered.map_err(failed)
        });
        // The check says more of it, and where.
        let better = |finding: TemplateFinding| {
            let findings = check(bytes).findings;
            refused(findings.iter().find(|finding| !finding.is_warning).unwrap_or(&finding))
        };
        contents.push(filled.map_err(better)?);
    }
    package::pack(package, &contents)
}

/// A finding as an error.
pub(crate) fn refused(finding: &TemplateFinding) -> Error {
    let fault = serde_json::to_value(finding.fault).ok().and_then(|code| code.as_str().map(str::to_owned));
    let error = Error::refused(ErrorCode::BadTemplate, "using a Word template")
        .with("fault", fault.unwrap_or_default())
        .with("found", &finding.found);
    match &finding.place {
        Some(place) => error.with("paragraph", place.paragraph).with("text", &place.text),
        None => error,
    }
}
