//! The report of a phase as a file that carries its data: what our office sends.

use std::io::Cursor;

use chrono::NaiveDate;
use zip::ZipArchive;

use super::{carried, envelope, lines};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    CampaignRef, ChecklistItem, EvidenceKind, FigureCell, FigureRow, FigureState, ReportContent, ReportPayload,
    ReportSection, SealedKind, SentActivity, SentAmount, SentEvidence, SentFigure, SentSection, UnitRef, VersionCause,
    VersionHead,
};
use crate::snapshot::Snapshot;
use crate::{kept_documents, reports, store};

/// Which version of a report a document is.
pub(crate) struct Edition {
    /// 1, 2, 3.
    pub number: u32,
    /// Day it was sent; `None` for a draft.
    pub sent_on: Option<NaiveDate>,
    /// Why there is this version.
    pub cause: VersionCause,
    /// What the unit said of it.
    pub reason: String,
}

impl Book {
    /// The report of a phase as a Word file with its data. One that was sent and still says what it said is the kept
    /// document, byte for byte; anything else is a draft of the next version.
    ///
    /// # Errors
    /// As [`Book::report_word`].
    pub fn report_file(&self, phase: &str, today: NaiveDate) -> Result<Vec<u8>> {
        let snapshot = Snapshot::read(self, today)?;
        let versions = self.list_versions(&snapshot.phase(phase)?.code)?;
        let state = snapshot.reports.get(phase).map(|report| report.state).unwrap_or_default();
        let has_changed = self.changed_since_sent(&snapshot)?.iter().any(|changed| changed.phase == phase);
        let last = versions.first().filter(|_| reports::versions::is_sent(state) && !has_changed);
        if let Some(kept) = last.and_then(|last| self.kept_with_data(last)) {
            return Ok(kept);
        }
        let edition = match last {
            // It was sent by a program that did not put data into it yet.
            Some(last) => Edition::of(last),
            None => Edition::draft(versions.first()),
        };
        let content = self.report_content(phase, today)?;
        self.word_with_data(&snapshot, &content, &edition)
    }

    /// The report in the form that was chosen for it, with its data in it.
    pub(crate) fn word_with_data(
        &self,
        snapshot: &Snapshot,
        content: &ReportContent,
        edition: &Edition,
    ) -> Result<Vec<u8>> {
        let phase = content.draft.row.phase.as_str();
        let document = self.word_in_form(content, self.template_choice(phase)?.chosen)?;
        let payload =
            ReportPayload { printed: printed_lines(&document)?, ..self.report_payload(snapshot, content, edition)? };
        let sealed = envelope::seal(&self.office_key()?, SealedKind::Report, &payload)?;
        carried::put(&document, &sealed)
    }

    fn report_payload(&self, snapshot: &Snapshot, content: &ReportContent, edition: &Edition) -> Result<ReportPayload> {
        let draft = &content.draft;
        let last = store::log::find_last(&self.connection)?;
        let (sequence, at) = last.map(|(step, at)| (step.0, at)).unwrap_or((0, String::new()));
        // A sample is made again with the same bytes, whenever that is.
        let made_at = if self.is_sample() { format!("{}T00:00:00.000Z", snapshot.today) } else { at };
        let items: Vec<ChecklistItem> =
            snapshot.items().into_iter().filter(|item| item.phase == draft.row.phase).collect();
        let rows = draft.figures.groups.iter().flat_map(|group| &group.rows);
        let texts = std::iter::once(&draft.opening).chain(&draft.sections).filter(|section| section.has_text);
        let number = if draft.head.number.is_empty() {
            String::new()
        } else {
            format!("{}/{}", draft.head.number, draft.symbol)
        };
        Ok(ReportPayload {
            campaign: self.campaign_ref()?,
            unit: self.our_ref(snapshot)?,
            phase: draft.row.phase.clone(),
            version: edition.number,
            sequence,
            made_at,
            is_sent: edition.sent_on.is_some(),
            cause: edition.cause,
            reason: edition.reason.clone(),
            number,
            dated_on: draft.head.dated_on,
            sent_on: edition.sent_on,
            figures: rows.filter_map(sent_figure).collect(),
            sections: texts.map(sent_section).collect(),
            activities: items.iter().map(sent_activity).collect(),
            evidence: content.activities.iter().flat_map(sent_evidence).collect(),
            printed: Vec::new(),
            is_sample: self.is_sample(),
        })
    }

