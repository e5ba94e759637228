//! Everything that was dropped, file by file: folders, packed files, packed files inside of those.
//!
//! One file of the disk is in memory at a time, with the packed ones that it lies in. A name inside of a packed file is
//! shown, and never used as a path.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::exchange::forward::LIST;
use crate::exchange::untrusted::{self, Archive, MEGABYTE, Problem};
use crate::model::FateReason;
use crate::text;

/// Largest file that is read.
pub const FILE_LIMIT: u64 = 64 * MEGABYTE;

/// Most bytes of packed files inside of each other that are held at once.
const HELD_LIMIT: u64 = 96 * MEGABYTE;

/// Packed files inside of packed files.
pub const NESTING_LIMIT: usize = 3;

/// Parts below this size may be packed as tightly as they like.
const RATIO_FROM: u64 = MEGABYTE;

/// Folders inside of folders.
const FOLDER_DEPTH: usize = 8;

/// Most files of a drop.
const FILES_LIMIT: usize = 20_000;

/// The folder inside of a packed report where its evidence lies.
const EVIDENCE: &str = "minh-chung/";

const NAME_LIMIT: usize = 200;

/// A file on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    path: PathBuf,
    /// As far as it lies below what was dropped.
    folder: String,
}

/// A file, open or out of a packed one.
pub struct Found<'a> {
    /// Its name on the disk.
    pub name: &'a str,
    /// The folder, as far as it lies below what was dropped.
    pub folder: &'a str,
    /// Names inside of packed files, the outermost first.
    pub inside: &'a [String],
    /// Bytes.
    pub size: u64,
    /// What there is of it.
    pub bytes: Bytes<'a>,
}

/// What there is of a file.
pub enum Bytes<'a> {
    /// A Word document, a workbook of old, or another packed file that is one document: all of it, and the file to keep, which is
    /// the packed file around it where its evidence lies beside it.
    Document {
        /// The document.
        document: &'a [u8],
        /// The file as it came.
        file: &'a [u8],
    },
    /// A text that may be one of this program.
    Text(&'a [u8]),
    /// Only the beginning of anything else.
    Beginning(&'a [u8]),
    /// It cannot be read.
    Problem(FateReason),
}

/// The files below what was dropped, in the order of their names, and how many are left out.
///
/// # Errors
/// `io` if what was dropped is not there.
pub fn list(paths: &[PathBuf]) -> Result<(Vec<Place>, u32)> {
    let mut places = Vec::new();
    let mut n_left_out = 0u32;
    for path in paths {
        let facts = fs::metadata(path).map_err(Error::io("read", path))?;
        if !facts.is_dir() {
            places.push(Place { path: path.clone(), folder: String::new() });
            continue;
        }
        let mut folders = VecDeque::from([(path.clone(), String::new(), 0)]);
        while let Some((folder, shown, depth)) = folders.pop_front() {
            for (name, path, is_folder) in entries(&folder) {
                if is_folder && depth < FOLDER_DEPTH {
                    let inner = if shown.is_empty() { name } else { format!("{shown}/{name}") };
                    folders.push_back((path, inner, depth + 1));
                } else if is_folder || places.len() >= FILES_LIMIT {
                    n_left_out = n_left_out.saturating_add(1);
                } else {
                    places.push(Place { path, folder: shown.clone() });
                }
            }
        }
    }
    places.dedup();
    Ok((places, n_left_out))
}

/// What a folder holds, without what programs leave behind and without links, which may lead anywhere.
fn entries(folder: &Path) -> Vec<(String, PathBuf, bool)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(String, PathBuf, bool)> = entries
        .flatten()
        .filter_map(|entry| {
            let kind = entry.file_type().ok().filter(|kind| kind.is_dir() || kind.is_file())?;
            let name = entry.file_name().to_string_lossy().into_owned();
            (!is_left_behind(&name)).then(|| (shown(&name), entry.path(), kind.is_dir()))
        })
        .collect();
    found.sort_by(|(_, one, _), (_, two, _)| one.cmp(two));
    found
}

/// What Word, Windows, macOS and this program put beside files.
fn is_left_behind(name: &str) -> bool {
    let small = name.to_lowercase();
    small.starts_with("~$")
        || small.starts_with("~sotg-")
        || small.starts_with('.')
        || small.starts_with("__macosx")
        || matches!(small.as_str(), "thumbs.db" | "desktop.ini")
}

/// A name of a stranger, fit to be shown.
fn shown(name: &str) -> String {
    text::clean_line(name).chars().take(NAME_LIMIT).collect()
}

