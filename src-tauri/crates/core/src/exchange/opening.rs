//! Returns and receipts in the unit's book: looked at first, then taken over.

use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;

use super::envelope::{self, Opened, SEALED_LIMIT, SealFault};
use super::refusal::{of_fault, refused};
use super::returns::{MARK_LIMIT, NOTE_LIMIT, label_of};
use super::{carried, key};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    CampaignRef, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, ReceiptPayload, ReportPayload, ReportState,
    ReturnMark, ReturnPayload, ReturnedReport, SealedKind, SealedPreview, ShownMark, UnitRef, VersionHead,
};
use crate::plan::{Phase, Plan};
use crate::reports::versions::is_sent;
use crate::store::report::StoredReport;
use crate::store::returned::{self, StoredReturn};
use crate::{kept_documents, store, text};

/// Letters of the name of an office.
const NAME_LIMIT: usize = 300;

/// A return or a receipt that is about the last version of our report.
struct Ours {
    kind: SealedKind,
    office: String,
    key: String,
    /// Of the payload.
    sha256: String,
    phase: Phase,
    version: u32,
    on: chrono::NaiveDate,
    wanted_by: Option<chrono::NaiveDate>,
    note: String,
    marks: Vec<ReturnMark>,
    is_accepted: bool,
}

/// What a file says that it is about.
struct Claim<'a> {
    campaign: &'a CampaignRef,
    unit: &'a UnitRef,
    phase: &'a str,
    version: u32,
    report: &'a str,
}

