//! How late a report is that comes in several versions: as late as the first one that said something.

use chrono::NaiveDate;
use sotg_core::model::{
    Channel, EnteredFigure, EnteredReport, FigureState, InboxChoice, Punctuality, Receipt, ReceivedState, RegisterRow,
    ReturnInput, StructureOf,
};
use sotg_core::sample::reports::InventedReport;

use super::{ISSUER, Office, made_for, office, report};
use crate::filling::{FIGURES, Typed, fill};
use crate::support::{day, moment_on};

/// Reports of phase 1 are due on 10/8/2023.
const EARLY: u32 = 5;
const LATE: u32 = 15;

fn on(date: u32) -> NaiveDate {
    day(2023, 8, date)
}

/// What happens to the first unit's report on a day of August.
enum Event {
    /// A version comes by itself, as the only file of the drop.
    Comes(u32),
    /// An Excel form in which nothing was filled in.
    ComesEmpty,
    /// The same form, filled in.
    ComesFilled,
    Returned,
    Accepted,
    Withdrawn,
    RefusedAsEmpty,
    /// Typed in from paper that came on a day.
    Typed(u32),
}

impl Office {
    fn row(&self) -> RegisterRow {
        let register = self.made.book.register("dot1", StructureOf::Then, on(28)).unwrap();
        let row = register.rows.into_iter().find(|row| row.unit == self.units[0]).unwrap();
        let of_unit = self.made.book.unit_reports(self.units[0], on(28)).unwrap();
        let alone = of_unit.into_iter().find(|report| report.phase.code == "dot1").unwrap().row.unwrap();
        assert_eq!((alone.received_on, alone.corrected_on), (row.received_on, row.corrected_on), "one unit by itself");
        row
    }

    fn comes(&mut self, date: u32, name: &str, bytes: &[u8]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let book = &mut self.made.book;
        book.accept_files(&moment_on(on(date)), &[path], &InboxChoice::default()).unwrap();
    }

    fn enter(&mut self, date: u32, change: impl FnOnce(&mut Receipt)) {
        let RegisterRow { state, signed_on, sent_on, received_on, channel, has_content, note, .. } = self.row();
        let channel = channel.unwrap_or(Channel::Program);
        let mut receipt = Receipt { state, signed_on, sent_on, received_on, channel, has_content, note };
        change(&mut receipt);
        self.made.book.set_received(&moment_on(on(date)), "dot1", &self.units[..1], &receipt).unwrap();
    }

    fn form(&self) -> Vec<u8> {
        self.made.book.excel_form("dot1", Some(self.units[0]), on(1)).unwrap().bytes
    }

    fn tell(&mut self, date: u32, event: &Event) {
        let unit = self.units[0];
        match event {
            Event::Comes(version) => self.comes(date, "a.docx", &report(0, *version)),
            Event::ComesEmpty => self.comes(date, "a.xlsx", &self.form()),
            Event::ComesFilled => {
                let filled = fill(&self.form(), &[(FIGURES, "D", "so-lieu:LT01", Typed::Number(7.0))]);
                self.comes(date, "a.xlsx", &filled);
            }
            Event::Returned => {
                let input = ReturnInput { note: "thiếu số liệu".to_owned(), ..ReturnInput::default() };
                self.made.book.return_report(&moment_on(on(date)), "dot1", unit, &input).unwrap();
            }
            Event::Accepted => self.enter(date, |receipt| receipt.state = ReceivedState::Accepted),
            Event::Withdrawn => self.enter(date, |receipt| receipt.state = ReceivedState::Withdrawn),
            Event::RefusedAsEmpty => self.enter(date, |receipt| receipt.has_content = false),
            Event::Typed(came) => {
                let figure = EnteredFigure {
                    indicator: "LT01".to_owned(),
                    split: String::new(),
                    state: FigureState::Number,
                    text: date.to_string(),
                    is_estimate: false,
                };
                let entered = EnteredReport {
                    channel: Channel::Paper,
                    entered_for: "Chuyên viên Ban Tuyên giáo".to_owned(),
                    number: String::new(),
                    dated_on: None,
                    received_on: Some(on(*came)),
                    figures: vec![figure],
                    texts: vec![],
                    activities: vec![],
                };
                self.made.book.enter_report_for(&moment_on(on(date)), "dot1", unit, &entered, None).unwrap();
            }
        }
    }
}

