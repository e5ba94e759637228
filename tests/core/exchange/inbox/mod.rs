//! "Drop a folder, get a register": what becomes of everything that people send.

mod accepted;
mod days;
mod edited;
mod fates;
// It reads how much memory a process had from where Linux says it.
#[cfg(target_os = "linux")]
mod memory;
mod mutated;
mod orders;
mod resealed;
// Linux only: wine, where the Windows tests run, has no LibreOffice.
#[cfg(not(windows))]
mod saved_by_libreoffice;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};

use sotg_core::book::Book;
use sotg_core::model::{FileFate, Inbox, InboxFile, NewUnit, PlanChoice, UnitFacts, UnitId, UnitLevel};
use sotg_core::sample::reports::{InventedReport, InventedUnit, ReportMaker};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{PLAN, TestBook, moment, set_up};

/// The office that leads the campaign, as files name it.
pub const ISSUER: &str = "5f3a9c0b7d2e4f618293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";

pub const NAMES: [&str; 4] = [
    "CĐCS Trường Tiểu học Bản Bo (mẫu)",
    "CĐCS Trường Mầm non Bình Lư (mẫu)",
    "CĐCS Công ty Chè Tam Đường (mẫu)",
    "CĐCS Trạm Y tế Khun Há (mẫu)",
];

/// The book of an office with the four units below it; the last one has no name in files.
pub struct Office {
    pub made: TestBook,
    pub units: Vec<UnitId>,
    /// What is dropped.
    pub drop: tempfile::TempDir,
}

pub fn uid(at: usize) -> String {
    if at == 3 { String::new() } else { format!("5f3a9c0b-{}", at + 2) }
}

pub fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Book::create(folder.path(), &moment(), Some(moment().today)).unwrap();
    book.set_up(&moment(), &set_up()).unwrap();
    for name in NAMES {
        let unit = NewUnit {
            parent: None,
            name: name.to_owned(),
            kind: "cdcs".to_owned(),
            starts_on: None,
            facts: UnitFacts::default(),
            contacts: Vec::new(),
        };
        book.add_unit(&moment(), &unit).unwrap();
    }
    let tree = book.unit_tree(moment().today).unwrap().units;
    let units: Vec<UnitId> = NAMES.iter().map(|name| tree.iter().find(|node| node.name == *name).unwrap().id).collect();
    let connection = rusqlite::Connection::open(folder.path().join("so.db")).unwrap();
    connection.execute("UPDATE campaign SET issuer_key = ?1, issued_version = 1", [ISSUER]).unwrap();
    for (at, unit) in units.iter().enumerate() {
        connection.execute("UPDATE unit SET uid = ?2 WHERE id = ?1", (unit.0, uid(at))).unwrap();
    }
    Office { made: TestBook { book, folder }, units, drop: tempfile::tempdir().unwrap() }
}

impl Office {
    /// Puts a file into the folder that is dropped.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.drop.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn paths(&self) -> Vec<PathBuf> {
        vec![self.drop.path().to_owned()]
    }

    pub fn preview(&self) -> Inbox {
        self.made.book.preview_files(&self.paths(), moment().today).unwrap()
    }

    /// Files by their name, with the name inside of packed ones.
    pub fn fates(&self) -> BTreeMap<String, InboxFile> {
        let named =
            |file: InboxFile| ([std::slice::from_ref(&file.name), file.inside.as_slice()].concat().join(" > "), file);
        self.preview().files.into_iter().map(named).collect()
    }

    pub fn fate_of(&self, name: &str) -> FileFate {
        self.fates()[name].fate
    }
}

pub fn unit(at: usize) -> InventedUnit {
    InventedUnit {
        uid: uid(at),
        name: NAMES[at].to_owned(),
        superior: "Liên đoàn Lao động huyện Tam Đường".to_owned(),
        level: UnitLevel::Grassroots,
        members: Some(30),
    }
}

type Key = (usize, u32, i64, bool, u8, &'static str);

/// Reports are made once: writing a Word file takes longer than reading it.
static MADE: LazyLock<Mutex<BTreeMap<Key, Vec<u8>>>> = LazyLock::new(Mutex::default);

pub fn made_for(at: usize, report: InventedReport, issuer: &'static str) -> Vec<u8> {
    let InventedReport { version, sequence, is_sent, computer } = report;
    let mut made = MADE.lock().unwrap();
    let make = || {
        let folder = tempfile::tempdir().unwrap();
        let plan = (PlanChoice::BuiltIn(PLAN.to_owned()), "dot1");
        ReportMaker::new(folder.path(), &moment(), plan, issuer).unwrap().report(&unit(at), report).unwrap()
    };
    made.entry((at, version, sequence, is_sent, computer, issuer)).or_insert_with(make).clone()
}

/// A report of a unit that was sent.
pub fn report(at: usize, version: u32) -> Vec<u8> {
    made_for(at, InventedReport::sent(version), if at == 3 { "" } else { ISSUER })
}

/// A packed file of these.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same document with some of its parts changed; `None` leaves a part out.
pub fn with_parts(document: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        match String::from_utf8(bytes) {
            Ok(text) => parts.extend(change(&name, text).map(|text| (name, text.into_bytes()))),
            Err(error) => parts.push((name, error.into_bytes())),
        }
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip(&parts)
}

pub const DATA: &str = "customXml/item1.xml";
