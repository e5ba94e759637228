//! Evidence: files are copied beside the book under the hash of their content, links are kept as they are.
//!
//! A file is copied to a temporary name, read back and compared by hash, and then renamed, so that there is never half a
//! file under a hash. A file is never removed here: removing evidence can be taken back.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::hex;
use crate::history::{Change, Moment};
use crate::model::{Evidence, EvidenceFault, EvidenceId, EvidenceKind, Op, Outcome};
use crate::replace::replace;
use crate::{store, text};

/// Largest file that is taken as evidence, in bytes.
pub const SIZE_LIMIT: u64 = 100 * 1024 * 1024;

const FOLDER: &str = "minh-chung";
const TITLE_LIMIT: usize = 300;
const ADDRESS_LIMIT: usize = 2_000;
const MEGABYTE: u64 = 1024 * 1024;

impl Book {
    /// Copies files beside the book and makes them evidence of an activity, in one step. All or none.
    ///
    /// # Errors
    /// `file_vanished`, `not_a_file`, `file_too_large`, `disk_full`, `io`; nothing is then added.
    pub fn add_files(&mut self, moment: &Moment, code: &str, paths: &[PathBuf]) -> Result<Outcome> {
        let current = self.current()?;
        let activity = self.activity_id(code)?;
        let mut kept = Vec::with_capacity(paths.len());
        // Look at all of them first: a refusal must not leave the first half copied.
        for path in paths {
            check_file(path)?;
        }
        for path in paths {
            kept.push(self.keep(path, moment)?);
        }
        let count = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        let change = Change { op: Op::AddFiles, subject: self.title_of(code)?, count };
        self.transact(moment, &change, |transaction| {
            kept.iter().try_for_each(|piece| store::evidence::add(transaction, current.unit, activity, piece))
        })
    }

    /// Makes an address of the web evidence of an activity.
    ///
    /// # Errors
    /// `bad_address`, `too_long`, `not_found`.
    pub fn add_link(&mut self, moment: &Moment, code: &str, url: &str, title: &str) -> Result<Outcome> {
        let current = self.current()?;
        let activity = self.activity_id(code)?;
        let url = check_address(url)?;
        let title = text::limited("title", text::clean_line(title), TITLE_LIMIT)?;
        let piece = Evidence {
            id: EvidenceId(0),
            kind: EvidenceKind::Link,
            title: if title.is_empty() { url.clone() } else { title },
            url,
            size: 0,
            sha256: String::new(),
            added_at: moment.instant(),
            is_missing: false,
        };
        let change = Change::of(Op::AddLink, self.title_of(code)?);
        self.transact(moment, &change, |transaction| store::evidence::add(transaction, current.unit, activity, &piece))
    }

    /// Removes a piece of evidence from its activity. The file stays beside the book, so that this can be taken back.
    ///
    /// # Errors
    /// `not_found`.
    pub fn remove_evidence(&mut self, moment: &Moment, id: EvidenceId) -> Result<Outcome> {
        let piece = self.get_evidence(id)?;
        self.transact(moment, &Change::of(Op::RemoveEvidence, piece.title), |transaction| {
            store::evidence::remove(transaction, id)
        })
    }

