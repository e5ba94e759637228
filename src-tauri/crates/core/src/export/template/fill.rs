//! A part with its tags, as a template of the engine, and the part that it gives.
//!
//! The engine gets no more than it needs: no loader, no macros, no functions, a few filters, a limit on steps, depth and
//! size. Braces of the document that are no tag of ours are written so that the engine prints them.

use std::io;

use minijinja::{Environment, ErrorKind, UndefinedBehavior, filters};
use serde_json::Value;

use super::check::lifts;
use super::expression::{Command, command};
use super::pieces::{self, Kind, Piece, escape};
use super::tags::{Form, Segment, Tag, Tagged};

/// Steps that the engine may take: a table of 20.000 lines takes one million.
const FUEL: u64 = 5_000_000;
const DEEPEST: usize = 30;
/// Most bytes that a part may grow to.
const LARGEST: usize = 128 << 20;

/// An element of its own for text with blanks at its ends.
const OPEN_TEXT: &str = "<w:t xml:space=\"preserve\">";

/// Why a part cannot be filled, in the engine's words.
pub type Reason = String;

/// The engine with all that a template may use.
pub fn engine<'a>() -> Environment<'a> {
    let mut engine = Environment::empty();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine.set_recursion_limit(DEEPEST);
    engine.add_filter("upper", filters::upper);
    engine.add_filter("lower", filters::lower);
    engine.add_filter("trim", filters::trim);
    engine.add_filter("join", filters::join);
    engine.add_filter("length", filters::length);
    engine.add_filter("first", filters::first);
    engine.add_filter("last", filters::last);
    engine.set_formatter(|out, _, value| {
        if value.is_undefined() {
            return Err(minijinja::Error::new(ErrorKind::UndefinedError, "nothing there"));
        }
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        out.write_str(&as_xml(&text)).map_err(minijinja::Error::from)
    });
    engine
}

/// A text inside of a run: ends of lines and tabs are elements there.
fn as_xml(text: &str) -> String {
    let mut xml = String::with_capacity(text.len() + 16);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.push_str("</w:t><w:br/>");
            xml.push_str(OPEN_TEXT);
        }
        for (number, piece) in line.split('\t').enumerate() {
            if number > 0 {
                xml.push_str("</w:t><w:tab/>");
                xml.push_str(OPEN_TEXT);
            }
            escape(piece, &mut xml);
        }
    }
    xml
}

/// A part as the engine reads it.
pub fn source(tagged: &Tagged<'_>) -> Result<String, Reason> {
    let lifts = lifts(tagged);
    let mut lifts = lifts.iter().peekable();
    let mut source = String::with_capacity(tagged.pieces.iter().map(|piece| piece.raw.len()).sum::<usize>() + 256);
    let mut at = 0;
    while let Some(piece) = tagged.pieces.get(at) {
        // One that lies in another is gone already.
        while lifts.peek().is_some_and(|(element, _, _)| element.open < at) {
            lifts.next();
        }
        if let Some((element, _, numbers)) = lifts.next_if(|(element, _, _)| element.open == at) {
            for tag in numbers.iter().filter_map(|number| tagged.tags.get(*number)) {
                write_tag(tag, &mut source)?;
            }
            at = element.close + 1;
            continue;
        }
        match tagged.texts.get(&at) {
            Some(segments) => write_segments(tagged, segments, &mut source)?,
            // The element around a text that is filled, so that blanks at its ends stay.
            None if piece.kind == Kind::Open && tagged.texts.contains_key(&(at + 1)) => source.push_str(OPEN_TEXT),
            None => literally(piece.raw, &mut source),
        }
        at += 1;
    }
    Ok(source)
}

fn write_segments(tagged: &Tagged<'_>, segments: &[Segment], source: &mut String) -> Result<(), Reason> {
    for segment in segments {
        match segment {
            Segment::Literal(text) => {
                let mut xml = String::new();
                escape(text, &mut xml);
                literally(&xml, source);
            }
            Segment::Tag(number) => {
                if let Some(tag) = tagged.tags.get(*number) {
                    write_tag(tag, source)?;
                }
            }
        }
    }
    Ok(())
}

/// Text for the engine to print as it is.
fn literally(text: &str, source: &mut String) {
    let mut pieces = text.split('{');
    source.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        source.push_str("{{'{'}}");
        source.push_str(piece);
    }
}

/// A tag in the one form that the engine gets, made anew from what was read of it.
fn write_tag(tag: &Tag, source: &mut String) -> Result<(), Reason> {
    let body = match tag.form {
        Form::Comment => return Ok(()),
        Form::Print => {
            source.push_str("{{ ");
            source.push_str(&tag.body);
            source.push_str(" }}");
            return Ok(());
        }
        Form::Command => match command(&tag.body).map_err(|_| tag.written.clone())? {
            Command::For { name, path } => format!("for {name} in {path}"),
            Command::If(condition) => format!("if {condition}"),
            Command::ElseIf(condition) => format!("elif {condition}"),
            Command::Else => "else".to_owned(),
            Command::EndFor => "endfor".to_owned(),
            Command::EndIf => "endif".to_owned(),
        },
    };
    source.push_str("{% ");
    source.push_str(&body);
    source.push_str(" %}");
    Ok(())
}

