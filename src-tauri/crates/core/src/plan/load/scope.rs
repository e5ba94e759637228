//! Whom an activity or the report is for.

use super::Check;
use super::codes::Codes;
use crate::Result;
use crate::model::EmployerSector;
use crate::plan::{Problem, Scope};

/// Most members that a rule may ask for.
const MOST_MEMBERS: i64 = 1_000_000;

/// The keys of a scope as they stand beside the others of an activity or of the report.
pub(super) struct RawScope {
    pub(super) levels: Vec<String>,
    pub(super) kinds: Vec<String>,
    pub(super) sector: Option<String>,
    pub(super) has_page: Option<bool>,
    pub(super) members_from: Option<i64>,
}

impl Check<'_> {
    /// The scope of what stands at `path`.
    pub(super) fn scope(&self, path: &str, raw: RawScope) -> Result<Scope> {
        let at = |field: &str| format!("{path}.{field}");
        let RawScope { levels, kinds, sector, has_page, members_from } = raw;
        Ok(Scope {
            levels: self.levels(&at("levels"), &levels)?,
            kinds: self.kinds(&at("kinds"), kinds)?,
            sector: sector.map(|word| self.one_of(&at("sector"), &word, parse_sector)).transpose()?,
            has_page,
            members_from: members_from.map(|n| self.number(&at("members_from"), n, 1, MOST_MEMBERS)).transpose()?,
        })
    }

    /// Codes of kinds, in small letters as the office's own are. Which kinds there are is known only in the office, so a code
    /// is asked to be well formed and to stand there once, and no more.
    fn kinds(&self, path: &str, raw: Vec<String>) -> Result<Vec<String>> {
        let mut seen = Codes::default();
        let mut kinds = Vec::with_capacity(raw.len());
        for (index, code) in raw.into_iter().enumerate() {
            let path = format!("{path}[{index}]");
            let kind = self.code(&path, Some(code.to_ascii_lowercase()))?;
            if !seen.add(&kind) {
                return Err(self.source.wrong(&path, Problem::DuplicateCode, code));
            }
            kinds.push(kind);
        }
        Ok(kinds)
    }
}

fn parse_sector(word: &str) -> Option<EmployerSector> {
    match word {
        "state" => Some(EmployerSector::State),
        "non_state" => Some(EmployerSector::NonState),
        _ => None,
    }
}
