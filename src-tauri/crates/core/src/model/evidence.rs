//! Evidence: a file or a link that shows that an activity took place. (A note is kept with the progress.)

use serde::{Deserialize, Serialize};

use super::EvidenceId;

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A file kept beside the book.
    File,
    /// An address on the web.
    Link,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// File or link.
    pub kind: EvidenceKind,
    /// Name of the file as it was given, or title of the link.
    pub title: String,
    /// Address of a link; empty for a file.
    pub url: String,
    /// Bytes of a file; 0 for a link.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// SHA-256 of a file in hex; empty for a link.
    pub sha256: String,
    /// Instant at which it was added, UTC, RFC 3339.
    pub added_at: String,
    /// True if the kept file is no longer there.
    pub is_missing: bool,
}

impl Evidence {
    /// As documents name it: a file by its name, a link by its title and its address.
    pub fn printed(&self) -> String {
        match self.kind {
            EvidenceKind::File => self.title.clone(),
            EvidenceKind::Link if self.title.is_empty() || self.title == self.url => self.url.clone(),
            EvidenceKind::Link => format!("{}: {}", self.title, self.url),
        }
    }
}

/// A kept file that is no longer what was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFault {
    /// Which evidence.
    pub evidence: Evidence,
    /// Code of its activity.
    pub activity: String,
    /// True if the file is gone, false if its content has changed.
    pub is_missing: bool,
}