    /// The campaign of this book as files name it.
    pub(crate) fn campaign_ref(&self) -> Result<CampaignRef> {
        let current = self.current()?;
        let (issuer, version) = store::campaign::find_issue(&self.connection, current.campaign)?;
        Ok(CampaignRef { plan: current.plan.code.clone(), issuer, version })
    }

    fn our_ref(&self, snapshot: &Snapshot) -> Result<UnitRef> {
        let unit = &snapshot.unit;
        Ok(UnitRef {
            uid: store::unit::find_uid(&self.connection, snapshot.current.unit)?,
            name: unit.name.clone(),
            superior: unit.superior.clone(),
            level: unit.level,
        })
    }

    /// The kept document of a version, if it is there and carries data.
    fn kept_with_data(&self, version: &VersionHead) -> Option<Vec<u8>> {
        let bytes = kept_documents::read(self.folder(), &version.sha256).ok()?;
        let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).ok()?;
        carried::find(&mut archive).is_some().then_some(bytes)
    }
}

impl Edition {
    fn of(version: &VersionHead) -> Edition {
        Edition {
            number: version.number,
            sent_on: Some(version.sent_on),
            cause: version.cause,
            reason: version.reason.clone(),
        }
    }

    fn draft(last: Option<&VersionHead>) -> Edition {
        let cause = if last.is_some() { VersionCause::Corrected } else { VersionCause::First };
        Edition { number: last.map_or(0, |last| last.number) + 1, sent_on: None, cause, reason: String::new() }
    }
}

fn printed_lines(document: &[u8]) -> Result<Vec<String>> {
    let damaged = || Error::refused(ErrorCode::Damaged, "reading the report that was written");
    lines::lines_of_bytes(document).ok_or_else(damaged)
}

/// Lines that are reckoned from others are left out: who receives the report reckons them anew. Of the units below nothing is
/// said before it was frozen.
fn sent_figure(row: &FigureRow) -> Option<SentFigure> {
    let amount = |cell: &FigureCell| SentAmount { state: cell.state, value: cell.value, is_estimate: cell.is_estimate };
    let said = row.is_editable && (row.own.state != FigureState::NotReported || row.coverage.is_some());
    said.then(|| SentFigure {
        indicator: row.indicator.clone(),
        split: row.split.clone(),
        own: amount(&row.own),
        below: row.coverage.map(|_| amount(&row.below)),
        coverage: row.coverage,
    })
}

fn sent_section(section: &ReportSection) -> SentSection {
    SentSection {
        code: section.code.clone(),
        number: section.number.clone(),
        title: section.title.clone(),
        text: section.text().clone(),
        is_own: section.kept.is_some(),
    }
}

fn sent_activity(item: &ChecklistItem) -> SentActivity {
    SentActivity {
        code: item.code.clone(),
        title: item.title.clone(),
        state: item.state,
        done_on: item.done_on,
        reason: item.reason.clone(),
    }
}

fn sent_evidence(activity: &crate::model::ReportedActivity) -> Vec<SentEvidence> {
    let piece = |piece: &crate::model::Evidence| SentEvidence {
        activity: activity.code.clone(),
        title: piece.title.clone(),
        sha256: piece.sha256.clone(),
        size: piece.size,
        address: match piece.kind {
            EvidenceKind::File => String::new(),
            EvidenceKind::Link => piece.url.clone(),
        },
    };
    activity.evidence.iter().map(piece).collect()
}
