//! Phase reports: what is owed, the draft that writes itself, what the official changes in it, and what becomes of it.
//!
//! What the official has not touched is composed anew at each look; a text of his own is kept as it is, together with
//! what the program would have written at that moment, so that a later change can be offered beside it.

use chrono::NaiveDate;

use crate::book::Book;
use crate::completeness;
use crate::error::{Error, ErrorCode, Result};
use crate::figures;
use crate::history::{Change, Moment};
use crate::model::{
    CampaignId, FormProfile, Op, Outcome, PhaseHead, ReportContent, ReportDraft, ReportHead, ReportRow, ReportSection,
    ReportState, RichText, Signer, TextChange, UnitId,
};
use crate::plan::Phase;
use crate::snapshot::Snapshot;
use crate::store::report::{KeptSection, StoredReport};
use crate::{export, store, text};

mod changes;
pub mod check;
pub mod compose;
mod extras;
pub mod live;
mod sending;
pub mod versions;
mod written;

use compose::{ComposeInput, Composed, ReportedItem};

/// Code of the first paragraph, among the codes of sections.
pub const OPENING: &str = "opening";

const LINE_LIMIT: usize = 300;
const NUMBER_LIMIT: usize = 20;

impl Book {
    /// All reports that are owed.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn list_reports(&self, today: NaiveDate) -> Result<Vec<ReportRow>> {
        let snapshot = Snapshot::read(self, today)?;
        let heads = snapshot.phase_heads(&snapshot.items());
        heads.iter().map(|head| self.report_row(&snapshot, head)).collect()
    }

    /// The report of a phase as it stands now.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_draft(&self, phase: &str, today: NaiveDate) -> Result<ReportDraft> {
        Ok(self.content_without_photos(phase, today)?.draft)
    }

    /// All that the printed report of a phase says.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`; for a photo that cannot be printed as [`Book::set_report_photos`].
    pub fn report_content(&self, phase: &str, today: NaiveDate) -> Result<ReportContent> {
        let content = self.content_without_photos(phase, today)?;
        let has_photos = extras::has_photos(&content.draft);
        let photos = if has_photos { self.printed_photos(phase, today)? } else { Vec::new() };
        Ok(ReportContent { photos, ..content })
    }

    fn content_without_photos(&self, phase: &str, today: NaiveDate) -> Result<ReportContent> {
        let snapshot = Snapshot::read(self, today)?;
        let phase = snapshot.phase(phase)?;
        let items = reported_items(&snapshot, phase);
        let lines: Vec<_> = items.iter().map(|reported| reported.item.clone()).collect();
        let table = figures::table(&snapshot, &phase.code);
        let next_items = next_phase_items(&snapshot, phase);
        let input = ComposeInput {
            plan: snapshot.plan(),
            phase,
            unit: &snapshot.unit,
            items: &items,
            figures: &table,
            counts: completeness::count(&lines),
            next_items: &next_items,
        };
        let row = self.report_row(&snapshot, &snapshot.phase_head(phase, &lines))?;
        let (form, report_form) = self.form_of_report(&row, snapshot.reports.get(&phase.code), today)?;
        let kept = self.kept_sections(&phase.code)?;
        let with_kept = |section: ReportSection| match kept.get(&section.code) {
            Some(kept) => with_kept(section, kept, &table),
            None => section,
        };
        let extras = self.extras(&snapshot, &input)?;
        let draft = ReportDraft {
            row,
            head: head(&snapshot, phase, &form),
            superior: snapshot.unit.superior.to_uppercase(),
            issuer: snapshot.unit.name.to_uppercase(),
            symbol: form.symbol_of("BC", &snapshot.unit.symbol),
            place: snapshot.unit.place.clone(),
            subject: compose::subject(&input),
            opening: with_kept(compose::opening(&input)),
            sections: compose::compose(&input).into_iter().map(with_kept).collect(),
            form: report_form,
            figures: table.clone(),
            annexes: extras.offers,
            file_name: format!("{}.docx", text::file_name(&format!("Báo cáo {} {}", phase.name, snapshot.unit.name))),
        };
        let activities = compose::activities_listed(&input);
        Ok(ReportContent {
            draft,
            unit_name: snapshot.unit.name.clone(),
            is_sample: self.is_sample(),
            form,
            annexes: extras.tables,
            charts: extras.charts,
            chart_annex: extras.chart_annex,
            fingerprint: extras.fingerprint,
            photos: Vec::new(),
            activities,
        })
    }

    /// Figures, activities and links of a report as the bytes of an Excel workbook.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_workbook(&self, phase: &str, today: NaiveDate) -> Result<Vec<u8>> {
        let content = self.content_without_photos(phase, today)?;
        export::report_xlsx(&self.table_head(today)?, &content, self.folder())
    }

    /// Changes number, day, addressees, recipients and signer of a report.
    ///
    /// # Errors
    /// `not_found`, `too_long`, `report_sent`.
    pub fn set_report_head(&mut self, moment: &Moment, phase: &str, head: &ReportHead) -> Result<Outcome> {
        let snapshot = Snapshot::read(self, moment.today)?;
        let report = writable(&snapshot, phase)?;
        let is_known = |signer: &Signer| snapshot.signers.iter().any(|known| known.id == signer.id);
        if !is_known(&head.signer) {
            return Err(Error::not_found("signer", head.signer.id.map(|id| id.to_string()).unwrap_or_default()));
        }
        let form = self.form_of_phase(&snapshot, snapshot.phase(phase)?)?;
        let report = StoredReport {
            number: text::limited("number", text::clean_line(&head.number), NUMBER_LIMIT)?,
            dated_on: head.dated_on,
            addressees: differing(clean_lines("addressees", &head.addressees)?, proposed_addressees(&snapshot)),
            recipients: differing(clean_lines("recipients", &head.recipients)?, proposed_recipients(&snapshot, &form)),
            signer: head.signer.id,
            ..report
        };
        self.write_report(moment, Op::SetReportHead, snapshot.phase(phase)?, &report)
    }

    /// Keeps a text of the official's own for a section; `None` goes back to what the program composes. The same text as
    /// the composed one is not kept.
    ///
    /// # Errors
    /// `not_found`, `too_long`, `report_sent`.
    pub fn set_report_section(
        &mut self,
        moment: &Moment,
        phase: &str,
        section: &str,
        written: Option<&RichText>,
    ) -> Result<Outcome> {
        let prepared = self.prepared_section(moment, phase, section, written)?;
        let change = Change::of(Op::SetReportSection, prepared.subject.as_str());
        self.transact(moment, &change, |transaction| prepared.write(transaction))
    }

    /// A text of the official's own, ready to be kept.
    pub(crate) fn prepared_section(
        &self,
        moment: &Moment,
        phase: &str,
        section: &str,
        written: Option<&RichText>,
    ) -> Result<PreparedSection> {
        let draft = self.writable_draft(moment, phase)?;
        let known = section_with_text(&draft, section)?;
        let cleaned = written.map(|written| written::clean(written, &draft.figures)).transpose()?;
        let before = self.kept_sections(phase)?.remove(section);
        let kept = cleaned.filter(|cleaned| *cleaned != known.composed).map(|kept| {
            // Who goes on writing has not yet decided about what changed meanwhile; who says the same again has.
            let undecided = before.filter(|_| known.kept.as_ref() != Some(&kept)).map(|before| before.composed);
            KeptSection { composed: undecided.unwrap_or_else(|| known.composed.clone()), kept }
        });
        PreparedSection::of(&Snapshot::read(self, moment.today)?, phase, known, kept)
    }

    /// The text of a section of a report that can still be changed.
    pub(crate) fn written_section(&self, moment: &Moment, phase: &str, section: &str) -> Result<RichText> {
        let draft = self.writable_draft(moment, phase)?;
        Ok(section_with_text(&draft, section)?.text().clone())
    }

    /// Decides about one change that is offered beside a text of the official's own: takes it over into the text, or
    /// leaves the text as it is; either way it is not offered again.
    ///
    /// # Errors
    /// `not_found` if it is not offered any more, `report_sent`.
    pub fn decide_text_change(
        &mut self,
        moment: &Moment,
        phase: &str,
        section: &str,
        change: &TextChange,
        takes: bool,
    ) -> Result<Outcome> {
        let draft = self.writable_draft(moment, phase)?;
        let known = section_with_text(&draft, section)?;
        let before = self.kept_sections(phase)?.remove(section);
        let gone = || Error::not_found("change", section);
        let mut kept = before.filter(|_| known.changes.contains(change)).ok_or_else(gone)?;
        let now = composed_of(known);
        if takes {
            changes::take(&mut kept.kept, change, &now);
        }
        changes::take(&mut kept.composed, change, &now);
        let kept = Some(kept).filter(|kept| kept.kept != known.composed);
        let prepared = PreparedSection::of(&Snapshot::read(self, moment.today)?, phase, known, kept)?;
        let change = Change::of(Op::SetReportSection, prepared.subject.as_str());
        self.transact(moment, &change, |transaction| prepared.write(transaction))
    }

    fn writable_draft(&self, moment: &Moment, phase: &str) -> Result<ReportDraft> {
        writable(&Snapshot::read(self, moment.today)?, phase)?;
        self.report_draft(phase, moment.today)
    }

    /// The report of a phase as it is kept, unless it was sent.
    pub(crate) fn writable_report(&self, today: NaiveDate, phase: &str) -> Result<StoredReport> {
        writable(&Snapshot::read(self, today)?, phase)
    }

    pub(crate) fn write_report(
        &mut self,
        moment: &Moment,
        op: Op,
        phase: &Phase,
        report: &StoredReport,
    ) -> Result<Outcome> {
        let current = self.current()?;
        self.transact(moment, &Change::of(op, phase.name.as_str()), |transaction| {
            store::report::set(transaction, (current.unit, current.campaign), &phase.code, report)
        })
    }

    pub(crate) fn kept_sections(&self, phase: &str) -> Result<std::collections::BTreeMap<String, KeptSection>> {
        let current = self.current()?;
        store::report::list_kept_sections(&self.connection, current.unit, current.campaign, phase)
    }

    fn report_row(&self, snapshot: &Snapshot, head: &PhaseHead) -> Result<ReportRow> {
        let n_kept = self.kept_sections(&head.code)?.len();
        let row = snapshot.report_row(head);
        Ok(ReportRow { n_kept_sections: u32::try_from(n_kept).unwrap_or(u32::MAX), ..row })
    }
}

