//! The register of a phase and the whole board at the two sizes of DESIGN.md.
//!
//! Times are printed and asserted nowhere: the machine decides them. Memory is that of the whole process at its peak: the
//! memory of one size alone is told by `cargo bench --bench register -- 120000`.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use chrono::NaiveDate;
use sotg_core::book::Book;
use sotg_core::model::StructureOf;
use sotg_core::sample::province;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

mod measured;

use measured::Size;
use support::moment;

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    for n_units in asked.map_or(vec![1_000, 120_000], |n_units| vec![n_units]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        province::make(&path, &moment(), n_units).unwrap().close().unwrap();
        let mut book = Book::open(&path).unwrap();
        let today = book.rehearsal_day().unwrap_or(moment().today);
        let size = Size(n_units);
        size.tell("before anything is reckoned");
        register(size, &mut book, today);
        size.timed("the board", || book.board(today).unwrap());
        size.timed("its JSON", || serde_json::to_string(&book.board(today).unwrap()).unwrap().len());
        size.tell("register and board");
        let workbook = size.timed("the board for Excel", || book.board_workbook(today).unwrap());
        println!("{n_units:>7} units: {} KB of workbook", workbook.len() / 1024);
        drop(workbook);
        size.timed("the register for Excel", || book.register_workbook("dot1", StructureOf::Then, today).unwrap());
        size.tell("after the workbooks");
        screens(size, &book, today);
        size.tell("after everything");
    }
}

fn register(size: Size, book: &mut Book, today: NaiveDate) {
    let register = size.timed("the register", || book.register("dot1", StructureOf::Then, today).unwrap());
    size.timed("the register by the tree of today", || book.register("dot1", StructureOf::Today, today).unwrap());
    let rate = register.total;
    println!("{:>7} units: {}/{} there", size.0, rate.on_time + rate.late, rate.expected);
    let json = size.timed("its JSON", || serde_json::to_string(&register).unwrap());
    println!("{:>7} units: {} KB of JSON", size.0, json.len() / 1024);
    let receipt = support::receipt(today);
    let ten: Vec<_> = register.rows.iter().map(|row| row.unit).take(10).collect();
    size.timed("recording ten reports", || book.set_received(&moment(), "dot1", &ten, &receipt).unwrap());
}

/// Everything else that a screen asks for.
fn screens(size: Size, book: &Book, today: NaiveDate) {
    let unit = book.unit_tree(today).unwrap().units.last().unwrap().id;
    size.timed("the reminders", || book.reminders("dot1", today).unwrap());
    size.timed("the tree", || book.unit_tree(today).unwrap());
    size.timed("which unit stands for which", || book.lineage(today).unwrap());
    size.timed("one unit", || book.unit_detail(unit, today).unwrap());
    size.timed("what is expected of it", || book.expected_of(unit, today).unwrap());
    size.timed("its reports", || book.unit_reports(unit, today).unwrap());
    let rows = book.register("dot1", StructureOf::Then, today).unwrap().rows;
    let largest = rows.iter().max_by_key(|row| row.rate.expected).unwrap().unit;
    size.timed("the reports of the largest unit", || book.unit_reports(largest, today).unwrap());
    size.timed("the rates of all phases", || book.report_rates(today).unwrap());
    size.timed("the congresses", || book.congresses(today).unwrap());
    size.timed("the exceptions", || book.list_exceptions().unwrap());
    size.timed("the overview", || book.overview(today).unwrap());
    size.timed("the timeline", || book.timeline(today).unwrap());
    size.timed("the checklist", || book.checklist("dot1", today).unwrap());
    size.timed("the history", || book.history(50).unwrap());
}
