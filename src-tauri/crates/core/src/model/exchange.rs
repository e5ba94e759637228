//! Files between offices: what they carry, byte for byte as docs/dinh-dang-tep.md describes it.
//!
//! Every type here is read from files of strangers. What is added later has a `#[serde(default)]`, what is known is never given
//! another meaning, and files of format 1 are read by every later program (tests/fixtures/exchange).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FigureState, MilestoneSetting, PlanText, ProgressState, RichText, UnitKind, UnitLevel, VersionCause};

/// The format of files that this program writes, and the newest that it reads.
pub const EXCHANGE_FORMAT: u32 = 1;

/// What a sealed file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SealedKind {
    /// A campaign with its units: from the office that leads it to all units.
    Campaign,
    /// The report of a phase: from a unit to the office above it.
    Report,
    /// A report that comes back to be corrected.
    Return,
    /// That a report has come.
    Receipt,
}

/// Bytes with the signature of the office that made them. Written as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Format of the payload; a larger one than [`EXCHANGE_FORMAT`] is refused before anything else is read.
    pub format: u32,
    /// What the payload is.
    pub kind: SealedKind,
    /// The payload: JSON, packed by zlib, in base64.
    pub payload: String,
    /// Public key of the office that signed it: 32 bytes in hex.
    pub key: String,
    /// Ed25519 over the kind and the unpacked payload: 64 bytes in hex.
    pub signature: String,
}

/// Which campaign a file belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CampaignRef {
    /// Code of the plan.
    pub plan: String,
    /// Public key of the office that leads it, in hex; empty where the unit had no plan file.
    #[serde(default)]
    pub issuer: String,
    /// Version of the plan file, which is that of the list of units too; 0 without one.
    #[serde(default)]
    pub version: u32,
}

/// A unit as files name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitRef {
    /// The name that the office that leads the campaign gave it, the same in every book; empty where the unit had no plan file.
    #[serde(default)]
    pub uid: String,
    /// Its name.
    pub name: String,
    /// Name of the unit above it; may be empty.
    #[serde(default)]
    pub superior: String,
    /// Its level.
    pub level: UnitLevel,
}

/// What a report carries. Never a name of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPayload {
    /// Which campaign.
    pub campaign: CampaignRef,
    /// Whose report.
    pub unit: UnitRef,
    /// Code of the phase.
    pub phase: String,
    /// 1 for the first that was sent, one more for each correction. A draft has the number that it would be sent under.
    pub version: u32,
    /// Grows with every change in the book that made it: of two files the later one has the larger number.
    pub sequence: i64,
    /// Instant of the last change, UTC, RFC 3339.
    pub made_at: String,
    /// False while it is a draft.
    pub is_sent: bool,
    /// Why there is this version.
    pub cause: VersionCause,
    /// What the unit said of the correction; may be empty.
    #[serde(default)]
    pub reason: String,
    /// "12/BC-CĐCS"; empty without a number.
    #[serde(default)]
    pub number: String,
    /// Day of the document.
    #[serde(default)]
    pub dated_on: Option<NaiveDate>,
    /// Day it was sent.
    #[serde(default)]
    pub sent_on: Option<NaiveDate>,
    /// The figures that can be typed: one per indicator, or per split of it. What is missing was not reported.
    pub figures: Vec<SentFigure>,
    /// The texts, in the order of the report.
    pub sections: Vec<SentSection>,
    /// The activities that apply to the unit.
    pub activities: Vec<SentActivity>,
    /// Files and links, by the hash of what they are.
    #[serde(default)]
    pub evidence: Vec<SentEvidence>,
    /// The lines of the document as it left the program, so that what was changed in Word afterwards is found. A cell of a
    /// table ends with a tab.
    #[serde(default)]
    pub printed: Vec<String>,
    /// True for invented data.
    #[serde(default)]
    pub is_sample: bool,
}

/// One figure of a report. Own figures and those of the units below are never added: who receives both would count twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFigure {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub split: String,
    /// What the unit itself did.
    pub own: SentAmount,
    /// What the units below it reported to it; `None` for a unit that collects nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<SentAmount>,
    /// Of how many units the figure below is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
}

/// A number or a kind of empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentAmount {
    /// Which kind of thing it is.
    pub state: FigureState,
    /// The number times 10 to the power of the indicator's decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub value: Option<i64>,
    /// Ước tính.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_estimate: bool,
}

/// Of how many units a total is: "812/968 đơn vị; 41 trễ; 3 đã sửa".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Coverage {
    /// Units whose report is in it.
    pub reported: u32,
    /// Units of which it is expected.
    pub expected: u32,
    /// Of those in it: reports that were late.
    pub late: u32,
    /// Of those in it: reports that were corrected after they were sent first.
    pub corrected: u32,
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentSection {
    /// Code in the outline.
    pub code: String,
    /// "II", "2.1".
    #[serde(default)]
    pub number: String,
    /// Title as printed.
    #[serde(default)]
    pub title: String,
    /// What it says.
    pub text: RichText,
    /// True if the official wrote it himself.
    #[serde(default)]
    pub is_own: bool,
}

/// An activity of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentActivity {
    /// Its code; one that the unit added itself has a code that no plan has.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: ProgressState,
    /// Day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    /// Why it does not apply; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A file or a link that the unit has for an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentEvidence {
    /// Code of the activity.
    pub activity: String,
    /// Its title.
    pub title: String,
    /// Hash of the file, in hex; empty for a link.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub sha256: String,
    /// Bytes of the file; 0 for a link.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// Address of a link; empty for a file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub address: String,
}

/// What a plan file carries: the campaign as the office that leads it runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignPayload {
    /// The plan, as its template says it.
    pub plan: PlanText,
    /// Code of the plan.
    pub code: String,
    /// 1, 2, 3: an amendment has one more.
    pub version: u32,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// The office that leads the campaign.
    pub issuer: UnitRef,
    /// What it says of this version; may be empty.
    #[serde(default)]
    pub note: String,
    /// The days of the milestones as they hold now.
    #[serde(default)]
    pub milestones: Vec<MilestoneSetting>,
    /// Days after the end of a phase on which its report is due.
    pub due_days_after_end: i32,
    /// True while that is only proposed.
    #[serde(default)]
    pub is_due_proposed: bool,
    /// Due days by phase and level; without an activity they are of the report.
    #[serde(default)]
    pub dues: Vec<SentDue>,
    /// Kinds of units.
    #[serde(default)]
    pub kinds: Vec<UnitKind>,
    /// The units below the office, each after the one above it.
    pub units: Vec<SentUnit>,
    /// True for invented data.
    #[serde(default)]
    pub is_sample: bool,
}

/// A due day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentDue {
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity; empty for the report.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity: String,
    /// The level that it is for; `None` for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<UnitLevel>,
    /// The day.
    pub due_on: NaiveDate,
}

/// A unit of a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentUnit {
    /// Its name in files.
    pub uid: String,
    /// That of the unit above it; empty: directly below the office that leads the campaign.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub parent: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// Code of its kind.
    pub kind: String,
    /// The office's own code for it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Number of union members, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// Sector of the employer.
    #[serde(default)]
    pub sector: super::EmployerSector,
    /// Whether it has a page on Facebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_page: Option<bool>,
    /// Other days that it was given, or from what it was let off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<SentException>,
}

/// One unit is given another day, or is not expected to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentException {
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity; empty for the report of the phase.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity: String,
    /// The other day; `None`: not expected.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// Who allowed it, by title.
    #[serde(default)]
    pub allowed_by: String,
    /// The document that allows it; may be empty.
    #[serde(default)]
    pub document: String,
}
