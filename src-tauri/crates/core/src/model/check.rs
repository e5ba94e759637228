//! The check before signing: what was found, how bad it is, and where it leads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::FormRule;

/// What is looked for. The sentences are in the catalogues; the comment names the fields that they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckRule {
    /// The document has no number.
    NumberMissing,
    /// Another report of the book has the same number in the same year. `number`, `phase`
    NumberUsed,
    /// The document has no day.
    DateMissing,
    /// Its day has not come yet. `date`
    DateInFuture,
    /// Its day lies before the end of the phase. `date`, `end`
    DateBeforeEnd,
    /// There is no place before the date.
    PlaceMissing,
    /// There is nothing after the number.
    SymbolMissing,
    /// Nobody is named after "Kính gửi:".
    AddresseeMissing,
    /// There are no lines under "Nơi nhận:".
    RecipientsMissing,
    /// None of them begins with "Lưu".
    ArchiveMissing,
    /// There is no name under the signature.
    SignerNameMissing,
    /// There is no title above it.
    SignerTitleMissing,
    /// There is no "TM. …" above the title.
    SignerAuthorityMissing,
    /// A text names another term than the plan. `found`, `wanted`
    OtherTerm,
    /// A text gives a congress another number than the plan. `found`, `wanted`
    OtherCongress,
    /// A text names another phase than the one that is reported. `found`, `wanted`
    OtherPhase,
    /// A number in a text is not that of its figure. `found`, `name`, `period`, `cumulative`
    TotalDiffers,
    /// A number stands in a text and nobody has entered its figure. `found`, `name`
    TotalUnknown,
    /// A place to fill in by hand was left. `found`, `section`
    GapLeft,
    /// A section says nothing at all. `section`
    SectionEmpty,
    /// A section says that nothing happened. `section`
    SectionTellsNothing,
    /// The program would write something else than it did when the official wrote his own. `section`
    SectionOutdated,
    /// Indicators that activities of the phase ask for are not filled in. `group`, `names`, `n`
    IndicatorsMissing,
    /// A figure is a tenth of the previous phase, or less. `name`, `old`, `new`, `unit`
    FigureFell,
    /// A figure is ten times that of the previous phase, or more. `name`, `old`, `new`, `unit`
    FigureRose,
    /// A rule of the plan between figures does not hold. `because`, `left`, `right`
    FigureRuleBroken,
    /// Reports of units came, were corrected or left after the figures were frozen. `on`, `units`, `figures`
    ChangedSinceFrozen,
    /// An activity is not done and nothing is noted. `title`
    ActivityWithoutNote,
    /// A file of evidence is no longer beside the book. `file`, `title`
    EvidenceMissing,
    /// The book holds invented data.
    SampleReport,
    /// Something is not as the official form wants it; `form` says which of its rules. `found`, `expected`
    OfForm,
}

/// How bad it is. Nothing forbids anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Phải sửa.
    MustMend,
    /// Nên xem lại.
    PleaseLook,
}

/// A field of the head or foot of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeadField {
    /// Số.
    Number,
    /// Ngày.
    DatedOn,
    /// Kính gửi.
    Addressees,
    /// Nơi nhận.
    Recipients,
    /// Người ký.
    Signer,
}

/// A part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SettingsPart {
    /// Our unit.
    Unit,
    /// Who signs.
    Signers,
    /// The book itself.
    Book,
}

/// Where a finding leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingPlace {
    /// A field of the head or foot.
    Head {
        /// Which.
        field: HeadField,
    },
    /// A text, and the words in it.
    Section {
        /// Code of the section.
        code: String,
        /// What was found there; empty for the section as a whole.
        found: String,
    },
    /// A cell of the table of figures.
    Figure {
        /// Code of the indicator.
        indicator: String,
        /// Code of the split, or empty.
        split: String,
    },
    /// An activity.
    Activity {
        /// Its code.
        code: String,
    },
    /// The consolidation of the phase, where figures are frozen.
    Consolidation,
    /// The settings.
    Settings {
        /// Which part.
        part: SettingsPart,
    },
}

/// One thing that the check has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// Names it among those of its report, as long as it is about the same place: `total_differs@section:III.2.4:15 cuộc`.
    pub key: String,
    /// What was looked for.
    pub rule: CheckRule,
    /// How bad it is.
    pub severity: Severity,
    /// Where it leads.
    pub place: FindingPlace,
    /// Which rule of the official form, for one of these.
    pub form: Option<FormRule>,
    /// What its sentence takes.
    pub fields: BTreeMap<String, String>,
    /// True if the official has said that it is right as it is, and nothing has changed since.
    pub is_seen: bool,
}

/// What the check of a report found, the worst first; what was seen comes last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportCheck {
    /// Code of the phase.
    pub phase: String,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Of these, what must be mended and was not seen.
    pub n_must: u32,
    /// What should be looked at and was not seen.
    pub n_look: u32,
    /// What was seen.
    pub n_seen: u32,
}