    /// What to open for a piece of evidence: the address of a link, or a copy of the file under its own name.
    ///
    /// The kept file has the name of its hash, which no program would open; so it is copied into `outbox` first, and what
    /// the official does to the copy never touches the evidence.
    ///
    /// # Errors
    /// `not_found`, `file_vanished`, `evidence_changed` if the content is no longer the one that was kept.
    pub fn evidence_to_open(&self, id: EvidenceId, outbox: &Path) -> Result<PathBuf> {
        let piece = self.get_evidence(id)?;
        if piece.kind == EvidenceKind::Link {
            return Ok(PathBuf::from(piece.url));
        }
        let kept = self.evidence_path(&piece.sha256);
        // The official knows the file by the name it was given with, not by the hash under which it is kept.
        check_file(&kept).map_err(|error| error.with("path", &piece.title))?;
        let folder = outbox.join(piece.sha256.get(..16).unwrap_or(&piece.sha256));
        fs::create_dir_all(&folder).map_err(Error::io("create the folder", &folder))?;
        let copy = folder.join(safe_name(&piece.title));
        // Word may still show the copy of the last time, and on Windows nobody can write to it then.
        if hash_of(&copy).is_ok_and(|hash| hash == piece.sha256) {
            return Ok(copy);
        }
        let mut file = File::create(&copy).map_err(Error::io("write", &copy))?;
        if copy_hashing(&kept, &mut file)?.0 != piece.sha256 {
            return Err(Error::refused(ErrorCode::EvidenceChanged, "opening evidence").with("path", piece.title));
        }
        Ok(copy)
    }

    /// Reads every kept file again and compares it with its hash.
    ///
    /// # Errors
    /// `not_set_up`, `io`.
    pub fn check_evidence(&self) -> Result<Vec<EvidenceFault>> {
        let current = self.current()?;
        let ids = store::activity::list_ids(&self.connection, current.campaign)?;
        let mut faults = Vec::new();
        for (id, pieces) in store::evidence::list(&self.connection, current.unit)? {
            let activity =
                ids.iter().find(|(_, known)| **known == id).map(|(code, _)| code.clone()).unwrap_or_default();
            for piece in pieces.into_iter().filter(|piece| piece.kind == EvidenceKind::File) {
                let is_missing = self.is_evidence_missing(&piece);
                let path = self.evidence_path(&piece.sha256);
                if is_missing || hash_of(&path)? != piece.sha256 {
                    let evidence = Evidence { is_missing, ..piece };
                    faults.push(EvidenceFault { evidence, activity: activity.clone(), is_missing });
                }
            }
        }
        Ok(faults)
    }

    pub(crate) fn is_evidence_missing(&self, piece: &Evidence) -> bool {
        match piece.kind {
            EvidenceKind::Link => false,
            EvidenceKind::File => !self.evidence_path(&piece.sha256).is_file(),
        }
    }

    fn get_evidence(&self, id: EvidenceId) -> Result<Evidence> {
        let found = store::evidence::find(&self.connection, id)?;
        found.map(|(_, piece)| piece).ok_or_else(|| Error::not_found("evidence", id))
    }

    /// `minh-chung/ab/ab12…`: two letters first, because a folder of twenty thousand files is slow to list.
    pub(crate) fn evidence_path(&self, sha256: &str) -> PathBuf {
        self.folder().join(FOLDER).join(sha256.get(..2).unwrap_or("00")).join(sha256)
    }

    fn keep(&self, path: &Path, moment: &Moment) -> Result<Evidence> {
        let folder = self.folder().join(FOLDER);
        fs::create_dir_all(&folder).map_err(Error::io("create the folder", &folder))?;
        // The process in the name: window and command line may copy at the same time.
        let temporary = folder.join(format!("dang-chep-{}.tmp", std::process::id()));
        let copied = copy_and_sync(path, &temporary);
        let (sha256, size) = copied.inspect_err(|_| drop(fs::remove_file(&temporary)))?;
        let kept = self.evidence_path(&sha256);
        let parent = kept.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).map_err(Error::io("create the folder", parent))?;
        replace(&temporary, &kept).map_err(Error::io("keep", &kept))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Evidence {
            id: EvidenceId(0),
            kind: EvidenceKind::File,
            title: text::clean_line(&name),
            url: String::new(),
            size: i64::try_from(size).unwrap_or(i64::MAX),
            sha256,
            added_at: moment.instant(),
            is_missing: false,
        })
    }
}

