//! Newtype ids, so that the id of a unit cannot be given for that of a piece of evidence.

use serde::{Deserialize, Serialize};

macro_rules! define_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+};
}

define_ids! {
    /// A node of the organisation.
    UnitId,
    /// One plan being carried out.
    CampaignId,
    /// A row of the table `activity`; outside the store an activity is named by its code.
    ActivityId,
    /// A file or a link that belongs to an activity.
    EvidenceId,
    /// A person who may sign.
    SignerId,
    /// A Word template of the office's own.
    TemplateId,
    /// A file that came of a unit below ours.
    ReceivedFileId,
    /// One named change in the log.
    StepId,
}
