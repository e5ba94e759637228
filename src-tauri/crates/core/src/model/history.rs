//! The log of named changes.

use serde::{Deserialize, Serialize};

use super::StepId;

macro_rules! define_ops {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// The name of a change. Its words are in the catalogue of the window.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum Op {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Op {
            /// Every operation.
            pub const ALL: &'static [Op] = &[$(Op::$name),+];

            /// The name under which the log keeps it.
            pub fn code(self) -> &'static str {
                match self { $(Op::$name => $code,)+ }
            }

            /// The operation of that name.
            pub fn from_code(code: &str) -> Option<Op> {
                match code { $($code => Some(Op::$name),)+ _ => None }
            }
        }
    };
}

define_ops! {
    /// The book was set up: unit, signer, plan, dates.
    SetUp = "set_up",
    /// Facts of our unit.
    SetUnit = "set_unit",
    /// A signer was added or changed.
    SetSigner = "set_signer",
    /// A signer was removed.
    RemoveSigner = "remove_signer",
    /// A milestone was given another date.
    SetMilestone = "set_milestone",
    /// The rule for the due days of reports.
    SetDueRule = "set_due_rule",
    /// State of one activity or of many.
    SetProgress = "set_progress",
    /// The note of an activity.
    SetNote = "set_note",
    /// Files became evidence.
    AddFiles = "add_files",
    /// A link became evidence.
    AddLink = "add_link",
    /// Evidence was removed.
    RemoveEvidence = "remove_evidence",
    /// An activity of our own was added.
    AddActivity = "add_activity",
    /// An activity of our own was changed.
    EditActivity = "edit_activity",
    /// An activity of our own was removed.
    RemoveActivity = "remove_activity",
    /// A figure was entered, changed or removed.
    SetFigure = "set_figure",
    /// Number, date, recipients or signer of a report.
    SetReportHead = "set_report_head",
    /// The official form of a report.
    SetReportForm = "set_report_form",
    /// An official form of the office's own was added or changed.
    SetForm = "set_form",
    /// An official form of the office's own was removed.
    RemoveForm = "remove_form",
    /// The text of a section of a report.
    SetReportSection = "set_report_section",
    /// The report was sent, or was not after all.
    SetReportState = "set_report_state",
    /// Which annexes a report has.
    SetReportAnnexes = "set_report_annexes",
    /// The photos of a report.
    SetReportPhotos = "set_report_photos",
    /// A finding of the check before signing was looked at, or is open again.
    SetFindingSeen = "set_finding_seen",
    /// A report that was sent is being corrected.
    CorrectReport = "correct_report",
    /// A unit below ours was added.
    AddUnit = "add_unit",
    /// Facts or contacts of a unit below ours.
    EditUnit = "edit_unit",
    /// A unit that was added by mistake was removed.
    RemoveUnit = "remove_unit",
    /// A unit was renamed, moved, closed, merged or split.
    ChangeStructure = "change_structure",
    /// Units came from a list.
    ImportUnits = "import_units",
    /// A kind of unit was added or changed.
    SetUnitKind = "set_unit_kind",
    /// A due day for a level.
    SetLevelDue = "set_level_due",
    /// A unit was given another day, or was let off.
    SetException = "set_exception",
    /// Reports of units were entered in the register.
    SetReceived = "set_received",
    /// Which day decides whether a report is late.
    SetLateBy = "set_late_by",
    /// The congress of a unit.
    SetCongress = "set_congress",
    /// Units were reminded.
    AddReminders = "add_reminders",
    /// A Word template of the office's own was kept, or replaced.
    AddTemplate = "add_template",
    /// A Word template was removed.
    RemoveTemplate = "remove_template",
    /// The form in which a report is written out.
    SetReportTemplate = "set_report_template",
    /// What the units below brought to a phase was frozen.
    FreezeConsolidation = "freeze_consolidation",
    /// The text of a unit was picked for our report.
    PickNarrative = "pick_narrative",
    /// A report of a unit went back to be corrected.
    ReturnReport = "return_report",
    /// Our report came back to be corrected.
    TakeReturn = "take_return",
    /// A receipt was given for a report.
    GiveReceipt = "give_receipt",
    /// A receipt came for our report.
    TakeReceipt = "take_receipt",
    /// Excel forms were made for units.
    MakeForms = "make_forms",
    /// A report was entered for a unit.
    EnterReport = "enter_report",
    /// Reports of units were sent on to the office above.
    ForwardReports = "forward_reports",
    /// The plan was amended from a template.
    AmendPlan = "amend_plan",
    /// The plan file for the units below ours was issued.
    IssueCampaign = "issue_campaign",
    /// A plan file of the office that leads the campaign was taken over.
    TakeCampaign = "take_campaign",
    /// Files of units were accepted.
    AcceptFiles = "accept_files",
}

/// Whether an entry of the log is a change, or takes one back, or does it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// A change.
    Do,
    /// A change was taken back.
    Undo,
    /// A change taken back was done again.
    Redo,
}

/// A change that can be named to the user: "Đánh dấu đã xong: Treo băng rôn".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StepLabel {
    /// The change.
    pub step: StepId,
    /// Its name.
    pub op: Op,
    /// What it was about: the title of the activity, the name of the milestone …; may be empty.
    pub subject: String,
    /// How many things it touched, for bulk ticking.
    pub count: u32,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HistoryEntry {
    /// The change it speaks of; for an undo or redo, the one taken back or done again.
    pub label: StepLabel,
    /// Change, undo or redo.
    pub kind: StepKind,
    /// Instant, UTC, RFC 3339.
    pub at: String,
    /// Who did it: the name of the account on the PC.
    pub who: String,
    /// True for a change that is taken back now.
    pub is_undone: bool,
}

/// Answer to a change: what was done, so that a toast can offer to take it back. `None` if nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Outcome {
    /// The change in the log.
    pub step: Option<StepLabel>,
}
