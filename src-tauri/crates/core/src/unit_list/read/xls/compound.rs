//! The compound file that holds a workbook of old: a small file system in sectors ([MS-CFB]).
//!
//! Every number of the file is looked at before it is used; a chain never has more links than the file has sectors.

use super::records::{u16_at, u32_at};

/// First link that is no sector: end of a chain, free, or a sector of the table itself.
const NO_SECTOR: u32 = 0xffff_fffa;

const ENTRY: usize = 128;

/// An opened compound file.
pub struct Compound<'a> {
    content: &'a [u8],
    sector: usize,
    small_sector: usize,
    small_below: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    is_root: bool,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// `None` if it is damaged.
    pub fn open(content: &'a [u8]) -> Option<Compound<'a>> {
        let shift = u16_at(content, 30).filter(|shift| matches!(shift, 9 | 12))?;
        let small_shift = u16_at(content, 32).filter(|shift| *shift <= 9)?;
        let mut file = Compound {
            content,
            sector: 1 << shift,
            small_sector: 1 << small_shift,
            small_below: usize::try_from(u32_at(content, 56)?).ok()?,
            table: Vec::new(),
            small_table: Vec::new(),
            entries: Vec::new(),
        };
        file.table = file.read_table()?;
        file.small_table = numbers(&file.chain(u32_at(content, 60)?).unwrap_or_default());
        let directory = file.chain(u32_at(content, 48)?)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(Entry::read).collect();
        Some(file)
    }

    /// True if a stream of that name is there.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The content of a stream; what a cut-off file still has of it.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name == name)?;
        let mut stream =
            if entry.size < self.small_below { self.small_chain(entry.start)? } else { self.chain(entry.start)? };
        stream.truncate(entry.size);
        Some(stream)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.content.get(start..start.checked_add(self.sector)?.min(self.content.len()))
    }

    /// The table of links; its own sectors are listed in the head, and further ones in sectors of lists.
    fn read_table(&self) -> Option<Vec<u32>> {
        let mut sectors = numbers(self.content.get(76..512)?);
        let mut next = u32_at(self.content, 68)?;
        let n_sectors = self.content.len() / self.sector + 1;
        while next < NO_SECTOR && sectors.len() <= n_sectors {
            let mut list = numbers(self.sector_at(next)?);
            next = list.pop()?;
            sectors.extend(list);
        }
        let wanted = sectors.into_iter().filter(|sector| *sector < NO_SECTOR).take(n_sectors);
        Some(wanted.filter_map(|sector| self.sector_at(sector)).flat_map(numbers).collect())
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        let links = Links { table: &self.table, next: start, left: self.content.len() / self.sector + 1 };
        for sector in links {
            stream.extend_from_slice(self.sector_at(sector)?);
        }
        Some(stream)
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        let root = self.entries.iter().find(|entry| entry.is_root)?;
        let small = self.chain(root.start)?;
        let mut stream = Vec::new();
        for sector in (Links { table: &self.small_table, next: start, left: small.len() / self.small_sector + 1 }) {
            let from = usize::try_from(sector).ok()?.checked_mul(self.small_sector)?;
            stream.extend_from_slice(small.get(from..from.checked_add(self.small_sector)?.min(small.len()))?);
        }
        Some(stream)
    }
}

/// The sectors of a chain.
struct Links<'a> {
    table: &'a [u32],
    next: u32,
    left: usize,
}

impl Iterator for Links<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let sector = self.next;
        if sector >= NO_SECTOR || self.left == 0 {
            return None;
        }
        self.left -= 1;
        self.next = usize::try_from(sector).ok().and_then(|at| self.table.get(at)).copied().unwrap_or(u32::MAX);
        Some(sector)
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Entry> {
        let length = usize::from(u16_at(bytes, 64)?.checked_sub(2)?).min(62);
        let units: Vec<u16> = (0..length).step_by(2).filter_map(|at| u16_at(bytes, at)).collect();
        Some(Entry {
            name: String::from_utf16_lossy(&units),
            is_root: bytes.get(66) == Some(&5),
            start: u32_at(bytes, 116)?,
            size: usize::try_from(u32_at(bytes, 120)?).ok()?,
        })
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4).filter_map(|at| u32_at(bytes, at * 4)).collect()
}
