//! Charts of a report: what is compared, before anybody draws it.

use serde::{Deserialize, Serialize};

/// A chart of bars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// Code within the report: "progress", "figures:visual".
    pub code: String,
    /// What it shows.
    pub title: String,
    /// What the bars of one line are: this period and cumulative, or only one of them.
    pub series: Vec<String>,
    /// Bars that are counted in the same unit and drawn to one scale.
    pub panels: Vec<ChartPanel>,
}

/// Bars of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartPanel {
    /// "cuộc", "lượt", "%".
    pub unit: String,
    /// Its lines.
    pub bars: Vec<ChartBar>,
}

/// A line of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartBar {
    /// What was counted.
    pub label: String,
    /// One value for each series.
    pub values: Vec<ChartValue>,
}

/// A value and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartValue {
    /// In hundredths; `None` where there is no number, and then there is no bar.
    pub hundredths: Option<i64>,
    /// "24.500", "Chưa báo cáo".
    pub text: String,
}
