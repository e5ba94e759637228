//! Coverage in words.

use super::format_number;
use crate::model::Coverage;

/// As documents print it: "812/968 đơn vị; 41 trễ; 3 đã sửa".
pub fn printed_coverage(coverage: &Coverage) -> String {
    let number = |count: u32| format_number(i64::from(count), 0);
    let Coverage { reported, expected, late, corrected } = *coverage;
    let mut said = format!("{}/{} đơn vị", number(reported), number(expected));
    if late > 0 {
        said.push_str(&format!("; {} trễ", number(late)));
    }
    if corrected > 0 {
        said.push_str(&format!("; {} đã sửa", number(corrected)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_says_only_what_is_not_nothing() {
        for ((reported, expected, late, corrected), printed_as) in [
            ((812, 968, 41, 3), "812/968 đơn vị; 41 trễ; 3 đã sửa"),
            ((0, 1200, 0, 0), "0/1.200 đơn vị"),
            ((2, 2, 0, 1), "2/2 đơn vị; 1 đã sửa"),
        ] {
            assert_eq!(printed_coverage(&Coverage { reported, expected, late, corrected }), printed_as);
        }
    }
}
