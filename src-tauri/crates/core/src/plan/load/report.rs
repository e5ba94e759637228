//! The report of a phase and its outline.

use super::Check;
use super::codes::Codes;
use super::scope::RawScope;
use crate::Result;
use crate::plan::template::{RawReport, RawSection};
use crate::plan::{Compose, Indicator, OutlineSection, Problem, ReportTemplate};

/// Longest time between the end of a phase and its report, in days.
const LATEST_DUE: i64 = 90;

/// Numbers of the sections that are open, from level 1 down: "III", "2", "2.4".
type OpenNumbers = Vec<u16>;

impl Check<'_> {
    pub(super) fn report(&mut self, raw: RawReport, indicators: &[Indicator]) -> Result<ReportTemplate> {
        let due = raw.due_days_after_end.ok_or_else(|| self.lacking("report.due_days_after_end"))?;
        let RawReport { levels, kinds, sector, has_page, members_from, .. } = raw;
        let scope = RawScope { levels, kinds, sector, has_page, members_from };
        let mut codes = Codes::default();
        let mut open = OpenNumbers::new();
        Ok(ReportTemplate {
            subject: self.phrase("report.subject", raw.subject, &["{phase}", "{period}"], &[])?,
            opening: self.phrase("report.opening", raw.opening, &["{unit}"], &["{phase}"])?,
            addressee: self.text("report.addressee", raw.addressee)?,
            recipients: self.texts("report.recipients", raw.recipients)?,
            due_days_after_end: self.number("report.due_days_after_end", due, 0, LATEST_DUE)?,
            is_due_proposed: raw.due_proposed,
            scope: self.scope("report", scope)?,
            place: self.text("report.place", raw.place)?,
            outline: self.some("report.outline", raw.outline, |check, path, raw| {
                check.section(path, raw, &mut codes, &mut open)
            })?,
            rules: self.rules(raw.rules, indicators)?,
            annex_title: self.text("report.annex_title", raw.annex_title)?,
        })
    }

    fn section(
        &mut self,
        path: &str,
        raw: RawSection,
        codes: &mut Codes,
        open: &mut OpenNumbers,
    ) -> Result<OutlineSection> {
        let at = |field: &str| format!("{path}.{field}");
        let code = self.code(&at("code"), raw.code.clone())?;
        if !codes.add(&code) {
            return Err(self.source.wrong(&at("code"), Problem::DuplicateCode, code));
        }
        let level: u8 = self.number(&at("level"), raw.level, 1, 3)?;
        if usize::from(level) > open.len() + 1 {
            return Err(self.source.wrong(&at("level"), Problem::OutOfOrder, level));
        }
        let number = self.text(&at("number"), raw.number.clone())?;
        if number != next_number(open, level) {
            return Err(self.source.wrong(&at("number"), Problem::OutOfOrder, number));
        }
        let title = self.text(&at("title"), raw.title.clone())?;
        Ok(OutlineSection { code, number, title, level, compose: self.compose(path, raw)? })
    }

    fn compose(&self, path: &str, raw: RawSection) -> Result<Compose> {
        let at = |field: &str| format!("{path}.{field}");
        let word = self.text(&at("compose"), raw.compose)?;
        let has = [
            ("text", raw.text.is_some()),
            ("groups", !raw.groups.is_empty()),
            ("indicators", !raw.indicators.is_empty()),
            ("form", raw.form.is_some()),
        ];
        let wanted = self.one_of(&at("compose"), &word, fields_of)?;
        if let Some((field, _)) = has.iter().find(|(field, is_there)| *is_there && !wanted.contains(field)) {
            return Err(self.source.wrong(&at(field), Problem::NotWanted, word));
        }
        let groups = self.all_known(&at("groups"), raw.groups, &self.groups)?;
        let indicators = self.all_known(&at("indicators"), raw.indicators, &self.indicators)?;
        match word.as_str() {
            "nothing" => Ok(Compose::Nothing),
            "prompt" => Ok(Compose::Prompt(self.paragraphs(&at("text"), raw.text)?)),
            "activities" if groups.is_empty() => Err(self.lacking(&at("groups"))),
            "activities" => Ok(Compose::Activities { groups, indicators }),
            "form" => Ok(Compose::Form(self.known(&at("form"), raw.form, &self.forms)?)),
            "figures" if indicators.is_empty() => Err(self.lacking(&at("indicators"))),
            "figures" => Ok(Compose::Figures(indicators)),
            "strengths" => Ok(Compose::Strengths),
            "shortcomings" => Ok(Compose::Shortcomings),
            // "next_phase": what is none of these words was refused above.
            _ => Ok(Compose::NextPhase),
        }
    }
}

/// The fields that go with a way of composing; `None` if there is no such way.
fn fields_of(word: &str) -> Option<&'static [&'static str]> {
    match word {
        "prompt" => Some(&["text"]),
        "activities" => Some(&["groups", "indicators"]),
        "form" => Some(&["form"]),
        "figures" => Some(&["indicators"]),
        "nothing" | "strengths" | "shortcomings" | "next_phase" => Some(&[]),
        _ => None,
    }
}

/// The number that the next section of a level must have: I, II … / 1, 2 … / 2.1, 2.2 …
fn next_number(open: &mut OpenNumbers, level: u8) -> String {
    let depth = usize::from(level);
    open.truncate(depth);
    match open.get_mut(depth.saturating_sub(1)) {
        Some(number) => *number += 1,
        None => open.push(1),
    }
    match open.as_slice() {
        [first] => roman(*first),
        [_, rest @ ..] => rest.iter().map(u16::to_string).collect::<Vec<_>>().join("."),
        [] => String::new(),
    }
}

fn roman(number: u16) -> String {
    const LETTERS: [(u16, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in LETTERS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}
