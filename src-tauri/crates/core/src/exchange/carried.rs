//! An envelope inside of a Word document: a custom XML part, which Word, WPS and LibreOffice carry along unread.
//!
//! It is put into the finished file, so that a report in the program's own form and one in a template of the office's own carry it
//! in the same way.

use std::io::{Cursor, Read as _, Write as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::envelope::SEALED_LIMIT;
use crate::error::{Error, ErrorCode, Result};

/// The namespace of the part: what says that it is ours.
pub const NAMESPACE: &str = "urn:so-tuyen-giao:exchange:1";

const CONTENT_TYPES: &str = "[Content_Types].xml";
const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const STORE_ITEM: &str = "{6B2F0C51-7D1E-4A7A-9C0B-5E0A3B3D8C10}";

/// The document with the envelope in it.
///
/// # Errors
/// `damaged` if it is no Word document.
pub(crate) fn put(document: &[u8], envelope: &str) -> Result<Vec<u8>> {
    let damaged = |_| Error::refused(ErrorCode::Damaged, "putting data into a Word document");
    let mut archive = ZipArchive::new(Cursor::new(document)).map_err(damaged)?;
    let number = (1..).find(|number| archive.index_for_name(&item(*number)).is_none()).unwrap_or(1);
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(document.len() + envelope.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        if name == CONTENT_TYPES || name == RELATIONSHIPS {
            drop(part);
            let mut text = String::new();
            archive.by_index(index).map_err(damaged)?.read_to_string(&mut text).map_err(write_error)?;
            let changed =
                if name == CONTENT_TYPES { with_type(&text, number) } else { with_relationship(&text, number) };
            write(&mut zip, &name, &changed)?;
        } else {
            zip.raw_copy_file(part).map_err(damaged)?;
        }
    }
    let text = quick_xml::escape::escape(envelope);
    write(&mut zip, &item(number), &format!("{HEAD}<exchange xmlns=\"{NAMESPACE}\">{text}</exchange>"))?;
    write(&mut zip, &format!("customXml/_rels/item{number}.xml.rels"), &item_relationships(number))?;
    let properties = format!(
        "{HEAD}<ds:datastoreItem xmlns:ds=\"{OFFICE}/customXml\" ds:itemID=\"{STORE_ITEM}\"><ds:schemaRefs>\
         <ds:schemaRef ds:uri=\"{NAMESPACE}\"/></ds:schemaRefs></ds:datastoreItem>"
    );
    write(&mut zip, &format!("customXml/itemProps{number}.xml"), &properties)?;
    Ok(zip.finish().map_err(damaged)?.into_inner())
}

/// The envelope in a document; `None` if it carries none (any more). The archive was checked for its size before.
pub fn find(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Vec<u8>> {
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let is_item = |name: &&String| name.starts_with("customXml/") && !name.contains("Props") && name.ends_with(".xml");
    names.iter().filter(is_item).find_map(|name| {
        let mut text = Vec::new();
        archive.by_name(name).ok()?.take(2 * SEALED_LIMIT).read_to_end(&mut text).ok()?;
        read(&text)
    })
}

/// The text of our element. Entities of a document of its own are never resolved: a part with a DOCTYPE is not ours.
fn read(part: &[u8]) -> Option<Vec<u8>> {
    let part = part.strip_prefix(b"\xef\xbb\xbf").unwrap_or(part);
    let mut reader = Reader::from_reader(part);
    let mut is_ours = false;
    let mut text = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) if !is_ours => {
                let namespaces = element.attributes().flatten();
                let names_us = namespaces.filter(|attribute| attribute.key.as_ref().starts_with("xmlns"));
                let mut names_us = names_us.map(|attribute| attribute.value.into_owned());
                is_ours = element.local_name().as_ref() == "exchange" && names_us.any(|name| name == NAMESPACE);
                if !is_ours {
                    return None;
                }
            }
            Event::Text(letters) => text.push_str(&letters),
            Event::CData(letters) => text.push_str(&letters),
            Event::GeneralRef(entity) => text.push(resolve(&entity)?),
            Event::End(_) if is_ours => return Some(text.into_bytes()),
            Event::DocType(_) | Event::Start(_) | Event::Eof => return None,
            Event::End(_) | Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// What a reference stands for: a letter by its number, or one of the five that XML itself knows.
pub(super) fn resolve(entity: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Some(letter) = entity.resolve_char_ref().ok()? {
        return Some(letter);
    }
    match entity.as_ref() {
        "quot" => Some('"'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        _ => None,
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn item(number: u32) -> String {
    format!("customXml/item{number}.xml")
}

fn item_relationships(number: u32) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{OFFICE}/relationships/customXmlProps\" Target=\"itemProps{number}.xml\"/></Relationships>"
    )
}

fn with_type(types: &str, number: u32) -> String {
    let ours = format!(
        "<Override PartName=\"/customXml/itemProps{number}.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
    );
    before_end(types, "</Types>", &ours)
}

fn with_relationship(relationships: &str, number: u32) -> String {
    let ours = format!(
        "<Relationship Id=\"rIdExchange\" Type=\"{OFFICE}/relationships/customXml\" Target=\"../customXml/item{number}.xml\"/>"
    );
    before_end(relationships, "</Relationships>", &ours)
}

fn before_end(text: &str, end: &str, ours: &str) -> String {
    match text.rsplit_once(end) {
        Some((before, after)) => format!("{before}{ours}{end}{after}"),
        None => text.to_owned(),
    }
}

fn write(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str) -> Result<()> {
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644)
        .system(zip::System::Unix);
    zip.start_file(name, options).map_err(|error| write_error(std::io::Error::other(error)))?;
    zip.write_all(text.as_bytes()).map_err(write_error)
}

fn write_error(error: std::io::Error) -> Error {
    Error::io("write", ".docx".as_ref())(error)
}
