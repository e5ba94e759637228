//! Setting the pages of a document.

use std::any::Any;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use sotg_core::export::document::Document;
use sotg_core::{Error, ErrorCode, Result};
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;

use crate::fonts::Fonts;
use crate::reading::paper;
use crate::world::Desk;

/// The typesetter works on a stack of its own: on Windows the first thread of a program has only 1 MB.
const STACK: usize = 32 << 20;

/// What was set this many settings ago is forgotten, so that a window that is open all day does not grow.
const MEMORY: usize = 4;

/// What the typesetter's threads are called.
const THREADS: &str = "pages";

/// True on a thread of the typesetter: a fault there becomes an error of one document, and the program goes on.
pub fn is_setting_here() -> bool {
    std::thread::current().name().is_some_and(|name| name.starts_with(THREADS))
}

/// How much of the work that the typesetter leaves to its other threads ended in a fault: it would be waited for without end.
static N_LOST: AtomicUsize = AtomicUsize::new(0);

/// How often it is looked whether some was lost. What is set is taken at once.
const LOOK: Duration = Duration::from_millis(100);

/// Sets the pages and makes something of them.
///
/// # Errors
/// `pages_not_set` if the typesetter refuses the document or is at fault, `io` if the system gives no thread.
pub fn set<T: Send + 'static>(
    document: &Document,
    make: impl FnOnce(PagedDocument) -> Result<T> + Send + 'static,
) -> Result<T> {
    name_its_threads();
    let (paper, pictures) = paper(document, Fonts::load()?);
    let desk = Desk::new(serde_json::to_vec(&paper).map_err(refused)?, pictures)?;
    let lost_before = N_LOST.load(Ordering::SeqCst);
    let (tell, told) = mpsc::channel();
    let work = move || {
        let compiled = typst::compile(&desk).output;
        let made = compiled.map_err(|errors| refused(said(&errors))).and_then(make);
        // Nobody waits any more if work of another thread was lost meanwhile.
        let _ = tell.send(made);
    };
    let thread = std::thread::Builder::new().name(THREADS.to_owned()).stack_size(STACK).spawn(work);
    let thread = thread.map_err(Error::io("set", "pages".as_ref()))?;
    let made = loop {
        match told.recv_timeout(LOOK) {
            Ok(made) => break made,
            Err(RecvTimeoutError::Timeout) if N_LOST.load(Ordering::SeqCst) == lost_before => {}
            Err(RecvTimeoutError::Timeout) => break Err(refused("a fault in a part of the work")),
            Err(RecvTimeoutError::Disconnected) => {
                let fault = thread.join().err();
                break Err(refused(fault.map_or(String::new(), |fault| words_of(&*fault))));
            }
        }
    };
    // Also after a failure, or it would be kept for ever.
    comemo::evict(MEMORY);
    made
}

/// The typesetter shares its work among threads of rayon, which nothing else here uses. Left alone, rayon ends the program when
/// work is lost.
fn name_its_threads() {
    static NAMED: Once = Once::new();
    NAMED.call_once(|| {
        let threads = rayon::ThreadPoolBuilder::new().thread_name(|number| format!("{THREADS}-{number}"));
        let threads = threads.stack_size(STACK).panic_handler(|_| {
            N_LOST.fetch_add(1, Ordering::SeqCst);
        });
        // Refused only if it has threads already: then pages are set as well, and a fault ends the program.
        let _ = threads.build_global();
    });
}

/// What a panic said.
fn words_of(fault: &(dyn Any + Send)) -> String {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| fault.downcast_ref::<&str>().copied());
    format!("a fault of the typesetter: {}", text.unwrap_or("it says nothing"))
}

/// What the typesetter says of a document.
pub fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// An error of the typesetter: the document cannot be set.
pub fn refused(why: impl ToString) -> Error {
    Error::refused(ErrorCode::PagesNotSet, format!("setting pages: {}", why.to_string()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a fault is what is tried here")]
mod tests {
    use std::sync::{Arc, OnceLock};

    use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

    use super::*;

    fn document() -> Document {
        Document { title: "Báo cáo".to_owned(), author: String::new(), dated_on: None, sections: Vec::new() }
    }

    #[test]
    fn a_fault_of_the_typesetter_is_an_error_of_this_document_only_and_known_from_a_fault_of_ours() {
        assert!(!is_setting_here());
        let all_are = |_| Ok(is_setting_here() && (0..64).into_par_iter().all(|_| is_setting_here()));
        assert!(set(&document(), all_are).unwrap(), "every thread of the typesetter is known as one");
        let faults: [fn(PagedDocument) -> Result<usize>; 3] = [
            |_| panic!("a table without columns"),
            // As the typesetter itself does with the runs of pages.
            |_| Ok((0..64).into_par_iter().map(|page| if page == 40 { panic!("page {page}") } else { 1 }).sum()),
            // As the writer of PDF does: it waits for what another thread makes of a page.
            |_| {
                let packed: Arc<OnceLock<usize>> = Arc::default();
                let packing = Arc::clone(&packed);
                rayon::spawn(move || {
                    packing.get_or_init(|| panic!("a picture without colours"));
                });
                Ok(*packed.wait())
            },
        ];
        for (fault, said) in faults.into_iter().zip(["a table without columns", "page 40", "a part of the work"]) {
            let error = set(&document(), fault).unwrap_err();
            assert_eq!(error.code(), ErrorCode::PagesNotSet);
            assert!(error.to_string().contains(said), "{error}");
            assert_eq!(set(&document(), |pages| Ok(pages.pages().len())).unwrap(), 1, "the next one is set");
        }
    }
}
