//! Figures of a phase by indicator: what was typed for the phase, what its activities brought, what the units below brought
//! once that was frozen, this period, cumulative.
//!
//! A place without anything is "not reported" and never a zero. Counts are added, a state of affairs takes its latest
//! value, a percentage is reckoned anew from its parts and never averaged (DOMAIN.md, B.3).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{
    ActivityId, FigureCell, FigureGroup, FigureInput, FigureRow, FigureState, FigureTable, FrozenFigure, Op, Outcome,
};
use crate::plan::{Activity, Indicator, Plan, RollUp};
use crate::snapshot::Snapshot;
use crate::store::figure::{FigurePlace, StoredFigure};
use crate::{store, text};

pub(crate) mod reckon;

use reckon::{Amount, add};

impl Book {
    /// The figures of a phase.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn figure_table(&self, phase: &str, today: NaiveDate) -> Result<FigureTable> {
        let snapshot = Snapshot::read(self, today)?;
        snapshot.phase(phase)?;
        Ok(table(&snapshot, phase))
    }

    /// Enters, changes or removes a figure.
    ///
    /// # Errors
    /// `not_found`, `bad_number`, or `figure_is_reckoned` for a total or a percentage; nothing is then changed.
    pub fn set_figure(&mut self, moment: &Moment, input: &FigureInput) -> Result<Outcome> {
        let current = self.current()?;
        let indicator = check_place(&current.plan, input)?;
        let activity = match &input.activity {
            Some(code) => Some(self.activity_id(code)?),
            None => None,
        };
        let value = match input.state {
            FigureState::Number => Some(text::parse_number(&input.text, indicator.decimals)?),
            FigureState::Nothing | FigureState::NotApplicable | FigureState::NotReported => None,
        };
        let place = FigurePlace { phase: &input.phase, activity, indicator: &input.indicator, split: &input.split };
        let entered = (input.state, value, input.is_estimate && value.is_some());
        self.transact(moment, &Change::of(Op::SetFigure, indicator.name.as_str()), |transaction| {
            store::figure::set(transaction, (current.unit, current.campaign), place, entered)
        })
    }
}

pub(crate) fn check_place<'a>(plan: &'a Plan, input: &FigureInput) -> Result<&'a Indicator> {
    if !plan.phases.iter().any(|phase| phase.code == input.phase) {
        return Err(Error::not_found("phase", &input.phase));
    }
    let found = plan.indicators.iter().find(|indicator| indicator.code == input.indicator);
    let indicator = found.ok_or_else(|| Error::not_found("indicator", &input.indicator))?;
    let is_percentage = matches!(indicator.roll_up, RollUp::Percentage { .. });
    let is_total = !indicator.splits.is_empty() && input.split.is_empty();
    if is_percentage || is_total {
        return Err(Error::refused(ErrorCode::FigureIsReckoned, "entering a figure").with("indicator", &indicator.name));
    }
    let knows_split = input.split.is_empty() || indicator.splits.iter().any(|split| split.code == input.split);
    if knows_split { Ok(indicator) } else { Err(Error::not_found("split", &input.split)) }
}

/// The figures of a phase, from a snapshot.
pub(crate) fn table(snapshot: &Snapshot, phase: &str) -> FigureTable {
    table_with(snapshot, phase, &snapshot.below)
}

/// What the units below brought, by phase.
pub(crate) type Below = BTreeMap<String, Vec<FrozenFigure>>;

