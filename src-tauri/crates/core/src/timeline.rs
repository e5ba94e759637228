//! The campaign on a line of time, the first screen, and what every screen shows of the book.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::book::Book;
use crate::completeness;
use crate::error::Result;
use crate::model::{
    BookState, CampaignHead, ChecklistItem, Lane, MilestoneKind, MilestoneView, Named, Overview, PhaseHead, ReportRow,
    ReportState, StageSpan, Timeline, TimelineBar, TimelinePhase,
};
use crate::plan::{self, Phase, Plan};
use crate::schedule::Schedule;
use crate::snapshot::Snapshot;
use crate::{store, text};

/// How many coming activities the first screen lists.
const UPCOMING_SHOWN: usize = 10;
/// Days drawn before the first and after the last event.
const MARGIN: TimeDelta = TimeDelta::days(7);

impl Book {
    /// What every screen needs to know. `clock_today` is the day of the clock, to say whether another day is rehearsed.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn state(&self, today: NaiveDate, clock_today: NaiveDate) -> Result<BookState> {
        let (undo, redo) = self.next_undo_and_redo()?;
        let mut state = BookState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            today,
            is_rehearsal: today != clock_today,
            is_sample: self.is_sample(),
            folder: self.folder().display().to_string(),
            unit: None,
            campaign: None,
            signers: store::unit::list_signers(&self.connection)?,
            due_rule: None,
            preferences: self.preferences()?,
            undo,
            redo,
            n_late: 0,
            n_late_reports: 0,
            n_units: store::organisation::span::count_on(&self.connection, today)?,
        };
        if self.is_set_up() {
            let snapshot = Snapshot::read(self, today)?;
            let heads = snapshot.phase_heads(&snapshot.items());
            let reports = snapshot.report_rows(&heads);
            state.n_late = heads.iter().map(|head| head.counts.late).sum();
            let late = reports.iter().filter(|row| is_owed(row) && row.days_late.is_some());
            state.n_late_reports = u32::try_from(late.count()).unwrap_or(u32::MAX);
            state.due_rule = Some(snapshot.due_rule.clone());
            state.campaign = Some(campaign_head(snapshot.plan(), heads));
            state.unit = Some(snapshot.unit);
        }
        Ok(state)
    }

    /// The first screen.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn overview(&self, today: NaiveDate) -> Result<Overview> {
        let snapshot = Snapshot::read(self, today)?;
        let items = snapshot.items();
        let phases = snapshot.phase_heads(&items);
        let in_view = phase_in_view(&phases, today);
        let sunday = today + TimeDelta::days(6 - i64::from(today.weekday().num_days_from_monday()));
        let mut late: Vec<_> = items.iter().filter(|item| item.days_late.is_some()).cloned().collect();
        late.sort_by_key(|item| std::cmp::Reverse(item.days_late));
        let mut open: Vec<_> = items.into_iter().filter(|item| item.days_left.is_some()).collect();
        open.sort_by_key(|item| item.due_on);
        let (this_week, later): (Vec<_>, Vec<_>) = open.into_iter().partition(|item| item.due_on <= Some(sunday));
        let reports = snapshot.report_rows(&phases);
        let changed_reports = self.changed_since_sent(&snapshot)?;
        Ok(Overview {
            today,
            days_left: in_view.and_then(|phase| phase.ends_on).map(|end| days_from(today, end)),
            phase_in_view: in_view.map(|phase| phase.code.clone()).unwrap_or_default(),
            phases: phases.clone(),
            late,
            this_week,
            upcoming: later.into_iter().take(UPCOMING_SHOWN).collect(),
            next_congress: next_congress(&snapshot.schedule, today),
            next_report: next_report(reports),
            changed_reports,
        })
    }

    /// The whole campaign on a line of time.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn timeline(&self, today: NaiveDate) -> Result<Timeline> {
        let snapshot = Snapshot::read(self, today)?;
        let items = snapshot.items();
        let plan = snapshot.plan();
        let phases: Vec<_> = plan.phases.iter().map(|phase| timeline_phase(&snapshot, phase, &items)).collect();
        let bars: Vec<_> = items.iter().filter_map(|item| bar(&snapshot, item)).collect();
        let milestones = snapshot.schedule.milestones();
        let drawn = bars.iter().flat_map(|bar| [bar.drawn_from, bar.drawn_to]);
        let of_phases = phases.iter().flat_map(|phase| [phase.drawn_from, phase.drawn_to]);
        let known = milestones.iter().flat_map(|milestone| [milestone.on, milestone.until]).flatten();
        let days: Vec<_> = drawn.chain(of_phases).chain(known).collect();
        let from = days.iter().min().copied().unwrap_or(today) - MARGIN;
        let to = days.iter().max().copied().unwrap_or(today) + MARGIN;
        let lanes = plan.forms.iter().map(|form| lane(form, &items)).collect();
        Ok(Timeline { today, from, to, phases, milestones, lanes, bars })
    }
}

