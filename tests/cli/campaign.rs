//! Plan files of an office from the command line: issued, looked at, taken over, amended, passed on.

use serde_json::Value;

use crate::Office;

const DISTRICT: &str = "Liên đoàn Lao động huyện Mẫu";
const SCHOOL: &str = "Công đoàn cơ sở Trường Mẫu";

/// A province with a district and a school below it.
fn province() -> Office {
    let office = Office::new();
    office.ok(&[
        "init",
        "--unit",
        "Liên đoàn Lao động tỉnh Mẫu",
        "--level",
        "province",
        "--place",
        "Mẫu",
        "--signer",
        "Trần Văn Bình",
    ]);
    office.ok(&["units", "add", DISTRICT, "--kind", "ldld-huyen", "--code", "H1"]);
    office.ok(&["units", "add", SCHOOL, "--kind", "cdcs-truong-hoc", "--below", "H1"]);
    office
}

fn find<'a>(units: &'a Value, name: &str) -> &'a Value {
    units.as_array().unwrap().iter().find(|unit| unit["name"] == name).unwrap()
}

fn issued(office: &Office, name: &str) -> String {
    let path = office.path().join(name).display().to_string();
    office.ok(&["plan", "issue", "--to", &path]);
    path
}

const BEGINNING: [&str; 4] = ["--place", "Mẫu", "--signer", "Nguyễn Văn An"];

#[test]
fn a_plan_file_is_issued_looked_at_and_taken() {
    let office = province();
    let said = office.ok(&["plan", "issue", "--to", ".", "--note", "Bản đầu"]);
    assert!(said.contains("Bản 1 ngày 20/07/2023, 2 đơn vị.") && said.contains("Nội dung: Bản đầu."), "{said}");
    let path = office.path().join(said.lines().next().unwrap());
    assert!(path.extension().is_some_and(|end| end == "sotg"), "{}", path.display());
    let file = path.display().to_string();
    assert_eq!(office.json(&["plan", "issue", "--to", "."])["issued"]["version"], 1, "the same again");

    let unit = Office::new();
    let said = unit.ok(&["plan", "look", &file]);
    assert!(said.contains("Chưa có sổ") && said.contains(SCHOOL) && said.contains("Nội dung: Bản đầu"), "{said}");
    assert_eq!(unit.ok(&["plan", &file]), said, "with and without the word");
    let offer = unit.json(&["plan", "look", &file, "--unit", "công đoàn cơ sở trường mẫu"]);
    assert_eq!(offer["unit"], find(&offer["units"], SCHOOL)["uid"]);
    let (_, said) = unit.refused(&["plan", "take", &file, "--unit", SCHOOL]);
    assert!(said.contains("Chưa có địa danh"), "{said}");
    assert!(!unit.path().join("sổ").exists(), "no empty book is left");
    unit.ok(&[&["plan", "take", &file, "--unit", SCHOOL], &BEGINNING[..]].concat());
    let state = unit.ok(&["status"]);
    assert!(!state.is_empty());
    unit.ok(&["plan", "pass", "--to", "chuyển tiếp.sotg"]);
    let passed = std::fs::read(unit.path().join("chuyển tiếp.sotg")).unwrap();
    assert_eq!(passed, std::fs::read(&path).unwrap(), "byte for byte");
}

#[test]
fn an_amendment_says_what_changes_and_keeps_the_ticks() {
    let office = province();
    let first = issued(&office, "một.sotg");
    let unit = Office::new();
    unit.ok(&[&["plan", "take", &first, "--unit", SCHOOL], &BEGINNING[..]].concat());
    let items = unit.json(&["list", "--phase", "dot1"]);
    let code = items[0]["code"].as_str().unwrap();
    unit.ok(&["tick", code]);
    office.ok(&["milestone", "set", "dai-hoi-tinh", "3/10/2023"]);
    let second = issued(&office, "hai.sotg");
    let said = unit.ok(&["plan", "look", &second]);
    assert!(said.contains("Sổ đang dùng bản 1") && said.contains("→ 03/10/2023"), "{said}");
    assert!(unit.ok(&["plan", "take", &second]).contains("Nhận tệp kế hoạch"), "the book knows which unit it is");
    assert_eq!(unit.json(&["list", "--phase", "dot1"])[0]["state"], "done");
    assert!(unit.ok(&["plan", "take", &second]).contains("Không có gì thay đổi."));
    let (_, said) = unit.refused(&["plan", "take", &first]);
    assert!(said.contains("Tệp này là bản 1, sổ đang dùng bản 2 mới hơn."), "{said}");
    assert!(unit.ok(&["undo"]).contains("Nhận tệp kế hoạch"));
}

#[test]
fn what_is_refused_says_why_in_vietnamese() {
    let office = province();
    let file = issued(&office, "một.sotg");
    let text = std::fs::read_to_string(&file).unwrap();
    let write = |name: &str, content: &str| {
        std::fs::write(office.path().join(name), content).unwrap();
        office.path().join(name).display().to_string()
    };
    let unit = Office::new();
    let forged = text.replacen("\"key\":\"", "\"key\":\"0", 1);
    let cases = [
        (write("sửa.sotg", &forged), "Chữ ký của tệp không đúng"),
        (write("cụt.sotg", &text[..text.len() - 9]), "Tệp bị hỏng hoặc chưa tải về hết"),
        (write("mới.sotg", "{\"format\": 9}"), "Hãy cài bản mới của chương trình"),
        (write("mẫu.toml", "code = \"k\"\n"), "dòng 1"),
    ];
    for (path, wanted) in cases {
        let (status, said) = unit.refused(&["plan", "look", &path]);
        assert!(status == 1 && said.contains(wanted), "{path}: {said}");
    }
    let (_, said) = office.refused(&["plan", "take", &file, "--unit", SCHOOL]);
    assert!(said.contains("do chính sổ này phát hành"), "{said}");
    let (_, said) = unit.refused(&["plan", "look", &file, "--unit", "Trường Không Có"]);
    assert!(said.contains("không có đúng một đơn vị “Trường Không Có”"), "{said}");
    let (_, said) = unit.refused(&[
        "init",
        "--plan",
        &file,
        "--unit",
        SCHOOL,
        "--level",
        "grassroots",
        "--place",
        "Mẫu",
        "--signer",
        "Nguyễn Văn An",
    ]);
    assert!(said.contains("sotg plan take"), "{said}");
}

#[test]
fn the_leading_office_amends_its_plan_and_a_led_one_does_not() {
    let office = province();
    let first = issued(&office, "một.sotg");
    let source = sotg_core::plan::file_text("383-lai-chau-2022").unwrap();
    let amended = source.replace("title = \"Tuyên truyền kết quả nhiệm kỳ", "title = \"Nêu kết quả nhiệm kỳ");
    std::fs::write(office.path().join("sửa.toml"), amended).unwrap();
    let unit = Office::new();
    unit.ok(&[&["plan", "take", &first, "--unit", DISTRICT], &BEGINNING[..]].concat());
    let template = office.path().join("sửa.toml").display().to_string();
    let (_, said) = unit.refused(&["plan", "amend", &template]);
    assert!(said.contains("Kế hoạch do Liên đoàn Lao động tỉnh Mẫu phát hành"), "{said}");
    assert!(office.ok(&["plan", "amend", &template]).contains("Sửa kế hoạch"));
    let second = issued(&office, "hai.sotg");
    assert!(unit.ok(&["plan", "look", &second]).contains("Việc đổi tên: Nêu kết quả nhiệm kỳ"));
}
