//! Whether what the user says about a milestone can be.

use chrono::{Datelike, NaiveDate};

use super::Schedule;
use crate::model::{Certainty, MilestoneSetting};
use crate::plan::Plan;
use crate::{Error, ErrorCode, Result};

/// Years in which a day of a campaign may lie: what is outside is a slip of the keyboard.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

/// Checks a setting before it is kept.
///
/// # Errors
/// `NotFound` if the plan has no such milestone, `DateNeeded` if it is to be expected or fixed without a day,
/// `OutOfRange` if a day lies in another century, `DatesOutOfOrder` if the last day lies before the first.
pub fn check_setting(plan: &Plan, setting: &MilestoneSetting) -> Result<()> {
    const DOING: &str = "setting a milestone";
    if !plan.milestones.iter().any(|milestone| milestone.code == setting.code) {
        return Err(Error::not_found("milestone", &setting.code));
    }
    let on = match (setting.certainty, setting.on) {
        (Certainty::Unknown, _) => return Ok(()),
        (Certainty::Expected | Certainty::Fixed, Some(on)) => on,
        (Certainty::Expected | Certainty::Fixed, None) => {
            return Err(Error::refused(ErrorCode::DateNeeded, DOING).with("code", &setting.code));
        }
    };
    in_our_years("on", on)?;
    let Some(until) = setting.until else { return Ok(()) };
    in_our_years("until", until)?;
    if until < on {
        return Err(Error::refused(ErrorCode::DatesOutOfOrder, DOING).with("start", on).with("end", until));
    }
    Ok(())
}

fn in_our_years(field: &str, day: NaiveDate) -> Result<()> {
    if YEARS.contains(&day.year()) {
        return Ok(());
    }
    let refused = Error::refused(ErrorCode::OutOfRange, "setting a milestone").with("field", field);
    Err(refused.with("from", format!("{}-01-01", YEARS.start())).with("to", format!("{}-12-31", YEARS.end())))
}

impl Schedule {
    /// What the user says about a milestone, if anything.
    pub(super) fn setting(&self, code: &str) -> Option<&MilestoneSetting> {
        self.settings.iter().rev().find(|setting| setting.code == code)
    }
}
