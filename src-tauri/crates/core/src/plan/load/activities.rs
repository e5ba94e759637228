//! Activities, and their copies for each phase where one runs through all of them.

use std::collections::BTreeSet;

use super::Check;
use super::dates::Around;
use super::scope::RawScope;
use crate::Result;
use crate::plan::template::RawActivity;
use crate::plan::{Activity, Content, DateRule, Phase, Problem, Stage};

/// Most activities of a plan, those of each phase counted: fifty times the first plan, and still a screen that can be drawn.
const MOST_ACTIVITIES: usize = 2_000;

/// Where an activity belongs, and its days there.
struct Home<'a> {
    phase: &'a Phase,
    stage: Option<&'a Stage>,
    starts: DateRule,
    due: DateRule,
}

impl Check<'_> {
    pub(super) fn activities(
        &mut self,
        raw: Vec<RawActivity>,
        phases: &[Phase],
        contents: &[Content],
    ) -> Result<Vec<Activity>> {
        let mut titles = BTreeSet::new();
        let mut n_copies = 0;
        let copies = self.some("activities", raw, |check, path, raw| {
            let copies = check.activity(path, raw, phases)?;
            n_copies += copies.len();
            if n_copies > MOST_ACTIVITIES {
                return Err(check.source.wrong(path, Problem::OutOfRange, n_copies));
            }
            for copy in &copies {
                if !titles.insert((copy.phase.clone(), copy.title.clone())) {
                    return Err(check.source.wrong(&format!("{path}.title"), Problem::DuplicateTitle, &copy.title));
                }
            }
            Ok(copies)
        })?;
        let activities: Vec<Activity> = copies.into_iter().flatten().collect();
        for (index, content) in contents.iter().enumerate() {
            if !activities.iter().any(|activity| activity.contents.contains(&content.code)) {
                return Err(self.source.wrong(&format!("contents[{index}].code"), Problem::Unserved, &content.code));
            }
        }
        Ok(activities)
    }

    fn activity(&mut self, path: &str, raw: RawActivity, phases: &[Phase]) -> Result<Vec<Activity>> {
        let at = |field: &str| format!("{path}.{field}");
        let code = self.new_code(&at("code"), raw.code.clone(), |check| &mut check.activities)?;
        let is_in_each_phase = raw.phases.is_some();
        let homes = self.homes(path, &raw, phases)?;
        let forms = self.all_known(&at("forms"), raw.forms, &self.forms)?;
        if forms.is_empty() {
            return Err(self.lacking(&at("forms")));
        }
        let group = self.known(&at("group"), raw.group, &self.groups)?;
        let title = self.title(&at("title"), raw.title)?;
        let explanation = self.text(&at("explanation"), raw.explanation)?;
        let contents = self.all_known(&at("contents"), raw.contents, &self.contents)?;
        let RawActivity { levels, kinds, sector, has_page, members_from, .. } = raw;
        let scope = self.scope(path, RawScope { levels, kinds, sector, has_page, members_from })?;
        let who = self.text(&at("who"), raw.who)?;
        let indicators = self.all_known(&at("indicators"), raw.indicators, &self.indicators)?;
        let place = self.text(&at("place"), raw.place)?;
        let dash = raw.dash.map(|n| self.number(&at("dash"), n, 1, 99)).transpose()?;
        let copies = homes.into_iter().map(|home| Activity {
            code: if is_in_each_phase { format!("{code}/{}", home.phase.code) } else { code.clone() },
            phase: home.phase.code.clone(),
            stage: home.stage.map(|stage| stage.code.clone()),
            group: group.clone(),
            title: title.clone(),
            explanation: explanation.clone(),
            forms: forms.clone(),
            contents: contents.clone(),
            scope: scope.clone(),
            who: who.clone(),
            indicators: indicators.clone(),
            starts: home.starts,
            due: home.due,
            is_proposed: raw.proposed,
            place: place.clone(),
            dash,
        });
        Ok(copies.collect())
    }

    /// One phase, one stage with its phase, or each phase.
    fn homes<'p>(&self, path: &str, raw: &RawActivity, phases: &'p [Phase]) -> Result<Vec<Home<'p>>> {
        let at = |field: &str| format!("{path}.{field}");
        match (&raw.phases, &raw.phase, &raw.stage) {
            (Some(all), None, None) => {
                self.one_of(&at("phases"), all, |word| (word == "all").then_some(()))?;
                phases.iter().map(|phase| self.home(path, raw, phase, None)).collect()
            }
            (Some(all), Some(_), _) | (Some(all), _, Some(_)) => {
                Err(self.source.wrong(&at("phases"), Problem::NotWanted, all))
            }
            (None, phase, Some(stage)) => {
                let found = phases.iter().find_map(|phase| Some((phase, find_stage(phase, stage)?)));
                let unknown = || self.source.wrong(&at("stage"), Problem::UnknownCode, stage);
                let (home, stage) = found.ok_or_else(unknown)?;
                if phase.as_ref().is_some_and(|phase| *phase != home.code) {
                    return Err(self.source.wrong(&at("stage"), Problem::NotWanted, &stage.code));
                }
                Ok(vec![self.home(path, raw, home, Some(stage))?])
            }
            (None, phase, None) => {
                let code = self.known(&at("phase"), phase.clone(), &self.phases)?;
                let home = phases.iter().filter(|phase| phase.code == code);
                home.map(|home| self.home(path, raw, home, None)).collect()
            }
        }
    }

    fn home<'p>(&self, path: &str, raw: &RawActivity, phase: &'p Phase, stage: Option<&'p Stage>) -> Result<Home<'p>> {
        let of_phase = (&phase.starts, &phase.ends);
        let of_stage = stage.map(|stage| (&stage.starts, &stage.ends));
        let around = Some(Around { phase: of_phase, stage: of_stage });
        let (first, last) = of_stage.unwrap_or(of_phase);
        let rule = |field: &str, text: &Option<String>, default: &DateRule| match text {
            Some(text) => self.rule_around(&format!("{path}.{field}"), Some(text.clone()), around),
            None => Ok(default.clone()),
        };
        let starts = rule("starts", &raw.starts, first)?;
        let due = rule("due", &raw.due, last)?;
        if self.days.are_reversed(&starts, &due) {
            return Err(self.source.wrong(&format!("{path}.due"), Problem::DatesOutOfOrder, &phase.code));
        }
        Ok(Home { phase, stage, starts, due })
    }
}

fn find_stage<'a>(phase: &'a Phase, code: &str) -> Option<&'a Stage> {
    phase.stages.iter().find(|stage| stage.code == code)
}
