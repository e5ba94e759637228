//! Congresses of the units, against the deadline of their level.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{UnitId, UnitLevel};

/// The congress of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Congress {
    /// Which unit.
    pub unit: UnitId,
    /// Day it is planned for.
    pub planned_on: Option<NaiveDate>,
    /// First day it was held.
    pub held_on: Option<NaiveDate>,
    /// Last day, if it took several.
    pub held_until: Option<NaiveDate>,
    /// Where.
    pub place: String,
    /// Đại hội điểm.
    pub is_pilot: bool,
    /// Official delegates.
    pub delegates: Option<u32>,
    /// What came out of it; may be empty.
    pub result: String,
}

impl Congress {
    /// The congress of a unit of which nothing has been entered.
    pub fn of(unit: UnitId) -> Congress {
        Congress {
            unit,
            planned_on: None,
            held_on: None,
            held_until: None,
            place: String::new(),
            is_pilot: false,
            delegates: None,
            result: String::new(),
        }
    }
}

/// One unit in the list of congresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CongressRow {
    /// The congress; empty fields where nothing was entered.
    pub congress: Congress,
    /// Name of the unit.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// 0 directly below our unit.
    pub depth: u8,
    /// Day until which it must be held.
    pub due_on: Option<NaiveDate>,
    /// Days it was or is late.
    pub days_late: Option<i32>,
    /// Days left.
    pub days_left: Option<i32>,
    /// It is planned for a day after the deadline.
    pub is_planned_late: bool,
}

/// Congresses of a level: how many are held, and what that says of the milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CongressLevel {
    /// The milestone that the level's congresses must be held by: its code.
    pub milestone: String,
    /// Name of the milestone.
    pub name: String,
    /// Levels it speaks of.
    pub levels: Vec<UnitLevel>,
    /// Units that hold one.
    pub expected: u32,
    /// Held.
    pub held: u32,
    /// Held after the deadline.
    pub held_late: u32,
    /// Not held and past the deadline.
    pub overdue: u32,
    /// Day of the deadline.
    pub due_on: Option<NaiveDate>,
    /// When all are held: the day of the last one, which the milestone may take over.
    pub proposed_on: Option<NaiveDate>,
}

/// All congresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CongressList {
    /// By level.
    pub levels: Vec<CongressLevel>,
    /// Every unit after its parent.
    pub rows: Vec<CongressRow>,
}