impl Place {
    /// Calls `visit` for the file, or for all that is packed in it.
    ///
    /// # Errors
    /// What `visit` reports.
    pub fn visit(&self, visit: &mut dyn FnMut(&Found<'_>) -> Result<()>) -> Result<()> {
        let name = shown(&self.path.file_name().unwrap_or_default().to_string_lossy());
        let mut tour = Tour { name: &name, folder: &self.folder, visit, n_parts: 0, n_unpacked: 0 };
        let size = fs::metadata(&self.path).map(|facts| facts.len());
        match size {
            Err(_) => tour.say(&[], 0, Bytes::Problem(FateReason::Unreadable)),
            Ok(size) => match read(&self.path, size) {
                Ok(bytes) => tour.look(&mut Vec::new(), &bytes, size, size),
                Err(reason) => tour.say(&[], size, Bytes::Problem(reason)),
            },
        }
    }
}

/// All of a file that may be ours, the beginning of any other.
fn read(path: &Path, size: u64) -> std::result::Result<Vec<u8>, FateReason> {
    use std::io::Read as _;
    let mut file = fs::File::open(path).map_err(|_| FateReason::Unreadable)?;
    let mut bytes = Vec::new();
    (&mut file).take(BEGINNING).read_to_end(&mut bytes).map_err(|_| FateReason::Unreadable)?;
    let name = path.to_string_lossy();
    let is_small_workbook = is_compound(&bytes) && size <= COMPOUND_LIMIT;
    if is_packed(&bytes) || is_our_text(&name, &bytes) || is_small_workbook {
        if size > FILE_LIMIT {
            return Err(FateReason::TooBig);
        }
        file.take(FILE_LIMIT).read_to_end(&mut bytes).map_err(|_| FateReason::Unreadable)?;
    }
    Ok(bytes)
}

const BEGINNING: u64 = 512;

fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Word and Excel of old: a form that somebody saved as .xls.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// Largest workbook of old that is read; of a larger file, and of a large .doc, only the beginning is.
const COMPOUND_LIMIT: u64 = crate::unit_list::read::SIZE_LIMIT;

/// A sealed file is JSON, a plan template text; both are called .sotg.
fn is_our_text(name: &str, bytes: &[u8]) -> bool {
    bytes.starts_with(b"{") || bytes.starts_with(b"# sotg") || has_ending(name, "sotg")
}

/// True if a name ends so, in small or capital letters.
pub fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// How the name of a file ends, in small letters.
pub fn ending_of(found: &Found<'_>) -> String {
    let name = found.inside.last().map_or(found.name, String::as_str);
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// On the way through one file of the disk.
struct Tour<'a> {
    name: &'a str,
    folder: &'a str,
    visit: &'a mut dyn FnMut(&Found<'_>) -> Result<()>,
    /// Parts so far, in all packed files together.
    n_parts: usize,
    n_unpacked: u64,
}

