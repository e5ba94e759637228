//! A report that goes back to the unit, to be corrected at the places that are marked.

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::envelope;
use crate::history::{Change, Moment};
use crate::model::{
    LedgerDirection, LedgerKind, LedgerLine, MarkPlace, Op, Outcome, Receipt, ReceivedState, ReturnInput, ReturnMark,
    ReturnPayload, SealedFile, SealedKind, UnitId,
};
use crate::plan::Plan;
use crate::reports::OPENING;
use crate::{kept_documents, store, text};

use super::came::Came;

/// Letters of a note.
pub(super) const NOTE_LIMIT: usize = 1_000;

/// Marks of one return.
pub(super) const MARK_LIMIT: usize = 500;

impl Book {
    /// Sends a report back to its unit: the register says so, and the file tells the unit what is to be mended where.
    ///
    /// # Errors
    /// `not_found` for phase, unit, or a report that has not come; `not_found` for the place of a mark; `required` without any
    /// mark and note, and for a mark without a note; `too_long`; `dates_out_of_order` if the correction is wanted by a day
    /// that is over.
    pub fn return_report(
        &mut self,
        moment: &Moment,
        phase: &str,
        unit: UnitId,
        input: &ReturnInput,
    ) -> Result<(Outcome, SealedFile)> {
        let came = self.came(phase, unit, moment.today)?;
        let ReturnInput { marks, note, wanted_by } = checked(input, &came, moment)?;
        let payload = ReturnPayload {
            campaign: self.campaign_ref()?,
            unit: came.named.clone(),
            phase: came.phase.code.clone(),
            version: came.version(),
            report: came.payload(),
            office: self.our_name()?,
            returned_on: moment.today,
            wanted_by,
            note,
            marks,
        };
        let bytes = envelope::seal(&self.office_key()?, SealedKind::Return, &payload)?.into_bytes();
        let file = SealedFile { file_name: came.file_name("Tra-lai"), bytes };
        let hash = kept_documents::keep(self.folder(), &file.bytes)?;
        let entry = Receipt { state: ReceivedState::Returned, ..came.entry.clone() };
        let subject = format!("{}: {}", came.phase.name, came.named.name);
        let line = LedgerLine {
            direction: LedgerDirection::Sent,
            kind: LedgerKind::Return,
            unit: Some(unit),
            phase: came.phase.code.clone(),
            version: payload.version,
            file_name: file.file_name.clone(),
            sha256: hash,
            on: moment.today,
            note: payload.note.clone(),
        };
        let campaign = came.current.campaign;
        let outcome = self.transact(moment, &Change::of(Op::ReturnReport, subject), |transaction| {
            store::received::set(transaction, campaign, &came.phase.code, came.unit, Some(&entry))?;
            store::ledger::add(transaction, campaign, (&moment.instant(), &moment.who), &line)
        })?;
        Ok((outcome, file))
    }
}

/// Notes that are clean, at places that exist.
fn checked(input: &ReturnInput, came: &Came, moment: &Moment) -> Result<ReturnInput> {
    let note = text::limited("note", text::clean_text(&input.note), NOTE_LIMIT)?;
    if note.is_empty() && input.marks.is_empty() {
        return Err(Error::refused(ErrorCode::Required, "returning a report").with("field", "note"));
    }
    if input.marks.len() > MARK_LIMIT {
        return Err(Error::refused(ErrorCode::TooLong, "returning a report")
            .with("field", "marks")
            .with("limit", MARK_LIMIT)
            .with("length", input.marks.len()));
    }
    if let Some(day) = input.wanted_by.filter(|day| *day < moment.today) {
        return Err(Error::refused(ErrorCode::DatesOutOfOrder, "returning a report")
            .with("start", text::short_date(moment.today))
            .with("end", text::short_date(day)));
    }
    let mark = |mark: &ReturnMark| {
        let note = text::clean_text(&mark.note);
        if note.is_empty() {
            return Err(Error::refused(ErrorCode::Required, "returning a report").with("field", "mark"));
        }
        if !is_place_of(&mark.place, &came.current.plan) {
            return Err(Error::not_found("place", shown(&mark.place)));
        }
        Ok(ReturnMark { place: mark.place.clone(), note: text::limited("mark", note, NOTE_LIMIT)? })
    };
    let marks = input.marks.iter().map(mark).collect::<Result<_>>()?;
    Ok(ReturnInput { marks, note, wanted_by: input.wanted_by })
}

/// True for a figure or a section of the plan. An activity may be one that the unit added itself.
fn is_place_of(place: &MarkPlace, plan: &Plan) -> bool {
    match place {
        MarkPlace::Figure { indicator, split } => plan.indicators.iter().any(|known| {
            known.code == *indicator && (split.is_empty() || known.splits.iter().any(|one| one.code == *split))
        }),
        MarkPlace::Section(code) => code == OPENING || plan.report.outline.iter().any(|section| section.code == *code),
        MarkPlace::Activity(code) => !code.is_empty(),
    }
}

fn shown(place: &MarkPlace) -> String {
    match place {
        MarkPlace::Figure { indicator, split } if split.is_empty() => indicator.clone(),
        MarkPlace::Figure { indicator, split } => format!("{indicator}/{split}"),
        MarkPlace::Section(code) | MarkPlace::Activity(code) => code.clone(),
    }
}

/// What people call a place; its code where this plan does not know it.
pub(super) fn label_of(place: &MarkPlace, plan: &Plan) -> String {
    let known = match place {
        MarkPlace::Figure { indicator, split } => {
            let found = plan.indicators.iter().find(|known| known.code == *indicator);
            found.map(|known| match known.splits.iter().find(|one| one.code == *split) {
                Some(split) => format!("{} - {} ({})", known.name, split.name, known.unit),
                None => format!("{} ({})", known.name, known.unit),
            })
        }
        MarkPlace::Section(code) if code == OPENING => Some("Phần mở đầu".to_owned()),
        MarkPlace::Section(code) => {
            let found = plan.report.outline.iter().find(|section| section.code == *code);
            found.map(|section| format!("{}. {}", section.number, section.title))
        }
        MarkPlace::Activity(code) => {
            plan.activities.iter().find(|activity| activity.code == *code).map(|activity| activity.title.clone())
        }
    };
    known.unwrap_or_else(|| shown(place))
}
