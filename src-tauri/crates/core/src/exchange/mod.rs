//! Files between offices: sealed, sent by whatever way people send files, and never trusted.
//!
//! `key` and `envelope` seal and open; `carried` puts an envelope into a Word document and finds it there; `campaign` is the
//! plan file, from the office that leads a campaign to all units.

pub mod campaign;
pub mod carried;
pub mod envelope;
mod hex;
pub mod key;

use sha2::{Digest as _, Sha256};

/// Hash of bytes, in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex::encode(&Sha256::digest(bytes))
}
