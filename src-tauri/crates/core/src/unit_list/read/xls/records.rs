//! The records of a workbook, one after the other ([MS-XLS]), and numbers in them.

/// A record: what it is, and its content.
pub struct Record<'a> {
    pub kind: u16,
    pub content: &'a [u8],
}

/// The records of a stream from a place on, as far as they are whole.
pub struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn from(stream: &'a [u8], start: usize) -> Records<'a> {
        Records { rest: stream.get(start..).unwrap_or_default() }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.rest, 0)?;
        let end = 4 + usize::from(u16_at(self.rest, 2)?);
        let content = self.rest.get(4..end)?;
        self.rest = self.rest.get(end..)?;
        Some(Record { kind, content })
    }
}

/// Two bytes as a number.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

/// Four bytes as a number.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

/// Eight bytes as a number with decimals.
pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..)?.first_chunk().copied().map(f64::from_le_bytes)
}

/// A number packed into four bytes: whole or the upper half of one with decimals, as it is or a hundredth of it.
pub fn packed_at(bytes: &[u8], at: usize) -> Option<f64> {
    let packed = u32_at(bytes, at)?;
    let value = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    Some(if packed & 1 == 0 { value } else { value / 100.0 })
}
