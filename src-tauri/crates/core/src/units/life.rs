//! The stretches of time of one unit, and how a change cuts them.
//!
//! They follow each other without a gap: a unit exists from the first day of the first to the last day of the last.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::span_on;
use crate::error::{Error, ErrorCode, Result};
use crate::model::UnitId;
use crate::store::organisation::span::{self, Documents, Place, StoredSpan};
use crate::store::organisation::unit;
use crate::text::short_date;

/// Stands between the documents of two changes of one day.
const BETWEEN: &str = "; ";

/// A unit with all its stretches of time, the oldest first.
#[derive(Debug)]
pub(crate) struct Life {
    pub(crate) unit: UnitId,
    /// Its last name.
    pub(crate) name: String,
    pub(crate) spans: Vec<StoredSpan>,
}

impl Life {
    /// # Errors
    /// `not_found`.
    pub(crate) fn read(connection: &Connection, id: UnitId) -> Result<Life> {
        let unit = unit::get(connection, id)?;
        Ok(Life { unit: id, name: unit.name, spans: span::list(connection, id)? })
    }

    fn starts_on(&self) -> Option<NaiveDate> {
        self.spans.first().and_then(|span| span.starts_on)
    }

    fn not_there(&self, on: Option<NaiveDate>) -> Error {
        let day = |day: Option<NaiveDate>| day.map(short_date).unwrap_or_default();
        Error::refused(ErrorCode::UnitNotThere, "changing the structure")
            .with("unit", &self.name)
            .with("on", day(on))
            .with("from", day(self.starts_on()))
    }

    /// The stretch that goes on without end, which a change from `on` cuts. Nothing may be known of the unit that takes
    /// effect later: that would have to be thought of anew.
    ///
    /// # Errors
    /// `unit_not_there`, `later_change`.
    pub(crate) fn open_on(&self, on: NaiveDate) -> Result<&StoredSpan> {
        let Some(span) = span_on(&self.spans, on) else { return Err(self.not_there(Some(on))) };
        match span.ends_on {
            None => Ok(span),
            Some(end) => Err(Error::refused(ErrorCode::LaterChange, "changing the structure")
                .with("unit", &self.name)
                .with("on", short_date(end + Days::new(1)))),
        }
    }

    /// Whether it exists from a day on (`None`: since ever) and nothing is known of its end.
    ///
    /// # Errors
    /// `unit_not_there` with a day on which it does not exist.
    pub(crate) fn lasts_from(&self, from: Option<NaiveDate>) -> Result<()> {
        if let Some(end) = self.spans.last().and_then(|span| span.ends_on) {
            return Err(self.not_there(Some(end + Days::new(1)).max(from)));
        }
        let is_there = match from {
            Some(from) => self.starts_on().is_none_or(|start| start <= from),
            None => self.starts_on().is_none(),
        };
        if is_there { Ok(()) } else { Err(self.not_there(from)) }
    }

    /// Gives the unit another name or place from a day on, by a document that may be empty.
    ///
    /// # Errors
    /// As [`Life::open_on`].
    pub(crate) fn change(
        &self,
        connection: &Connection,
        (on, document): (NaiveDate, &str),
        place: &Place,
    ) -> Result<()> {
        let open = self.open_on(on)?;
        place_from(connection, &self.spans, open, (on, place, document))?;
        unit::follow_last_span(connection, self.unit)
    }

    /// Ends the unit; `on` is the first day on which it no longer exists.
    ///
    /// # Errors
    /// As [`Life::open_on`]; `unit_not_there` if it would never have existed.
    pub(crate) fn end(&self, connection: &Connection, (on, document): (NaiveDate, &str)) -> Result<()> {
        let open = self.open_on(on)?;
        if self.starts_on().is_some_and(|start| start >= on) {
            return Err(self.not_there(on.pred_opt()));
        }
        let last = if open.starts_on == Some(on) {
            // A change of that same day never came to hold.
            span::remove(connection, open)?;
            self.spans.iter().find(|span| span.ends_on.is_some() && span.ends_on == on.pred_opt()).unwrap_or(open)
        } else {
            open
        };
        let documents = Documents { ended_by: document.to_owned(), ..last.documents.clone() };
        span::set(connection, &StoredSpan { ends_on: on.pred_opt(), documents, ..last.clone() })?;
        unit::follow_last_span(connection, self.unit)
    }
}

/// Lets `place` hold by a document from a day on that lies in `span`, until the end of `span`.
pub(crate) fn place_from(
    connection: &Connection,
    spans: &[StoredSpan],
    span: &StoredSpan,
    (on, place, document): (NaiveDate, &Place, &str),
) -> Result<()> {
    if span.place == *place {
        return Ok(());
    }
    if span.starts_on.is_none_or(|start| start < on) {
        // The unit ends with the last of its stretches.
        let Documents { began_by, ended_by } = span.documents.clone();
        let before = Documents { began_by, ended_by: String::new() };
        span::set(connection, &StoredSpan { ends_on: on.pred_opt(), documents: before, ..span.clone() })?;
        let documents = Documents { began_by: document.to_owned(), ended_by };
        return span::add(connection, span.unit, (Some(on), span.ends_on), place, &documents);
    }
    // The second change of the same day. If it leads back to what was before, there has been none.
    match spans.iter().find(|before| before.ends_on.is_some() && before.ends_on == on.pred_opt()) {
        Some(before) if before.place == *place => {
            span::remove(connection, span)?;
            let Documents { began_by, .. } = before.documents.clone();
            let documents = Documents { began_by, ended_by: span.documents.ended_by.clone() };
            span::set(connection, &StoredSpan { ends_on: span.ends_on, documents, ..before.clone() })
        }
        Some(_) | None => {
            let Documents { began_by, ended_by } = span.documents.clone();
            let documents = Documents { began_by: both(began_by, document), ended_by };
            span::set(connection, &StoredSpan { place: place.clone(), documents, ..span.clone() })
        }
    }
}

/// What two changes of one day were decided by: both documents, each once.
fn both(first: String, second: &str) -> String {
    if first.is_empty() {
        return second.to_owned();
    }
    if second.is_empty() || first.split(BETWEEN).any(|known| known == second) {
        return first;
    }
    first + BETWEEN + second
}