/// The text of a section, ready to be kept in whatever change it belongs to.
pub(crate) struct PreparedSection {
    /// What a reader of the log is told of it.
    pub(crate) subject: String,
    key: (UnitId, CampaignId),
    phase: String,
    section: String,
    report: StoredReport,
    kept: Option<KeptSection>,
}

impl PreparedSection {
    fn of(
        snapshot: &Snapshot,
        phase: &str,
        section: &ReportSection,
        kept: Option<KeptSection>,
    ) -> Result<PreparedSection> {
        Ok(PreparedSection {
            subject: subject_of(snapshot.phase(phase)?, section),
            key: (snapshot.current.unit, snapshot.current.campaign),
            phase: phase.to_owned(),
            section: section.code.clone(),
            report: writable(snapshot, phase)?,
            kept,
        })
    }

    pub(crate) fn write(&self, transaction: &rusqlite::Transaction<'_>) -> Result<()> {
        if self.kept.is_some() {
            store::report::set(transaction, self.key, &self.phase, &self.report)?;
        }
        store::report::set_section(transaction, self.key, (&self.phase, &self.section), self.kept.as_ref())
    }
}

fn reported_items(snapshot: &Snapshot, phase: &Phase) -> Vec<ReportedItem> {
    let of_phase = snapshot.items().into_iter().filter(|item| item.phase == phase.code);
    of_phase
        .map(|item| {
            let id = snapshot.ids.get(&item.code);
            let note = id.and_then(|id| snapshot.progress.get(id)).map(|progress| progress.note.clone());
            let evidence = id.and_then(|id| snapshot.evidence.get(id)).cloned();
            ReportedItem { item, note: note.unwrap_or_default(), evidence: evidence.unwrap_or_default() }
        })
        .collect()
}