/// Reads a sealed file, never more than a sealed file may have.
///
/// # Errors
/// `file_vanished`, `not_a_file`, `file_damaged` for one that is too large, `io`.
pub fn read_sealed(path: &Path) -> Result<Vec<u8>> {
    let facts = std::fs::metadata(path).map_err(|error| crate::evidence::vanished_or_failed(path, error))?;
    if !facts.is_file() {
        return Err(refused(ErrorCode::NotAFile).with("path", path.display()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io("read", path))?;
    file.take(SEALED_LIMIT + 1).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > SEALED_LIMIT {
        return Err(refused(ErrorCode::FileDamaged));
    }
    Ok(bytes)
}

/// What kind of sealed file it says it is; nothing is verified yet.
///
/// # Errors
/// `file_damaged`, `too_new`.
pub fn kind_of(bytes: &[u8]) -> Result<SealedKind> {
    envelope::read(bytes).map(|envelope| envelope.kind).map_err(of_fault)
}

impl Book {
    /// What a return or a receipt would do.
    ///
    /// # Errors
    /// `file_damaged`, `too_new`, `file_forged`; `file_of_other_kind` for a plan file or a report; `file_of_other_campaign`,
    /// `file_of_other_unit`, `not_found` for the phase; `file_outdated`, `file_of_other_report`.
    pub fn preview_sealed(&self, bytes: &[u8]) -> Result<SealedPreview> {
        let ours = self.opened_sealed(bytes)?;
        let plan = self.current()?.plan;
        Ok(SealedPreview {
            kind: ours.kind,
            fingerprint: key::fingerprint(&ours.key),
            is_known_key: self.knows_key(&ours.key)?,
            phase: ours.phase.code.clone(),
            phase_name: ours.phase.name.clone(),
            version: ours.version,
            on: ours.on,
            wanted_by: ours.wanted_by,
            marks: shown(&ours.marks, &plan),
            is_accepted: ours.is_accepted,
            is_taken: self.was_taken(&ours, bytes)?,
            office: ours.office,
            note: ours.note,
        })
    }

    /// Takes a return or a receipt over. `is_confirmed` says that somebody has compared the fingerprint of a key that is not
    /// known yet; the key is then kept. The same file again changes nothing.
    ///
    /// # Errors
    /// As [`Book::preview_sealed`]; `key_unknown` with the fingerprints.
    pub fn take_sealed(&mut self, moment: &Moment, bytes: &[u8], is_confirmed: bool) -> Result<Outcome> {
        let ours = self.opened_sealed(bytes)?;
        let is_known = self.knows_key(&ours.key)?;
        if !is_known && !is_confirmed {
            return Err(self.unknown_key(&ours)?);
        }
        if self.was_taken(&ours, bytes)? {
            return Ok(Outcome { step: None });
        }
        let current = self.current()?;
        let place = (current.unit, current.campaign);
        let reports = store::report::list(&self.connection, current.unit, current.campaign)?;
        let report = reports.get(&ours.phase.code).cloned().unwrap_or_default();
        let op = if ours.kind == SealedKind::Return { Op::TakeReturn } else { Op::TakeReceipt };
        let line = ours.line(sha256(bytes), moment.today);
        self.transact(moment, &Change::of(op, ours.phase.name.as_str()), |transaction| {
            if !is_known {
                returned::set_superior_key(transaction, (&ours.key, &ours.office), moment.today, &moment.who)?;
            }
            if let Some(report) = ours.becomes(&report) {
                store::report::set(transaction, place, &ours.phase.code, &report)?;
            }
            if ours.kind == SealedKind::Return {
                returned::set(transaction, current.campaign, &ours.phase.code, &ours.stored())?;
            }
            store::ledger::add(transaction, current.campaign, (&moment.instant(), &moment.who), &line)
        })
    }

    /// What is to be mended in the report of a phase that came back; `None` once it was sent again, or never came back.
    ///
    /// # Errors
    /// `not_set_up`, what SQLite reports.
    pub fn return_marks(&self, phase: &str) -> Result<Option<ReturnedReport>> {
        let current = self.current()?;
        let stored = returned::find(&self.connection, current.campaign, phase)?;
        Ok(stored.map(|stored| ReturnedReport {
            phase: phase.to_owned(),
            version: stored.version,
            office: stored.office,
            returned_on: stored.returned_on,
            wanted_by: stored.wanted_by,
            note: stored.note,
            marks: shown(&stored.marks, &current.plan),
        }))
    }

    fn opened_sealed(&self, bytes: &[u8]) -> Result<Ours> {
        match envelope::open::<ReturnPayload>(bytes, SealedKind::Return) {
            Ok(opened) => self.our_return(opened),
            Err(SealFault::OtherKind(SealedKind::Receipt)) => {
                self.our_receipt(envelope::open(bytes, SealedKind::Receipt).map_err(of_fault)?)
            }
            Err(fault) => Err(of_fault(fault)),
        }
    }

    fn our_return(&self, opened: Opened<ReturnPayload>) -> Result<Ours> {
        let Opened { payload, key, sha256 } = opened;
        let ReturnPayload { campaign, unit, phase, version, report, office, returned_on, wanted_by, note, marks } =
            payload;
        let claim = Claim { campaign: &campaign, unit: &unit, phase: &phase, version, report: &report };
        let phase = self.claimed(&claim)?;
        let mark = |mark: ReturnMark| ReturnMark { place: mark.place, note: short(&mark.note, NOTE_LIMIT) };
        Ok(Ours {
            kind: SealedKind::Return,
            office: short(&text::clean_line(&office), NAME_LIMIT),
            key,
            sha256,
            phase,
            version,
            on: returned_on,
            wanted_by,
            note: short(&note, NOTE_LIMIT),
            marks: marks.into_iter().take(MARK_LIMIT).map(mark).collect(),
            is_accepted: false,
        })
    }

    fn our_receipt(&self, opened: Opened<ReceiptPayload>) -> Result<Ours> {
        let Opened { payload, key, sha256 } = opened;
        let ReceiptPayload { campaign, unit, phase, version, file: _, report, office, received_on, is_accepted } =
            payload;
        let claim = Claim { campaign: &campaign, unit: &unit, phase: &phase, version, report: &report };
        let phase = self.claimed(&claim)?;
        Ok(Ours {
            kind: SealedKind::Receipt,
            office: short(&text::clean_line(&office), NAME_LIMIT),
            key,
            sha256,
            phase,
            version,
            on: received_on,
            wanted_by: None,
            note: String::new(),
            marks: Vec::new(),
            is_accepted,
        })
    }

    /// The phase, once it is sure that the file is about the last version of our report.
    fn claimed(&self, claim: &Claim<'_>) -> Result<Phase> {
        let (ours, plan) = (self.campaign_ref()?, self.current()?.plan);
        let differs = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
        if claim.campaign.plan != plan.code || differs(&claim.campaign.issuer, &ours.issuer) {
            return Err(refused(ErrorCode::FileOfOtherCampaign).with("plan", text::clean_line(&claim.campaign.plan)));
        }
        let found = plan.phases.iter().find(|phase| phase.code == claim.phase);
        let phase = found.ok_or_else(|| Error::not_found("phase", text::clean_line(claim.phase)))?;
        let versions = self.list_versions(&phase.code)?;
        let version = versions.iter().find(|version| version.number == claim.version);
        let sent = version.and_then(|version| self.payload_of(version));
        let is_that = !claim.report.is_empty() && sent.as_deref() == Some(claim.report);
        if !is_that && !self.is_us(claim.unit)? {
            return Err(refused(ErrorCode::FileOfOtherUnit).with("unit", text::clean_line(&claim.unit.name)));
        }
        // Version 0 is that of a report that came on paper.
        let last = versions.first().map_or(0, |version| version.number);
        if claim.version != 0 && claim.version < last {
            return Err(refused(ErrorCode::FileOutdated).with("version", claim.version).with("sent", last));
        }
        let is_another = !claim.report.is_empty() && sent.is_some() && !is_that;
        if last == 0 || claim.version > last || is_another {
            return Err(refused(ErrorCode::FileOfOtherReport).with("version", claim.version));
        }
        Ok(phase.clone())
    }

    fn is_us(&self, unit: &UnitRef) -> Result<bool> {
        let uid = store::unit::find_uid(&self.connection, self.current()?.unit)?;
        if uid.is_empty() || unit.uid.is_empty() {
            return Ok(text::fold(&unit.name) == text::fold(&self.our_name()?));
        }
        Ok(uid == unit.uid)
    }

    /// Hash of the data that a version went out with; `None` if its document is gone or had none.
    fn payload_of(&self, version: &VersionHead) -> Option<String> {
        let bytes = kept_documents::read(self.folder(), &version.sha256).ok()?;
        let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).ok()?;
        let opened = envelope::open::<ReportPayload>(&carried::find(&mut archive)?, SealedKind::Report).ok()?;
        Some(opened.sha256)
    }

    fn knows_key(&self, key: &str) -> Result<bool> {
        Ok(self.campaign_ref()?.issuer == key
            || returned::find_superior_key(&self.connection)?.is_some_and(|known| known == key))
    }

    fn unknown_key(&self, ours: &Ours) -> Result<Error> {
        let known = returned::find_superior_key(&self.connection)?.unwrap_or(self.campaign_ref()?.issuer);
        let known = if known.is_empty() { known } else { key::fingerprint(&known) };
        Ok(refused(ErrorCode::KeyUnknown)
            .with("office", &ours.office)
            .with("found", key::fingerprint(&ours.key))
            .with("known", known))
    }

    /// True if the book has taken this very file over, and nothing has come since that speaks against it.
    fn was_taken(&self, ours: &Ours, bytes: &[u8]) -> Result<bool> {
        let campaign = self.current()?.campaign;
        if ours.kind == SealedKind::Return {
            let kept = returned::find(&self.connection, campaign, &ours.phase.code)?;
            return Ok(kept.is_some_and(|kept| kept.payload_sha256 == ours.sha256));
        }
        let filter = crate::model::LedgerFilter {
            direction: Some(LedgerDirection::Received),
            kind: Some(LedgerKind::Receipt),
            phase: Some(ours.phase.code.clone()),
            ..Default::default()
        };
        let hash = sha256(bytes);
        Ok(store::ledger::list(&self.connection, campaign, &filter)?.iter().any(|entry| entry.sha256 == hash))
    }
}

impl Ours {
    /// What becomes of our report; `None` if it stays what it is: a receipt does not stop a correction that has begun.
    fn becomes(&self, report: &StoredReport) -> Option<StoredReport> {
        let state = match self.kind {
            SealedKind::Return => ReportState::Returned,
            SealedKind::Receipt if !is_sent(report.state) => return None,
            SealedKind::Receipt if self.is_accepted || report.state == ReportState::Accepted => ReportState::Accepted,
            SealedKind::Receipt | SealedKind::Report | SealedKind::Campaign => ReportState::Received,
        };
        let correction = if state == ReportState::Returned { String::new() } else { report.correction.clone() };
        Some(StoredReport { state, correction, ..report.clone() })
    }

    fn stored(&self) -> StoredReturn {
        StoredReturn {
            version: self.version,
            payload_sha256: self.sha256.clone(),
            office: self.office.clone(),
            returned_on: self.on,
            wanted_by: self.wanted_by,
            note: self.note.clone(),
            marks: self.marks.clone(),
        }
    }

    fn line(&self, sha256: String, today: chrono::NaiveDate) -> LedgerLine {
        let kind = if self.kind == SealedKind::Return { LedgerKind::Return } else { LedgerKind::Receipt };
        LedgerLine {
            direction: LedgerDirection::Received,
            kind,
            unit: None,
            phase: self.phase.code.clone(),
            version: self.version,
            file_name: String::new(),
            sha256,
            on: today,
            note: self.office.clone(),
        }
    }
}

/// The text of a stranger: clean, and not longer than we would have written it.
fn short(letters: &str, limit: usize) -> String {
    text::clean_text(letters).chars().take(limit).collect()
}

fn shown(marks: &[ReturnMark], plan: &Plan) -> Vec<ShownMark> {
    let mark = |mark: &ReturnMark| ShownMark {
        place: mark.place.clone(),
        label: text::clean_line(&label_of(&mark.place, plan)),
        note: mark.note.clone(),
    };
    marks.iter().map(mark).collect()
}
