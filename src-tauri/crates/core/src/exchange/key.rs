//! The key of an office: made by the program, kept in the book, never in a file that leaves the house.

use ed25519_dalek::{Signature, SigningKey, VerifyingKey, ed25519::signature::Signer as _};
use sha2::{Digest as _, Sha256};

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::{from_hex, hex, sha256};
use crate::store;

/// Signs what leaves our office.
pub(crate) struct OfficeKey(SigningKey);

impl OfficeKey {
    /// The public half, in hex.
    pub(crate) fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    /// The signature of these bytes, in hex.
    pub(crate) fn sign(&self, bytes: &[u8]) -> String {
        hex(&self.0.sign(bytes).to_bytes())
    }

    pub(crate) fn from_secret(secret: [u8; 32]) -> OfficeKey {
        OfficeKey(SigningKey::from_bytes(&secret))
    }
}

impl Book {
    /// The key of our office. The first time it is asked for, it is made and kept.
    ///
    /// # Errors
    /// What SQLite reports; `damaged` if what is kept is no key.
    pub(crate) fn office_key(&self) -> Result<OfficeKey> {
        let damaged = || Error::refused(ErrorCode::Damaged, "reading the key of the office");
        let kept = match store::office_key::find(&self.connection)? {
            Some(kept) => kept,
            None => {
                store::office_key::keep(&self.connection, &hex(&self.new_secret()?))?;
                // Another program may have made one in the same moment: the one that is kept counts.
                store::office_key::find(&self.connection)?.ok_or_else(damaged)?
            }
        };
        let secret = from_hex(&kept).and_then(|bytes| bytes.try_into().ok()).ok_or_else(damaged)?;
        Ok(OfficeKey::from_secret(secret))
    }

    /// By chance; in a book with invented data, which real books refuse, by the name of the unit: the sample reports have the
    /// same bytes whenever they are made.
    fn new_secret(&self) -> Result<[u8; 32]> {
        if let Some((_, unit)) = store::unit::find_ours(&self.connection)?.filter(|_| self.is_sample()) {
            return Ok(Sha256::digest(format!("so-tuyen-giao sample {}", unit.name)).into());
        }
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| {
            Error::io("read chance from", "the system".as_ref())(std::io::Error::other(error.to_string()))
        })?;
        Ok(secret)
    }

    /// What officials compare by telephone: the fingerprint of our key.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn fingerprint(&self) -> Result<String> {
        Ok(fingerprint(&self.office_key()?.public()))
    }
}

/// True if `signature` is that of the owner of `key` over `bytes`; anything that is no key or no signature is none.
pub(crate) fn is_signed_by(key: &str, bytes: &[u8], signature: &str) -> bool {
    let key = from_hex(key).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let key = key.and_then(|key| VerifyingKey::from_bytes(&key).ok());
    let signature = from_hex(signature).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
    match (key, signature) {
        // Strict: of one text there is one signature, so that nobody makes a second file that counts as another one.
        (Some(key), Some(signature)) => key.verify_strict(bytes, &Signature::from_bytes(&signature)).is_ok(),
        _ => false,
    }
}

/// A public key as people read it aloud: sixteen letters and digits of its hash in groups of four.
pub fn fingerprint(key: &str) -> String {
    let hash = sha256(key.as_bytes()).to_uppercase();
    let groups: Vec<&str> = (0..4).filter_map(|group| hash.get(4 * group..4 * group + 4)).collect();
    groups.join("-")
}
