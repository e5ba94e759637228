//! From the file of a template to a checked plan.
//!
//! The order of the checks is the order of the plan: what is referred to is declared before. The first thing that is
//! wrong ends the loading, with its line and field.

mod activities;
mod codes;
mod dates;
mod indicators;
mod milestones;
mod phases;
mod report;
mod rules;
mod scope;
mod texts;

use chrono::NaiveDate;

use super::source::{FileKind, Source};
use super::template::RawPlan;
use super::template::{RawCited, RawContent, RawDocument, RawForm, RawGroup};
use super::{CitedDocument, Content, Document, Form, Group, Plan};
use crate::{Error, Result};

use codes::Codes;
use dates::Days;

/// What the checks know so far: the text for line numbers, the codes declared, the days reckoned.
struct Check<'a> {
    source: &'a Source<'a>,
    milestones: Codes,
    phases: Codes,
    stages: Codes,
    contents: Codes,
    forms: Codes,
    groups: Codes,
    activities: Codes,
    indicator_groups: Codes,
    indicators: Codes,
    days: Days,
}

impl Plan {
    /// Reads and checks a template.
    ///
    /// # Errors
    /// `BadPlan` with the fields `plan`, `line`, `field`, `problem` (see [`super::Problem`]) and `value`.
    pub fn load(file_name: &str, source: &str) -> Result<Plan> {
        let (source, raw) = Source::read::<RawPlan>(FileKind::Plan, file_name, source)?;
        let mut check = Check::new(&source);
        let code = check.code("code", raw.code)?;
        let document = check.document(raw.document)?;
        let cites = check.each("cites", raw.cites, Check::cited)?;
        let milestones = check.some("milestones", raw.milestones, Check::milestone)?;
        let phases = check.phases(raw.phases)?;
        let contents = check.each("contents", raw.contents, Check::content)?;
        let forms = check.some("forms", raw.forms, Check::form)?;
        let groups =
            check.some("groups", raw.groups, |check, path, raw| check.group(path, raw, |check| &mut check.groups))?;
        let indicator_groups = check.each("indicator_groups", raw.indicator_groups, |check, path, raw| {
            check.group(path, raw, |check| &mut check.indicator_groups)
        })?;
        let indicators = check.indicators(raw.indicators)?;
        let activities = check.activities(raw.activities, &phases, &contents)?;
        let report = check.report(raw.report, &indicators)?;
        Ok(Plan {
            code,
            document,
            cites,
            milestones,
            phases,
            contents,
            forms,
            groups,
            activities,
            indicators,
            indicator_groups,
            report,
        })
    }
}

impl<'a> Check<'a> {
    fn new(source: &'a Source<'a>) -> Check<'a> {
        Check {
            source,
            milestones: Codes::default(),
            phases: Codes::default(),
            stages: Codes::default(),
            contents: Codes::default(),
            forms: Codes::default(),
            groups: Codes::default(),
            activities: Codes::default(),
            indicator_groups: Codes::default(),
            indicators: Codes::default(),
            days: Days::default(),
        }
    }

    /// Checks each table of a list, which may be empty.
    fn each<R, T>(
        &mut self,
        path: &str,
        raw: Vec<R>,
        mut check: impl FnMut(&mut Self, &str, R) -> Result<T>,
    ) -> Result<Vec<T>> {
        raw.into_iter().enumerate().map(|(index, raw)| check(self, &format!("{path}[{index}]"), raw)).collect()
    }

    /// Checks each table of a list that must have one.
    fn some<R, T>(
        &mut self,
        path: &str,
        raw: Vec<R>,
        check: impl FnMut(&mut Self, &str, R) -> Result<T>,
    ) -> Result<Vec<T>> {
        if raw.is_empty() {
            return Err(self.lacking(path));
        }
        self.each(path, raw, check)
    }

    fn lacking(&self, path: &str) -> Error {
        self.source.lacking(path)
    }

    fn document(&mut self, raw: RawDocument) -> Result<Document> {
        let RawDocument { kind, number, issued_on, issuer, title, short_title, motto, term } = raw;
        Ok(Document {
            kind: self.text("document.kind", kind)?,
            number: self.text("document.number", number)?,
            issued_on: self.day("document.issued_on", issued_on)?,
            issuer: self.text("document.issuer", issuer)?,
            title: self.text("document.title", title)?,
            short_title: self.text("document.short_title", short_title)?,
            motto: self.text("document.motto", motto)?,
            term: self.text("document.term", term)?,
        })
    }

    fn cited(&mut self, path: &str, raw: RawCited) -> Result<CitedDocument> {
        let RawCited { kind, number, dated_on, issuer, subject } = raw;
        let dated_on = dated_on.map(|day| self.day(&format!("{path}.dated_on"), Some(day))).transpose()?;
        Ok(CitedDocument {
            kind: self.text(&format!("{path}.kind"), kind)?,
            number: self.text(&format!("{path}.number"), number)?,
            dated_on,
            issuer: self.text(&format!("{path}.issuer"), issuer)?,
            subject: self.text(&format!("{path}.subject"), subject)?,
        })
    }

    fn content(&mut self, path: &str, raw: RawContent) -> Result<Content> {
        let RawContent { code, title, explanation, place } = raw;
        Ok(Content {
            code: self.new_code(&format!("{path}.code"), code, |check| &mut check.contents)?,
            title: self.title(&format!("{path}.title"), title)?,
            explanation: self.text(&format!("{path}.explanation"), explanation)?,
            place: self.text(&format!("{path}.place"), place)?,
        })
    }

    fn form(&mut self, path: &str, raw: RawForm) -> Result<Form> {
        let RawForm { code, name, short_name, place } = raw;
        Ok(Form {
            code: self.new_code(&format!("{path}.code"), code, |check| &mut check.forms)?,
            name: self.text(&format!("{path}.name"), name)?,
            short_name: self.text(&format!("{path}.short_name"), short_name)?,
            place: self.text(&format!("{path}.place"), place)?,
        })
    }

    fn group(&mut self, path: &str, raw: RawGroup, codes: impl FnOnce(&mut Self) -> &mut Codes) -> Result<Group> {
        let RawGroup { code, name } = raw;
        Ok(Group {
            code: self.new_code(&format!("{path}.code"), code, codes)?,
            name: self.text(&format!("{path}.name"), name)?,
        })
    }

    fn day(&self, path: &str, raw: Option<String>) -> Result<NaiveDate> {
        let text = self.text(path, raw)?;
        dates::parse_day(&text).ok_or_else(|| self.source.wrong(path, super::Problem::BadDate, &text))
    }
}
