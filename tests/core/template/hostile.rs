//! Templates made to do harm, or damaged by chance: refused or filled, never a panic, never without end.

use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use sotg_core::export::template::{check, fill, sample};

use crate::docx_content::{composed, usual};
use crate::made::{of_lines, template};
use crate::report_input::Case;

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (n as u64).max(1)).unwrap()
    }
}

/// The parts of a zip, to be put together again with one of them changed.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(read).collect()
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Something that a template may hold and a mutation may bring to another place.
const PIECES: [&str; 18] = [
    "{{",
    "}}",
    "{%p ",
    "{%tr ",
    "%}",
    " for m in muc ",
    " endfor ",
    " if so ",
    "{{ so }}",
    "<w:p>",
    "</w:p>",
    "</w:tc>",
    "&amp;",
    "&",
    "\u{feff}",
    "<![CDATA[{{ so }}]]>",
    "“",
    "|join(\"",
];

fn mutated(dice: &mut Dice, content: &[u8]) -> Vec<u8> {
    let mut content = content.to_vec();
    for _ in 0..=dice.up_to(3) {
        let at = dice.up_to(content.len());
        match dice.up_to(5) {
            0 => content[at] = u8::try_from(dice.up_to(256)).unwrap(),
            1 => drop(content.drain(at..(at + dice.up_to(60)).min(content.len()))),
            2 => drop(content.splice(at..at, PIECES[dice.up_to(PIECES.len())].bytes())),
            3 => {
                let from = dice.up_to(content.len());
                let piece = content[from..(from + dice.up_to(200)).min(content.len())].to_vec();
                drop(content.splice(at..at, piece));
            }
            _ => content.truncate(content.len() - dice.up_to(40).min(content.len() - 1)),
        }
        if content.is_empty() {
            content.push(b'<');
        }
    }
    content
}

#[test]
fn two_thousand_damaged_templates_are_refused_or_filled_and_each_soon() {
    // Few figures and no activities: the template is what is tried here.
    let content = usual();
    let whole = sample(&content).unwrap();
    let parts = parts(&whole);
    let mut dice = Dice(383_2022);
    let (mut n_filled, mut n_refused, mut slowest) = (0, 0, Duration::ZERO);
    for round in 0..2_000 {
        let bytes = if round % 5 == 0 {
            mutated(&mut dice, &whole)
        } else {
            let mut parts = parts.clone();
            // Mostly the body: the other parts are copied as they are.
            let body = parts.iter().position(|(name, _)| name == "word/document.xml").unwrap();
            let chosen = if dice.up_to(4) == 0 { dice.up_to(parts.len()) } else { body };
            parts[chosen].1 = mutated(&mut dice, &parts[chosen].1);
            zipped(&parts)
        };
        let start = Instant::now();
        let is_usable = check(&bytes).is_usable();
        match fill(&bytes, &content) {
            Ok(filled) => {
                n_filled += 1;
                zip::ZipArchive::new(Cursor::new(filled)).unwrap();
            }
            Err(error) => {
                n_refused += 1;
                assert!(!is_usable, "round {round}: the check found nothing, but {error}: {:?}", error.fields());
            }
        }
        slowest = slowest.max(start.elapsed());
    }
    assert!(n_filled > 200 && n_refused > 200, "{n_filled} filled, {n_refused} refused: the mutations say something");
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}

#[test]
fn loops_in_loops_end() {
    let lines = ["{%p for a in muc %}", "{%p for b in muc %}", "{%p for c in muc %}", "{%p for d in muc %}"];
    let deeper = ["{%p for e in muc %}", "{%p for f in muc %}", "{%p for g in muc %}", "x"];
    let ends = ["{%p endfor %}"; 7];
    let lines: Vec<&str> = lines.into_iter().chain(deeper).chain(ends).collect();
    let start = Instant::now();
    let refused = fill(&of_lines(&lines), &composed(&Case::of_real_plan()));
    assert!(refused.is_err(), "twenty sections to the power of seven are too many");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn many_tags_in_one_paragraph_are_read_in_time() {
    let many = "{{ so }} { ".repeat(20_000);
    let runs = "<w:r><w:t>{{ so</w:t></w:r><w:r><w:t> }}</w:t></w:r>".repeat(20_000);
    for body in [crate::made::p(&many), format!("<w:p>{runs}</w:p>"), crate::made::p(&"{{".repeat(100_000))] {
        let start = Instant::now();
        drop(check(&template(&body)));
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
