//! Whether an activity is to be done by a unit. Pure: derived from level and facts, never stored (DESIGN.md, section 3).

use crate::model::UnitLevel;
use crate::plan::Activity;

/// Whether an activity is to be done by a unit of this level with so many members.
pub fn applies(activity: &Activity, level: UnitLevel, members: Option<u32>) -> bool {
    let enough = match (activity.members_from, members) {
        (Some(from), Some(members)) => members >= from,
        // As long as nobody has said how many members there are, nothing is taken off the list.
        (None, _) | (_, None) => true,
    };
    activity.levels.contains(&level) && enough
}
