//! Photos of evidence in a report, and which annexes it has.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::EvidenceId;

/// A photo that could stand in a report, or does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhotoView {
    /// Which evidence.
    pub evidence: EvidenceId,
    /// Name of the file.
    pub title: String,
    /// Title of its activity.
    pub activity: String,
    /// What stands below it; the title of the activity where nobody wrote anything.
    pub caption: String,
    /// True if it stands in the report.
    pub is_chosen: bool,
    /// True if it takes the whole width of the page.
    pub is_large: bool,
    /// True if the file is no longer there.
    pub is_missing: bool,
}

/// A photo that the official chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhotoChoice {
    /// Which evidence.
    pub evidence: EvidenceId,
    /// What stands below it; empty takes the title of the activity.
    pub caption: String,
    /// True if it takes the whole width of the page.
    pub is_large: bool,
}

/// A photo as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPhoto {
    /// What stands below it.
    pub caption: String,
    /// True if it takes the whole width of the page.
    pub is_large: bool,
    /// Width in points of the screen, upright.
    pub width: u32,
    /// Height in points of the screen.
    pub height: u32,
    /// The evidence file by its hash.
    pub sha256: String,
    /// The reduced photo, a JPEG. Not written into JSON: the hash says which one it was.
    #[serde(skip)]
    pub jpeg: PhotoBytes,
}

/// Bytes of a photo; printing them for a developer says only how many.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PhotoBytes(pub Arc<[u8]>);

impl std::fmt::Debug for PhotoBytes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

/// An annex that a report can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AnnexOffer {
    /// "figures", "activities", "links", "photos", "fingerprint", or "chart:" and the code of a chart.
    pub code: String,
    /// What it is.
    pub kind: AnnexKind,
    /// Title of a chart; empty for the others.
    pub title: String,
    /// How much is in it: lines, links, photos, bars.
    pub count: u32,
    /// True if the report has it. One in which nothing is, is not printed.
    pub is_included: bool,
}

/// Kinds of annexes, in the order in which they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AnnexKind {
    /// Biểu số liệu.
    Figures,
    /// Danh mục việc đã làm.
    Activities,
    /// Danh mục tin, bài, đường dẫn.
    Links,
    /// A chart; all chosen ones make one annex.
    Chart,
    /// Ảnh minh chứng.
    Photos,
    /// Mã khóa của đơn vị: no annex, a line below the recipients.
    Fingerprint,
}
