//! Units below ours: the tree of a day, changes of the structure, lineage, undo.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod editing;
mod history;
mod office;
mod random_changes;
mod sample;
mod taking_back;
