//! Setting the pages of a document.

use sotg_core::export::document::Document;
use sotg_core::{Error, Result};
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;

use crate::fonts::Fonts;
use crate::reading::paper;
use crate::world::Desk;

/// The typesetter works on a stack of its own: on Windows the first thread of a program has only 1 MB.
const STACK: usize = 32 << 20;

/// What was set this many settings ago is forgotten, so that a window that is open all day does not grow.
const MEMORY: usize = 4;

/// Sets the pages and makes something of them.
///
/// # Errors
/// `io` if the typesetter refuses the document, or the system gives no thread.
pub fn set<T: Send>(document: &Document, make: impl FnOnce(PagedDocument) -> Result<T> + Send) -> Result<T> {
    let work = || {
        let (paper, pictures) = paper(document, Fonts::load()?);
        let document = serde_json::to_vec(&paper).map_err(refused)?;
        let compiled = typst::compile(&Desk::new(document, pictures)?).output;
        let made = compiled.map_err(|errors| refused(said(&errors))).and_then(make);
        // Also after a failure, or it would be kept for ever.
        comemo::evict(MEMORY);
        made
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let thread = thread.map_err(Error::io("set", "pages".as_ref()))?;
        thread.join().unwrap_or_else(|_| Err(refused("the typesetter gave up")))
    })
}

/// What the typesetter says of a document.
pub fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// An error of the typesetter: the document cannot be set.
pub fn refused(why: impl ToString) -> Error {
    Error::io("set", "pages".as_ref())(std::io::Error::other(why.to_string()))
}
