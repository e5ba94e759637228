//! The opening, sections I to VI, and the mark that closes them.

use super::super::document::{Block, Paragraph, Role};
use crate::model::{ReportDraft, ReportSection};
use crate::text::{clean_line, clean_text};

/// Closes the body of an official document.
const END_MARK: &str = "./.";

/// The body of a report.
pub fn blocks(draft: &ReportDraft) -> Vec<Block> {
    let mut paragraphs = lines(draft.opening.text());
    if let Some(first) = paragraphs.first_mut() {
        first.anchor = Some(draft.opening.code.clone());
    }
    for section in &draft.sections {
        paragraphs.push(heading(section));
        paragraphs.extend(lines(section.text()));
    }
    close(&mut paragraphs);
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

/// One paragraph a line. An item of a list is a paragraph that begins with a dash, as union documents have it: set by a
/// numbering of Word its dash would be lost when the text is copied into an e-mail.
fn lines(text: &str) -> Vec<Paragraph> {
    let text = clean_text(text);
    let said = text.lines().map(str::trim).filter(|line| !line.is_empty());
    said.map(|line| Paragraph::new(Role::Body).text(line)).collect()
}

fn heading(section: &ReportSection) -> Paragraph {
    let (number, title) = (clean_line(&section.number), clean_line(&section.title));
    let (role, title) = match section.level {
        0 | 1 => (Role::Heading1, title.to_uppercase()),
        2 => (Role::Heading2, title),
        _ => (Role::Heading3, title),
    };
    let number = number.trim_end_matches('.');
    let text = if number.is_empty() { title } else { format!("{number}. {title}") };
    Paragraph::new(role).anchored(&section.code).text(&text)
}

/// Puts the end mark after the last text, which stays on one page with the signature.
fn close(paragraphs: &mut [Paragraph]) {
    if let Some(last) = paragraphs.last_mut() {
        last.format.keeps_with_next = true;
        if let Some(run) = last.runs.last_mut()
            && let super::super::document::Inline::Text(text) = &mut run.inline
        {
            *text = closed(text);
        }
    }
}

/// The text with the end mark in the place of its own full stop.
fn closed(text: &str) -> String {
    format!("{}{END_MARK}", text.trim_end_matches(['.', '/', ';', ',', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_mark_takes_the_place_of_the_full_stop_and_is_never_doubled() {
        let cases = [
            ("Không có.", "Không có./."),
            ("Không có", "Không có./."),
            ("Không có./.", "Không có./."),
            ("Không có ./. ", "Không có./."),
            ("- Việc cuối;", "- Việc cuối./."),
            ("theo mẫu (nếu có).", "theo mẫu (nếu có)./."),
            ("phải không?", "phải không?./."),
        ];
        for (text, expected) in cases {
            assert_eq!(closed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_is_one_paragraph_a_line() {
        let paragraphs = lines("Đã thực hiện:\r\n- Treo băng rôn;\n\n   - Phát tờ gấp.  ");
        let texts: Vec<_> = paragraphs.iter().map(|paragraph| paragraph.runs.clone()).collect();
        let expected: Vec<_> = ["Đã thực hiện:", "- Treo băng rôn;", "- Phát tờ gấp."]
            .iter()
            .map(|line| Paragraph::new(Role::Body).text(line).runs)
            .collect();
        assert_eq!(texts, expected);
    }
}
