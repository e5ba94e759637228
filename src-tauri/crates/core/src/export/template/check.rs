//! Everything that is wrong with a template, before a report depends on it.

use std::collections::BTreeMap;

use super::expression::{Command, Scope, Wrong, command, shape};
use super::fields::{FIELDS, Shape};
use super::tags::{Element, Form, Lift, Segment, Tag, Tagged, around};
use crate::model::{TemplateFault, TemplateFinding, TemplatePart, TemplatePlace};

/// Who has so much to mend begins anew; and a file made to do harm has no end of faults.
const FINDINGS_LIMIT: usize = 100;

/// A loop or condition that is open.
struct Block {
    /// Its tag, by number.
    tag: usize,
    is_loop: bool,
    /// True after its `else`.
    has_else: bool,
}

/// Looks at one part; `used` gets the fields of the report that it names.
pub fn part(tagged: &Tagged<'_>, part: TemplatePart, used: &mut Vec<&'static str>) -> Vec<TemplateFinding> {
    let engine = super::fill::engine();
    let mut look = Look { tagged, part, used, engine, findings: Vec::new(), scope: Scope::new(), open: Vec::new() };
    for (paragraph, text) in &tagged.open_tags {
        look.add(TemplateFault::OpenTag, *paragraph, text, text, "");
    }
    for (number, tag) in tagged.tags.iter().enumerate() {
        look.tag(number, tag);
    }
    for block in std::mem::take(&mut look.open) {
        look.about(TemplateFault::NeverClosed, block.tag);
    }
    look.lifted();
    look.findings.sort_by_key(|finding| finding.place.as_ref().map_or(0, |place| place.paragraph));
    look.findings
}

struct Look<'a, 'b> {
    tagged: &'a Tagged<'a>,
    part: TemplatePart,
    used: &'b mut Vec<&'static str>,
    engine: minijinja::Environment<'static>,
    findings: Vec<TemplateFinding>,
    scope: Scope,
    open: Vec<Block>,
}

impl Look<'_, '_> {
    fn add(&mut self, fault: TemplateFault, paragraph: usize, near: &str, found: &str, hint: &str) {
        if self.findings.len() >= FINDINGS_LIMIT {
            return;
        }
        let text = self.tagged.paragraphs.get(paragraph).map(|paragraph| around(&paragraph.text, near));
        self.findings.push(TemplateFinding {
            fault,
            is_warning: fault.is_warning(),
            place: Some(TemplatePlace {
                part: self.part,
                paragraph: u32::try_from(paragraph + 1).unwrap_or(u32::MAX),
                text: text.unwrap_or_default(),
            }),
            found: found.chars().take(80).collect(),
            hint: hint.to_owned(),
        });
    }

    fn about(&mut self, fault: TemplateFault, number: usize) {
        if let Some(tag) = self.tagged.tags.get(number) {
            self.add(fault, tag.paragraph, &tag.written, &tag.written, "");
        }
    }

    fn tag(&mut self, number: usize, tag: &Tag) {
        match tag.form {
            Form::Comment => {}
            Form::Print => {
                if let Some(shape) = self.expression(&tag.body, tag) {
                    match shape {
                        Shape::Text => {}
                        Shape::Flag | Shape::Texts | Shape::List(_) | Shape::Record(_) => {
                            self.add(TemplateFault::NotAText, tag.paragraph, &tag.written, &tag.body, "");
                        }
                    }
                }
            }
            Form::Command => match command(&tag.body) {
                Ok(command) => self.command(command, number, tag),
                Err(fault) => self.add(fault, tag.paragraph, &tag.written, &tag.written, ""),
            },
        }
        if tag.lift == Lift::Row && lifted_element(self.tagged, tag).is_none() {
            self.about(TemplateFault::NotInRow, number);
        }
    }

    fn expression(&mut self, body: &str, tag: &Tag) -> Option<Shape> {
        let wrong = match shape(body, FIELDS, &self.scope, self.used) {
            Ok(shape) if self.engine.compile_expression_owned(body).is_ok() => return Some(shape),
            Ok(_) => Wrong { fault: TemplateFault::BadTag, found: tag.written.clone(), hint: String::new() },
            Err(wrong) => wrong,
        };
        self.add(wrong.fault, tag.paragraph, &tag.written, &wrong.found, &wrong.hint);
        None
    }

    fn command(&mut self, command: Command, number: usize, tag: &Tag) {
        match command {
            Command::For { name, path } => {
                let item = match self.expression(&path, tag) {
                    Some(Shape::Texts) => Shape::Text,
                    Some(Shape::List(fields)) => Shape::Record(fields),
                    Some(Shape::Text | Shape::Flag | Shape::Record(_)) => {
                        self.add(TemplateFault::NotAList, tag.paragraph, &tag.written, &path, "");
                        Shape::Text
                    }
                    None => Shape::Text,
                };
                self.scope.push((name, item));
                self.open.push(Block { tag: number, is_loop: true, has_else: false });
            }
            Command::If(condition) => {
                self.expression(&condition, tag);
                self.open.push(Block { tag: number, is_loop: false, has_else: false });
            }
            Command::ElseIf(condition) => {
                self.expression(&condition, tag);
                self.middle(number, false);
            }
            Command::Else => self.middle(number, true),
            Command::EndFor => self.close(number, true),
            Command::EndIf => self.close(number, false),
        }
    }

