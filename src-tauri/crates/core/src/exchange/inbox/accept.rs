//! A drop is accepted: everything that its preview says, in one step, or nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use rusqlite::Connection;

use super::content;
use super::desk::Desk;
use super::found::{self, Bytes, Found};
use super::judge::{self, Taken};
use super::look;
use crate::book::{Book, Current};
use crate::error::{Error, ErrorCode, Result};
use crate::exchange::versions;
use crate::history::{Change, Moment};
use crate::kept_documents::Keeping;
use crate::model::{
    ActivityId, FileHead, InboxChoice, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, ProgressState, Receipt,
    ReceivedState, ReportPayload, SentActivity, UnitId,
};
use crate::register::first_day::{self, Days, Version};
use crate::store;
use crate::store::progress::StoredProgress;

impl Book {
    /// Takes files in as their preview says, and as was chosen: what came, its place in the register, the keys of the units
    /// and the states of their activities, in one step that undo takes back. The same files once more change nothing.
    ///
    /// # Errors
    /// As [`Book::preview_files`]; `inbox_changed` if the files, or what is known of them, are no longer what was previewed.
    /// Nothing is then written.
    pub fn accept_files(&mut self, moment: &Moment, paths: &[PathBuf], choice: &InboxChoice) -> Result<Outcome> {
        let desk = Desk::read(self, moment.today)?;
        let (looked, _) = look::look(paths, &desk.plan)?;
        if let Some(previewed) = &choice.digest {
            let files = judge::judge(&desk, looked.clone(), &InboxChoice::default()).files;
            if judge::digest(&files) != *previewed {
                return Err(changed());
            }
        }
        let taken = judge::judge(&desk, looked, choice).taken;
        let Some(first) = taken.first() else { return Ok(Outcome { step: None }) };
        let subject = desk.names.get(&first.unit).cloned().unwrap_or_default();
        let count = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        let change = Change { op: Op::AcceptFiles, subject, count };
        let current = self.current()?;
        let folder = self.folder().to_owned();
        self.transact(moment, &change, |transaction| {
            let mut taking = Taking::new(transaction, &current, moment, &taken, Keeping::new(&folder));
            taking.take_all(paths, &desk)?;
            taking.settle(&desk)
        })
    }
}

fn changed() -> Error {
    Error::refused(ErrorCode::InboxChanged, "accepting files of units")
}

/// Files on their way into the book.
struct Taking<'a> {
    connection: &'a Connection,
    current: &'a Current,
    moment: &'a Moment,
    /// By the place where they were found.
    wanted: HashMap<&'a str, &'a Taken>,
    keeping: Keeping<'a>,
    /// Units and phases of which something came.
    touched: BTreeSet<(UnitId, String)>,
}

impl<'a> Taking<'a> {
    fn new(
        connection: &'a Connection,
        current: &'a Current,
        moment: &'a Moment,
        taken: &'a [Taken],
        keeping: Keeping<'a>,
    ) -> Taking<'a> {
        let place = |taken: &'a Taken| taken.file.get(..look::PLACE_LETTERS).unwrap_or_default();
        let wanted = taken.iter().map(|taken| (place(taken), taken)).collect();
        Taking { connection, current, moment, wanted, keeping, touched: BTreeSet::new() }
    }

    /// Reads the files once more, one after the other: they are not all held in memory.
    fn take_all(&mut self, paths: &[PathBuf], desk: &Desk) -> Result<()> {
        let (places, _) = found::list(paths)?;
        for place in &places {
            place.visit(&mut |found| self.take(found, desk))?;
        }
        // Somebody took a file away, or changed it, since it was looked at.
        if self.wanted.is_empty() { Ok(()) } else { Err(changed()) }
    }

    fn take(&mut self, found: &Found<'_>, desk: &Desk) -> Result<()> {
        let Bytes::Document { document, file } = found.bytes else { return Ok(()) };
        let Some(taken) = self.wanted.remove(look::place_of(found).as_str()) else { return Ok(()) };
        let Some((payload, sha256)) = content::reopen(document, &desk.plan) else { return Err(changed()) };
        if sha256 != taken.sha256 {
            return Err(changed());
        }
        let kept = self.keeping.add(file)?;
        let size = i64::try_from(file.len()).unwrap_or(i64::MAX);
        self.write(taken, &payload, found, (kept, size))
    }

    fn write(
        &mut self,
        taken: &Taken,
        payload: &ReportPayload,
        found: &Found<'_>,
        (file_sha256, size): (String, i64),
    ) -> Result<()> {
        let edits = serde_json::to_string(&taken.edits)
            .map_err(|error| Error::refused(ErrorCode::Damaged, "keeping what was changed").with("what", error))?;
        let file_name = found.inside.last().map_or(found.name, String::as_str).to_owned();
        let on = self.moment.today;
        let head = FileHead {
            unit: taken.unit,
            phase: payload.phase.clone(),
            version: payload.version,
            sequence: payload.sequence,
            payload_sha256: taken.sha256.clone(),
            channel: taken.channel,
            key: taken.key.clone(),
            file_name: file_name.clone(),
            file_sha256: file_sha256.clone(),
            size,
            received_on: on,
            entered_for: String::new(),
            edits,
        };
        store::received_file::add(self.connection, self.current.campaign, &head, payload)?;
        let line = LedgerLine {
            direction: LedgerDirection::Received,
            kind: LedgerKind::Report,
            unit: Some(taken.unit),
            phase: payload.phase.clone(),
            version: payload.version,
            file_name,
            sha256: file_sha256,
            on,
            note: String::new(),
        };
        let at = (self.moment.instant(), self.moment.who.as_str());
        store::ledger::add(self.connection, self.current.campaign, (&at.0, at.1), &line)?;
        if let Some(key) = &taken.new_key {
            store::trusted_key::set(self.connection, taken.unit, key, (on, &self.moment.who))?;
        }
        self.touched.insert((taken.unit, payload.phase.clone()));
        Ok(())
    }

    /// What the counting report of each says goes into the register and onto the board. Not the files in their order but
    /// what is kept decides, so that every order ends in the same book.
    fn settle(self, desk: &Desk) -> Result<()> {
        let ids = store::activity::list_ids(self.connection, self.current.campaign)?;
        for (unit, phase) in &self.touched {
            settle(self.connection, self.current, desk, (*unit, phase), &ids)?;
        }
        self.keeping.finish()
    }
}

