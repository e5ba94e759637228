//! A plan template: a campaign as its document lays it down, before any unit has done anything.
//!
//! Pure. [`Plan::load`] reads a TOML file and checks everything; what is here is checked and may be trusted: every code
//! that is referred to exists, codes are unique, an activity that runs through all phases is already one activity per
//! phase. The rooms above never read TOML.

mod built_in;
mod file;
mod load;
mod problem;
mod rule;
mod scope;
pub(crate) mod source;
mod template;

use chrono::NaiveDate;

use crate::model::{Certainty, MilestoneKind, UnitLevel};

pub use built_in::{BuiltIn, built_in, find};
pub use file::{EXTENSION, OpenedFile, PlanFile, SIZE_LIMIT, choose, file_text, open_file, read_file};
pub use problem::Problem;
pub use rule::{FigureRule, Relation, RuleSpan, RuleTerm};
pub use scope::Scope;

/// A checked plan template.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Code of the template: "383-lai-chau-2022".
    pub code: String,
    /// The document that lays the plan down.
    pub document: Document,
    /// Documents that it cites, in its order.
    pub cites: Vec<CitedDocument>,
    /// Events that dates hang on, in the order in which they are reckoned: one refers only to those before it.
    pub milestones: Vec<Milestone>,
    /// The phases, in order.
    pub phases: Vec<Phase>,
    /// What is to be communicated (section II of plan 383).
    pub contents: Vec<Content>,
    /// Forms of communication (section IV), in order: the lanes of the timeline.
    pub forms: Vec<Form>,
    /// Headings of the checklist, in order.
    pub groups: Vec<Group>,
    /// What is to be done, in the order of the document, one per phase.
    pub activities: Vec<Activity>,
    /// What is counted, in the order of the annex.
    pub indicators: Vec<Indicator>,
    /// Headings of the table of figures, in order.
    pub indicator_groups: Vec<Group>,
    /// The report of a phase.
    pub report: ReportTemplate,
}

/// The document of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// "Kế hoạch".
    pub kind: String,
    /// "383/KH-LĐLĐ".
    pub number: String,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// "Liên đoàn Lao động tỉnh Lai Châu".
    pub issuer: String,
    /// Full title.
    pub title: String,
    /// Short title for the screen.
    pub short_title: String,
    /// Motto of the congress.
    pub motto: String,
    /// "2023 - 2028".
    pub term: String,
}

/// A document that the plan cites.
#[derive(Debug, Clone, PartialEq)]
pub struct CitedDocument {
    /// "Hướng dẫn".
    pub kind: String,
    /// "64/HD-TLĐ".
    pub number: String,
    /// Its day, if the plan gives one.
    pub dated_on: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: String,
    /// What it is about.
    pub subject: String,
}

/// A day, reckoned from a milestone.
#[derive(Debug, Clone, PartialEq)]
pub enum DateRule {
    /// A day of the calendar.
    On(NaiveDate),
    /// So many days after (before, if negative) the first day of a milestone.
    FromStart {
        /// Code of the milestone.
        milestone: String,
        /// Days, of any sign.
        days: i32,
    },
    /// So many days after (before, if negative) the last day of a milestone.
    FromEnd {
        /// Code of the milestone.
        milestone: String,
        /// Days, of any sign.
        days: i32,
    },
}

/// An event that dates hang on.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Code.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short name for the timeline.
    pub short_name: String,
    /// What it is.
    pub kind: MilestoneKind,
    /// How sure the template is of its day.
    pub certainty: Certainty,
    /// Its first day; `None` with `Certainty::Unknown`.
    pub on: Option<DateRule>,
    /// Its last day, if it takes several.
    pub until: Option<DateRule>,
    /// Earliest day that is possible while it is unknown.
    pub not_before: Option<DateRule>,
    /// Latest day that is possible while it is unknown.
    pub not_after: Option<DateRule>,
    /// Levels of units whose congresses are to be held by this day; none for any other milestone.
    pub congress_of: Vec<UnitLevel>,
    /// True where the day is a proposal of the template and stands in no document.
    pub is_proposed: bool,
    /// Where the day comes from.
    pub source: String,
}

/// A phase (đợt).
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// "dot1".
    pub code: String,
    /// 1, 2, 3.
    pub number: u8,
    /// "Đợt 1".
    pub name: String,
    /// What it is about, short.
    pub title: String,
    /// Its first day.
    pub starts: DateRule,
    /// Its last day.
    pub ends: DateRule,
    /// Its stages; none in a phase without any.
    pub stages: Vec<Stage>,
    /// Place in the plan: "III.1".
    pub place: String,
    /// How the report names the time of the phase: "từ quý IV năm 2022 đến 31/7/2023".
    pub period: String,
}

