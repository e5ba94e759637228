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

/// Who keeps a folder besides this PC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Keeper {
    /// Microsoft's.
    OneDrive,
    /// Google's.
    GoogleDrive,
    /// Dropbox.
    Dropbox,
    /// Apple's.
    ICloud,
    /// Box.
    Box,
    /// Nextcloud or ownCloud, on a server of the office.
    Nextcloud,
    /// Synology's, on a server of the office.
    SynologyDrive,
    /// A folder of another PC or of a server.
    NetworkShare,
}

impl Keeper {
    /// The name that users know; a network share has none.
    pub fn name(self) -> &'static str {
        match self {
            Keeper::OneDrive => "OneDrive",
            Keeper::GoogleDrive => "Google Drive",
            Keeper::Dropbox => "Dropbox",
            Keeper::ICloud => "iCloud Drive",
            Keeper::Box => "Box",
            Keeper::Nextcloud => "Nextcloud",
            Keeper::SynologyDrive => "Synology Drive",
            Keeper::NetworkShare => "",
        }
    }
}

/// The data folder, as settings show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DataFolder {
    /// Where it is.
    pub path: String,
    /// Why it is there.
    pub kind: PlaceKind,
    /// False if it was moved to a place that cannot be reached now.
    pub is_reachable: bool,
    /// Size of everything in it.
    pub n_bytes: u64,
    /// What is free beside it; `None` if the system does not say.
    pub free_bytes: Option<u64>,
    /// Who else keeps it: then the book is in danger.
    pub keeper: Option<Keeper>,
    /// The usual folder, if the books are in danger where they are and would be safe there.
    pub safe_place: Option<String>,
    /// What was left behind at the place that the books were moved from last; the user may delete it.
    pub left_behind: Option<String>,
}

/// What moving the data folder will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MovePreview {
    /// Where it is now.
    pub from: String,
    /// Where it will be: the folder that was chosen, or a new one in it if there is something in it.
    pub to: String,
    /// Files to copy.
    pub n_files: u64,
    /// Their size.
    pub n_bytes: u64,
    /// What is free there.
    pub free_bytes: Option<u64>,
    /// Who else keeps that place: then the move must be insisted on.
    pub keeper: Option<Keeper>,
}

/// What a move is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MoveStep {
    /// Closing the books, looking at what there is.
    Preparing,
    /// Copying.
    Copying,
    /// Reading the copy again and comparing.
    Verifying,
    /// The copy becomes the book.
    Switching,
    /// Putting the old data aside.
    Finishing,
}

/// How far a move is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MoveProgress {
    /// What it is doing.
    pub step: MoveStep,
    /// Files of this step that are done.
    pub n_files_done: u64,
    /// Files to do.
    pub n_files: u64,
    /// Bytes of this step that are done.
    pub n_bytes_done: u64,
    /// Bytes to do.
    pub n_bytes: u64,
}
