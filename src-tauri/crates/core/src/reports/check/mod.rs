//! The check before signing: what a careful reader would send back.
//!
//! Pure rules over one input, a file each; the book only gathers the input and remembers which findings the official has
//! looked at. Nothing is forbidden here: whoever knows better marks a finding as seen, and it comes back when what was
//! found changes.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::compose::ReportedItem;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::figures;
use crate::history::{Change, Moment};
use crate::model::{
    CheckRule, ConsolidationChanges, FigureTable, Finding, FindingPlace, FormRule, Op, Outcome, ReportCheck,
    ReportContent, ReportDraft, ReportSection, SettingsPart, Severity,
};
use crate::plan::{Phase, Plan};
use crate::snapshot::Snapshot;
use crate::store;

mod figure_rules;
mod figures_of_phase;
mod form;
mod head;
mod names;
mod since_frozen;
mod texts;
mod totals;
mod words;
mod work;

/// All that the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct CheckInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The phase that is reported.
    pub phase: &'a Phase,
    /// Today.
    pub today: NaiveDate,
    /// Last day of the phase, if it is known.
    pub ends_on: Option<NaiveDate>,
    /// The report.
    pub draft: &'a ReportDraft,
    /// All that it says, for the rules of the official form.
    pub content: &'a ReportContent,
    /// Activities of the phase that apply to the unit; evidence says whether its file is there.
    pub items: &'a [ReportedItem],
    /// Figures of the phase before; `None` in the first one.
    pub previous: Option<&'a FigureTable>,
    /// What has changed since the figures of the units below were frozen; `None` for a report of our own figures only.
    pub since_frozen: Option<&'a ConsolidationChanges>,
    /// Numbers of the other reports of the book.
    pub other_numbers: &'a [UsedNumber],
    /// The book holds invented data.
    pub is_sample: bool,
}

/// A number that another report has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedNumber {
    /// Name of its phase.
    pub phase_name: String,
    /// The number as it was typed.
    pub number: String,
    /// Year of the document; numbers begin anew each year.
    pub year: Option<i32>,
}

/// A finding before it is known whether it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was looked for.
    pub rule: CheckRule,
    /// How bad it is.
    pub severity: Severity,
    /// Where it leads.
    pub place: FindingPlace,
    /// Which rule of the official form, for one of these.
    pub form: Option<FormRule>,
    /// What its sentence takes.
    pub fields: BTreeMap<String, String>,
}

impl Found {
    fn must(rule: CheckRule, place: FindingPlace) -> Found {
        Found { rule, severity: Severity::MustMend, place, form: None, fields: BTreeMap::new() }
    }

    fn look(rule: CheckRule, place: FindingPlace) -> Found {
        Found { severity: Severity::PleaseLook, ..Found::must(rule, place) }
    }

