//! Plan files from the command line: sent out, checked, and set up in another office.

use serde_json::Value;

use crate::Office;

const OTHER: &str = include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml");

const UNIT: [&str; 8] =
    ["--unit", "Công đoàn xã Bản Mây", "--level", "commune", "--place", "Bản Mây", "--signer", "Trần Thị Mây"];

fn init(plan: &str) -> Vec<&str> {
    [&["init", "--plan", plan], &UNIT[..]].concat()
}

#[test]
fn a_book_is_set_up_from_the_plan_file_of_another_province() {
    let office = Office::new();
    std::fs::write(office.path().join("kế hoạch tỉnh.sotg"), OTHER).unwrap();
    office.ok(&init("kế hoạch tỉnh.sotg"));
    let items = office.json(&["list"]);
    let titles: Vec<&str> = items.as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        ["Phát bài truyền thanh hằng tuần", "Phát bài truyền thanh hằng tuần", "Tổ chức ngày hội công nhân"]
    );
    // The book keeps the plan: the file may go.
    std::fs::remove_file(office.path().join("kế hoạch tỉnh.sotg")).unwrap();
    office.ok(&["tick", "3.b-1"]);
    office.ok(&["report", "export", "cao-diem", "--to", "báo cáo.docx"]);
    assert!(office.ok(&["check"]).contains("nguyên vẹn"));
}

#[test]
fn a_plan_file_is_known_by_its_ending_or_because_it_is_there() {
    for name in ["tỉnh.sotg", "TỈNH.SOTG", "tỉnh.toml", "ke-hoach"] {
        let office = Office::new();
        std::fs::write(office.path().join(name), OTHER).unwrap();
        office.ok(&init(name));
        let plan: Value = office.json(&["plan", name]);
        assert_eq!((plan["code"].as_str(), plan["n_activities"].as_u64()), (Some("mau-song-may-2028"), Some(3)));
    }
}

#[test]
fn a_built_in_plan_goes_to_the_units_as_a_file() {
    let province = Office::new();
    let path = province.ok(&["plan", "export", "383-lai-chau-2022", "--to", "."]);
    assert!(path.trim().ends_with("383-lai-chau-2022.sotg"), "{path}");
    province.ok(&["plan", "export", "383-lai-chau-2022", "--to", "Kế hoạch 383 v1.2"]);
    let sent = province.path().join("Kế hoạch 383 v1.2.sotg");
    let unit = Office::new();
    unit.ok(&init(&sent.display().to_string()));
    let built_in = Office::new();
    built_in.ok(&init("383-lai-chau-2022"));
    assert_eq!(unit.json(&["list"]), built_in.json(&["list"]), "the same plan, whichever way it came");
    let shown = unit.ok(&["plan", &sent.display().to_string()]);
    assert!(shown.contains("Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022") && shown.contains("31/07/2023"), "{shown}");
}

#[test]
fn what_is_no_plan_file_is_refused_in_vietnamese_and_no_book_is_set_up() {
    let office = Office::new();
    let cases: [(&str, &[u8], &str); 6] = [
        ("trống.sotg", b"", "không có gì bên trong"),
        ("word.sotg", b"PK\x03\x04", "là tài liệu (Word"),
        ("cũ.sotg", b"code = \"k\xd5\"", "mã UTF-8"),
        ("mới.sotg", b"# sotg-ke-hoach 4\n", "bản mới của chương trình"),
        ("sai.sotg", b"code = 5\n", "dòng 1, mục code"),
        ("sổ.sotg", b"SQLite format 3\0", "là sổ của chương trình"),
    ];
    for (name, content, wanted) in cases {
        std::fs::write(office.path().join(name), content).unwrap();
        for arguments in [init(name), vec!["plan", name]] {
            let (status, said) = office.refused(&arguments);
            assert_eq!(status, 1);
            assert!(said.contains(wanted) && said.contains(name), "{said}");
        }
    }
    let (_, said) = office.refused(&init("đã rút.sotg"));
    assert!(said.contains("USB đã rút ra"), "{said}");
    assert!(!office.path().join("sổ").exists(), "no empty book is left");
    let (_, said) = office.refused(&init("999"));
    assert!(said.contains("Không tìm thấy kế hoạch “999”"), "{said}");
}

#[test]
fn a_plan_command_without_a_file_makes_no_sense() {
    assert_eq!(Office::new().run(&["plan"]).status.code(), Some(2));
    assert_eq!(Office::new().run(&["plan", "export"]).status.code(), Some(2));
}