fn check_file(path: &Path) -> Result<()> {
    let refuse = |code| Error::refused(code, "taking a file as evidence").with("path", path.display());
    let facts = fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
    if !facts.is_file() {
        return Err(refuse(ErrorCode::NotAFile));
    }
    if facts.len() > SIZE_LIMIT {
        return Err(refuse(ErrorCode::FileTooLarge)
            .with("size_mb", facts.len().div_ceil(MEGABYTE))
            .with("limit_mb", SIZE_LIMIT / MEGABYTE));
    }
    Ok(())
}

pub(crate) fn vanished_or_failed(path: &Path, error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::NotFound {
        Error::refused(ErrorCode::FileVanished, "reading a file").with("path", path.display())
    } else {
        Error::io("read", path)(error)
    }
}

fn copy_and_sync(from: &Path, to: &Path) -> Result<(String, u64)> {
    let mut file = File::create(to).map_err(Error::io("write", to))?;
    let copied = copy_hashing(from, &mut file)?;
    file.sync_all().map_err(Error::io("write", to))?;
    Ok(copied)
}

fn hash_of(path: &Path) -> Result<String> {
    copy_hashing(path, &mut std::io::sink()).map(|(hash, _)| hash)
}

/// Copies a file and gives hash (hex) and size of what was copied.
pub(crate) fn copy_hashing(from: &Path, to: &mut impl Write) -> Result<(String, u64)> {
    let mut source = File::open(from).map_err(|error| vanished_or_failed(from, error))?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut size = 0;
    loop {
        let n = source.read(&mut buffer).map_err(Error::io("read", from))?;
        let Some(part) = buffer.get(..n).filter(|part| !part.is_empty()) else { break };
        hash.update(part);
        to.write_all(part).map_err(Error::io("copy", from))?;
        size += part.len() as u64;
    }
    Ok((hex(&hash.finalize()), size))
}

fn check_address(typed: &str) -> Result<String> {
    let address = text::clean_line(typed);
    let bad = || Error::refused(ErrorCode::BadAddress, "reading an address").with("text", address.as_str());
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).ok_or_else(bad)?;
    let is_possible = host.split('/').next().is_some_and(|host| host.contains('.')) && !host.contains(' ');
    if !is_possible {
        return Err(bad());
    }
    text::limited("url", address.clone(), ADDRESS_LIMIT)
}

/// The name of a file without what Windows forbids in one, so that a copy can be made under it.
fn safe_name(title: &str) -> String {
    let forbidden =
        |letter: char| matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || letter.is_control();
    let name: String = title.chars().map(|letter| if forbidden(letter) { '-' } else { letter }).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() {
        "minh-chung".to_owned()
    } else if is_device(name) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// Windows takes "CON.docx" for the keyboard and "nul" for nothing, in every folder and whatever the ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().find_map(|device| stem.strip_prefix(device));
    let is_number = |rest: &str| matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³");
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered.is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_taken() {
        for typed in ["https://congdoanlaichau.org.vn/tin/1", " http://a.vn ", "https://facebook.com/p?id=1"] {
            assert!(check_address(typed).is_ok(), "{typed:?}");
        }
        for typed in
            ["", "congdoan", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://a b.vn", "ftp://a.vn"]
        {
            assert_eq!(check_address(typed).unwrap_err().code(), ErrorCode::BadAddress, "{typed:?}");
        }
    }

    #[test]
    fn a_copy_never_leaves_its_folder() {
        for (title, name) in
            [("../../a.docx", "-..-a.docx"), ("Ảnh: hội nghị?.jpg", "Ảnh- hội nghị-.jpg"), ("..", "minh-chung")]
        {
            assert_eq!(safe_name(title), name);
        }
    }

    #[test]
    fn a_copy_never_has_the_name_of_a_device_of_windows() {
        for title in ["CON", "nul.docx", "Aux.tar.gz", "com1.pdf", "LPT9", "COM².txt", "con .docx"] {
            assert_eq!(safe_name(title), format!("_{title}"));
        }
        for title in ["Con đường.docx", "nul-1.docx", "com10.pdf", "LPT.jpg", "công đoàn.docx"] {
            assert_eq!(safe_name(title), title);
        }
    }
}
