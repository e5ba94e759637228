//! What a part of the file refers to outside of itself: addresses, and the pictures that lie beside it.
//!
//! Gathered before the part is written, so that the same address and the same picture are named once, however many places
//! show them.

use std::collections::BTreeMap;

use crate::export::document::{Block, Inline, Paragraph, Picture, PictureKind, Section, web_address};

/// The pictures of a file, each content once.
#[derive(Default)]
pub struct Media<'a> {
    numbers: BTreeMap<&'a [u8], usize>,
    files: Vec<(PictureKind, &'a [u8])>,
}

impl<'a> Media<'a> {
    /// The number of a picture, from 1.
    fn number(&mut self, picture: &'a Picture) -> usize {
        *self.numbers.entry(&picture.bytes).or_insert_with(|| {
            self.files.push((picture.kind, &picture.bytes));
            self.files.len()
        })
    }

    /// Names below `word/`, and contents.
    pub fn files(&self) -> impl Iterator<Item = (String, &'a [u8])> {
        let named = |(index, (kind, bytes)): (usize, &(PictureKind, &'a [u8]))| (file_name(index + 1, *kind), *bytes);
        self.files.iter().enumerate().map(named)
    }

    /// The kinds that occur.
    pub fn kinds(&self) -> std::collections::BTreeSet<PictureKind> {
        self.files.iter().map(|(kind, _)| *kind).collect()
    }
}

fn file_name(number: usize, kind: PictureKind) -> String {
    format!("media/image{number}.{}", kind.ending())
}

/// What one part refers to.
#[derive(Default)]
pub struct References<'a> {
    /// Addresses as they are written, with their numbers.
    links: BTreeMap<String, usize>,
    /// Pictures by their content, with number and kind.
    pictures: BTreeMap<&'a [u8], (usize, PictureKind)>,
}

impl<'a> References<'a> {
    /// Of the text of sections.
    pub fn of_sections(sections: &'a [Section], media: &mut Media<'a>) -> References<'a> {
        let blocks = sections.iter().flat_map(|section| &section.blocks);
        References::of_paragraphs(blocks.flat_map(paragraphs_of), media)
    }

    /// Of paragraphs.
    pub fn of_paragraphs(paragraphs: impl Iterator<Item = &'a Paragraph>, media: &mut Media<'a>) -> References<'a> {
        let mut references = References::default();
        for run in paragraphs.flat_map(|paragraph| &paragraph.runs) {
            match &run.inline {
                Inline::Link { url, .. } => references.add_link(url),
                Inline::Picture(picture) => {
                    references.pictures.insert(&picture.bytes, (media.number(picture), picture.kind));
                }
                Inline::Text(_) | Inline::LineBreak | Inline::PageNumber => {}
            }
        }
        references
    }

    fn add_link(&mut self, url: &str) {
        if let Some(address) = web_address(url) {
            let number = self.links.len() + 1;
            self.links.entry(address).or_insert(number);
        }
    }

    /// True if the part needs no list of references.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty() && self.pictures.is_empty()
    }

    /// Id of an address; `None` for one that the document may not link to.
    pub fn link(&self, url: &str) -> Option<String> {
        web_address(url).and_then(|address| self.links.get(&address).copied()).map(link_id)
    }

    /// Id of a picture.
    pub fn picture(&self, picture: &Picture) -> Option<String> {
        self.pictures.get(&*picture.bytes).map(|(number, _)| picture_id(*number))
    }

    /// Ids and addresses.
    pub fn links(&self) -> impl Iterator<Item = (String, &str)> {
        self.links.iter().map(|(address, number)| (link_id(*number), address.as_str()))
    }

    /// Ids and names of files.
    pub fn pictures(&self) -> impl Iterator<Item = (String, String)> {
        self.pictures.values().map(|(number, kind)| (picture_id(*number), file_name(*number, *kind)))
    }
}

fn link_id(number: usize) -> String {
    format!("rIdLink{number}")
}

fn picture_id(number: usize) -> String {
    format!("rIdPicture{number}")
}

fn paragraphs_of(block: &Block) -> Vec<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => vec![paragraph],
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).collect(),
    }
}