/// A part of a phase (trước, trong, sau).
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Unique in the plan: "dot2-truoc".
    pub code: String,
    /// "Trước".
    pub name: String,
    /// Its first day.
    pub starts: DateRule,
    /// Its last day.
    pub ends: DateRule,
    /// Place in the plan: "III.2.1".
    pub place: String,
}

/// A content of communication.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// "II.1".
    pub code: String,
    /// Short title in our own words.
    pub title: String,
    /// What is meant.
    pub explanation: String,
    /// Place in the plan.
    pub place: String,
}

/// A form of communication: a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// "bao-dai".
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Place in the plan.
    pub place: String,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Code.
    pub code: String,
    /// Name on the screen.
    pub name: String,
}

/// Something to be done in one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Unique: "III.1-1"; for one that runs through all phases "IV.3-1/dot2".
    pub code: String,
    /// Code of its phase.
    pub phase: String,
    /// Code of its stage.
    pub stage: Option<String>,
    /// Code of its heading in the checklist.
    pub group: String,
    /// Short imperative title in our own words.
    pub title: String,
    /// What is meant, a few sentences in our own words.
    pub explanation: String,
    /// Codes of forms, the main one first; at least one.
    pub forms: Vec<String>,
    /// Codes of contents that it serves.
    pub contents: Vec<String>,
    /// Which units must do it.
    pub scope: Scope,
    /// Who must do it, in words: "Ban Tuyên giáo - Nữ công LĐLĐ tỉnh".
    pub who: String,
    /// Codes of indicators that it usually brings figures for.
    pub indicators: Vec<String>,
    /// Its first day.
    pub starts: DateRule,
    /// The day it is due.
    pub due: DateRule,
    /// True where the plan gives no day of its own and the template proposes one.
    pub is_proposed: bool,
    /// Place in the plan, short: "III.1".
    pub place: String,
    /// Number of the dash below that place, from 1; `None` for a numbered item without dashes.
    pub dash: Option<u8>,
}

/// How an indicator adds up over phases (and later over units).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RollUp {
    /// Counts are added.
    Sum,
    /// A state of affairs: the latest value holds.
    Latest,
    /// A percentage, reckoned anew from numerator and denominator, never averaged (DOMAIN.md, B.3).
    Percentage {
        /// Code of the indicator above the line.
        numerator: String,
        /// Code of the indicator below the line.
        denominator: String,
    },
}

/// Something that is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// "TQ03".
    pub code: String,
    /// Code of its heading.
    pub group: String,
    /// "Băng rôn".
    pub name: String,
    /// "cái".
    pub unit: String,
    /// Digits after the comma, 0 to 2.
    pub decimals: u8,
    /// Ways it is split, or none. Splits are typed, their total is reckoned.
    pub splits: Vec<Group>,
    /// How it adds up.
    pub roll_up: RollUp,
    /// What a directive asks for: "100%"; empty if nothing.
    pub target: String,
    /// Codes of forms, for the sections of the report; may be empty.
    pub forms: Vec<String>,
    /// Where it comes from.
    pub source: String,
    /// How the report says it, with `{n}` for the number: "{n} cuộc tuyên truyền miệng".
    pub phrase: String,
}

/// What a section of the report is written from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compose {
    /// A heading only.
    Nothing,
    /// A text of the template that the official completes.
    Prompt(String),
    /// Activities of these groups, and these indicators.
    Activities {
        /// Codes of groups.
        groups: Vec<String>,
        /// Codes of indicators.
        indicators: Vec<String>,
    },
    /// Activities that have this form, and the indicators of the form.
    Form(String),
    /// Indicators only.
    Figures(Vec<String>),
    /// What was done well: numbers of the checklist.
    Strengths,
    /// What is late or was not done.
    Shortcomings,
    /// What the next phase asks for.
    NextPhase,
}

/// A section of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineSection {
    /// Code.
    pub code: String,
    /// "I", "1", "2.1".
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// 1, 2 or 3.
    pub level: u8,
    /// What it is written from.
    pub compose: Compose,
}

/// The report of a phase as the plan asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportTemplate {
    /// Title below BÁO CÁO, with `{phase}` and `{period}`.
    pub subject: String,
    /// First paragraph, with `{phase}`, `{unit}`.
    pub opening: String,
    /// Line after "Kính gửi:".
    pub addressee: String,
    /// Lines of "Nơi nhận:" without the dash; the last one begins with "Lưu:".
    pub recipients: Vec<String>,
    /// Days after the end of the phase on which it is due.
    pub due_days_after_end: i32,
    /// True where the plan sets no such day and the template proposes it.
    pub is_due_proposed: bool,
    /// Which units owe the report.
    pub scope: Scope,
    /// Place in the plan.
    pub place: String,
    /// The sections, in order.
    pub outline: Vec<OutlineSection>,
    /// What must hold between figures.
    pub rules: Vec<FigureRule>,
    /// Title of the annex of figures.
    pub annex_title: String,
}
