//! What the user sets: our unit, signers, milestones, due days, the look of the window. And the first start.

use rusqlite::Transaction;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{
    CampaignId, DueRule, MilestoneSetting, MilestoneView, MovedItem, MovedKind, Op, OurUnit, Outcome, PlanText,
    Preferences, SetUp, Signer, SignerId,
};
use crate::plan::{self, PlanFile};
use crate::schedule::{self, Schedule};
use crate::snapshot::Snapshot;
use crate::{store, text};

/// Longest name, in letters: official names of joint bodies run to two hundred.
const NAME_LIMIT: usize = 300;
const SHORT_LIMIT: usize = 100;
const REASON_LIMIT: usize = 500;
/// A due day further from the end of its phase is a slip of the finger.
const DUE_DAYS: std::ops::RangeInclusive<i32> = -365..=365;

impl Book {
    /// Sets the book up: unit, signer, plan, dates. Everything or nothing.
    ///
    /// # Errors
    /// `already_set_up`, `not_found` or `bad_plan` for the plan, and what the single settings refuse; fields of the signer are named
    /// "signer.name" and so on.
    pub fn set_up(&mut self, moment: &Moment, input: &SetUp) -> Result<Outcome> {
        if self.is_set_up() {
            return Err(Error::refused(ErrorCode::AlreadySetUp, "setting up the book"));
        }
        let SetUp { unit, signer, plan: choice, milestones } = input;
        let unit = check_unit(unit)?;
        let signer = first_signer(signer)?;
        let PlanFile { text: PlanText { file_name, text: source }, plan: loaded } = plan::choose(choice)?;
        let milestones =
            milestones.iter().map(|setting| check_milestone(&loaded, setting)).collect::<Result<Vec<_>>>()?;
        let outcome = self.transact(moment, &Change::of(Op::SetUp, unit.name.as_str()), |transaction| {
            let campaign = write_beginning(transaction, (&unit, &signer), &loaded, (&file_name, &source))?;
            milestones.iter().try_for_each(|setting| store::campaign::set_milestone(transaction, campaign, setting))
        })?;
        self.reload_current()?;
        Ok(outcome)
    }

    /// Changes the facts of our unit.
    ///
    /// # Errors
    /// `required`, `too_long` with the field.
    pub fn set_unit(&mut self, moment: &Moment, unit: &OurUnit) -> Result<Outcome> {
        self.current()?;
        let unit = check_unit(unit)?;
        self.transact(moment, &Change::of(Op::SetUnit, unit.name.as_str()), |transaction| {
            store::unit::set_ours(transaction, &unit)
        })
    }

    /// Adds a signer, or changes the one of its id. The first one is always the default.
    ///
    /// # Errors
    /// `required`, `too_long` with the field, `not_found`.
    pub fn set_signer(&mut self, moment: &Moment, signer: &Signer) -> Result<Outcome> {
        self.current()?;
        let mut signer = check_signer(signer)?;
        let known = store::unit::list_signers(&self.connection)?;
        if let Some(id) = signer.id.filter(|id| !known.iter().any(|known| known.id == Some(*id))) {
            return Err(Error::not_found("signer", id));
        }
        // There is always one default: the only one cannot lose the mark by being edited.
        signer.is_default |= !known.iter().any(|known| known.is_default && known.id != signer.id);
        self.transact(moment, &Change::of(Op::SetSigner, signer.name.as_str()), |transaction| {
            store::unit::set_signer(transaction, &signer)
        })
    }

    /// Removes a signer. If it was the default, the next one takes its place.
    ///
    /// # Errors
    /// `not_found`, or `last_signer`.
    pub fn remove_signer(&mut self, moment: &Moment, id: SignerId) -> Result<Outcome> {
        let known = store::unit::list_signers(&self.connection)?;
        let signer = known.iter().find(|signer| signer.id == Some(id)).ok_or_else(|| Error::not_found("signer", id))?;
        let Some(heir) = known.iter().find(|signer| signer.id != Some(id)) else {
            return Err(Error::refused(ErrorCode::LastSigner, "removing a signer"));
        };
        self.transact(moment, &Change::of(Op::RemoveSigner, signer.name.as_str()), |transaction| {
            if signer.is_default {
                store::unit::set_signer(transaction, &Signer { is_default: true, ..heir.clone() })?;
            }
            store::unit::remove_signer(transaction, id)
        })
    }

