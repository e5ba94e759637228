//! A form that came back. Pure: nothing of it is believed, and what is not understood is said with its cell.

use chrono::NaiveDate;

use super::FORM_FORMAT;
use super::codes::{FormHead, MARK, RowCode};
use super::sheet::{Filled, Found};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    FormProblem, FormTrouble, ProgressState, ReportPayload, RichText, SentActivity, SentFigure, SentSection,
    VersionCause,
};
use crate::plan::Plan;
use crate::text;
use crate::unit_list::cells::Sheet;
use crate::unit_list::read::ListFile;

use super::rows::{self, FigureLine};
use super::saved;

/// A form as it was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormContent {
    /// What it reports. Nobody signed it.
    pub payload: ReportPayload,
    /// What was not understood, in the order of the file.
    pub troubles: Vec<FormTrouble>,
}

/// Letters of a text that are kept; as many as the text of a report may have.
const TEXT_LIMIT: usize = 32_000;
/// Why an activity does not apply where the form does not say it.
const NO_REASON: &str = "Theo biểu mẫu của đơn vị";
/// Letters of names and numbers.
const LINE_LIMIT: usize = 300;

/// Reads a form: .xlsx, or what became of it in .xls and .ods.
///
/// # Errors
/// `not_found` with `what` = "excel_form" for a table that is none of ours; `too_new` with `what` = "file"; `list_unreadable`,
/// `list_locked`.
pub fn read(file_name: &str, bytes: Vec<u8>, plan: &Plan) -> Result<FormContent> {
    let made_at = saved::instant(&bytes);
    let file = ListFile::from_content(file_name, bytes)?;
    let sheets = file.form_sheets()?;
    let head = head_of(&sheets).ok_or_else(|| Error::not_found("excel_form", &file.name))?;
    if head.format > FORM_FORMAT {
        return Err(Error::refused(ErrorCode::TooNew, "reading a form")
            .with("what", "file")
            .with("found", head.format)
            .with("known", FORM_FORMAT));
    }
    let mut filled = Filled::new(plan, &head.phase);
    if head.campaign.plan == plan.code {
        sheets.iter().for_each(|sheet| filled.read(sheet));
        filled.miss();
    }
    Ok(content(head, filled, plan, made_at))
}

/// Whose form it is: from the hidden sheet, else from the line that every sheet has.
fn head_of(sheets: &[Sheet]) -> Option<FormHead> {
    sheets.iter().find_map(keys_of).or_else(|| {
        let texts = sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
        texts.filter_map(|cell| cell.as_text()).find_map(FormHead::of_line)
    })
}

fn keys_of(sheet: &Sheet) -> Option<FormHead> {
    let shown = |row: &crate::unit_list::cells::Row, column| row.cell(column).map(|cell| cell.shown());
    let is_ours = sheet.rows.iter().any(|row| shown(row, 0).is_some_and(|key| key == MARK));
    let value = |wanted: &str| {
        let row = sheet.rows.iter().find(|row| shown(row, 0).is_some_and(|key| key == wanted))?;
        Some(shown(row, 1).unwrap_or_default())
    };
    if is_ours { FormHead::of(value) } else { None }
}

fn content(head: FormHead, filled: Filled<'_>, plan: &Plan, made_at: Option<saved::Saved>) -> FormContent {
    let Filled { found, mut troubles, .. } = filled;
    let mut unit = head.unit;
    if let Some(name) = found.head("unit") {
        unit.name = line(&name);
    }
    if unit.name.is_empty() {
        let sentence = "Chưa ghi tên đơn vị ở đầu biểu mẫu.".to_owned();
        let (sheet, cell, found) = (String::new(), String::new(), String::new());
        troubles.push(FormTrouble { sheet, cell, problem: FormProblem::NoUnit, found, sentence });
    }
    unit.name = line(&unit.name);
    unit.superior = line(&unit.superior);
    // What is done has a day: that of the report, else the one on which the form was filled in.
    let day = found.dated_on.or(made_at.as_ref().and_then(|saved| saved.day()));
    let payload = ReportPayload {
        campaign: head.campaign,
        unit,
        phase: head.phase,
        version: head.version,
        sequence: made_at.as_ref().map_or(0, |saved| saved.seconds),
        made_at: made_at.map(|saved| saved.instant).unwrap_or_default(),
        is_sent: true,
        cause: if head.version > 1 { VersionCause::Corrected } else { VersionCause::First },
        reason: String::new(),
        number: found.head("number").map(|number| line(&number)).unwrap_or_default(),
        dated_on: found.dated_on,
        sent_on: None,
        figures: figures(&found, plan),
        sections: sections(&found, plan),
        activities: activities(&found, plan, day),
        evidence: Vec::new(),
        printed: Vec::new(),
        is_sample: head.is_sample,
    };
    FormContent { payload, troubles }
}

/// In the order of the plan, whatever order the rows have now.
fn figures(found: &Found, plan: &Plan) -> Vec<SentFigure> {
    let asked = rows::figures(plan).into_iter().filter_map(|line| match line {
        FigureLine::Figure(figure) => Some(figure.code),
        FigureLine::Group(_) | FigureLine::Above(_) => None,
    });
    let sent = asked.filter_map(|code| {
        let own = *found.figures.get(&code)?;
        let RowCode::Figure(indicator, split) = code else { return None };
        Some(SentFigure { indicator, split, own, below: None, coverage: None })
    });
    sent.collect()
}

fn sections(found: &Found, plan: &Plan) -> Vec<SentSection> {
    let outline = plan.report.outline.iter();
    let sent = outline.filter_map(|section| {
        let written = found.texts.get(&section.code)?;
        let clean: String = text::clean_text(written).chars().take(TEXT_LIMIT).collect();
        (!clean.is_empty()).then(|| SentSection {
            code: section.code.clone(),
            number: section.number.clone(),
            title: section.title.clone(),
            text: RichText::from_plain(&clean),
            is_own: true,
        })
    });
    sent.collect()
}

fn activities(found: &Found, plan: &Plan, day: Option<NaiveDate>) -> Vec<SentActivity> {
    let sent = plan.activities.iter().filter_map(|activity| {
        let (state, done_on, reason) = found.activities.get(&activity.code)?;
        Some(SentActivity {
            code: activity.code.clone(),
            title: activity.title.clone(),
            state: *state,
            done_on: if *state == ProgressState::Done { done_on.or(day) } else { None },
            reason: match state {
                ProgressState::NotApplicable if reason.is_empty() => NO_REASON.to_owned(),
                ProgressState::NotApplicable => line(reason),
                ProgressState::NotStarted | ProgressState::Doing | ProgressState::Done => String::new(),
            },
        })
    });
    sent.collect()
}

fn line(letters: &str) -> String {
    text::clean_line(letters).chars().take(LINE_LIMIT).collect()
}
