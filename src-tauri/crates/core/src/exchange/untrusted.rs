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
