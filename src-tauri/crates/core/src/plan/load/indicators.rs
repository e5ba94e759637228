//! Indicators: units, splits, and how they add up.

use super::Check;
use super::codes::Codes;
use crate::Result;
use crate::plan::template::{RawGroup, RawIndicator};
use crate::plan::{Group, Indicator, Problem, RollUp};

impl Check<'_> {
    pub(super) fn indicators(&mut self, raw: Vec<RawIndicator>) -> Result<Vec<Indicator>> {
        let indicators = self.each("indicators", raw, Check::indicator)?;
        for (index, indicator) in indicators.iter().enumerate() {
            self.parts(&format!("indicators[{index}]"), indicator, &indicators)?;
        }
        Ok(indicators)
    }

    fn indicator(&mut self, path: &str, raw: RawIndicator) -> Result<Indicator> {
        let RawIndicator {
            code,
            group,
            name,
            unit,
            decimals,
            splits,
            roll_up,
            numerator,
            denominator,
            target,
            forms,
            source,
            phrase,
        } = raw;
        let at = |field: &str| format!("{path}.{field}");
        Ok(Indicator {
            code: self.new_code(&at("code"), code, |check| &mut check.indicators)?,
            group: self.known(&at("group"), group, &self.indicator_groups)?,
            name: self.text(&at("name"), name)?,
            unit: self.text(&at("unit"), unit)?,
            decimals: self.number(&at("decimals"), decimals, 0, 2)?,
            splits: self.splits(&at("splits"), splits)?,
            roll_up: self.roll_up(path, roll_up, numerator, denominator)?,
            target: self.optional_text(&at("target"), target)?,
            forms: self.all_known(&at("forms"), forms, &self.forms)?,
            source: self.text(&at("source"), source)?,
            phrase: self.phrase(&at("phrase"), phrase, &["{n}"], &[])?,
        })
    }

    fn splits(&mut self, path: &str, raw: Vec<RawGroup>) -> Result<Vec<Group>> {
        let mut codes = Codes::default();
        self.each(path, raw, |check, path, raw| {
            let RawGroup { code, name } = raw;
            let code = check.code(&format!("{path}.code"), code)?;
            if !codes.add(&code) {
                return Err(check.source.wrong(&format!("{path}.code"), Problem::DuplicateCode, code));
            }
            Ok(Group { code, name: check.text(&format!("{path}.name"), name)? })
        })
    }

    fn roll_up(
        &self,
        path: &str,
        roll_up: Option<String>,
        numerator: Option<String>,
        denominator: Option<String>,
    ) -> Result<RollUp> {
        let at = |field: &str| format!("{path}.{field}");
        let word = self.text(&at("roll_up"), roll_up)?;
        if word == "percentage" {
            return Ok(RollUp::Percentage {
                numerator: self.text(&at("numerator"), numerator)?,
                denominator: self.text(&at("denominator"), denominator)?,
            });
        }
        for (part, field) in [(numerator, "numerator"), (denominator, "denominator")] {
            if let Some(part) = part {
                return Err(self.source.wrong(&at(field), Problem::NotWanted, part));
            }
        }
        self.one_of(&at("roll_up"), &word, |word| match word {
            "sum" => Some(RollUp::Sum),
            "latest" => Some(RollUp::Latest),
            _ => None,
        })
    }

    /// The parts of a percentage may stand after it: in the annex the percentage is read first.
    fn parts(&self, path: &str, indicator: &Indicator, all: &[Indicator]) -> Result<()> {
        let RollUp::Percentage { numerator, denominator } = &indicator.roll_up else { return Ok(()) };
        if !indicator.splits.is_empty() {
            return Err(self.source.wrong(&format!("{path}.splits"), Problem::NotWanted, &indicator.code));
        }
        for (part, field) in [(numerator, "numerator"), (denominator, "denominator")] {
            let path = format!("{path}.{field}");
            let found = all.iter().find(|other| other.code == *part);
            let found = found.ok_or_else(|| self.source.wrong(&path, Problem::UnknownCode, part))?;
            if matches!(found.roll_up, RollUp::Percentage { .. }) {
                return Err(self.source.wrong(&path, Problem::NotWanted, part));
            }
        }
        Ok(())
    }
}
