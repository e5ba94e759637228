//! What the user sets: the look of the window, and rules that the plan leaves open.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Language of the window. Documents are always in Vietnamese.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How the window looks; not part of the history, Ctrl+Z does not touch it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Preferences {
    /// Language of the window.
    pub language: Language,
    /// Colours of the window.
    pub theme: Theme,
    /// Size of the text in percent: 100 to 150.
    pub text_size: u8,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences { language: Language::default(), theme: Theme::default(), text_size: 100 }
    }
}

/// When the report of a phase is due. The plan sets no day (DOMAIN.md, section 0, item 6), so this is a setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DueRule {
    /// Days after the end of the phase.
    pub days_after_end: i32,
    /// True until the user has confirmed or changed what the program proposes.
    pub is_proposed: bool,
    /// Phases with a day of their own, which wins over the rule.
    pub fixed: Vec<FixedDue>,
}

/// A phase report with a due day of its own, for instance by a letter of the superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FixedDue {
    /// Code of the phase.
    pub phase: String,
    /// The day it is due.
    pub due_on: NaiveDate,
}
