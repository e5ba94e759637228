//! Milestones: each refers only to those before it, so that one pass reckons them all.

use super::Check;
use crate::Result;
use crate::model::{Certainty, MilestoneKind};
use crate::plan::template::RawMilestone;
use crate::plan::{Milestone, Problem};

impl Check<'_> {
    pub(super) fn milestone(&mut self, path: &str, raw: RawMilestone) -> Result<Milestone> {
        let RawMilestone {
            code,
            name,
            short_name,
            kind,
            certainty,
            on,
            until,
            not_before,
            not_after,
            congress_of,
            proposed,
            source,
        } = raw;
        let at = |field: &str| format!("{path}.{field}");
        let code = self.code(&at("code"), code)?;
        if self.milestones.has(&code) {
            return Err(self.source.wrong(&at("code"), Problem::DuplicateCode, code));
        }
        let kind = self.text(&at("kind"), kind)?;
        let certainty = self.text(&at("certainty"), certainty)?;
        let milestone = Milestone {
            name: self.text(&at("name"), name)?,
            short_name: self.text(&at("short_name"), short_name)?,
            kind: self.one_of(&at("kind"), &kind, parse_kind)?,
            certainty: self.one_of(&at("certainty"), &certainty, parse_certainty)?,
            on: self.optional_rule(&at("on"), on)?,
            until: self.optional_rule(&at("until"), until)?,
            not_before: self.optional_rule(&at("not_before"), not_before)?,
            not_after: self.optional_rule(&at("not_after"), not_after)?,
            congress_of: if congress_of.is_empty() {
                Vec::new()
            } else {
                self.levels(&at("congress_of"), &congress_of)?
            },
            is_proposed: proposed,
            source: self.text(&at("source"), source)?,
            code,
        };
        self.milestone_days(path, &milestone)?;
        // Only now, so that a milestone cannot hang on itself.
        self.milestones.add(&milestone.code);
        Ok(milestone)
    }

    fn milestone_days(&mut self, path: &str, milestone: &Milestone) -> Result<()> {
        let Milestone { code, certainty, on, until, not_before, not_after, .. } = milestone;
        let wrong = |field: &str, problem| Err(self.source.wrong(&format!("{path}.{field}"), problem, code));
        match (certainty, on, until) {
            (Certainty::Unknown, Some(_), _) => return wrong("on", Problem::DateNotWanted),
            (Certainty::Unknown, None, Some(_)) => return wrong("until", Problem::DateNotWanted),
            (Certainty::Expected | Certainty::Fixed, None, _) => return wrong("on", Problem::DateNeeded),
            (Certainty::Unknown, None, None) | (Certainty::Expected | Certainty::Fixed, Some(_), _) => {}
        }
        for (first, last, field) in [(on, until, "until"), (not_before, not_after, "not_after")] {
            if let (Some(first), Some(last)) = (first, last)
                && self.days.are_reversed(first, last)
            {
                return wrong(field, Problem::DatesOutOfOrder);
            }
        }
        let day = |rule: &Option<_>| rule.as_ref().and_then(|rule| self.days.of(rule));
        let (on, until) = (day(on), day(until));
        self.days.add(code, on, until);
        Ok(())
    }
}

fn parse_kind(word: &str) -> Option<MilestoneKind> {
    match word {
        "congress" => Some(MilestoneKind::Congress),
        "deadline" => Some(MilestoneKind::Deadline),
        "anniversary" => Some(MilestoneKind::Anniversary),
        "boundary" => Some(MilestoneKind::Boundary),
        "issue" => Some(MilestoneKind::Issue),
        _ => None,
    }
}

fn parse_certainty(word: &str) -> Option<Certainty> {
    match word {
        "unknown" => Some(Certainty::Unknown),
        "expected" => Some(Certainty::Expected),
        "fixed" => Some(Certainty::Fixed),
        _ => None,
    }
}