/// The figures of a phase with what the units below brought.
pub(crate) fn table_with(snapshot: &Snapshot, phase: &str, below: &Below) -> FigureTable {
    let plan = snapshot.plan();
    let sources = Sources { plan, figures: &snapshot.figures, below };
    let groups: Vec<FigureGroup> = plan
        .indicator_groups
        .iter()
        .map(|group| {
            let indicators = plan.indicators.iter().filter(|indicator| indicator.group == group.code);
            let rows = indicators.flat_map(|indicator| sources.rows(indicator, phase)).collect();
            FigureGroup { code: group.code.clone(), name: group.name.clone(), rows }
        })
        .collect();
    let counted = plan.indicators.iter().filter(|indicator| !matches!(indicator.roll_up, RollUp::Percentage { .. }));
    let is_reported = |indicator: &&Indicator| {
        let of = |row: &&FigureRow| row.indicator == indicator.code && row.split.is_empty();
        let row = groups.iter().flat_map(|group| &group.rows).find(of);
        row.is_some_and(|row| row.period.state != FigureState::NotReported)
    };
    FigureTable {
        phase: phase.to_owned(),
        n_reported: u32::try_from(counted.clone().filter(is_reported).count()).unwrap_or(u32::MAX),
        n_indicators: u32::try_from(counted.count()).unwrap_or(u32::MAX),
        groups,
    }
}

/// The figures of one activity: those that the plan suggests, then others that were entered.
pub(crate) fn rows_of_activity(snapshot: &Snapshot, of_plan: &Activity, activity: ActivityId) -> Vec<FigureRow> {
    let plan = snapshot.plan();
    let ours: Vec<StoredFigure> =
        snapshot.figures.iter().filter(|figure| figure.activity == Some(activity)).cloned().collect();
    let has_figure = |code: &str| ours.iter().any(|figure| figure.indicator == code);
    let suggested =
        of_plan.indicators.iter().filter_map(|code| plan.indicators.iter().find(|known| known.code == *code));
    let others = plan
        .indicators
        .iter()
        .filter(|indicator| has_figure(&indicator.code) && !of_plan.indicators.contains(&indicator.code));
    // What belongs to the activity counts here as if it had been typed for the phase.
    let as_typed: Vec<StoredFigure> =
        ours.iter().map(|figure| StoredFigure { activity: None, ..figure.clone() }).collect();
    let sources = Sources { plan, figures: &as_typed, below: &Below::new() };
    suggested
        .chain(others)
        .filter(|indicator| !matches!(indicator.roll_up, RollUp::Percentage { .. }))
        .flat_map(|indicator| sources.rows(indicator, &of_plan.phase))
        .collect()
}

/// Which column of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Typed,
    Activities,
    /// Both: what our unit did itself.
    Own,
    Below,
    /// Own and below.
    All,
}

/// What rows are reckoned from.
struct Sources<'a> {
    plan: &'a Plan,
    figures: &'a [StoredFigure],
    below: &'a Below,
}

