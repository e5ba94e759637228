//! When a workbook was saved last: a property that every program writes ([MS-OLEPS]).

use super::compound::Compound;
use super::records::{u16_at, u32_at};

const PROPERTIES: &str = "\u{5}SummaryInformation";

/// Number of the property, and the kind of its value: hundreds of nanoseconds since 1601.
const LAST_SAVED: u32 = 13;
const TIME: u16 = 0x40;

const PER_SECOND: u64 = 10_000_000;
const FROM_1601_TO_1970: i64 = 11_644_473_600;

/// Most properties of a file that are looked at; there are about twenty.
const PROPERTY_LIMIT: usize = 100;

/// Seconds since 1970; `None` where the file does not say.
pub fn saved_at(content: &[u8]) -> Option<i64> {
    of_properties(&Compound::open(content)?.stream(PROPERTIES)?)
}

fn of_properties(stream: &[u8]) -> Option<i64> {
    // The head names one set of properties and where it begins.
    let set = stream.get(usize::try_from(u32_at(stream, 44)?).ok()?..)?;
    let count = usize::try_from(u32_at(set, 4)?).ok()?.min(PROPERTY_LIMIT);
    let at = |number: usize| 8 + 8 * number;
    let place = (0..count).find(|number| u32_at(set, at(*number)) == Some(LAST_SAVED))?;
    let value = set.get(usize::try_from(u32_at(set, at(place) + 4)?).ok()?..)?;
    if u16_at(value, 0)? != TIME {
        return None;
    }
    let ticks = u64::from(u32_at(value, 8)?) << 32 | u64::from(u32_at(value, 4)?);
    i64::try_from(ticks / PER_SECOND).ok()?.checked_sub(FROM_1601_TO_1970).filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream with one property.
    fn stream(number: u32, kind: u32, ticks: u64) -> Vec<u8> {
        let mut stream = vec![0; 44];
        let numbers = [48, 0, 1, number, 16, kind];
        numbers.iter().for_each(|number: &u32| stream.extend(number.to_le_bytes()));
        stream.extend(ticks.to_le_bytes());
        stream
    }

    #[test]
    fn the_time_counts_from_1601() {
        let ticks = (1_690_511_400 + 11_644_473_600) * 10_000_000;
        assert_eq!(of_properties(&stream(LAST_SAVED, 0x40, ticks)), Some(1_690_511_400));
        assert_eq!(of_properties(&stream(12, 0x40, ticks)), None, "when it was made");
        assert_eq!(of_properties(&stream(LAST_SAVED, 3, ticks)), None, "no time");
        assert_eq!(of_properties(&stream(LAST_SAVED, 0x40, 0)), None, "never");
        let whole = stream(LAST_SAVED, 0x40, ticks);
        assert!((0..whole.len()).all(|length| of_properties(&whole[..length]).is_none()), "cut off anywhere");
    }
}
