//! A document as pages, by typst: the bytes of a PDF, and a picture of each page.
//!
//! The only package that knows typst. The template is ours and fixed; what a page says is handed to it as values, so that no
//! text can be read as markup. Deterministic: the same document on the same day gives the same bytes.

mod fonts;
mod paper;
mod pdf;
mod preview;
mod reading;
mod report;
mod setting;
mod text;
mod world;

pub use pdf::pdf;
pub use preview::{Anchor, Preview, Sheet, preview};
pub use report::report_pdf;
pub use setting::is_setting_here;
