//! A plan file on its way into a book: what it offers, what it would change, and what the user says to it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PlanHead, Signer, UnitLevel};

/// How a plan file stands to the book that looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OfferStanding {
    /// The book is empty: the file sets it up.
    Beginning,
    /// The book carries the same plan out already, without a plan file.
    Joining,
    /// The book has an older version of it.
    Amendment,
    /// The book has this very version.
    Same,
}

/// A plan file, looked at before it is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CampaignOffer {
    /// How it stands to the book.
    pub standing: OfferStanding,
    /// Its version.
    pub version: u32,
    /// The version that the book has; 0 without one.
    pub taken_version: u32,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// Name of the office that leads the campaign.
    pub issuer: String,
    /// Fingerprint of its key, to be compared by telephone.
    pub fingerprint: String,
    /// What the office says of this version; may be empty.
    pub note: String,
    /// The plan.
    pub plan: PlanHead,
    /// True for invented data.
    pub is_sample: bool,
    /// Units to choose ours from, each after the one above it.
    pub units: Vec<OfferedUnit>,
    /// The unit of `units` that is ours already, or that has our name; `None` if nobody can tell.
    pub unit: Option<String>,
    /// True while `unit` is only a guess by its name, or there is none: the user says it.
    pub is_unit_open: bool,
    /// What would change for `unit`; empty for an empty book.
    pub changes: Vec<CampaignChange>,
}

/// A unit of a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfferedUnit {
    /// Its name in files.
    pub uid: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// Name of its kind.
    pub kind: String,
    /// Name of the unit above it, which is the issuer's for those directly below.
    pub superior: String,
    /// Number of union members, where it is known.
    pub members: Option<u32>,
    /// How many units stand below it, at any depth.
    pub n_below: u32,
}

/// What a line of the preview of an amendment speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CampaignChangeKind {
    /// Name, level or superior of our own unit.
    OurUnit,
    /// The due day of a phase report.
    ReportDue,
    /// The day of a milestone.
    Milestone,
    /// An activity that is new to us.
    ActivityNew,
    /// An activity that is no longer asked of us.
    ActivityGone,
    /// An activity with another title.
    ActivityTitle,
    /// The due day of an activity.
    ActivityDue,
    /// A figure that is counted from now on.
    IndicatorNew,
    /// A figure that is no longer counted.
    IndicatorGone,
    /// Other wording of the plan: the outline of the report, forms, notes.
    PlanText,
    /// A unit below ours that is new.
    UnitNew,
    /// A unit below ours with another name.
    UnitName,
    /// A unit below ours that stands elsewhere.
    UnitPlace,
    /// A unit below ours that the file no longer has; it stays in the book.
    UnitGone,
}

/// One line of the preview of an amendment. Days where the thing has days, texts where it has texts; empty: there was or will
/// be none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CampaignChange {
    /// What it speaks of.
    pub kind: CampaignChangeKind,
    /// Title of the activity, name of the phase, milestone, figure or unit.
    pub title: String,
    /// Text before.
    pub before: String,
    /// Text after.
    pub after: String,
    /// Day before.
    pub before_on: Option<NaiveDate>,
    /// Day after.
    pub after_on: Option<NaiveDate>,
}

/// What the user says when he takes a plan file over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TakeCampaign {
    /// Which unit of the file ours is.
    pub unit: String,
    /// What an empty book needs besides; ignored by one that is set up.
    pub beginning: Option<Beginning>,
}

/// What a plan file does not say of our unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Beginning {
    /// Place name before the date of a document.
    pub place: String,
    /// Letters after the hyphen of a document's symbol.
    pub symbol: String,
    /// Who signs.
    pub signer: Signer,
}

/// A plan file that was issued, and what to say when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IssuedCampaign {
    /// Its version.
    pub version: u32,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// What we said of this version.
    pub note: String,
    /// How many units it has.
    pub n_units: u32,
    /// Fingerprint of our key.
    pub fingerprint: String,
    /// A name for the file.
    pub file_name: String,
    /// A text to paste into a chat or an e-mail that the file goes with.
    pub message: String,
}

/// How our book stands to the plan file of its campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CampaignIssue {
    /// True if another office leads the campaign: its file is passed on, not issued anew.
    pub is_led_by_other: bool,
    /// The version that we issued or took over last; 0 for none.
    pub version: u32,
    /// Day it was issued.
    pub issued_on: Option<NaiveDate>,
    /// The version that issuing now would give: the same as `version` if nothing has changed.
    pub next_version: u32,
    /// A name for its file; that of the one that is passed on, if another office leads the campaign.
    pub file_name: String,
    /// How many units it would have.
    pub n_units: u32,
    /// Name of the office that leads the campaign.
    pub issuer: String,
    /// Fingerprint of its key.
    pub fingerprint: String,
}
