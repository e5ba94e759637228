//! What a paragraph can hold beside text: links, pictures, and the beginning of a section.

use std::sync::Arc;

use roxmltree::Document as Tree;
use sotg_core::export::document::{
    Block, Cell, Document, Inline, Length, Letters, Page, Paragraph, Picture, PictureKind, Role, Row, Section, Table,
};
use sotg_core::export::{docx, official_report};

use crate::docx_content;
use crate::docx_reading::{MAIN, all, bytes_of, paragraph_texts, part, part_names, text};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A dot of one pixel.
const DOT: [u8; 69] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x08, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0,
    0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

fn picture(kind: PictureKind, bytes: &[u8], description: &str) -> Picture {
    let (width, height) = (Length::millimetres(80), Length::millimetres(60));
    Picture { bytes: Arc::from(bytes), kind, width, height, description: description.to_owned() }
}

fn document(header: Vec<Paragraph>, blocks: Vec<Block>) -> Document {
    let page = Page {
        width: Length::millimetres(210),
        height: Length::millimetres(297),
        top: Length::millimetres(25),
        bottom: Length::millimetres(20),
        left: Length::millimetres(35),
        right: Length::millimetres(20),
        header: Length::millimetres(10),
    };
    let section = Section { page, header, first_header: None, restarts_numbers: true, blocks };
    Document { title: "Thử".to_owned(), author: "Thử".to_owned(), dated_on: None, sections: vec![section] }
}

fn linked(text: &str, url: &str) -> Block {
    Block::Paragraph(Paragraph::new(Role::Plain).link_in(Letters::upright(12), text, url))
}

/// Links, pictures and anchors in the text, in a table and in the header.
pub fn everything() -> Document {
    let shown = |description| picture(PictureKind::Png, &DOT, description);
    let cell = Cell::new(vec![Paragraph::new(Role::Plain).picture(shown("Trong bảng <&\">"))]);
    let table = Table {
        title: "Ảnh".to_owned(),
        indent: Length::ZERO,
        columns: vec![Length::millimetres(90)],
        has_borders: true,
        cell_margin: Length::ZERO,
        rows: vec![Row { repeats: false, cells: vec![cell] }],
    };
    let header = Paragraph::new(Role::Plain)
        .link_in(Letters::upright(12), "Trang", "https://congdoan.vn/dau-trang")
        .picture(shown("Ở đầu trang"));
    document(
        vec![header],
        vec![
            Block::Paragraph(Paragraph::new(Role::Heading1).anchored("III.2.1").text("Mục")),
            Block::Paragraph(Paragraph::new(Role::Heading1).anchored("III-2-1").text("Mục khác")),
            linked("Bài viết", "https://congdoan.vn/tin?id=1&loai=2 3"),
            linked("Bài viết, lần nữa", "https://congdoan.vn/tin?id=1&loai=2 3"),
            linked("Không phải web", "javascript:alert(1)"),
            Block::Paragraph(Paragraph::new(Role::Plain).picture(shown("Một chấm"))),
            Block::Paragraph(Paragraph::new(Role::Plain).picture(picture(PictureKind::Jpeg, &[0xff, 0xd8], "Khác"))),
            Block::Table(table),
        ],
    )
}

/// Targets of the references of a part, by id.
fn targets(bytes: &[u8], rels: &str) -> std::collections::BTreeMap<String, (String, bool)> {
    let xml = part(bytes, rels);
    let tree = Tree::parse(&xml).unwrap();
    let entry = |node: roxmltree::Node| {
        let is_external = node.attribute("TargetMode") == Some("External");
        (node.attribute("Id").unwrap().to_owned(), (node.attribute("Target").unwrap().to_owned(), is_external))
    };
    tree.root_element().children().map(entry).collect()
}