    /// All milestones with the days that hold now.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn milestones(&self) -> Result<Vec<MilestoneView>> {
        Ok(self.schedule_with(None)?.milestones())
    }

    /// What would move if a milestone were set, without setting it.
    ///
    /// # Errors
    /// As [`Book::set_milestone`].
    pub fn preview_milestone(&self, moment: &Moment, setting: &MilestoneSetting) -> Result<Vec<MovedItem>> {
        let plan = self.current()?.plan;
        let setting = check_milestone(&plan, setting)?;
        let (before, after) = (self.schedule_with(None)?, self.schedule_with(Some(setting))?);
        let mut moved = schedule::moved(&before, &after, &plan);
        let snapshot = Snapshot::read(self, moment.today)?;
        let (reports, items) = (snapshot.phase_heads(&[]), snapshot.items());
        let is_ours =
            |moved: &MovedItem| moved.kind != MovedKind::Activity || items.iter().any(|item| item.code == moved.code);
        moved.retain(is_ours);
        let later = Snapshot { schedule: after, ..snapshot };
        for (old, new) in
            reports.iter().zip(later.phase_heads(&[])).filter(|(old, new)| old.report_due_on != new.report_due_on)
        {
            moved.push(MovedItem {
                kind: MovedKind::Report,
                code: old.code.clone(),
                title: old.name.clone(),
                old_starts_on: None,
                old_ends_on: old.report_due_on,
                new_starts_on: None,
                new_ends_on: new.report_due_on,
            });
        }
        Ok(moved)
    }

    /// Gives a milestone another day; what hangs on it moves with it.
    ///
    /// # Errors
    /// `not_found`, `date_needed`, `dates_out_of_order`, `too_long`.
    pub fn set_milestone(&mut self, moment: &Moment, setting: &MilestoneSetting) -> Result<Outcome> {
        let current = self.current()?;
        let setting = check_milestone(&current.plan, setting)?;
        let known = current.plan.milestones.iter().find(|milestone| milestone.code == setting.code);
        let name = known.map(|milestone| milestone.name.clone()).unwrap_or_default();
        self.transact(moment, &Change::of(Op::SetMilestone, name), |transaction| {
            store::campaign::set_milestone(transaction, current.campaign, &setting)
        })
    }

    /// Changes when reports are due. A rule that the user has set is no longer a proposal.
    ///
    /// # Errors
    /// `out_of_range`, `not_found` for a phase.
    pub fn set_due_rule(&mut self, moment: &Moment, rule: &DueRule) -> Result<Outcome> {
        let current = self.current()?;
        if !DUE_DAYS.contains(&rule.days_after_end) {
            return Err(Error::refused(ErrorCode::OutOfRange, "setting when reports are due")
                .with("field", "days_after_end")
                .with("from", DUE_DAYS.start())
                .with("to", DUE_DAYS.end()));
        }
        let unknown = |phase: &str| !current.plan.phases.iter().any(|known| known.code == phase);
        if let Some(due) = rule.fixed.iter().find(|due| unknown(&due.phase)) {
            return Err(Error::not_found("phase", &due.phase));
        }
        self.transact(moment, &Change::of(Op::SetDueRule, ""), |transaction| {
            store::campaign::set_due_rule(transaction, current.campaign, rule)
        })
    }

    /// How the window looks.
    ///
    /// # Errors
    /// What SQLite reports. What cannot be read gives the default.
    pub fn preferences(&self) -> Result<Preferences> {
        let kept = store::preference::find(&self.connection, "window")?;
        Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
    }

    /// Changes how the window looks.
    ///
    /// # Errors
    /// `out_of_range` for the size of the text.
    pub fn set_preferences(&mut self, preferences: Preferences) -> Result<()> {
        if !(100..=150).contains(&preferences.text_size) {
            return Err(Error::refused(ErrorCode::OutOfRange, "setting the size of the text")
                .with("field", "text_size")
                .with("from", 100)
                .with("to", 150));
        }
        let value = serde_json::to_string(&preferences).unwrap_or_default();
        store::preference::set(&self.connection, "window", &value)
    }

    fn schedule_with(&self, setting: Option<MilestoneSetting>) -> Result<Schedule> {
        let current = self.current()?;
        let mut settings = store::campaign::list_milestone_settings(&self.connection, current.campaign)?;
        if let Some(setting) = setting {
            settings.retain(|known| known.code != setting.code);
            settings.push(setting);
        }
        Ok(Schedule::resolve(&current.plan, &settings))
    }
}

/// Writes what an empty book begins with.
pub(crate) fn write_beginning(
    transaction: &Transaction<'_>,
    (unit, signer): (&OurUnit, &Signer),
    plan: &plan::Plan,
    (file_name, source): (&str, &str),
) -> Result<CampaignId> {
    let due = DueRule {
        days_after_end: plan.report.due_days_after_end,
        is_proposed: plan.report.is_due_proposed,
        fixed: Vec::new(),
    };
    store::unit::set_ours(transaction, unit)?;
    store::unit::set_signer(transaction, signer)?;
    let campaign = store::campaign::add(transaction, &plan.code, file_name, source, &due)?;
    let codes = plan.activities.iter().map(|activity| activity.code.as_str());
    store::activity::add_of_plan(transaction, campaign, codes)?;
    Ok(campaign)
}

/// Checks who signs in a new book; fields are named "signer.name" and so on.
pub(crate) fn first_signer(signer: &Signer) -> Result<Signer> {
    let checked = check_signer(signer).map_err(|error| error.within("signer"))?;
    Ok(Signer { id: None, is_default: true, ..checked })
}

pub(crate) fn check_unit(unit: &OurUnit) -> Result<OurUnit> {
    let OurUnit { name, level, superior, place, symbol, members } = unit;
    let superior = text::limited("superior", text::clean_line(superior), NAME_LIMIT)?;
    Ok(OurUnit {
        name: text::require_line("name", name, NAME_LIMIT)?,
        level: *level,
        superior,
        place: text::require_line("place", place, SHORT_LIMIT)?,
        symbol: text::require_line("symbol", symbol, SHORT_LIMIT)?,
        members: *members,
    })
}

/// Title and name are asked for; a unit whose head signs alone has no line of authority.
fn check_signer(signer: &Signer) -> Result<Signer> {
    let Signer { id, authority, title, name, is_default } = signer;
    Ok(Signer {
        id: *id,
        authority: text::limited("authority", text::clean_line(authority), SHORT_LIMIT)?,
        title: text::require_line("title", title, SHORT_LIMIT)?,
        name: text::require_line("name", name, SHORT_LIMIT)?,
        is_default: *is_default,
    })
}

fn check_milestone(plan: &plan::Plan, setting: &MilestoneSetting) -> Result<MilestoneSetting> {
    schedule::check_setting(plan, setting)?;
    let reason = text::limited("reason", text::clean_line(&setting.reason), REASON_LIMIT)?;
    let is_known = setting.certainty != crate::model::Certainty::Unknown;
    Ok(MilestoneSetting {
        on: setting.on.filter(|_| is_known),
        until: setting.until.filter(|_| is_known),
        reason,
        ..setting.clone()
    })
}
