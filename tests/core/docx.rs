//! Word documents, from a report to the bytes: their form, and what Microsoft's validator says of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is a failed test, in what its cases are made of too"
)]

// The validator is a program of the system that the tests are built on.
#[cfg(not(windows))]
mod docx_conformance;
mod docx_content;
mod docx_form;
mod docx_hostile;
// The checker is a program of the system that the tests are built on.
#[cfg(not(windows))]
mod docx_official;
mod docx_parts;
mod docx_pictures;
mod docx_reading;
#[expect(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
mod report_input;
mod support;
