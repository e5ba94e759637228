//! Issuing: the campaign of the book becomes a file, and the units get their names in files.

use chrono::NaiveDate;

use super::message;
use super::payload::{self, Names};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::refusal::of_fault;
use crate::exchange::{envelope, key};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    CampaignIssue, CampaignPayload, IssuedCampaign, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, SealedKind,
    UnitTree,
};
use crate::plan::EXTENSION;
use crate::{store, text};

const NOTE_LIMIT: usize = 500;

/// A plan file and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedFile {
    /// Its version, day, and the words that it goes with.
    pub issued: IssuedCampaign,
    /// The file.
    pub text: String,
}

/// What issuing would write.
struct Draft {
    key: key::OfficeKey,
    names: Names,
    tree: UnitTree,
    payload: CampaignPayload,
    /// The file that says the same already.
    same: Option<(CampaignPayload, String)>,
}

impl Book {
    /// Writes the plan file for the units below ours. Every unit of today, and ours, gets a name in files that it keeps.
    /// What was issued already, with the same note or none, comes out again as it was; a change gives the next version.
    ///
    /// # Errors
    /// `not_set_up`; `required` (`units`) for an office without units; `campaign_not_ours` if another office leads the
    /// campaign; `too_long` for the note.
    pub fn issue_campaign(&mut self, moment: &Moment, note: &str) -> Result<(Outcome, IssuedFile)> {
        let note = text::limited("note", text::clean_line(note), NOTE_LIMIT)?;
        let Draft { key, names, tree, payload, same } = self.draft(moment.today, &note)?;
        let (payload, file) = match same {
            Some(same) => same,
            None => {
                let payload = CampaignPayload { issued_on: moment.today, note, ..payload };
                let file = envelope::seal(&key, SealedKind::Campaign, &payload)?;
                (payload, file)
            }
        };
        let current = self.current()?;
        let key = key.public();
        let line = LedgerLine {
            direction: LedgerDirection::Sent,
            kind: LedgerKind::Campaign,
            unit: None,
            phase: String::new(),
            version: payload.version,
            file_name: file_name(&current.plan, payload.version),
            sha256: sha256(file.as_bytes()),
            on: moment.today,
            note: payload.note.clone(),
        };
        let subject = format!("{} ({})", current.plan.document.number, payload.version);
        let outcome = self.transact(moment, &Change::of(Op::IssueCampaign, subject), |transaction| {
            for unit in tree.units.iter().map(|node| node.id).chain([current.unit]).filter(|unit| names.is_new(*unit)) {
                store::unit_uid::set(transaction, unit, &names.of(unit))?;
            }
            if store::campaign::read_issue(transaction, current.campaign)? != (key.clone(), payload.version) {
                // The same file once more is no news to the ledger.
                store::ledger::add(transaction, current.campaign, (&moment.instant(), &moment.who), &line)?;
            }
            store::campaign::set_issue(transaction, current.campaign, &key, payload.version)?;
            store::campaign_file::keep(transaction, (&payload.code, &key, payload.version), &file)
        })?;
        Ok((outcome, IssuedFile { issued: issued(&current.plan, &payload, &key), text: file }))
    }

