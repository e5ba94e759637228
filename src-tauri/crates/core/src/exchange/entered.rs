//! A report that came on paper, by telephone, or as a document without data: typed in for the unit, with its scan, and marked so.
//!
//! It stands among the versions of the unit like a file: typing it over makes the next version, and what was typed before stays.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::evidence::vanished_or_failed;
use crate::exchange::versions;
use crate::figures::check_place;
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    Channel, EnteredActivity, EnteredFigure, EnteredReport, EnteredText, FigureInput, FigureState, FileHead,
    LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, ProgressState, Receipt, ReceivedFile, ReceivedState,
    ReportPayload, RichText, SentActivity, SentAmount, SentFigure, SentSection, UnitId, UnitReportContent,
    VersionCause,
};
use crate::plan::{Phase, Plan};
use crate::register::first_day::{self, Version};
use crate::store::received_file;
use crate::{kept_documents, store, text};

/// Largest scan, in bytes.
const SCAN_LIMIT: u64 = 64 * 1024 * 1024;
const MEGABYTE: u64 = 1024 * 1024;
const TITLE_LIMIT: usize = 200;
const NUMBER_LIMIT: usize = 60;
const TEXT_LIMIT: usize = 50_000;
/// Why an activity does not apply where the report does not say it.
const OFF_ON_PAPER: &str = "Theo báo cáo của đơn vị";

/// A kept file: name, hash, bytes. All empty where there is none.
#[derive(Default)]
struct Scan {
    name: String,
    sha256: String,
    size: i64,
}

impl Book {
    /// Types the report of a unit in. A scan is kept as it is; without one that of the version before stays with it. The same
    /// once more changes nothing.
    ///
    /// # Errors
    /// `not_found` for phase, unit, indicator, section or activity; `required` without the title of who types it in (`field` =
    /// "entered_for"), or if nothing was typed (`field` = "figures"); `bad_number`, `figure_is_reckoned`, `too_long`,
    /// `date_in_future`, `dates_out_of_order`; `file_vanished`, `not_a_file`, `file_too_large` for the scan.
    pub fn enter_report_for(
        &mut self,
        moment: &Moment,
        phase: &str,
        unit: UnitId,
        entered: &EnteredReport,
        scan: Option<&Path>,
    ) -> Result<Outcome> {
        let current = self.current()?;
        let plan = current.plan.clone();
        let found = plan.phases.iter().find(|known| known.code == phase);
        let phase = found.ok_or_else(|| Error::not_found("phase", phase))?;
        let files = received_file::list_of_unit(&self.connection, current.campaign, (unit, &phase.code))?;
        let last = files.first();
        let payload = self.typed(moment, phase, unit, entered, last)?;
        let received_on = days(entered, moment)?;
        let entered_for = text::require_line("entered_for", &entered.entered_for, TITLE_LIMIT)?;
        if scan.is_none() && self.says_the_same(last, &payload)? {
            return Ok(Outcome { step: None });
        }
        let scan = match scan {
            Some(path) => self.kept_scan(path)?,
            None => last.map(scan_of).unwrap_or_default(),
        };
        let bytes = serde_json::to_vec(&payload).map_err(|error| broken(&error))?;
        let head = FileHead {
            unit,
            phase: phase.code.clone(),
            version: payload.version,
            sequence: payload.sequence,
            payload_sha256: sha256(&bytes),
            channel: entered.channel,
            key: String::new(),
            file_name: scan.name,
            file_sha256: scan.sha256,
            size: scan.size,
            received_on,
            entered_for,
            edits: "[]".to_owned(),
        };
        let entry = self.line_with((&head, &payload), (unit, &phase.code))?;
        let ids = store::activity::list_ids(&self.connection, current.campaign)?;
        let change = Change::of(Op::EnterReport, format!("{}: {}", phase.name, payload.unit.name));
        self.transact(moment, &change, |transaction| {
            received_file::add(transaction, current.campaign, &head, &payload)?;
            store::received::set(transaction, current.campaign, &phase.code, unit, Some(&entry))?;
            for SentActivity { code, state, done_on, reason, .. } in &payload.activities {
                let id = *ids.get(code).ok_or_else(|| Error::not_found("activity", code))?;
                store::progress::set_state(transaction, unit, id, (*state, *done_on, reason))?;
            }
            store::ledger::add(transaction, current.campaign, (&moment.instant(), &moment.who), &line_of(&head))
        })
    }

