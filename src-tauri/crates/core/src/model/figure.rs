//! Figures: what is counted, and the four kinds of empty.

use serde::{Deserialize, Serialize};

use super::Coverage;

/// What stands in one place of the table of figures. The last three are the kinds of empty besides the number 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FigureState {
    /// A number, 0 included.
    Number,
    /// Không có: the unit has nothing of the kind.
    Nothing,
    /// Không áp dụng: the question does not arise for the unit.
    NotApplicable,
    /// Chưa báo cáo: nobody has said anything.
    #[default]
    NotReported,
}

/// One value with its text in Vietnamese form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureCell {
    /// Which kind of thing it is.
    pub state: FigureState,
    /// The number times 10 to the power of the indicator's decimals: 1.234,5 with one decimal is 12345.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub value: Option<i64>,
    /// The number as it is printed: "24.500"; empty where there is none.
    pub text: String,
    /// True if it is an estimate (ước tính).
    pub is_estimate: bool,
}

impl FigureCell {
    /// As documents print it: the four kinds of empty, each by its own name.
    pub fn printed(&self) -> &str {
        match self.state {
            FigureState::Number => &self.text,
            FigureState::Nothing => "Không có",
            FigureState::NotApplicable => "Không áp dụng",
            FigureState::NotReported => "Chưa báo cáo",
        }
    }
}

/// One line of the table of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureRow {
    /// Code of the indicator: "TQ03".
    pub indicator: String,
    /// Code of the split, empty for the line of the indicator itself.
    pub split: String,
    /// Name of the indicator or of the split.
    pub label: String,
    /// "cuộc", "lượt", "%".
    pub unit: String,
    /// Digits after the comma: 0 to 2.
    pub decimals: u8,
    /// False where the line is reckoned from others (a total of splits, a percentage) and cannot be typed.
    pub is_editable: bool,
    /// What was typed here: for the phase, or for the activity when the row belongs to one.
    pub entered: FigureCell,
    /// Sum of what the activities of the phase brought; `not_reported` if none did.
    pub from_activities: FigureCell,
    /// What our unit did itself in this period: typed and brought by activities together.
    #[serde(default)]
    pub own: FigureCell,
    /// What the units below brought, as it was frozen; `not_reported` where nothing was.
    #[serde(default)]
    pub below: FigureCell,
    /// Of how many units that is; `None` where nothing was frozen.
    #[serde(default)]
    pub coverage: Option<Coverage>,
    /// This period: own and below together.
    pub period: FigureCell,
    /// From the first phase to this one.
    pub cumulative: FigureCell,
    /// What a directive asks for: "100%"; empty if nothing.
    pub target: String,
    /// Where the indicator comes from.
    pub source: String,
}

impl FigureRow {
    /// False for a split that nobody reported: it says no more than the line above it.
    pub fn is_printed(&self) -> bool {
        self.split.is_empty() || self.cumulative.state != FigureState::NotReported
    }

    /// What documents remark on it.
    pub fn remark(&self) -> String {
        let mut remarks = Vec::new();
        if self.period.is_estimate || self.cumulative.is_estimate {
            remarks.push("Ước tính".to_owned());
        }
        if !self.target.is_empty() {
            remarks.push(format!("Chỉ tiêu giao: {}", self.target));
        }
        remarks.join("; ")
    }
}

/// Lines of the table of figures under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureGroup {
    /// Code in the plan.
    pub code: String,
    /// Name on the screen and in the annex.
    pub name: String,
    /// Its lines; splits follow their indicator.
    pub rows: Vec<FigureRow>,
}

/// The figures of one phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureTable {
    /// Code of the phase.
    pub phase: String,
    /// Headings in the order of the plan.
    pub groups: Vec<FigureGroup>,
    /// Indicators about which something was said.
    pub n_reported: u32,
    /// All indicators that can be typed.
    pub n_indicators: u32,
}

impl FigureTable {
    /// True once what the units below brought was frozen for it.
    pub fn is_consolidated(&self) -> bool {
        self.groups.iter().flat_map(|group| &group.rows).any(|row| row.coverage.is_some())
    }
}

/// What is typed into one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureInput {
    /// Code of the phase.
    pub phase: String,
    /// Code of the activity it belongs to; `None` for the phase as a whole.
    pub activity: Option<String>,
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split; empty if the indicator has none.
    pub split: String,
    /// `number` takes `text`; `not_reported` removes what was there.
    pub state: FigureState,
    /// The number as typed: "24.500", "24500", "1.234,5".
    pub text: String,
    /// Ước tính.
    pub is_estimate: bool,
}
