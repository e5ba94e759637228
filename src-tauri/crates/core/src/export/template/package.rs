//! The zip that a .docx is: what may be opened at all, which parts are filled, and the zip of the result.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::pieces::{self, Kind};
use crate::error::{Error, Result};
use crate::model::{TemplateFault, TemplateFinding, TemplatePart};

const MEGABYTE: u64 = 1 << 20;

/// Largest file that is looked at. A letterhead with a scanned coat of arms has about one megabyte.
pub const FILE_LIMIT: u64 = 20 * MEGABYTE;
const PARTS_LIMIT: usize = 2_000;
const PART_LIMIT: u64 = 32 * MEGABYTE;
const UNPACKED_LIMIT: u64 = 200 * MEGABYTE;
/// A part that unpacks to more than this many times its size, and is large, is made to do harm.
const RATIO_LIMIT: u64 = 200;
const RATIO_FROM: u64 = 4 * MEGABYTE;

const CONTENT_TYPES: &str = "[Content_Types].xml";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A part that is filled.
pub struct Filled {
    /// Its name in the zip.
    pub name: String,
    /// What it is for the reader.
    pub part: TemplatePart,
    /// Its XML, without a byte order mark.
    pub xml: String,
}

/// A template that may be opened.
pub struct Package<'a> {
    archive: Archive<'a>,
    /// The parts that are filled: the body, then headers, footers and notes.
    pub parts: Vec<Filled>,
}

/// Opens a template.
///
/// # Errors
/// Why it cannot be used.
pub fn open(bytes: &[u8]) -> std::result::Result<Package<'_>, TemplateFinding> {
    let refuse = |fault| TemplateFinding::of_file(fault, "");
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(refuse(TemplateFault::TooLarge));
    }
    // The sign of files as Office wrote them before 2007, and of every one that is locked.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(refuse(TemplateFault::OldWord));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refuse(TemplateFault::NotWord))?;
    look_at_parts(&mut archive)?;
    let types = read(&mut archive, CONTENT_TYPES).map_err(|fault| TemplateFinding::of_file(fault, CONTENT_TYPES))?;
    let mut names = filled_parts(&types)?;
    names.sort_by_key(|(name, part)| (*part as u8, name.clone()));
    let mut parts = Vec::with_capacity(names.len());
    for (name, part) in names {
        let xml = read(&mut archive, &name).map_err(|fault| TemplateFinding::of_file(fault, name.as_str()))?;
        parts.push(Filled { name, part, xml });
    }
    Ok(Package { archive, parts })
}

/// Sizes and names before any content.
fn look_at_parts(archive: &mut Archive<'_>) -> std::result::Result<(), TemplateFinding> {
    let refuse = |fault, name: &str| Err(TemplateFinding::of_file(fault, name));
    if archive.len() > PARTS_LIMIT {
        return refuse(TemplateFault::TooLarge, "");
    }
    if archive.has_overlapping_entries().unwrap_or(true) || archive.has_duplicate_names() {
        return refuse(TemplateFault::Unsafe, "");
    }
    let mut unpacked = 0u64;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index_raw(index) else { return refuse(TemplateFault::Broken, "") };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { return refuse(TemplateFault::Unsafe, "") };
        if part.encrypted() {
            return refuse(TemplateFault::OldWord, "");
        }
        let is_outside =
            name.starts_with('/') || name.contains(['\\', ':']) || name.split('/').any(|step| step == "..");
        if is_outside || part.is_symlink() || part.enclosed_name().is_none() {
            return refuse(TemplateFault::Unsafe, &name);
        }
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("vbaproject.bin") || lower.ends_with("vbadata.xml") {
            return refuse(TemplateFault::Macros, &name);
        }
        let (size, packed) = (part.size(), part.compressed_size());
        unpacked = unpacked.saturating_add(size);
        let is_bomb = size > RATIO_FROM && size / packed.max(1) > RATIO_LIMIT;
        if size > PART_LIMIT || unpacked > UNPACKED_LIMIT || is_bomb {
            return refuse(TemplateFault::TooLarge, &name);
        }
    }
    Ok(())
}

