//! Counting: what is done, what is late, how far a phase is. Pure.
//!
//! An activity marked "does not apply" leaves the count; what is done is never late, whatever its day.

use chrono::NaiveDate;

use crate::model::{ChecklistItem, PhaseCounts, ProgressState};
use crate::schedule::{days_left, late_by};

/// What is due within so many days counts as due soon.
const DUE_SOON_DAYS: i32 = 7;

/// Days late and days left of an activity. Both are `None` for one that is finished, does not apply, or has no day;
/// otherwise exactly one is there: 1 or more days late, or 0 or more days left.
pub fn lateness(state: ProgressState, due_on: Option<NaiveDate>, today: NaiveDate) -> (Option<i32>, Option<i32>) {
    let is_open = match state {
        ProgressState::NotStarted | ProgressState::Doing => true,
        ProgressState::Done | ProgressState::NotApplicable => false,
    };
    match due_on.filter(|_| is_open) {
        Some(due) => (late_by(due, today), days_left(due, today)),
        None => (None, None),
    }
}

/// Counts the activities of a phase.
pub fn count<'a>(items: impl IntoIterator<Item = &'a ChecklistItem>) -> PhaseCounts {
    let mut counts = PhaseCounts::default();
    for item in items {
        match item.state {
            ProgressState::NotStarted => counts.not_started += 1,
            ProgressState::Doing => counts.doing += 1,
            ProgressState::Done => counts.done += 1,
            ProgressState::NotApplicable => counts.not_applicable += 1,
        }
        counts.late += u32::from(item.days_late.is_some());
        counts.due_soon += u32::from(item.days_left.is_some_and(|days| days <= DUE_SOON_DAYS));
    }
    counts.applicable = counts.not_started + counts.doing + counts.done;
    counts
}

/// Days late and days left of a report: one that was sent is late by the day it was sent, and has no days left.
pub fn report_lateness(
    due_on: Option<NaiveDate>,
    sent_on: Option<NaiveDate>,
    today: NaiveDate,
) -> (Option<i32>, Option<i32>) {
    let Some(due) = due_on else { return (None, None) };
    match sent_on {
        Some(sent_on) => (late_by(due, sent_on), None),
        None => (late_by(due, today), days_left(due, today)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, month, day).unwrap()
    }

    #[test]
    fn an_activity_is_late_from_the_day_after_its_due_day_and_only_while_it_is_open() {
        use ProgressState::{Doing, Done, NotApplicable, NotStarted};
        let cases = [
            (NotStarted, Some(on(7, 20)), (None, Some(0))),
            (NotStarted, Some(on(7, 19)), (Some(1), None)),
            (Doing, Some(on(6, 20)), (Some(30), None)),
            (Doing, Some(on(7, 31)), (None, Some(11))),
            (Done, Some(on(1, 1)), (None, None)),
            (NotApplicable, Some(on(1, 1)), (None, None)),
            (NotStarted, None, (None, None)),
        ];
        for (state, due, expected) in cases {
            assert_eq!(lateness(state, due, on(7, 20)), expected, "{state:?} due {due:?}");
        }
    }

    #[test]
    fn a_report_sent_late_stays_late_by_the_day_it_was_sent() {
        let today = on(8, 20);
        let cases = [
            (Some(on(8, 10)), None, (Some(10), None)),
            (Some(on(8, 10)), Some(on(8, 10)), (None, None)),
            (Some(on(8, 10)), Some(on(8, 13)), (Some(3), None)),
            (Some(on(8, 25)), None, (None, Some(5))),
            (None, None, (None, None)),
        ];
        for (due, sent, expected) in cases {
            assert_eq!(report_lateness(due, sent, today), expected, "due {due:?} sent {sent:?}");
        }
    }
}
