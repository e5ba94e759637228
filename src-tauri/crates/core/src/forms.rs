//! Official forms: those of the program and of the office, which one a document takes, and which one a report was set to.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::form;
use crate::history::{Change, Moment};
use crate::model::{FormList, FormProfile, KnownForm, LevelHead, Op, Outcome, ReportForm, ReportRow};
use crate::plan::Phase;
use crate::snapshot::Snapshot;
use crate::store::report::StoredReport;
use crate::{store, text};

impl Book {
    /// The forms that can be chosen; one of them holds today.
    ///
    /// # Errors
    /// `bad_form` for one in the book that was written by another hand.
    pub fn list_forms(&self, today: NaiveDate) -> Result<FormList> {
        let (own, built_in) = (self.own_forms()?, form::built_in()?);
        let n_own = own.len();
        let all: Vec<FormProfile> = own.into_iter().chain(built_in).collect();
        let held = form::holding(&all, today).map(|form| form.code.clone());
        let known = |(index, profile): (usize, FormProfile)| KnownForm {
            is_own: index < n_own,
            holds: held.as_ref() == Some(&profile.code),
            profile,
        };
        Ok(FormList { forms: all.into_iter().enumerate().map(known).collect(), limits: form::limits() })
    }

    /// The form of that code.
    ///
    /// # Errors
    /// `not_found`.
    pub fn get_form(&self, code: &str) -> Result<FormProfile> {
        self.all_forms()?
            .into_iter()
            .find(|form| form.code == code)
            .ok_or_else(|| Error::not_found("official_form", code))
    }

    /// Adds a form of the office's own, or changes the one of its code.
    ///
    /// # Errors
    /// `form_fixed` for the code of one that comes with the program; what [`form::check`] refuses.
    pub fn set_form(&mut self, moment: &Moment, profile: &FormProfile) -> Result<Outcome> {
        self.current()?;
        let profile = cleaned(profile);
        form::check(&profile)?;
        refuse_fixed(&profile.code)?;
        let source = form::to_text(&profile)?;
        self.transact(moment, &Change::of(Op::SetForm, profile.name.as_str()), |transaction| {
            store::form::set(transaction, &profile.code, &source)
        })
    }

    /// Removes a form of the office's own.
    ///
    /// # Errors
    /// `not_found`, `form_fixed`, `form_in_use` with the phase of a report that was set to it.
    pub fn remove_form(&mut self, moment: &Moment, code: &str) -> Result<Outcome> {
        refuse_fixed(code)?;
        let profile = self.get_form(code)?;
        let snapshot = Snapshot::read(self, moment.today)?;
        let user = snapshot.reports.iter().find(|(_, report)| report.form.as_deref() == Some(code));
        if let Some((phase, _)) = user {
            let name = snapshot.phase(phase).map(|phase| phase.name.clone()).unwrap_or_default();
            return Err(Error::refused(ErrorCode::FormInUse, "removing an official form")
                .with("form", profile.name)
                .with("phase", name));
        }
        self.transact(moment, &Change::of(Op::RemoveForm, profile.name), |transaction| {
            store::form::remove(transaction, code)
        })
    }

    /// Sets a report to a form; `None` takes the one that holds on its day.
    ///
    /// # Errors
    /// `not_found`, `report_sent`.
    pub fn set_report_form(&mut self, moment: &Moment, phase: &str, code: Option<&str>) -> Result<Outcome> {
        let report = self.writable_report(moment.today, phase)?;
        if let Some(code) = code {
            self.get_form(code)?;
        }
        let report = StoredReport { form: code.map(str::to_owned), ..report };
        let snapshot = Snapshot::read(self, moment.today)?;
        self.write_report(moment, Op::SetReportForm, snapshot.phase(phase)?, &report)
    }

    /// The form that a document of that day takes.
    pub(crate) fn form_on(&self, day: NaiveDate) -> Result<FormProfile> {
        form::holding(&self.all_forms()?, day).cloned().ok_or_else(|| Error::not_found("official_form", day))
    }

    /// The form of a report: the one it was set to, else the one of its day, of the day it is due, of today.
    pub(crate) fn form_of_report(
        &self,
        row: &ReportRow,
        report: Option<&StoredReport>,
        today: NaiveDate,
    ) -> Result<(FormProfile, ReportForm)> {
        let chosen = match report.and_then(|report| report.form.as_deref()) {
            // One that is gone without its leave (a book put together by hand) does not stop the report.
            Some(code) => self.all_forms()?.into_iter().find(|form| form.code == code),
            None => None,
        };
        let is_chosen = chosen.is_some();
        let form = match chosen {
            Some(form) => form,
            None => self.form_on(row.dated_on.or(row.due_on).unwrap_or(today))?,
        };
        let shown = ReportForm { code: form.code.clone(), name: form.name.clone(), is_chosen };
        Ok((form, shown))
    }

    /// The form of the report of a phase.
    pub(crate) fn form_of_phase(&self, snapshot: &Snapshot, phase: &Phase) -> Result<FormProfile> {
        let row = snapshot.report_row(&snapshot.phase_head(phase, &[]));
        Ok(self.form_of_report(&row, snapshot.reports.get(&phase.code), snapshot.today)?.0)
    }

    /// The office's own, then those of the program: who stands first wins.
    fn all_forms(&self) -> Result<Vec<FormProfile>> {
        Ok(self.own_forms()?.into_iter().chain(form::built_in()?).collect())
    }

    /// The office's own, the newest first.
    fn own_forms(&self) -> Result<Vec<FormProfile>> {
        let kept = store::form::list(&self.connection)?;
        let mut forms =
            kept.iter().map(|(code, source)| form::load(code, source)).collect::<Result<Vec<FormProfile>>>()?;
        forms.sort_by_key(|form| Reverse(form.valid_from));
        Ok(forms)
    }
}

fn refuse_fixed(code: &str) -> Result<()> {
    if form::built_in()?.iter().any(|form| form.code == code) {
        return Err(Error::refused(ErrorCode::FormFixed, "changing an official form").with("form", code));
    }
    Ok(())
}

/// The same form with its texts fit to keep.
fn cleaned(profile: &FormProfile) -> FormProfile {
    let line = |typed: &str| text::clean_line(typed);
    let head = |head: &LevelHead| LevelHead {
        levels: head.levels.clone(),
        superior: line(&head.superior),
        issuer: line(&head.issuer),
        symbol: line(&head.symbol),
        authority: line(&head.authority),
    };
    FormProfile {
        code: line(&profile.code),
        name: line(&profile.name),
        document: line(&profile.document),
        report_symbol: line(&profile.report_symbol),
        filed: line(&profile.filed),
        heads: profile.heads.iter().map(head).collect(),
        ..profile.clone()
    }
}
