//! Figures of a phase and of its activities.

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::*;

use crate::refusal;
use crate::support::{book, moment};

fn figure(activity: Option<&str>, place: &str, state: FigureState, text: &str) -> FigureInput {
    let (indicator, split) = place.split_once('/').unwrap_or((place, ""));
    FigureInput {
        phase: "dot1".to_owned(),
        activity: activity.map(str::to_owned),
        indicator: indicator.to_owned(),
        split: split.to_owned(),
        state,
        text: text.to_owned(),
        is_estimate: false,
    }
}

fn row(book: &Book, phase: &str, indicator: &str, split: &str) -> FigureRow {
    let table = book.figure_table(phase, moment().today).unwrap();
    let rows = table.groups.into_iter().flat_map(|group| group.rows);
    rows.into_iter().find(|row| row.indicator == indicator && row.split == split).unwrap()
}

#[test]
fn figures_of_activities_and_of_the_phase_add_up_over_splits_and_phases() {
    let mut made = book();
    let code = "IV.2-1/dot1";
    let now = moment();
    made.book.set_figure(&now, &figure(Some(code), "TM01/chu-chot", FigureState::Number, "4")).unwrap();
    made.book.set_figure(&now, &figure(Some(code), "TM01/khac", FigureState::Number, "42")).unwrap();
    made.book.set_figure(&now, &figure(None, "TM01/khac", FigureState::Number, "1.000")).unwrap();
    let second = FigureInput { phase: "dot2".to_owned(), ..figure(None, "TM01/khac", FigureState::Number, "10") };
    made.book.set_figure(&now, &second).unwrap();
    let total = row(&made.book, "dot1", "TM01", "");
    assert!(!total.is_editable, "the total of splits is reckoned");
    let texts = |row: &FigureRow| {
        [&row.entered, &row.from_activities, &row.period, &row.cumulative].map(|cell| cell.text.clone())
    };
    assert_eq!(texts(&total), ["1.000", "46", "1.046", "1.046"]);
    assert_eq!(texts(&row(&made.book, "dot2", "TM01", "")), ["10", "", "10", "1.056"]);
    assert_eq!(row(&made.book, "dot2", "TM01", "").from_activities.state, FigureState::NotReported);
    assert_eq!(made.book.activity(code, now.today).unwrap().item.n_figures, 2);
}

#[test]
fn the_four_kinds_of_empty_are_kept_apart() {
    let mut made = book();
    let cases = [
        (FigureState::Number, "0", FigureState::Number, Some(0)),
        (FigureState::Nothing, "", FigureState::Nothing, None),
        (FigureState::NotApplicable, "7", FigureState::NotApplicable, None),
        (FigureState::NotReported, "", FigureState::NotReported, None),
    ];
    for (entered, text, state, value) in cases {
        made.book.set_figure(&moment(), &figure(None, "LT01", entered, text)).unwrap();
        let period = row(&made.book, "dot1", "LT01", "").period;
        assert_eq!((period.state, period.value), (state, value));
    }
}

#[test]
fn a_percentage_is_reckoned_and_a_state_of_affairs_is_not_added() {
    let mut made = book();
    for (phase, part, whole) in [("dot1", "27", "28"), ("dot2", "28", "28")] {
        for (indicator, text) in [("MX05A", part), ("MX05B", whole)] {
            let input = FigureInput { phase: phase.to_owned(), ..figure(None, indicator, FigureState::Number, text) };
            made.book.set_figure(&moment(), &input).unwrap();
        }
    }
    assert_eq!(row(&made.book, "dot1", "MX05", "").period.text, "96,4");
    assert_eq!(row(&made.book, "dot2", "MX05A", "").cumulative.text, "28", "the latest value, not 55");
    assert_eq!(row(&made.book, "dot2", "MX05", "").cumulative.text, "100");
}

#[test]
fn a_figure_that_makes_no_sense_is_refused_and_nothing_changes() {
    let mut made = book();
    made.book.set_figure(&moment(), &figure(None, "LT01", FigureState::Number, "24.500")).unwrap();
    let cases = [
        (figure(None, "LT01", FigureState::Number, "24.5"), ErrorCode::BadNumber),
        (figure(None, "LT01", FigureState::Number, "nhiều"), ErrorCode::BadNumber),
        (figure(None, "TM01", FigureState::Number, "1"), ErrorCode::FigureIsReckoned),
        (figure(None, "MX05", FigureState::Number, "1"), ErrorCode::FigureIsReckoned),
        (figure(None, "TM01/khong-co", FigureState::Number, "1"), ErrorCode::NotFound),
        (figure(None, "XX99", FigureState::Number, "1"), ErrorCode::NotFound),
        (figure(Some("XX"), "LT01", FigureState::Number, "1"), ErrorCode::NotFound),
    ];
    for (input, code) in cases {
        assert_eq!(refusal(made.book.set_figure(&moment(), &input)), code, "{input:?}");
    }
    assert_eq!(row(&made.book, "dot1", "LT01", "").period.text, "24.500");
}
