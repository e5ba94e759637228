//! Phase reports: what is owed, the draft, and all that the printed document says.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AnnexOffer, Chart, Evidence, FigureTable, FormProfile, ProgressState, ReportForm, ReportPhoto, RichText, Signer,
    TextChange, TextSource,
};

/// Where a report stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Soạn: being written.
    #[default]
    Draft,
    /// Đã gửi.
    Sent,
    /// Đã nhận: the superior has received it.
    Received,
    /// Trả lại: the superior has returned it.
    Returned,
    /// Chấp nhận.
    Accepted,
}

/// One report that is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportRow {
    /// Code of the phase.
    pub phase: String,
    /// "Đợt 1".
    pub phase_name: String,
    /// What the phase is about.
    pub phase_title: String,
    /// Where it stands.
    pub state: ReportState,
    /// Day it is due; `None` while the end of the phase is unknown.
    pub due_on: Option<NaiveDate>,
    /// True where the due day comes from the rule that the program proposes.
    pub is_proposed: bool,
    /// Days until it is due, for one that is not sent nor late.
    pub days_left: Option<i32>,
    /// Days late: for one not sent, until today; for one sent, until the day it was sent.
    pub days_late: Option<i32>,
    /// Number of the document, empty while it has none.
    pub number: String,
    /// Day of the document.
    pub dated_on: Option<NaiveDate>,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// How far the phase is: activities done.
    pub n_done: u32,
    /// Activities that count.
    pub n_applicable: u32,
    /// Sections whose text the official has changed.
    pub n_kept_sections: u32,
}

/// What the official can change in the head and the foot of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportHead {
    /// Number, without the symbol; empty prints a gap to fill in by hand.
    pub number: String,
    /// Day of the document; `None` prints a gap.
    pub dated_on: Option<NaiveDate>,
    /// Lines after "Kính gửi:".
    pub addressees: Vec<String>,
    /// Lines after "Nơi nhận:", without the dash.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportSection {
    /// Code in the outline.
    pub code: String,
    /// "I", "2", "2.1".
    pub number: String,
    /// Title as printed.
    pub title: String,
    /// 1 for I, II …; 2 for 1, 2 …; 3 for 2.1 …
    pub level: u8,
    /// False for a heading that only holds others.
    pub has_text: bool,
    /// What the program writes now, from what was ticked, noted and counted.
    pub composed: RichText,
    /// What the official wrote instead, if so, with the figures of now.
    pub kept: Option<RichText>,
    /// What each block of the text that is printed was written from: as many as it has blocks.
    pub sources: Vec<Vec<TextSource>>,
    /// What the program would write otherwise since the official wrote his own, in the order of the text.
    pub changes: Vec<TextChange>,
}

impl ReportSection {
    /// The text that is printed.
    pub fn text(&self) -> &RichText {
        self.kept.as_ref().unwrap_or(&self.composed)
    }

    /// True if what the program would write has changed since the official wrote his own.
    pub fn is_outdated(&self) -> bool {
        !self.changes.is_empty()
    }
}

/// A report being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportDraft {
    /// What is owed.
    pub row: ReportRow,
    /// Head and foot.
    pub head: ReportHead,
    /// Body above ours, in capitals.
    pub superior: String,
    /// Our unit, in capitals.
    pub issuer: String,
    /// Symbol after the number: "BC-LĐLĐ".
    pub symbol: String,
    /// Place before the date.
    pub place: String,
    /// Subject under the type of the document.
    pub subject: String,
    /// First paragraph.
    pub opening: ReportSection,
    /// Sections I to VI with what is below them.
    pub sections: Vec<ReportSection>,
    /// Which official form it takes.
    pub form: ReportForm,
    /// The annex of figures.
    pub figures: FigureTable,
    /// The annexes that the report can have.
    pub annexes: Vec<AnnexOffer>,
    /// Name under which the file is proposed: safe letters, ends in .docx.
    pub file_name: String,
}

/// What is being typed into a report and is not saved yet: the preview shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TypedReport {
    /// Head and foot, if they are open.
    pub head: Option<ReportHead>,
    /// Sections that are open.
    pub sections: Vec<TypedSection>,
}

/// The text of a section as it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TypedSection {
    /// Code in the outline.
    pub code: String,
    /// Its text.
    pub text: RichText,
}

impl ReportDraft {
    /// The draft with what is being typed laid over it. What it does not have is left out.
    #[must_use]
    pub fn with_typed(mut self, typed: TypedReport) -> ReportDraft {
        if let Some(head) = typed.head {
            self.head = head;
        }
        for TypedSection { code, text } in typed.sections {
            let mut sections = std::iter::once(&mut self.opening).chain(&mut self.sections);
            if let Some(section) = sections.find(|section| section.code == code) {
                section.kept = Some(text);
            }
        }
        self
    }
}

/// All that the printed report says; made from a draft, read by the writers of documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportContent {
    /// The draft.
    pub draft: ReportDraft,
    /// Our unit as a sentence names it, not in capitals: the annexes say whose report they belong to.
    pub unit_name: String,
    /// The report says in its head that its data is invented.
    pub is_sample: bool,
    /// The official form that it is printed in.
    pub form: FormProfile,
    /// Tables behind the report, each on pages of its own.
    pub annexes: Vec<Annex>,
    /// Every chart that the text of the report may show.
    #[serde(default)]
    pub charts: Vec<Chart>,
    /// Codes of the charts that make an annex, on pages of their own.
    #[serde(default)]
    pub chart_annex: Vec<String>,
    /// Fingerprint of the key that signs the file, if it is to stand below the recipients.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// The photos, on pages of their own; empty where the report has none.
    #[serde(default)]
    pub photos: Vec<ReportPhoto>,
    /// The activities of the phase that apply to the unit, for tables of their own.
    pub activities: Vec<ReportedActivity>,
}

/// An activity of the phase as documents list it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedActivity {
    /// Name of its group in the plan.
    pub group: String,
    /// Its code.
    pub code: String,
    /// Its title, without a full stop.
    pub title: String,
    /// Where it stands.
    pub state: ProgressState,
    /// Day it is due.
    pub due_on: Option<NaiveDate>,
    /// Day it was done.
    pub done_on: Option<NaiveDate>,
    /// The day it was done in the words of documents, or "Đang triển khai"; empty for what was not begun.
    pub finished: String,
    /// What the official noted.
    pub note: String,
    /// Files and links.
    pub evidence: Vec<Evidence>,
}

/// An annex: a table with a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// "BIỂU SỐ LIỆU …", printed in capitals.
    pub title: String,
    /// Headings of the columns.
    pub columns: Vec<AnnexColumn>,
    /// The lines.
    pub rows: Vec<AnnexRow>,
    /// True for A4 across.
    pub is_landscape: bool,
    /// Lines under the table; may be empty.
    pub notes: Vec<String>,
}

/// A column of an annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexColumn {
    /// Heading.
    pub title: String,
    /// Width in millimetres.
    pub width_mm: u16,
    /// How the cells are set.
    pub align: Align,
    /// True if the cells are addresses, which a reader can follow.
    #[serde(default)]
    pub is_link: bool,
}

/// How the text of a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right: numbers.
    Right,
}

/// A line of an annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnnexRow {
    /// A heading over the whole width.
    Heading(String),
    /// One text per column.
    Cells(Vec<String>),
}
