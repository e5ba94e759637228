//! Phases and their stages.

use super::Check;
use crate::Result;
use crate::plan::template::{RawPhase, RawStage};
use crate::plan::{DateRule, Phase, Problem, Stage};

impl Check<'_> {
    pub(super) fn phases(&mut self, raw: Vec<RawPhase>) -> Result<Vec<Phase>> {
        let mut expected = 0;
        self.some("phases", raw, |check, path, raw| {
            expected += 1;
            check.phase(path, raw, expected)
        })
    }

    fn phase(&mut self, path: &str, raw: RawPhase, expected: i64) -> Result<Phase> {
        let RawPhase { code, number, name, title, starts, ends, place, period, stages } = raw;
        let at = |field: &str| format!("{path}.{field}");
        if number != expected {
            return Err(self.source.wrong(&at("number"), Problem::OutOfOrder, number));
        }
        let (starts, ends) = self.bounds(path, starts, ends)?;
        Ok(Phase {
            code: self.new_code(&at("code"), code, |check| &mut check.phases)?,
            number: self.number(&at("number"), number, 1, 99)?,
            name: self.text(&at("name"), name)?,
            title: self.title(&at("title"), title)?,
            starts,
            ends,
            stages: self.each(&at("stages"), stages, Check::stage)?,
            place: self.text(&at("place"), place)?,
            period: self.text(&at("period"), period)?,
        })
    }

    fn stage(&mut self, path: &str, raw: RawStage) -> Result<Stage> {
        let RawStage { code, name, starts, ends, place } = raw;
        let (starts, ends) = self.bounds(path, starts, ends)?;
        Ok(Stage {
            code: self.new_code(&format!("{path}.code"), code, |check| &mut check.stages)?,
            name: self.text(&format!("{path}.name"), name)?,
            starts,
            ends,
            place: self.text(&format!("{path}.place"), place)?,
        })
    }

    fn bounds(&self, path: &str, starts: Option<String>, ends: Option<String>) -> Result<(DateRule, DateRule)> {
        let starts = self.rule(&format!("{path}.starts"), starts)?;
        let ends_path = format!("{path}.ends");
        let ends = self.rule(&ends_path, ends)?;
        if self.days.are_reversed(&starts, &ends) {
            return Err(self.source.wrong(&ends_path, Problem::DatesOutOfOrder, path));
        }
        Ok((starts, ends))
    }
}
