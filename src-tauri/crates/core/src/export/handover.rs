//! A report on its way from the command line to the program that sets pages: all that is printed, photos included.
//!
//! Eight bytes say how long the JSON is (little endian); after it come the photos, in the order of the report. JSON alone
//! leaves them out, and as text they would be a third larger.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::model::{PhotoBytes, ReportContent};

/// The report and the day of today as bytes.
///
/// # Errors
/// `io` if it cannot be written as JSON, which only happens when memory runs out.
pub fn hand_over(content: &ReportContent, today: NaiveDate) -> Result<Vec<u8>> {
    let lengths: Vec<usize> = content.photos.iter().map(|photo| photo.jpeg.0.len()).collect();
    let json = serde_json::to_vec(&(content, today, lengths)).map_err(|error| failed(error.into()))?;
    let mut bytes = u64::try_from(json.len()).unwrap_or(u64::MAX).to_le_bytes().to_vec();
    bytes.extend(json);
    content.photos.iter().for_each(|photo| bytes.extend_from_slice(&photo.jpeg.0));
    Ok(bytes)
}

/// What was handed over.
///
/// # Errors
/// `io` if it is something else, or cut off.
pub fn take_over(bytes: &[u8]) -> Result<(ReportContent, NaiveDate)> {
    let cut_off = || failed(std::io::ErrorKind::UnexpectedEof.into());
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut_off)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut_off())?;
    let (json, mut rest) = rest.split_at_checked(length).ok_or_else(cut_off)?;
    let (mut content, today, lengths): (ReportContent, NaiveDate, Vec<usize>) =
        serde_json::from_slice(json).map_err(|error| failed(error.into()))?;
    for (photo, length) in content.photos.iter_mut().zip(lengths) {
        let (jpeg, after) = rest.split_at_checked(length).ok_or_else(cut_off)?;
        photo.jpeg = PhotoBytes(Arc::from(jpeg));
        rest = after;
    }
    Ok((content, today))
}

fn failed(error: std::io::Error) -> Error {
    Error::io("hand over", "report".as_ref())(error)
}
