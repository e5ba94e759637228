//! What units of the sample have done, reported and decided, by chance with reason: a unit that does much also reports early.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::dice::Dice;
use super::province::{Made, Province};
use crate::book::Current;
use crate::error::Result;
use crate::expected::{Attributes, applies};
use crate::model::{
    ActivityId, CampaignId, Channel, Congress, ProgressState, Receipt, ReceivedState, UnitException, UnitLevel,
};
use crate::plan::Activity;
use crate::store;
use crate::store::sample as rows;

const GRASSROOTS: [UnitLevel; 3] = [UnitLevel::Grassroots, UnitLevel::DirectGrassroots, UnitLevel::OccupationalUnion];
const CHANNELS: [(Channel, u32); 5] =
    [(Channel::Program, 20), (Channel::Word, 35), (Channel::Excel, 20), (Channel::Paper, 20), (Channel::Telephone, 5)];
const STATES: [(ReceivedState, u32); 4] = [
    (ReceivedState::Accepted, 58),
    (ReceivedState::Received, 32),
    (ReceivedState::Returned, 7),
    (ReceivedState::Withdrawn, 3),
];

/// The campaign of the book that is made.
pub(super) struct Campaign<'a> {
    connection: &'a Connection,
    id: CampaignId,
    province: &'a Province,
    today: NaiveDate,
    /// Activities of the phase.
    activities: Vec<(&'a Activity, ActivityId)>,
}

impl<'a> Campaign<'a> {
    pub(super) fn read(
        connection: &'a Connection,
        current: &'a Current,
        province: &'a Province,
        today: NaiveDate,
    ) -> Result<Campaign<'a>> {
        let ids = store::activity::list_ids(connection, current.campaign)?;
        let of_phase = current.plan.activities.iter().filter(|activity| activity.phase == province.phase);
        let activities = of_phase.filter_map(|activity| Some((activity, *ids.get(&activity.code)?))).collect();
        Ok(Campaign { connection, id: current.campaign, province, today, activities })
    }

    pub(super) fn write(&self, dice: &mut Dice, units: &[Made]) -> Result<()> {
        let Province { phase, grassroots_due, .. } = self.province;
        for level in GRASSROOTS {
            rows::add_level_due(self.connection, self.id, (phase, level, *grassroots_due))?;
        }
        for unit in units {
            let diligence = dice.between(25, 98);
            self.progress(dice, unit, diligence)?;
            self.congress(dice, unit)?;
            if !unit.has_ended {
                self.exception(dice, unit)?;
                self.receipt(dice, unit, diligence)?;
            }
        }
        Ok(())
    }

    fn days_ago(&self, days: u32) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days.into())).unwrap_or(self.today)
    }

    fn progress(&self, dice: &mut Dice, unit: &Made, diligence: u32) -> Result<()> {
        for (activity, id) in &self.activities {
            if !applies(&activity.scope, &Attributes::of((unit.level, &unit.kind), &unit.facts)) {
                continue;
            }
            let said = if dice.percent(diligence) {
                (ProgressState::Done, Some(self.days_ago(dice.between(50, 260))), "")
            } else if dice.percent(40) {
                (ProgressState::Doing, None, "")
            } else {
                continue;
            };
            store::progress::set_state(self.connection, unit.id, *id, said)?;
        }
        Ok(())
    }

    /// Half of the diligent and few of the others have reported eleven days before the end of the phase.
    fn receipt(&self, dice: &mut Dice, unit: &Made, diligence: u32) -> Result<()> {
        if !dice.percent(diligence * 7 / 10) {
            return Ok(());
        }
        let (Some((channel, _)), Some((state, _))) =
            (dice.pick(&CHANNELS, |(_, weight)| *weight).copied(), dice.pick(&STATES, |(_, weight)| *weight).copied())
        else {
            return Ok(());
        };
        let received = dice.between(0, 14);
        let sent = received + dice.between(0, 2);
        let signed = sent + dice.between(0, 3);
        let receipt = Receipt {
            state,
            signed_on: Some(self.days_ago(signed)),
            sent_on: Some(self.days_ago(sent)).filter(|_| channel != Channel::Telephone),
            received_on: Some(self.days_ago(received)),
            channel,
            has_content: dice.percent(97),
            note: String::new(),
        };
        rows::add_receipt(self.connection, self.id, (unit.id, &self.province.phase), &receipt)
    }

    /// One in a hundred has a later day, one in two hundred none.
    fn exception(&self, dice: &mut Dice, unit: &Made) -> Result<()> {
        let (due_on, reason) = match dice.between(1, 200) {
            1 => (None, "Đơn vị mẫu tạm dừng hoạt động để sắp xếp lại"),
            2 | 3 => (self.today.checked_add_days(Days::new(5)), "Đơn vị mẫu bị mưa lũ, xin lùi hạn"),
            _ => return Ok(()),
        };
        let exception = UnitException {
            unit: unit.id,
            phase: self.province.phase.clone(),
            activity: String::new(),
            due_on,
            reason: reason.to_owned(),
            allowed_by: "Phó Chủ tịch".to_owned(),
            document: "Công văn mẫu số 00/LĐLĐ".to_owned(),
        };
        rows::add_exception(self.connection, self.id, &exception)
    }

    /// Grassroots congresses were due on 31 May, those of the upper level are due on 31 July.
    fn congress(&self, dice: &mut Dice, unit: &Made) -> Result<()> {
        let is_grassroots = GRASSROOTS.contains(&unit.level);
        let (planned, is_held) =
            if is_grassroots { (dice.between(55, 140), dice.percent(96)) } else { (dice.between(0, 40), true) };
        let planned_on = if is_grassroots {
            self.days_ago(planned)
        } else {
            self.today.checked_add_days(Days::new(20)).unwrap_or(self.today) - Days::new(planned.into())
        };
        // Some are held later than planned, a few after the deadline.
        let held_on = planned_on + Days::new(if dice.percent(15) { dice.between(1, 20).into() } else { 0 });
        let is_held = is_held && held_on <= self.today;
        let is_pilot = dice.percent(2);
        let delegates = unit.facts.members.map_or(120, |members| members.min(150));
        let congress = Congress {
            unit: unit.id,
            planned_on: Some(planned_on),
            held_on: Some(held_on).filter(|_| is_held),
            held_until: None,
            place: "Hội trường đơn vị".to_owned(),
            is_pilot,
            delegates: Some(delegates).filter(|_| is_held),
            result: if is_held { "Hoàn thành các nội dung của đại hội (mẫu)" } else { "" }.to_owned(),
        };
        rows::add_congress(self.connection, self.id, &congress)
    }
}
