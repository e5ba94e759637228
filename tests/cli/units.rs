//! Units from the command line.

use crate::Office;

impl Office {
    /// A province with a district and two units below it.
    pub fn with_units() -> Office {
        let office = Office::with_book();
        office.ok(&["units", "add", "LĐLĐ huyện Mẫu", "--kind", "ldld-huyen", "--code", "H1"]);
        for (name, code, members) in [("CĐCS Trường A", "A1", "24"), ("CĐCS Trường B", "B1", "12")] {
            let kind = ["--kind", "cdcs-truong-hoc", "--below", "H1", "--code", code, "--members", members];
            office.ok(&[&["units", "add", name][..], &kind].concat());
        }
        office
    }

    fn names_on(&self, day: &str) -> Vec<String> {
        let tree = self.json(&["units", "tree", "--on", day]);
        let units = tree["units"].as_array().unwrap();
        units.iter().map(|unit| unit["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn a_tree_is_built_and_changed_and_each_day_keeps_its_own() {
    let office = Office::with_units();
    assert_eq!(office.names_on("20/7/2023"), ["LĐLĐ huyện Mẫu", "CĐCS Trường A", "CĐCS Trường B"]);
    office.ok(&[
        "units",
        "rename",
        "A1",
        "CĐCS Trường Một",
        "--on",
        "1/8/2023",
        "--document",
        "Quyết định số 1/QĐ-LĐLĐ",
    ]);
    office.ok(&["units", "merge", "B1", "--into", "A1", "--on", "1/9/2023"]);
    office.ok(&["units", "move", "A1", "--on", "1/10/2023"]);
    office.ok(&["units", "split", "A1", "--part", "CĐCS Trường Ba", "--keep", "--on", "1/11/2023"]);
    office.ok(&["units", "close", "H1", "--on", "1/12/2023", "--document", "Quyết định số 2/QĐ-LĐLĐ"]);
    assert!(office.ok(&["units", "show", "H1"]).contains("kết thúc theo Quyết định số 2/QĐ-LĐLĐ"));
    assert_eq!(office.names_on("31/7/2023"), ["LĐLĐ huyện Mẫu", "CĐCS Trường A", "CĐCS Trường B"]);
    assert_eq!(office.names_on("1/9/2023"), ["LĐLĐ huyện Mẫu", "CĐCS Trường Một"]);
    assert_eq!(office.names_on("1/12/2023"), ["CĐCS Trường Ba", "CĐCS Trường Một"]);
    office.ok(&["undo"]);
    assert_eq!(office.names_on("1/12/2023").len(), 3);
    let shown = office.ok(&["units", "show", "A1"]);
    for line in [
        "CĐCS Trường Một  [A1]",
        "Đoàn viên: 24",
        "CĐCS Trường B sáp nhập vào",
        "từ trước – 31/07/2023",
        "thuộc LĐLĐ huyện Mẫu; theo Quyết định số 1/QĐ-LĐLĐ",
    ] {
        assert!(shown.contains(line), "{line} stands in {shown}");
    }
}

#[test]
fn facts_that_are_not_typed_stay_as_they_are() {
    let office = Office::with_units();
    office.ok(&["units", "edit", "A1", "--page", "true", "--contact", "Chủ tịch;0000 000 001;a@vi-du.vn"]);
    office.ok(&["units", "edit", "A1", "--sector", "state", "--followed-by", "Ban Tuyên giáo - Nữ công"]);
    let unit = office.json(&["units", "show", "A1"]);
    assert_eq!(unit["facts"]["members"], 24);
    assert_eq!(unit["facts"]["has_page"], true);
    assert_eq!(unit["facts"]["sector"], "state");
    assert_eq!(unit["contacts"][0]["email"], "a@vi-du.vn");
    office.ok(&["units", "rename", "A1", "CĐCS Trường Á", "--correct"]);
    let unit = office.json(&["units", "show", "A1"]);
    assert_eq!((unit["name"].as_str(), unit["spans"].as_array().unwrap().len()), (Some("CĐCS Trường Á"), 1));
    office.ok(&["units", "remove", "B1"]);
    assert!(office.refused(&["units", "show", "B1"]).1.contains("Không tìm thấy đơn vị “B1”"));
}

#[test]
fn what_a_change_of_facts_or_kind_changes_is_told_with_it_or_before() {
    let office = Office::new();
    let plan = include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml")
        .replace("due_days_after_end = 5", "due_days_after_end = 5\nkinds = [\"cdcs\"]\nmembers_from = 20");
    std::fs::write(office.path().join("kế hoạch.sotg"), plan).unwrap();
    let (unit, level) = (["--unit", "LĐLĐ tỉnh Sông Mây"], ["--level", "province"]);
    let rest = ["--place", "Sông Mây", "--signer", "Nguyễn Văn An", "--plan", "kế hoạch.sotg"];
    office.ok(&[&["init"][..], &unit, &level, &rest].concat());
    office.ok(&["units", "add", "CĐCS A", "--kind", "cdcs", "--code", "A1"]);
    let fewer = ["units", "edit", "A1", "--members", "19"];
    let before = office.json(&["expected", "A1"]);
    let said = office.ok(&[&fewer[..], &["--preview"]].concat());
    assert!(
        said.contains("Bỏ 3 việc:") && said.contains("Chưa ghi gì vào sổ."),
        "two reports and the festival: {said}"
    );
    assert_eq!(office.json(&["expected", "A1"]), before, "nothing was written");
    assert!(office.ok(&fewer).contains("Bỏ 3 việc:"));
    assert_eq!(office.json(&["expected", "A1"]).as_array().unwrap().len(), before.as_array().unwrap().len() - 3);
    let told = office.json(&["units", "edit", "A1", "--members", "20"]);
    assert_eq!(told["expected"]["added"].as_array().unwrap().len(), 2, "the reports come back: {told}");
    assert_eq!(told["step"]["op"], "edit_unit");
    let kind = ["units", "rename", "A1", "CĐCS A", "--kind", "cdcs-truong-hoc", "--on", "20/7/2023"];
    let change = office.json(&[&kind[..], &["--preview"]].concat());
    assert_eq!(change["removed"].as_array().unwrap().len(), 2, "{change}");
    assert!(office.ok(&kind).contains("Bỏ 2 việc:"));
    let back = office.ok(&["units", "rename", "A1", "CĐCS A", "--kind", "cdcs", "--correct"]);
    assert!(back.contains("Thêm 2 việc:"), "{back}");
    let level = ["units", "kind", "CĐCS", "--code", "cdcs", "--level", "district"];
    let said = office.ok(&[&level[..], &["--preview"]].concat());
    assert!(said.contains("Việc phải làm thay đổi ở 1 đơn vị:") && said.contains("Chưa ghi gì vào sổ."), "{said}");
    assert_eq!(office.json(&level)["expected"]["n_units"], 1);
    office.ok(&["undo"]);
    let same = office.ok(&["units", "edit", "A1", "--followed-by", "Ban Tổ chức", "--preview"]);
    assert!(same.contains("Việc phải làm không thay đổi."), "{same}");
}

#[test]
fn what_units_cannot_do_is_said_in_vietnamese() {
    let office = Office::with_units();
    let cases: [(&[&str], &str); 8] = [
        (
            &["units", "close", "H1", "--on", "1/8/2023"],
            "Dưới “LĐLĐ huyện Mẫu” còn 2 đơn vị: CĐCS Trường A; CĐCS Trường B.",
        ),
        (&["units", "move", "H1", "--below", "A1", "--on", "1/8/2023"], "đang thuộc đơn vị ấy"),
        (&["units", "merge", "A1", "--into", "A1", "--on", "1/8/2023"], "Hãy chọn đơn vị khác"),
        (&["units", "rename", "A1", "CĐCS trường B", "--on", "1/8/2023"], "đã có đơn vị tên"),
        (&["units", "add", "C", "--kind", "cdcs", "--code", "A1"], "Mã A1 đã dùng cho “CĐCS Trường A”"),
        (&["units", "add", "C", "--kind", "chi-doan"], "Không tìm thấy loại đơn vị “chi-doan”"),
        (&["units", "remove", "H1"], "không xóa được"),
        (&["units", "edit", "A1", "--contact", "Chủ tịch;;abc"], "không phải là địa chỉ thư điện tử"),
    ];
    for (arguments, sentence) in cases {
        let (status, said) = office.refused(arguments);
        assert_eq!(status, 1, "{arguments:?}");
        assert!(said.contains(sentence), "{arguments:?} said {said:?}");
    }
    assert_eq!(office.run(&["units", "close", "A1"]).status.code(), Some(2), "a change needs its day");
}

#[test]
fn kinds_are_listed_and_added() {
    let office = Office::with_book();
    assert!(office.ok(&["units", "kinds"]).contains("ldld-huyen"));
    office.ok(&["units", "kind", "Công đoàn khu kinh tế", "--level", "sector"]);
    let kinds = office.json(&["units", "kinds"]);
    let added = kinds.as_array().unwrap().last().unwrap();
    assert_eq!((added["code"].as_str(), added["level"].as_str()), (Some("cong-doan-khu-kinh-te"), Some("sector")));
    let kind = ["--kind", "cong-doan-khu-kinh-te"];
    office.ok(&[&["units", "add", "Công đoàn khu kinh tế Ma Lù Thàng"][..], &kind].concat());
    let shown = office.ok(&["units", "kinds"]);
    assert!(shown.contains("Công đoàn khu kinh tế (Công đoàn ngành): 1 đơn vị"), "{shown}");
    let (_, said) = office.refused(&["units", "kind", "công đoàn khu kinh tế", "--level", "sector"]);
    assert!(said.contains("Đã có loại đơn vị tên “công đoàn khu kinh tế”. Hãy ghi tên khác."), "{said}");
    let (_, said) = office.refused(&["units", "kind", "Chi đoàn", "--level", "sector", "--code", "chi-doan"]);
    assert!(said.contains("Không tìm thấy loại đơn vị “chi-doan”"), "{said}");
}

#[test]
fn a_sample_of_a_province_is_made_where_it_was_asked_for() {
    let office = Office::new();
    let said = office.ok(&["sample", "--units", "30", "--to", "tỉnh mẫu"]);
    assert!(said.contains("không có thật"));
    let folder = office.path().join("tỉnh mẫu");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sotg"))
        .arg("--book")
        .arg(&folder)
        .args(["units", "tree"])
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(tree.contains("Liên đoàn Lao động huyện Tam Đường (mẫu)"), "{tree}");
    assert!(tree.trim_end().ends_with("đơn vị"), "{tree}");
    assert_eq!(office.refused(&["sample", "--units", "30", "--to", "tỉnh mẫu"]).0, 1, "nothing is overwritten");
    let beside = office.json(&["sample", "--units", "20"]);
    assert!(beside["folder"].as_str().unwrap().ends_with("sổ-mau-tinh-20"), "the window's own sample stays free");
}
