//! Activities, and their copies for each phase where one runs through all of them.

use std::collections::BTreeSet;

use super::Check;
use super::dates::Around;
use crate::Result;
use crate::plan::template::RawActivity;
use crate::plan::{Activity, Content, DateRule, Phase, Problem, Stage};

/// An activity that is written once, before it is known in which phases it is to be done.
struct Written {
    activity: Activity,
    starts: Option<String>,
    due: Option<String>,
}

impl Check<'_> {
    pub(super) fn activities(
        &mut self,
        raw: Vec<RawActivity>,
        phases: &[Phase],
        contents: &[Content],
    ) -> Result<Vec<Activity>> {
        let expanded = self.some("activities", raw, |check, path, raw| check.activity(path, raw, phases))?;
        let mut activities: Vec<Activity> = Vec::new();
        let mut titles = BTreeSet::new();
        for (index, activity) in expanded
            .into_iter()
            .enumerate()
            .flat_map(|(index, copies)| copies.into_iter().map(move |activity| (index, activity)))
        {
            if !titles.insert((activity.phase.clone(), activity.title.clone())) {
                let path = format!("activities[{index}].title");
                return Err(self.source.wrong(&path, Problem::DuplicateTitle, activity.title));
            }
            activities.push(activity);
        }
        for (index, content) in contents.iter().enumerate() {
            if !activities.iter().any(|activity| activity.contents.contains(&content.code)) {
                return Err(self.source.wrong(&format!("contents[{index}].code"), Problem::Unserved, &content.code));
            }
        }
        Ok(activities)
    }

    fn activity(&mut self, path: &str, mut raw: RawActivity, phases: &[Phase]) -> Result<Vec<Activity>> {
        let all = raw.phases.take();
        let stage = raw.stage.clone();
        let phase = raw.phase.clone();
        let written = self.written(path, raw)?;
        match (all, phase, stage) {
            (Some(all), None, None) => {
                self.one_of(&format!("{path}.phases"), &all, |word| (word == "all").then_some(()))?;
                phases.iter().map(|phase| self.copy_for(path, &written, phase)).collect()
            }
            (Some(all), Some(_), _) | (Some(all), _, Some(_)) => {
                Err(self.source.wrong(&format!("{path}.phases"), Problem::NotWanted, all))
            }
            (None, phase, Some(stage)) => {
                let at_stage = format!("{path}.stage");
                let found = phases.iter().find_map(|phase| Some((phase, find_stage(phase, &stage)?)));
                let (home, stage) = found.ok_or_else(|| self.source.wrong(&at_stage, Problem::UnknownCode, &stage))?;
                if phase.is_some_and(|phase| phase != home.code) {
                    return Err(self.source.wrong(&at_stage, Problem::NotWanted, &stage.code));
                }
                Ok(vec![self.dated(path, &written, home, Some(stage))?])
            }
            (None, phase, None) => {
                let code = self.known(&format!("{path}.phase"), phase, &self.phases)?;
                let home = phases.iter().filter(|phase| phase.code == code);
                home.map(|home| self.dated(path, &written, home, None)).collect()
            }
        }
    }

    fn written(&mut self, path: &str, raw: RawActivity) -> Result<Written> {
        let at = |field: &str| format!("{path}.{field}");
        let forms = self.all_known(&at("forms"), raw.forms, &self.forms)?;
        if forms.is_empty() {
            return Err(self.lacking(&at("forms")));
        }
        let members_from = raw.members_from.map(|n| self.number(&at("members_from"), n, 1, 1_000_000)).transpose()?;
        let dash = raw.dash.map(|n| self.number(&at("dash"), n, 1, 99)).transpose()?;
        let activity = Activity {
            code: self.new_code(&at("code"), raw.code, |check| &mut check.activities)?,
            phase: String::new(),
            stage: None,
            group: self.known(&at("group"), raw.group, &self.groups)?,
            title: self.title(&at("title"), raw.title)?,
            explanation: self.text(&at("explanation"), raw.explanation)?,
            forms,
            contents: self.all_known(&at("contents"), raw.contents, &self.contents)?,
            levels: self.levels(&at("levels"), &raw.levels)?,
            members_from,
            who: self.text(&at("who"), raw.who)?,
            indicators: self.all_known(&at("indicators"), raw.indicators, &self.indicators)?,
            // Both days are set when the phase is known.
            starts: DateRule::On(chrono::NaiveDate::MIN),
            due: DateRule::On(chrono::NaiveDate::MIN),
            is_proposed: raw.proposed,
            place: self.text(&at("place"), raw.place)?,
            dash,
        };
        Ok(Written { activity, starts: raw.starts, due: raw.due })
    }

    fn copy_for(&self, path: &str, written: &Written, phase: &Phase) -> Result<Activity> {
        let mut activity = self.dated(path, written, phase, None)?;
        activity.code = format!("{}/{}", activity.code, phase.code);
        Ok(activity)
    }

    fn dated(&self, path: &str, written: &Written, phase: &Phase, stage: Option<&Stage>) -> Result<Activity> {
        let of_phase = (&phase.starts, &phase.ends);
        let of_stage = stage.map(|stage| (&stage.starts, &stage.ends));
        let around = Some(Around { phase: of_phase, stage: of_stage });
        let (first, last) = of_stage.unwrap_or(of_phase);
        let rule = |field: &str, text: &Option<String>, default: &DateRule| match text {
            Some(text) => self.rule_around(&format!("{path}.{field}"), Some(text.clone()), around),
            None => Ok(default.clone()),
        };
        let starts = rule("starts", &written.starts, first)?;
        let due = rule("due", &written.due, last)?;
        if self.days.are_reversed(&starts, &due) {
            return Err(self.source.wrong(&format!("{path}.due"), Problem::DatesOutOfOrder, &written.activity.code));
        }
        Ok(Activity {
            phase: phase.code.clone(),
            stage: stage.map(|stage| stage.code.clone()),
            starts,
            due,
            ..written.activity.clone()
        })
    }
}

fn find_stage<'a>(phase: &'a Phase, code: &str) -> Option<&'a Stage> {
    phase.stages.iter().find(|stage| stage.code == code)
}
