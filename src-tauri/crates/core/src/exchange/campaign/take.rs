//! A plan file is taken over: it sets an empty book up, or amends what the book has. Ticks, figures and texts stay.

use std::collections::BTreeSet;

use rusqlite::Transaction;

use super::preview::{Comparison, Prepared};
use super::terms::Terms;
use super::{below, issue};
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    Beginning, CampaignId, DueRule, FixedDue, LedgerDirection, LedgerKind, LedgerLine, LevelDue, OfferStanding, Op,
    OurUnit, Outcome, TakeCampaign,
};
use crate::{plans, settings, store};

impl Book {
    /// Takes a plan file over, in one step: as [`Book::preview_campaign`] shows it. An empty book is set up with it.
    ///
    /// # Errors
    /// As [`Book::preview_campaign`]; for an empty book `required` and `too_long` for what the file does not say (fields of the
    /// signer are named "signer.name" and so on); `too_deep`, `below_itself` if the units do not fit to those of the book.
    /// Nothing is then written.
    pub fn take_campaign(&mut self, moment: &Moment, file: &str, input: &TakeCampaign) -> Result<Outcome> {
        let mut prepared = self.prepare_campaign(file.as_bytes(), Some(&input.unit))?;
        let uid = prepared.uid.get_or_insert_with(|| input.unit.clone()).clone();
        let comparison = self.compare_campaign(&prepared, moment.today)?;
        let comparison = comparison.ok_or_else(|| Error::not_found("plan_unit", &uid))?;
        let taken = Taken { prepared: &prepared, comparison: &comparison, file, uid: &uid, moment };
        let outcome = match prepared.standing {
            OfferStanding::Beginning => self.begin_with(moment, &taken, input.beginning.as_ref())?,
            OfferStanding::Joining | OfferStanding::Amendment | OfferStanding::Same => {
                self.amend_with(moment, &taken)?
            }
        };
        self.reload_plan()?;
        Ok(outcome)
    }

    fn begin_with(&mut self, moment: &Moment, taken: &Taken<'_>, said: Option<&Beginning>) -> Result<Outcome> {
        let missing = || Error::refused(ErrorCode::Required, "setting the book up").with("field", "signer.name");
        let Beginning { place, symbol, signer } = said.ok_or_else(missing)?;
        let signer = settings::first_signer(signer)?;
        let unit = taken.our_unit(place, symbol)?;
        self.transact(moment, &Change::of(Op::SetUp, unit.name.as_str()), |transaction| {
            let (plan, text) = (&taken.prepared.file.plan, &taken.prepared.file.payload.plan);
            let campaign =
                settings::write_beginning(transaction, (&unit, &signer), plan, (&text.file_name, &text.text))?;
            taken.write(transaction, campaign)
        })
    }

    fn amend_with(&mut self, moment: &Moment, taken: &Taken<'_>) -> Result<Outcome> {
        let (current, connection) = (self.current()?, &self.connection);
        let (_, ours) = store::unit::find_ours(connection)?.ok_or_else(|| Error::not_found("unit", current.unit))?;
        let unit = taken.our_unit(&ours.place, &ours.symbol)?;
        let payload = &taken.prepared.file.payload;
        let subject = format!("{} ({})", taken.prepared.file.plan.document.number, payload.version);
        self.transact(moment, &Change::of(Op::TakeCampaign, subject), |transaction| {
            store::unit::set_ours(transaction, &unit)?;
            let text = (payload.plan.file_name.as_str(), payload.plan.text.as_str());
            plans::write_amended(transaction, current.campaign, &taken.prepared.file.plan, text)?;
            taken.write(transaction, current.campaign)
        })
    }
}

/// A file on its way into the book.
struct Taken<'a> {
    prepared: &'a Prepared,
    comparison: &'a Comparison,
    file: &'a str,
    uid: &'a str,
    moment: &'a Moment,
}

impl Taken<'_> {
    fn our_unit(&self, place: &str, symbol: &str) -> Result<OurUnit> {
        let unit = self.comparison.after.unit.clone();
        settings::check_unit(&OurUnit {
            name: unit.name,
            level: unit.level,
            superior: unit.superior,
            members: unit.members,
            place: place.to_owned(),
            symbol: symbol.to_owned(),
        })
    }

    /// Everything but the plan and the name of our unit.
    fn write(&self, transaction: &Transaction<'_>, campaign: CampaignId) -> Result<()> {
        let (ours, _) = store::unit::find_ours(transaction)?.ok_or_else(|| Error::not_found("unit", ""))?;
        let file = &self.prepared.file;
        let Comparison { before, after, below } = self.comparison;
        write_terms(transaction, campaign, before, after)?;
        below::write_exceptions(transaction, (campaign, ours), &before.exceptions, &after.exceptions)?;
        store::unit_uid::set(transaction, ours, self.uid)?;
        // Units of the first file have been there all the time.
        let on = self.prepared.base.is_some().then_some(file.payload.issued_on);
        below.write(transaction, &file.payload, on)?;
        below.write_exceptions(transaction, campaign)?;
        if self.prepared.standing != OfferStanding::Same {
            store::ledger::add(transaction, campaign, (&self.moment.instant(), &self.moment.who), &self.line())?;
        }
        store::campaign::set_issue(transaction, campaign, &file.key, file.payload.version)?;
        store::campaign_file::keep(transaction, (&file.plan.code, &file.key, file.payload.version), self.file)
    }

    fn line(&self) -> LedgerLine {
        let payload = &self.prepared.file.payload;
        LedgerLine {
            direction: LedgerDirection::Received,
            kind: LedgerKind::Campaign,
            unit: None,
            phase: String::new(),
            version: payload.version,
            file_name: issue::file_name(&self.prepared.file.plan, payload.version),
            sha256: sha256(self.file.as_bytes()),
            on: self.moment.today,
            note: payload.note.clone(),
        }
    }
}

fn write_terms(transaction: &Transaction<'_>, campaign: CampaignId, before: &Terms, after: &Terms) -> Result<()> {
    for code in before.milestones.keys().filter(|code| !after.milestones.contains_key(*code)) {
        store::campaign::remove_milestone(transaction, campaign, code)?;
    }
    for (_, setting) in after.milestones.iter().filter(|(code, setting)| before.milestones.get(*code) != Some(*setting))
    {
        store::campaign::set_milestone(transaction, campaign, setting)?;
    }
    let (days_after_end, is_proposed) = after.due;
    let fixed = after.fixed.iter().map(|(phase, due_on)| FixedDue { phase: phase.clone(), due_on: *due_on }).collect();
    store::campaign::set_due_rule(transaction, campaign, &DueRule { days_after_end, is_proposed, fixed })?;
    let keys: BTreeSet<_> = before.level_dues.keys().chain(after.level_dues.keys()).collect();
    for key in keys.into_iter().filter(|key| before.level_dues.get(*key) != after.level_dues.get(*key)) {
        let ((phase, activity), level) = key.clone();
        let due_on = after.level_dues.get(key).copied();
        store::expected::set_level_due(transaction, campaign, &LevelDue { phase, activity, level, due_on })?;
    }
    Ok(())
}
