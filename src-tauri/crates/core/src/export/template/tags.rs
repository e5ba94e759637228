//! The tags of a part, each whole.
//!
//! Word splits what is typed over several runs as it pleases (spelling, autocorrection, a second visit). The text of a
//! paragraph is read as one; a tag found in it belongs to the run in which it begins, with its letters.

use std::collections::BTreeMap;

use super::pieces::{Kind, Piece, unescaped};

/// What a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `{{ … }}`: prints.
    Print,
    /// `{% … %}`: commands.
    Command,
    /// `{# … #}`: says nothing.
    Comment,
}

/// What a command takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lift {
    /// Only itself.
    Nothing,
    /// `{%p … %}`: the paragraph in which it stands.
    Paragraph,
    /// `{%tr … %}`: the row of the table.
    Row,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub form: Form,
    pub lift: Lift,
    /// What stands between the braces, without the sign of the lift.
    pub body: String,
    /// As it stands in the document.
    pub written: String,
    /// The paragraph it stands in, among [`Tagged::paragraphs`].
    pub paragraph: usize,
    /// The piece of text it belongs to.
    pub piece: usize,
}

/// A part of the text of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text of the template.
    Literal(String),
    /// A tag, by its number.
    Tag(usize),
}

/// An element that holds others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Its first and its last piece.
    pub open: usize,
    pub close: usize,
    /// The element that it lies in, by the number of its first piece.
    pub parent: Option<usize>,
}

/// A paragraph of the part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text as one.
    pub text: String,
    /// Its element.
    pub element: Element,
    /// The row of a table that it stands in.
    pub row: Option<usize>,
    /// Its pieces of text, each with the run around it.
    texts: Vec<(usize, Option<usize>)>,
}

/// A part with its tags.
pub struct Tagged<'a> {
    pub pieces: Vec<Piece<'a>>,
    pub paragraphs: Vec<Paragraph>,
    /// Rows of tables by their first piece.
    pub rows: BTreeMap<usize, Element>,
    pub tags: Vec<Tag>,
    /// What takes the place of the pieces of text that have tags or lost some letters to one.
    pub texts: BTreeMap<usize, Vec<Segment>>,
    /// The run around each of them.
    pub runs: BTreeMap<usize, Option<usize>>,
    /// Braces without their other half: paragraph and what stands there.
    pub open_tags: Vec<(usize, String)>,
}

/// Finds the tags of a part.
pub fn read(pieces: Vec<Piece<'_>>) -> Tagged<'_> {
    let (paragraphs, rows) = outline(&pieces);
    let mut tagged = Tagged {
        pieces,
        paragraphs,
        rows,
        tags: Vec::new(),
        texts: BTreeMap::new(),
        runs: BTreeMap::new(),
        open_tags: Vec::new(),
    };
    for at in 0..tagged.paragraphs.len() {
        read_paragraph(&mut tagged, at);
    }
    tagged
}

/// Paragraphs, with text boxes in them paragraphs of their own, and rows.
fn outline(pieces: &[Piece<'_>]) -> (Vec<Paragraph>, BTreeMap<usize, Element>) {
    let mut open: Vec<usize> = Vec::new();
    let (mut paragraphs, mut rows): (Vec<Paragraph>, BTreeMap<usize, Element>) = (Vec::new(), BTreeMap::new());
    // Those that are open: their numbers, the innermost last.
    let (mut inside, mut in_rows): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Open => {
                let element = Element { open: at, close: at, parent: open.last().copied() };
                if piece.name == "w:p" {
                    inside.push(paragraphs.len());
                    let row = in_rows.last().copied();
                    paragraphs.push(Paragraph { text: String::new(), element, row, texts: Vec::new() });
                } else if piece.name == "w:tr" {
                    in_rows.push(at);
                    rows.insert(at, element);
                }
                open.push(at);
            }
            Kind::Close => {
                if let Some(opened) = open.pop() {
                    if in_rows.last() == Some(&opened) {
                        in_rows.pop();
                    }
                    rows.entry(opened).and_modify(|row| row.close = at);
                }
                if piece.name == "w:p"
                    && let Some(paragraph) = inside.pop().and_then(|number| paragraphs.get_mut(number))
                {
                    paragraph.element.close = at;
                }
            }
            Kind::Text => {
                let around = open.last().and_then(|opened| pieces.get(*opened));
                if around.is_some_and(|around| around.name == "w:t")
                    && let Some(paragraph) = inside.last().and_then(|number| paragraphs.get_mut(*number))
                {
                    paragraph.text.push_str(&unescaped(piece.raw));
                    paragraph.texts.push((at, open.iter().rev().nth(2).copied()));
                }
            }
            Kind::Empty | Kind::Other => {}
        }
    }
    (paragraphs, rows)
}

