//! A unit as the rules see it, on the days that they ask for.

use chrono::NaiveDate;

use super::applies::Attributes;
use crate::model::{UnitDetail, UnitFacts, UnitId, UnitKind, UnitLevel, UnitSpan};

/// Facts as they are now, level and kind as they were or will be on each day.
#[derive(Debug, Clone)]
pub struct SeenUnit {
    pub(crate) id: UnitId,
    facts: UnitFacts,
    spans: Vec<UnitSpan>,
    last: (UnitLevel, String),
}

impl SeenUnit {
    /// With other facts.
    pub(crate) fn with_facts(self, facts: &UnitFacts) -> SeenUnit {
        SeenUnit { facts: facts.clone(), ..self }
    }

    /// Of another kind from a day on; `None`: the last stretch of time was entered wrongly, all of it is of that kind. A day
    /// outside of the last stretch changes nothing: such a change is refused.
    pub(crate) fn with_kind(mut self, kind: &UnitKind, on: Option<NaiveDate>) -> SeenUnit {
        let is_refused = |span: &UnitSpan, on: NaiveDate| {
            span.starts_on.is_some_and(|start| on < start) || span.ends_on.is_some_and(|end| on > end)
        };
        let Some(last) = self.spans.pop_if(|span| !on.is_some_and(|on| is_refused(span, on))) else { return self };
        let starts_on = on.or(last.starts_on);
        if starts_on != last.starts_on {
            self.spans.push(UnitSpan { ends_on: starts_on.and_then(|on| on.pred_opt()), ..last.clone() });
        }
        self.last = (kind.level, kind.code.clone());
        self.spans.push(UnitSpan { starts_on, level: kind.level, kind: kind.code.clone(), ..last });
        self
    }

    /// On a day; `None` if it does not exist on it.
    pub(crate) fn on(&self, day: NaiveDate) -> Option<Attributes<'_>> {
        let holds = |span: &&UnitSpan| {
            span.starts_on.is_none_or(|start| start <= day) && span.ends_on.is_none_or(|end| end >= day)
        };
        let span = self.spans.iter().find(holds)?;
        Some(Attributes::of((span.level, &span.kind), &self.facts))
    }

    /// On a day, or as it was last where it does not exist on it.
    pub(crate) fn on_or_last(&self, day: NaiveDate) -> Attributes<'_> {
        self.on(day).unwrap_or_else(|| Attributes::of((self.last.0, &self.last.1), &self.facts))
    }
}

impl From<UnitDetail> for SeenUnit {
    fn from(unit: UnitDetail) -> SeenUnit {
        let UnitDetail { id, level, kind, facts, spans, .. } = unit;
        SeenUnit { id, facts, spans, last: (level, kind) }
    }
}
