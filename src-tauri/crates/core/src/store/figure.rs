//! Figures as they were entered. A place without a row was not reported.

use rusqlite::{Connection, Row, named_params};

use super::{code_column, code_of};
use crate::error::{Doing as _, Result};
use crate::model::{ActivityId, CampaignId, FigureState, UnitId};

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigurePlace<'a> {
    /// Code of the phase.
    pub phase: &'a str,
    /// Its activity; `None` for the phase as a whole.
    pub activity: Option<ActivityId>,
    /// Code of the indicator.
    pub indicator: &'a str,
    /// Code of the split, or empty.
    pub split: &'a str,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFigure {
    /// Code of the phase.
    pub phase: String,
    /// Its activity; `None` for the phase as a whole.
    pub activity: Option<ActivityId>,
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    pub split: String,
    /// Which kind of thing it is; never `NotReported`.
    pub state: FigureState,
    /// The number, times 10 to the power of the indicator's decimals.
    pub value: Option<i64>,
    /// Ước tính.
    pub is_estimate: bool,
}

/// All figures of a unit in a campaign.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId, campaign: CampaignId) -> Result<Vec<StoredFigure>> {
    let read = |row: &Row<'_>| {
        Ok(StoredFigure {
            phase: row.get("phase")?,
            activity: row.get::<_, Option<i64>>("activity_id")?.map(ActivityId),
            indicator: row.get("indicator")?,
            split: row.get("split")?,
            state: code_column(row, "state")?,
            value: row.get("value")?,
            is_estimate: row.get("is_estimate")?,
        })
    };
    connection
        .prepare_cached(
            "SELECT phase, activity_id, indicator, split, state, value, is_estimate
             FROM figure WHERE unit_id = ?1 AND campaign_id = ?2 ORDER BY id",
        )
        .and_then(|mut statement| statement.query_map([unit.0, campaign.0], read)?.collect())
        .doing("reading the figures")
}

/// Writes a figure; `NotReported` removes it.
///
/// # Errors
/// What SQLite reports.
pub fn set(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    place: FigurePlace<'_>,
    (state, value, is_estimate): (FigureState, Option<i64>, bool),
) -> Result<()> {
    if state == FigureState::NotReported {
        return remove(connection, (unit, campaign), place);
    }
    connection
        .prepare_cached(
            "INSERT INTO figure (unit_id, campaign_id, phase, activity_id, indicator, split, state, value, is_estimate)
             VALUES (:unit, :campaign, :phase, :activity, :indicator, :split, :state, :value, :is_estimate)
             ON CONFLICT (unit_id, campaign_id, phase, indicator, split, ifnull(activity_id, 0)) DO UPDATE SET
                 state = excluded.state, value = excluded.value, is_estimate = excluded.is_estimate",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":campaign": campaign.0, ":phase": place.phase,
                ":activity": place.activity.map(|activity| activity.0), ":indicator": place.indicator,
                ":split": place.split, ":state": code_of(state)?, ":value": value, ":is_estimate": is_estimate,
            })
        })
        .doing("writing a figure")
        .map(drop)
}

fn remove(connection: &Connection, (unit, campaign): (UnitId, CampaignId), place: FigurePlace<'_>) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM figure WHERE unit_id = :unit AND campaign_id = :campaign AND phase = :phase
                 AND indicator = :indicator AND split = :split AND activity_id IS :activity",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":unit": unit.0, ":campaign": campaign.0, ":phase": place.phase, ":indicator": place.indicator,
                ":split": place.split, ":activity": place.activity.map(|activity| activity.0),
            })
        })
        .doing("removing a figure")
        .map(drop)
}
