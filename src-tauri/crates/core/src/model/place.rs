//! The folder in which the books lie.

use serde::{Deserialize, Serialize};

/// Why the books lie where they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// The place was named when the program was started (`--book`).
    Asked,
    /// Beside the program: nothing is written elsewhere.
    Portable,
    /// Where the user has moved the folder to.
    Moved,
    /// In the system's folder for data of programs.
    Usual,
}
