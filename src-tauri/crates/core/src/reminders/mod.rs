//! Who is to be reminded of a report, with what words, and who was.

mod letter;
mod mail;
mod step;
mod words;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::export::{self, document::Document};
use crate::history::{Change, Moment};
use crate::model::{
    LetterInput, Op, Outcome, Punctuality, RecordedReminder, RegisterRow, ReminderChannel, ReminderList, ReminderRow,
    StructureOf, UnitId,
};
use crate::snapshot::Snapshot;
use crate::store::reminder::{self, NewReminder};
use crate::{store, text, timeline};

use words::Matter;

const NOTE_LIMIT: usize = 500;

impl Book {
    /// The units whose report of a phase is not there and is late, or due within a week; the latest first.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for the phase.
    pub fn reminders(&self, phase: &str, today: NaiveDate) -> Result<ReminderList> {
        let register = self.register(phase, StructureOf::Then, today)?;
        let matter = self.matter(&register.phase, today)?;
        let known = reminder::list(&self.connection, self.current()?.campaign, &register.phase)?;
        let mut contacts = store::organisation::contact::list_all(&self.connection)?;
        let mut rows = Vec::new();
        for row in &register.rows {
            let Some((due_on, step, days_late)) = owed(row, today) else { continue };
            let reminded = known.get(&row.unit).cloned().unwrap_or_default();
            rows.push(ReminderRow {
                unit: row.unit,
                name: row.name.clone(),
                due_on,
                days_late,
                step,
                is_reminded: reminded.steps.contains(&step),
                n_reminders: u32::try_from(reminded.steps.len()).unwrap_or(u32::MAX),
                reminded_on: reminded.last_on,
                channel: reminded.last_channel,
                contacts: contacts.remove(&row.unit).unwrap_or_default(),
                chat: words::chat(&matter, &row.name, due_on, days_late),
            });
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.days_late));
        Ok(ReminderList { phase: register.phase, rows })
    }

    /// Writes down that units were reminded, at the step that each of them has reached.
    ///
    /// # Errors
    /// `not_found` for the phase, and for a unit that needs no reminder.
    pub fn add_reminders(
        &mut self,
        moment: &Moment,
        phase: &str,
        units: &[UnitId],
        channel: ReminderChannel,
        note: &str,
    ) -> Result<Outcome> {
        let note = text::limited("note", text::clean_line(note), NOTE_LIMIT)?;
        let rows = self.chosen(phase, units, moment.today)?;
        let campaign = self.current()?.campaign;
        let first = rows.first().map(|row| row.name.clone()).unwrap_or_default();
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        self.transact(moment, &Change { op: Op::AddReminders, subject: first, count }, |transaction| {
            rows.iter().try_for_each(|row| {
                let (unit, step) = (row.unit, row.step);
                let reminder = NewReminder { unit, step, channel, on: moment.today, note: note.clone() };
                reminder::add(transaction, campaign, phase, &reminder)
            })
        })
    }

    /// The record of a phase: who was reminded, when and how, the newest first. Reminders that were taken back are not in it.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for the phase.
    pub fn recorded_reminders(&self, phase: &str) -> Result<Vec<RecordedReminder>> {
        let current = self.current()?;
        let is_known = current.plan.phases.iter().any(|known| known.code == phase);
        if !is_known {
            return Err(Error::not_found("phase", phase));
        }
        reminder::list_recorded(&self.connection, current.campaign, phase)
    }

    /// Writes an e-mail to each of the units into a folder, to be opened and sent; gives the files.
    ///
    /// # Errors
    /// As [`Book::add_reminders`]; `io` if a file cannot be written.
    pub fn write_reminder_mails(
        &self,
        phase: &str,
        units: &[UnitId],
        folder: &Path,
        today: NaiveDate,
    ) -> Result<Vec<PathBuf>> {
        let rows = self.chosen(phase, units, today)?;
        let matter = self.matter(phase, today)?;
        std::fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
        let write = |(number, row): (usize, &ReminderRow)| {
            let recipients: Vec<String> =
                row.contacts.iter().map(|contact| contact.email.clone()).filter(|email| !email.is_empty()).collect();
            let subject = words::mail_subject(&matter, row.days_late);
            let text = words::mail_text(&matter, &row.name, row.due_on, row.days_late);
            // The number keeps units of one name apart.
            let path = folder.join(format!("{:03} {}.eml", number + 1, text::file_name(&row.name)));
            export::save(&path, mail::draft(&recipients, &subject, &text).as_bytes())?;
            Ok(path)
        };
        rows.iter().enumerate().map(write).collect()
    }

    /// The official letter to the units, with their list, as the bytes of a Word file.
    ///
    /// # Errors
    /// As [`Book::add_reminders`]; `dates_out_of_order` if the day until which the report is asked for lies in the past.
    pub fn reminder_letter(
        &self,
        phase: &str,
        units: &[UnitId],
        input: &LetterInput,
        today: NaiveDate,
    ) -> Result<Vec<u8>> {
        if input.until < today {
            return Err(Error::refused(ErrorCode::DatesOutOfOrder, "asking for reports until a day")
                .with("start", text::short_date(today))
                .with("end", text::short_date(input.until)));
        }
        let rows = self.chosen(phase, units, today)?;
        let snapshot = Snapshot::read(self, today)?;
        let matter = self.matter(phase, today)?;
        let form = self.form_on(input.dated_on.unwrap_or(today))?;
        let document: Document = letter::document(&snapshot, self.is_sample(), &matter, &rows, input, form);
        export::docx::write(&document)
    }

    /// The rows of the units that were chosen; all of them if none was.
    fn chosen(&self, phase: &str, units: &[UnitId], today: NaiveDate) -> Result<Vec<ReminderRow>> {
        let mut rows = self.reminders(phase, today)?.rows;
        if let Some(stranger) = units.iter().find(|unit| !rows.iter().any(|row| row.unit == **unit)) {
            return Err(Error::not_found("reminder", stranger));
        }
        rows.retain(|row| units.is_empty() || units.contains(&row.unit));
        Ok(rows)
    }

    fn matter(&self, phase: &str, today: NaiveDate) -> Result<Matter> {
        let snapshot = Snapshot::read(self, today)?;
        let plan = snapshot.plan();
        Ok(Matter {
            office: snapshot.unit.name.clone(),
            phase: snapshot.phase(phase)?.name.clone(),
            plan: format!("{} của {}", timeline::document_line(plan), plan.document.issuer),
        })
    }
}

/// Due day, step and days late of a unit whose report is missing and that has reached a step.
fn owed(row: &RegisterRow, today: NaiveDate) -> Option<(NaiveDate, i32, i32)> {
    let due_on = row.due_on.filter(|_| row.punctuality == Some(Punctuality::NotYet))?;
    let (step, days_late) = step::reached(due_on, today)?;
    Some((due_on, step, days_late))
}
