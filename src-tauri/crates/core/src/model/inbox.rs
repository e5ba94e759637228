//! What was dropped on the window: files of units, each with what becomes of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FormTrouble, ImportCandidate, UnitId};

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileFate {
    /// The first report of the unit for the phase.
    New,
    /// A later version of one that is here.
    Newer,
    /// The same report is here already, or stands in this drop once more.
    Same,
    /// A version before the one that counts; it is kept and does not count.
    Older,
    /// Not sent yet by the unit; taken only if somebody chooses so.
    Draft,
    /// Of which unit it is has to be said by hand.
    UnknownUnit,
    /// Signed by another key than the one that is known of the unit.
    KeyChanged,
    /// A Word document or an Excel table without our data.
    NoData,
    /// It cannot be read.
    Damaged,
    /// What it says is not what was signed.
    Forged,
    /// Made by a newer program.
    TooNew,
    /// Of another campaign.
    WrongCampaign,
    /// A plan file: it is opened elsewhere.
    PlanFile,
    /// A report that comes back to be corrected: it is opened elsewhere.
    Return,
    /// A receipt: it is opened elsewhere.
    Receipt,
    /// No report at all.
    Foreign,
}

/// Why. The words are in the catalogues; what they speak of is in `fields`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FateReason {
    /// Nothing to be said of it.
    None,
    /// The same report stands in this drop under another name (`other`).
    SameInDrop,
    /// The same report came before (`on`).
    SameAsKept,
    /// A later version is here (`version`).
    LaterKept,
    /// The version that counts until now (`version`).
    Replaces,
    /// Its end is missing, or it was changed on the way.
    Broken,
    /// It cannot be opened: another program holds it, or it may not be read.
    Unreadable,
    /// Larger than what is read (`limit_mb`).
    TooBig,
    /// It would unpack to more than it may.
    Bomb,
    /// A packed file inside of packed files, too many times (`limit`).
    TooDeep,
    /// It is locked with a password.
    Locked,
    /// It brings a macro; no report of this program has one.
    Macro,
    /// The data in it cannot be read.
    DataBroken,
    /// The signature is not of this data.
    Signature,
    /// Its format (`format`) is newer than the one that is known.
    Format,
    /// It belongs to another plan (`plan`).
    OtherPlan,
    /// It belongs to the campaign of another office.
    OtherIssuer,
    /// The plan has no such phase (`phase`).
    OtherPhase,
    /// Invented data for trying the program; a real book does not take them.
    Sample,
    /// It is a report of our own office.
    OwnReport,
    /// The name is that of one unit here; it came without a plan file and is to be confirmed.
    ByName,
    /// Nobody here has this name in files, or this name.
    NoSuchUnit,
    /// Another key than the known one (`known`: its fingerprint).
    OtherKey,
    /// Nobody signed it, and this unit signs what it sends.
    Unsigned,
    /// A Word document that carries no data.
    PlainWord,
    /// An Excel table that is no form of ours.
    PlainExcel,
    /// Another kind of file of this program.
    OtherKind,
    /// A kind of file that is no report.
    NoReport,
    /// It was not sent yet.
    NotSent,
}

/// A line of a document that is no longer what left the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LineEdit {
    /// What it said; empty for a line that was added.
    pub before: String,
    /// What it says; empty for a line that was removed.
    pub after: String,
    /// Names of the indicators whose figure stands otherwise in the text than in the data.
    pub indicators: Vec<String>,
}

/// One file of a drop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InboxFile {
    /// By which a choice names it.
    pub id: String,
    /// Its name as it lies on the disk.
    pub name: String,
    /// The folder, as far as it lies below what was dropped; may be empty.
    pub folder: String,
    /// Its name inside of packed files, the outermost first; none for a file that lies open.
    pub inside: Vec<String>,
    /// Bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: i64,
    /// What becomes of it.
    pub fate: FileFate,
    /// Why.
    pub reason: FateReason,
    /// What the words speak of.
    pub fields: BTreeMap<String, String>,
    /// Whose it is, where that is known.
    pub unit: Option<UnitId>,
    /// Its name: as our office has it, else as the file says.
    pub unit_name: String,
    /// The one above it, as the file says.
    pub superior: String,
    /// Units that it may be of.
    pub candidates: Vec<ImportCandidate>,
    /// Code of the phase; empty if the file does not say.
    pub phase: String,
    /// Version; 0 if the file does not say.
    pub version: u32,
    /// "12/BC-CĐCS"; may be empty.
    pub number: String,
    /// Day of the document.
    pub dated_on: Option<NaiveDate>,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Fingerprint of the key that signed it; empty for what nobody signed.
    pub fingerprint: String,
    /// True if no key of the unit is known yet.
    pub is_first_key: bool,
    /// True for invented data.
    pub is_sample: bool,
    /// Lines that were changed after it left the program.
    pub edits: Vec<LineEdit>,
    /// How many there are; of very many only the first are in `edits`.
    pub n_edits: u32,
    /// Places of an Excel form that were not understood.
    pub troubles: Vec<FormTrouble>,
    /// How many there are; of very many only the first are in `troubles`.
    pub n_troubles: u32,
    /// False for an Excel form, and for anything that is no report.
    pub is_signed: bool,
}

