//! Which units an activity or the report of a phase is for.

use crate::model::{EmployerSector, UnitLevel};

/// Which units something is for: all that it names must hold. What is not named excludes nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Levels of units; never empty in a checked plan.
    pub levels: Vec<UnitLevel>,
    /// Codes of kinds; empty: every kind. Kinds are data of an office, so a code that an office does not have is no error:
    /// none of its units is of that kind.
    pub kinds: Vec<String>,
    /// Sector of the employer; never `Unknown` in a checked plan.
    pub sector: Option<EmployerSector>,
    /// Units with a page on Facebook, or those without one.
    pub has_page: Option<bool>,
    /// From this number of members on.
    pub members_from: Option<u32>,
}
