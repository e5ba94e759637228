//! Files that are cut off, garbled or made to do harm: refused or read, and never the end of the program.

use std::path::{Path, PathBuf};

use sotg_core::ErrorCode;
use sotg_core::model::ImportChoices;
use sotg_core::unit_list::read::{ListFile, SIZE_LIMIT};

use crate::office::preview;

const FOLDER: &str = "../../../tests/fixtures/unit-lists";

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn originals() -> Vec<PathBuf> {
    [
        "03-tcvn3.xls",
        "12-khong-tieu-de.xls",
        "08-dong-trong-va-tong.ods",
        "09-nhom-la-ma.xlsx",
        "07-windows-1258.csv",
        "06-cham-phay-utf16.csv",
    ]
    .iter()
    .map(|name| Path::new(FOLDER).join(name))
    .collect()
}

fn try_to_read(content: Vec<u8>) {
    if let Ok(file) = ListFile::from_content("thử", content) {
        // A refusal is as good as a preview here; a panic is not.
        drop(preview(&file, &ImportChoices::default()));
    }
}

#[test]
fn a_list_cut_off_anywhere_does_not_end_the_program() {
    for path in originals() {
        let whole = std::fs::read(path).unwrap();
        let step = (whole.len() / 60).max(1);
        for end in (0..whole.len()).step_by(step) {
            try_to_read(whole[..end].to_vec());
        }
    }
}

#[test]
fn a_list_with_wrong_bytes_does_not_end_the_program() {
    let mut chance = Chance(383);
    for path in originals() {
        let whole = std::fs::read(path).unwrap();
        for _ in 0..80 {
            let mut garbled = whole.clone();
            for _ in 0..=chance.below(8) {
                let place = chance.below(garbled.len());
                garbled[place] = [0, 0xff, 0x7f, u8::try_from(chance.below(256)).unwrap()][chance.below(4)];
            }
            try_to_read(garbled);
        }
    }
}

/// The parts of a workbook garbled before they are packed, where no checksum finds it.
#[test]
fn a_workbook_with_wrong_parts_does_not_end_the_program() {
    let mut chance = Chance(1143);
    for name in ["09-nhom-la-ma.xlsx", "13-nhieu-trang.xlsx", "08-dong-trong-va-tong.ods"] {
        let whole = std::fs::read(Path::new(FOLDER).join(name)).unwrap();
        for _ in 0..50 {
            try_to_read(with_garbled_parts(&whole, &mut chance));
        }
    }
}

fn with_garbled_parts(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = chance.below(archive.len());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if index == chosen && !content.is_empty() {
            for _ in 0..=chance.below(6) {
                let place = chance.below(content.len());
                content[place] = b"0123456789<>\"/A&-\xff"[chance.below(18)];
            }
        }
        packed.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(&content).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

#[test]
fn a_file_is_refused_before_it_is_read_if_it_is_too_large_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = |path: &Path| ListFile::open(path).unwrap_err().code();
    assert_eq!(refusal(&folder.path().join("không-có.xlsx")), ErrorCode::ListVanished);
    assert_eq!(refusal(folder.path()), ErrorCode::NotAFile);
    let large = folder.path().join("lớn.csv");
    std::fs::File::create(&large).unwrap().set_len(SIZE_LIMIT + 1).unwrap();
    assert_eq!(refusal(&large), ErrorCode::FileTooLarge);
}

#[test]
fn more_rows_than_anybody_has_are_refused() {
    let rows = "CĐCS Mẫu;1\n".repeat(100_001);
    let file = ListFile::from_content("dài.csv", format!("Tên đơn vị;Số ĐV\n{rows}").into_bytes()).unwrap();
    assert_eq!(preview(&file, &ImportChoices::default()).unwrap_err().code(), ErrorCode::ListTooLong);
}

#[test]
fn other_kinds_of_files_are_named_for_what_they_are_not() {
    for content in [&b"%PDF-1.7 ..."[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"", b"a\x00b\x01c"] {
        let refusal = ListFile::from_content("tệp.xlsx", content.to_vec()).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::ListUnreadable, "{content:?}");
        assert_eq!(refusal.fields()["problem"], "unknown_kind");
    }
}
