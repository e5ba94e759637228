//! The book as a whole, and how it is set up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DueRule, MilestoneSetting, OurUnit, PhaseHead, Preferences, Signer, StepLabel};

/// The campaign of the book, short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CampaignHead {
    /// Code of the plan template.
    pub plan: String,
    /// Title of the plan.
    pub title: String,
    /// "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022".
    pub document: String,
    /// Motto of the congress.
    pub motto: String,
    /// "2023 - 2028".
    pub term: String,
    /// The phases.
    pub phases: Vec<PhaseHead>,
    /// Forms of communication: code and short name, in the order of the plan.
    pub forms: Vec<Named>,
}

/// A code with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Named {
    /// Code.
    pub code: String,
    /// Name on the screen.
    pub name: String,
}

/// What every screen needs to know of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BookState {
    /// Version of the program.
    pub version: String,
    /// Today, or the day that is rehearsed.
    pub today: NaiveDate,
    /// True if `today` is not the day of the clock.
    pub is_rehearsal: bool,
    /// True for the book with invented data.
    pub is_sample: bool,
    /// Folder of the book.
    pub folder: String,
    /// `None` until the book is set up.
    pub unit: Option<OurUnit>,
    /// `None` until the book is set up.
    pub campaign: Option<CampaignHead>,
    /// All signers, the default one first.
    pub signers: Vec<Signer>,
    /// When reports are due; `None` until the book is set up.
    pub due_rule: Option<DueRule>,
    /// How the window looks.
    pub preferences: Preferences,
    /// What Ctrl+Z would take back.
    pub undo: Option<StepLabel>,
    /// What Ctrl+Y would do again.
    pub redo: Option<StepLabel>,
    /// Activities that are late, over all phases.
    pub n_late: u32,
    /// Reports that are late.
    pub n_late_reports: u32,
    /// Units below ours that exist today.
    pub n_units: u32,
}

/// A plan template to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlanHead {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Number, date and issuer in one line.
    pub document: String,
    /// Issuing body.
    pub issuer: String,
    /// Motto.
    pub motto: String,
    /// Number of phases.
    pub n_phases: u32,
    /// Number of activities, over all levels.
    pub n_activities: u32,
    /// Its milestones with the dates that the plan gives.
    pub milestones: Vec<super::MilestoneView>,
}

/// All that the four steps of the first start ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetUp {
    /// Which unit we are.
    pub unit: OurUnit,
    /// Who signs.
    pub signer: Signer,
    /// Code of the plan template.
    pub plan: String,
    /// Only the milestones that were changed.
    pub milestones: Vec<MilestoneSetting>,
}
