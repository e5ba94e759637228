//! Lists of units as offices really send them: every file beside tests/fixtures/unit-lists/make.py has its expected preview.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod accept;
mod choices;
mod damaged;
mod expected;
mod office;
#[path = "../support/mod.rs"]
mod support;
