//! Units below ours: the tree on a day, one unit with its history, and what can be changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{UnitId, UnitLevel};

/// To which sector of the economy the employer belongs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EmployerSector {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Khu vực nhà nước.
    State,
    /// Khu vực ngoài nhà nước.
    NonState,
}

/// A kind of unit (data of the office): "Liên đoàn Lao động huyện", "Công đoàn cơ sở trường học".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitKind {
    /// Code, ASCII.
    pub code: String,
    /// Name on the screen and in lists.
    pub name: String,
    /// The level that rules take it for.
    pub level: UnitLevel,
}

/// A kind and how many units have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindUse {
    /// Code, ASCII.
    pub code: String,
    /// Name on the screen and in lists.
    pub name: String,
    /// The level that rules take it for.
    pub level: UnitLevel,
    /// Units that have it on the day that was asked for.
    pub n_units: u32,
    /// Units that have it on any day: another level changes what is expected of all these.
    pub n_ever: u32,
}

/// Facts of a unit below ours that have no date of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitFacts {
    /// The office's own code for it; empty if it has none, else unique.
    pub code: String,
    /// Number of union members, where it is known.
    pub members: Option<u32>,
    /// Sector of the employer.
    pub sector: EmployerSector,
    /// Whether it has a page on Facebook; `None` while nobody has said.
    pub has_page: Option<bool>,
    /// The department of our office that follows it.
    pub followed_by: String,
}

/// An office contact: by title, never a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitContact {
    /// "Chủ tịch", "Văn phòng".
    pub title: String,
    /// Telephone of the office; may be empty.
    pub phone: String,
    /// E-mail of the office; may be empty.
    pub email: String,
}

/// A unit in the tree on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitNode {
    /// Which unit.
    pub id: UnitId,
    /// `None`: directly below our unit.
    pub parent: Option<UnitId>,
    /// Name on that day.
    pub name: String,
    /// Level on that day.
    pub level: UnitLevel,
    /// Code of its kind.
    pub kind: String,
    /// Its facts as they are now.
    pub facts: UnitFacts,
    /// 0 directly below our unit.
    pub depth: u8,
    /// All units below it, at every depth.
    pub n_below: u32,
}

/// The tree on a day: every unit after its parent, children in the order of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitTree {
    /// The day.
    pub on: NaiveDate,
    /// The units that exist on it.
    pub units: Vec<UnitNode>,
    /// Kinds to choose from.
    pub kinds: Vec<UnitKind>,
}

/// A stretch of time in which a unit had one name and one place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitSpan {
    /// First day; `None` since ever.
    pub starts_on: Option<NaiveDate>,
    /// Last day; `None` still.
    pub ends_on: Option<NaiveDate>,
    /// Unit above it; `None`: ours.
    pub parent: Option<UnitId>,
    /// Name of the unit above it.
    pub parent_name: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// Code of its kind.
    pub kind: String,
    /// The document by which it came to be so; may be empty.
    pub began_by: String,
    /// The document by which the unit ended with it; may be empty, and is while the unit goes on.
    pub ended_by: String,
}

/// How one unit came out of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DescentManner {
    /// Sáp nhập: the unit went up in another one.
    Merged,
    /// Chia tách: the unit was made out of another one.
    Split,
}

/// One step of the lineage, seen from a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitDescent {
    /// The older unit.
    pub from: UnitId,
    /// Its name.
    pub from_name: String,
    /// The younger one, or the one it went up in.
    pub to: UnitId,
    /// Its name.
    pub to_name: String,
    /// How.
    pub manner: DescentManner,
    /// The day it took effect.
    pub on: NaiveDate,
    /// Document that decided it; may be empty.
    pub document: String,
}

/// One unit with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitDetail {
    /// Which unit.
    pub id: UnitId,
    /// Its last name.
    pub name: String,
    /// Its last level.
    pub level: UnitLevel,
    /// Code of its last kind.
    pub kind: String,
    /// Units above it on that day, the highest first, ours left out.
    pub path: Vec<(UnitId, String)>,
    /// Its facts.
    pub facts: UnitFacts,
    /// Whom one writes to or calls.
    pub contacts: Vec<UnitContact>,
    /// Names and places in the tree, the oldest first.
    pub spans: Vec<UnitSpan>,
    /// Where it came from and what came out of it.
    pub descents: Vec<UnitDescent>,
    /// True if it exists on the day that was asked for.
    pub exists: bool,
}

/// A new unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewUnit {
    /// `None`: directly below our unit.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Code of its kind, from which its level follows.
    pub kind: String,
    /// The day from which it exists; `None` since ever.
    pub starts_on: Option<NaiveDate>,
    /// Its facts.
    pub facts: UnitFacts,
    /// Its contacts.
    pub contacts: Vec<UnitContact>,
}

/// A change of the structure, with the day it takes effect (its first day in the new form).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum StructureChange {
    /// Another name or kind.
    Rename {
        /// Which unit.
        unit: UnitId,
        /// Its new name.
        name: String,
        /// Code of its new kind.
        kind: String,
    },
    /// Another place in the tree.
    Move {
        /// Which unit.
        unit: UnitId,
        /// Unit above it; `None`: ours.
        parent: Option<UnitId>,
    },
    /// It ends; the day of the change is the first on which it no longer exists. Units below it must have moved.
    Close {
        /// Which unit.
        unit: UnitId,
    },
    /// Several units go up in one that exists; what is below them moves along.
    Merge {
        /// The units that end.
        units: Vec<UnitId>,
        /// The unit that takes them in.
        into: UnitId,
    },
    /// New units are made out of one. It ends, or goes on beside them.
    Split {
        /// The unit.
        unit: UnitId,
        /// The new ones.
        parts: Vec<NewUnit>,
        /// True if the old one ends.
        ends: bool,
    },
}
