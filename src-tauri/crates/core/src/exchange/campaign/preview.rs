//! A plan file is looked at: what it offers, and what it would change. Nothing is written.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::below::Below;
use super::changes::{self, Side};
use super::sound::{self, SoundFile};
use super::terms::Terms;
use crate::book::{Book, Current};
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::{envelope, key};
use crate::model::{
    CampaignChange, CampaignOffer, CampaignPayload, OfferStanding, OfferedUnit, OurUnit, SealedKind, SentUnit,
};
use crate::plan::PlanFile;
use crate::unit_list::Name;
use crate::{plans, store};

/// A plan file beside the book.
pub(super) struct Prepared {
    pub(super) file: SoundFile,
    pub(super) standing: OfferStanding,
    taken_version: u32,
    /// The file that the book had before.
    pub(super) base: Option<CampaignPayload>,
    /// Which unit is ours, if that is known or was said.
    pub(super) uid: Option<String>,
    is_unit_open: bool,
}

impl Prepared {
    /// Beside an empty book.
    fn beginning(file: SoundFile) -> Prepared {
        let standing = OfferStanding::Beginning;
        Prepared { file, standing, taken_version: 0, base: None, uid: None, is_unit_open: true }
    }
}

/// What holds before and after, for one unit.
pub(super) struct Comparison {
    pub(super) before: Terms,
    pub(super) after: Terms,
    pub(super) below: Below,
}

impl Book {
    /// What a plan file offers. `unit` is its name in files, where the user has said which one is ours.
    ///
    /// # Errors
    /// `file_damaged`, `file_forged`, `file_of_other_kind`, `too_new`, `bad_plan`; `own_plan`, `other_plan`, `issuer_differs`,
    /// `plan_older`; `not_found` (`plan_unit`) for a unit that is not in it.
    pub fn preview_campaign(&self, bytes: &[u8], unit: Option<&str>, today: NaiveDate) -> Result<CampaignOffer> {
        let prepared = self.prepare_campaign(bytes, unit)?;
        let changes = self.changes_of(&prepared, today)?;
        Ok(offer(prepared, changes))
    }

    /// What [`Book::amend_plan`] would change by this template, for all levels. Nothing is written.
    ///
    /// # Errors
    /// As [`Book::amend_plan`].
    pub fn preview_amended_plan(&self, file: &PlanFile, today: NaiveDate) -> Result<Vec<CampaignChange>> {
        self.refuse_amending(&file.plan, today)?;
        let (current, terms) = (self.current()?, Terms::of_book(self)?);
        let side = |plan| Side { plan, terms: &terms };
        Ok(changes::list_for_all_levels(side(&current.plan), side(&file.plan)))
    }

    pub(super) fn prepare_campaign(&self, bytes: &[u8], unit: Option<&str>) -> Result<Prepared> {
        let file = sound::read(bytes)?;
        let is_in = |uid: &str| file.payload.units.iter().any(|unit| unit.uid == uid);
        if let Some(missing) = unit.filter(|uid| !is_in(uid)) {
            return Err(Error::not_found("plan_unit", missing));
        }
        if store::office_key::find(&self.connection)?.is_some() && self.office_key()?.public() == file.key {
            return Err(Error::refused(ErrorCode::OwnPlan, "looking at a plan file"));
        }
        let said = unit.map(str::to_owned);
        let Ok(current) = self.current() else { return Ok(Prepared { uid: said, ..Prepared::beginning(file) }) };
        let (taken_version, base) = self.refuse_unless_next(&file, &current)?;
        let ours = Some(store::unit_uid::read(&self.connection, current.unit)?).filter(|uid| is_in(uid));
        let is_unit_open = ours.is_none();
        let uid = match ours.or(said) {
            Some(uid) => Some(uid),
            None => self.guess(&file.payload)?,
        };
        let standing = match &base {
            None => OfferStanding::Joining,
            Some(base) if base.sha256 == file.sha256 => OfferStanding::Same,
            Some(_) => OfferStanding::Amendment,
        };
        Ok(Prepared { file, standing, taken_version, base: base.map(|base| base.payload), uid, is_unit_open })
    }

    /// Refuses what is not for this book: of another campaign, of another office, older than what it has.
    fn refuse_unless_next(&self, file: &SoundFile, current: &Current) -> Result<(u32, Option<SoundFile>)> {
        let refused = |code| Error::refused(code, "looking at a plan file");
        if file.plan.code != current.plan.code {
            return Err(refused(ErrorCode::OtherPlan)
                .with("plan", &file.plan.document.title)
                .with("ours", &current.plan.document.title));
        }
        let (key, taken) = store::campaign::read_issue(&self.connection, current.campaign)?;
        if !key.is_empty() && key != file.key {
            return Err(refused(ErrorCode::IssuerDiffers)
                .with("issuer", &file.payload.issuer.name)
                .with("found", key::fingerprint(&file.key))
                .with("taken", key::fingerprint(&key)));
        }
        if file.payload.version < taken {
            return Err(refused(ErrorCode::PlanOlder).with("version", file.payload.version).with("taken", taken));
        }
        let kept = store::campaign_file::find(&self.connection, (&current.plan.code, &key, taken))?;
        Ok((taken, kept.map(|kept| sound::read(kept.as_bytes())).transpose()?))
    }

