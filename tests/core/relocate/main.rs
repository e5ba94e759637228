//! Moving the data folder: what is refused, that nothing is lost, and that it may be killed at any moment.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod home;
mod killed;
mod moved;
mod places;
mod refused;
#[path = "../support/mod.rs"]
mod support;
