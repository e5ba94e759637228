//! Codes: declared once, referred to only after that.

use std::collections::BTreeSet;

use super::Check;
use crate::Result;
use crate::plan::Problem;

/// Words that have a meaning of their own in date rules.
const RESERVED: [&str; 3] = ["all", "phase", "stage"];

/// The codes of one kind that were declared so far.
#[derive(Debug, Default)]
pub(super) struct Codes(BTreeSet<String>);

impl Codes {
    pub(super) fn has(&self, code: &str) -> bool {
        self.0.contains(code)
    }

    /// False if the code was there.
    pub(super) fn add(&mut self, code: &str) -> bool {
        self.0.insert(code.to_owned())
    }
}

impl Check<'_> {
    /// A well-formed code: letters of English, digits, dot, hyphen, underscore.
    pub(super) fn code(&self, path: &str, raw: Option<String>) -> Result<String> {
        let code = self.text(path, raw)?;
        let is_formed = code.chars().all(|sign| sign.is_ascii_alphanumeric() || ".-_".contains(sign));
        if !is_formed || RESERVED.contains(&code.as_str()) {
            return Err(self.source.wrong(path, Problem::BadCode, code));
        }
        Ok(code)
    }

    /// A code that is declared here, for the first time.
    pub(super) fn new_code(
        &mut self,
        path: &str,
        raw: Option<String>,
        codes: impl FnOnce(&mut Self) -> &mut Codes,
    ) -> Result<String> {
        let code = self.code(path, raw)?;
        if !codes(self).add(&code) {
            return Err(self.source.wrong(path, Problem::DuplicateCode, code));
        }
        Ok(code)
    }

    /// A code that was declared before.
    pub(super) fn known(&self, path: &str, raw: Option<String>, codes: &Codes) -> Result<String> {
        let code = self.text(path, raw)?;
        if !codes.has(&code) {
            return Err(self.source.wrong(path, Problem::UnknownCode, code));
        }
        Ok(code)
    }

    /// Codes that were declared before, each once.
    pub(super) fn all_known(&self, path: &str, raw: Vec<String>, codes: &Codes) -> Result<Vec<String>> {
        let mut seen = Codes::default();
        let mut known = Vec::with_capacity(raw.len());
        for (index, code) in raw.into_iter().enumerate() {
            let path = format!("{path}[{index}]");
            let code = self.known(&path, Some(code), codes)?;
            if !seen.add(&code) {
                return Err(self.source.wrong(&path, Problem::DuplicateCode, code));
            }
            known.push(code);
        }
        Ok(known)
    }
}
