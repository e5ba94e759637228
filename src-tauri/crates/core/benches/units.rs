//! The tree of units at the two sizes of DESIGN.md: reading it, and the JSON that goes to the window.
//!
//! Times are printed and asserted nowhere: the machine decides them. Memory is that of the whole process at its peak.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used)]

use sotg_core::book::Book;
use sotg_core::model::StructureChange;
use sotg_core::sample::province;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

mod measured;

use measured::Size;
use support::{day, moment};

fn main() {
    for n_units in [1_000, 120_000] {
        let size = Size(n_units);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        size.timed("making the sample", || province::make(&path, &moment(), n_units).unwrap().close().unwrap());
        let mut book = size.timed("opening the book", || Book::open(&path).unwrap());
        let today = moment().today;
        let tree = size.timed("the tree", || book.unit_tree(today).unwrap());
        size.timed("the tree again", || book.unit_tree(today).unwrap());
        let json = size.timed("its JSON", || serde_json::to_string(&tree).unwrap());
        println!("{n_units:>7} units: {} KB of JSON", json.len() / 1024);
        size.tell("the tree and its JSON");
        size.timed("which unit stands for which", || book.lineage(today).unwrap());
        let unit = tree.units.last().unwrap().id;
        size.timed("one unit", || book.unit_detail(unit, today).unwrap());
        let change = StructureChange::Close { unit };
        size.timed("closing one", || {
            book.change_structure(&moment(), &change, day(2023, 7, 1), "").unwrap();
        });
        size.timed("taking that back", || book.undo(&moment(), None).unwrap());
    }
}
