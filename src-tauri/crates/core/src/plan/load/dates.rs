//! Days and rules for days: "2023-07-31", "dai-hoi-tinh.end + 30"; in an activity also "phase.start + 15", "stage.end".

use std::collections::BTreeMap;

use chrono::{Datelike, Days as Count, NaiveDate};

use super::Check;
use crate::Result;
use crate::plan::{DateRule, Problem};

/// Longest distance of a rule from its milestone, in days: more than that is a slip of the pen.
const FARTHEST: i32 = 400;

/// The days of milestones as far as the template knows them, to see at once when an end lies before its start.
#[derive(Debug, Default)]
pub(super) struct Days(BTreeMap<String, (NaiveDate, NaiveDate)>);

impl Days {
    pub(super) fn add(&mut self, milestone: &str, on: Option<NaiveDate>, until: Option<NaiveDate>) {
        if let Some(on) = on {
            self.0.insert(milestone.to_owned(), (on, until.unwrap_or(on)));
        }
    }

    pub(super) fn of(&self, rule: &DateRule) -> Option<NaiveDate> {
        match rule {
            DateRule::On(day) => Some(*day),
            DateRule::FromStart { milestone, days } => shift(self.0.get(milestone)?.0, *days),
            DateRule::FromEnd { milestone, days } => shift(self.0.get(milestone)?.1, *days),
        }
    }

    /// True where both days are known and the second lies before the first.
    pub(super) fn are_reversed(&self, first: &DateRule, second: &DateRule) -> bool {
        self.of(first).zip(self.of(second)).is_some_and(|(first, second)| second < first)
    }
}

/// First and last day that "phase" and "stage" stand for in the rules of an activity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) phase: (&'a DateRule, &'a DateRule),
    pub(super) stage: Option<(&'a DateRule, &'a DateRule)>,
}

enum Side {
    Start,
    End,
}

impl Check<'_> {
    /// A rule that hangs on a milestone declared before, or is a day.
    pub(super) fn rule(&self, path: &str, raw: Option<String>) -> Result<DateRule> {
        self.rule_around(path, raw, None)
    }

    /// A rule that may be absent.
    pub(super) fn optional_rule(&self, path: &str, raw: Option<String>) -> Result<Option<DateRule>> {
        raw.map(|text| self.rule(path, Some(text))).transpose()
    }

    /// A rule in which "phase" and "stage" have a meaning.
    pub(super) fn rule_around(&self, path: &str, raw: Option<String>, around: Option<Around<'_>>) -> Result<DateRule> {
        let text = self.text(path, raw)?;
        if text.starts_with(|sign: char| sign.is_ascii_digit()) {
            let day = parse_day(&text).ok_or_else(|| self.source.wrong(path, Problem::BadDate, &text))?;
            return Ok(DateRule::On(day));
        }
        let bad = || self.source.wrong(path, Problem::BadRule, &text);
        let (code, side, days) = parse_rule(&text).ok_or_else(bad)?;
        if days.abs() > FARTHEST {
            return Err(self.source.wrong(path, Problem::OutOfRange, &text));
        }
        if code == "phase" || code == "stage" {
            let bounds = around.and_then(|around| if code == "phase" { Some(around.phase) } else { around.stage });
            let (first, last) = bounds.ok_or_else(bad)?;
            return Ok(match side {
                Side::Start => first.shifted(days),
                Side::End => last.shifted(days),
            });
        }
        if !self.milestones.has(code) {
            let is_later = self.source.declares_milestone(code);
            return Err(self.source.wrong(
                path,
                if is_later { Problem::LaterCode } else { Problem::UnknownCode },
                code,
            ));
        }
        let milestone = code.to_owned();
        Ok(match side {
            Side::Start => DateRule::FromStart { milestone, days },
            Side::End => DateRule::FromEnd { milestone, days },
        })
    }
}

impl DateRule {
    /// The same rule, so many days later.
    #[must_use]
    pub fn shifted(&self, by: i32) -> DateRule {
        match self {
            DateRule::On(day) => DateRule::On(shift(*day, by).unwrap_or(*day)),
            DateRule::FromStart { milestone, days } => {
                DateRule::FromStart { milestone: milestone.clone(), days: days + by }
            }
            DateRule::FromEnd { milestone, days } => {
                DateRule::FromEnd { milestone: milestone.clone(), days: days + by }
            }
        }
    }
}

/// A day as "2023-07-31", in a year in which there are plans.
pub(super) fn parse_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    ((2000..2100).contains(&day.year()) && text.len() == 10).then_some(day)
}

/// "dai-hoi-tinh.end + 30" → the code, the side, 30.
fn parse_rule(text: &str) -> Option<(&str, Side, i32)> {
    let words: Vec<&str> = text.split(' ').collect();
    let (anchor, days) = match words.as_slice() {
        [anchor] => (*anchor, 0),
        [anchor, "+", days] => (*anchor, days.parse::<u16>().ok()?.into()),
        [anchor, "-", days] => (*anchor, -i32::from(days.parse::<u16>().ok()?)),
        _ => return None,
    };
    let (code, side) = anchor.rsplit_once('.')?;
    match side {
        "start" => Some((code, Side::Start, days)),
        "end" => Some((code, Side::End, days)),
        _ => None,
    }
}

fn shift(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let count = Count::new(u64::from(by.unsigned_abs()));
    if by < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}
