//! Vietnamese text: what the user typed made fit to keep, and dates and numbers in Vietnamese form.
//!
//! Pure. Text is composed (NFC) before it is kept; the operating system's locale is never asked (DESIGN.md, section 3).

mod clean;
mod collate;
mod coverage;
mod date;
mod diff;
mod legacy;
mod number;
mod pasted;
mod syllable;

pub use clean::{clean_letters, clean_line, clean_text, file_name, fold, limited, require_line};
pub use collate::sort_key;
pub use coverage::printed_coverage;
pub use date::{long_date, parse_date, short_date};
pub use diff::diff;
pub use legacy::{detect_legacy, from_legacy, letters_of_font, may_be_legacy};
pub use number::{format_number, parse_number, roman};
pub use pasted::offer_unicode;
pub use syllable::is_syllable;