/// What was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Inbox {
    /// Of all that is shown: what is accepted must be what was looked at.
    pub digest: String,
    /// One line per file found, by unit, phase, version.
    pub files: Vec<InboxFile>,
    /// Files beyond the number that is looked at.
    pub n_left_out: u32,
}

/// The folder into which the office saves what it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WatchedFolder {
    /// Where it is.
    pub path: String,
    /// False if it cannot be reached now.
    pub is_there: bool,
    /// Files that came, or changed, since the folder was looked at last.
    pub n_new: u32,
}

/// What the official decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct InboxChoice {
    /// Of the preview; `None` accepts whatever is there.
    pub digest: Option<String>,
    /// Files that are not taken.
    pub skipped: Vec<String>,
    /// Drafts that are taken all the same.
    pub drafts: Vec<String>,
    /// Keys that were confirmed.
    pub keys: Vec<ConfirmedKey>,
    /// Files without a signature of which the unit says by telephone that they are its own.
    pub unsigned: Vec<String>,
    /// Whose a file is.
    pub units: Vec<AssignedUnit>,
    /// True to take the unit that a name stands for where it is exactly one.
    pub accept_names: bool,
}

/// A new key of a unit, compared by telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConfirmedKey {
    /// Whose.
    pub unit: UnitId,
    /// The fingerprint that was compared.
    pub fingerprint: String,
}

/// A file of which somebody said whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AssignedUnit {
    /// Which file.
    pub file: String,
    /// Whose.
    pub unit: UnitId,
}

impl InboxFile {
    /// Where it stands among the others; see [`FileFate::rank`]. What will be taken and was edited afterwards, or not understood
    /// in places, is to be looked at and stands right after what is to be decided; our own report needs nothing.
    pub fn rank(&self) -> u8 {
        const TO_BE_LOOKED_AT: u8 = 3;
        const OWN_REPORT: u8 = 10;
        let is_doubtful = self.n_edits > 0 || self.n_troubles > 0;
        let will_be_taken = self.fate == FileFate::New || self.fate == FileFate::Newer;
        if will_be_taken && is_doubtful {
            TO_BE_LOOKED_AT
        } else if self.reason == FateReason::OwnReport {
            OWN_REPORT
        } else {
            self.fate.rank()
        }
    }
}

impl FileFate {
    /// Where such a file stands among the others: what asks for a decision first, then what is taken, then what is known, and
    /// what is of no use at the end; of that first what the unit has to be told of.
    pub fn rank(self) -> u8 {
        match self {
            FileFate::KeyChanged => 0,
            FileFate::UnknownUnit => 1,
            FileFate::Draft => 2,
            FileFate::New => 4,
            FileFate::Newer => 5,
            FileFate::Older => 6,
            FileFate::Same => 7,
            FileFate::Forged => 8,
            FileFate::WrongCampaign => 9,
            FileFate::TooNew => 10,
            FileFate::NoData => 11,
            FileFate::Damaged => 12,
            FileFate::PlanFile | FileFate::Return | FileFate::Receipt => 13,
            FileFate::Foreign => 14,
        }
    }

    /// True if such a file is taken when nobody says otherwise.
    pub fn is_taken(self) -> bool {
        match self {
            FileFate::New | FileFate::Newer | FileFate::Older => true,
            FileFate::Same
            | FileFate::Draft
            | FileFate::UnknownUnit
            | FileFate::KeyChanged
            | FileFate::NoData
            | FileFate::Damaged
            | FileFate::Forged
            | FileFate::TooNew
            | FileFate::WrongCampaign
            | FileFate::PlanFile
            | FileFate::Return
            | FileFate::Receipt
            | FileFate::Foreign => false,
        }
    }
}