#[test]
fn a_report_is_as_late_as_its_first_version_that_said_something() {
    use Event::{Accepted, Comes, ComesEmpty, ComesFilled, RefusedAsEmpty, Returned, Typed, Withdrawn};
    use Punctuality::{Late, NotYet, OnTime};
    type Case = (&'static str, Vec<(u32, Event)>, Punctuality, u32, Option<u32>);
    let cases: Vec<Case> = vec![
        ("in time", vec![(EARLY, Comes(1))], OnTime, EARLY, None),
        ("a correction of its own accord", vec![(EARLY, Comes(1)), (LATE, Comes(2))], OnTime, EARLY, Some(LATE)),
        (
            "returned and corrected after the due day",
            vec![(EARLY, Comes(1)), (EARLY, Returned), (LATE, Comes(2))],
            OnTime,
            EARLY,
            Some(LATE),
        ),
        (
            "corrected after it was accepted",
            vec![(EARLY, Comes(1)), (EARLY, Accepted), (LATE, Comes(2))],
            OnTime,
            EARLY,
            Some(LATE),
        ),
        ("first late, then corrected", vec![(LATE, Comes(1)), (20, Comes(2))], Late, LATE, Some(20)),
        ("returned and not yet corrected", vec![(EARLY, Comes(1)), (EARLY, Returned)], NotYet, EARLY, None),
        ("empty", vec![(EARLY, ComesEmpty)], NotYet, EARLY, None),
        ("empty first, then full after the due day", vec![(EARLY, ComesEmpty), (LATE, Comes(2))], Late, LATE, None),
        (
            "refused as empty, then full",
            vec![(EARLY, Comes(1)), (EARLY, RefusedAsEmpty), (LATE, Comes(2))],
            Late,
            LATE,
            None,
        ),
        ("withdrawn and sent anew", vec![(EARLY, Comes(1)), (EARLY, Withdrawn), (LATE, Comes(2))], Late, LATE, None),
        (
            "withdrawn, sent anew and corrected",
            vec![(3, Comes(1)), (4, Withdrawn), (EARLY, Comes(2)), (LATE, Comes(3))],
            OnTime,
            EARLY,
            Some(LATE),
        ),
        ("the first version after the second", vec![(EARLY, Comes(2)), (LATE, Comes(1))], OnTime, EARLY, None),
        ("an Excel form", vec![(EARLY, ComesFilled), (LATE, Comes(2))], OnTime, EARLY, Some(LATE)),
        ("paper, typed over", vec![(EARLY, Typed(EARLY)), (LATE, Typed(LATE))], OnTime, EARLY, Some(LATE)),
        ("paper had come before the file", vec![(LATE, Comes(1)), (16, Typed(EARLY))], OnTime, EARLY, None),
    ];
    for (name, story, punctuality, first, corrected) in cases {
        let mut office = office();
        story.iter().for_each(|(date, event)| office.tell(*date, event));
        let row = office.row();
        assert_eq!(row.due_on, Some(on(10)), "{name}");
        let found = (row.punctuality, row.received_on, row.corrected_on);
        assert_eq!(found, (Some(punctuality), Some(on(first)), corrected.map(on)), "{name}");
        let days_late = (punctuality == Late).then_some(i32::try_from(first).unwrap() - 10);
        if punctuality != NotYet {
            assert_eq!(row.days_late, days_late, "{name}");
        }
    }
}

#[test]
fn whichever_version_comes_first_the_register_ends_with_the_same_days() {
    let versions: [Vec<u8>; 3] = [1, 2, 3].map(|version| made_for(0, InventedReport::sent(version), ISSUER));
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let mut days = orders.map(|order| {
        let mut office = office();
        for (at, version) in order.into_iter().enumerate() {
            office.comes(EARLY + 5 * u32::try_from(at).unwrap(), "a.docx", &versions[version]);
        }
        let row = office.row();
        (row.received_on, row.sent_on, row.signed_on, row.punctuality)
    });
    days.sort_unstable_by_key(|(came, sent, signed, _)| (*came, *sent, *signed));
    assert_eq!(days[0], days[5]);
    assert_eq!((days[0].0, days[0].3), (Some(on(EARLY)), Some(Punctuality::OnTime)));
}

#[test]
fn what_is_added_up_is_late_only_where_the_register_says_so() {
    let mut office = office();
    office.tell(EARLY, &Event::Comes(1));
    office.tell(EARLY, &Event::Returned);
    office.tell(LATE, &Event::Comes(2));
    let coverage = office.made.book.consolidation("dot1", on(28)).unwrap().coverage;
    assert_eq!((coverage.reported, coverage.late, coverage.corrected), (1, 0, 1));
    let mut late = self::office();
    late.tell(LATE, &Event::Comes(1));
    let coverage = late.made.book.consolidation("dot1", on(28)).unwrap().coverage;
    assert_eq!((coverage.reported, coverage.late, coverage.corrected), (1, 1, 0));
}
