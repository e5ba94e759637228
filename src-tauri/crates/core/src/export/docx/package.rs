//! The parts of the file and how they refer to each other.

use std::borrow::Cow;

use super::body::{self, HeaderNumbers, RELATIONSHIPS};
use super::references::{Media, References};
use super::styles::{self, MAIN};
use super::xml::{Attribute, Xml};
use crate::export::document::{Document, Paragraph};

const PACKAGE_RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE_PROPERTIES: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// A file in the package.
pub struct PackagePart<'a> {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Cow<'a, [u8]>,
    /// True for a picture, which cannot be packed any further.
    pub is_packed: bool,
}

impl PackagePart<'_> {
    fn xml(name: impl Into<String>, content: String) -> Self {
        PackagePart { name: name.into(), content: Cow::Owned(content.into_bytes()), is_packed: false }
    }
}

/// All parts, in the order in which they are written.
pub fn parts(document: &Document) -> Vec<PackagePart<'_>> {
    let (headers, numbers) = headers(document);
    let mut media = Media::default();
    let references = References::of_sections(&document.sections, &mut media);
    let of_headers: Vec<References> =
        headers.iter().map(|header| References::of_paragraphs(header.iter(), &mut media)).collect();
    let mut parts = vec![
        PackagePart::xml("[Content_Types].xml", content_types(headers.len(), &media)),
        PackagePart::xml("_rels/.rels", package_relationships()),
        PackagePart::xml("docProps/core.xml", core_properties(document)),
        PackagePart::xml("word/document.xml", body::document(document, &numbers, &references)),
        PackagePart::xml("word/_rels/document.xml.rels", document_relationships(headers.len(), &references)),
        PackagePart::xml("word/styles.xml", styles::styles()),
        PackagePart::xml("word/settings.xml", settings()),
    ];
    for (index, (paragraphs, references)) in headers.iter().zip(&of_headers).enumerate() {
        let name = format!("header{}.xml", index + 1);
        if !references.is_empty() {
            let relationships = Xml::part("Relationships", &[("xmlns", &PACKAGE_RELATIONSHIPS)], |xml| {
                outer_relationships(xml, references);
            });
            parts.push(PackagePart::xml(format!("word/_rels/{name}.rels"), relationships));
        }
        parts.push(PackagePart::xml(format!("word/{name}"), body::header(paragraphs, references)));
    }
    for (name, bytes) in media.files() {
        parts.push(PackagePart { name: format!("word/{name}"), content: Cow::Borrowed(bytes), is_packed: true });
    }
    parts
}

/// The different headers of the document, and which of them each section has.
fn headers(document: &Document) -> (Vec<&[Paragraph]>, Vec<HeaderNumbers>) {
    let mut headers: Vec<&[Paragraph]> = Vec::new();
    let mut numbers = Vec::new();
    for section in &document.sections {
        let every = number_of(&mut headers, &section.header);
        let first = section.first_header.as_deref().map(|first| number_of(&mut headers, first));
        numbers.push(HeaderNumbers { every, first });
    }
    (headers, numbers)
}

fn number_of<'a>(headers: &mut Vec<&'a [Paragraph]>, header: &'a [Paragraph]) -> usize {
    let place = headers.iter().position(|known| *known == header).unwrap_or_else(|| {
        headers.push(header);
        headers.len() - 1
    });
    place + 1
}

fn content_types(n_headers: usize, media: &Media) -> String {
    Xml::part("Types", &[("xmlns", &CONTENT_TYPES)], |xml| {
        for (extension, content_type) in
            [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")]
        {
            xml.empty("Default", &[("Extension", &extension), ("ContentType", &content_type)]);
        }
        for kind in media.kinds() {
            let content_type = format!("image/{}", kind.ending());
            xml.empty("Default", &[("Extension", &kind.ending()), ("ContentType", &content_type)]);
        }
        let mut part = |name: &str, content_type: &str| {
            xml.empty("Override", &[("PartName", &name), ("ContentType", &content_type)]);
        };
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("/word/document.xml", &format!("{WORD_TYPE}.document.main+xml"));
        part("/word/styles.xml", &format!("{WORD_TYPE}.styles+xml"));
        part("/word/settings.xml", &format!("{WORD_TYPE}.settings+xml"));
        for number in 1..=n_headers {
            part(&format!("/word/header{number}.xml"), &format!("{WORD_TYPE}.header+xml"));
        }
    })
}

fn package_relationships() -> String {
    Xml::part("Relationships", &[("xmlns", &PACKAGE_RELATIONSHIPS)], |xml| {
        relationship(xml, "rId1", &format!("{RELATIONSHIPS}/officeDocument"), "word/document.xml");
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        relationship(xml, "rId2", core, "docProps/core.xml");
    })
}

fn document_relationships(n_headers: usize, references: &References) -> String {
    Xml::part("Relationships", &[("xmlns", &PACKAGE_RELATIONSHIPS)], |xml| {
        relationship(xml, "rIdStyles", &format!("{RELATIONSHIPS}/styles"), "styles.xml");
        relationship(xml, "rIdSettings", &format!("{RELATIONSHIPS}/settings"), "settings.xml");
        for number in 1..=n_headers {
            let target = format!("header{number}.xml");
            relationship(xml, &body::header_id(number), &format!("{RELATIONSHIPS}/header"), &target);
        }
        outer_relationships(xml, references);
    })
}

/// Pictures beside the part, and addresses outside of the file.
fn outer_relationships(xml: &mut Xml, references: &References) {
    for (id, name) in references.pictures() {
        relationship(xml, &id, &format!("{RELATIONSHIPS}/image"), &name);
    }
    for (id, address) in references.links() {
        let kind = format!("{RELATIONSHIPS}/hyperlink");
        let attributes: [Attribute; 4] =
            [("Id", &id), ("Type", &kind), ("Target", &address), ("TargetMode", &"External")];
        xml.empty("Relationship", &attributes);
    }
}

fn relationship(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
}

fn core_properties(document: &Document) -> String {
    let namespaces: [Attribute; 4] = [
        ("xmlns:cp", &CORE_PROPERTIES),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::part("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&document.title));
        xml.element("dc:creator", &[], |xml| xml.text(&document.author));
        xml.element("dc:language", &[], |xml| xml.text("vi-VN"));
        if let Some(day) = document.dated_on {
            let instant = format!("{day}T00:00:00Z");
            xml.element("dcterms:created", &[("xsi:type", &"dcterms:W3CDTF")], |xml| xml.text(&instant));
        }
    })
}

/// Without the compatibility mode Word opens the file as one of Word 2007 and says so in its title bar.
fn settings() -> String {
    Xml::part("w:settings", &[("xmlns:w", &MAIN)], |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.value("w:defaultTabStop", 720);
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let mode: [Attribute; 3] = [
                ("w:name", &"compatibilityMode"),
                ("w:uri", &"http://schemas.microsoft.com/office/word"),
                ("w:val", &15),
            ];
            xml.empty("w:compatSetting", &mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", &"vi-VN")]);
    })
}
