//! How reports count. Pure: one rule, in one place.
//!
//! A report is expected of every unit that exists on the day that counts (the last day of the phase; today, while it runs),
//! whose level owes it, and that was not let off. Of these each one is on time, late or not yet there: the three add up. What
//! is sent back, withdrawn or empty is not there. Of several versions the first one gives the days ([`super::first_day`]). What
//! comes unasked is shown and counted by itself, so that no rate is ever above one.

use chrono::NaiveDate;

use crate::model::{LateBy, Punctuality, Receipt, ReceivedState, ReportRate};
use crate::schedule::{days_left, late_by};

/// What is expected of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// Whether a report is expected.
    pub is_expected: bool,
    /// Day it is due; `None` while unknown.
    pub due_on: Option<NaiveDate>,
}

/// How one report stands against what was expected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// How it counts; `None` where nothing is expected.
    pub punctuality: Option<Punctuality>,
    /// Days late: of one that is there by the day that decides, of one that is not until today.
    pub days_late: Option<i32>,
    /// Days until it is due, for one that is not there.
    pub days_left: Option<i32>,
}

/// True for a report that is there and says something.
pub fn is_there(receipt: &Receipt) -> bool {
    let is_here = match receipt.state {
        ReceivedState::Received | ReceivedState::Accepted => true,
        ReceivedState::Missing | ReceivedState::Returned | ReceivedState::Withdrawn => false,
    };
    is_here && receipt.has_content
}

/// The day of a report that decides whether it is late. Where the one that was chosen is not known, the next one in the way of
/// a report holds (signed, sent, received): nobody is called late by a day that nobody entered.
pub fn deciding_day(receipt: &Receipt, rule: LateBy) -> Option<NaiveDate> {
    match rule {
        LateBy::Signed => receipt.signed_on.or(receipt.sent_on).or(receipt.received_on),
        LateBy::Sent => receipt.sent_on.or(receipt.received_on),
        LateBy::Received => receipt.received_on,
    }
}

/// How a report stands.
pub fn standing(expected: &Expectation, receipt: Option<&Receipt>, rule: LateBy, today: NaiveDate) -> Standing {
    if !expected.is_expected {
        return Standing::default();
    }
    let there = receipt.filter(|receipt| is_there(receipt));
    match (there, expected.due_on) {
        (Some(receipt), Some(due)) => {
            let days_late = deciding_day(receipt, rule).and_then(|day| late_by(due, day));
            let punctuality = if days_late.is_some() { Punctuality::Late } else { Punctuality::OnTime };
            Standing { punctuality: Some(punctuality), days_late, days_left: None }
        }
        // Without a due day nothing is late.
        (Some(_), None) => Standing { punctuality: Some(Punctuality::OnTime), ..Standing::default() },
        (None, due) => Standing {
            punctuality: Some(Punctuality::NotYet),
            days_late: due.and_then(|due| late_by(due, today)),
            days_left: due.and_then(|due| days_left(due, today)),
        },
    }
}

/// The rate of a single unit.
pub fn rate_of(standing: &Standing, receipt: Option<&Receipt>) -> ReportRate {
    let Some(punctuality) = standing.punctuality else {
        return ReportRate { unexpected: u32::from(receipt.is_some_and(is_there)), ..ReportRate::default() };
    };
    let mut rate = ReportRate { expected: 1, ..ReportRate::default() };
    match punctuality {
        Punctuality::OnTime => rate.on_time = 1,
        Punctuality::Late => rate.late = 1,
        Punctuality::NotYet => {
            rate.not_yet = 1;
            rate.overdue = u32::from(standing.days_late.is_some());
        }
    }
    rate
}

/// How a single report counts: what is expected of it against what has come.
pub fn counted(expected: &Expectation, receipt: Option<&Receipt>, rule: LateBy, today: NaiveDate) -> ReportRate {
    rate_of(&standing(expected, receipt, rule, today), receipt)
}

impl std::ops::AddAssign for ReportRate {
    fn add_assign(&mut self, other: ReportRate) {
        self.expected += other.expected;
        self.on_time += other.on_time;
        self.late += other.late;
        self.not_yet += other.not_yet;
        self.overdue += other.overdue;
        self.unexpected += other.unexpected;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;

    fn on(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, month, day).unwrap()
    }

