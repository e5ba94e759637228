//! Undo, redo and the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::*;
use sotg_core::store::open::{UNLOGGED_TABLES, logged_tables};
use support::{TestBook, book, codes, content_of, day, done, moment, state};

#[test]
fn a_tick_is_taken_back_and_done_again() {
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(3);
    let before = content_of(made.folder.path());
    let outcome = made.book.set_progress(&moment(), std::slice::from_ref(&code), &done()).unwrap();
    let after = content_of(made.folder.path());
    assert_ne!(before, after);
    let undone = made.book.undo(&moment(), None).unwrap();
    assert_eq!(undone.step, outcome.step, "the answer names what was taken back");
    assert_eq!(content_of(made.folder.path()), before);
    made.book.redo(&moment()).unwrap();
    assert_eq!(content_of(made.folder.path()), after);
}

#[test]
fn undo_stops_before_the_set_up() {
    let mut made = book();
    let refusal = made.book.undo(&moment(), None).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::NothingToUndo);
    assert!(made.book.is_set_up());
}

#[test]
fn a_change_that_alters_nothing_leaves_no_entry() {
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(0);
    made.book.set_note(&moment(), &code, "đã treo").unwrap();
    let n = made.book.history(100).unwrap().len();
    let outcome = made.book.set_note(&moment(), &code, "đã treo ").unwrap();
    assert_eq!(outcome.step, None);
    assert_eq!(made.book.history(100).unwrap().len(), n);
}

#[test]
fn taking_back_what_a_later_change_touched_is_refused_with_the_later_change() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    let first = made.book.set_progress(&moment(), &all[..1], &done()).unwrap().step.unwrap();
    made.book.set_progress(&moment(), &all[1..2], &done()).unwrap();
    made.book.set_note(&moment(), &all[0], "có ảnh kèm theo").unwrap();
    let before = content_of(made.folder.path());
    let refusal = made.book.undo(&moment(), Some(first.step)).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::TouchedLater);
    assert_eq!(refusal.fields()["op"], "set_note");
    assert_eq!(refusal.fields()["subject"], first.subject);
    assert_eq!(content_of(made.folder.path()), before, "a refusal changes nothing");
}

#[test]
fn an_older_change_that_nothing_touched_since_can_be_taken_back() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    let first = made.book.set_progress(&moment(), &all[..1], &done()).unwrap().step.unwrap();
    made.book.set_progress(&moment(), &all[1..2], &done()).unwrap();
    made.book.undo(&moment(), Some(first.step)).unwrap();
    let checklist = made.book.checklist("dot1", moment().today).unwrap();
    assert_eq!(checklist.phase.counts.done, 1);
}

#[test]
fn taking_back_an_activity_that_has_progress_since_is_refused() {
    let mut made = book();
    let added = made.book.add_activity(&moment(), &own_activity(&made.book, 0)).unwrap().step.unwrap();
    made.book.set_progress(&moment(), &["rieng-1".to_owned()], &done()).unwrap();
    let refusal = made.book.undo(&moment(), Some(added.step)).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::TouchedLater);
    assert_eq!(refusal.fields()["op"], "set_progress");
}

#[test]
fn a_new_change_closes_the_way_to_redo() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    made.book.set_progress(&moment(), &all[..1], &done()).unwrap();
    made.book.undo(&moment(), None).unwrap();
    made.book.set_progress(&moment(), &all[1..2], &done()).unwrap();
    assert_eq!(made.book.redo(&moment()).unwrap_err().code(), ErrorCode::NothingToRedo);
}

#[test]
fn the_log_says_who_and_when_and_what_became_of_it() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    made.book.set_progress(&moment(), &all[..3], &done()).unwrap();
    made.book.undo(&moment(), None).unwrap();
    let log = made.book.history(10).unwrap();
    let lines: Vec<_> =
        log.iter().map(|entry| (entry.kind, entry.label.op, entry.label.count, entry.is_undone)).collect();
    assert_eq!(
        lines,
        [
            (StepKind::Undo, Op::SetProgress, 3, false),
            (StepKind::Do, Op::SetProgress, 3, true),
            (StepKind::Do, Op::SetUp, 1, false),
        ]
    );
    assert!(log.iter().all(|entry| entry.who == "an.nguyen" && entry.at == "2023-07-20T02:30:00.000Z"));
}

#[test]
fn every_table_is_in_the_log_or_left_out_by_name() {
    let made = book();
    made.book.close().unwrap();
    let connection = rusqlite::Connection::open(made.folder.path().join("so.db")).unwrap();
    sotg_core::store::log::record_changes(&connection).unwrap();
    let mut statement =
        connection.prepare("SELECT lower(name) FROM sqlite_temp_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for table in logged_tables(&connection).unwrap() {
        for event in ["insert", "update", "delete"] {
            assert!(triggers.contains(&format!("log_{event}_{table}")), "{table} has no trigger for {event}");
        }
    }
    let unlogged = ["change_step", "change_row", "preference", "book", "office_key", "campaign_file"];
    assert_eq!(UNLOGGED_TABLES, unlogged, "each has its reason in open.rs");
}

#[test]
fn a_write_outside_of_an_operation_is_refused() {
    let made = book();
    made.book.close().unwrap();
    let connection = rusqlite::Connection::open(made.folder.path().join("so.db")).unwrap();
    sotg_core::store::log::record_changes(&connection).unwrap();
    let refusal = connection.execute("UPDATE unit SET name = 'x'", []).unwrap_err();
    assert!(refusal.to_string().contains("outside of an operation"));
}

