//! Word templates of the office's own, and Excel, by the command line.

use sotg_core::exchange::lines::lines_of_bytes;

use crate::Office;

#[test]
fn a_template_goes_from_sample_to_report() {
    let office = Office::with_book();
    office.ok(&["template", "sample", "--to", "mẫu.docx"]);
    let checked = office.ok(&["template", "check", "mẫu.docx"]);
    assert!(checked.contains("Mẫu dùng được") && checked.contains("so_ky_hieu"), "{checked}");
    office.ok(&["template", "add", "mẫu.docx", "--name", "Mẫu huyện"]);
    assert_eq!(office.json(&["template", "list"])[0]["name"], "Mẫu huyện");
    office.ok(&["report", "export", "dot1", "--to", "ra.docx", "--template", "mẫu huyện"]);
    office.ok(&["report", "export", "dot1", "--to", "thường.docx"]);
    // What they say: a report to be sent carries its data besides.
    let read = |name: &str| lines_of_bytes(&std::fs::read(office.path().join(name)).unwrap()).unwrap();
    assert_ne!(read("ra.docx"), read("thường.docx"));
    office.ok(&["report", "template", "dot1", "Mẫu huyện"]);
    office.ok(&["report", "export", "dot1", "--to", "chọn.docx"]);
    assert_eq!(read("ra.docx"), read("chọn.docx"), "what was chosen holds without naming it");
    office.ok(&["report", "export", "dot1", "--to", "riêng.docx", "--template", "-"]);
    assert_eq!(read("riêng.docx"), read("thường.docx"));
    office.ok(&["template", "remove", "Mẫu huyện"]);
    assert!(office.ok(&["undo"]).contains("Bỏ mẫu Word"));
    assert_eq!(office.json(&["template", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_is_wrong_with_a_template_is_told_in_sentences() {
    let office = Office::with_book();
    std::fs::write(office.path().join("x.docx"), "không phải Word").unwrap();
    let output = office.run(&["template", "check", "x.docx"]);
    assert!(!output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("LỖI: Tệp không phải là văn bản Word (.docx).") && said.contains("chưa dùng được"), "{said}");
    let (_, said) = office.refused(&["template", "add", "x.docx"]);
    assert!(said.contains("Mẫu Word x.docx không dùng được: Tệp không phải là văn bản Word"), "{said}");
    let (_, said) = office.refused(&["report", "export", "dot1", "--to", "a.docx", "--template", "không có"]);
    assert!(said.contains("Không tìm thấy mẫu Word “không có”"), "{said}");
}

#[test]
fn a_name_that_ends_in_xlsx_gives_a_workbook() {
    let office = Office::with_book();
    office.ok(&["report", "export", "dot1", "--to", "Số liệu.XLSX"]);
    let bytes = std::fs::read(office.path().join("Số liệu.XLSX")).unwrap();
    assert!(bytes.starts_with(b"PK") && bytes.windows(11).any(|found| found == b"xl/workbook"));
}
