//! Pictures of the pages for the window, and where each section lies on them.

use std::collections::BTreeSet;

use sotg_core::Result;
use sotg_core::export::document::Document;
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
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
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// The picture, as SVG; none for a page that is known.
    pub svg: Option<String>,
}

/// Where a section begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// Code of the section.
    pub section: String,
    /// Which page, from 0.
    pub page: usize,
    /// From the upper edge of the page, in points.
    pub top: f64,
}

/// Sets the pages of a document; of those whose hash is in `known` no picture is made.
///
/// # Errors
/// `io` if the typesetter refuses the document.
pub fn preview(document: &Document, known: &BTreeSet<String>) -> Result<Preview> {
    set(document, |pages| {
        let sheets = pages.pages().iter().map(|page| {
            let hash = format!("{:032x}", hash128(page));
            let size = page.frame.size();
            let is_known = known.contains(&hash);
            let svg = (!is_known).then(|| typst_svg::svg(page, &SvgOptions::default()));
            Sheet { hash, width: size.x.to_pt(), height: size.y.to_pt(), svg }
        });
        Ok(Preview { sheets: sheets.collect(), anchors: anchors(&pages) })
    })
}

fn anchors(pages: &PagedDocument) -> Vec<Anchor> {
    let Some(label) = Label::new(PicoStr::intern("anchor")) else { return Vec::new() };
    let introspector = pages.introspector();
    let found = introspector.query(&Selector::Label(label));
    let anchor = |content: &typst::foundations::Content| {
        let Value::Str(section) = &content.to_packed::<MetadataElem>()?.value else { return None };
        let place = introspector.position(content.location()?)?;
        Some(Anchor { section: section.to_string(), page: place.page.get() - 1, top: place.point.y.to_pt() })
    };
    found.iter().filter_map(anchor).collect()
}
