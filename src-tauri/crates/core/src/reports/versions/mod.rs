//! Versions of a report: frozen when it is sent, never changed, compared with each other and with how things stand now.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::report::Edition;
use crate::history::{Change, Moment};
use crate::model::{
    ChangedSinceSent, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, ReportContent, ReportState, ReportVersions,
    VersionCause, VersionComparison, VersionFault, VersionHead, VersionSide,
};
use crate::plan::Phase;
use crate::snapshot::Snapshot;
use crate::store::report::StoredReport;
use crate::store::report_version::{self, StoredContent};
use crate::{figures, kept_documents, store, text};

pub mod compare;
pub(crate) mod sound;
pub mod standing;

use standing::Standing;

const REASON_LIMIT: usize = 500;

/// A version that is about to be kept; its document is on the disk already.
pub(crate) struct Frozen {
    head: VersionHead,
    content: StoredContent,
}

impl Book {
    /// What was sent of the report of a phase, and what has changed since.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_versions(&self, phase: &str, today: NaiveDate) -> Result<ReportVersions> {
        let snapshot = Snapshot::read(self, today)?;
        let phase = snapshot.phase(phase)?;
        let versions = self.list_versions(&phase.code)?;
        let correction = snapshot.reports.get(&phase.code).map(|report| report.correction.clone()).unwrap_or_default();
        let changed = self.changed_since_sent(&snapshot)?.into_iter().find(|changed| changed.phase == phase.code);
        Ok(ReportVersions { phase: phase.code.clone(), versions, changed, correction })
    }

    /// Opens a report that was sent, to correct it. What was sent stays as a version; sending it again makes the next one.
    ///
    /// # Errors
    /// `required` without a reason, `too_long`, `not_found` if it was not sent.
    pub fn correct_report(&mut self, moment: &Moment, phase: &str, reason: &str) -> Result<Outcome> {
        let reason = text::require_line("reason", reason, REASON_LIMIT)?;
        let snapshot = Snapshot::read(self, moment.today)?;
        let phase = snapshot.phase(phase)?;
        let report = snapshot.reports.get(&phase.code).cloned().unwrap_or_default();
        if !is_sent(report.state) {
            return Err(Error::not_found("version", &phase.code));
        }
        // The day stays: a report that was sent in time is not late because a figure in it is put right.
        let report = StoredReport { state: ReportState::Draft, correction: reason, ..report };
        let current = &snapshot.current;
        self.transact(moment, &Change::of(Op::CorrectReport, phase.name.as_str()), |transaction| {
            store::report::set(transaction, (current.unit, current.campaign), &phase.code, &report)
        })
    }

    /// The document of a version as it was sent, byte for byte, with its name.
    ///
    /// # Errors
    /// `not_found`, `file_vanished`, `evidence_changed`.
    pub fn version_document(&self, phase: &str, number: u32) -> Result<(String, Vec<u8>)> {
        let versions = self.list_versions(phase)?;
        let found = versions.into_iter().find(|version| version.number == number);
        let version = found.ok_or_else(|| Error::not_found("version", number))?;
        let read = kept_documents::read(self.folder(), &version.sha256);
        // Who asks for it knows it by its name, not by the hash under which it lies.
        let bytes = read.map_err(|error| error.with("path", &version.document))?;
        Ok((version.document, bytes))
    }

    /// What differs between two versions, or between one and the report as it stands now.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`, `damaged` if what was kept cannot be read.
    pub fn compare_versions(
        &self,
        phase: &str,
        left: VersionSide,
        right: VersionSide,
        today: NaiveDate,
    ) -> Result<VersionComparison> {
        let (before, standing_before) = self.side(phase, left, today)?;
        let (after, standing_after) = self.side(phase, right, today)?;
        Ok(VersionComparison {
            phase: phase.to_owned(),
            left,
            right,
            head: compare::head(&before, &after),
            sections: compare::sections(&before, &after),
            figures: standing::figures(&standing_before, &standing_after),
            activities: standing::activities(&standing_before, &standing_after),
        })
    }

    /// Reads every kept document again and compares it with its hash.
    ///
    /// # Errors
    /// `not_set_up`, `io`.
    pub fn check_versions(&self) -> Result<Vec<VersionFault>> {
        let current = self.current()?;
        let mut faults = Vec::new();
        for phase in &current.plan.phases {
            for version in self.list_versions(&phase.code)? {
                let fault = |is_missing| VersionFault {
                    phase: phase.code.clone(),
                    version: VersionHead { is_missing, ..version.clone() },
                };
                match kept_documents::read(self.folder(), &version.sha256) {
                    Ok(_) => {}
                    Err(error) if error.code() == ErrorCode::FileVanished => faults.push(fault(true)),
                    Err(error) if error.code() == ErrorCode::EvidenceChanged => faults.push(fault(false)),
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(faults)
    }

    /// Reports that count as sent and whose figures or ticks are no longer those of their last version.
    pub(crate) fn changed_since_sent(&self, snapshot: &Snapshot) -> Result<Vec<ChangedSinceSent>> {
        let current = &snapshot.current;
        let last = report_version::list_last_standings(&self.connection, current.unit, current.campaign)?;
        let mut changed = Vec::new();
        for phase in &snapshot.plan().phases {
            let is_sent = snapshot.reports.get(&phase.code).is_some_and(|report| is_sent(report.state));
            let Some((_, head, sent)) = last.iter().find(|(code, ..)| is_sent && *code == phase.code) else { continue };
            let (sent, now) = (parsed::<Standing>(sent)?, standing_now(snapshot, phase));
            let (figures, activities) = (standing::figures(&sent, &now), standing::activities(&sent, &now));
            if !figures.is_empty() || !activities.is_empty() {
                changed.push(ChangedSinceSent {
                    phase: phase.code.clone(),
                    phase_name: phase.name.clone(),
                    version: head.number,
                    sent_on: head.sent_on,
                    figures,
                    activities,
                });
            }
        }
        Ok(changed)
    }

    /// The next version of a report, with its document kept.
    pub(crate) fn freeze(
        &self,
        moment: &Moment,
        snapshot: &Snapshot,
        phase: &Phase,
        (report, sent_on): (&StoredReport, NaiveDate),
    ) -> Result<Frozen> {
        let content = self.report_content(&phase.code, moment.today)?;
        let last = self.list_versions(&phase.code)?.first().map_or(0, |version| version.number);
        let cause = match (report.correction.is_empty(), report.state) {
            (false, _) => VersionCause::Corrected,
            (true, ReportState::Returned) => VersionCause::Returned,
            (true, _) => VersionCause::First,
        };
        let edition = Edition { number: last + 1, sent_on: Some(sent_on), cause, reason: report.correction.clone() };
        let bytes = self.word_with_data(snapshot, &content, &edition)?;
        let sha256 = kept_documents::keep(self.folder(), &bytes)?;
        let head = VersionHead {
            number: last + 1,
            sent_on,
            kept_at: moment.instant(),
            who: moment.who.clone(),
            cause,
            reason: report.correction.clone(),
            document: content.draft.file_name.clone(),
            sha256,
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            is_missing: false,
        };
        let content = StoredContent {
            content: as_json(&ReportContent { photos: Vec::new(), ..content })?,
            standing: as_json(&standing_now(snapshot, phase))?,
        };
        Ok(Frozen { head, content })
    }

    pub(crate) fn list_versions(&self, phase: &str) -> Result<Vec<VersionHead>> {
        let current = self.current()?;
        let mut versions = report_version::list(&self.connection, (current.unit, current.campaign), phase)?;
        for version in &mut versions {
            version.is_missing = !kept_documents::path(self.folder(), &version.sha256).is_file();
        }
        Ok(versions)
    }

    fn side(&self, phase: &str, side: VersionSide, today: NaiveDate) -> Result<(ReportContent, Standing)> {
        match side {
            VersionSide::Now => {
                let snapshot = Snapshot::read(self, today)?;
                let standing = standing_now(&snapshot, snapshot.phase(phase)?);
                Ok((self.content_without_photos(phase, today)?, standing))
            }
            VersionSide::Sent(number) => {
                let current = self.current()?;
                let place = (current.unit, current.campaign);
                let found = report_version::find_content(&self.connection, place, (phase, number))?;
                let StoredContent { content, standing } = found.ok_or_else(|| Error::not_found("version", number))?;
                Ok((parsed(&content)?, parsed(&standing)?))
            }
        }
    }
}

impl Frozen {
    /// Writes the version, and that it left the house; the report must have its row.
    pub(crate) fn keep(
        &self,
        transaction: &rusqlite::Transaction<'_>,
        moment: &Moment,
        snapshot: &Snapshot,
        phase: &str,
    ) -> Result<()> {
        let current = &snapshot.current;
        report_version::add(transaction, (current.unit, current.campaign), phase, &self.head, &self.content)?;
        store::returned::remove(transaction, current.campaign, phase)?;
        let line = LedgerLine {
            direction: LedgerDirection::Sent,
            kind: LedgerKind::Report,
            unit: None,
            phase: phase.to_owned(),
            version: self.head.number,
            file_name: self.head.document.clone(),
            sha256: self.head.sha256.clone(),
            on: self.head.sent_on,
            note: self.head.reason.clone(),
        };
        store::ledger::add(transaction, current.campaign, (&moment.instant(), &moment.who), &line)
    }
}

/// True for a report that has left the house.
pub(crate) fn is_sent(state: ReportState) -> bool {
    match state {
        ReportState::Draft | ReportState::Returned => false,
        ReportState::Sent | ReportState::Received | ReportState::Accepted => true,
    }
}

fn standing_now(snapshot: &Snapshot, phase: &Phase) -> Standing {
    let items: Vec<_> = snapshot.items().into_iter().filter(|item| item.phase == phase.code).collect();
    Standing::of(&figures::table(snapshot, &phase.code), &items)
}

fn as_json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| broken(&error))
}

fn parsed<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| broken(&error))
}

fn broken(error: &serde_json::Error) -> Error {
    Error::refused(ErrorCode::Damaged, "reading a version of a report").with("what", error)
}
