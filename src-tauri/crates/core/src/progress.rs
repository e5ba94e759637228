//! The checklist of a phase, one activity in full, and what is said about them.

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::figures;
use crate::history::{Change, Moment};
use crate::model::{ActivityDetail, Checklist, ChecklistGroup, Evidence, Op, Outcome, ProgressChange, ProgressState};
use crate::plan::Activity;
use crate::snapshot::Snapshot;
use crate::{store, text};

/// Longest note and longest reason, in letters: several pages.
const NOTE_LIMIT: usize = 10_000;
const REASON_LIMIT: usize = 500;
/// How many changes the page of an activity shows.
const HISTORY_SHOWN: u32 = 20;

impl Book {
    /// The checklist of a phase.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn checklist(&self, phase: &str, today: NaiveDate) -> Result<Checklist> {
        let snapshot = Snapshot::read(self, today)?;
        let all = snapshot.items();
        let head = snapshot.phase_head(snapshot.phase(phase)?, &all);
        let items: Vec<_> = all.into_iter().filter(|item| item.phase == phase).collect();
        let used = snapshot.plan().groups.iter().filter(|group| items.iter().any(|item| item.group == group.code));
        let groups: Vec<_> =
            used.map(|group| ChecklistGroup { code: group.code.clone(), name: group.name.clone() }).collect();
        let mut sorted = Vec::with_capacity(items.len());
        for group in &groups {
            sorted.extend(items.iter().filter(|item| item.group == group.code).cloned());
        }
        Ok(Checklist { phase: head, groups, items: sorted })
    }

    /// All that is known of one activity.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn activity(&self, code: &str, today: NaiveDate) -> Result<ActivityDetail> {
        let snapshot = Snapshot::read(self, today)?;
        let id = snapshot.activity_id(code)?;
        let of_plan = snapshot.plan_activity(code)?;
        let item = snapshot.items().into_iter().find(|item| item.code == code);
        let own = snapshot.own_activity(code).map(|own| &own.activity);
        let contents = snapshot.plan().contents.iter().filter(|content| of_plan.contents.contains(&content.code));
        Ok(ActivityDetail {
            item: item.ok_or_else(|| Error::not_found("activity", code))?,
            explanation: own.map_or(&of_plan.explanation, |own| &own.explanation).clone(),
            place: place_in_words(of_plan),
            who: of_plan.who.clone(),
            contents: contents.map(|content| content.title.clone()).collect(),
            note: snapshot.progress.get(&id).map(|progress| progress.note.clone()).unwrap_or_default(),
            evidence: self.with_presence(snapshot.evidence.get(&id)),
            figures: figures::rows_of_activity(&snapshot, of_plan, id),
            attached_to: own.map(|own| own.attached_to.clone()),
            history: store::log::list_steps_of_activity(&self.connection, id.0, HISTORY_SHOWN)?,
        })
    }

    fn with_presence(&self, evidence: Option<&Vec<Evidence>>) -> Vec<Evidence> {
        let with = |piece: &Evidence| Evidence { is_missing: self.is_evidence_missing(piece), ..piece.clone() };
        evidence.into_iter().flatten().map(with).collect()
    }

    /// Says where activities stand: one, or many in one step.
    ///
    /// # Errors
    /// `not_found`, `reason_needed`, `too_long`, `date_in_future`; nothing is then changed.
    pub fn set_progress(&mut self, moment: &Moment, codes: &[String], change: &ProgressChange) -> Result<Outcome> {
        let current = self.current()?;
        let (done_on, reason) = check(change, moment.today)?;
        let ids = store::activity::list_ids(&self.connection, current.campaign)?;
        let mut activities = Vec::with_capacity(codes.len());
        for code in codes {
            activities.push(*ids.get(code).ok_or_else(|| Error::not_found("activity", code))?);
        }
        let subject = match codes {
            [code] => self.title_of(code)?,
            _ => String::new(),
        };
        let count = u32::try_from(codes.len()).unwrap_or(u32::MAX);
        let named = Change { op: Op::SetProgress, subject, count };
        self.transact(moment, &named, |transaction| {
            let said = (change.state, done_on, reason.as_str());
            activities
                .iter()
                .try_for_each(|activity| store::progress::set_state(transaction, current.unit, *activity, said))
        })
    }

    /// Writes the note of an activity.
    ///
    /// # Errors
    /// `not_found`, `too_long`.
    pub fn set_note(&mut self, moment: &Moment, code: &str, note: &str) -> Result<Outcome> {
        let current = self.current()?;
        let note = text::limited("note", text::clean_text(note), NOTE_LIMIT)?;
        let activity = self.activity_id(code)?;
        let named = Change::of(Op::SetNote, self.title_of(code)?);
        self.transact(moment, &named, |transaction| {
            store::progress::set_note(transaction, current.unit, activity, &note)
        })
    }
}

/// Day and reason as they will be kept.
fn check(change: &ProgressChange, today: NaiveDate) -> Result<(Option<NaiveDate>, String)> {
    match change.state {
        ProgressState::NotStarted | ProgressState::Doing => Ok((None, String::new())),
        ProgressState::Done => {
            let done_on = change.done_on.unwrap_or(today);
            if done_on > today {
                return Err(Error::refused(ErrorCode::DateInFuture, "saying when an activity was done")
                    .with("date", text::short_date(done_on)));
            }
            Ok((Some(done_on), String::new()))
        }
        ProgressState::NotApplicable => {
            let reason = text::limited("reason", text::clean_line(&change.reason), REASON_LIMIT)?;
            if reason.is_empty() {
                return Err(Error::refused(ErrorCode::ReasonNeeded, "marking an activity as not applicable"));
            }
            Ok((None, reason))
        }
    }
}

/// "Mục III.1, gạch đầu dòng thứ 2".
fn place_in_words(activity: &Activity) -> String {
    match activity.dash {
        Some(dash) => format!("Mục {}, gạch đầu dòng thứ {dash}", activity.place),
        None => format!("Mục {}", activity.place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(state: ProgressState, done_on: Option<u32>, reason: &str) -> ProgressChange {
        let day = |day| NaiveDate::from_ymd_opt(2023, 7, day).unwrap();
        ProgressChange { state, done_on: done_on.map(day), reason: reason.to_owned() }
    }

    #[test]
    fn a_state_keeps_only_what_belongs_to_it() {
        use ProgressState::{Doing, Done, NotApplicable, NotStarted};
        let today = NaiveDate::from_ymd_opt(2023, 7, 20).unwrap();
        let day = |day| NaiveDate::from_ymd_opt(2023, 7, day);
        let cases = [
            (said(NotStarted, Some(1), "x"), Ok((None, ""))),
            (said(Doing, Some(1), "x"), Ok((None, ""))),
            (said(Done, None, "x"), Ok((day(20), ""))),
            (said(Done, Some(3), ""), Ok((day(3), ""))),
            (said(Done, Some(21), ""), Err(ErrorCode::DateInFuture)),
            (said(NotApplicable, None, " không có  loa "), Ok((None, "không có loa"))),
            (said(NotApplicable, None, " \u{200b} "), Err(ErrorCode::ReasonNeeded)),
            (said(NotApplicable, None, &"x".repeat(501)), Err(ErrorCode::TooLong)),
        ];
        for (change, expected) in cases {
            let kept = check(&change, today).map_err(|error| error.code());
            assert_eq!(kept, expected.map(|(day, reason)| (day, reason.to_owned())), "said {change:?}");
        }
    }
}