    /// How our book stands to the plan file of its campaign.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn campaign_issue(&self, today: NaiveDate) -> Result<CampaignIssue> {
        let current = self.current()?;
        let (issuer, version) = store::campaign::read_issue(&self.connection, current.campaign)?;
        let last = self.campaign_in_force()?;
        let is_led_by_other = !issuer.is_empty() && issuer != self.office_key()?.public();
        let n_units = store::organisation::span::count_on(&self.connection, today)?;
        let (next_version, our_name) = if is_led_by_other || n_units == 0 {
            (version, String::new())
        } else {
            let Draft { payload, same, .. } = self.draft(today, "")?;
            (same.map_or(payload.version, |(same, _)| same.version), payload.issuer.name)
        };
        Ok(CampaignIssue {
            is_led_by_other,
            version,
            issued_on: last.as_ref().map(|(payload, _)| payload.issued_on),
            next_version,
            file_name: file_name(&current.plan, next_version),
            n_units,
            issuer: last.map_or(our_name, |(payload, _)| payload.issuer.name),
            fingerprint: if issuer.is_empty() { self.fingerprint()? } else { key::fingerprint(&issuer) },
        })
    }

    /// The plan file that holds in our book, whoever issued it, as it left or came: to be passed on unchanged.
    ///
    /// # Errors
    /// `not_set_up`; `not_found` without one.
    pub fn campaign_file(&self) -> Result<IssuedFile> {
        let (payload, text) = self.campaign_in_force()?.ok_or_else(|| Error::not_found("campaign_file", ""))?;
        let current = self.current()?;
        let (key, _) = store::campaign::read_issue(&self.connection, current.campaign)?;
        Ok(IssuedFile { issued: issued(&current.plan, &payload, &key), text })
    }

    /// That file, opened.
    pub(super) fn campaign_in_force(&self) -> Result<Option<(CampaignPayload, String)>> {
        let current = self.current()?;
        let (key, version) = store::campaign::read_issue(&self.connection, current.campaign)?;
        let file = store::campaign_file::find(&self.connection, (&current.plan.code, &key, version))?;
        file.map(opened).transpose()
    }

    fn draft(&self, today: NaiveDate, note: &str) -> Result<Draft> {
        let (current, key) = (self.current()?, self.office_key()?);
        let public = key.public();
        let (issuer, _) = store::campaign::read_issue(&self.connection, current.campaign)?;
        if !issuer.is_empty() && issuer != public {
            let name = self.campaign_in_force()?.map(|(payload, _)| payload.issuer.name).unwrap_or_default();
            return Err(Error::refused(ErrorCode::CampaignNotOurs, "issuing a plan file").with("issuer", name));
        }
        let tree = self.unit_tree(today)?;
        if tree.units.is_empty() {
            return Err(Error::refused(ErrorCode::Required, "issuing a plan file").with("field", "units"));
        }
        let names = Names::read(self, &public)?;
        let mut payload = payload::of_today(self, &names, &tree)?;
        let last = store::campaign_file::find_last(&self.connection, &payload.code, &public)?;
        let last = last.map(opened).transpose()?;
        payload.version = last.as_ref().map_or(1, |(last, _)| last.version + 1);
        let same = last.filter(|(last, _)| says_the_same(last, &payload, note));
        Ok(Draft { key, names, tree, payload, same })
    }
}

/// Whether a file says what another one would say; without a note of its own the new one takes that of the old one.
fn says_the_same(last: &CampaignPayload, next: &CampaignPayload, note: &str) -> bool {
    let next = CampaignPayload {
        version: last.version,
        issued_on: last.issued_on,
        note: if note.is_empty() { last.note.clone() } else { note.to_owned() },
        ..next.clone()
    };
    *last == next
}

/// A file that the book kept itself.
fn opened(file: String) -> Result<(CampaignPayload, String)> {
    let opened = envelope::open(file.as_bytes(), SealedKind::Campaign).map_err(of_fault)?;
    Ok((opened.payload, file))
}

fn issued(plan: &crate::plan::Plan, payload: &CampaignPayload, key: &str) -> IssuedCampaign {
    let fingerprint = key::fingerprint(key);
    IssuedCampaign {
        version: payload.version,
        issued_on: payload.issued_on,
        note: payload.note.clone(),
        n_units: u32::try_from(payload.units.len()).unwrap_or(u32::MAX),
        message: message::of(plan, payload, &fingerprint),
        fingerprint,
        file_name: file_name(plan, payload.version),
    }
}

pub(super) fn file_name(plan: &crate::plan::Plan, version: u32) -> String {
    let name = text::file_name(&format!("ke-hoach-{}-ban-{version}", plan.document.number));
    format!("{name}.{EXTENSION}")
}
