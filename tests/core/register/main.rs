//! The office counts reports: who is expected, what has come, who is late, in the structure of then and of today.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

#[path = "../units/office.rs"]
mod office;
#[path = "../support/mod.rs"]
mod support;

mod board;
mod congresses;
mod counting;
mod exceptions;
mod level_dues;
mod one_unit;
mod scope;
mod workbook;