    fn received(state: ReceivedState, day: NaiveDate) -> Receipt {
        Receipt {
            state,
            signed_on: None,
            sent_on: None,
            received_on: Some(day),
            channel: Channel::Word,
            has_content: true,
            note: String::new(),
        }
    }

    /// The due day of all cases is 10/8, today is 15/8.
    fn counted(receipt: Option<&Receipt>) -> (Standing, ReportRate) {
        let expected = Expectation { is_expected: true, due_on: Some(on(8, 10)) };
        let standing = standing(&expected, receipt, LateBy::Received, on(8, 15));
        (standing, rate_of(&standing, receipt))
    }

    #[test]
    fn a_report_counts_by_what_became_of_it() {
        use Punctuality::{Late, NotYet, OnTime};
        use ReceivedState::{Accepted, Missing, Received, Returned, Withdrawn};
        let empty = Receipt { has_content: false, ..received(Received, on(8, 1)) };
        let cases = [
            ("nothing came", None, NotYet, Some(5)),
            ("came before the day", Some(received(Received, on(8, 1))), OnTime, None),
            ("came on the day", Some(received(Received, on(8, 10))), OnTime, None),
            ("came the day after", Some(received(Received, on(8, 11))), Late, Some(1)),
            ("late but accepted stays late", Some(received(Accepted, on(8, 12))), Late, Some(2)),
            ("accepted in time", Some(received(Accepted, on(8, 9))), OnTime, None),
            ("sent back is not there", Some(received(Returned, on(8, 1))), NotYet, Some(5)),
            ("withdrawn is not there", Some(received(Withdrawn, on(8, 1))), NotYet, Some(5)),
            ("an entry that says missing", Some(received(Missing, on(8, 1))), NotYet, Some(5)),
            ("without content it is no report", Some(empty), NotYet, Some(5)),
        ];
        for (name, receipt, wanted, days_late) in cases {
            let (standing, rate) = counted(receipt.as_ref());
            assert_eq!((standing.punctuality, standing.days_late), (Some(wanted), days_late), "{name}");
            assert_eq!(rate.on_time + rate.late + rate.not_yet, rate.expected, "{name}: the three add up");
            assert_eq!(rate.expected, 1, "{name}");
        }
    }

    #[test]
    fn what_nobody_asked_for_is_shown_and_in_no_rate() {
        let report = received(ReceivedState::Accepted, on(8, 1));
        let standing = standing(&Expectation::default(), Some(&report), LateBy::Received, on(8, 15));
        assert_eq!(standing, Standing::default());
        assert_eq!(rate_of(&standing, Some(&report)), ReportRate { unexpected: 1, ..ReportRate::default() });
        assert_eq!(rate_of(&standing, None), ReportRate::default());
    }

    #[test]
    fn without_a_due_day_nothing_is_late() {
        let expected = Expectation { is_expected: true, due_on: None };
        let report = received(ReceivedState::Received, on(12, 31));
        for (receipt, wanted) in [(Some(&report), Punctuality::OnTime), (None, Punctuality::NotYet)] {
            let found = standing(&expected, receipt, LateBy::Received, on(12, 31));
            assert_eq!(found, Standing { punctuality: Some(wanted), days_late: None, days_left: None });
        }
    }

    #[test]
    fn the_office_chooses_which_day_decides() {
        let report = Receipt {
            signed_on: Some(on(8, 9)),
            sent_on: Some(on(8, 12)),
            ..received(ReceivedState::Received, on(8, 14))
        };
        let expected = Expectation { is_expected: true, due_on: Some(on(8, 10)) };
        for (rule, wanted) in [(LateBy::Signed, None), (LateBy::Sent, Some(2)), (LateBy::Received, Some(4))] {
            assert_eq!(standing(&expected, Some(&report), rule, on(8, 15)).days_late, wanted, "{rule:?}");
        }
        let only_received = received(ReceivedState::Received, on(8, 14));
        for rule in [LateBy::Signed, LateBy::Sent] {
            assert_eq!(deciding_day(&only_received, rule), Some(on(8, 14)), "{rule:?}: the next day that is known");
        }
    }
}
