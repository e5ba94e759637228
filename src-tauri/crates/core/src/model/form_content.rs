//! What could not be understood in an Excel form that came back.

use serde::{Deserialize, Serialize};

/// What is wrong with a place of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FormProblem {
    /// A cell for a figure says something else.
    NotAFigure,
    /// A formula without a result.
    BrokenFormula,
    /// The same line twice, with two different values; the first one was taken.
    Repeated,
    /// A line that the form does not have, with something filled in.
    UnknownLine,
    /// None of the four states.
    NotAState,
    /// No day.
    NotADay,
    /// A whole sheet is missing.
    MissingSheet,
    /// Nobody wrote the name of the unit into a form for whoever needs one.
    NoUnit,
}

/// A place of a form that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormTrouble {
    /// Name of the sheet as it is called now; empty if it is missing.
    pub sheet: String,
    /// "D12"; empty for a whole sheet.
    pub cell: String,
    /// What is wrong.
    pub problem: FormProblem,
    /// What stands there.
    pub found: String,
    /// All of it in one sentence that can be sent back to the unit.
    pub sentence: String,
}

/// The figures of one line in many forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormTotal {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split, or empty.
    pub split: String,
    /// The sum, times 10 to the power of the indicator's decimals.
    pub value: i64,
    /// The sum as it is printed.
    pub text: String,
    /// Forms that have a number there.
    pub n_forms: u32,
}
