//! What our office has of the report of a unit: what a return and a receipt speak of.

use chrono::NaiveDate;

use crate::book::{Book, Current};
use crate::error::{Error, Result};
use crate::model::{FileHead, Receipt, ReceivedState, UnitId, UnitRef};
use crate::plan::Phase;
use crate::store::organisation::{span, unit};
use crate::store::received_file;
use crate::units::span_on;
use crate::{store, text};

/// The report of a unit as it came.
pub(super) struct Came {
    pub current: Current,
    pub unit: UnitId,
    /// The unit as files name it.
    pub named: UnitRef,
    pub phase: Phase,
    /// Its line in the register.
    pub entry: Receipt,
    /// What counts of its files; `None` if it came on paper and nobody entered it.
    pub file: Option<FileHead>,
}

impl Book {
    /// The report of a unit.
    ///
    /// # Errors
    /// `not_found` for phase or unit, or `what` = "report" if none has come.
    pub(super) fn came(&self, phase: &str, unit: UnitId, today: NaiveDate) -> Result<Came> {
        let current = self.current()?;
        let found = current.plan.phases.iter().find(|known| known.code == phase).cloned();
        let phase = found.ok_or_else(|| Error::not_found("phase", phase))?;
        let named = self.ref_of(unit, today)?;
        let entry = store::received::find(&self.connection, current.campaign, &phase.code, unit)?;
        let is_there = |entry: &Receipt| match entry.state {
            ReceivedState::Received | ReceivedState::Returned | ReceivedState::Accepted => true,
            ReceivedState::Missing | ReceivedState::Withdrawn => false,
        };
        let entry = entry.filter(is_there).ok_or_else(|| Error::not_found("report", &named.name))?;
        let files = received_file::list_of_unit(&self.connection, current.campaign, (unit, &phase.code))?;
        let file = files.into_iter().next().map(|file| file.head);
        Ok(Came { current, unit, named, phase, entry, file })
    }

    /// A unit below ours as files name it.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) fn ref_of(&self, id: UnitId, today: NaiveDate) -> Result<UnitRef> {
        let stored = unit::get(&self.connection, id)?;
        let spans = span::list(&self.connection, id)?;
        let above = match span_on(&spans, today).and_then(|span| span.place.parent) {
            Some(parent) => unit::get(&self.connection, parent)?.name,
            None => self.our_name()?,
        };
        let uid = store::unit::find_uid(&self.connection, id)?;
        Ok(UnitRef { uid, name: stored.name, superior: above, level: stored.level })
    }

    /// Name of our unit.
    pub(super) fn our_name(&self) -> Result<String> {
        let ours = store::unit::find_ours(&self.connection)?;
        Ok(ours.map(|(_, unit)| unit.name).unwrap_or_default())
    }
}

impl Came {
    /// Version of the report; 0 if it came without data.
    pub fn version(&self) -> u32 {
        self.file.as_ref().map_or(0, |file| file.version)
    }

    /// Hash of its payload; empty for what the unit did not sign, because the unit knows no such payload.
    pub fn payload(&self) -> String {
        let signed = self.file.as_ref().filter(|file| !file.key.is_empty());
        signed.map(|file| file.payload_sha256.clone()).unwrap_or_default()
    }

    /// "Bien-nhan_LDLD-huyen-Tam-Duong_dot1_ban-1.sotg".
    pub fn file_name(&self, what: &str) -> String {
        let unit: String = text::file_name(&self.named.name).chars().take(60).collect();
        format!("{what}_{unit}_{}_ban-{}.sotg", self.phase.code, self.version().max(1))
    }
}
