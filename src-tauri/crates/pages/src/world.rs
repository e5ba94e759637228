//! All that the typesetter may see: our template, one document, four faces. No files, no clock, no network.

use std::sync::LazyLock;

use sotg_core::{Error, Result};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::Fonts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
/// `None` only if the names of our own two files were no names.
static FILES: LazyLock<Option<Files>> = LazyLock::new(|| {
    let id = |name| Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern());
    let template = Source::new(id("main.typ")?, include_str!("main.typ").to_owned());
    Some(Files { template, document: id("document.json")? })
});

struct Files {
    template: Source,
    document: FileId,
}

/// One document before the typesetter.
pub struct Desk {
    fonts: &'static Fonts,
    files: &'static Files,
    document: Bytes,
    pictures: Vec<Bytes>,
}

impl Desk {
    /// A document as the template reads it, and the pictures that it names by their number.
    ///
    /// # Errors
    /// `io` if the program's own file is damaged.
    pub fn new(document: Vec<u8>, pictures: Vec<Vec<u8>>) -> Result<Desk> {
        let damaged = || Error::io("read", "main.typ".as_ref())(std::io::ErrorKind::InvalidData.into());
        let files = FILES.as_ref().ok_or_else(damaged)?;
        let pictures = pictures.into_iter().map(Bytes::new).collect();
        Ok(Desk { fonts: Fonts::load()?, files, document: Bytes::new(document), pictures })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.files.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.files.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.files.document {
            return Ok(self.document.clone());
        }
        let number = id.vpath().get_without_slash().strip_prefix("picture-").and_then(|number| number.parse().ok());
        number.and_then(|number: usize| self.pictures.get(number)).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.at(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