    /// What counts of a unit's report, with all that it says.
    ///
    /// # Errors
    /// `not_set_up`, what SQLite reports.
    pub fn report_of_unit(&self, phase: &str, unit: UnitId) -> Result<Option<UnitReportContent>> {
        let campaign = self.current()?.campaign;
        let files = received_file::list_of_unit(&self.connection, campaign, (unit, phase))?;
        let Some(ReceivedFile { id, head }) = files.into_iter().next() else { return Ok(None) };
        let payload = received_file::find_report(&self.connection, id)?;
        Ok(payload.map(|payload| UnitReportContent {
            payload,
            entered_for: head.entered_for,
            channel: head.channel,
            file_name: head.file_name,
            file_sha256: head.file_sha256,
        }))
    }

    /// What counts of a unit's report as it would be typed in, to be typed over; `None` if nothing has come.
    ///
    /// # Errors
    /// As [`Book::report_of_unit`].
    pub fn entered_report(&self, phase: &str, unit: UnitId) -> Result<Option<EnteredReport>> {
        let Some(content) = self.report_of_unit(phase, unit)? else { return Ok(None) };
        let UnitReportContent { payload, entered_for, channel, .. } = content;
        let mut figures = Vec::with_capacity(payload.figures.len());
        for SentFigure { indicator, split, own, .. } in payload.figures {
            let text =
                if own.state == FigureState::Number { self.amount_text(&indicator, own)? } else { String::new() };
            figures.push(EnteredFigure { indicator, split, state: own.state, text, is_estimate: own.is_estimate });
        }
        let text = |section: SentSection| EnteredText { section: section.code, text: section.text.plain() };
        let activity = |said: SentActivity| {
            let SentActivity { code: activity, state, done_on, .. } = said;
            EnteredActivity { activity, state, done_on }
        };
        Ok(Some(EnteredReport {
            channel,
            entered_for,
            number: payload.number,
            dated_on: payload.dated_on,
            received_on: None,
            figures,
            texts: payload.sections.into_iter().filter(|section| section.is_own).map(text).collect(),
            activities: payload.activities.into_iter().map(activity).collect(),
        }))
    }

    /// A file of a unit as it came, byte for byte, with its name.
    ///
    /// # Errors
    /// `not_found` if there is none; `file_vanished`, `evidence_changed` with its name.
    pub fn file_of_unit(&self, phase: &str, unit: UnitId) -> Result<(String, Vec<u8>)> {
        let content = self.report_of_unit(phase, unit)?.filter(|content| !content.file_sha256.is_empty());
        let content = content.ok_or_else(|| Error::not_found("file", unit))?;
        let bytes = kept_documents::read(self.folder(), &content.file_sha256);
        Ok((content.file_name.clone(), bytes.map_err(|error| error.with("path", &content.file_name))?))
    }

    /// The line of the register: its days are those of the first version, as for files.
    fn line_with(&self, typed: (&FileHead, &ReportPayload), (unit, phase): (UnitId, &str)) -> Result<Receipt> {
        let campaign = self.current()?.campaign;
        let before = store::received::find(&self.connection, campaign, phase, unit)?;
        let came = versions::read(&self.connection, campaign, (unit, phase))?;
        let kept: Vec<Version<'_>> = came.iter().map(|(head, report)| versions::version((head, report))).collect();
        let new = versions::version(typed);
        let days = first_day::days(before.as_ref(), &kept, std::slice::from_ref(&new));
        Ok(days.unwrap_or(new.days).put_into(Receipt {
            state: ReceivedState::Received,
            signed_on: None,
            sent_on: None,
            received_on: None,
            channel: typed.0.channel,
            has_content: true,
            note: before.map(|before| before.note).unwrap_or_default(),
        }))
    }