/// A part as text. What it unpacks to is counted again: a zip may say less of itself than is true.
fn read(archive: &mut Archive<'_>, name: &str) -> std::result::Result<String, TemplateFault> {
    let part = archive.by_name(name).map_err(|_| TemplateFault::NotWord)?;
    let mut bytes = Vec::new();
    part.take(PART_LIMIT + 1).read_to_end(&mut bytes).map_err(|_| TemplateFault::Broken)?;
    if bytes.len() as u64 > PART_LIMIT {
        return Err(TemplateFault::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| TemplateFault::Broken)?;
    // The reader of XML skips the mark without counting it, and every place in the text would be wrong by three.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The parts that are filled, as the table of contents of the file names them.
fn filled_parts(types: &str) -> std::result::Result<Vec<(String, TemplatePart)>, TemplateFinding> {
    let pieces = pieces::parse(types).map_err(|fault| TemplateFinding::of_file(fault, CONTENT_TYPES))?;
    let mut found = Vec::new();
    for piece in pieces.iter().filter(|piece| matches!(piece.kind, Kind::Empty | Kind::Open)) {
        let content_type = attribute(piece.raw, "ContentType");
        if content_type.contains("macroEnabled") || content_type.contains("vbaProject") {
            return Err(TemplateFinding::of_file(TemplateFault::Macros, ""));
        }
        if content_type.ends_with("wordprocessingml.template.main+xml") {
            return Err(TemplateFinding::of_file(TemplateFault::DotFile, ""));
        }
        let name = attribute(piece.raw, "PartName").trim_start_matches('/').to_owned();
        if let Some(part) = part_of(&content_type).filter(|_| !name.is_empty()) {
            found.push((name, part));
        }
    }
    let n_bodies = found.iter().filter(|(_, part)| *part == TemplatePart::Body).count();
    if n_bodies == 1 { Ok(found) } else { Err(TemplateFinding::of_file(TemplateFault::NotWord, "")) }
}

fn part_of(content_type: &str) -> Option<TemplatePart> {
    let kind = content_type.rsplit_once("wordprocessingml.")?.1;
    match kind {
        "document.main+xml" => Some(TemplatePart::Body),
        "header+xml" => Some(TemplatePart::Header),
        "footer+xml" => Some(TemplatePart::Footer),
        "footnotes+xml" | "endnotes+xml" => Some(TemplatePart::Notes),
        _ => None,
    }
}

/// The value of an attribute of a tag.
fn attribute(raw: &str, name: &str) -> String {
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once(name) {
        let is_whole = before.ends_with([' ', '\t', '\r', '\n']);
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        let quoted = value.and_then(|value| {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            value.get(1..)?.split_once(quote).map(|(value, _)| value)
        });
        if let Some(value) = quoted.filter(|_| is_whole) {
            return pieces::unescaped(value);
        }
        rest = after;
    }
    String::new()
}

/// The template with other content in its filled parts; every other part is copied as it is packed.
///
/// # Errors
/// The zip cannot be made.
pub fn pack(mut package: Package<'_>, contents: &[String]) -> Result<Vec<u8>> {
    let failed = |error: zip::result::ZipError| Error::io("write", ".docx".as_ref())(std::io::Error::other(error));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(zip::System::Unix);
    for index in 0..package.archive.len() {
        let part = package.archive.by_index_raw(index).map_err(failed)?;
        let at = package.parts.iter().position(|filled| part.name().is_ok_and(|name| name == filled.name.as_str()));
        match at.and_then(|at| contents.get(at).zip(package.parts.get(at))) {
            Some((content, filled)) => {
                zip.start_file(filled.name.as_str(), options).map_err(failed)?;
                zip.write_all(content.as_bytes()).map_err(Error::io("write", ".docx".as_ref()))?;
            }
            None => zip.raw_copy_file(part).map_err(failed)?,
        }
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}
