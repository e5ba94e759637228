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

/// A phase as the plan gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlannedPhase {
    /// "Đợt 1".
    pub name: String,
    /// What it is about.
    pub title: String,
    /// First day, if it is known.
    pub starts_on: Option<NaiveDate>,
    /// Last day, if it is known.
    pub ends_on: Option<NaiveDate>,
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
    /// The phases, with the days that the plan gives.
    pub phases: Vec<PlannedPhase>,
    /// Number of activities, over all levels.
    pub n_activities: u32,
    /// Its milestones with the dates that the plan gives.
    pub milestones: Vec<super::MilestoneView>,
}

/// A plan template from outside the program, as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlanText {
    /// Name of its file, for messages.
    pub file_name: String,
    /// The template itself: what was looked at is what is set up, wherever the file is by then.
    pub text: String,
}

/// Which plan is carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum PlanChoice {
    /// One that comes with the program, by its code.
    BuiltIn(String),
    /// One from a file.
    File(PlanText),
}

/// A part of a plan, for saying where two of them differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlanPart {
    /// The document and those it cites.
    Document,
    /// Milestones and phases.
    Dates,
    /// Contents, forms and headings.
    Forms,
    /// The activities.
    Activities,
    /// What is counted.
    Indicators,
    /// The report.
    Report,
}

/// How a plan stands to the one that the book carries out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlanComparison {
    /// True if it is the same plan by its code, in whatever version.
    pub is_same_plan: bool,
    /// Where the two differ; empty if they say the same.
    pub differs_in: Vec<PlanPart>,
    /// Activities of the plan that the book carries out.
    pub n_activities_in_book: u32,
}

/// All that the four steps of the first start ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetUp {
    /// Which unit we are.
    pub unit: OurUnit,
    /// Who signs.
    pub signer: Signer,
    /// Which plan.
    pub plan: PlanChoice,
    /// Only the milestones that were changed.
    pub milestones: Vec<MilestoneSetting>,
}
