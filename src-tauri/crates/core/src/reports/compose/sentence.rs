//! A sentence as the program writes it: letters, figures that stay linked, and what it was written from.

use super::super::live;
use crate::model::{FigureMeasure, FigureRow, LiveFigure, TextBlock, TextInline, TextSource};

/// A block of a section with what it was written from.
#[derive(Debug, Clone, PartialEq)]
pub struct Composed {
    /// The block.
    pub block: TextBlock,
    /// Ticks and figures, each once.
    pub sources: Vec<TextSource>,
}

/// A sentence being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sentence {
    content: Vec<TextInline>,
    sources: Vec<TextSource>,
}

impl Sentence {
    /// A sentence that begins so.
    pub fn of(text: &str) -> Sentence {
        Sentence::default().say(text)
    }

    /// With letters after it.
    pub fn say(mut self, said: &str) -> Sentence {
        match self.content.last_mut() {
            Some(TextInline::Text { text, .. }) => text.push_str(said),
            Some(TextInline::Figure { .. }) | None if said.is_empty() => {}
            Some(TextInline::Figure { .. }) | None => self.content.push(TextInline::plain_text(said)),
        }
        self
    }

    /// With a figure after it that follows what is counted.
    pub fn figure(mut self, row: &FigureRow, measure: FigureMeasure) -> Sentence {
        let value = live::printed(live::cell(row, measure));
        let (indicator, split) = (row.indicator.clone(), row.split.clone());
        let attrs = LiveFigure { indicator, split, measure, value };
        self.content.push(TextInline::Figure { attrs, marks: Vec::new() });
        self.from_figure(row)
    }

    /// With the words of an indicator, its number where they have `{n}`.
    pub fn phrase(self, phrase: &str, row: &FigureRow, measure: FigureMeasure) -> Sentence {
        match phrase.split_once("{n}") {
            Some((before, after)) => self.say(before).figure(row, measure).say(after),
            None => self.say(phrase).from_figure(row),
        }
    }

    /// Written from a figure.
    pub fn from_figure(self, row: &FigureRow) -> Sentence {
        let (indicator, split, label) = (row.indicator.clone(), row.split.clone(), row.label.clone());
        self.from(TextSource::Figure { indicator, split, label })
    }

    /// Written from something; said twice it is one source.
    pub fn from(mut self, source: TextSource) -> Sentence {
        if !self.sources.contains(&source) {
            self.sources.push(source);
        }
        self
    }

    /// With another sentence after it.
    pub fn then(mut self, other: Sentence) -> Sentence {
        for inline in other.content {
            self = match inline {
                TextInline::Text { text, .. } => self.say(&text),
                TextInline::Figure { .. } => {
                    self.content.push(inline);
                    self
                }
            };
        }
        other.sources.into_iter().fold(self, Sentence::from)
    }

    /// As a paragraph.
    pub fn paragraph(self) -> Composed {
        Composed { block: TextBlock::Paragraph { content: self.content }, sources: self.sources }
    }

    /// As an item of a list.
    pub fn item(self) -> Composed {
        Composed { block: TextBlock::DashItem { content: self.content }, sources: self.sources }
    }
}

/// Plain lines, written from nothing that can be named.
pub fn plain(text: &str) -> Vec<Composed> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| Composed { block: TextBlock::from_plain(line), sources: Vec::new() }).collect()
}
