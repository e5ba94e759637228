//! When a workbook was saved last, as it says itself: of two forms of a unit the one that was saved later counts.

use std::io::{Cursor, Read as _};

use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat, TimeDelta, Utc};
use zip::ZipArchive;

use crate::unit_list::read;

/// More than any program writes about a file.
const LIMIT: u64 = 256 * 1024;

/// The instant at which a file was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// UTC, RFC 3339.
    pub instant: String,
    /// Seconds since 1970.
    pub seconds: i64,
}

impl Saved {
    /// Its day in Viet Nam, seven hours before Greenwich; `None` for the day that the program writes into a form that nobody has
    /// filled in.
    pub fn day(&self) -> Option<NaiveDate> {
        let at = DateTime::<Utc>::from_timestamp(self.seconds, 0)?.checked_add_signed(TimeDelta::hours(7))?;
        Some(at.date_naive()).filter(|day| day.year() > 2000)
    }
}

/// `None` where the file does not say.
pub fn instant(bytes: &[u8]) -> Option<Saved> {
    if let Some(seconds) = read::saved_at(bytes) {
        return DateTime::<Utc>::from_timestamp(seconds, 0).map(|at| saved(&at));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (part, tag) = match archive.index_for_name("docProps/core.xml") {
        Some(_) => ("docProps/core.xml", "<dcterms:modified"),
        None => ("meta.xml", "<dc:date"),
    };
    let mut text = Vec::new();
    archive.by_name(part).ok()?.take(LIMIT).read_to_end(&mut text).ok()?;
    let text = String::from_utf8_lossy(&text);
    let (_, rest) = text.split_once(tag)?;
    let (_, rest) = rest.split_once('>')?;
    let (said, _) = rest.split_once('<')?;
    of(said.trim())
}

fn of(said: &str) -> Option<Saved> {
    // LibreOffice leaves the zone out, and counts parts of seconds to the ninth digit.
    let zoned =
        DateTime::parse_from_rfc3339(said).or_else(|_| DateTime::parse_from_rfc3339(&format!("{said}Z"))).ok()?;
    Some(saved(&zoned.with_timezone(&Utc)))
}

fn saved(at: &DateTime<Utc>) -> Saved {
    Saved { instant: at.to_rfc3339_opts(SecondsFormat::Secs, true), seconds: at.timestamp().max(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instant_is_read_as_each_program_writes_it() {
        let cases = [
            ("2023-07-28T02:30:00Z", Some(1_690_511_400)),
            ("2023-07-28T09:30:00+07:00", Some(1_690_511_400)),
            ("2023-07-28T02:30:00.123456789", Some(1_690_511_400)),
            ("hôm qua", None),
        ];
        for (said, seconds) in cases {
            assert_eq!(of(said).map(|saved| saved.seconds), seconds, "{said}");
        }
    }
}