    fn typed(
        &self,
        moment: &Moment,
        phase: &Phase,
        unit: UnitId,
        entered: &EnteredReport,
        last: Option<&ReceivedFile>,
    ) -> Result<ReportPayload> {
        let plan = self.current()?.plan;
        let version = last.map_or(0, |last| last.head.version) + 1;
        let payload = ReportPayload {
            campaign: self.campaign_ref()?,
            unit: self.ref_of(unit, moment.today)?,
            phase: phase.code.clone(),
            version,
            sequence: store::log::find_last(&self.connection)?.map_or(0, |(step, _)| step.0),
            made_at: moment.instant(),
            is_sent: true,
            cause: if version > 1 { VersionCause::Corrected } else { VersionCause::First },
            reason: String::new(),
            number: text::limited("number", text::clean_line(&entered.number), NUMBER_LIMIT)?,
            dated_on: entered.dated_on,
            sent_on: None,
            figures: figures(&plan, phase, &entered.figures)?,
            sections: sections(&plan, entered)?,
            activities: activities(&plan, phase, entered, moment)?,
            evidence: Vec::new(),
            printed: Vec::new(),
            is_sample: self.is_sample(),
        };
        if payload.figures.is_empty() && payload.sections.is_empty() && payload.activities.is_empty() {
            return Err(Error::refused(ErrorCode::Required, "entering a report").with("field", "figures"));
        }
        Ok(payload)
    }

    fn says_the_same(&self, last: Option<&ReceivedFile>, payload: &ReportPayload) -> Result<bool> {
        let Some(last) = last.filter(|last| !last.head.entered_for.is_empty()) else { return Ok(false) };
        let before = received_file::find_report(&self.connection, last.id)?;
        Ok(before.is_some_and(|before| {
            let says = |report: &ReportPayload| {
                (
                    report.figures.clone(),
                    report.sections.clone(),
                    report.activities.clone(),
                    report.number.clone(),
                    report.dated_on,
                )
            };
            says(&before) == says(payload)
        }))
    }

