//! The official form from the command line: which one holds, one of the office's own by its file, and what breaks a rule.

use crate::Office;

#[test]
fn the_forms_are_listed_and_the_one_of_today_is_marked() {
    let office = Office::with_book();
    let list = office.ok(&["form", "list"]);
    assert!(list.contains("* qd-1014-2011") && list.contains("  qd-933-2024"), "{list}");
    assert!(office.ok(&["form", "show"]).contains("Áp dụng: từ ngày 19/08/2011 đến ngày 13/05/2024"));
    let shown = office.ok(&["form", "show", "qd-933-2024"]);
    assert!(shown.contains("trái 35, phải 20 mm") && shown.contains("BC-LĐLĐ") && shown.contains("Chưa rõ"), "{shown}");
}

#[test]
fn an_office_makes_its_own_form_from_a_copy_and_takes_it_for_a_report() {
    let office = Office::with_book();
    office.ok(&["form", "show", "qd-933-2024", "--to", "mẫu.toml"]);
    let path = office.path().join("mẫu.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, fixed) = office.refused(&["form", "set", "mẫu.toml"]);
    assert!(fixed.contains("có sẵn trong chương trình"), "{fixed}");
    let own = text.replace("qd-933-2024", "rieng").replace("left = 35", "left = 30");
    std::fs::write(&path, own.replace("top = 25", "top = 10")).unwrap();
    let (_, refused) = office.refused(&["form", "set", "mẫu.toml"]);
    assert!(refused.contains("mục margins.top") && refused.contains("10 (20 - 25)"), "{refused}");
    std::fs::write(&path, own).unwrap();
    office.ok(&["form", "set", "mẫu.toml"]);
    office.ok(&["form", "use", "dot1", "rieng"]);
    let form = &office.json(&["report", "show", "dot1"])["form"];
    assert_eq!((form["code"].as_str(), form["is_chosen"].as_bool()), (Some("rieng"), Some(true)));
    assert!(office.refused(&["form", "remove", "rieng"]).1.contains("đang dùng mẫu"));
    office.ok(&["undo"]);
    office.ok(&["form", "remove", "rieng"]);
    assert_eq!(office.json(&["report", "show", "dot1"])["form"]["code"], "qd-1014-2011");
}

#[test]
fn the_head_of_a_unit_is_proposed_by_its_level_and_what_is_typed_wins() {
    let cases: [(&str, &[&str], [&str; 3]); 4] = [
        ("province", &[], ["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "BC-LĐLĐ", "TM. BAN THƯỜNG VỤ"]),
        ("sector", &[], ["", "BC-CĐN", "TM. BAN THƯỜNG VỤ"]),
        ("grassroots", &[], ["", "BC-CĐCS", "TM. BAN CHẤP HÀNH"]),
        ("grassroots", &["--symbol", "CĐ", "--authority", "TM. BAN THƯỜNG VỤ"], ["", "BC-CĐ", "TM. BAN THƯỜNG VỤ"]),
    ];
    for (level, more, expected) in cases {
        let office = Office::new();
        let init = ["init", "--unit", "Đơn vị Mẫu", "--level", level, "--place", "Mẫu", "--signer", "Nguyễn Thị Mẫu"];
        office.ok(&[&init[..], more].concat());
        let draft = office.json(&["report", "show", "dot1"]);
        let said = [&draft["superior"], &draft["symbol"], &draft["head"]["signer"]["authority"]];
        assert_eq!(said.map(|text| text.as_str().unwrap()), expected, "{level} {more:?}");
    }
}

#[test]
fn what_breaks_a_rule_of_the_form_is_said_with_its_place() {
    let office = Office::with_book();
    assert!(office.ok(&["form", "check", "dot1"]).contains("Không có gì trái với thể thức"));
    let other = Office::new();
    other.ok(&[
        "init",
        "--unit",
        "LĐLĐ huyện Mẫu",
        "--level",
        "district",
        "--superior",
        "LĐLĐ tỉnh Mẫu",
        "--place",
        "Mẫu",
        "--signer",
        "Nguyễn Thị Mẫu",
        "--authority",
        "T/M BAN THƯỜNG VỤ",
    ]);
    let output = other.run(&["form", "check", "dot1"]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(found.contains("Người ký:") && found.contains("Nên ghi “TM. BAN THƯỜNG VỤ”."), "{found}");
}