/// "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022".
pub(crate) fn document_line(plan: &Plan) -> String {
    let document = &plan.document;
    format!("{} số {} ngày {}", document.kind, document.number, text::short_date(document.issued_on))
}

fn campaign_head(plan: &Plan, phases: Vec<PhaseHead>) -> CampaignHead {
    let named = |form: &plan::Form| Named { code: form.code.clone(), name: form.short_name.clone() };
    CampaignHead {
        plan: plan.code.clone(),
        title: plan.document.short_title.clone(),
        document: document_line(plan),
        motto: plan.document.motto.clone(),
        term: plan.document.term.clone(),
        phases,
        forms: plan.forms.iter().map(named).collect(),
    }
}

fn days_from(today: NaiveDate, day: NaiveDate) -> i32 {
    i32::try_from((day - today).num_days()).unwrap_or(i32::MAX)
}

/// The phase that runs today, the one whose end is nearest if several do; else the next one; else the last one.
fn phase_in_view(phases: &[PhaseHead], today: NaiveDate) -> Option<&PhaseHead> {
    let running =
        phases.iter().filter(|phase| phase.is_current).min_by_key(|phase| phase.ends_on.unwrap_or(NaiveDate::MAX));
    running
        .or_else(|| phases.iter().find(|phase| phase.starts_on.is_some_and(|start| start > today)))
        .or_else(|| phases.iter().find(|phase| phase.ends_on.is_none()))
        .or_else(|| phases.last())
}

/// The first congress in the plan that is not over: one without a day comes before one that lies later in the plan.
fn next_congress(schedule: &Schedule, today: NaiveDate) -> Option<MilestoneView> {
    let is_ahead = |milestone: &MilestoneView| {
        // One whose day nobody has said is ahead, whatever was thought of when the plan was made.
        let last = milestone.until.or(milestone.on);
        milestone.kind == MilestoneKind::Congress && last.is_none_or(|last| last >= today)
    };
    let mut congresses: Vec<_> = schedule.milestones().into_iter().filter(is_ahead).collect();
    congresses.sort_by_key(|milestone| milestone.on.or(milestone.not_before));
    congresses.into_iter().next()
}

fn is_owed(row: &ReportRow) -> bool {
    match row.state {
        ReportState::Draft | ReportState::Returned => true,
        ReportState::Sent | ReportState::Received | ReportState::Accepted => false,
    }
}

/// The first one that is owed: the late ones come first, because reports are due in the order of the phases.
fn next_report(rows: Vec<ReportRow>) -> Option<ReportRow> {
    rows.into_iter().find(is_owed)
}

fn timeline_phase(snapshot: &Snapshot, phase: &Phase, items: &[ChecklistItem]) -> TimelinePhase {
    let span = snapshot.schedule.phase(phase);
    let stages = phase.stages.iter().map(|stage| {
        let span = snapshot.schedule.stage(stage);
        StageSpan {
            code: stage.code.clone(),
            name: stage.name.clone(),
            starts_on: span.starts_on,
            ends_on: span.ends_on,
        }
    });
    TimelinePhase {
        head: snapshot.phase_head(phase, items),
        drawn_from: span.drawn_from,
        drawn_to: span.drawn_to,
        stages: stages.collect(),
    }
}

fn bar(snapshot: &Snapshot, item: &ChecklistItem) -> Option<TimelineBar> {
    let phase = snapshot.phase(&item.phase).ok()?;
    let span = snapshot.plan_activity(&item.code).map(|activity| snapshot.schedule.activity(activity)).ok()?;
    let (drawn_from, drawn_to) = match (item.is_own, item.starts_on, item.due_on) {
        (true, Some(starts_on), Some(due_on)) => (starts_on, due_on),
        // A day of our own, set by the office above, is drawn as it holds for us.
        (false, _, Some(due_on)) => (span.drawn_from.min(due_on), due_on),
        _ => (span.drawn_from, span.drawn_to),
    };
    Some(TimelineBar {
        code: item.code.clone(),
        title: item.title.clone(),
        lane: item.forms.first().cloned().unwrap_or_default(),
        phase: item.phase.clone(),
        phase_number: phase.number,
        starts_on: item.starts_on,
        due_on: item.due_on,
        drawn_from,
        drawn_to,
        state: item.state,
        days_late: item.days_late,
        is_own: item.is_own,
    })
}

fn lane(form: &plan::Form, items: &[ChecklistItem]) -> Lane {
    let in_lane = items.iter().filter(|item| item.forms.first() == Some(&form.code));
    let counts = completeness::count(in_lane);
    Lane {
        form: form.code.clone(),
        name: form.name.clone(),
        short_name: form.short_name.clone(),
        place: form.place.clone(),
        n_applicable: counts.applicable,
        n_done: counts.done,
    }
}