#[test]
fn a_link_leads_to_its_address_and_one_that_is_not_of_the_web_is_only_printed() {
    let bytes = docx::write(&everything()).unwrap();
    let targets = targets(&bytes, "word/_rels/document.xml.rels");
    let xml = part(&bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let links: Vec<(String, String)> = all(tree.root(), "hyperlink")
        .map(|link| {
            let (target, is_external) = targets[link.attribute((RELATIONSHIPS, "id")).unwrap()].clone();
            assert!(is_external);
            (text(link), target)
        })
        .collect();
    let address = "https://congdoan.vn/tin?id=1&loai=2%203".to_owned();
    assert_eq!(links, [("Bài viết".to_owned(), address.clone()), ("Bài viết, lần nữa".to_owned(), address)]);
    assert_eq!(targets.values().filter(|(_, is_external)| *is_external).count(), 1, "one address, named once");
    assert!(paragraph_texts(&bytes).contains(&"Không phải web".to_owned()));
    assert!(!xml.contains("javascript"));
}

#[test]
fn a_picture_is_kept_once_and_says_what_it_shows() {
    let bytes = docx::write(&everything()).unwrap();
    let names = part_names(&bytes);
    let media: Vec<_> = names.iter().filter(|name| name.starts_with("word/media/")).collect();
    assert_eq!(media, ["word/media/image1.png", "word/media/image2.jpeg"]);
    assert_eq!(bytes_of(&bytes, "word/media/image1.png"), DOT);
    let targets = targets(&bytes, "word/_rels/document.xml.rels");
    let xml = part(&bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let named = |name: &'static str| tree.root().descendants().filter(move |node| node.tag_name().name() == name);
    let shown: Vec<&str> =
        named("blip").map(|blip| targets[blip.attribute((RELATIONSHIPS, "embed")).unwrap()].0.as_str()).collect();
    assert_eq!(shown, ["media/image1.png", "media/image2.jpeg", "media/image1.png"]);
    let said: Vec<&str> = named("docPr").map(|node| node.attribute("descr").unwrap()).collect();
    assert_eq!(said, ["Một chấm", "Khác", "Trong bảng <&\">"]);
    let numbers: std::collections::BTreeSet<_> = named("docPr").map(|node| node.attribute("id").unwrap()).collect();
    assert_eq!(numbers.len(), said.len(), "each drawing has its number");
    // 80 mm and 60 mm in Word's unit, to the twentieth of a point.
    for extent in named("extent") {
        assert_eq!((extent.attribute("cx"), extent.attribute("cy")), (Some("2879725"), Some("2160270")));
    }
}

#[test]
fn what_a_header_refers_to_is_found_from_the_header() {
    let bytes = docx::write(&everything()).unwrap();
    let targets = targets(&bytes, "word/_rels/header1.xml.rels");
    let found: Vec<_> = targets.values().map(|(target, _)| target.as_str()).collect();
    assert_eq!(found, ["https://congdoan.vn/dau-trang", "media/image1.png"]);
}

#[test]
fn every_section_of_a_report_has_a_bookmark_round_its_heading() {
    let content = docx_content::usual();
    let bytes = docx::write(&official_report(&content)).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let marked: Vec<String> = all(tree.root(), "p")
        .filter_map(|paragraph| {
            let start = all(paragraph, "bookmarkStart").next()?;
            let end = all(paragraph, "bookmarkEnd").next().unwrap();
            assert_eq!(start.attribute((MAIN, "id")), end.attribute((MAIN, "id")));
            Some(start.attribute((MAIN, "name")).unwrap().to_owned())
        })
        .collect();
    let codes = std::iter::once(&content.draft.opening).chain(&content.draft.sections);
    let expected: Vec<String> = codes.map(|section| format!("muc_{}", section.code.replace('.', "_"))).collect();
    assert_eq!(marked, expected);
}

#[test]
fn the_model_of_a_report_says_where_its_sections_begin() {
    let content = docx_content::usual();
    let report = official_report(&content);
    let anchors: Vec<&str> = report.sections[0]
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.anchor.as_deref(),
            Block::Table(_) => None,
        })
        .collect();
    let codes: Vec<&str> = std::iter::once(&content.draft.opening)
        .chain(&content.draft.sections)
        .map(|section| section.code.as_str())
        .collect();
    assert_eq!(anchors, codes);
}

#[test]
fn a_failed_comparison_prints_no_photo() {
    let printed = format!("{:?}", Inline::Picture(picture(PictureKind::Png, &[7; 100_000], "Ảnh")));
    assert!(printed.len() < 300, "{printed}");
}
