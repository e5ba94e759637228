//! The tree of units at the two sizes of DESIGN.md: reading it, and the JSON that goes to the window.
//!
//! Times are printed and asserted nowhere: the machine decides them. Memory is that of the whole process at its peak.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use std::time::Instant;

use sotg_core::book::Book;
use sotg_core::model::StructureChange;
use sotg_core::sample::province;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

use support::{day, moment};

fn main() {
    for n_units in [1_000, 120_000] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        timed(n_units, "making the sample", || province::make(&path, &moment(), n_units).unwrap().close().unwrap());
        let mut book = timed(n_units, "opening the book", || Book::open(&path).unwrap());
        let today = moment().today;
        let tree = timed(n_units, "the tree", || book.unit_tree(today).unwrap());
        timed(n_units, "the tree again", || book.unit_tree(today).unwrap());
        let json = timed(n_units, "its JSON", || serde_json::to_string(&tree).unwrap());
        println!("{n_units:>7} units: {} KB of JSON, peak memory {}", json.len() / 1024, peak_memory());
        timed(n_units, "which unit stands for which", || book.lineage(today).unwrap());
        let unit = tree.units.last().unwrap().id;
        timed(n_units, "one unit", || book.unit_detail(unit, today).unwrap());
        let change = StructureChange::Close { unit };
        timed(n_units, "closing one", || {
            book.change_structure(&moment(), &change, day(2023, 7, 1), "").unwrap();
        });
        timed(n_units, "taking that back", || book.undo(&moment(), None).unwrap());
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
