//! The finished installer and the portable folder on a Windows PC: wine, one new PC for each test.
//!
//! `cargo xtask test --installer` builds what is tested and says where it is; without it there is nothing to run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod installing;
mod main_job;
mod pc;
mod portable;
mod refusing;
mod registry;
mod uninstalling;
mod upgrading;
mod webview2;
mod window_program;
