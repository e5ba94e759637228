//! What Windows finds in a program's file (PE): which libraries it wants, and its resources. Read from the finished file,
//! because a resource that the linker dropped is missed by nobody until an office has no icon.

/// Types of resources.
pub const ICON: u32 = 3;
pub const VERSION: u32 = 16;
pub const MANIFEST: u32 = 24;

/// Numbers of the tables that the header points to.
const IMPORTS: usize = 1;
const RESOURCES: usize = 2;
/// Marks a branch among the leaves of the tree of resources.
const BRANCH: u32 = 0x8000_0000;

/// A program for 64-bit Windows.
pub struct ProgramFile<'a> {
    bytes: &'a [u8],
    /// Where the optional header begins, and where the sections are listed.
    header: usize,
    sections: usize,
    n_sections: usize,
}

impl<'a> ProgramFile<'a> {
    /// `None` if it is none.
    pub fn read(bytes: &'a [u8]) -> Option<ProgramFile<'a>> {
        let start = usize::try_from(u32_at(bytes, 0x3c)?).ok()?;
        let is_64_bit = u16_at(bytes, start + 4)? == 0x8664 && u16_at(bytes, start + 24)? == 0x20b;
        if bytes.get(start..start + 4)? != b"PE\0\0" || !is_64_bit {
            return None;
        }
        let header = start + 24;
        let sections = header + usize::from(u16_at(bytes, start + 20)?);
        Some(ProgramFile { bytes, header, sections, n_sections: usize::from(u16_at(bytes, start + 6)?) })
    }

    /// 2 opens a window, 3 works in a console.
    pub fn subsystem(&self) -> Option<u16> {
        u16_at(self.bytes, self.header + 68)
    }

    /// Libraries that must be there when it starts, in small letters.
    pub fn imports(&self) -> Option<Vec<String>> {
        let mut at = self.place(self.table(IMPORTS)?)?;
        let mut names = Vec::new();
        loop {
            let name = u32_at(self.bytes, at + 12)?;
            if name == 0 {
                return Some(names);
            }
            let text = self.bytes.get(self.place(name)?..)?.split(|byte| *byte == 0).next()?;
            names.push(String::from_utf8_lossy(text).to_lowercase());
            at += 20;
        }
    }

    /// All resources of a type, in all languages.
    pub fn resources(&self, kind: u32) -> Option<Vec<&'a [u8]>> {
        let root = self.place(self.table(RESOURCES)?)?;
        let mut found = Vec::new();
        for (id, branch) in self.entries(root)? {
            if id == kind {
                self.leaves(root, branch, &mut found)?;
            }
        }
        Some(found)
    }

    fn leaves(&self, root: usize, entry: u32, found: &mut Vec<&'a [u8]>) -> Option<()> {
        let at = root + usize::try_from(entry & !BRANCH).ok()?;
        if entry & BRANCH != 0 {
            return self.entries(at)?.into_iter().try_for_each(|(_, below)| self.leaves(root, below, found));
        }
        let start = self.place(u32_at(self.bytes, at)?)?;
        let size = usize::try_from(u32_at(self.bytes, at + 4)?).ok()?;
        found.push(self.bytes.get(start..start + size)?);
        Some(())
    }

    /// Number and target of each entry of a branch.
    fn entries(&self, branch: usize) -> Option<Vec<(u32, u32)>> {
        let n = usize::from(u16_at(self.bytes, branch + 12)?) + usize::from(u16_at(self.bytes, branch + 14)?);
        let places = (0..n).map(|entry| branch + 16 + entry * 8);
        places.map(|at| Some((u32_at(self.bytes, at)?, u32_at(self.bytes, at + 4)?))).collect()
    }

    /// Address of a table in memory.
    fn table(&self, number: usize) -> Option<u32> {
        u32_at(self.bytes, self.header + 112 + number * 8)
    }

    /// Where in the file that lies which is at `address` in memory.
    fn place(&self, address: u32) -> Option<usize> {
        (0..self.n_sections).map(|number| self.sections + number * 40).find_map(|section| {
            let inside = address.checked_sub(u32_at(self.bytes, section + 12)?)?;
            let is_here = inside < u32_at(self.bytes, section + 16)?;
            let place = u32_at(self.bytes, section + 20)?.checked_add(inside)?;
            is_here.then_some(usize::try_from(place).ok()?)
        })
    }
}

