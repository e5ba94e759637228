//! Hashes and keys as text: two letters for each byte.

use sha2::{Digest as _, Sha256};

/// SHA-256 of bytes, in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of a text in hex; `None` for anything that is not of pairs of hexadecimal digits.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2);
    let is_even = pairs.remainder().is_empty();
    is_even.then(|| pairs.filter_map(|pair| Some(pair.first()? * 16 + pair.get(1)?)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_reads_only_what_it_writes() {
        for (text, bytes) in
            [("00ff1a", Some(vec![0, 255, 26])), ("", Some(vec![])), ("0", None), ("0g", None), ("ổẳ", None)]
        {
            assert_eq!(from_hex(text), bytes, "{text}");
        }
        assert_eq!(hex(&[0, 255, 26]), "00ff1a");
    }
}
