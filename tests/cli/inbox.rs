//! What units sent, from the command line: looked at, accepted, taken back.

use crate::Office;

#[test]
fn a_folder_of_sample_reports_is_looked_at_accepted_and_taken_back() {
    let office = Office::new();
    let (book, reports) = (office.path().join("sổ"), office.path().join("bao-cao"));
    let (book, reports) = (book.to_str().unwrap(), reports.to_str().unwrap());
    let said = office.ok(&["sample", "--units", "3", "--to", book, "--reports", reports]);
    assert!(said.contains("tệp báo cáo mẫu"), "{said}");
    std::fs::write(std::path::Path::new(reports).join("ghi chú.txt"), "không phải báo cáo").unwrap();
    let looked = office.ok(&["inbox", "look", reports]);
    assert!(looked.contains("nhận mới") && looked.contains("không phải báo cáo"), "{looked}");
    assert!(looked.contains("Khóa lần đầu thấy") && looked.contains("Đề nghị đơn vị"), "{looked}");
    let files = office.json(&["inbox", "look", reports])["files"].as_array().unwrap().clone();
    let name = files.iter().find(|file| file["fate"] == "new").unwrap()["name"].as_str().unwrap().to_owned();
    let said = office.ok(&["inbox", "accept", reports, "--skip", &name]);
    assert!(said.contains("Nhận tệp báo cáo của đơn vị"), "{said}");
    let count = |fate: &str| {
        let files = office.json(&["inbox", "look", reports])["files"].as_array().unwrap().clone();
        files.iter().filter(|file| file["fate"] == fate).count()
    };
    assert_eq!((count("new"), count("same")), (1, files.len() - 2));
    office.ok(&["undo"]);
    assert_eq!((count("new"), count("same")), (files.len() - 1, 0));
    let (status, said) = office.refused(&["inbox", "accept", reports, "--skip", "không có.docx"]);
    assert_eq!((status, said.contains("không có.docx")), (1, true), "{said}");
}
