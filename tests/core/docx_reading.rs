//! A .docx read back: its parts as trees, and questions that the tests ask of them.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

/// The namespace of `w:`.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Names of all parts, in the order of the file.
pub fn part_names(bytes: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    zip.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// The text of one part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap_or_else(|_| panic!("no part {name}")).read_to_string(&mut text).unwrap();
    text
}

/// The bytes of one part.
pub fn bytes_of(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut content = Vec::new();
    zip.by_name(name).unwrap_or_else(|_| panic!("no part {name}")).read_to_end(&mut content).unwrap();
    content
}

/// The elements of that name below a node, in the order of the document.
pub fn all<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |found| found.has_tag_name((MAIN, name)))
}

/// The value of an attribute `w:…` of the first element of that name below a node.
pub fn attribute<'a>(node: Node<'a, 'a>, name: &'static str, attribute: &str) -> Option<&'a str> {
    all(node, name).next().and_then(|found| found.attribute((MAIN, attribute)))
}

/// The text of a node: a line break is a line end, a tab a tab; fields say nothing.
pub fn text(node: Node) -> String {
    let mut said = String::new();
    let mut is_in_field = false;
    for found in node.descendants().filter(|found| found.tag_name().namespace() == Some(MAIN)) {
        match found.tag_name().name() {
            "fldChar" => is_in_field = found.attribute((MAIN, "fldCharType")) != Some("end"),
            "t" if !is_in_field => said.push_str(found.text().unwrap_or_default()),
            "br" => said.push('\n'),
            "tab" if found.parent().is_some_and(|parent| parent.has_tag_name((MAIN, "r"))) => said.push('\t'),
            _ => {}
        }
    }
    said
}

/// The text of each paragraph that has one, in the order of the document.
pub fn paragraph_texts(bytes: &[u8]) -> Vec<String> {
    let xml = part(bytes, "word/document.xml");
    let tree = Document::parse(&xml).unwrap();
    all(tree.root(), "p").map(text).filter(|text| !text.is_empty()).collect()
}

/// Like [`paragraph_texts`], with the line breaks that balance a head taken out.
pub fn lines(bytes: &[u8]) -> Vec<String> {
    paragraph_texts(bytes).iter().map(|text| text.replace('\n', " ")).collect()
}
