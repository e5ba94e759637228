//! Files and links beside the book.

use sotg_core::ErrorCode;

use crate::refusal;
use crate::support::{book, codes, moment};

#[test]
fn evidence_is_kept_by_its_content_and_comes_back_under_its_name() {
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(0);
    let outside = tempfile::tempdir().unwrap();
    let photo = outside.path().join("Ảnh hội nghị 15-6.jpg");
    std::fs::write(&photo, b"anh").unwrap();
    made.book.add_files(&moment(), &code, std::slice::from_ref(&photo)).unwrap();
    made.book.add_files(&moment(), &code, std::slice::from_ref(&photo)).unwrap();
    std::fs::remove_file(&photo).unwrap();
    let evidence = made.book.activity(&code, moment().today).unwrap().evidence;
    assert_eq!(evidence.len(), 2, "the same file twice is one content and two pieces of evidence");
    assert_eq!((evidence[0].title.as_str(), evidence[0].size), ("Ảnh hội nghị 15-6.jpg", 3));
    let copy = made.book.evidence_to_open(evidence[0].id, outside.path()).unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), b"anh");
    std::fs::write(&copy, b"sua").unwrap();
    assert!(made.book.check_evidence().unwrap().is_empty(), "what happens to the copy never touches the evidence");
}

#[test]
fn evidence_that_vanished_or_was_changed_is_found() {
    let mut made = book();
    let all = codes(&made.book, "dot1");
    let outside = tempfile::tempdir().unwrap();
    for (name, code) in [("a.pdf", &all[0]), ("b.pdf", &all[1])] {
        std::fs::write(outside.path().join(name), name).unwrap();
        made.book.add_files(&moment(), code, &[outside.path().join(name)]).unwrap();
    }
    let kept = |sha: &str| made.folder.path().join("minh-chung").join(&sha[..2]).join(sha);
    let first = made.book.activity(&all[0], moment().today).unwrap().evidence.remove(0);
    let second = made.book.activity(&all[1], moment().today).unwrap().evidence.remove(0);
    std::fs::remove_file(kept(&first.sha256)).unwrap();
    std::fs::write(kept(&second.sha256), "khác").unwrap();
    assert!(made.book.activity(&all[0], moment().today).unwrap().evidence[0].is_missing);
    let faults = made.book.check_evidence().unwrap();
    let mut missing: Vec<_> = faults.iter().map(|fault| (fault.activity.clone(), fault.is_missing)).collect();
    missing.sort_by_key(|(_, is_missing)| !is_missing);
    assert_eq!(missing, [(all[0].clone(), true), (all[1].clone(), false)]);
    assert_eq!(refusal(made.book.evidence_to_open(first.id, outside.path())), ErrorCode::FileVanished);
    assert_eq!(refusal(made.book.evidence_to_open(second.id, outside.path())), ErrorCode::EvidenceChanged);
}

#[test]
fn files_that_vanished_are_too_large_or_are_folders_are_refused_and_none_is_added() {
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(0);
    let outside = tempfile::tempdir().unwrap();
    let good = outside.path().join("tốt.docx");
    std::fs::write(&good, "x").unwrap();
    let large = outside.path().join("phim.mp4");
    std::fs::File::create(&large).unwrap().set_len(sotg_core::evidence::SIZE_LIMIT + 1).unwrap();
    let cases = [
        (outside.path().join("không còn.docx"), ErrorCode::FileVanished),
        (large, ErrorCode::FileTooLarge),
        (outside.path().to_owned(), ErrorCode::NotAFile),
    ];
    for (path, code_expected) in cases {
        assert_eq!(refusal(made.book.add_files(&moment(), &code, &[good.clone(), path])), code_expected);
    }
    assert!(made.book.activity(&code, moment().today).unwrap().evidence.is_empty());
}

#[test]
fn removed_evidence_comes_back_with_its_file() {
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(0);
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("a.pdf"), "x").unwrap();
    made.book.add_files(&moment(), &code, &[outside.path().join("a.pdf")]).unwrap();
    let id = made.book.activity(&code, moment().today).unwrap().evidence[0].id;
    made.book.remove_evidence(&moment(), id).unwrap();
    assert!(made.book.activity(&code, moment().today).unwrap().evidence.is_empty());
    made.book.undo(&moment(), None).unwrap();
    assert!(!made.book.activity(&code, moment().today).unwrap().evidence[0].is_missing);
}

#[cfg(windows)]
#[test]
fn a_file_that_a_program_keeps_to_itself_is_busy_and_the_copy_that_is_shown_can_be_shown_again() {
    use std::os::windows::fs::OpenOptionsExt as _;
    const NOBODY_ELSE: u32 = 0;
    const OTHERS_MAY_READ: u32 = 1;
    let mut made = book();
    let code = codes(&made.book, "dot1").remove(0);
    let outside = tempfile::tempdir().unwrap();
    let table = outside.path().join("số liệu.xlsx");
    std::fs::write(&table, "bảng").unwrap();
    let excel = std::fs::File::options().read(true).share_mode(NOBODY_ELSE).open(&table).unwrap();
    assert_eq!(refusal(made.book.add_files(&moment(), &code, std::slice::from_ref(&table))), ErrorCode::Busy);
    drop(excel);
    made.book.add_files(&moment(), &code, std::slice::from_ref(&table)).unwrap();
    let evidence = made.book.activity(&code, moment().today).unwrap().evidence.remove(0);
    let copy = made.book.evidence_to_open(evidence.id, outside.path()).unwrap();
    let _excel = std::fs::File::options().read(true).share_mode(OTHERS_MAY_READ).open(&copy).unwrap();
    assert_eq!(made.book.evidence_to_open(evidence.id, outside.path()).unwrap(), copy);
}
