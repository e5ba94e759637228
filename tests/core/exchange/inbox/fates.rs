//! Each kind of file that comes, and what becomes of it.

use sotg_core::model::{FateReason, FileFate, InboxChoice};
use sotg_core::sample::reports::InventedReport;

use super::{DATA, ISSUER, made_for, office, report, with_parts, zip};
use crate::support::{content_of, moment};

/// The same document, one digit of what is sealed changed.
fn forged(document: &[u8], after: &str) -> Vec<u8> {
    with_parts(document, |name, text| {
        let Some((before, rest)) = text.split_once(after).filter(|_| name == DATA) else { return Some(text) };
        let changed = if rest.starts_with('0') { "1" } else { "0" };
        Some(format!("{before}{after}{changed}{}", &rest[1..]))
    })
}

/// A table that is no form of ours.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Họ và tên").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn every_file_has_its_fate_with_the_reason() {
    let office = office();
    let first = report(0, 1);
    let other_issuer = "ffff9c0b7d2e4f618293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";
    let draft = InventedReport { is_sent: false, ..InventedReport::sent(1) };
    let data = |change: fn(String) -> Option<String>| {
        with_parts(&first, |name, text| if name == DATA { change(text) } else { Some(text) })
    };
    let cases: Vec<(&str, Vec<u8>, FileFate, FateReason)> = vec![
        ("báo cáo.docx", first.clone(), FileFate::New, FateReason::None),
        ("báo cáo (1).docx", first.clone(), FileFate::Same, FateReason::SameInDrop),
        ("sửa.docx", report(0, 2), FileFate::Newer, FateReason::Replaces),
        ("nháp.docx", made_for(1, draft, ISSUER), FileFate::Draft, FateReason::NotSent),
        ("không tên.docx", report(3, 1), FileFate::UnknownUnit, FateReason::ByName),
        (
            "kế hoạch khác.docx",
            made_for(1, InventedReport::sent(1), other_issuer),
            FileFate::WrongCampaign,
            FateReason::OtherIssuer,
        ),
        ("cụt.docx", first[..first.len() / 2].to_vec(), FileFate::Damaged, FateReason::Broken),
        ("rỗng.docx", Vec::new(), FileFate::Damaged, FateReason::Broken),
        ("trang web.docx", b"<html>404</html>".to_vec(), FileFate::Damaged, FateReason::Broken),
        ("giả chữ ký.docx", forged(&first, "&quot;signature&quot;:&quot;"), FileFate::Forged, FateReason::Signature),
        ("giả khóa.docx", forged(&first, "&quot;key&quot;:&quot;"), FileFate::Forged, FateReason::Signature),
        (
            "mới hơn.docx",
            data(|text| Some(text.replace("&quot;format&quot;:1", "&quot;format&quot;:7"))),
            FileFate::TooNew,
            FateReason::Format,
        ),
        (
            "hỏng dữ liệu.docx",
            data(|text| Some(text.replace("&quot;payload&quot;:&quot;e", "&quot;payload&quot;:&quot;!"))),
            FileFate::Damaged,
            FateReason::DataBroken,
        ),
        ("mất dữ liệu.docx", data(|_| None), FileFate::NoData, FateReason::PlainWord),
        (
            "thực thể.docx",
            data(|text| Some(text.replace("<exchange", "<!DOCTYPE a [<!ENTITY b \"c\">]><exchange"))),
            FileFate::NoData,
            FateReason::PlainWord,
        ),
        (
            "thực thể trong văn bản.docx",
            with_parts(&first, |name, text| {
                let typed = text.replacen("<w:document", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document", 1);
                Some(if name == "word/document.xml" { typed } else { text })
            }),
            FileFate::Damaged,
            FateReason::Broken,
        ),
        ("bảng.xlsx", workbook(), FileFate::NoData, FateReason::PlainExcel),
        ("bảng hỏng.xlsx", zip(&[("xl/workbook.xml", b"<a/>")]), FileFate::Damaged, FateReason::DataBroken),
        ("cũ.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileFate::NoData, FateReason::PlainWord),
        ("khóa.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileFate::Damaged, FateReason::Locked),
        ("ảnh.jpg", b"\xff\xd8\xff\xe0".to_vec(), FileFate::Foreign, FateReason::NoReport),
        ("văn bản.pdf", b"%PDF-1.7".to_vec(), FileFate::Foreign, FateReason::NoReport),
        ("trình chiếu.pptx", zip(&[("[Content_Types].xml", b"<a/>")]), FileFate::Foreign, FateReason::NoReport),
        ("kế hoạch.sotg", b"# sotg-ke-hoach 3\ncode = 'x'\n".to_vec(), FileFate::PlanFile, FateReason::OtherKind),
        (
            "trả lại.sotg",
            br#"{"format":1,"kind":"return","payload":"","key":"","signature":""}"#.to_vec(),
            FileFate::Return,
            FateReason::OtherKind,
        ),
        (
            "biên nhận.sotg",
            br#"{"format":1,"kind":"receipt","payload":"","key":"","signature":""}"#.to_vec(),
            FileFate::Receipt,
            FateReason::OtherKind,
        ),
        ("cụt.sotg", br#"{"format":1,"kind":"ret"#.to_vec(), FileFate::Damaged, FateReason::DataBroken),
        ("mới.sotg", br#"{"format":3}"#.to_vec(), FileFate::TooNew, FateReason::Format),
    ];
    cases.iter().for_each(|(name, bytes, ..)| office.put(name, bytes));
    office.put("~$o cáo.docx", b"Word has it open");
    office.put("Thumbs.db", b"Windows");
    let before = content_of(office.made.folder.path());
    let fates = office.fates();
    let twins = [&fates["báo cáo.docx"], &fates["báo cáo (1).docx"]].map(|file| file.fate);
    assert!(twins.contains(&FileFate::New) && twins.contains(&FileFate::Same), "which of two copies does not matter");
    for (name, _, fate, reason) in cases.iter().filter(|(name, ..)| !name.starts_with("báo cáo")) {
        assert_eq!((fates[*name].fate, fates[*name].reason), (*fate, *reason), "{name}");
    }
    assert_eq!(fates.len(), cases.len(), "what programs leave behind is not listed");
    assert_eq!(content_of(office.made.folder.path()), before, "looking writes nothing");
}

#[test]
fn what_asks_for_a_decision_stands_first_and_what_is_of_no_use_last() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    let paths = office.paths();
    office.made.book.accept_files(&moment(), &paths, &InboxChoice::default()).unwrap();
    let edited = with_parts(&report(2, 1), |name, text| {
        Some(if name == "word/document.xml" { text.replacen("<w:t>", "<w:t>Đã sửa ", 1) } else { text })
    });
    let draft = InventedReport { is_sent: false, ..InventedReport::sent(1) };
    let other_key = InventedReport { computer: 1, ..InventedReport::sent(3) };
    let files: [(&str, Vec<u8>, FileFate); 10] = [
        ("khóa khác.docx", made_for(0, other_key, ISSUER), FileFate::KeyChanged),
        ("chưa rõ đơn vị.docx", report(3, 1), FileFate::UnknownUnit),
        ("nháp.docx", made_for(1, draft, ISSUER), FileFate::Draft),
        ("đã sửa.docx", edited, FileFate::New),
        ("mới.docx", report(1, 1), FileFate::New),
        ("mới hơn.docx", report(0, 2), FileFate::Newer),
        ("a.docx", report(0, 1), FileFate::Same),
        ("bảng.xlsx", workbook(), FileFate::NoData),
        ("0 hỏng.docx", b"PK".to_vec(), FileFate::Damaged),
        ("0 ảnh.jpg", b"\xff\xd8\xff".to_vec(), FileFate::Foreign),
    ];
    files.iter().for_each(|(name, bytes, _)| office.put(name, bytes));
    let listed: Vec<(String, FileFate)> =
        office.preview().files.into_iter().map(|file| (file.name, file.fate)).collect();
    let expected: Vec<(String, FileFate)> = files.iter().map(|(name, _, fate)| ((*name).to_owned(), *fate)).collect();
    assert_eq!(listed, expected);
}

#[test]
fn a_report_says_whose_it_is_and_under_which_number() {
    let office = office();
    office.put("a.docx", &report(1, 2));
    let file = office.fates()["a.docx"].clone();
    assert_eq!((file.unit, file.unit_name.as_str()), (Some(office.units[1]), super::NAMES[1]));
    assert_eq!((file.phase.as_str(), file.version, file.is_first_key), ("dot1", 2, true));
    assert!(file.number.ends_with("/BC-CĐCS"), "{}", file.number);
    assert_eq!((file.fingerprint.len(), file.n_edits, file.is_sample), (19, 0, true));
    assert!(file.sent_on.is_some() && file.dated_on.is_some());
}

#[test]
fn packed_files_are_looked_into_and_names_inside_are_never_paths() {
    let office = office();
    let inner = zip(&[("../../thoát ra.docx", &report(0, 1)), ("C:\\Windows\\b.docx", &report(1, 1))]);
    let deep = zip(&[("3.zip", &zip(&[("4.zip", &zip(&[("5.docx", &report(2, 1))]))]))]);
    office.put("đơn vị.zip", &zip(&[("huyện/gói.zip", &inner), ("ghi chú.txt", b"x"), ("sâu.zip", &deep)]));
    let names: Vec<(String, FileFate, FateReason)> =
        office.fates().into_iter().map(|(name, file)| (name, file.fate, file.reason)).collect();
    let expected = [
        ("đơn vị.zip > ghi chú.txt", FileFate::Foreign, FateReason::NoReport),
        ("đơn vị.zip > huyện/gói.zip > ../../thoát ra.docx", FileFate::New, FateReason::None),
        ("đơn vị.zip > huyện/gói.zip > C:/Windows/b.docx", FileFate::New, FateReason::None),
        ("đơn vị.zip > sâu.zip > 3.zip > 4.zip", FileFate::Damaged, FateReason::TooDeep),
    ];
    let expected = expected.map(|(name, fate, reason)| (name.to_owned(), fate, reason));
    assert_eq!(names, expected);
    let mut office = office;
    let paths = office.paths();
    office.made.book.accept_files(&moment(), &paths, &InboxChoice::default()).unwrap();
    assert!(!office.drop.path().join("../../thoát ra.docx").exists());
}

#[test]
fn a_packed_file_that_would_fill_the_disk_is_not_unpacked() {
    let office = office();
    let zeros = vec![0; 20 * 1024 * 1024];
    office.put("bom.zip", &zip(&[("a.txt", &zeros)]));
    office.put("bom.docx", &zip(&[("word/document.xml", &zeros)]));
    let many: Vec<String> = (0..5_001).map(|n| n.to_string()).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    office.put("nhiều.zip", &zip(&many));
    for name in ["bom.zip", "bom.docx", "nhiều.zip"] {
        let file = office.fates()[name].clone();
        assert_eq!((file.fate, file.reason), (FileFate::Damaged, FateReason::Bomb), "{name}");
    }
}

#[test]
fn a_report_with_a_macro_is_not_taken() {
    let office = office();
    let parts = with_parts(&report(0, 1), |_, text| Some(text));
    let mut archive = zip::ZipWriter::new_append(std::io::Cursor::new(parts)).unwrap();
    archive.start_file("word/vbaProject.bin", zip::write::SimpleFileOptions::default()).unwrap();
    office.put("a.docx", &archive.finish().unwrap().into_inner());
    assert_eq!(office.fates()["a.docx"].reason, FateReason::Macro);
}

#[test]
fn a_name_that_nobody_has_brings_those_that_are_alike() {
    let office = office();
    let mut unit = super::unit(2);
    (unit.uid, unit.name) = (String::new(), "CĐCS Công ty Cổ phần Chè Tam Đường (mẫu)".to_owned());
    let folder = tempfile::tempdir().unwrap();
    let plan = (sotg_core::model::PlanChoice::BuiltIn(crate::support::PLAN.to_owned()), "dot1");
    let mut maker = super::ReportMaker::new(folder.path(), &moment(), plan, "").unwrap();
    office.put("a.docx", &maker.report(&unit, InventedReport::sent(1)).unwrap());
    let file = office.fates()["a.docx"].clone();
    assert_eq!((file.fate, file.reason), (FileFate::UnknownUnit, FateReason::NoSuchUnit));
    assert_eq!(file.candidates.iter().map(|candidate| candidate.unit).collect::<Vec<_>>(), [office.units[2]]);
}

#[test]
fn a_real_book_takes_no_invented_reports() {
    let office = office();
    office.put("a.docx", &report(0, 1));
    let real = crate::support::book();
    let files = real.book.preview_files(&office.paths(), moment().today).unwrap().files;
    assert_eq!((files[0].fate, files[0].reason), (FileFate::WrongCampaign, FateReason::Sample));
}

#[test]
fn what_is_no_longer_there_is_said() {
    let office = office();
    let missing = office.drop.path().join("không có");
    assert!(office.made.book.preview_files(&[missing], moment().today).is_err());
}
