//! Which days a report has that came in several versions. Pure.
//!
//! A report is as late as the first version that said something: what comes afterwards, because the office asked for a
//! correction or because the unit sent one, replaces figures and texts and not the day. What the office refused as empty, or
//! the unit took back, was no report, and the next version begins anew.

use chrono::NaiveDate;

use crate::model::{Receipt, ReceivedState};
use crate::text;

/// The days of a version, in the way that a report goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Day on the document.
    pub signed_on: Option<NaiveDate>,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Day it came.
    pub received_on: NaiveDate,
}

/// A version of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<'a> {
    /// What orders the versions of a unit: version, sequence, hash of the payload.
    pub place: (u32, i64, &'a str),
    /// Its own days.
    pub days: Days,
    /// False for one that says nothing.
    pub has_content: bool,
}

impl Days {
    /// Those of a line of the register.
    pub fn of(entry: &Receipt) -> Option<Days> {
        let Receipt { signed_on, sent_on, received_on, .. } = *entry;
        received_on.map(|received_on| Days { signed_on, sent_on, received_on })
    }

    /// The line with these days.
    #[must_use]
    pub fn put_into(self, entry: Receipt) -> Receipt {
        let Days { signed_on, sent_on, received_on } = self;
        Receipt { signed_on, sent_on, received_on: Some(received_on), ..entry }
    }

    /// A clock that goes wrong at the unit does not put days into the register that come after the report itself.
    #[must_use]
    pub fn in_order(self) -> Days {
        let Days { signed_on, sent_on, received_on } = self;
        let sent_on = sent_on.filter(|day| *day <= received_on);
        let signed_on = signed_on.filter(|day| *day <= sent_on.unwrap_or(received_on));
        Days { signed_on, sent_on, received_on }
    }
}

/// The days that count once `new` has come besides what was `kept`; `entry` is the line of the register until now. `None` if
/// nothing changes.
///
/// Day of arrival: the earliest on which a version with content came. Days of signing and sending: those of the lowest version
/// with content, so that the order in which files come decides nothing but the day on which the first one came.
pub fn days(entry: Option<&Receipt>, kept: &[Version<'_>], new: &[Version<'_>]) -> Option<Days> {
    let said = new.iter().filter(|version| version.has_content);
    let earliest = said.clone().map(|version| version.days.received_on).min();
    let Some((first, earliest)) = said.min_by_key(|version| version.place).zip(earliest) else {
        let last = new.iter().max_by_key(|version| version.place)?;
        let is_report = kept.iter().any(|version| version.has_content);
        let is_last = kept.iter().all(|version| version.place < last.place);
        return (is_last && !(is_report && goes_on(entry, kept))).then(|| last.days.in_order());
    };
    let days = Days { received_on: earliest, ..first.days };
    let Some(entry) = entry.filter(|entry| goes_on(Some(entry), kept)) else { return Some(days.in_order()) };
    let received_on = entry.received_on.map_or(earliest, |day| day.min(earliest));
    let mut said_before = kept.iter().filter(|version| version.has_content).peekable();
    let is_first = said_before.peek().is_some() && said_before.all(|version| first.place < version.place);
    let Receipt { signed_on, sent_on, .. } = *entry;
    let (signed_on, sent_on) = if is_first { (days.signed_on, days.sent_on) } else { (signed_on, sent_on) };
    Some(Days { signed_on, sent_on, received_on }.in_order())
}