/// A place in the text of a paragraph where a tag begins or should have begun, and the letters it takes.
enum Found {
    Tag { start: usize, end: usize, form: Form },
    Loose { start: usize, end: usize },
}

fn read_paragraph(tagged: &mut Tagged<'_>, at: usize) {
    let Some(paragraph) = tagged.paragraphs.get(at) else { return };
    if !paragraph.text.contains(['{', '}']) {
        return;
    }
    let letters: Vec<char> = paragraph.text.chars().collect();
    let pieces_of_text = paragraph.texts.clone();
    // To which piece each letter belongs.
    let mut owners: Vec<usize> = Vec::with_capacity(letters.len());
    for (index, (piece, _)) in pieces_of_text.iter().enumerate() {
        let raw = tagged.pieces.get(*piece).map_or("", |piece| piece.raw);
        owners.extend(std::iter::repeat_n(index, unescaped(raw).chars().count()));
    }
    let mut segments: Vec<Vec<Segment>> = vec![Vec::new(); pieces_of_text.len()];
    let mut literal_from = 0;
    for found in find(&letters) {
        match found {
            Found::Tag { start, end, form } => {
                push_literals(&mut segments, &letters, &owners, literal_from..start);
                let owner = owners.get(start).copied().unwrap_or_default();
                let piece = pieces_of_text.get(owner).map_or(0, |(piece, _)| *piece);
                let number = tagged.tags.len();
                tagged.tags.push(tag(&letters, start, end, form, (at, piece)));
                if let Some(segments) = segments.get_mut(owner) {
                    segments.push(Segment::Tag(number));
                }
                literal_from = end;
            }
            Found::Loose { start, end } => {
                let text: String = letters.iter().skip(start).take(end - start).collect();
                tagged.open_tags.push((at, text));
            }
        }
    }
    push_literals(&mut segments, &letters, &owners, literal_from..letters.len());
    for ((piece, run), segments) in pieces_of_text.into_iter().zip(segments) {
        tagged.texts.insert(piece, segments);
        tagged.runs.insert(piece, run);
    }
}

fn push_literals(segments: &mut [Vec<Segment>], letters: &[char], owners: &[usize], range: std::ops::Range<usize>) {
    let (Some(letters), Some(owners)) = (letters.get(range.clone()), owners.get(range)) else { return };
    for (letter, owner) in letters.iter().zip(owners) {
        let Some(segments) = segments.get_mut(*owner) else { continue };
        match segments.last_mut() {
            Some(Segment::Literal(text)) => text.push(*letter),
            Some(Segment::Tag(_)) | None => segments.push(Segment::Literal(letter.to_string())),
        }
    }
}

