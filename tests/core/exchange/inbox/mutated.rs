//! Five thousand files that somebody, or a bad line, has tampered with: none stops the program, none takes long, none writes.
//!
//! Seeded, so that what fails once fails again. The corpus is small: tests/fixtures/exchange and files made here.

use std::time::{Duration, Instant};

use sotg_core::model::{FileFate, InboxChoice};

use super::{DATA, office, report, with_parts, zip};
use crate::support::{content_of, moment};

const FILES: usize = 5_000;
const PER_DROP: usize = 250;
/// Of one file. A drop has many of them; what a single one took is looked at when a drop took longer.
pub const LONGEST: Duration = Duration::from_secs(5);

/// SplitMix64.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// Files of every kind that people drop, by the name under which they come.
fn corpus() -> Vec<(&'static str, Vec<u8>)> {
    let fixture = std::fs::read("../../../tests/fixtures/exchange/v1/bao-cao.docx").unwrap();
    let small = small();
    let stored = stored(&small);
    let packed = zip(&[("a.docx", &small), ("b/c.zip", &zip(&[("d.docx", &small)])), ("ảnh.jpg", b"\xff\xd8\xff")]);
    let kept = |name: &str| std::fs::read(format!("../../../tests/fixtures/exchange/v1/{name}")).unwrap();
    let plan = std::fs::read("plans/383-lai-chau-2022.toml").unwrap();
    vec![
        ("báo cáo.docx", fixture),
        ("nhỏ.docx", small),
        ("không nén.docx", stored),
        ("gói.zip", packed),
        ("biểu.xlsx", kept("bieu-mau.xlsx")),
        ("biểu không nén.xlsx", self::stored(&kept("bieu-mau.xlsx"))),
        ("biên nhận.sotg", kept("bien-nhan.sotg")),
        ("trả lại.sotg", kept("tra-lai.sotg")),
        ("kế hoạch.sotg", kept("ke-hoach.sotg")),
        ("mẫu kế hoạch.sotg", plan),
    ]
}

/// A small document: what is changed in it lies in its data more often.
pub fn small() -> Vec<u8> {
    let fixture = std::fs::read("../../../tests/fixtures/exchange/v1/bao-cao.docx").unwrap();
    with_parts(&fixture, |name, text| match name {
        DATA | "[Content_Types].xml" => Some(text),
        "word/document.xml" => Some("<w:document xmlns:w=\"w\"><w:body><w:p/></w:body></w:document>".to_owned()),
        _ => None,
    })
}

/// The same parts, not packed, so that a flipped bit reaches the reader of XML and not only that of the packed file.
fn stored(document: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = ::zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let mut out = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = ::zip::write::SimpleFileOptions::default().compression_method(::zip::CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        out.start_file(name, options).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

pub fn mutated(chance: &mut Chance, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let (at, to) = (chance.below(bytes.len()), chance.below(bytes.len()));
        let (start, end) = (at.min(to), at.max(to));
        match chance.below(8) {
            // A bit, a byte, a few bytes.
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (to % 8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = 0xff),
            2 => bytes.iter_mut().skip(at).take(1 + to % 8).for_each(|byte| *byte = byte.wrapping_add(1)),
            // Cut off, a piece left out, a piece twice, a piece of another file.
            3 => bytes.truncate(at),
            4 => drop(bytes.drain(start..end.min(start + 2_000))),
            5 => {
                let piece = bytes[start..end.min(start + 2_000)].to_vec();
                bytes.splice(at..at, piece);
            }
            6 => {
                let from = chance.below(other.len());
                bytes.splice(start..end.min(start + 500), other[from..(from + 500).min(other.len())].iter().copied());
            }
            // A size, a number of parts or an offset that is too large: four bytes somewhere after a mark of the packed file.
            _ => inflate(chance, &mut bytes),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

fn inflate(chance: &mut Chance, bytes: &mut [u8]) {
    let marks: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, mark)| mark.starts_with(b"PK")).map(|(at, _)| at).collect();
    let Some(mark) = marks.get(chance.below(marks.len())) else { return };
    let field = mark + 4 + chance.below(24);
    bytes.iter_mut().skip(field).take(4).for_each(|byte| *byte = 0xee);
}

#[test]
fn five_thousand_mutated_files_neither_stop_the_program_nor_write_anything() {
    let corpus = corpus();
    let mut chance = Chance(383);
    let mut office = office();
    let before = content_of(office.made.folder.path());
    let mut n_looked = 0;
    let mut n_refused = 0;
    for _ in 0..FILES / PER_DROP {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..PER_DROP {
            let (name, bytes) = &corpus[chance.below(corpus.len())];
            let other = &corpus[chance.below(corpus.len())].1;
            let bytes = mutated(&mut chance, bytes, other);
            std::fs::write(folder.path().join(format!("{number} {name}")), bytes).unwrap();
        }
        let paths = vec![folder.path().to_owned()];
        let started = Instant::now();
        let inbox = office.made.book.preview_files(&paths, moment().today).unwrap();
        if started.elapsed() > LONGEST {
            none_takes_long(&office, folder.path());
        }
        n_looked += PER_DROP;
        n_refused += inbox.files.iter().filter(|file| !file.fate.is_taken() && file.fate != FileFate::Same).count();
        assert!(inbox.files.len() >= PER_DROP, "each file has its line");
        assert_eq!(content_of(office.made.folder.path()), before, "looking writes nothing");
    }
    assert_eq!(n_looked, FILES);
    assert!(n_refused > FILES / 2, "{n_refused} of {FILES} are told to be of no use");
    // What is still sound after it was tampered with, the text of a document for instance, may be taken; nothing else is.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.docx"), mutated(&mut chance, &report(0, 1), b"x")).unwrap();
    office.made.book.accept_files(&moment(), &[folder.path().to_owned()], &InboxChoice::default()).unwrap();
}

fn none_takes_long(office: &super::Office, folder: &std::path::Path) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let started = Instant::now();
        office.made.book.preview_files(std::slice::from_ref(&entry), moment().today).unwrap();
        assert!(started.elapsed() < LONGEST, "{} takes {:?}", entry.display(), started.elapsed());
    }
}
