//! Packed files of strangers: sizes before content, so that a few kilobytes never become gigabytes.
//!
//! A name inside of a packed file is shown and never used as a path.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// Bytes in a megabyte.
pub const MEGABYTE: u64 = 1024 * 1024;

/// Most bytes that all parts of one file may have once unpacked.
pub const UNPACKED_LIMIT: u64 = 300 * MEGABYTE;

/// A part that unpacks to more than this many times its size, and is large, is made to do harm.
const RATIO_LIMIT: u64 = 200;

/// Most parts of one packed file.
pub const PART_LIMIT: usize = 5_000;

/// A packed file in memory.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Why a packed file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It is no packed file, or not a whole one.
    Damaged,
    /// It would unpack to more than it may.
    Bomb,
    /// A part is locked with a password.
    Locked,
}

/// Opens a packed file whose parts may be unpacked. Parts below `ratio_from` bytes may be packed as tightly as they like.
///
/// # Errors
/// What is wrong with it.
pub fn open(content: &[u8], ratio_from: u64) -> Result<Archive<'_>, Problem> {
    if says_too_many(content) {
        return Err(Problem::Bomb);
    }
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|_| Problem::Damaged)?;
    if archive.len() > PART_LIMIT {
        return Err(Problem::Bomb);
    }
    if archive.has_overlapping_entries().unwrap_or(true) {
        return Err(Problem::Damaged);
    }
    let mut unpacked = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| Problem::Damaged)?;
        let (size, packed) = (part.size(), part.compressed_size());
        unpacked = unpacked.saturating_add(size);
        if unpacked > UNPACKED_LIMIT || (size > ratio_from && size / packed.max(1) > RATIO_LIMIT) {
            return Err(Problem::Bomb);
        }
        if part.encrypted() {
            return Err(Problem::Locked);
        }
    }
    Ok(archive)
}

/// True if the end of a list of parts says that there are more than may be: the list is read as a whole when a packed file is
/// opened, and one of a million parts takes half a gigabyte. The reader takes the last end that makes sense, wherever it
/// stands, so each of them is looked at.
fn says_too_many(content: &[u8]) -> bool {
    const END: &[u8] = b"PK\x05\x06";
    const LARGE_END: &[u8] = b"PK\x06\x06";
    let number = |bytes: &[u8], at: usize, length: usize| {
        let bytes = bytes.get(at..at + length).unwrap_or_default();
        bytes.iter().rev().fold(0u64, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let limit = u64::try_from(PART_LIMIT).unwrap_or(u64::MAX);
    let marks = content.iter().enumerate().filter(|(_, byte)| **byte == b'P').filter_map(|(at, _)| content.get(at..));
    let (mut is_large, mut points_to_large) = (false, false);
    for rest in marks {
        if rest.starts_with(END) {
            let count = number(rest, 8, 2).max(number(rest, 10, 2));
            points_to_large |= count == u64::from(u16::MAX);
            if count > limit && count < u64::from(u16::MAX) {
                return true;
            }
        } else if rest.starts_with(LARGE_END) {
            is_large = true;
            if number(rest, 24, 8).max(number(rest, 32, 8)) > limit {
                return true;
            }
        }
    }
    points_to_large && !is_large
}

/// A part, if it has at most `limit` bytes. What the packed file says of its size is not believed.
///
/// # Errors
/// `Damaged`, `Bomb`.
pub fn unpack(archive: &mut Archive<'_>, index: usize, limit: u64) -> Result<Vec<u8>, Problem> {
    let part = archive.by_index(index).map_err(|_| Problem::Damaged)?;
    let mut bytes = Vec::new();
    part.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Problem::Damaged)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit { Err(Problem::Bomb) } else { Ok(bytes) }
}

/// The first bytes of a part, by which its kind is told.
pub fn beginning(archive: &mut Archive<'_>, index: usize) -> Result<Vec<u8>, Problem> {
    let part = archive.by_index(index).map_err(|_| Problem::Damaged)?;
    let mut bytes = Vec::new();
    part.take(512).read_to_end(&mut bytes).map_err(|_| Problem::Damaged)?;
    Ok(bytes)
}
