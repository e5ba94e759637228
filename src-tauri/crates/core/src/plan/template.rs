//! The file of a template, word for word as it is written: nothing is checked here but the names and kinds of fields.
//!
//! Every field may be absent, so that the checks in `load` and not the reader of TOML say what is missing, with their own
//! codes. Closed sets and dates are texts here for the same reason.

use serde::Deserialize;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPlan {
    pub code: Option<String>,
    pub document: RawDocument,
    pub cites: Vec<RawCited>,
    pub milestones: Vec<RawMilestone>,
    pub phases: Vec<RawPhase>,
    pub contents: Vec<RawContent>,
    pub forms: Vec<RawForm>,
    pub groups: Vec<RawGroup>,
    pub activities: Vec<RawActivity>,
    pub indicator_groups: Vec<RawGroup>,
    pub indicators: Vec<RawIndicator>,
    pub report: RawReport,
}

/// `[document]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawDocument {
    pub kind: Option<String>,
    pub number: Option<String>,
    pub issued_on: Option<String>,
    pub issuer: Option<String>,
    pub title: Option<String>,
    pub short_title: Option<String>,
    pub motto: Option<String>,
    pub term: Option<String>,
}

/// `[[cites]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawCited {
    pub kind: Option<String>,
    pub number: Option<String>,
    pub dated_on: Option<String>,
    pub issuer: Option<String>,
    pub subject: Option<String>,
}

/// `[[milestones]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawMilestone {
    pub code: Option<String>,
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub kind: Option<String>,
    pub certainty: Option<String>,
    pub on: Option<String>,
    pub until: Option<String>,
    pub not_before: Option<String>,
    pub not_after: Option<String>,
    pub congress_of: Vec<String>,
    pub proposed: bool,
    pub source: Option<String>,
}

/// `[[phases]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawPhase {
    pub code: Option<String>,
    pub number: i64,
    pub name: Option<String>,
    pub title: Option<String>,
    pub starts: Option<String>,
    pub ends: Option<String>,
    pub place: Option<String>,
    pub period: Option<String>,
    pub stages: Vec<RawStage>,
}

/// `[[phases.stages]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawStage {
    pub code: Option<String>,
    pub name: Option<String>,
    pub starts: Option<String>,
    pub ends: Option<String>,
    pub place: Option<String>,
}

/// `[[contents]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawContent {
    pub code: Option<String>,
    pub title: Option<String>,
    pub explanation: Option<String>,
    pub place: Option<String>,
}

/// `[[forms]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawForm {
    pub code: Option<String>,
    pub name: Option<String>,
    pub short_name: Option<String>,
    pub place: Option<String>,
}

/// `[[groups]]`, `[[indicator_groups]]`, and the splits of an indicator.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawGroup {
    pub code: Option<String>,
    pub name: Option<String>,
}

/// `[[activities]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawActivity {
    pub code: Option<String>,
    /// One phase; not beside `phases`.
    pub phase: Option<String>,
    /// "all": one activity per phase.
    pub phases: Option<String>,
    /// A stage, which implies its phase.
    pub stage: Option<String>,
    pub group: Option<String>,
    pub title: Option<String>,
    pub explanation: Option<String>,
    pub forms: Vec<String>,
    pub contents: Vec<String>,
    /// Levels of units, or the single word "all".
    pub levels: Vec<String>,
    /// Codes of kinds of units.
    pub kinds: Vec<String>,
    /// "state" or "non_state".
    pub sector: Option<String>,
    pub has_page: Option<bool>,
    pub members_from: Option<i64>,
    pub who: Option<String>,
    pub indicators: Vec<String>,
    /// Without it: the first day of the stage, or of the phase.
    pub starts: Option<String>,
    /// Without it: the last day of the stage, or of the phase.
    pub due: Option<String>,
    pub proposed: bool,
    pub place: Option<String>,
    pub dash: Option<i64>,
}

/// `[[indicators]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawIndicator {
    pub code: Option<String>,
    pub group: Option<String>,
    pub name: Option<String>,
    pub unit: Option<String>,
    pub decimals: i64,
    pub splits: Vec<RawGroup>,
    /// "sum", "latest" or "percentage".
    pub roll_up: Option<String>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    pub target: Option<String>,
    pub forms: Vec<String>,
    pub source: Option<String>,
    pub phrase: Option<String>,
}

/// `[report]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawReport {
    pub subject: Option<String>,
    pub opening: Option<String>,
    pub addressee: Option<String>,
    pub recipients: Vec<String>,
    pub due_days_after_end: Option<i64>,
    pub due_proposed: bool,
    pub levels: Vec<String>,
    pub kinds: Vec<String>,
    pub sector: Option<String>,
    pub has_page: Option<bool>,
    pub members_from: Option<i64>,
    pub place: Option<String>,
    pub outline: Vec<RawSection>,
    pub rules: Vec<RawRule>,
    pub annex_title: Option<String>,
}

/// `[[report.outline]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSection {
    pub code: Option<String>,
    pub number: Option<String>,
    pub title: Option<String>,
    pub level: i64,
    /// "nothing", "prompt", "activities", "form", "figures", "strengths", "shortcomings" or "next_phase".
    pub compose: Option<String>,
    /// The text of a prompt.
    pub text: Option<String>,
    pub groups: Vec<String>,
    pub indicators: Vec<String>,
    pub form: Option<String>,
}

/// `[[report.rules]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawRule {
    pub code: Option<String>,
    /// An indicator, "indicator/split", or "links".
    pub left: Option<String>,
    /// "at_most", "at_least", "equals" or "needs".
    pub relation: Option<String>,
    pub right: Vec<String>,
    /// Instead of `right`.
    pub number: Option<i64>,
    /// "period" or "cumulative"; without it "period".
    pub span: Option<String>,
    pub must: bool,
    pub because: Option<String>,
}
