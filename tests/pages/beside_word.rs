//! The same report in Word and as PDF: the same pages, each line within one line of its place, the same words.
//!
//! LibreOffice stands for Word: both are laid out from the same file, by the rules that the file names.

use std::path::{Path, PathBuf};

use sotg_core::export::document::{Block, Document, Inline, Run};
use sotg_core::export::{docx, official_report};
use sotg_core::model::ReportContent;
use unicode_normalization::UnicodeNormalization as _;

use crate::docx_content::{self, on};
use crate::{docx_reading, programs, sample_reports};

/// A report in both forms, on the disk after the test too, so that its pages can be looked at.
struct Pair {
    name: String,
    document: Document,
    word: PathBuf,
    pdf: PathBuf,
}

impl Pair {
    fn write(folder: &Path, name: &str, content: &ReportContent) -> Pair {
        let document = official_report(content);
        let (word, pdf) = (folder.join(format!("{name}.docx")), folder.join(format!("{name}.pdf")));
        std::fs::write(&word, docx::write(&document).unwrap()).unwrap();
        std::fs::write(&pdf, sotg_pages::pdf(&document, on(2023, 8, 4)).unwrap()).unwrap();
        Pair { name: name.to_owned(), document, word, pdf }
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn pairs(folder: &Path, reports: &[(String, ReportContent)]) -> Vec<Pair> {
    reports.iter().map(|(name, content)| Pair::write(folder, name, content)).collect()
}

/// Reports as offices write them: the three phases of the sample book, and those that the Word document is tried with.
/// What no office writes (names of 300 letters, letters that no font of the office has) is broken elsewhere by LibreOffice,
/// which has other fonts to fall back on.
fn usual_reports() -> Vec<(String, ReportContent)> {
    let unusual = ["long-names", "hostile-text"];
    let named = docx_content::all().into_iter().filter(|(name, _)| !unusual.contains(name));
    named.map(|(name, content)| (name.to_owned(), content)).chain(sample_reports()).collect()
}

#[test]
fn word_and_pdf_have_the_same_lines_on_the_same_pages() {
    let (folder, printed) = (folder("beside-word"), folder("beside-word/printed"));
    let pairs = pairs(&folder, &usual_reports());
    let words: Vec<PathBuf> = pairs.iter().map(|pair| pair.word.clone()).collect();
    programs::print(&words, &printed);
    let mut differences = Vec::new();
    for pair in &pairs {
        let ours = programs::lines_of_pages(&pair.pdf);
        let theirs = programs::lines_of_pages(&printed.join(format!("{}.pdf", pair.name)));
        differences.extend(compare(&ours, &theirs).into_iter().map(|said| format!("{}: {said}", pair.name)));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Where two layouts differ by more than a line: pages, lines of a page, and the text at which each page begins.
fn compare(ours: &[Vec<String>], theirs: &[Vec<String>]) -> Vec<String> {
    if ours.len() != theirs.len() {
        return vec![format!("{} pages, {} in Word", ours.len(), theirs.len())];
    }
    let letters = |lines: &[String]| lines.iter().map(|line| letters_of(line).chars().count()).sum::<usize>();
    let (mut our_start, mut their_start) = (0_usize, 0_usize);
    let mut found = Vec::new();
    for (number, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        let longest = ours.iter().chain(theirs).map(|line| letters_of(line).chars().count()).max().unwrap_or(0);
        if ours.len().abs_diff(theirs.len()) > 1 {
            found.push(format!("page {}: {} lines, {} in Word", number + 1, ours.len(), theirs.len()));
        }
        if our_start.abs_diff(their_start) > longest {
            found.push(format!("page {}: begins {our_start} letters in, {their_start} in Word", number + 1));
        }
        our_start += letters(ours);
        their_start += letters(theirs);
    }
    found
}

fn letters_of(text: &str) -> String {
    text.nfc().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn layouts_that_differ_by_more_than_a_line_would_be_found() {
    let page = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let whole = [page(&["một", "hai", "ba"]), page(&["bốn", "năm"])];
    assert!(compare(&whole, &whole).is_empty());
    assert!(compare(&[page(&["một", "hai"]), page(&["ba", "bốn", "năm"])], &whole).is_empty(), "one line over");
    assert!(!compare(&[page(&["một"]), page(&["hai", "ba", "bốn", "năm"])], &whole).is_empty(), "two lines over");
    assert!(!compare(&whole[..1], &whole).is_empty(), "a page is missing");
}

#[test]
fn word_and_pdf_say_the_same_text() {
    let mut reports = usual_reports();
    let hostile = docx_content::hostile_text();
    reports.extend([("long-names".to_owned(), docx_content::long_names()), ("hostile-text".to_owned(), hostile)]);
    for pair in pairs(&folder("same-text"), &reports) {
        let word = docx_reading::paragraph_texts(&std::fs::read(&pair.word).unwrap());
        let word: Vec<char> = shown(&word.concat()).chars().collect();
        let pdf = shown(&programs::text_of(&pair.pdf));
        let more = beyond(&word, &pdf).unwrap_or_else(|at| panic!("{}: the PDF does not say: {at}", pair.name));
        let repeated = repeated(&pair.document);
        let strange: String = more.chars().filter(|letter| !repeated.contains(*letter)).collect();
        assert!(strange.is_empty(), "{}: the PDF says besides: {strange}", pair.name);
    }
}

/// Letters in composed form. A letter that the font of the pages lacks is a box there.
fn shown(text: &str) -> String {
    letters_of(text).replace(['\u{1f600}', '\u{feff}'], "").replace('□', "")
}

/// What a text says beyond another that it holds in the same order; an error is where it leaves off.
fn beyond(said: &[char], text: &str) -> Result<String, String> {
    let mut rest = said.iter().copied().peekable();
    let more = text.chars().filter(|letter| rest.next_if_eq(letter).is_none()).collect();
    if rest.peek().is_none() { Ok(more) } else { Err(rest.take(80).collect()) }
}

/// What stands again on every page: numbers, what heads them, headings of tables.
fn repeated(document: &Document) -> String {
    let mut texts = vec!["0123456789".to_owned()];
    let mut add = |runs: &[Run]| {
        texts.extend(runs.iter().map(|run| match &run.inline {
            Inline::Text(text) => shown(text),
            Inline::LineBreak | Inline::PageNumber | Inline::Link { .. } | Inline::Picture(_) => String::new(),
        }));
    };
    for section in &document.sections {
        section.header.iter().for_each(|paragraph| add(&paragraph.runs));
        for block in &section.blocks {
            if let Block::Table(table) = block {
                let headings = table.rows.iter().filter(|row| row.repeats).flat_map(|row| &row.cells);
                headings.flat_map(|cell| &cell.paragraphs).for_each(|paragraph| add(&paragraph.runs));
            }
        }
    }
    texts.concat()
}

#[test]
fn a_text_that_is_missing_would_be_found() {
    let said: Vec<char> = "đại hội công đoàn".chars().collect();
    assert_eq!(beyond(&said, "đại hội 2công đoàn"), Ok("2".to_owned()));
    assert_eq!(beyond(&said, "đại công đoàn"), Err("hội công đoàn".to_owned()));
}
