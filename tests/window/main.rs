//! The program in its real window, driven through WebKitWebDriver under Xvfb. `cargo xtask test` runs it.
//!
//! Only what needs the window is tested here; rules are tested in the core.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod annexes;
mod axe;
mod campaign;
mod campaign_file;
mod closing;
mod connections;
mod consolidation;
mod desktop;
mod dialogs;
mod documents;
mod driver;
mod exchange;
mod exchange_screens;
mod failures;
mod forms;
mod locked_page;
mod look;
mod native_dialogs;
mod office;
mod pages;
mod place;
mod placement;
mod plan_file;
mod portable;
mod processes;
mod province;
mod screens;
mod second_start;
mod set_up;
mod signing;
mod starts;
mod wheel;
mod window;
mod word_template;
mod writing;