fn own_activity(book: &Book, variant: usize) -> OwnActivity {
    let attached = codes(book, "dot1");
    OwnActivity {
        attached_to: attached[variant % 5].clone(),
        title: format!("Hội thi của đơn vị số {variant}"),
        explanation: String::new(),
        forms: vec![["co-dong", "thi-dua", "van-hoa-the-thao"][variant % 3].to_owned()],
        starts_on: day(2023, 3, 1),
        due_on: day(2023, 4, 1),
    }
}

/// One operation, picked by numbers; refusals are part of life and count as nothing done.
fn operate(made: &mut TestBook, kind: usize, variant: usize) {
    let book = &mut made.book;
    let phase = ["dot1", "dot2", "dot3"][variant % 3];
    let all = codes(book, phase);
    let code = all[variant % all.len()].clone();
    let now = moment();
    let states = [ProgressState::NotStarted, ProgressState::Doing, ProgressState::Done, ProgressState::NotApplicable];
    let _ = match kind {
        0..=2 => book.set_progress(&now, &[code], &state(states[variant % 4])),
        3 => book.set_progress(&now, &all[..variant % all.len()], &state(states[variant % 4])),
        4 => book.set_note(&now, &code, &format!("ghi chú {variant}")),
        5 => book.add_link(&now, &code, &format!("https://congdoan.vn/tin/{variant}"), ""),
        6 => book.add_activity(&now, &own_activity(book, variant)),
        7 => book.edit_activity(&now, &format!("rieng-{}", variant % 4), &own_activity(book, variant)),
        8 => book.remove_activity(&now, &format!("rieng-{}", variant % 4)),
        9 => book.set_figure(&now, &figure(phase, variant)),
        10 => book.set_milestone(&now, &milestone(variant)),
        11 => book.set_signer(&now, &Signer { name: format!("Người ký {variant}"), ..support::signer() }),
        12 => book.remove_signer(&now, SignerId((variant % 3 + 1) as i64)),
        13 => book.set_due_rule(&now, &due_rule(variant)),
        14 => book.set_unit(&now, &OurUnit { members: Some(variant as u32), ..support::unit() }),
        _ => book.remove_evidence(&now, EvidenceId((variant % 4 + 1) as i64)),
    };
}

fn figure(phase: &str, variant: usize) -> FigureInput {
    let states = [FigureState::Number, FigureState::Nothing, FigureState::NotApplicable, FigureState::NotReported];
    FigureInput {
        phase: phase.to_owned(),
        activity: None,
        indicator: "CD01".to_owned(),
        split: String::new(),
        state: states[variant % 4],
        text: variant.to_string(),
        is_estimate: variant.is_multiple_of(2),
    }
}

fn milestone(variant: usize) -> MilestoneSetting {
    let on = day(2023, 9, 1) + chrono::TimeDelta::days(variant as i64);
    let certainty = [Certainty::Unknown, Certainty::Expected, Certainty::Fixed][variant % 3];
    MilestoneSetting { code: "dai-hoi-tinh".to_owned(), certainty, on: Some(on), until: None, reason: String::new() }
}

fn due_rule(variant: usize) -> DueRule {
    let fixed =
        (0..variant % 3).map(|i| FixedDue { phase: format!("dot{}", i + 1), due_on: day(2023, 8, 1 + i as u32) });
    DueRule { days_after_end: variant as i32, is_proposed: false, fixed: fixed.collect() }
}

fn all_steps_taken_back(book: &mut Book) -> usize {
    (0..).find(|_| book.undo(&moment(), None).is_err()).unwrap()
}

proptest! {
    // Under wine every lock of the file is a question to another process; the rules are the same on each system.
    #![proptest_config(ProptestConfig { cases: if cfg!(windows) { 6 } else { 24 }, ..ProptestConfig::default() })]

    #[test]
    fn any_fifty_operations_can_be_taken_back_to_the_start_and_done_again_to_the_end(
        operations in prop::collection::vec((0..16_usize, 0..40_usize), 50)
    ) {
        let mut made = book();
        let start = content_of(made.folder.path());
        for (kind, variant) in operations {
            operate(&mut made, kind, variant);
        }
        let end = content_of(made.folder.path());
        let n = all_steps_taken_back(&mut made.book);
        prop_assert_eq!(content_of(made.folder.path()), start);
        // Kept after a restart: the way forward is open in a book that was closed meanwhile.
        made.book.close().unwrap();
        let mut again = Book::open(made.folder.path()).unwrap();
        for _ in 0..n {
            again.redo(&moment()).unwrap();
        }
        prop_assert!(again.redo(&moment()).is_err());
        prop_assert_eq!(content_of(made.folder.path()), end);
    }

    #[test]
    fn undo_and_redo_in_any_mixture_never_break_the_book(
        operations in prop::collection::vec((0..20_usize, 0..40_usize), 60)
    ) {
        let mut made = book();
        let mut seen: BTreeMap<i64, StepLabel> = BTreeMap::new();
        for (kind, variant) in operations {
            match kind {
                16 => drop(made.book.undo(&moment(), None)),
                17 => drop(made.book.redo(&moment())),
                18 | 19 => {
                    let step = seen.values().nth(variant % seen.len().max(1)).map(|label| label.step);
                    drop(made.book.undo(&moment(), step));
                }
                _ => operate(&mut made, kind, variant),
            }
            for entry in made.book.history(3).unwrap() {
                seen.insert(entry.label.step.0, entry.label);
            }
        }
        made.book.close().unwrap();
        let again = Book::open(made.folder.path());
        prop_assert!(again.is_ok(), "the book opens and passes SQLite's check");
    }
}
