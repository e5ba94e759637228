//! When somebody is reminded: a week before the due day, on it, three and seven days after it. Pure.

use chrono::NaiveDate;

/// Days after the due day.
const STEPS: [i32; 4] = [-7, 0, 3, 7];

/// The step that has been reached, and by how many days the report is late (negative: days left). `None` while there is more
/// than a week left.
pub fn reached(due_on: NaiveDate, today: NaiveDate) -> Option<(i32, i32)> {
    let days_late = i32::try_from(today.signed_duration_since(due_on).num_days()).unwrap_or(i32::MAX);
    let step = STEPS.into_iter().rev().find(|step| *step <= days_late)?;
    Some((step, days_late))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_holds_until_the_next_one_is_reached() {
        let due = NaiveDate::from_ymd_opt(2023, 8, 10).unwrap();
        let cases = [
            ((2023, 8, 2), None),
            ((2023, 8, 3), Some((-7, -7))),
            ((2023, 8, 9), Some((-7, -1))),
            ((2023, 8, 10), Some((0, 0))),
            ((2023, 8, 12), Some((0, 2))),
            ((2023, 8, 13), Some((3, 3))),
            ((2023, 8, 17), Some((7, 7))),
            ((2023, 12, 31), Some((7, 143))),
        ];
        for ((year, month, day), wanted) in cases {
            let today = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(reached(due, today), wanted, "{today}");
        }
    }
}