/// True if the report of this line is the one that a new version belongs to.
fn goes_on(entry: Option<&Receipt>, kept: &[Version<'_>]) -> bool {
    let Some(entry) = entry else { return false };
    let is_here = match entry.state {
        ReceivedState::Received | ReceivedState::Returned | ReceivedState::Accepted => true,
        ReceivedState::Missing | ReceivedState::Withdrawn => false,
    };
    // An empty version came after one that said something: nobody refused that one.
    let was_emptied = || {
        let last = kept.iter().max_by_key(|version| version.place);
        last.is_some_and(|last| !last.has_content) && kept.iter().any(|version| version.has_content)
    };
    is_here && (entry.has_content || was_emptied())
}

/// What is entered by hand for a report that had been sent back: its days stay, and the day on which the correction came
/// stands in the note. Whoever enters an earlier day mends the day itself.
#[must_use]
pub fn entered(before: Option<&Receipt>, entry: &Receipt) -> Receipt {
    let was_sent_back = |before: &&Receipt| before.state == ReceivedState::Returned && before.has_content;
    let is_here = match entry.state {
        ReceivedState::Received | ReceivedState::Accepted => entry.has_content,
        ReceivedState::Missing | ReceivedState::Returned | ReceivedState::Withdrawn => false,
    };
    let corrected = entry.received_on.filter(|_| is_here).and_then(|came| {
        before.filter(was_sent_back).and_then(Days::of).filter(|days| days.received_on < came).map(|days| (days, came))
    });
    let Some((days, came)) = corrected else { return entry.clone() };
    let said = format!("Bản sửa nhận ngày {}.", text::short_date(came));
    let note = [entry.note.as_str(), &said].join("\n").trim().to_owned();
    days.put_into(Receipt { note, ..entry.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;

    fn on(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 8, day).unwrap()
    }

    /// A version that was signed two days and sent one day before it came.
    fn version(number: u32, came: u32, has_content: bool) -> Version<'static> {
        let days = Days { signed_on: Some(on(came - 2)), sent_on: Some(on(came - 1)), received_on: on(came) };
        Version { place: (number, 0, ""), days, has_content }
    }

    /// Lets versions come one after the other; "withdrawn", "returned" and "refused" are entered between them.
    fn register(story: &[Said]) -> Option<Receipt> {
        let mut entry: Option<Receipt> = None;
        let mut kept: Vec<Version<'static>> = Vec::new();
        for said in story {
            match said {
                Said::Is(state) => entry.as_mut().unwrap().state = *state,
                Said::Refused => entry.as_mut().unwrap().has_content = false,
                Said::Came(new) => {
                    let counting = kept.iter().chain([new]).max_by_key(|version| version.place).unwrap();
                    let has_content = counting.has_content;
                    if let Some(days) = days(entry.as_ref(), &kept, std::slice::from_ref(new)) {
                        entry = Some(receipt(days, has_content));
                    } else if let Some(entry) = &mut entry {
                        entry.has_content = has_content;
                    }
                    kept.push(new.clone());
                }
            }
        }
        entry
    }

    enum Said {
        Came(Version<'static>),
        Is(ReceivedState),
        Refused,
    }

    fn receipt(days: Days, has_content: bool) -> Receipt {
        let (state, channel, note) = (ReceivedState::Received, Channel::Program, String::new());
        days.put_into(Receipt { state, signed_on: None, sent_on: None, received_on: None, channel, has_content, note })
    }

    #[test]
    fn the_first_version_with_content_gives_the_days() {
        use ReceivedState::{Accepted, Returned, Withdrawn};
        use Said::{Came, Is, Refused};
        let full = |number, came| Came(version(number, came, true));
        let empty = |number, came| Came(version(number, came, false));
        // What came, and the day of signing, of sending, of arrival.
        type Case = (&'static str, Vec<Said>, (u32, u32, u32));
        let cases: Vec<Case> = vec![
            ("one version", vec![full(1, 5)], (3, 4, 5)),
            ("a correction of its own accord", vec![full(1, 5), full(2, 15)], (3, 4, 5)),
            ("sent back and corrected", vec![full(1, 5), Is(Returned), full(2, 15)], (3, 4, 5)),
            ("corrected after it was accepted", vec![full(1, 5), Is(Accepted), full(2, 15)], (3, 4, 5)),
            ("corrected twice", vec![full(1, 5), Is(Returned), full(2, 15), Is(Returned), full(3, 20)], (3, 4, 5)),
            ("empty, then full", vec![empty(1, 5), full(2, 15)], (13, 14, 15)),
            ("empty twice", vec![empty(1, 5), empty(2, 15)], (13, 14, 15)),
            ("refused as empty, then full", vec![full(1, 5), Refused, full(2, 15)], (13, 14, 15)),
            ("full, empty, full", vec![full(1, 5), empty(2, 10), full(3, 15)], (3, 4, 5)),
            ("withdrawn and sent anew", vec![full(1, 5), Is(Withdrawn), full(2, 15)], (13, 14, 15)),
            ("anew, then corrected", vec![full(1, 5), Is(Withdrawn), full(2, 12), full(3, 20)], (10, 11, 12)),
            // The first version is handed in after the second one: its own days, and the day on which one was there.
            ("the wrong way round", vec![full(2, 8), full(1, 9)], (7, 8, 8)),
            ("the wrong way round, years of mail later", vec![full(2, 8), Came(slow())], (3, 4, 8)),
            ("an empty one from before", vec![full(2, 8), empty(1, 9)], (6, 7, 8)),
            ("a full one before an empty one", vec![empty(2, 8), full(1, 9)], (7, 8, 9)),
            ("an older empty one before an empty one", vec![empty(2, 8), empty(1, 9)], (6, 7, 8)),
        ];
        for (name, story, (signed, sent, came)) in cases {
            let found = register(&story).unwrap();
            let days = (found.signed_on, found.sent_on, found.received_on);
            assert_eq!(days, (Some(on(signed)), Some(on(sent)), Some(on(came))), "{name}");
        }
    }

    /// Version 1, written long before it came.
    fn slow() -> Version<'static> {
        let days = Days { signed_on: Some(on(3)), sent_on: Some(on(4)), received_on: on(20) };
        Version { days, ..version(1, 20, true) }
    }

    #[test]
    fn days_that_cannot_be_are_left_out() {
        let days = Days { signed_on: Some(on(9)), sent_on: Some(on(8)), received_on: on(7) };
        assert_eq!(days.in_order(), Days { signed_on: None, sent_on: None, received_on: on(7) });
        // It was typed in that the paper had come earlier than the file.
        let entry = receipt(version(1, 15, true).days, true);
        let found = super::days(Some(&entry), &[version(1, 15, true)], &[version(2, 5, true)]).unwrap();
        assert_eq!(found, Days { signed_on: None, sent_on: None, received_on: on(5) });
    }

    #[test]
    fn a_correction_entered_by_hand_keeps_the_days_and_is_noted() {
        let sent_back = Receipt { state: ReceivedState::Returned, ..receipt(version(1, 5, true).days, true) };
        let entry = Receipt { sent_on: None, note: "bổ sung".to_owned(), ..receipt(version(2, 15, true).days, true) };
        let found = entered(Some(&sent_back), &entry);
        assert_eq!((found.sent_on, found.received_on), (Some(on(4)), Some(on(5))));
        assert_eq!(
            (found.state, found.note.as_str()),
            (ReceivedState::Received, "bổ sung\nBản sửa nhận ngày 15/08/2023.")
        );
        let earlier = Receipt { received_on: Some(on(4)), ..entry.clone() };
        let empty = Receipt { has_content: false, ..entry.clone() };
        let again = Receipt { state: ReceivedState::Returned, ..entry.clone() };
        let withdrawn = Receipt { state: ReceivedState::Withdrawn, ..sent_back.clone() };
        let here = Receipt { state: ReceivedState::Received, ..sent_back.clone() };
        let as_entered = [
            ("an earlier day mends the day", Some(&sent_back), &earlier),
            ("refused as empty", Some(&sent_back), &empty),
            ("still sent back", Some(&sent_back), &again),
            ("withdrawn", Some(&withdrawn), &entry),
            ("a day that is mended", Some(&here), &entry),
            ("the first", None, &entry),
        ];
        for (name, before, entry) in as_entered {
            assert_eq!(entered(before, entry), *entry, "{name}");
        }
    }
}
