//! Sealing and opening: a payload with the signature of the office that made it.
//!
//! Opening trusts nothing: the size is looked at before anything is unpacked, the format before the kind, the signature before
//! the payload is read.

use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::key::{OfficeKey, is_signed_by};
use crate::error::{Error, ErrorCode, Result};
use crate::hash::sha256;
use crate::model::{EXCHANGE_FORMAT, Envelope, SealedKind};

/// Largest envelope, in bytes. A report has about twenty thousand, a plan file with a thousand units a hundred thousand.
pub const SEALED_LIMIT: u64 = 16 * 1024 * 1024;

/// Largest payload once it is unpacked.
pub const PAYLOAD_LIMIT: u64 = 64 * 1024 * 1024;

/// The same of a report: it is read in thousands and unasked, and data in memory are larger than their text. One with twenty
/// thousand lines and every text as long as it may be has six megabytes.
pub const REPORT_LIMIT: u64 = 8 * 1024 * 1024;

fn payload_limit(kind: SealedKind) -> u64 {
    match kind {
        SealedKind::Report => REPORT_LIMIT,
        SealedKind::Campaign | SealedKind::Return | SealedKind::Receipt => PAYLOAD_LIMIT,
    }
}

/// A payload whose signature is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<T> {
    /// What it says.
    pub payload: T,
    /// Public key of the office that signed it, in hex.
    pub key: String,
    /// Hash of the payload, in hex: the same for every copy.
    pub sha256: String,
}

/// Why an envelope was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealFault {
    /// It is no envelope, or not a whole one.
    Damaged,
    /// Made by a newer program.
    TooNew(u32),
    /// It is another kind of file.
    OtherKind(SealedKind),
    /// The signature is not that of the key over the payload.
    Forged,
}

/// A payload as the text of an envelope.
///
/// # Errors
/// `io` when memory runs out.
pub(crate) fn seal(key: &OfficeKey, kind: SealedKind, payload: &impl Serialize) -> Result<String> {
    let failed = |error: std::io::Error| Error::io("seal", "payload".as_ref())(error);
    let bytes = serde_json::to_vec(payload).map_err(|error| failed(error.into()))?;
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&bytes).map_err(failed)?;
    let envelope = Envelope {
        format: EXCHANGE_FORMAT,
        kind,
        payload: STANDARD.encode(packed.finish().map_err(failed)?),
        key: key.public(),
        signature: key.sign(&signed_bytes(kind, &bytes)?),
    };
    serde_json::to_string(&envelope).map_err(|error| failed(error.into()))
}

/// The payload of an envelope of that kind.
///
/// # Errors
/// What is wrong with it.
pub fn open<T: DeserializeOwned>(text: &[u8], kind: SealedKind) -> std::result::Result<Opened<T>, SealFault> {
    let envelope = read(text)?;
    if envelope.kind != kind {
        return Err(SealFault::OtherKind(envelope.kind));
    }
    let bytes = unpack(&envelope.payload, payload_limit(kind)).ok_or(SealFault::Damaged)?;
    let signed = signed_bytes(kind, &bytes).map_err(|_| SealFault::Damaged)?;
    if !is_signed_by(&envelope.key, &signed, &envelope.signature) {
        return Err(SealFault::Forged);
    }
    let payload = serde_json::from_slice(&bytes).map_err(|_| SealFault::Damaged)?;
    Ok(Opened { payload, key: envelope.key, sha256: sha256(&bytes) })
}

/// The envelope itself, its payload not looked at.
///
/// # Errors
/// `Damaged`, `TooNew`.
pub fn read(text: &[u8]) -> std::result::Result<Envelope, SealFault> {
    #[derive(serde::Deserialize)]
    struct Format {
        format: u32,
    }
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > SEALED_LIMIT {
        return Err(SealFault::Damaged);
    }
    let Format { format } = serde_json::from_slice(text).map_err(|_| SealFault::Damaged)?;
    if format > EXCHANGE_FORMAT {
        return Err(SealFault::TooNew(format));
    }
    serde_json::from_slice(text).map_err(|_| SealFault::Damaged)
}

