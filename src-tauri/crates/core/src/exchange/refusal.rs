//! Why a sealed file is refused.

use super::envelope::SealFault;
use crate::error::{Error, ErrorCode};
use crate::model::{EXCHANGE_FORMAT, SealedKind};

/// The refusal of a file that was not opened.
pub(super) fn of_fault(fault: SealFault) -> Error {
    match fault {
        SealFault::Damaged => refused(ErrorCode::FileDamaged),
        SealFault::Forged => refused(ErrorCode::FileForged),
        SealFault::OtherKind(kind) => refused(ErrorCode::FileOfOtherKind).with("kind", code_of(kind)),
        SealFault::TooNew(found) => {
            refused(ErrorCode::TooNew).with("what", "file").with("found", found).with("known", EXCHANGE_FORMAT)
        }
    }
}

/// A refusal of a sealed file.
pub(super) fn refused(code: ErrorCode) -> Error {
    Error::refused(code, "opening a sealed file")
}

fn code_of(kind: SealedKind) -> &'static str {
    match kind {
        SealedKind::Campaign => "campaign",
        SealedKind::Report => "report",
        SealedKind::Return => "return",
        SealedKind::Receipt => "receipt",
    }
}