    fn middle(&mut self, number: usize, is_last: bool) {
        let Some(block) = self.open.last_mut().filter(|block| !block.has_else && (is_last || !block.is_loop)) else {
            self.about(TemplateFault::NeverOpened, number);
            return;
        };
        block.has_else |= is_last;
        let opened = block.tag;
        self.belongs(opened, number);
    }

    fn close(&mut self, number: usize, is_loop: bool) {
        let Some(block) = self.open.pop_if(|block| block.is_loop == is_loop) else {
            self.about(TemplateFault::NeverOpened, number);
            return;
        };
        if is_loop {
            self.scope.pop();
        }
        self.belongs(block.tag, number);
    }

    /// Two tags of one block must stand at the same place of the document's structure, or what is between them would be
    /// half of something.
    fn belongs(&mut self, opened: usize, number: usize) {
        let (Some(first), Some(second)) = (self.tagged.tags.get(opened), self.tagged.tags.get(number)) else { return };
        let fits = first.lift == second.lift
            && match first.lift {
                Lift::Nothing => {
                    let run = |tag: &Tag| self.tagged.runs.get(&tag.piece).copied().flatten();
                    first.paragraph == second.paragraph && run(first) == run(second)
                }
                Lift::Paragraph | Lift::Row => {
                    let parent = |tag| lifted_element(self.tagged, tag).map(|element| element.parent);
                    parent(first) == parent(second)
                }
            };
        if !fits {
            self.about(TemplateFault::Split, number);
        }
    }

    /// The paragraphs that begin within an element.
    fn paragraphs_in(&self, element: Element) -> std::ops::Range<usize> {
        let before = |end: usize| self.tagged.paragraphs.partition_point(|paragraph| paragraph.element.open < end);
        before(element.open)..before(element.close)
    }

    /// What stands beside a tag that takes its whole paragraph or row with it.
    fn lifted(&mut self) {
        for (element, lift, numbers) in lifts(self.tagged) {
            let within = self.paragraphs_in(element);
            let first = self.tagged.tags.partition_point(|tag| tag.paragraph < within.start);
            let tags =
                self.tagged.tags.iter().enumerate().skip(first).take_while(|(_, tag)| tag.paragraph < within.end);
            for (number, tag) in tags.filter(|(number, _)| !numbers.contains(number)) {
                match tag.form {
                    // Half of a block would vanish.
                    Form::Command if tag.lift != lift || tag.lift == Lift::Nothing => {
                        self.about(TemplateFault::Split, number);
                    }
                    Form::Command | Form::Print => self.about(TemplateFault::LostText, number),
                    Form::Comment => {}
                }
            }
            let lost = self.tagged.paragraphs.iter().enumerate().skip(within.start).take(within.len());
            for (at, text) in
                lost.map(|(at, paragraph)| (at, literal(self.tagged, paragraph.element))).collect::<Vec<_>>()
            {
                if !text.is_empty() {
                    self.add(TemplateFault::LostText, at, &text, &text, "");
                }
            }
        }
    }
}

/// The text of an element without its tags.
fn literal(tagged: &Tagged<'_>, element: Element) -> String {
    let mut text = String::new();
    let pieces = tagged.pieces.iter().enumerate().skip(element.open).take(element.close - element.open);
    for (at, piece) in pieces {
        match tagged.texts.get(&at) {
            Some(segments) => text.extend(segments.iter().filter_map(|segment| match segment {
                Segment::Literal(text) => Some(text.as_str()),
                Segment::Tag(_) => None,
            })),
            None if piece.kind == super::pieces::Kind::Text => text.push_str(piece.raw),
            None => {}
        }
    }
    text.trim().to_owned()
}

/// The paragraph or the row that a tag takes the place of.
pub fn lifted_element(tagged: &Tagged<'_>, tag: &Tag) -> Option<Element> {
    let paragraph = tagged.paragraphs.get(tag.paragraph)?;
    match tag.lift {
        Lift::Nothing => None,
        Lift::Paragraph => Some(paragraph.element),
        Lift::Row => tagged.rows.get(&paragraph.row?).copied(),
    }
}

/// The elements that tags take the place of, in the order of the document, each with its tags.
pub fn lifts(tagged: &Tagged<'_>) -> Vec<(Element, Lift, Vec<usize>)> {
    let mut lifts: BTreeMap<usize, (Element, Lift, Vec<usize>)> = BTreeMap::new();
    for (number, tag) in tagged.tags.iter().enumerate() {
        if let Some(element) = lifted_element(tagged, tag) {
            lifts.entry(element.open).or_insert((element, tag.lift, Vec::new())).2.push(number);
        }
    }
    lifts.into_values().collect()
}
