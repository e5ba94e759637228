//! Files between offices from the command line: forms, reports on paper, returns, receipts, forwarding, the ledger.

use serde_json::Value;

use crate::Office;

const UNIT: &str = "LĐLĐ huyện Sìn Hồ";

/// A province with one unit below it.
fn province() -> Office {
    let office = Office::with_province();
    office.ok(&["units", "add", UNIT, "--kind", "ldld-huyen", "--code", "SH"]);
    office
}

fn kinds(office: &Office) -> Vec<String> {
    let ledger = office.json(&["ledger"]);
    ledger.as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_form_is_written_for_a_unit_and_read_back() {
    let office = province();
    let said = office.ok(&["form", "write", "dot1", "SH", "--to", "mẫu.xlsx"]);
    assert!(said.contains("Đã tạo 1 biểu mẫu"), "{said}");
    let read = office.json(&["form", "read", "mẫu.xlsx"]);
    assert_eq!(read["payload"]["unit"]["name"], UNIT);
    assert_eq!(read["troubles"], Value::Array(Vec::new()));
    std::fs::create_dir(office.path().join("biểu mẫu")).unwrap();
    let all = office.json(&["form", "write", "dot1", "--to", "biểu mẫu"]);
    assert_eq!(all["n_forms"], 1);
    assert_eq!(office.json(&["form", "sum", "biểu mẫu"]), Value::Array(Vec::new()), "nobody filled them in");
    assert_eq!(kinds(&office), ["form", "form"]);
    let (status, sentence) = office.refused(&["form", "read", "sổ/so.db"]);
    assert_eq!(status, 1);
    assert!(sentence.contains("so.db"), "{sentence}");
}

#[test]
fn a_report_on_paper_goes_back_gets_its_receipt_and_is_forwarded() {
    let office = province();
    std::fs::write(office.path().join("quét.pdf"), b"%PDF-1.4").unwrap();
    let by = ["--by", "Chuyên viên Ban Tuyên giáo"];
    office.ok(&[
        &["enter", "dot1", "SH", "--figure", "LT01=1.234", "--figure", "CD01=khong-co", "--done", "III.1-1"][..],
        &["--text", "I=Huyện có 13 xã.", "--scan", "quét.pdf", "--number", "12/BC-LĐLĐ"],
        &by,
    ]
    .concat());
    assert!(office.ok(&["register", "dot1"]).contains("đã nhận"));

    let line = office.ok(&["receipt", "dot1", "SH"]);
    assert!(line.starts_with("Liên đoàn Lao động tỉnh Lai Châu đã nhận báo cáo Đợt 1 của LĐLĐ huyện Sìn Hồ"), "{line}");
    let file = office.json(&["receipt", "dot1", "SH", "--to", "."]);
    assert!(file["path"].as_str().unwrap().ends_with(".sotg"), "{file}");

    let said = office.ok(&[
        "return",
        "dot1",
        "SH",
        "--figure",
        "LT01=cao hơn số lớp",
        "--until",
        "25/7/2023",
        "--to",
        "tra.sotg",
    ]);
    assert!(said.contains("tra.sotg"), "{said}");
    assert!(office.ok(&["register", "dot1"]).contains("trả lại"));
    let (_, sentence) = office.refused(&["return", "dot1", "SH", "--to", "x.sotg"]);
    assert!(sentence.contains("Chưa có"), "{sentence}");
    let (_, sentence) = office.refused(&["open", "tra.sotg"]);
    assert!(sentence.contains("gửi cho đơn vị khác"), "the office that returned it is not the unit: {sentence}");

    let packed = office.json(&["forward", "dot1", "--to", "gói.zip"]);
    assert_eq!(packed["n_files"], 1);
    assert!(office.path().join("gói.zip").is_file());
    assert_eq!(kinds(&office), ["forwarded", "return", "receipt", "receipt", "report"]);
    let lines = office.ok(&["ledger", "--kind", "return"]);
    assert_eq!(lines.lines().count(), 1);
    assert!(lines.contains("gửi  trả lại để sửa, bản 1"), "{lines}");
    office.ok(&["ledger", "--to", "sổ gửi nhận.xlsx"]);
    assert!(office.path().join("sổ gửi nhận.xlsx").is_file());
}

#[test]
fn a_unit_opens_what_came_back_once_it_has_compared_the_key() {
    let (unit, office) = (Office::with_book(), province());
    office.ok(&["units", "add", "Liên đoàn Lao động huyện Tam Đường", "--kind", "ldld-huyen", "--code", "TD"]);
    unit.ok(&["report", "sent", "dot1"]);
    office.ok(&["received", "dot1", "TD"]);
    let path = unit.path().join("tra.sotg");
    let path = path.to_str().unwrap();
    office.ok(&["return", "dot1", "TD", "--note", "thiếu chữ ký", "--to", path]);

    let look = unit.ok(&["open", path, "--look"]);
    assert!(look.contains("trả lại để sửa báo cáo Đợt 1") && look.contains("chưa biết"), "{look}");
    let (_, sentence) = unit.refused(&["open", path]);
    assert!(sentence.contains("--confirm"), "{sentence}");
    let said = unit.ok(&["open", path, "--confirm"]);
    assert!(said.contains("thiếu chữ ký"), "{said}");
    let entry = &unit.json(&["ledger", "--direction", "received"])[0];
    assert_eq!(
        (entry["kind"].as_str(), entry["note"].as_str()),
        (Some("return"), Some("Liên đoàn Lao động tỉnh Lai Châu"))
    );
}

#[test]
fn a_report_is_exported_with_its_evidence() {
    let office = Office::with_book();
    std::fs::write(office.path().join("ảnh.jpg"), b"a photo").unwrap();
    office.ok(&["evidence", "add", "III.1-1", "ảnh.jpg"]);
    let packed = office.json(&["report", "export", "dot1", "--to", "báo cáo.zip"]);
    assert_eq!(packed["n_files"], 1);
    assert!(office.path().join("báo cáo.zip").is_file());
}