/// A text of the version's table, such as ("ProductName").
pub fn version_text(version: &[u8], name: &str) -> Option<String> {
    let units: Vec<u16> = version.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
    let name: Vec<u16> = name.encode_utf16().chain([0]).collect();
    let at = units.windows(name.len()).position(|here| here == name)? + name.len();
    // The value begins at the next multiple of four bytes.
    let value = units.get(at.next_multiple_of(2)..)?.split(|unit| *unit == 0).next()?;
    Some(String::from_utf16_lossy(value))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program of one section, which lies at 0x1000 in memory and at 0x200 in the file.
    fn program() -> Vec<u8> {
        let mut bytes = vec![0; 0x400];
        let mut put = |at: usize, value: &[u8]| bytes[at..at + value.len()].copy_from_slice(value);
        let header = 0x40 + 24;
        put(0x3c, &0x40_u32.to_le_bytes());
        put(0x40, b"PE\0\0\x64\x86\x01\0");
        put(0x40 + 20, &240_u16.to_le_bytes());
        put(header, &0x20b_u16.to_le_bytes());
        put(header + 68, &3_u16.to_le_bytes());
        for (at, number) in [
            // The tables of imports and of resources.
            (header + 112 + 8, 0x1000_u32),
            (header + 112 + 16, 0x1080),
            // The section.
            (header + 240 + 12, 0x1000),
            (header + 240 + 16, 0x200),
            (header + 240 + 20, 0x200),
            // Imports: one name, and an empty entry as the end.
            (0x200 + 12, 0x1040),
            // Resources: type, number, language, leaf.
            (0x280 + 12, 0x0001_0000),
            (0x280 + 16, MANIFEST),
            (0x280 + 20, BRANCH | 0x20),
            (0x2a0 + 12, 0x0001_0000),
            (0x2a0 + 20, BRANCH | 0x40),
            (0x2c0 + 12, 0x0001_0000),
            (0x2c0 + 20, 0x60),
            (0x2e0, 0x1100),
            (0x2e0 + 4, 10),
        ] {
            put(at, &number.to_le_bytes());
        }
        put(0x240, b"KERNEL32.dll\0");
        put(0x300, b"<assembly>");
        bytes
    }

    #[test]
    fn libraries_and_resources_are_found_where_windows_finds_them() {
        let bytes = program();
        let file = ProgramFile::read(&bytes).unwrap();
        assert_eq!(file.subsystem(), Some(3));
        assert_eq!(file.imports().unwrap(), ["kernel32.dll"]);
        assert_eq!(file.resources(MANIFEST).unwrap(), [b"<assembly>"]);
        assert!(file.resources(ICON).unwrap().is_empty(), "there is no icon");
    }

    #[test]
    fn a_file_that_was_cut_off_gives_nothing_and_does_no_harm() {
        let bytes = program();
        for length in 0..0x30a {
            let file = ProgramFile::read(&bytes[..length]);
            let manifests = file.and_then(|file| file.resources(MANIFEST));
            assert_eq!(manifests, None, "{length} bytes");
        }
    }

    #[test]
    fn texts_of_the_version_begin_at_a_multiple_of_four_bytes() {
        let bytes = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        // The name and its end are an odd number of letters here, and an even one there.
        let version = bytes("..ProductName\0Sổ Tuyên giáo\0..FileVersion\0\u{0}0.1.0\0");
        assert_eq!(version_text(&version, "ProductName").as_deref(), Some("Sổ Tuyên giáo"));
        assert_eq!(version_text(&version, "CompanyName"), None);
        let even = bytes("FileVersion\u{0}0.1.0\0");
        assert_eq!(version_text(&even, "FileVersion").as_deref(), Some("0.1.0"));
        let odd = bytes(".FileVersion\0\u{0}0.1.0\0");
        assert_eq!(version_text(&odd, "FileVersion").as_deref(), Some("0.1.0"));
    }
}
