//! The lines of a Word document as a reader sees them: what is compared to find out what was changed in it afterwards.
//!
//! The same reading serves when a report leaves the program and when it comes back, from Word, WPS or LibreOffice, which
//! cut the text into other runs but keep its lines.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use unicode_normalization::UnicodeNormalization as _;
use zip::ZipArchive;

/// Largest body of a document that is read, unpacked; a report with an annex of two thousand rows has three megabytes.
const BODY_LIMIT: u64 = 24 * 1024 * 1024;

/// Most lines of a document.
const LINE_LIMIT: usize = 100_000;

/// The lines of the body: one for a paragraph, one for the row of a table with a tab after each cell. Empty ones are left
/// out, spaces of every kind are one space. `None` if there is no body that can be read.
pub fn lines_of(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Vec<String>> {
    let part = archive.by_name("word/document.xml").ok()?;
    let mut body = Vec::new();
    part.take(BODY_LIMIT + 1).read_to_end(&mut body).ok()?;
    if u64::try_from(body.len()).ok()? > BODY_LIMIT {
        return None;
    }
    read(&body)
}

/// The lines of a Word document that our own program wrote.
pub fn lines_of_bytes(document: &[u8]) -> Option<Vec<String>> {
    lines_of(&mut ZipArchive::new(Cursor::new(document)).ok()?)
}

fn read(body: &[u8]) -> Option<Vec<String>> {
    let mut reader = Reader::from_reader(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
    let mut page = Page::default();
    loop {
        if page.lines.len() > LINE_LIMIT {
            return None;
        }
        match reader.read_event().ok()? {
            Event::Start(element) => page.begin(element.local_name().as_ref()),
            Event::Empty(element) => page.single(element.local_name().as_ref()),
            Event::End(element) => page.end(element.local_name().as_ref()),
            Event::Text(letters) => page.letters(&letters),
            Event::CData(letters) => page.letters(&letters),
            Event::GeneralRef(entity) => page.letters(&super::carried::resolve(&entity)?.to_string()),
            Event::DocType(_) => return None,
            Event::Eof => return Some(page.lines),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// What is known while the document goes by.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
    /// Depth of tables: rows of inner ones belong to the cell around them.
    n_tables: u32,
    /// Depth of what is no part of the text: what was deleted under track changes, the second copy of a text box.
    n_aside: u32,
    is_text: bool,
}

const ASIDE: [&str; 4] = ["del", "moveFrom", "Fallback", "sdtPr"];

impl Page {
    fn begin(&mut self, name: &str) {
        match name {
            "tbl" => {
                self.finish();
                self.n_tables += 1;
            }
            "t" => self.is_text = true,
            aside if ASIDE.contains(&aside) => self.n_aside += 1,
            _ => {}
        }
    }

    fn single(&mut self, name: &str) {
        match name {
            "tab" | "br" | "cr" => self.line.push(' '),
            "noBreakHyphen" => self.line.push('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "p" if self.n_tables == 0 => self.finish(),
            "p" => self.line.push(' '),
            "tc" if self.n_tables == 1 => self.line.push('\t'),
            "tr" if self.n_tables == 1 => self.finish(),
            "tbl" => self.n_tables = self.n_tables.saturating_sub(1),
            aside if ASIDE.contains(&aside) => self.n_aside = self.n_aside.saturating_sub(1),
            _ => {}
        }
    }

    fn letters(&mut self, letters: &str) {
        if self.is_text && self.n_aside == 0 {
            self.line.push_str(letters);
        }
    }

    fn finish(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut tidied = String::new();
        for (number, cell) in line.split('\t').enumerate() {
            if number > 0 {
                tidied.push('\t');
            }
            tidy(cell, &mut tidied);
        }
        if tidied.bytes().any(|byte| byte != b'\t') {
            self.lines.push(tidied);
        }
    }
}

/// Adds a cell word by word: a line of a stranger may be all of his document.
fn tidy(cell: &str, line: &mut String) {
    let composed: String = cell.nfc().filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect();
    for (number, word) in composed.split_whitespace().enumerate() {
        if number > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(body: &str) -> Vec<String> {
        read(format!("<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>").as_bytes()).unwrap()
    }

    #[test]
    fn paragraphs_and_rows_are_lines_however_the_text_is_cut() {
        let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        let paragraph = |runs: &str| format!("<w:p>{runs}</w:p>");
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(&run(text)));
        let cases = [
            (paragraph(&(run("41 bu") + &run("ổi"))), vec!["41 buổi"]),
            (paragraph(&run("a&amp;b &#259;\u{a0} c")), vec!["a&b ă c"]),
            (paragraph(&run("  ")) + &paragraph(&run("x")), vec!["x"]),
            (format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Băng rôn"), cell("12")), vec!["Băng rôn\t12\t"]),
            (paragraph(&format!("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>{}", run("mới"))), vec!["mới"]),
            (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>"), vec![]),
            (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), vec!["a b"]),
        ];
        for (body, expected) in cases {
            assert_eq!(lines(&body), expected, "{body}");
        }
    }

    #[test]
    fn a_body_with_a_document_type_is_not_read() {
        assert_eq!(read(b"<!DOCTYPE a [<!ENTITY b \"c\">]><w:document/>"), None);
    }
}
