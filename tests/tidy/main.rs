//! Rules of the house that no compiler knows: what may stand where, and what must not be there at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod dependencies;
mod files;
mod icons;
mod installer;
mod migrations;
mod packaging;
mod rooms;
mod texts;
