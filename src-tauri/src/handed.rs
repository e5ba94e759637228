//! A plan file that came to the window: handed over by the file manager, chosen in a dialog, or dropped.

use std::path::Path;

use serde::Serialize;
use sotg_core::model::{PlanComparison, PlanHead, PlanText};
use sotg_core::{plan, plans};

use crate::error::CommandError;
use crate::state::Program;

/// A plan file, and what was found in it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HandedFile {
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub name: String,
    /// What was found in it.
    pub content: HandedContent,
}

/// What was found in a plan file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HandedContent {
    /// A plan that can be carried out.
    Plan(OfferedPlan),
    /// What is wrong with it.
    Problem(CommandError),
}

/// A plan that can be carried out.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OfferedPlan {
    /// What is shown of it.
    pub head: PlanHead,
    /// What the set-up takes.
    pub text: PlanText,
    /// How it stands to the plan of the open book; `None` as long as that is not set up.
    pub comparison: Option<PlanComparison>,
}

impl HandedFile {
    /// Reads a plan file and compares it with the open book.
    pub fn read(program: &Program, path: &Path) -> HandedFile {
        let content = match plan::read_file(path) {
            Ok(file) => HandedContent::Plan(OfferedPlan {
                head: plans::head(&file.plan),
                // A book that cannot be opened has a page of its own; the file is shown all the same.
                comparison: program.with_book(|book, _| Ok(book.compare_plan(&file.plan))).ok().flatten(),
                text: file.text,
            }),
            Err(error) => HandedContent::Problem(error.into()),
        };
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        HandedFile { path: path.to_string_lossy().into_owned(), name, content }
    }
}
