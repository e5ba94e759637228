//! A text that the official wrote, made fit to keep.

use unicode_normalization::UnicodeNormalization as _;

use crate::error::{Error, ErrorCode, Result};
use crate::model::{FigureTable, RichText, TextBlock, TextInline, TextMark};
use crate::text;

/// Letters that the text of a section may have.
const TEXT_LIMIT: usize = 50_000;
/// Blocks that it may have.
const BLOCK_LIMIT: usize = 2_000;
const CAPTION_LIMIT: usize = 300;

/// The text with composed letters, without control characters, empty lines at its ends and blanks at the ends of lines;
/// letters in the same form joined.
///
/// # Errors
/// `too_long`.
pub fn clean(written: &RichText, table: &FigureTable) -> Result<RichText> {
    let mut blocks: Vec<TextBlock> = written.content.iter().map(clean_block).collect::<Result<_>>()?;
    let is_blank = |block: &TextBlock| block.is_empty();
    while blocks.last().is_some_and(is_blank) {
        blocks.pop();
    }
    let n_blank = blocks.iter().take_while(|block| is_blank(block)).count();
    blocks.drain(..n_blank);
    let mut cleaned = RichText { content: blocks };
    if cleaned.content.len() > BLOCK_LIMIT {
        return Err(Error::refused(ErrorCode::TooLong, "reading a text")
            .with("field", "text")
            .with("limit", BLOCK_LIMIT)
            .with("length", cleaned.content.len()));
    }
    super::live::refresh(&mut cleaned, table);
    text::limited("text", cleaned.plain(), TEXT_LIMIT)?;
    Ok(cleaned)
}

fn clean_block(block: &TextBlock) -> Result<TextBlock> {
    Ok(match block {
        TextBlock::Paragraph { content } => TextBlock::Paragraph { content: clean_content(content) },
        TextBlock::Heading { content } => TextBlock::Heading { content: clean_content(content) },
        TextBlock::DashItem { content } => TextBlock::DashItem { content: clean_content(content) },
        TextBlock::FigureTable { .. } => block.clone(),
        TextBlock::Chart { attrs } => {
            let mut attrs = attrs.clone();
            attrs.caption = text::limited("caption", text::clean_line(&attrs.caption), CAPTION_LIMIT)?;
            TextBlock::Chart { attrs }
        }
    })
}

fn clean_content(content: &[TextInline]) -> Vec<TextInline> {
    let mut cleaned: Vec<TextInline> = Vec::new();
    for inline in content {
        match inline {
            TextInline::Text { text: letters, marks } => {
                push(&mut cleaned, &text::clean_letters(letters), &in_order(marks))
            }
            TextInline::Figure { attrs, marks } => {
                cleaned.push(TextInline::Figure { attrs: attrs.clone(), marks: in_order(marks) });
            }
        }
    }
    trim(&mut cleaned);
    cleaned
}

fn push(cleaned: &mut Vec<TextInline>, letters: &str, form: &[TextMark]) {
    match cleaned.last_mut() {
        // Joined before they are composed: a mark may stand alone at the beginning of what comes.
        Some(TextInline::Text { text, marks }) if marks == form => *text = format!("{text}{letters}").nfc().collect(),
        _ if letters.is_empty() => {}
        Some(_) | None => cleaned.push(TextInline::Text { text: letters.to_owned(), marks: form.to_vec() }),
    }
}

fn in_order(marks: &[TextMark]) -> Vec<TextMark> {
    let mut marks = marks.to_vec();
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn trim(content: &mut Vec<TextInline>) {
    if let Some(TextInline::Text { text, .. }) = content.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(TextInline::Text { text, .. }) = content.last_mut() {
        *text = text.trim_end().to_owned();
    }
    content.retain(|inline| !matches!(inline, TextInline::Text { text, .. } if text.is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(json: serde_json::Value) -> RichText {
        let none = FigureTable { phase: String::new(), groups: Vec::new(), n_reported: 0, n_indicators: 0 };
        clean(&serde_json::from_value(json).unwrap(), &none).unwrap()
    }

    #[test]
    fn letters_in_the_same_form_are_joined_composed_and_freed_of_what_cannot_be_printed() {
        let text = cleaned(serde_json::json!({"content": [
            {"type": "paragraph"},
            {"type": "paragraph", "content": [
                {"type": "text", "text": "  Đa\u{303} thư"},
                {"type": "text", "text": "\u{323}c hiện\u{0}\u{7}"},
                {"type": "text", "text": " ", "marks": [{"type": "em"}, {"type": "strong"}, {"type": "em"}]},
                {"type": "text", "text": "đúng\nhạn  ", "marks": [{"type": "strong"}]}]},
            {"type": "dash_item"},
            {"type": "paragraph", "content": [{"type": "text", "text": " "}]}]}));
        let expected: RichText = serde_json::from_value(serde_json::json!({"content": [
            {"type": "paragraph", "content": [
                {"type": "text", "text": "Đã thực hiện"},
                {"type": "text", "text": " ", "marks": [{"type": "strong"}, {"type": "em"}]},
                {"type": "text", "text": "đúng hạn", "marks": [{"type": "strong"}]}]}]}))
        .unwrap();
        assert_eq!(text, expected);
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        let none = FigureTable { phase: String::new(), groups: Vec::new(), n_reported: 0, n_indicators: 0 };
        for text in [RichText::from_plain(&"a".repeat(50_001)), RichText::from_plain(&"a\n".repeat(2_001))] {
            assert_eq!(clean(&text, &none).unwrap_err().code(), ErrorCode::TooLong);
        }
    }
}
