//! The office in the middle, and a report with its evidence: packed files whose content stays what it was.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use sha2::Digest as _;
use sotg_core::error::ErrorCode;
use sotg_core::model::{LedgerFilter, LedgerKind, ReportState};

use crate::offices::{add_unit, opened, pair, province, receive, sent};
use crate::support::{book, done, moment, receipt};

fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = std::fs::read(path).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.insert(part.name().unwrap().into_owned(), content);
    }
    parts
}

fn hash(bytes: &[u8]) -> String {
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn files_of_units_go_along_byte_for_byte_and_their_signatures_stay_valid() {
    let mut pair = pair();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Chuyen-tiep.zip");
    let (_, packed) = pair.province.book.forward(&moment(), "dot1", &path).unwrap();
    assert_eq!((packed.n_files, packed.without.len()), (1, 0));
    let parts = parts(&path);
    let file = &parts["don-vi-truc-thuoc/0001_Lien-doan-Lao-dong-huyen-Tam-Duong_ban-1.docx"];
    assert_eq!(file, &pair.file, "byte for byte");
    assert_eq!(opened(file).key, opened(&pair.file).key, "and signed by the unit");
    let own = parts.iter().find(|(name, _)| name.starts_with("Bao-cao")).unwrap().1;
    assert_eq!(opened(own).payload.unit.name, "Liên đoàn Lao động tỉnh Lai Châu");
    let list = String::from_utf8(parts["danh-sach-tep.csv"].clone()).unwrap();
    assert!(list.contains(&hash(&pair.file)) && list.contains("\"20/07/2023\""), "{list}");
    let entries = pair.province.book.ledger(&LedgerFilter::default()).unwrap();
    assert_eq!(
        (entries[0].kind, entries[0].sha256.as_str()),
        (LedgerKind::Forwarded, hash(&std::fs::read(&path).unwrap()).as_str())
    );
}

#[test]
fn the_list_for_people_is_no_file_that_the_office_above_must_look_at() {
    let mut pair = pair();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Chuyen-tiep.zip");
    pair.province.book.forward(&moment(), "dot1", &path).unwrap();
    let inbox = pair.province.book.preview_files(&[path], moment().today).unwrap();
    let names: Vec<&str> = inbox.files.iter().map(|file| file.inside.last().unwrap().as_str()).collect();
    assert!(names.len() == 2 && names.iter().all(|name| name.ends_with(".docx")), "{names:?}");
}

#[test]
fn the_same_reports_are_packed_into_the_same_bytes() {
    let mut pair = pair();
    pair.province.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["a.zip", "b.zip"].map(|name| folder.path().join(name));
    pair.province.book.forward(&moment(), "dot1", &first).unwrap();
    pair.province.book.forward(&moment(), "dot1", &second).unwrap();
    assert_eq!(std::fs::read(first).unwrap(), std::fs::read(second).unwrap());
}

#[test]
fn what_has_no_file_is_named_and_a_file_that_was_changed_is_never_sent_on() {
    let mut pair = pair();
    let other = add_unit(&mut pair.province.book, "=1+1");
    let mut far = book();
    far.book.set_progress(&moment(), &["III.1-1".to_owned()], &done()).unwrap();
    let file = sent(&mut far.book);
    receive(&mut pair.province, other, &file);
    let kept = pair.province.folder.path().join("van-ban-da-gui").join(&hash(&file)[..2]).join(hash(&file));
    std::fs::remove_file(&kept).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.zip");
    let (_, packed) = pair.province.book.forward(&moment(), "dot1", &path).unwrap();
    assert_eq!((packed.n_files, packed.without), (1, vec!["=1+1".to_owned()]));
    let list = String::from_utf8(parts(&path)["danh-sach-tep.csv"].clone()).unwrap();
    assert!(list.contains("\"'=1+1\""), "no program takes a name for a formula: {list}");

    std::fs::write(&kept, b"something else").unwrap();
    let error = pair.province.book.forward(&moment(), "dot1", &folder.path().join("y.zip")).unwrap_err();
    assert_eq!(error.code(), ErrorCode::EvidenceChanged);
    assert!(!folder.path().join("y.zip").exists(), "nothing half is left");
}

#[test]
fn a_report_travels_with_its_evidence_under_the_hashes_that_it_names() {
    let mut made = book();
    let outside = tempfile::tempdir().unwrap();
    let photo = outside.path().join("Hội nghị (1).JPG");
    std::fs::write(&photo, b"a photo").unwrap();
    let note = outside.path().join("ghi-am.exe");
    std::fs::write(&note, b"a program").unwrap();
    made.book.add_files(&moment(), "III.1-1", &[photo, note]).unwrap();
    made.book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    let path = outside.path().join("Bao-cao.zip");
    let packed = made.book.report_package("dot1", moment().today, &path).unwrap();
    assert_eq!(packed.n_files, 2);
    let parts = parts(&path);
    let document = parts.iter().find(|(name, _)| name.ends_with(".docx")).unwrap().1;
    assert_eq!(document, &made.book.version_document("dot1", 1).unwrap().1, "the report as it was sent");
    let named: Vec<_> = opened(document).payload.evidence.iter().map(|piece| piece.sha256.clone()).collect();
    assert_eq!(named.len(), 2);
    for (name, content) in parts.iter().filter(|(name, _)| name.starts_with("minh-chung/")) {
        let stem = Path::new(name).file_stem().unwrap().to_str().unwrap();
        assert!(named.contains(&stem.to_owned()) && stem == hash(content), "{name}");
    }
    assert!(parts.contains_key(&format!("minh-chung/{}.jpg", hash(b"a photo"))));
    assert!(parts.contains_key(&format!("minh-chung/{}.bin", hash(b"a program"))), "no ending that a PC would run");
}

#[test]
fn evidence_that_is_no_longer_what_was_kept_is_not_sent() {
    let mut made = book();
    let outside = tempfile::tempdir().unwrap();
    let photo = outside.path().join("a.jpg");
    std::fs::write(&photo, b"a photo").unwrap();
    made.book.add_files(&moment(), "III.1-1", &[photo]).unwrap();
    let kept = made.folder.path().join("minh-chung").join(&hash(b"a photo")[..2]).join(hash(b"a photo"));
    std::fs::write(&kept, b"another photo").unwrap();
    let path = outside.path().join("x.zip");
    let error = made.book.report_package("dot1", moment().today, &path).unwrap_err();
    assert_eq!((error.code(), error.fields()["path"].as_str()), (ErrorCode::EvidenceChanged, "a.jpg"));
    std::fs::remove_file(&kept).unwrap();
    let error = made.book.report_package("dot1", moment().today, &path).unwrap_err();
    assert_eq!(error.code(), ErrorCode::FileVanished);
    assert!(!path.exists());
}

#[test]
fn an_office_of_which_nothing_came_forwards_its_own_report_alone() {
    let (mut made, unit) = province();
    made.book.set_received(&moment(), "dot1", &[unit], &receipt(moment().today)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.zip");
    let (_, packed) = made.book.forward(&moment(), "dot1", &path).unwrap();
    assert_eq!((packed.n_files, parts(&path).len()), (0, 2));
}
