//! Pages, beside what the Word document of the same report becomes, and beside what was asked for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is a failed test, in what its cases are made of too"
)]

mod beside_word;
#[path = "../core/docx_content.rs"]
#[expect(dead_code, reason = "shared with the tests of the Word document, which use more of it")]
mod docx_content;
#[path = "../core/docx_reading.rs"]
#[expect(dead_code, reason = "shared with the tests of the Word document, which use more of it")]
mod docx_reading;
mod programs;
#[path = "../core/report_input.rs"]
#[expect(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
mod report_input;
