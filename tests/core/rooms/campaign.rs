//! Checklist, first screen, timeline, milestones.

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::*;

use crate::refusal;
use crate::support::{book, codes, day, done, moment, state, unit};

#[test]
fn what_a_unit_has_to_do_follows_from_its_level() {
    let mut made = book();
    let district = codes(&made.book, "dot1");
    assert!(district.contains(&"V.2-1".to_owned()) && !district.contains(&"V.1.2-1/dot1".to_owned()));
    made.book.set_unit(&moment(), &OurUnit { level: UnitLevel::Province, ..unit() }).unwrap();
    let province = codes(&made.book, "dot1");
    assert!(!province.contains(&"V.2-1".to_owned()) && province.contains(&"V.1.2-1/dot1".to_owned()));
    made.book.set_unit(&moment(), &OurUnit { level: UnitLevel::Grassroots, ..unit() }).unwrap();
    assert!(codes(&made.book, "dot1").iter().all(|code| !code.starts_with("V.")));
}

#[test]
fn ticking_many_is_one_step() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    let step = made.book.set_progress(&moment(), &all[..5], &done()).unwrap().step.unwrap();
    assert_eq!((step.op, step.count), (Op::SetProgress, 5));
    assert_eq!(made.book.checklist("dot1", moment().today).unwrap().phase.counts.done, 5);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(made.book.checklist("dot1", moment().today).unwrap().phase.counts.done, 0);
}

#[test]
fn one_unknown_code_among_many_changes_nothing() {
    let mut made = book();
    let mut all = codes(&made.book, "dot1");
    all.push("khong-co".to_owned());
    assert_eq!(refusal(made.book.set_progress(&moment(), &all, &done())), ErrorCode::NotFound);
    assert_eq!(made.book.checklist("dot1", moment().today).unwrap().phase.counts.done, 0);
}

#[test]
fn an_activity_that_does_not_apply_leaves_the_count_and_is_not_late() {
    let mut made = book();
    let late_day = day(2023, 12, 31);
    let before = made.book.checklist("dot1", late_day).unwrap().phase.counts;
    assert_eq!(before.late, before.applicable, "everything is late at the end of the year");
    let all = codes(&made.book, "dot1");
    made.book.set_progress(&moment(), &all[..2], &state(ProgressState::NotApplicable)).unwrap();
    let after = made.book.checklist("dot1", late_day).unwrap().phase.counts;
    assert_eq!((after.applicable, after.not_applicable, after.late), (before.applicable - 2, 2, before.late - 2));
}

#[test]
fn the_late_mark_comes_with_the_day_after_the_due_day() {
    let made = book();
    let n_late = |today| made.book.activity("V.2-1", today).unwrap().item.days_late;
    assert_eq!(n_late(day(2022, 11, 24)), None);
    assert_eq!(n_late(day(2022, 11, 25)), Some(1), "thirty days after 25/10/2022 is 24/11/2022");
}

#[test]
fn the_second_phase_waits_for_the_provincial_congress_and_gets_its_days_with_it() {
    let mut made = book();
    let second = |book: &Book| book.checklist("dot2", moment().today).unwrap().phase;
    assert_eq!(second(&made.book).ends_on, None);
    assert_eq!(second(&made.book).waits_for.as_deref(), Some("dai-hoi-tinh"));
    let setting = MilestoneSetting {
        code: "dai-hoi-tinh".to_owned(),
        certainty: Certainty::Expected,
        on: Some(day(2023, 10, 3)),
        until: Some(day(2023, 10, 4)),
        reason: "Thông báo của Ban Thường vụ LĐLĐ tỉnh".to_owned(),
    };
    let preview = made.book.preview_milestone(&moment(), &setting).unwrap();
    assert_eq!(second(&made.book).ends_on, None, "a preview changes nothing");
    assert!(preview.iter().any(|moved| moved.kind == MovedKind::Phase && moved.code == "dot2"));
    assert!(
        preview.iter().any(|moved| moved.kind == MovedKind::Report && moved.new_ends_on == Some(day(2023, 11, 13)))
    );
    made.book.set_milestone(&moment(), &setting).unwrap();
    assert_eq!(second(&made.book).ends_on, Some(day(2023, 11, 3)), "thirty days after the congress, as proposed");
    assert!(second(&made.book).is_proposed);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(second(&made.book).ends_on, None);
}

#[test]
fn the_first_screen_shows_the_days_left_and_what_is_late() {
    let made = book();
    let overview = made.book.overview(moment().today).unwrap();
    assert_eq!((overview.phase_in_view.as_str(), overview.days_left), ("dot1", Some(11)));
    assert!(overview.late.windows(2).all(|pair| pair[0].days_late >= pair[1].days_late), "the longest first");
    assert_eq!(overview.next_report.unwrap().due_on, Some(day(2023, 8, 10)));
    let congress = overview.next_congress.unwrap();
    assert_eq!((congress.code.as_str(), congress.on), ("dai-hoi-tinh", None), "its day is unknown and stays so");
    let later = made.book.overview(day(2024, 6, 1)).unwrap().next_congress.unwrap();
    assert_eq!(later.code, "dai-hoi-tinh", "one that nobody has dated is still asked for when its latest day is past");
    // 20/7/2023 is a Thursday.
    assert!(overview.this_week.iter().all(|item| item.due_on <= Some(day(2023, 7, 23))));
}

#[test]
fn the_timeline_draws_what_has_no_day_within_its_bounds() {
    let made = book();
    let timeline = made.book.timeline(moment().today).unwrap();
    assert_eq!(timeline.phases.len(), 3);
    assert_eq!(timeline.lanes.len(), 9);
    let undated: Vec<_> = timeline.bars.iter().filter(|bar| bar.due_on.is_none()).collect();
    assert!(!undated.is_empty());
    for bar in &timeline.bars {
        assert!(timeline.from <= bar.drawn_from && bar.drawn_from <= bar.drawn_to && bar.drawn_to <= timeline.to);
        assert!(timeline.lanes.iter().any(|lane| lane.form == bar.lane), "{} has a lane", bar.code);
    }
}
