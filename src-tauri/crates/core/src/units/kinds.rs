//! Kinds of units are data of the office: it adds its own, and says for which level the rules take them.

use chrono::NaiveDate;

use super::check;
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{KindUse, Op, Outcome, UnitKind};
use crate::store::organisation::kind;
use crate::text;

impl Book {
    /// Kinds to choose from, with the number of units that have each on a day, or ever had.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn unit_kinds(&self, on: NaiveDate) -> Result<Vec<KindUse>> {
        kind::list_used(&self.connection, on)
    }

    /// Adds a kind of units (no code: it gets one from its name), or changes the one of its code. Units of that kind take its
    /// level on every day on which they have or had it: what was expected of them, and every rate, is then reckoned by it.
    ///
    /// # Errors
    /// `required`, `too_long`, `name_taken`; `not_found` for a code that no kind has.
    pub fn set_unit_kind(&mut self, moment: &Moment, kind: &UnitKind) -> Result<Outcome> {
        let known = kind::list(&self.connection)?;
        let code = kind.code.trim();
        let name = text::require_line("name", &kind.name, check::SHORT_LIMIT)?;
        let wanted = name.to_lowercase();
        if known.iter().any(|other| other.code != code && other.name.to_lowercase() == wanted) {
            return Err(Error::refused(ErrorCode::NameTaken, "naming a kind of units")
                .with("what", "unit_kind")
                .with("name", name));
        }
        let code = match code {
            "" => free_code(&known, &name)?,
            code => check::find_kind(&known, code)?.code.clone(),
        };
        let kind = UnitKind { code, name, level: kind.level };
        self.transact(moment, &Change::of(Op::SetUnitKind, kind.name.as_str()), |transaction| {
            kind::set(transaction, &kind)
        })
    }
}

fn free_code(known: &[UnitKind], name: &str) -> Result<String> {
    let plain: String = text::file_name(name).to_lowercase().chars().take(check::CODE_LIMIT - 5).collect();
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let mut codes = std::iter::once(plain.clone()).chain(numbered);
    let free = codes.find(|code| !code.is_empty() && !known.iter().any(|kind| kind.code == *code));
    free.ok_or_else(|| Error::not_found("unit_kind", name))
}
