//! A list of units from a spreadsheet: what was read, and what would become of each line.

use serde::{Deserialize, Serialize};

use super::{UnitContact, UnitFacts, UnitId};

/// What a column of the list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// The name of the unit.
    Name,
    /// The office's own code.
    Code,
    /// Name or code of the unit above it.
    Parent,
    /// Its kind or level.
    Kind,
    /// Number of members.
    Members,
    /// State or non-state sector.
    Sector,
    /// Whether it has a page on Facebook.
    Page,
    /// Department that follows it.
    FollowedBy,
    /// Title of a contact.
    ContactTitle,
    /// Telephone.
    Phone,
    /// E-mail.
    Email,
    /// Not read.
    Ignored,
}

/// How the letters of a file are coded, other than in Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LegacyLetters {
    /// TCVN3 (fonts .Vn…).
    Tcvn3,
    /// VNI (fonts VNI-…).
    Vni,
}

/// How a file is to be read. All `None` and empty: as the program finds best.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportChoices {
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// One per column, where the user said so.
    pub columns: Option<Vec<ImportField>>,
    /// The user agrees that the letters are converted.
    pub convert: Option<LegacyLetters>,
    /// Unit below which lines without a unit above go; `None`: ours.
    pub below: Option<UnitId>,
    /// Kind for lines without one.
    pub kind: Option<String>,
    /// Hash of the file as it was previewed; a file that has changed since is not accepted. `None`: not compared.
    pub sha256: Option<String>,
    /// For doubtful lines: which known unit the line is (`Some`), or that it is a new one (`None`), by number of line.
    pub decisions: Vec<(u32, Option<UnitId>)>,
}

/// What a line would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImportFate {
    /// A new unit.
    New,
    /// A known unit gets other facts.
    Changed,
    /// A known unit, nothing differs.
    Unchanged,
    /// It may be a known unit under a slightly different name: the user decides.
    Doubtful,
    /// It cannot be taken in; the problems say why.
    Refused,
}

/// A known unit that a doubtful line may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportCandidate {
    /// Which unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Name of the unit above it.
    pub parent_name: String,
    /// 0 to 100.
    pub likeness: u8,
}

/// One difference between a line and the known unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportDifference {
    /// What differs.
    pub field: ImportField,
    /// As it is known.
    pub old: String,
    /// As the line says.
    pub new: String,
}

/// Why a cell or a line is not as it should be. `problem` is a code that the catalogue has words for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportProblem {
    /// Which column, where it is one.
    pub field: Option<ImportField>,
    /// The line is refused: "name_missing", "name_twice", "unit_twice", "code_twice", "unknown_parent", "parent_is_itself",
    /// "parent_refused", "too_long". The cell alone is left out: "bad_number", "bad_truth", "bad_sector", "unknown_kind", "bad_email", "too_long".
    pub problem: String,
    /// What stands in the cell.
    pub value: String,
}

/// Why a row of the file is no line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImportLeftOut {
    /// A sum: "Tổng cộng".
    Total,
    /// A heading between lines that names no unit: "A. Khối trường học".
    Grouping,
    /// The headings again, or the numbers of the columns.
    Headings,
    /// Below the list: who made it, where and when.
    Foot,
    /// Our own unit.
    OurUnit,
}

/// A row below the headings that is no line of the list. Told, so that nothing is lost silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportRest {
    /// Number of the row in the file, from 1.
    pub row: u32,
    /// What stands in it.
    pub text: String,
    /// Why it is left out.
    pub why: ImportLeftOut,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportLine {
    /// Number of the row in the file, from 1.
    pub row: u32,
    /// What would become of it.
    pub fate: ImportFate,
    /// The known unit, for changed and unchanged ones.
    pub unit: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// The unit above it, as the line says or as was chosen; empty: ours.
    pub parent: String,
    /// Code of its kind.
    pub kind: String,
    /// Its facts.
    pub facts: UnitFacts,
    /// Its contact, if the list has one.
    pub contact: Option<UnitContact>,
    /// What differs from the known unit.
    pub differences: Vec<ImportDifference>,
    /// Known units that it may be.
    pub candidates: Vec<ImportCandidate>,
    /// What is wrong.
    pub problems: Vec<ImportProblem>,
}

/// What a file would do to the units. Nothing is written before it is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// Name of the file.
    pub file: String,
    /// Hash of its content: what is accepted must be what was previewed.
    pub sha256: String,
    /// Sheets of the file.
    pub sheets: Vec<String>,
    /// The one that was read.
    pub sheet: String,
    /// Row of the headings, from 1; 0 if there are none.
    pub heading_row: u32,
    /// Headings as they stand.
    pub headings: Vec<String>,
    /// What each column was taken for.
    pub columns: Vec<ImportField>,
    /// The letters look like these: the user is asked whether to convert.
    pub legacy: Option<LegacyLetters>,
    /// A few words before and after conversion, to decide by.
    pub legacy_examples: Vec<(String, String)>,
    /// The lines, blank ones left out.
    pub lines: Vec<ImportLine>,
    /// Rows below the headings that are no lines.
    pub left_out: Vec<ImportRest>,
    /// How many are new.
    pub n_new: u32,
    /// How many change.
    pub n_changed: u32,
    /// How many stay.
    pub n_unchanged: u32,
    /// How many are doubtful.
    pub n_doubtful: u32,
    /// How many cannot be taken in.
    pub n_refused: u32,
}
