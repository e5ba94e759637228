//! What becomes of a report: it is sent, received, returned, accepted.

use chrono::NaiveDate;

use super::versions::is_sent;
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{Op, Outcome, ReportState};
use crate::snapshot::Snapshot;
use crate::store::report::StoredReport;
use crate::{store, text};

impl Book {
    /// Says what became of a report. `on` is the day it was sent; `None` takes the one that is known, else today. Going
    /// back to a draft forgets the day. What leaves the house is kept as a version, with its document.
    ///
    /// # Errors
    /// `not_found`, `date_in_future`; `required` for going back to a draft where a version was kept: that takes a reason
    /// ([`Book::correct_report`]).
    pub fn set_report_state(
        &mut self,
        moment: &Moment,
        phase: &str,
        state: ReportState,
        on: Option<NaiveDate>,
    ) -> Result<Outcome> {
        let snapshot = Snapshot::read(self, moment.today)?;
        let phase = snapshot.phase(phase)?;
        let report = snapshot.reports.get(&phase.code).cloned().unwrap_or_default();
        let leaves = !is_sent(report.state) && is_sent(state);
        let sent_on = match state {
            ReportState::Draft => None,
            ReportState::Sent | ReportState::Received | ReportState::Returned | ReportState::Accepted => {
                // What is sent again is sent today, whenever the version before it was.
                Some(on.or(report.sent_on.filter(|_| !leaves)).unwrap_or(moment.today))
            }
        };
        if let Some(day) = sent_on.filter(|day| *day > moment.today) {
            return Err(Error::refused(ErrorCode::DateInFuture, "saying when a report was sent")
                .with("date", text::short_date(day)));
        }
        if state == ReportState::Draft && report.state != state && !self.list_versions(&phase.code)?.is_empty() {
            return Err(Error::refused(ErrorCode::Required, "opening a report that was sent").with("field", "reason"));
        }
        let frozen = match sent_on.filter(|_| leaves) {
            Some(sent_on) => Some(self.freeze(moment, &snapshot, phase, (&report, sent_on))?),
            None => None,
        };
        let correction = if leaves { String::new() } else { report.correction.clone() };
        let report = StoredReport { state, sent_on, correction, ..report };
        let current = &snapshot.current;
        self.transact(moment, &Change::of(Op::SetReportState, phase.name.as_str()), |transaction| {
            store::report::set(transaction, (current.unit, current.campaign), &phase.code, &report)?;
            frozen.map_or(Ok(()), |frozen| frozen.keep(transaction, moment, &snapshot, &phase.code))
        })
    }
}
