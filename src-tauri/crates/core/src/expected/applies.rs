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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_applies_by_level_and_from_a_number_of_members_on() {
        use UnitLevel::{District, Grassroots};
        let (_, plan) = crate::plan::find("383-lai-chau-2022").unwrap();
        let activity = |levels: &[UnitLevel], members_from| Activity {
            levels: levels.to_vec(),
            members_from,
            ..plan.activities.first().unwrap().clone()
        };
        let cases = [
            (activity(&[Grassroots], None), Grassroots, Some(3), true),
            (activity(&[Grassroots], None), District, Some(3), false),
            (activity(&[District, Grassroots], None), District, None, true),
            (activity(&[Grassroots], Some(20)), Grassroots, Some(19), false),
            (activity(&[Grassroots], Some(20)), Grassroots, Some(20), true),
            (activity(&[Grassroots], Some(20)), District, Some(2_000), false),
            (activity(&[Grassroots], Some(20)), Grassroots, None, true),
        ];
        for (activity, level, members, wanted) in cases {
            let from = activity.members_from;
            assert_eq!(applies(&activity, level, members), wanted, "{level:?} with {members:?} members, from {from:?}");
        }
    }
}