impl Sources<'_> {
    /// The line of an indicator, and one for each of its splits.
    fn rows(&self, indicator: &Indicator, phase: &str) -> Vec<FigureRow> {
        let is_reckoned = !indicator.splits.is_empty() || matches!(indicator.roll_up, RollUp::Percentage { .. });
        let own = self.row(indicator, phase, ("", &indicator.name), !is_reckoned);
        let splits = indicator.splits.iter().map(|split| self.row(indicator, phase, (&split.code, &split.name), true));
        std::iter::once(own).chain(splits).collect()
    }

    fn row(&self, indicator: &Indicator, phase: &str, (split, label): (&str, &str), is_editable: bool) -> FigureRow {
        let cell = |amount: Amount| amount.cell(indicator.decimals);
        FigureRow {
            indicator: indicator.code.clone(),
            split: split.to_owned(),
            label: label.to_owned(),
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            is_editable,
            entered: cell(self.period(indicator, phase, split, Origin::Typed)),
            from_activities: cell(self.period(indicator, phase, split, Origin::Activities)),
            own: cell(self.period(indicator, phase, split, Origin::Own)),
            below: cell(self.period(indicator, phase, split, Origin::Below)),
            coverage: self.frozen(phase, &indicator.code, split).map(|frozen| frozen.coverage),
            period: cell(self.period(indicator, phase, split, Origin::All)),
            cumulative: cell(self.cumulative(indicator, phase, split, Origin::All)),
            target: if split.is_empty() { indicator.target.clone() } else { String::new() },
            source: indicator.source.clone(),
        }
    }

    /// One phase. The line of a split indicator is the sum of its splits.
    fn period(&self, indicator: &Indicator, phase: &str, split: &str, origin: Origin) -> Amount {
        if let RollUp::Percentage { numerator, denominator } = &indicator.roll_up {
            let part = |code: &str| self.part(code, |part| self.period(part, phase, "", origin));
            return reckon::percentage(part(numerator), part(denominator), indicator.decimals);
        }
        let in_place = |figure: &&StoredFigure| {
            let from = match origin {
                Origin::Typed => figure.activity.is_none(),
                Origin::Activities => figure.activity.is_some(),
                Origin::Own | Origin::All => true,
                Origin::Below => false,
            };
            let in_split = split.is_empty() || figure.split == split;
            figure.phase == phase && figure.indicator == indicator.code && in_split && from
        };
        let own = self.figures.iter().filter(in_place).map(Amount::of);
        match origin {
            Origin::Typed | Origin::Activities | Origin::Own => add(own),
            Origin::Below | Origin::All => add(own.chain(self.amounts_below(indicator, phase, split))),
        }
    }

    /// What the units below brought to a line that can be typed, or to all splits of an indicator.
    fn amounts_below(&self, indicator: &Indicator, phase: &str, split: &str) -> impl Iterator<Item = Amount> {
        // The line of a split indicator is kept for its coverage; its number is that of its splits.
        let in_place = move |frozen: &&FrozenFigure| {
            let in_split = if split.is_empty() {
                frozen.split.is_empty() == indicator.splits.is_empty()
            } else {
                frozen.split == split
            };
            frozen.indicator == indicator.code && in_split
        };
        self.below.get(phase).into_iter().flatten().filter(in_place).map(|frozen| Amount::from(frozen.below))
    }

    fn frozen(&self, phase: &str, indicator: &str, split: &str) -> Option<&FrozenFigure> {
        self.below.get(phase)?.iter().find(|frozen| frozen.indicator == indicator && frozen.split == split)
    }

    /// From the first phase to this one.
    fn cumulative(&self, indicator: &Indicator, phase: &str, split: &str, origin: Origin) -> Amount {
        let last = self.plan.phases.iter().position(|known| known.code == phase).unwrap_or(0);
        let until = self.plan.phases.iter().take(last + 1);
        match &indicator.roll_up {
            RollUp::Sum => add(until.map(|phase| self.period(indicator, &phase.code, split, origin))),
            // Our own state of affairs may be of another phase than that of the units below.
            RollUp::Latest if origin == Origin::All => add([Origin::Own, Origin::Below]
                .into_iter()
                .map(|origin| self.cumulative(indicator, phase, split, origin))),
            RollUp::Latest => until
                .rev()
                .map(|phase| self.period(indicator, &phase.code, split, origin))
                .find(Amount::is_reported)
                .unwrap_or_default(),
            RollUp::Percentage { numerator, denominator } => {
                let part = |code: &str| self.part(code, |part| self.cumulative(part, phase, "", origin));
                reckon::percentage(part(numerator), part(denominator), indicator.decimals)
            }
        }
    }

    fn part(&self, code: &str, reckon: impl Fn(&Indicator) -> Amount) -> Amount {
        self.plan.indicators.iter().find(|indicator| indicator.code == code).map(reckon).unwrap_or_default()
    }
}

impl Amount {
    fn of(figure: &StoredFigure) -> Amount {
        Amount { state: figure.state, value: figure.value, is_estimate: figure.is_estimate }
    }

    pub(crate) fn cell(self, decimals: u8) -> FigureCell {
        FigureCell {
            state: self.state,
            value: self.value,
            text: self.value.map(|value| text::format_number(value, decimals)).unwrap_or_default(),
            is_estimate: self.is_estimate,
        }
    }
}
