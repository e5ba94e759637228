//! What a zip is, and whether it may be unpacked: sizes before content, so that a few kilobytes never become gigabytes.

use std::io::{BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::{Kind, MEGABYTE, refuse, unreadable};
use crate::error::{ErrorCode, Result};

/// Most bytes that all parts may have once unpacked. A list of [`super::ROW_LIMIT`] rows has about a hundred megabytes.
const UNPACKED_LIMIT: u64 = 300 * MEGABYTE;

/// A part that unpacks to more than this many times its size, and is large, is made to do harm: lists reach about sixty.
const RATIO_LIMIT: u64 = 200;

/// Parts below this size may be packed as tightly as they like.
const RATIO_FROM: u64 = 30 * MEGABYTE;

const PART_LIMIT: usize = 5_000;

/// Texts that the table of texts may announce.
const STRING_LIMIT: u64 = 2_000_000;

/// A zip in memory.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a zip whose parts may be unpacked.
///
/// # Errors
/// `list_unreadable`.
pub fn open(content: &[u8]) -> Result<Archive<'_>> {
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|_| unreadable("damaged"))?;
    if archive.len() > PART_LIMIT || archive.has_overlapping_entries().unwrap_or(true) {
        return Err(unreadable("damaged"));
    }
    let mut unpacked = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| unreadable("damaged"))?;
        let (size, packed) = (part.size(), part.compressed_size());
        unpacked = unpacked.saturating_add(size);
        if unpacked > UNPACKED_LIMIT || (size > RATIO_FROM && size / packed.max(1) > RATIO_LIMIT) {
            return Err(unreadable("too_big"));
        }
    }
    Ok(archive)
}

/// Which kind of list a zip is.
///
/// # Errors
/// `list_unreadable`, for Word documents with a problem of their own; `list_locked`.
pub fn kind_of(content: &[u8]) -> Result<Kind> {
    let mut archive = open(content)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        check_strings(&mut archive)?;
        return Ok(Kind::Xlsx);
    }
    if has("word/document.xml") {
        return Err(unreadable("word"));
    }
    if !has("content.xml") {
        return Err(unreadable("unknown_kind"));
    }
    if part(&mut archive, "mimetype", 100)?.contains("opendocument.text") {
        return Err(unreadable("word"));
    }
    if part(&mut archive, "META-INF/manifest.xml", MEGABYTE)?.contains("encryption-data") {
        return Err(refuse(ErrorCode::ListLocked));
    }
    Ok(Kind::Ods)
}

fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<String> {
    let mut text = Vec::new();
    let part = archive.by_name(name).map_err(|_| unreadable("damaged"))?;
    part.take(limit).read_to_end(&mut text).map_err(|_| unreadable("damaged"))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The table of texts announces how many there are, and room is made for them before they are read: calamine 0.38 makes
/// room for any number, and the program would end there.
fn check_strings(archive: &mut Archive<'_>) -> Result<()> {
    let is_table = |name: &str| name.to_lowercase().replace('\\', "/").ends_with("sharedstrings.xml");
    let names: Vec<String> =
        archive.file_names().flatten().filter(|name| is_table(name)).map(|name| name.into_owned()).collect();
    for name in names {
        let part = archive.by_name(&name).map_err(|_| unreadable("damaged"))?;
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        let announced = loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => {
                    let count = element.try_get_attribute("uniqueCount").ok().flatten();
                    let is_table = element.local_name().as_ref() == "sst";
                    break is_table.then(|| count.map_or(Ok(0), |count| count.value.parse::<u64>()));
                }
                Ok(Event::Eof) | Err(_) => return Err(unreadable("damaged")),
                Ok(_) => {}
            }
        };
        match announced {
            Some(Ok(count)) if count <= STRING_LIMIT => {}
            Some(_) | None => return Err(unreadable("damaged")),
        }
    }
    Ok(())
}