    fn kept_scan(&self, path: &Path) -> Result<Scan> {
        let refuse = |code| Error::refused(code, "keeping the scan of a report").with("path", path.display());
        let facts = std::fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
        if !facts.is_file() {
            return Err(refuse(ErrorCode::NotAFile));
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(|error| vanished_or_failed(path, error))?;
        file.take(SCAN_LIMIT + 1).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > SCAN_LIMIT {
            return Err(refuse(ErrorCode::FileTooLarge)
                .with("size_mb", facts.len().div_ceil(MEGABYTE))
                .with("limit_mb", SCAN_LIMIT / MEGABYTE));
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Scan {
            name: text::clean_line(&name),
            sha256: kept_documents::keep(self.folder(), &bytes)?,
            size: i64::try_from(size).unwrap_or(i64::MAX),
        })
    }
}

fn scan_of(file: &ReceivedFile) -> Scan {
    let FileHead { file_name, file_sha256, size, .. } = &file.head;
    Scan { name: file_name.clone(), sha256: file_sha256.clone(), size: *size }
}

/// Day of the document not after the day it came, and neither in the future.
fn days(entered: &EnteredReport, moment: &Moment) -> Result<chrono::NaiveDate> {
    let received_on = entered.received_on.unwrap_or(moment.today);
    let known = [entered.dated_on, Some(received_on)];
    if let Some(day) = known.into_iter().flatten().find(|day| *day > moment.today) {
        return Err(Error::refused(ErrorCode::DateInFuture, "entering a report").with("date", text::short_date(day)));
    }
    match entered.dated_on.filter(|day| *day > received_on) {
        Some(day) => Err(Error::refused(ErrorCode::DatesOutOfOrder, "entering a report")
            .with("start", text::short_date(day))
            .with("end", text::short_date(received_on))),
        None => Ok(received_on),
    }
}

fn figures(plan: &Plan, phase: &Phase, entered: &[EnteredFigure]) -> Result<Vec<SentFigure>> {
    let mut sent = Vec::with_capacity(entered.len());
    for figure in entered.iter().filter(|figure| figure.state != FigureState::NotReported) {
        let EnteredFigure { indicator, split, state, text: typed, is_estimate } = figure;
        let input = FigureInput {
            phase: phase.code.clone(),
            activity: None,
            indicator: indicator.clone(),
            split: split.clone(),
            state: *state,
            text: typed.clone(),
            is_estimate: *is_estimate,
        };
        let known = check_place(plan, &input)?;
        let value = match state {
            FigureState::Number => Some(text::parse_number(typed, known.decimals)?),
            FigureState::Nothing | FigureState::NotApplicable | FigureState::NotReported => None,
        };
        let own = SentAmount { state: *state, value, is_estimate: *is_estimate && value.is_some() };
        sent.push(SentFigure { indicator: indicator.clone(), split: split.clone(), own, below: None, coverage: None });
    }
    Ok(sent)
}

fn sections(plan: &Plan, entered: &EnteredReport) -> Result<Vec<SentSection>> {
    let mut sent = Vec::new();
    for typed in &entered.texts {
        let found = plan.report.outline.iter().find(|section| section.code == typed.section);
        let section = found.ok_or_else(|| Error::not_found("section", &typed.section))?;
        let clean = text::limited("text", text::clean_text(&typed.text), TEXT_LIMIT)?;
        if !clean.is_empty() {
            sent.push(SentSection {
                code: section.code.clone(),
                number: section.number.clone(),
                title: section.title.clone(),
                text: RichText::from_plain(&clean),
                is_own: true,
            });
        }
    }
    Ok(sent)
}

fn activities(plan: &Plan, phase: &Phase, entered: &EnteredReport, moment: &Moment) -> Result<Vec<SentActivity>> {
    let dated_on = entered.dated_on;
    let sent = |said: &EnteredActivity| {
        let of_phase = plan.activities.iter().find(|known| known.code == said.activity && known.phase == phase.code);
        let known = of_phase.ok_or_else(|| Error::not_found("activity", &said.activity))?;
        // What is done has a day: that of the report where it names none.
        let done_on = match said.state {
            ProgressState::Done => Some(said.done_on.or(dated_on).unwrap_or(moment.today)),
            ProgressState::NotStarted | ProgressState::Doing | ProgressState::NotApplicable => None,
        };
        if let Some(day) = done_on.filter(|day| *day > moment.today) {
            return Err(
                Error::refused(ErrorCode::DateInFuture, "entering a report").with("date", text::short_date(day))
            );
        }
        let (code, title) = (known.code.clone(), known.title.clone());
        let is_off = said.state == ProgressState::NotApplicable;
        let reason = if is_off { OFF_ON_PAPER.to_owned() } else { String::new() };
        Ok(SentActivity { code, title, state: said.state, done_on, reason })
    };
    entered.activities.iter().map(sent).collect()
}

fn line_of(head: &FileHead) -> LedgerLine {
    let how = match head.channel {
        Channel::Paper => "văn bản giấy",
        Channel::Telephone => "điện thoại",
        Channel::Word => "văn bản Word",
        Channel::Excel => "bảng Excel",
        Channel::Program => "tệp của chương trình",
    };
    LedgerLine {
        direction: LedgerDirection::Received,
        kind: LedgerKind::Report,
        unit: Some(head.unit),
        phase: head.phase.clone(),
        version: head.version,
        file_name: head.file_name.clone(),
        sha256: head.file_sha256.clone(),
        on: head.received_on,
        note: format!("Nhập thay từ {how}: {}", head.entered_for),
    }
}

fn broken(error: &serde_json::Error) -> Error {
    Error::refused(ErrorCode::Damaged, "keeping a report that was typed in").with("what", error)
}