impl Tour<'_> {
    fn say(&mut self, inside: &[String], size: u64, bytes: Bytes<'_>) -> Result<()> {
        (self.visit)(&Found { name: self.name, folder: self.folder, inside, size, bytes })
    }

    /// `held`: bytes of the packed files around it and of itself.
    fn look(&mut self, inside: &mut Vec<String>, bytes: &[u8], size: u64, held: u64) -> Result<()> {
        let name = inside.last().map_or(self.name, String::as_str);
        if is_packed(bytes) {
            return match untrusted::open(bytes, RATIO_FROM) {
                Ok(archive) => self.unpack(inside, bytes, archive, held),
                Err(problem) => self.say(inside, size, Bytes::Problem(reason_of(problem))),
            };
        }
        if is_compound(bytes) && u64::try_from(bytes.len()).is_ok_and(|length| length == size) {
            return self.say(inside, size, Bytes::Document { document: bytes, file: bytes });
        }
        let bytes = if is_our_text(name, bytes) { Bytes::Text(bytes) } else { Bytes::Beginning(bytes) };
        self.say(inside, size, bytes)
    }

    fn unpack(&mut self, inside: &mut Vec<String>, bytes: &[u8], mut archive: Archive<'_>, held: u64) -> Result<()> {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if is_document(&archive) {
            return self.say(inside, size, Bytes::Document { document: bytes, file: bytes });
        }
        if inside.len() >= NESTING_LIMIT {
            return self.say(inside, size, Bytes::Problem(FateReason::TooDeep));
        }
        let parts = match parts_of(&mut archive) {
            Ok(parts) => parts,
            Err(problem) => return self.say(inside, size, Bytes::Problem(reason_of(problem))),
        };
        self.n_parts += parts.len();
        self.n_unpacked = parts.iter().fold(self.n_unpacked, |sum, part| sum.saturating_add(part.size));
        if self.n_parts > untrusted::PART_LIMIT || self.n_unpacked > untrusted::UNPACKED_LIMIT {
            return self.say(inside, size, Bytes::Problem(FateReason::Bomb));
        }
        let has_evidence = parts.iter().any(|part| part.is_evidence);
        let mut others = parts.iter().filter(|part| !part.is_evidence);
        if let (true, Some(only), None) = (has_evidence, others.next(), others.next())
            && let Ok(document) = untrusted::unpack(&mut archive, only.index, HELD_LIMIT.saturating_sub(held))
            && untrusted::open(&document, RATIO_FROM).is_ok_and(|inner| is_document(&inner))
        {
            return self.say(inside, size, Bytes::Document { document: &document, file: bytes });
        }
        for part in parts {
            inside.push(part.name.clone());
            self.part(inside, &mut archive, &part, held)?;
            inside.pop();
        }
        Ok(())
    }

    fn part(&mut self, inside: &mut Vec<String>, archive: &mut Archive<'_>, part: &Part, held: u64) -> Result<()> {
        let beginning = match untrusted::beginning(archive, part.index) {
            Ok(beginning) => beginning,
            Err(problem) => return self.say(inside, part.size, Bytes::Problem(reason_of(problem))),
        };
        let is_compound = is_compound(&beginning);
        if !is_packed(&beginning) && !is_our_text(&part.name, &beginning) && !is_compound {
            return self.say(inside, part.size, Bytes::Beginning(&beginning));
        }
        let limit = if is_compound { COMPOUND_LIMIT } else { FILE_LIMIT };
        match untrusted::unpack(archive, part.index, HELD_LIMIT.saturating_sub(held).min(limit)) {
            Ok(bytes) => {
                let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                self.look(inside, &bytes, size, held.saturating_add(size))
            }
            Err(Problem::Bomb) if is_compound => self.say(inside, part.size, Bytes::Beginning(&beginning)),
            Err(Problem::Bomb) => self.say(inside, part.size, Bytes::Problem(FateReason::TooBig)),
            Err(problem) => self.say(inside, part.size, Bytes::Problem(reason_of(problem))),
        }
    }
}

/// One packed file that is one document, and not one with files in it.
fn is_document(archive: &Archive<'_>) -> bool {
    ["[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "mimetype"]
        .iter()
        .any(|part| archive.index_for_name(part).is_some())
}

struct Part {
    index: usize,
    name: String,
    size: u64,
    is_evidence: bool,
}

fn parts_of(archive: &mut Archive<'_>) -> std::result::Result<Vec<Part>, Problem> {
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| Problem::Damaged)?;
        let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/");
        let last = name.rsplit('/').next().unwrap_or_default();
        // The list of what an office sent on is for people: the files themselves say more.
        let is_aside = name.to_lowercase().starts_with("__macosx/") || name == LIST;
        if part.is_dir() || is_aside || is_left_behind(last) {
            continue;
        }
        let is_evidence = name.starts_with(EVIDENCE);
        parts.push(Part { index, name: shown(&name), size: part.size(), is_evidence });
    }
    parts.sort_by(|one, two| (&one.name, one.index).cmp(&(&two.name, two.index)));
    Ok(parts)
}

fn reason_of(problem: Problem) -> FateReason {
    match problem {
        Problem::Damaged => FateReason::Broken,
        Problem::Bomb => FateReason::Bomb,
        Problem::Locked => FateReason::Locked,
    }
}

/// A mark for each file by its name, size and time of change: what tells that something new came. Nothing of them is read.
///
/// # Errors
/// `io` if the folder is not there.
pub fn marks_of(folder: &Path) -> Result<Vec<String>> {
    let (places, _) = list(&[folder.to_owned()])?;
    let mark = |Place { path, .. }: &Place| {
        let facts = fs::metadata(path);
        let changed = facts.as_ref().ok().and_then(|facts| facts.modified().ok());
        let size = facts.map_or(0, |facts| facts.len());
        let line = format!("{}\0{size}\0{changed:?}", path.display());
        crate::hash::sha256(line.as_bytes()).chars().take(12).collect()
    };
    Ok(places.iter().map(mark).collect())
}
