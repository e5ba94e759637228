//! What the office above answers with: a report that comes back, and the receipt for one. As `exchange`, read from files of
//! strangers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CampaignRef, UnitRef};

/// What a return file carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnPayload {
    /// Which campaign.
    pub campaign: CampaignRef,
    /// Whose report comes back.
    pub unit: UnitRef,
    /// Code of the phase.
    pub phase: String,
    /// Version of the report.
    pub version: u32,
    /// Hash of the payload of the report, in hex; empty for one that came without data.
    #[serde(default)]
    pub report: String,
    /// The office that returns it.
    pub office: String,
    /// Day it was returned.
    pub returned_on: NaiveDate,
    /// Day by which the correction is wanted.
    #[serde(default)]
    pub wanted_by: Option<NaiveDate>,
    /// What is to be mended on the whole; may be empty.
    #[serde(default)]
    pub note: String,
    /// What is to be mended where.
    pub marks: Vec<ReturnMark>,
}

/// A place of a report with a note of the office that returns it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReturnMark {
    /// Where.
    pub place: MarkPlace,
    /// What is to be mended.
    pub note: String,
}

/// A place of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MarkPlace {
    /// A figure.
    Figure {
        /// Code of the indicator.
        indicator: String,
        /// Code of the split, or empty.
        split: String,
    },
    /// A section, by its code.
    Section(String),
    /// An activity, by its code.
    Activity(String),
}

/// What a receipt carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptPayload {
    /// Which campaign.
    pub campaign: CampaignRef,
    /// Whose report.
    pub unit: UnitRef,
    /// Code of the phase.
    pub phase: String,
    /// Version of the report.
    pub version: u32,
    /// Hash of the file as it came, in hex.
    pub file: String,
    /// Hash of the payload of the report, in hex; empty for one that came without data.
    #[serde(default)]
    pub report: String,
    /// The office that has it.
    pub office: String,
    /// Day it came.
    pub received_on: NaiveDate,
    /// True if the office has accepted it.
    #[serde(default)]
    pub is_accepted: bool,
}
