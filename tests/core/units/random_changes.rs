//! Whatever is told in whatever order: the structure stays whole on every day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use sotg_core::model::StepId;

use crate::office::{Office, office};
use crate::support::{content_of, day, moment};

type Span = (Option<NaiveDate>, Option<NaiveDate>, Option<i64>, String, String, String);

/// Read by hand: what the program says of its tree is no proof.
fn spans(office: &Office) -> BTreeMap<i64, Vec<Span>> {
    let connection = rusqlite::Connection::open(office.made.folder.path().join("so.db")).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT unit_id, starts_on, ends_on, parent_id, name, began_by, ended_by
             FROM unit_span ORDER BY unit_id, starts_on",
        )
        .unwrap();
    let mut spans: BTreeMap<i64, Vec<Span>> = BTreeMap::new();
    let rows = statement
        .query_map([], |row| {
            let span = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
            Ok((row.get::<_, i64>(0)?, span))
        })
        .unwrap();
    for (unit, span) in rows.map(Result::unwrap) {
        spans.entry(unit).or_default().push(span);
    }
    spans
}

fn days(spans: &BTreeMap<i64, Vec<Span>>) -> BTreeSet<NaiveDate> {
    let starts = spans.values().flatten().filter_map(|span| span.0);
    starts.flat_map(|start| [start - Days::new(1), start]).chain([day(2023, 1, 1), day(2023, 12, 31)]).collect()
}

fn on(spans: &[Span], day: NaiveDate) -> Vec<&Span> {
    spans.iter().filter(|span| span.0.is_none_or(|start| start <= day) && span.1.is_none_or(|end| end >= day)).collect()
}

/// Every change was told with a document: what came after the first name and place has one, and so has every end.
fn assert_decided(spans: &BTreeMap<i64, Vec<Span>>) -> TestCaseResult {
    for (unit, spans) in spans {
        for (at, (_, ends_on, .., began_by, ended_by)) in spans.iter().enumerate() {
            prop_assert!(at == 0 || !began_by.is_empty(), "unit {} changed by nothing", unit);
            let has_ended = at + 1 == spans.len() && ends_on.is_some();
            prop_assert_eq!(!ended_by.is_empty(), has_ended, "the end of unit {}", unit);
        }
    }
    Ok(())
}

/// One place a day at most, what is above exists, the way up ends, and the tree shows exactly that.
pub fn assert_whole(office: &Office) -> TestCaseResult {
    let spans = spans(office);
    assert_decided(&spans)?;
    for day in days(&spans) {
        let mut places = BTreeMap::new();
        for (unit, spans) in &spans {
            let here = on(spans, day);
            prop_assert!(here.len() <= 1, "unit {} stands in two places on {}", unit, day);
            if let Some(span) = here.first() {
                places.insert(*unit, (span.2, span.3.clone()));
            }
        }
        for (unit, (parent, _)) in &places {
            let mut above = *parent;
            for _ in 0..places.len() {
                let Some(next) = above else { break };
                prop_assert!(places.contains_key(&next), "unit {} stands below {}, not there on {}", unit, next, day);
                above = places[&next].0;
            }
            prop_assert_eq!(above, None, "unit {} stands in a circle on {}", unit, day);
        }
        let tree = office.made.book.unit_tree(day).unwrap();
        let shown: BTreeMap<_, _> = tree
            .units
            .iter()
            .map(|unit| (unit.id.0, (unit.parent.map(|parent| parent.0), unit.name.clone())))
            .collect();
        prop_assert_eq!(tree.units.len(), shown.len());
        prop_assert_eq!(shown, places);
        for (at, unit) in tree.units.iter().enumerate() {
            let below = tree.units[at + 1..].iter().take_while(|next| next.depth > unit.depth).count();
            prop_assert_eq!(unit.n_below as usize, below);
        }
    }
    Ok(())
}

fn assert_names_differ(office: &Office) -> TestCaseResult {
    let spans = spans(office);
    for day in days(&spans) {
        let here = spans.values().flat_map(|spans| on(spans, day));
        let mut seen = BTreeSet::new();
        for span in here {
            prop_assert!(seen.insert((span.2, &span.3)), "{} twice on {}", span.3, day);
        }
    }
    Ok(())
}

/// A day, what to do, and numbers that pick the units.
fn operate(office: &mut Office, (month, kind, first, second): (u32, usize, usize, usize), number: usize) -> bool {
    let all: Vec<String> = {
        let connection = rusqlite::Connection::open(office.made.folder.path().join("so.db")).unwrap();
        let mut statement = connection.prepare("SELECT name FROM unit WHERE is_ours = 0 ORDER BY id").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let pick = |number: usize| all[number % all.len()].as_str();
    let (unit, other) = (pick(first), pick(second));
    let parent = if second.is_multiple_of(5) { "-" } else { other };
    let told = match kind {
        0 => format!("1/{month} rename {unit} N{}", second % 12),
        1..=3 => format!("1/{month} move {unit} {parent}"),
        4 => format!("1/{month} close {unit}"),
        5 => format!("1/{month} merge {unit} > {other}"),
        6 => format!("1/{month} merge {unit} {} > {other}", pick(first + 1)),
        7 => format!("1/{month} split {unit} > P{number} Q{number}"),
        8 => format!("1/{month} part {unit} > P{number}"),
        _ => format!("1/{month} add U{number} {parent}"),
    };
    office.tell(&told).is_ok()
}

fn operations() -> impl Strategy<Value = Vec<(u32, usize, usize, usize)>> {
    prop::collection::vec((4_u32..12, 0..11_usize, 0..40_usize, 0..40_usize), 25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_changes_leave_the_structure_whole_and_can_all_be_taken_back(operations in operations()) {
        let mut office = office();
        let start = content_of(office.made.folder.path());
        let mut n = 0;
        for (number, operation) in operations.into_iter().enumerate() {
            n += usize::from(operate(&mut office, operation, number));
        }
        // A run in which hardly anything was possible proves nothing.
        prop_assume!(n > 3);
        assert_whole(&office)?;
        assert_names_differ(&office)?;
        let end = content_of(office.made.folder.path());
        let steps = office.made.book.history(100).unwrap().len() - 6;
        for _ in 0..steps {
            office.made.book.undo(&moment(), None).unwrap();
        }
        prop_assert_eq!(content_of(office.made.folder.path()), start);
        for _ in 0..steps {
            office.made.book.redo(&moment()).unwrap();
        }
        prop_assert_eq!(content_of(office.made.folder.path()), end);
    }

    #[test]
    fn changes_taken_back_in_any_order_leave_the_structure_whole(
        operations in operations(), back in prop::collection::vec(0..30_i64, 25)
    ) {
        let mut office = office();
        for (number, (operation, back)) in operations.into_iter().zip(back).enumerate() {
            operate(&mut office, operation, number);
            let _ = office.made.book.undo(&moment(), Some(StepId(back + 7)));
            if back % 4 == 0 {
                let _ = office.made.book.redo(&moment());
            }
            assert_whole(&office)?;
        }
    }
}
