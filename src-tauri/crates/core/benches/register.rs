//! The register of a phase and the whole board at the two sizes of DESIGN.md.
//!
//! Times are printed and asserted nowhere: the machine decides them. Memory is that of the whole process at its peak, so each
//! size is measured by a process of its own: `cargo bench --bench register -- 120000`.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use std::time::Instant;

use sotg_core::book::Book;
use sotg_core::model::StructureOf;
use sotg_core::sample::province;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

use support::moment;

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    for n_units in asked.map_or(vec![1_000, 120_000], |n_units| vec![n_units]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        province::make(&path, &moment(), n_units).unwrap().close().unwrap();
        let mut book = Book::open(&path).unwrap();
        let today = book.rehearsal_day().unwrap_or(moment().today);
        println!("{n_units:>7} units: before anything is reckoned, peak memory {}", peak_memory());
        let register = timed(n_units, "the register", || book.register("dot1", StructureOf::Then, today).unwrap());
        timed(n_units, "the register by the tree of today", || {
            book.register("dot1", StructureOf::Today, today).unwrap()
        });
        let rate = register.total;
        println!("{n_units:>7} units: {}/{} there", rate.on_time + rate.late, rate.expected);
        let json = timed(n_units, "its JSON", || serde_json::to_string(&register).unwrap());
        println!("{n_units:>7} units: {} KB of JSON", json.len() / 1024);
        let receipt = support::receipt(today);
        let ten: Vec<_> = register.rows.iter().map(|row| row.unit).take(10).collect();
        timed(n_units, "recording ten reports", || book.set_received(&moment(), "dot1", &ten, &receipt).unwrap());
        let largest = register.rows.iter().max_by_key(|row| row.rate.expected).unwrap().unit;
        timed(n_units, "the reports of one unit that has none below", || {
            book.unit_reports(register.rows.last().unwrap().unit, today).unwrap()
        });
        timed(n_units, "the reports of the largest unit", || book.unit_reports(largest, today).unwrap());
        drop((register, json));
        let board = timed(n_units, "the board", || book.board(today).unwrap());
        let json = timed(n_units, "its JSON", || serde_json::to_string(&board).unwrap());
        println!("{n_units:>7} units: {} KB of JSON, peak memory {}", json.len() / 1024, peak_memory());
        drop((board, json));
        timed(n_units, "the reminders", || book.reminders("dot1", today).unwrap());
        timed(n_units, "the board for Excel", || book.board_workbook(today).unwrap());
        println!("{n_units:>7} units: after everything, peak memory {}", peak_memory());
    }
}

fn timed<T>(n_units: u32, what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    println!("{n_units:>7} units: {what}: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    result
}

/// As Linux counts it; elsewhere unknown.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |peak| peak.trim().to_owned())
}
