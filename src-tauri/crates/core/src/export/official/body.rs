//! The opening, sections I to VI, and the mark that closes them.

use super::super::document::{Block, Inline, Letters, Paragraph, Role};
use super::pictures::{chart_block, figure_table};
use crate::model::{ReportContent, ReportSection, RichText, TextBlock, TextInline, TextMark};
use crate::text::{clean_letters, clean_line};

/// Closes the body of an official document.
const END_MARK: &str = "./.";

/// The body of a report.
pub fn blocks(content: &ReportContent) -> Vec<Block> {
    let draft = &content.draft;
    let mut body = section_blocks(content, draft.opening.text());
    if let Some(Block::Paragraph(first)) = body.first_mut() {
        first.anchor = Some(draft.opening.code.clone());
    }
    for section in &draft.sections {
        body.push(Block::Paragraph(heading(section)));
        body.extend(section_blocks(content, section.text()));
    }
    close(&mut body);
    body
}

/// One paragraph a block. An item of a list is a paragraph that begins with a dash, as union documents have it: set by a
/// numbering of Word its dash would be lost when the text is copied into an e-mail.
fn section_blocks(content: &ReportContent, text: &RichText) -> Vec<Block> {
    let said = text.content.iter().filter(|block| !block.is_empty());
    said.flat_map(|block| match block {
        TextBlock::Paragraph { .. } | TextBlock::Heading { .. } | TextBlock::DashItem { .. } => {
            vec![Block::Paragraph(paragraph(block))]
        }
        TextBlock::FigureTable { attrs } => figure_table(content, &attrs.group),
        TextBlock::Chart { attrs } => chart_block(content, &attrs.chart, &attrs.caption),
    })
    .collect()
}

fn paragraph(block: &TextBlock) -> Paragraph {
    let start = match block {
        TextBlock::Paragraph { .. } | TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => {
            Paragraph::new(Role::Body)
        }
        TextBlock::Heading { .. } => Paragraph::new(Role::Heading3),
        TextBlock::DashItem { .. } => Paragraph::new(Role::Body).text("- "),
    };
    block.content().iter().fold(start, with_inline)
}

fn with_inline(paragraph: Paragraph, inline: &TextInline) -> Paragraph {
    let marks = match inline {
        TextInline::Text { marks, .. } | TextInline::Figure { marks, .. } => marks,
    };
    let plain = paragraph.role.letters();
    let letters = Letters {
        is_bold: plain.is_bold || marks.contains(&TextMark::Strong),
        is_italic: plain.is_italic || marks.contains(&TextMark::Em),
        ..plain
    };
    paragraph.text_in(letters, &clean_letters(inline.plain()))
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

/// Puts the end mark after the last text, which stays on one page with the signature. After a table or a picture it stands
/// alone.
fn close(blocks: &mut Vec<Block>) {
    if let Some(Block::Paragraph(last)) = blocks.last_mut()
        && let Some(Inline::Text(text)) = last.runs.last_mut().map(|run| &mut run.inline)
    {
        *text = closed(text);
        last.format.keeps_with_next = true;
    } else if !blocks.is_empty() {
        let mark = Paragraph::new(Role::Body).text(END_MARK);
        blocks.push(Block::Paragraph(mark.set(|format| format.keeps_with_next = true)));
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
        let text = RichText::from_plain("Đã thực hiện:\r\n- Treo băng rôn;\n\n   - Phát tờ gấp.  ");
        let texts: Vec<_> = text.content.iter().map(|block| paragraph(block).runs).collect();
        let expected: Vec<_> = ["Đã thực hiện:", "- Treo băng rôn;", "- Phát tờ gấp."]
            .iter()
            .map(|line| Paragraph::new(Role::Body).text(line).runs)
            .collect();
        assert_eq!(texts, expected);
    }
}
