//! A plan file of a stranger: its signature is right, but whether it makes sense is another question.

use std::collections::HashMap;

use crate::error::{ErrorCode, Result};
use crate::exchange::envelope::{self, Opened};
use crate::exchange::refusal::{of_fault, refused};
use crate::model::{CampaignPayload, SealedKind, SentDue, SentException, SentUnit, UnitKind};
use crate::plan::{Plan, PlanFile};
use crate::units::{DEPTH_LIMIT, check};
use crate::{schedule, text};

/// More units than any country has.
const UNIT_LIMIT: usize = 200_000;

/// A plan file that can be trusted to make sense, its texts cleaned.
#[derive(Debug, Clone)]
pub(super) struct SoundFile {
    pub(super) payload: CampaignPayload,
    pub(super) plan: Plan,
    pub(super) key: String,
    pub(super) sha256: String,
}

/// Opens a plan file.
///
/// # Errors
/// `file_damaged`, `file_forged`, `file_of_other_kind`, `too_new`; `bad_plan` for the plan in it.
pub(super) fn read(bytes: &[u8]) -> Result<SoundFile> {
    let Opened { payload, key, sha256 } = envelope::open(bytes, SealedKind::Campaign).map_err(of_fault)?;
    let PlanFile { text, plan } = PlanFile::from_text(&payload_name(&payload), &payload.plan.text)?;
    let payload =
        cleaned(CampaignPayload { plan: text, ..payload }, &plan).ok_or_else(|| refused(ErrorCode::FileDamaged))?;
    Ok(SoundFile { payload, plan, key, sha256 })
}

/// What came as a path is not one of ours.
fn payload_name(payload: &CampaignPayload) -> String {
    text::file_name(&text::clean_line(&payload.plan.file_name))
}

/// `None` for what the program itself never writes.
fn cleaned(payload: CampaignPayload, plan: &Plan) -> Option<CampaignPayload> {
    let is_of_plan = payload.code == plan.code && payload.version > 0;
    let milestones = payload.milestones.iter().all(|setting| schedule::check_setting(plan, setting).is_ok());
    let dues = payload.dues.iter().all(|due| is_duty(plan, &due.phase, &due.activity));
    let days = (-365..=365).contains(&payload.due_days_after_end);
    if !(is_of_plan && milestones && dues && days) || payload.units.len() > UNIT_LIMIT {
        return None;
    }
    check::day(payload.issued_on).ok()?;
    payload.dues.iter().try_for_each(|SentDue { due_on, .. }| check::day(*due_on).map(drop)).ok()?;
    let mut issuer = payload.issuer;
    issuer.name = line(&issuer.name, check::NAME_LIMIT)?;
    issuer.superior = text::limited("superior", text::clean_line(&issuer.superior), check::NAME_LIMIT).ok()?;
    let note = text::limited("note", text::clean_line(&payload.note), 1_000).ok()?;
    let kinds = payload.kinds.into_iter().map(cleaned_kind).collect::<Option<Vec<_>>>()?;
    let units = payload.units.into_iter().map(|unit| cleaned_unit(unit, plan, &kinds)).collect::<Option<Vec<_>>>()?;
    if !is_tree(&units, &issuer.uid) {
        return None;
    }
    Some(CampaignPayload { issuer, note, kinds, units, ..payload })
}

fn line(typed: &str, limit: usize) -> Option<String> {
    text::require_line("name", typed, limit).ok()
}

fn is_duty(plan: &Plan, phase: &str, activity: &str) -> bool {
    let is_activity = || plan.activities.iter().any(|known| known.code == activity && known.phase == phase);
    plan.phases.iter().any(|known| known.code == phase) && (activity.is_empty() || is_activity())
}

fn cleaned_kind(kind: UnitKind) -> Option<UnitKind> {
    let UnitKind { code, name, level } = kind;
    let code = Some(code).filter(|code| !code.is_empty() && code.len() <= 100 && code.is_ascii())?;
    Some(UnitKind { code, name: line(&name, check::SHORT_LIMIT)?, level })
}

fn cleaned_unit(unit: SentUnit, plan: &Plan, kinds: &[UnitKind]) -> Option<SentUnit> {
    let kind = kinds.iter().find(|kind| kind.code == unit.kind).filter(|kind| kind.level == unit.level);
    let is_named = kind.is_some() && !unit.uid.is_empty() && unit.uid.len() <= 100 && unit.uid.is_ascii();
    let cleaned = SentUnit {
        name: line(&unit.name, check::NAME_LIMIT)?,
        code: text::limited("code", text::clean_line(&unit.code), check::CODE_LIMIT).ok()?,
        exceptions: unit.exceptions.into_iter().map(|one| cleaned_exception(one, plan)).collect::<Option<_>>()?,
        ..unit
    };
    is_named.then_some(cleaned)
}

fn cleaned_exception(exception: SentException, plan: &Plan) -> Option<SentException> {
    let SentException { phase, activity, due_on, reason, allowed_by, document } = exception;
    due_on.map(check::day).transpose().ok()?;
    is_duty(plan, &phase, &activity).then_some(())?;
    Some(SentException {
        phase,
        activity,
        due_on,
        reason: line(&reason, 500)?,
        allowed_by: text::limited("allowed_by", text::clean_line(&allowed_by), 300).ok()?,
        document: text::limited("document", text::clean_line(&document), 300).ok()?,
    })
}

/// Every unit has a name of its own and stands after the one above it, none deeper than any organisation is.
fn is_tree(units: &[SentUnit], issuer: &str) -> bool {
    let mut depths: HashMap<&str, usize> = HashMap::with_capacity(units.len());
    units.iter().all(|unit| {
        let above = if unit.parent.is_empty() { Some(0) } else { depths.get(unit.parent.as_str()).copied() };
        let is_placed = above.is_some_and(|above| above < DEPTH_LIMIT) && unit.uid != issuer;
        is_placed && depths.insert(&unit.uid, above.unwrap_or_default() + 1).is_none()
    })
}
