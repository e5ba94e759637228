//! The board: activities done of those that apply, up the tree.

use sotg_core::model::*;

use crate::office::office;
use crate::support::{day, moment_on};

#[test]
fn cells_add_up_the_tree_and_never_hold_more_than_applies() {
    let office = office();
    let board = office.made.book.board(day(2023, 7, 20)).unwrap();
    let row = |name: &str| board.rows.iter().find(|row| row.name == name).unwrap();
    let phase = board.columns.iter().position(|column| column.phase == "dot1" && column.stage.is_empty()).unwrap();
    let own = row("B").cells[phase].applicable;
    assert!(own > 0, "a grassroots unit has something to do in phase 1");
    assert_eq!(row("A").cells[phase].applicable, 3 * own, "A itself, B and C");
    assert_eq!(board.total.cells[phase].applicable, 5 * own);
    assert!(board.rows.iter().all(|row| row.cells.iter().all(|cell| cell.done <= cell.applicable)));
}

#[test]
fn a_phase_that_has_not_begun_shows_no_number() {
    let office = office();
    let board = office.made.book.board(day(2023, 3, 1)).unwrap();
    let open: Vec<_> = board.columns.iter().filter(|column| column.is_open).map(|column| &column.phase).collect();
    assert_eq!(open, ["dot1"]);
}

#[test]
fn the_window_gets_no_cells_behind_the_last_open_column() {
    let office = office();
    let board = office.made.book.board(day(2023, 3, 1)).unwrap();
    let open = 1 + board.columns.iter().rposition(|column| column.is_open).unwrap();
    assert!(open < board.columns.len());
    let sent = board.clone().without_closed();
    assert_eq!((sent.rows.len(), &sent.columns), (board.rows.len(), &board.columns));
    assert!(sent.rows.iter().chain([&sent.total]).all(|row| row.cells.len() == open));
    assert!(sent.rows.iter().zip(&board.rows).all(|(sent, whole)| whole.cells.starts_with(&sent.cells)));
}

#[test]
fn what_a_unit_was_let_off_leaves_its_cell() {
    let mut office = office();
    let (unit, moment) = (office.id("B"), moment_on(day(2023, 7, 20)));
    let items = office.made.book.expected_of(unit, moment.today).unwrap();
    let item = items.iter().find(|item| item.phase == "dot1" && !item.activity.is_empty()).unwrap();
    let before = office.made.book.board(moment.today).unwrap().total.cells[0].applicable;
    let exception = UnitException {
        unit,
        phase: item.phase.clone(),
        activity: item.activity.clone(),
        due_on: None,
        reason: "Đơn vị không có loa truyền thanh".to_owned(),
        allowed_by: String::new(),
        document: String::new(),
    };
    office.made.book.set_exception(&moment, &exception).unwrap();
    assert_eq!(office.made.book.board(moment.today).unwrap().total.cells[0].applicable, before - 1);
}