fn next_phase_items(snapshot: &Snapshot, phase: &Phase) -> Vec<crate::model::ChecklistItem> {
    let next = snapshot.plan().phases.iter().find(|next| next.number == phase.number + 1);
    next.map(|next| snapshot.items().into_iter().filter(|item| item.phase == next.code).collect()).unwrap_or_default()
}

/// What the official set, and what the plan and the settings propose for the rest.
fn head(snapshot: &Snapshot, phase: &Phase, form: &FormProfile) -> ReportHead {
    let StoredReport { number, dated_on, addressees, recipients, signer, .. } =
        snapshot.reports.get(&phase.code).cloned().unwrap_or_default();
    let chosen = snapshot.signers.iter().find(|known| signer.is_some() && known.id == signer);
    let none =
        || Signer { id: None, authority: String::new(), title: String::new(), name: String::new(), is_default: true };
    ReportHead {
        number,
        dated_on,
        addressees: addressees.unwrap_or_else(|| proposed_addressees(snapshot)),
        recipients: recipients.unwrap_or_else(|| proposed_recipients(snapshot, form)),
        signer: chosen.or(snapshot.signers.first()).cloned().unwrap_or_else(none),
    }
}

/// A unit right below the body that issued the plan reports as the plan says; any other to the body above it, which sums up.
fn proposed_addressees(snapshot: &Snapshot) -> Vec<String> {
    let (plan, superior) = (snapshot.plan(), &snapshot.unit.superior);
    let is_issuer = superior.is_empty() || text::fold(superior) == text::fold(&plan.document.issuer);
    vec![if is_issuer { plan.report.addressee.clone() } else { superior.clone() }]
}