/// What a part gives with these values, put right where a loop left a place empty that Word wants filled.
pub fn render(source: &str, values: &Value) -> Result<String, Reason> {
    let engine = engine();
    let template = engine.template_from_str(source).map_err(|error| error.to_string())?;
    let mut out = Limited { bytes: Vec::with_capacity(source.len() * 2) };
    template.render_captured_to(minijinja::value::Serde(values), &mut out).map_err(|error| error.to_string())?;
    let text = String::from_utf8(out.bytes).map_err(|error| error.to_string())?;
    // Taken apart again: whatever happened before, what leaves is well-formed.
    let pieces = pieces::parse(&text).map_err(|fault| format!("{fault:?}"))?;
    Ok(settle(&pieces))
}

struct Limited {
    bytes: Vec<u8>,
}

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > LARGEST {
            return Err(io::Error::other("the document grows too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An element while the result is written.
struct Open<'a> {
    name: &'a str,
    /// Where it begins in what is written.
    start: usize,
    last_child: &'a str,
    has_row: bool,
}

/// Word calls a file damaged in which a cell does not end in a paragraph, a header has none, or a table has no row.
fn settle(pieces: &[Piece<'_>]) -> String {
    let mut text = String::with_capacity(pieces.iter().map(|piece| piece.raw.len()).sum());
    let mut open: Vec<Open<'_>> = Vec::new();
    for piece in pieces {
        match piece.kind {
            Kind::Open | Kind::Empty => {
                if let Some(parent) = open.last_mut() {
                    parent.last_child = piece.name;
                    parent.has_row |= piece.name == "w:tr" || piece.name == "w:sdt";
                }
                if piece.kind == Kind::Open {
                    open.push(Open { name: piece.name, start: text.len(), last_child: "", has_row: false });
                }
                text.push_str(piece.raw);
            }
            Kind::Close => {
                let Some(element) = open.pop() else { continue };
                let is_without_rows = element.name == "w:tbl" && !element.has_row;
                if is_without_rows {
                    text.truncate(element.start);
                    text.push_str("<w:p/>");
                    if let Some(parent) = open.last_mut() {
                        parent.last_child = "w:p";
                    }
                    continue;
                }
                if needs_paragraph(&element) {
                    text.push_str("<w:p/>");
                }
                text.push_str(piece.raw);
            }
            Kind::Text | Kind::Other => text.push_str(piece.raw),
        }
    }
    text
}

fn needs_paragraph(element: &Open<'_>) -> bool {
    match element.name {
        "w:tc" => element.last_child != "w:p" && element.last_child != "w:sdt",
        "w:hdr" | "w:ftr" | "w:txbxContent" | "w:footnote" | "w:endnote" => {
            !matches!(element.last_child, "w:p" | "w:sdt")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_a_loop_left_empty_are_put_right_and_nothing_else_is_touched() {
        for (xml, settled) in [
            ("<w:tc><w:tcPr/></w:tc>", "<w:tc><w:tcPr/><w:p/></w:tc>"),
            ("<w:tc><w:p/><w:tbl><w:tr/></w:tbl></w:tc>", "<w:tc><w:p/><w:tbl><w:tr/></w:tbl><w:p/></w:tc>"),
            ("<w:hdr></w:hdr>", "<w:hdr><w:p/></w:hdr>"),
            ("<w:body><w:tbl><w:tblPr/></w:tbl></w:body>", "<w:body><w:p/></w:body>"),
            ("<w:body><w:p>a &lt; b</w:p></w:body>", "<w:body><w:p>a &lt; b</w:p></w:body>"),
        ] {
            assert_eq!(settle(&pieces::parse(xml).unwrap()), settled, "{xml}");
        }
    }

    #[test]
    fn values_are_escaped_and_what_xml_forbids_is_left_out() {
        let values = serde_json::json!({ "a": "<b> & \"c\" {{ d }} {% e %}\u{1}\nhai\tba" });
        let filled = render("<w:t>{{ a }}</w:t>", &values).unwrap();
        assert_eq!(
            filled,
            "<w:t>&lt;b&gt; &amp; &quot;c&quot; {{ d }} {% e %}</w:t><w:br/><w:t xml:space=\"preserve\">hai</w:t><w:tab/>\
             <w:t xml:space=\"preserve\">ba</w:t>",
        );
    }

    #[test]
    fn a_template_cannot_run_for_ever_nor_grow_without_end() {
        let many: Vec<u32> = (0..3_000).collect();
        let values = serde_json::json!({ "a": many });
        let source = "<w:t>{% for b in a %}{% for c in a %}{% for d in a %}x{% endfor %}{% endfor %}{% endfor %}</w:t>";
        assert!(render(source, &values).is_err());
    }
}