    fn with(mut self, name: &str, value: impl ToString) -> Found {
        self.fields.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Everything that the rules find, in the order of the document.
pub fn find(input: &CheckInput) -> Vec<Found> {
    let mut found = [
        head::find(input),
        names::find(input),
        texts::find(input),
        totals::find(input),
        figures_of_phase::find(input),
        figure_rules::find(input),
        since_frozen::find(input),
        work::find(input),
    ]
    .concat();
    found.extend(form::find(input.content, &found));
    found
}

impl Book {
    /// What should be looked at before the report of a phase is signed.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_check(&self, phase: &str, today: NaiveDate) -> Result<ReportCheck> {
        let content = self.content_without_photos(phase, today)?;
        let snapshot = Snapshot::read(self, today)?;
        let phase = snapshot.phase(phase)?;
        let previous = snapshot.plan().phases.iter().find(|before| before.number + 1 == phase.number);
        let previous = previous.map(|before| figures::table(&snapshot, &before.code));
        let since_frozen = self.changes_since_frozen(&phase.code, today)?;
        let found = find(&CheckInput {
            plan: snapshot.plan(),
            phase,
            today,
            ends_on: snapshot.schedule.phase(phase).ends_on,
            draft: &content.draft,
            content: &content,
            items: &self.items_with_files(&snapshot, phase),
            previous: previous.as_ref(),
            since_frozen: since_frozen.as_ref(),
            other_numbers: &other_numbers(&snapshot, phase),
            is_sample: self.is_sample(),
        });
        let current = &snapshot.current;
        let seen = store::report_seen::list(&self.connection, (current.unit, current.campaign), &phase.code)?;
        Ok(weighed(&phase.code, found, &seen))
    }

    /// Remembers that the official has looked at a finding and that it is right as it is. It comes back when what was found
    /// changes.
    ///
    /// # Errors
    /// `not_found` if there is no such finding now.
    pub fn mark_finding_seen(&mut self, moment: &Moment, phase: &str, key: &str) -> Result<Outcome> {
        let check = self.report_check(phase, moment.today)?;
        let finding = check.findings.into_iter().find(|finding| finding.key == key);
        let finding = finding.ok_or_else(|| Error::not_found("finding", key))?;
        self.write_seen(moment, phase, key, Some(&fingerprint(&finding.fields)))
    }

    /// Forgets that the official has looked at a finding.
    ///
    /// # Errors
    /// `not_found`.
    pub fn unmark_finding_seen(&mut self, moment: &Moment, phase: &str, key: &str) -> Result<Outcome> {
        self.write_seen(moment, phase, key, None)
    }

    fn write_seen(&mut self, moment: &Moment, phase: &str, key: &str, found: Option<&str>) -> Result<Outcome> {
        let current = self.current()?;
        let known = current.plan.phases.iter().find(|known| known.code == phase);
        let phase = known.ok_or_else(|| Error::not_found("phase", phase))?;
        self.transact(moment, &Change::of(Op::SetFindingSeen, phase.name.as_str()), |transaction| {
            store::report_seen::set(transaction, (current.unit, current.campaign), (&phase.code, key), found)
        })
    }

    fn items_with_files(&self, snapshot: &Snapshot, phase: &Phase) -> Vec<ReportedItem> {
        let mut items = super::reported_items(snapshot, phase);
        for piece in items.iter_mut().flat_map(|item| &mut item.evidence) {
            piece.is_missing = self.is_evidence_missing(piece);
        }
        items
    }
}

fn other_numbers(snapshot: &Snapshot, phase: &Phase) -> Vec<UsedNumber> {
    let others = snapshot.plan().phases.iter().filter(|other| other.code != phase.code);
    let of_phase = |other: &Phase| {
        let report = snapshot.reports.get(&other.code)?;
        Some(UsedNumber {
            phase_name: other.name.clone(),
            number: report.number.clone(),
            year: report.dated_on.map(|day| day.year()),
        })
    };
    others.filter_map(of_phase).collect()
}

/// Gives each finding its key, and puts those that were seen last.
fn weighed(phase: &str, found: Vec<Found>, seen: &BTreeMap<String, String>) -> ReportCheck {
    let mut n_same: BTreeMap<String, u32> = BTreeMap::new();
    let mut findings: Vec<Finding> = Vec::with_capacity(found.len());
    for Found { rule, severity, place, form, fields } in found {
        let base = key_of(rule, form, &place);
        let n = n_same.entry(base.clone()).and_modify(|n| *n += 1).or_insert(1);
        let key = if *n == 1 { base } else { format!("{base}#{n}") };
        let is_seen = seen.get(&key).is_some_and(|found| *found == fingerprint(&fields));
        findings.push(Finding { key, rule, severity, place, form, fields, is_seen });
    }
    findings.sort_by_key(|finding| (finding.is_seen, finding.severity));
    let count = |is_wanted: &dyn Fn(&Finding) -> bool| {
        u32::try_from(findings.iter().filter(|finding| is_wanted(finding)).count()).unwrap_or(u32::MAX)
    };
    ReportCheck {
        phase: phase.to_owned(),
        n_must: count(&|finding| !finding.is_seen && finding.severity == Severity::MustMend),
        n_look: count(&|finding| !finding.is_seen && finding.severity == Severity::PleaseLook),
        n_seen: count(&|finding| finding.is_seen),
        findings,
    }
}

fn key_of(rule: CheckRule, form: Option<FormRule>, place: &FindingPlace) -> String {
    let code = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let place = match place {
        FindingPlace::Head { field } => format!("head:{}", code(serde_json::to_value(field))),
        FindingPlace::Section { code, found } if found.is_empty() => format!("section:{code}"),
        FindingPlace::Section { code, found } => format!("section:{code}:{found}"),
        FindingPlace::Figure { indicator, split } if split.is_empty() => format!("figure:{indicator}"),
        FindingPlace::Figure { indicator, split } => format!("figure:{indicator}/{split}"),
        FindingPlace::Activity { code } => format!("activity:{code}"),
        FindingPlace::Consolidation => "consolidation".to_owned(),
        FindingPlace::Settings { part } => format!("settings:{}", code(serde_json::to_value(part))),
    };
    let of_form = form.map(|form| format!("_{}", code(serde_json::to_value(form)))).unwrap_or_default();
    format!("{}{of_form}@{place}", code(serde_json::to_value(rule)))
}

/// What was found, as it is kept and compared.
fn fingerprint(fields: &BTreeMap<String, String>) -> String {
    serde_json::to_string(fields).unwrap_or_default()
}

/// The opening and the sections that have a text.
fn texts<'a>(input: &CheckInput<'a>) -> impl Iterator<Item = &'a ReportSection> {
    std::iter::once(&input.draft.opening).chain(&input.draft.sections).filter(|section| section.has_text)
}

/// "2.4. Tuyên truyền miệng"; empty for the opening.
fn title_of(section: &ReportSection) -> String {
    if section.number.is_empty() { String::new() } else { format!("{}. {}", section.number, section.title) }
}

fn in_section(section: &ReportSection, found: impl Into<String>) -> FindingPlace {
    FindingPlace::Section { code: section.code.clone(), found: found.into() }
}

fn settings(part: SettingsPart) -> FindingPlace {
    FindingPlace::Settings { part }
}

fn in_figure(indicator: &str, split: &str) -> FindingPlace {
    FindingPlace::Figure { indicator: indicator.to_owned(), split: split.to_owned() }
}
