//! A part of a document as a list of pieces: tags of XML with what stands between them, each as it was written.
//!
//! Nothing is ever looked for in the XML as text: what is not a piece of its own cannot be changed.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::model::TemplateFault;

/// No document of an office is nested so deeply; one that is was made to exhaust the memory.
const DEEPEST: usize = 200;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A tag that opens an element.
    Open,
    /// The tag that closes it.
    Close,
    /// An element without content.
    Empty,
    /// Text between tags, still escaped.
    Text,
    /// A declaration, a comment, a section of raw text.
    Other,
}

/// A piece of XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: Kind,
    /// Name of the element; empty for what is none.
    pub name: &'a str,
    /// As it was written.
    pub raw: &'a str,
}

/// Takes XML apart.
///
/// # Errors
/// `Unsafe` for a DOCTYPE or what is too deep, `Broken` for what is not well-formed.
pub fn parse(xml: &str) -> Result<Vec<Piece<'_>>, TemplateFault> {
    let mut reader = Reader::from_str(xml);
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(xml.len() / 24);
    let mut depth = 0usize;
    let mut start = 0;
    let mut is_begun = false;
    loop {
        let event = reader.read_event().map_err(|_| TemplateFault::Broken)?;
        let end = usize::try_from(reader.buffer_position()).map_err(|_| TemplateFault::Broken)?;
        let raw = xml.get(start..end).ok_or(TemplateFault::Broken)?;
        let kind = match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(TemplateFault::Unsafe),
            Event::Start(_) => {
                depth += 1;
                Kind::Open
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(TemplateFault::Broken)?;
                Kind::Close
            }
            Event::Empty(_) => Kind::Empty,
            Event::Text(_) | Event::GeneralRef(_) => Kind::Text,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Kind::Other,
        };
        if depth > DEEPEST {
            return Err(TemplateFault::Unsafe);
        }
        is_begun |= kind == Kind::Open || kind == Kind::Empty;
        push(&mut pieces, xml, Piece { kind, name: name(kind, raw), raw }, start);
        start = end;
    }
    if depth != 0 || !is_begun { Err(TemplateFault::Broken) } else { Ok(pieces) }
}

/// Text and references in it come one after the other, and are one text.
fn push<'a>(pieces: &mut Vec<Piece<'a>>, xml: &'a str, piece: Piece<'a>, start: usize) {
    if piece.kind == Kind::Text
        && let Some(last) = pieces.last_mut().filter(|last| last.kind == Kind::Text)
        && let Some(joined) = xml.get(start - last.raw.len()..start + piece.raw.len())
    {
        last.raw = joined;
        return;
    }
    pieces.push(piece);
}

fn name(kind: Kind, raw: &str) -> &str {
    match kind {
        Kind::Open | Kind::Close | Kind::Empty => {
            let inside = raw.trim_start_matches('<').trim_start_matches('/');
            inside.split([' ', '\t', '\r', '\n', '/', '>']).next().unwrap_or_default()
        }
        Kind::Text | Kind::Other => "",
    }
}

/// The text that a piece of text says.
pub fn unescaped(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned)
}

/// Text as XML, without the letters that XML does not allow at all.
pub fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_whole_part_and_text_with_its_references_is_one_piece() {
        let xml = "<?xml version=\"1.0\"?><w:p a='<x>'><w:t>a &amp; &#x111; b</w:t><w:br/></w:p>\n";
        let pieces = parse(xml).unwrap();
        assert_eq!(pieces.iter().map(|piece| piece.raw).collect::<String>(), xml);
        let texts: Vec<_> = pieces.iter().filter(|piece| piece.kind == Kind::Text).map(|piece| piece.raw).collect();
        assert_eq!(texts, ["a &amp; &#x111; b", "\n"]);
        assert_eq!(unescaped(texts[0]), "a & đ b");
    }

    #[test]
    fn what_is_broken_or_made_to_do_harm_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(201), "</a>".repeat(201));
        for (xml, fault) in [
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", TemplateFault::Unsafe),
            (deep.as_str(), TemplateFault::Unsafe),
            ("<a><b></a></b>", TemplateFault::Broken),
            ("<a>", TemplateFault::Broken),
            ("</a>", TemplateFault::Broken),
            ("", TemplateFault::Broken),
            ("text only", TemplateFault::Broken),
        ] {
            assert_eq!(parse(xml).unwrap_err(), fault, "{:.40}", xml);
        }
    }
}
