//! What a zip is, and whether it may be unpacked: sizes before content, so that a few kilobytes never become gigabytes.

use std::io::{BufReader, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Kind, MEGABYTE, refuse, unreadable};
use crate::error::{ErrorCode, Result};
use crate::exchange::untrusted::{self, Archive, Problem};

/// Parts below this size may be packed as tightly as they like: lists reach about sixty times their size.
const RATIO_FROM: u64 = 30 * MEGABYTE;

/// Texts that the table of texts may announce.
const STRING_LIMIT: u64 = 2_000_000;

/// Opens a zip whose parts may be unpacked.
///
/// # Errors
/// `list_unreadable`, `list_locked`.
pub fn open(content: &[u8]) -> Result<Archive<'_>> {
    untrusted::open(content, RATIO_FROM).map_err(|problem| match problem {
        Problem::Damaged => unreadable("damaged"),
        Problem::Bomb => unreadable("too_big"),
        Problem::Locked => refuse(ErrorCode::ListLocked),
    })
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
