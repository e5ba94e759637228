//! Pictures of the pages for the window, and where each section lies on them.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use sotg_core::Result;
use sotg_core::export::document::Document;
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::layout::{Frame, FrameItem};
use typst::utils::{PicoStr, hash128};
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use crate::setting::set;

/// All pages of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// In the order of the document.
    pub sheets: Vec<Sheet>,
    /// Where sections begin, in the order of the document.
    pub anchors: Vec<Anchor>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The same for the same page.
    pub hash: String,
    /// The number that is printed on it, or would be.
    pub number: u64,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// The picture, as SVG; none for a page that is known.
    pub svg: Option<String>,
}

/// Where a section lies. Heights are counted from the upper edge of the page, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// Code of the section.
    pub section: String,
    /// The page on which it begins, from 0.
    pub page: usize,
    /// Where it begins there.
    pub top: f64,
    /// The page on which it ends.
    pub last_page: usize,
    /// Where it ends there.
    pub bottom: f64,
}

/// Sets the pages of a document; of those whose hash is in `known` no picture is made.
///
/// # Errors
/// `pages_not_set` if the typesetter refuses the document or is at fault, `io` if the system gives no thread.
pub fn preview(document: &Document, known: &BTreeSet<String>) -> Result<Preview> {
    let known = known.clone();
    set(document, move |pages| {
        let sheets = pages.pages().iter().map(|page| {
            let hash = format!("{:032x}", hash128(&Drawn(&page.frame)));
            let size = page.frame.size();
            let is_known = known.contains(&hash);
            let svg = (!is_known).then(|| typst_svg::svg(page, &SvgOptions::default()));
            Sheet { hash, number: page.number, width: size.x.to_pt(), height: size.y.to_pt(), svg }
        });
        Ok(Preview { sheets: sheets.collect(), anchors: anchors(&pages) })
    })
}

/// What is drawn in a frame, and nothing else: marks of places change on every page when one paragraph does.
struct Drawn<'a>(&'a Frame);

impl Hash for Drawn<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.size().hash(state);
        for (place, item) in self.0.items() {
            place.hash(state);
            match item {
                FrameItem::Group(group) => {
                    (group.transform, &group.clip).hash(state);
                    Drawn(&group.frame).hash(state);
                }
                FrameItem::Text(text) => text.hash(state),
                FrameItem::Shape(shape, _) => shape.hash(state),
                FrameItem::Image(image, size, _) => (image, size).hash(state),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }
}

/// The template marks where a section begins by its code, and where it ends by nothing.
fn anchors(pages: &PagedDocument) -> Vec<Anchor> {
    let Some(label) = Label::new(PicoStr::intern("anchor")) else { return Vec::new() };
    let introspector = pages.introspector();
    let mut anchors: Vec<Anchor> = Vec::new();
    for mark in introspector.query(&Selector::Label(label)) {
        let place = mark.location().and_then(|location| introspector.position(location));
        let (Some(place), Some(mark)) = (place, mark.to_packed::<MetadataElem>()) else { continue };
        let (page, height) = (place.page.get() - 1, place.point.y.to_pt());
        match (&mark.value, anchors.last_mut()) {
            (Value::Str(section), _) => {
                let section = section.to_string();
                anchors.push(Anchor { section, page, top: height, last_page: page, bottom: height });
            }
            (_, Some(open)) => (open.last_page, open.bottom) = (page, height),
            (_, None) => {}
        }
    }
    anchors
}