/// Tags and loose braces, in order. A tag ends at the first end of its form; one in which another begins is loose.
fn find(letters: &[char]) -> Vec<Found> {
    let two = |at: usize| (letters.get(at).copied().unwrap_or(' '), letters.get(at + 1).copied().unwrap_or(' '));
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (form, last) = match two(at) {
            ('{', '{') => (Form::Print, ('}', '}')),
            ('{', '%') => (Form::Command, ('%', '}')),
            ('{', '#') => (Form::Comment, ('#', '}')),
            ('}', '}') | ('%', '}') => {
                found.push(Found::Loose { start: at.saturating_sub(20), end: (at + 2).min(letters.len()) });
                at += 2;
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        let begins = |at: usize| matches!(two(at), ('{', '{' | '%'));
        let end = (at + 2..letters.len()).find(|end| two(*end) == last || begins(*end)).filter(|end| two(*end) == last);
        match end {
            Some(end) => {
                found.push(Found::Tag { start: at, end: end + 2, form });
                at = end + 2;
            }
            None => {
                found.push(Found::Loose { start: at, end: (at + 40).min(letters.len()) });
                at += 2;
            }
        }
    }
    found
}

fn tag(letters: &[char], start: usize, end: usize, form: Form, (paragraph, piece): (usize, usize)) -> Tag {
    let written: String = letters.iter().skip(start).take(end - start).collect();
    let inside: String = letters
        .iter()
        .skip(start + 2)
        .take((end - start).saturating_sub(4))
        .filter_map(|letter| plain(*letter))
        .collect();
    // "{%-" and "-%}" trim blanks elsewhere; between the tags of XML there is nothing to trim.
    let inside = inside.trim_start_matches(['-', '+']).trim_end_matches(['-', '+']);
    let (lift, body) = match (form, inside.split_once(' ')) {
        (Form::Command, Some(("p", rest))) => (Lift::Paragraph, rest),
        (Form::Command, Some(("tr", rest))) => (Lift::Row, rest),
        // "{{r x }}" prints a text with letters of its own there; ours have those of the tag.
        (Form::Print, Some(("r", rest))) => (Lift::Nothing, rest),
        (Form::Print | Form::Command | Form::Comment, _) => (Lift::Nothing, inside),
    };
    Tag { form, lift, body: body.trim().to_owned(), written, paragraph, piece }
}

/// Word makes quotation marks round, and puts blanks that do not break; a program wants the letters of the keyboard.
fn plain(letter: char) -> Option<char> {
    match letter {
        '“' | '”' | '„' | '«' | '»' => Some('"'),
        '‘' | '’' | '‚' => Some('\''),
        '\u{a0}' | '\u{202f}' | '\t' | '\n' | '\r' => Some(' '),
        '\u{200b}' | '\u{feff}' | '\u{ad}' => None,
        letter => Some(letter),
    }
}

/// The text of a paragraph round a piece of it, short enough for a sentence.
pub fn around(text: &str, what: &str) -> String {
    const SIDE: usize = 30;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((before, after)) = text.split_once(what).filter(|_| !what.is_empty()) else {
        let short: String = text.chars().take(2 * SIDE).collect();
        return if short.len() < text.len() { format!("{short}…") } else { short };
    };
    let n_before = before.chars().count();
    let head: String = before.chars().skip(n_before.saturating_sub(SIDE)).collect();
    let tail: String = after.chars().take(SIDE).collect();
    let (left, right) = (if n_before > SIDE { "…" } else { "" }, if tail.len() < after.len() { "…" } else { "" });
    let what: String = what.chars().take(2 * SIDE).collect();
    format!("{left}{head}{what}{tail}{right}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::template::pieces::parse;

    fn tagged(xml: &str) -> Tagged<'_> {
        read(parse(xml).unwrap())
    }

    #[test]
    fn a_tag_that_word_split_over_runs_belongs_to_the_first_of_them() {
        let tagged = tagged(
            "<w:p><w:r><w:t>Số: {</w:t></w:r><w:proofErr/><w:r><w:t>{ s</w:t></w:r><w:r><w:t>o }</w:t></w:r>\
             <w:r><w:t>} nhé</w:t></w:r></w:p>",
        );
        assert_eq!(tagged.tags.len(), 1);
        assert_eq!((tagged.tags[0].body.as_str(), tagged.tags[0].written.as_str()), ("so", "{{ so }}"));
        let texts: Vec<_> = tagged.texts.values().cloned().collect();
        let literal = |text: &str| Segment::Literal(text.to_owned());
        assert_eq!(
            texts,
            [vec![literal("Số: "), Segment::Tag(0)], vec![], vec![], vec![literal(" nhé")]],
            "what stood behind the tag stays in its own run"
        );
    }

    #[test]
    fn quotes_blanks_and_signs_of_word_become_those_of_the_keyboard() {
        for (typed, body) in [
            ("{{\u{a0}x|join(“; ”)\u{a0}}}", "x|join(\"; \")"),
            ("{%- if a == ‘b’ -%}", "if a == 'b'"),
            ("{{\u{feff}so\u{200b}}}", "so"),
            ("{{r so }}", "so"),
        ] {
            let xml = format!("<w:p><w:r><w:t>{typed}</w:t></w:r></w:p>");
            assert_eq!(tagged(&xml).tags[0].body, body, "{typed}");
        }
    }

    #[test]
    fn a_text_box_has_paragraphs_of_its_own() {
        let tagged = tagged(
            "<w:p><w:r><w:t>{{ a</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>{{ b }}</w:t></w:r></w:p>\
             </w:txbxContent></w:r><w:r><w:t> }}</w:t></w:r></w:p>",
        );
        let bodies: Vec<_> = tagged.tags.iter().map(|tag| tag.body.as_str()).collect();
        assert_eq!(bodies, ["a", "b"]);
    }

    #[test]
    fn braces_without_their_other_half_are_found() {
        for (text, n_tags, n_loose) in
            [("{{ so", 0, 1), ("{{ so {{ ngay }}", 1, 1), ("so }}", 0, 1), ("{ so }", 0, 0), ("{{ a }} {% b %}", 2, 0)]
        {
            let xml = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
            let tagged = tagged(&xml);
            assert_eq!((tagged.tags.len(), tagged.open_tags.len()), (n_tags, n_loose), "{text}");
        }
    }

    #[test]
    fn a_place_is_told_by_the_words_around_it() {
        let text = format!("{} {{{{ xyz }}}} {}", "chữ trước ".repeat(9), "chữ sau ".repeat(9));
        let told = around(&text, "{{ xyz }}");
        assert!(told.starts_with('…') && told.ends_with('…') && told.contains("{{ xyz }}"), "{told}");
        assert!(told.chars().count() < 90, "{told}");
        assert_eq!(around("ngắn", "không có"), "ngắn");
    }
}