/// Brings register and board of one unit and phase in line with the report that counts, and its days with the first one.
fn settle(
    connection: &Connection,
    current: &Current,
    desk: &Desk,
    (unit, phase): (UnitId, &str),
    ids: &BTreeMap<String, ActivityId>,
) -> Result<()> {
    let came = versions::read(connection, current.campaign, (unit, phase))?;
    let Some((head, report)) = came.first() else { return Ok(()) };
    let known = desk.kept.get(&(unit, phase.to_owned())).map(Vec::as_slice).unwrap_or_default();
    let was_here = |sha256: &str| known.iter().any(|(_, _, known, _)| known == sha256);
    let all = came.iter().map(|(head, report)| versions::version((head, report)));
    let (kept, new): (Vec<Version<'_>>, Vec<Version<'_>>) = all.partition(|version| was_here(version.place.2));
    let before = store::received::find(connection, current.campaign, phase, unit)?;
    let days = first_day::days(before.as_ref(), &kept, &new);
    if was_here(&head.payload_sha256) {
        // What counts is the same; an older version may say that the report was written, or was here, earlier.
        let entry = before.filter(|entry| entry.state != ReceivedState::Withdrawn);
        let Some((entry, days)) = entry.zip(days) else { return Ok(()) };
        return store::received::set(connection, current.campaign, phase, unit, Some(&days.put_into(entry)));
    }
    let entry = receipt(head, report, before.as_ref());
    let days = days.or_else(|| before.as_ref().and_then(Days::of));
    let entry = match days {
        Some(days) => days.put_into(entry),
        None => entry,
    };
    store::received::set(connection, current.campaign, phase, unit, Some(&entry))?;
    set_progress(connection, desk, (unit, phase), &report.activities, ids)
}

/// The line of the register, with the days of this version alone.
fn receipt(head: &FileHead, report: &ReportPayload, before: Option<&Receipt>) -> Receipt {
    let was_accepted = before.is_some_and(|before| before.state == ReceivedState::Accepted);
    let note = before.map(|before| before.note.clone()).unwrap_or_default();
    let again = format!("Bản {} đến sau khi đã chấp nhận bản trước.", report.version);
    let note = if was_accepted { [note, again].join("\n").trim().to_owned() } else { note };
    let entry = Receipt {
        state: ReceivedState::Received,
        signed_on: None,
        sent_on: None,
        received_on: None,
        channel: head.channel,
        has_content: versions::has_content(report),
        note,
    };
    versions::version((head, report)).days.in_order().put_into(entry)
}

/// Activities that the unit added itself have codes that mean something else in our book: only those of the plan count.
fn set_progress(
    connection: &Connection,
    desk: &Desk,
    (unit, phase): (UnitId, &str),
    activities: &[SentActivity],
    ids: &BTreeMap<String, ActivityId>,
) -> Result<()> {
    let said: HashMap<&str, &SentActivity> =
        activities.iter().map(|activity| (activity.code.as_str(), activity)).collect();
    let known = store::progress::list(connection, unit)?;
    for activity in desk.plan.activities.iter().filter(|activity| activity.phase == phase) {
        let Some(id) = ids.get(&activity.code) else { continue };
        let before = known.get(id);
        match said.get(activity.code.as_str()).filter(|said| said.state != ProgressState::NotStarted) {
            Some(SentActivity { state, done_on, reason, .. }) => {
                let is_same = |before: &&StoredProgress| {
                    (before.state, before.done_on, &before.reason) == (*state, *done_on, reason)
                };
                if before.filter(is_same).is_none() {
                    store::progress::set_state(connection, unit, *id, (*state, *done_on, reason))?;
                }
            }
            None if before.is_some() => store::progress::remove(connection, unit, *id)?,
            None => {}
        }
    }
    Ok(())
}
