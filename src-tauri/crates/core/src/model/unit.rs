//! The unit whose book this is, and who signs for it.

use serde::{Deserialize, Serialize};

use super::SignerId;

/// Level of a unit in the organisation. Which activities a unit has follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum UnitLevel {
    /// Liên đoàn Lao động tỉnh.
    Province,
    /// Liên đoàn Lao động huyện, thành phố.
    District,
    /// Công đoàn ngành.
    Sector,
    /// Công đoàn Viên chức tỉnh.
    PublicEmployees,
    /// Công đoàn xã, phường (since July 2025).
    Commune,
    /// Công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh.
    DirectGrassroots,
    /// Công đoàn cơ sở.
    Grassroots,
    /// Nghiệp đoàn.
    OccupationalUnion,
}

impl UnitLevel {
    /// Every level, from the province down: the order of a list to choose from.
    pub const ALL: [UnitLevel; 8] = [
        UnitLevel::Province,
        UnitLevel::District,
        UnitLevel::Sector,
        UnitLevel::PublicEmployees,
        UnitLevel::Commune,
        UnitLevel::DirectGrassroots,
        UnitLevel::Grassroots,
        UnitLevel::OccupationalUnion,
    ];
}

/// The unit whose book this is: what the head of its documents says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OurUnit {
    /// Full official name, as it stands in the head of a document: "Liên đoàn Lao động huyện Tam Đường".
    pub name: String,
    /// What decides which activities of a plan are ours.
    pub level: UnitLevel,
    /// Full name of the body directly above, printed over ours; empty for the highest one.
    pub superior: String,
    /// Place name before the date of a document: "Tam Đường".
    pub place: String,
    /// Letters after the hyphen of a document's symbol: "LĐLĐ" in 12/BC-LĐLĐ.
    pub symbol: String,
    /// Number of union members, where it is known; some activities apply from a number on.
    pub members: Option<u32>,
}

/// A person who signs, as the signature block prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Signer {
    /// `None` for one that is not stored yet.
    pub id: Option<SignerId>,
    /// First line, for instance "TM. BAN THƯỜNG VỤ"; DOMAIN.md A.3.
    pub authority: String,
    /// Second line, for instance "PHÓ CHỦ TỊCH".
    pub title: String,
    /// Full name under the signature.
    pub name: String,
    /// The one that a new report takes.
    pub is_default: bool,
}
