//! The templates that come with the program.

use super::Plan;
use crate::{Error, Result};

/// A template that comes with the program, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// Name of its file, for the message when it is wrong.
    pub file_name: &'static str,
    /// Its text.
    pub source: &'static str,
}

const BUILT_IN: [BuiltIn; 1] =
    [BuiltIn { file_name: "383-lai-chau-2022.toml", source: include_str!("../../plans/383-lai-chau-2022.toml") }];

/// All templates that come with the program.
pub fn built_in() -> &'static [BuiltIn] {
    &BUILT_IN
}

/// The built-in template of that code, with the plan loaded and checked.
///
/// # Errors
/// `NotFound` if there is none; `BadPlan` if a template is wrong.
pub fn find(code: &str) -> Result<(BuiltIn, Plan)> {
    for template in built_in() {
        let plan = Plan::load(template.file_name, template.source)?;
        if plan.code == code {
            return Ok((*template, plan));
        }
    }
    Err(Error::not_found("plan", code))
}