/// What the plan says, its last line "Lưu: …" as the form has it where the form says one.
fn proposed_recipients(snapshot: &Snapshot, form: &FormProfile) -> Vec<String> {
    let mut recipients = snapshot.plan().report.recipients.clone();
    if !form.filed.is_empty() {
        recipients.retain(|line| !line.starts_with("Lưu:"));
        recipients.push(form.filed.clone());
    }
    recipients
}

/// The report as it is kept, unless it was sent: what has left the house is not changed silently.
pub(crate) fn writable(snapshot: &Snapshot, phase: &str) -> Result<StoredReport> {
    snapshot.phase(phase)?;
    let report = snapshot.reports.get(phase).cloned().unwrap_or_default();
    match report.state {
        ReportState::Draft | ReportState::Returned => Ok(report),
        ReportState::Sent | ReportState::Received | ReportState::Accepted => {
            Err(Error::refused(ErrorCode::ReportSent, "changing a report").with("phase", phase))
        }
    }
}

fn section_with_text<'a>(draft: &'a ReportDraft, code: &str) -> Result<&'a ReportSection> {
    let found = std::iter::once(&draft.opening).chain(&draft.sections).find(|known| known.code == code);
    found.filter(|known| known.has_text).ok_or_else(|| Error::not_found("section", code))
}

/// The section with the text of the official's own: its figures are those of now.
fn with_kept(section: ReportSection, stored: &KeptSection, table: &crate::model::FigureTable) -> ReportSection {
    let now = composed_of(&section);
    let mut kept = stored.kept.clone();
    live::refresh(&mut kept, table);
    let changes = changes::changes(&stored.composed, &now, &kept);
    ReportSection { sources: changes::sources(&kept, &now), changes, kept: Some(kept), ..section }
}

/// What the program writes, with what each block was written from. Only of a section that is not kept: `sources` belong
/// to the text that is printed.
fn composed_of(section: &ReportSection) -> Vec<Composed> {
    let sources = section.sources.iter().cloned().chain(std::iter::repeat(Vec::new()));
    let blocks = section.composed.content.iter().cloned().zip(sources);
    blocks.map(|(block, sources)| Composed { block, sources }).collect()
}

fn subject_of(phase: &Phase, section: &ReportSection) -> String {
    if section.number.is_empty() {
        phase.name.clone()
    } else {
        format!("{}, {}. {}", phase.name, section.number, section.title)
    }
}

fn differing(lines: Vec<String>, proposed: Vec<String>) -> Option<Vec<String>> {
    (lines != proposed).then_some(lines)
}

/// Lines without the empty ones.
fn clean_lines(field: &str, lines: &[String]) -> Result<Vec<String>> {
    let cleaned = lines.iter().map(|line| text::clean_line(line)).filter(|line| !line.is_empty());
    cleaned.map(|line| text::limited(field, line, LINE_LIMIT)).collect()
}
