//! Word templates of the office's own: what is found in them, what they give, and that none of them does harm.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "in a test a panic is a failed test, in what its cases are made of too"
)]

#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../docx_content.rs"]
mod docx_content;
#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../docx_reading.rs"]
mod docx_reading;
#[allow(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
#[path = "../report_input.rs"]
mod report_input;

mod filling;
mod findings;
mod hostile;
mod made;
// LibreOffice, python-docx and the validator are programs of the system that the tests are built on.
#[cfg(not(windows))]
mod other_hands;
