//! Rules between figures.

use super::Check;
use super::codes::Codes;
use crate::Result;
use crate::plan::template::RawRule;
use crate::plan::{FigureRule, Indicator, Problem, Relation, RuleSpan, RuleTerm};

/// The word for links that were kept as evidence.
const LINKS: &str = "links";

/// Largest number at the right of a rule.
const MOST: i64 = 1_000_000_000;

impl Check<'_> {
    pub(super) fn rules(&mut self, raw: Vec<RawRule>, indicators: &[Indicator]) -> Result<Vec<FigureRule>> {
        let mut codes = Codes::default();
        self.each("report.rules", raw, |check, path, raw| check.figure_rule(path, raw, indicators, &mut codes))
    }

    fn figure_rule(
        &mut self,
        path: &str,
        raw: RawRule,
        indicators: &[Indicator],
        codes: &mut Codes,
    ) -> Result<FigureRule> {
        let RawRule { code, left, relation, right, number, span, must, because } = raw;
        let at = |field: &str| format!("{path}.{field}");
        let code = self.code(&at("code"), code)?;
        if !codes.add(&code) {
            return Err(self.source.wrong(&at("code"), Problem::DuplicateCode, code));
        }
        let relation_word = self.text(&at("relation"), relation)?;
        let relation = self.one_of(&at("relation"), &relation_word, relation_of)?;
        match (number, right.is_empty()) {
            (None, true) => return Err(self.lacking(&at("right"))),
            (Some(number), false) => return Err(self.source.wrong(&at("number"), Problem::NotWanted, number)),
            (Some(number), true) if relation == Relation::Needs => {
                return Err(self.source.wrong(&at("number"), Problem::NotWanted, number));
            }
            (None, false) | (Some(_), true) => {}
        }
        let number = number.map(|number| self.number::<i64>(&at("number"), number, 0, MOST)).transpose()?;
        let terms = right.into_iter().enumerate();
        let terms = terms.map(|(index, term)| self.term(&at(&format!("right[{index}]")), Some(term), indicators));
        let right = terms.collect::<Result<_>>()?;
        let span_word = self.optional_text(&at("span"), span)?;
        Ok(FigureRule {
            code,
            left: self.term(&at("left"), left, indicators)?,
            relation,
            right,
            number: number.map(|number| number * 100),
            span: self.one_of(&at("span"), &span_word, span_of)?,
            must,
            because: self.text(&at("because"), because)?,
        })
    }

    /// "TM01", "TM01/khac" or "links".
    fn term(&self, path: &str, raw: Option<String>, indicators: &[Indicator]) -> Result<RuleTerm> {
        let word = self.text(path, raw)?;
        if word == LINKS {
            return Ok(RuleTerm::Links);
        }
        let (code, split) = word.split_once('/').unwrap_or((&word, ""));
        let found = indicators.iter().find(|indicator| indicator.code == code);
        let is_known = |indicator: &&Indicator| {
            !word.ends_with('/') && (split.is_empty() || indicator.splits.iter().any(|known| known.code == split))
        };
        match found.filter(is_known) {
            Some(_) => Ok(RuleTerm::Figure { indicator: code.to_owned(), split: split.to_owned() }),
            None => Err(self.source.wrong(path, Problem::UnknownCode, &word)),
        }
    }
}

fn relation_of(word: &str) -> Option<Relation> {
    match word {
        "at_most" => Some(Relation::AtMost),
        "at_least" => Some(Relation::AtLeast),
        "equals" => Some(Relation::Equals),
        "needs" => Some(Relation::Needs),
        _ => None,
    }
}

fn span_of(word: &str) -> Option<RuleSpan> {
    match word {
        "" | "period" => Some(RuleSpan::Period),
        "cumulative" => Some(RuleSpan::Cumulative),
        _ => None,
    }
}
