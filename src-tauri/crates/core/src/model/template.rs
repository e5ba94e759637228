//! Word templates of the office's own: what is kept of them, and what a look at one finds.

use serde::{Deserialize, Serialize};

use super::TemplateId;

/// A Word template that is kept in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WordTemplate {
    /// Its id.
    pub id: TemplateId,
    /// What the office calls it.
    pub name: String,
    /// SHA-256 of the file in hex.
    pub sha256: String,
    /// Bytes of the file.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// Instant at which it was added, UTC, RFC 3339.
    pub added_at: String,
    /// True if the kept file is no longer there.
    pub is_missing: bool,
}

/// In what form a report is written out, and what it could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TemplateChoice {
    /// The template that was chosen; `None` is the program's own form.
    pub chosen: Option<TemplateId>,
    /// All templates, by name.
    pub templates: Vec<WordTemplate>,
}

/// What a look at a template found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TemplateCheck {
    /// Everything that is wrong or doubtful, in the order of the document.
    pub findings: Vec<TemplateFinding>,
    /// The fields of the report that it uses, each once.
    pub fields: Vec<String>,
}

impl TemplateCheck {
    /// True if a report can be written with it.
    pub fn is_usable(&self) -> bool {
        self.findings.iter().all(|finding| finding.fault.is_warning())
    }
}

/// One thing that is wrong or doubtful in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TemplateFinding {
    /// What it is.
    pub fault: TemplateFault,
    /// True if a report can be written all the same.
    pub is_warning: bool,
    /// Where it is; `None` for the file as a whole.
    pub place: Option<TemplatePlace>,
    /// The field or the tag as it stands there; the name of a part for a file that is refused.
    pub found: String,
    /// A field that may be meant; empty if none is near.
    pub hint: String,
}

impl TemplateFinding {
    /// Something about the file as a whole.
    pub fn of_file(fault: TemplateFault, found: impl Into<String>) -> TemplateFinding {
        TemplateFinding { fault, is_warning: fault.is_warning(), place: None, found: found.into(), hint: String::new() }
    }
}

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TemplatePlace {
    /// Which part of the document.
    pub part: TemplatePart,
    /// Number of the paragraph in that part, from 1, those in tables included.
    pub paragraph: u32,
    /// What the paragraph says, shortened round the place.
    pub text: String,
}

/// A part of a Word document that is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TemplatePart {
    /// The text itself.
    Body,
    /// A header.
    Header,
    /// A footer.
    Footer,
    /// Footnotes or endnotes.
    Notes,
}

/// What can be wrong or doubtful in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TemplateFault {
    /// Not a Word document at all.
    NotWord,
    /// A .doc of old, or a document that is locked with a password.
    OldWord,
    /// A .dotx: what is made of it would be no document.
    DotFile,
    /// It carries macros.
    Macros,
    /// Too large, too many parts, or packed beyond all reason.
    TooLarge,
    /// Names of parts that lead out of the file, or twice the same; a DOCTYPE; nested beyond all reason.
    Unsafe,
    /// A part is no well-formed XML.
    Broken,
    /// There is no field of that name.
    UnknownField,
    /// "{{" without "}}", or the other way round.
    OpenTag,
    /// What stands between the braces cannot be understood.
    BadTag,
    /// A command that templates do not have.
    UnknownCommand,
    /// A filter that templates do not have.
    UnknownFilter,
    /// A loop over what is no list.
    NotAList,
    /// A list or a line of one where a text is wanted.
    NotAText,
    /// A loop or condition that is never closed.
    NeverClosed,
    /// An end without its beginning.
    NeverOpened,
    /// Opened and closed in places that do not belong together: another paragraph, another table, another form of tag.
    Split,
    /// "{%tr" outside of a table.
    NotInRow,
    /// Text or fields beside a tag that takes its whole paragraph or row with it.
    LostText,
    /// Trying it out failed, although nothing was found.
    CannotFill,
    /// The report would be without its number.
    NoNumber,
    /// The report would be without its day.
    NoDay,
    /// The report would be without the name of who signs.
    NoSigner,
    /// The report would be without its sections.
    NoSections,
}

impl TemplateFault {
    /// True if a report can be written all the same.
    pub fn is_warning(self) -> bool {
        match self {
            TemplateFault::LostText
            | TemplateFault::NoNumber
            | TemplateFault::NoDay
            | TemplateFault::NoSigner
            | TemplateFault::NoSections => true,
            TemplateFault::NotWord
            | TemplateFault::OldWord
            | TemplateFault::DotFile
            | TemplateFault::Macros
            | TemplateFault::TooLarge
            | TemplateFault::Unsafe
            | TemplateFault::Broken
            | TemplateFault::UnknownField
            | TemplateFault::OpenTag
            | TemplateFault::BadTag
            | TemplateFault::UnknownCommand
            | TemplateFault::UnknownFilter
            | TemplateFault::NotAList
            | TemplateFault::NotAText
            | TemplateFault::NeverClosed
            | TemplateFault::NeverOpened
            | TemplateFault::Split
            | TemplateFault::NotInRow
            | TemplateFault::CannotFill => false,
        }
    }
}