    /// The one unit of a file that has our name.
    fn guess(&self, file: &CampaignPayload) -> Result<Option<String>> {
        let Some((_, OurUnit { name, level, .. })) = store::unit::find_ours(&self.connection)? else { return Ok(None) };
        let ours = Name::new(&name);
        let has_our_name = |unit: &&SentUnit| {
            let theirs = Name::new(&unit.name);
            unit.level == level && theirs.key == ours.key && theirs.marks_agree(&ours)
        };
        let alike: Vec<&SentUnit> = file.units.iter().filter(has_our_name).collect();
        Ok(match alike.as_slice() {
            [one] => Some(one.uid.clone()),
            _ => None,
        })
    }

    /// What holds before and after for the unit; `None` while nobody has said which one is ours.
    pub(super) fn compare_campaign(&self, prepared: &Prepared, today: NaiveDate) -> Result<Option<Comparison>> {
        let (Some(uid), payload) = (&prepared.uid, &prepared.file.payload) else { return Ok(None) };
        let base = prepared.base.as_ref();
        let Some(said) = Terms::of_file(payload, uid) else { return Ok(None) };
        let below = Below::compare(&self.connection, payload, base, uid, today)?;
        if prepared.standing == OfferStanding::Beginning {
            let before = Terms::of_plan(&prepared.file.plan, said.unit.clone());
            return Ok(Some(Comparison { before, after: said, below }));
        }
        let before = Terms::of_book(self)?;
        let base = base.and_then(|base| Terms::of_file(base, uid));
        let after = before.amended(base.as_ref(), &said, &prepared.file.plan);
        Ok(Some(Comparison { before, after, below }))
    }

    fn changes_of(&self, prepared: &Prepared, today: NaiveDate) -> Result<Vec<CampaignChange>> {
        let (Ok(current), Some(comparison)) = (self.current(), self.compare_campaign(prepared, today)?) else {
            return Ok(Vec::new());
        };
        let Comparison { before, after, below } = &comparison;
        let before = Side { plan: &current.plan, terms: before };
        Ok(changes::list(before, Side { plan: &prepared.file.plan, terms: after }, below))
    }
}

/// What a plan file offers to somebody who has no book yet.
///
/// # Errors
/// `file_damaged`, `file_forged`, `file_of_other_kind`, `too_new`, `bad_plan`.
pub fn look(bytes: &[u8]) -> Result<CampaignOffer> {
    Ok(offer(Prepared::beginning(sound::read(bytes)?), Vec::new()))
}

fn offer(prepared: Prepared, changes: Vec<CampaignChange>) -> CampaignOffer {
    let Prepared { file, standing, taken_version, uid, is_unit_open, base: _ } = prepared;
    CampaignOffer {
        standing,
        version: file.payload.version,
        taken_version,
        issued_on: file.payload.issued_on,
        issuer: file.payload.issuer.name.clone(),
        fingerprint: key::fingerprint(&file.key),
        note: file.payload.note.clone(),
        plan: plans::head(&file.plan),
        is_sample: file.payload.is_sample,
        units: offered_units(&file.payload),
        unit: uid,
        is_unit_open,
        changes,
    }
}

/// What a sealed file is, by its content; `None` for a file that is not sealed: a template of a plan, or anything else.
pub fn sealed_kind(bytes: &[u8]) -> Option<SealedKind> {
    envelope::read(bytes).ok().map(|envelope| envelope.kind)
}

fn offered_units(payload: &CampaignPayload) -> Vec<OfferedUnit> {
    let names: HashMap<&str, &str> = payload.units.iter().map(|unit| (unit.uid.as_str(), unit.name.as_str())).collect();
    let kinds: HashMap<&str, &str> =
        payload.kinds.iter().map(|kind| (kind.code.as_str(), kind.name.as_str())).collect();
    let named = |map: &HashMap<&str, &str>, code: &str| map.get(code).map(|name| (*name).to_owned());
    let mut below: HashMap<&str, u32> = HashMap::new();
    // From the last to the first every unit is complete before it is added to the one above it.
    for unit in payload.units.iter().rev() {
        let own = below.get(unit.uid.as_str()).copied().unwrap_or_default();
        *below.entry(&unit.parent).or_default() += own + 1;
    }
    let offered = |unit: &SentUnit| OfferedUnit {
        uid: unit.uid.clone(),
        name: unit.name.clone(),
        level: unit.level,
        kind: named(&kinds, &unit.kind).unwrap_or_default(),
        superior: named(&names, &unit.parent).unwrap_or_else(|| payload.issuer.name.clone()),
        members: unit.members,
        n_below: below.get(unit.uid.as_str()).copied().unwrap_or_default(),
    };
    payload.units.iter().map(offered).collect()
}
