//! A unit as the rules see it, on the days that they ask for.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::applies::Attributes;
use crate::error::Result;
use crate::model::{UnitFacts, UnitId, UnitKind, UnitLevel};
use crate::store::organisation::span::{self, Place, StoredSpan};
use crate::store::organisation::unit::{self, StoredUnit};
use crate::units::span_on;

/// Facts as they are now, level and kind as they were or will be on each day.
#[derive(Debug, Clone)]
pub struct SeenUnit {
    pub(crate) id: UnitId,
    facts: UnitFacts,
    spans: Vec<StoredSpan>,
    last: (UnitLevel, String),
}

impl SeenUnit {
    /// Reads one.
    pub(crate) fn read(connection: &Connection, id: UnitId) -> Result<SeenUnit> {
        let StoredUnit { id, level, kind, facts, .. } = unit::get(connection, id)?;
        Ok(SeenUnit { id, facts, spans: span::list(connection, id)?, last: (level, kind) })
    }

    /// With other facts.
    pub(crate) fn with_facts(self, facts: &UnitFacts) -> SeenUnit {
        SeenUnit { facts: facts.clone(), ..self }
    }

    /// Of another kind from a day on; `None`: the last stretch of time was entered wrongly, all of it is of that kind. A day
    /// outside of the last stretch changes nothing: such a change is refused.
    pub(crate) fn with_kind(mut self, kind: &UnitKind, on: Option<NaiveDate>) -> SeenUnit {
        let is_refused = |span: &StoredSpan, on: NaiveDate| {
            span.starts_on.is_some_and(|start| on < start) || span.ends_on.is_some_and(|end| on > end)
        };
        let Some(last) = self.spans.pop_if(|span| !on.is_some_and(|on| is_refused(span, on))) else { return self };
        let starts_on = on.or(last.starts_on);
        if starts_on != last.starts_on {
            self.spans.push(StoredSpan { ends_on: starts_on.and_then(|on| on.pred_opt()), ..last.clone() });
        }
        self.last = (kind.level, kind.code.clone());
        let place = Place { level: kind.level, kind: kind.code.clone(), ..last.place };
        self.spans.push(StoredSpan { starts_on, place, ..last });
        self
    }

    /// With another level wherever it is of a kind.
    pub(crate) fn with_level_of(mut self, kind: &UnitKind) -> SeenUnit {
        let places = self.spans.iter_mut().map(|span| (&span.place.kind, &mut span.place.level));
        let (last_level, last_kind) = &mut self.last;
        for (of, level) in places.chain([(&*last_kind, last_level)]) {
            if *of == kind.code {
                *level = kind.level;
            }
        }
        self
    }

    /// On a day; `None` if it does not exist on it.
    pub(crate) fn on(&self, day: NaiveDate) -> Option<Attributes<'_>> {
        let Place { level, kind, .. } = &span_on(&self.spans, day)?.place;
        Some(Attributes::of((*level, kind), &self.facts))
    }

    /// On a day, or as it was last where it does not exist on it.
    pub(crate) fn on_or_last(&self, day: NaiveDate) -> Attributes<'_> {
        self.on(day).unwrap_or_else(|| Attributes::of((self.last.0, &self.last.1), &self.facts))
    }
}