/// The kind belongs to what is signed: a receipt cannot be shown as a report.
fn signed_bytes(kind: SealedKind, payload: &[u8]) -> Result<Vec<u8>> {
    let kind = serde_json::to_string(&kind)
        .map_err(|error| Error::refused(ErrorCode::Damaged, "sealing").with("what", error))?;
    Ok([b"so-tuyen-giao/", kind.as_bytes(), b"\n", payload].concat())
}

fn unpack(payload: &str, limit: u64) -> Option<Vec<u8>> {
    let packed = STANDARD.decode(payload).ok()?;
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed.as_slice()).take(limit + 1).read_to_end(&mut bytes).ok()?;
    (u64::try_from(bytes.len()).ok()? <= limit).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> OfficeKey {
        OfficeKey::from_secret([seed; 32])
    }

    fn changed(sealed: &str, change: impl Fn(&mut Envelope)) -> Vec<u8> {
        let mut envelope: Envelope = serde_json::from_str(sealed).unwrap();
        change(&mut envelope);
        serde_json::to_vec(&envelope).unwrap()
    }

    #[test]
    fn what_is_sealed_is_opened_with_the_key_that_sealed_it() {
        let sealed = seal(&key(1), SealedKind::Report, &vec!["Báo cáo", "Đợt 1"]).unwrap();
        let opened: Opened<Vec<String>> = open(sealed.as_bytes(), SealedKind::Report).unwrap();
        assert_eq!((opened.payload.len(), opened.key), (2, key(1).public()));
    }

    #[test]
    fn an_envelope_that_was_changed_says_how() {
        let sealed = seal(&key(1), SealedKind::Report, &vec!["a"]).unwrap();
        let other = seal(&key(1), SealedKind::Report, &vec!["b"]).unwrap();
        let other: Envelope = serde_json::from_str(&other).unwrap();
        let opened = |bytes: &[u8]| open::<Vec<String>>(bytes, SealedKind::Report).unwrap_err();
        let cases = [
            (changed(&sealed, |envelope| envelope.payload = other.payload.clone()), SealFault::Forged),
            (changed(&sealed, |envelope| envelope.key = key(2).public()), SealFault::Forged),
            (changed(&sealed, |envelope| envelope.signature = other.signature.clone()), SealFault::Forged),
            (changed(&sealed, |envelope| envelope.signature.clear()), SealFault::Forged),
            (changed(&sealed, |envelope| envelope.key = "zz".to_owned()), SealFault::Forged),
            (changed(&sealed, |envelope| envelope.payload = "AAAA".to_owned()), SealFault::Damaged),
            (changed(&sealed, |envelope| envelope.format = 2), SealFault::TooNew(2)),
            (
                changed(&sealed, |envelope| envelope.kind = SealedKind::Receipt),
                SealFault::OtherKind(SealedKind::Receipt),
            ),
            (b"{\"format\":9,\"of\":\"the future\"}".to_vec(), SealFault::TooNew(9)),
            (sealed.as_bytes()[..sealed.len() / 2].to_vec(), SealFault::Damaged),
            (b"PK\x03\x04".to_vec(), SealFault::Damaged),
        ];
        for (bytes, fault) in cases {
            assert_eq!(opened(&bytes), fault, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_payload_that_unpacks_to_gigabytes_is_damaged() {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        let chunk = vec![b' '; 1024 * 1024];
        (0..80).for_each(|_| packed.write_all(&chunk).unwrap());
        let payload = STANDARD.encode(packed.finish().unwrap());
        assert_eq!(unpack(&payload, payload_limit(SealedKind::Campaign)), None);
        assert_eq!(unpack(&STANDARD.encode(twenty_megabytes()), payload_limit(SealedKind::Report)), None);
        assert!(unpack(&STANDARD.encode(twenty_megabytes()), payload_limit(SealedKind::Campaign)).is_some());
    }

    fn twenty_megabytes() -> Vec<u8> {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&vec![b' '; 20 * 1024 * 1024]).unwrap();
        packed.finish().unwrap()
    }
}
