//! `sotg units import`: the preview is printed, and nothing is written before --accept.

use std::path::Path;

use crate::Office;

/// A province with two districts.
fn province() -> Office {
    let office = Office::with_province();
    office.ok(&["units", "add", "LĐLĐ huyện Tam Đường", "--kind", "ldld-huyen", "--code", "TD"]);
    office.ok(&["units", "add", "LĐLĐ huyện Tân Uyên", "--kind", "ldld-huyen", "--code", "TU"]);
    office
}

fn fixture(name: &str) -> String {
    let path = Path::new("../../../tests/fixtures/unit-lists").join(name).canonicalize().unwrap();
    path.to_str().unwrap().to_owned()
}

fn n_units(office: &Office) -> usize {
    office.json(&["units", "tree"])["units"].as_array().unwrap().len()
}

#[test]
fn a_list_is_shown_first_and_taken_in_only_when_accepted() {
    let office = province();
    let file = fixture("01-o-gop.xlsx");
    let said = office.ok(&["units", "import", &file]);
    assert!(said.contains("Mới 5, thay đổi 0, giữ nguyên 0, chưa rõ 0, không nhận 0"), "{said}");
    assert!(said.contains("+ dòng 5: CĐCS Trường TH Bản Mẫu  ‹ LĐLĐ huyện Tam Đường"), "{said}");
    assert!(said.contains("--accept"), "{said}");
    assert_eq!(n_units(&office), 2, "looking writes nothing");

    assert!(office.ok(&["units", "import", &file, "--accept"]).contains("5 mục"));
    assert_eq!(n_units(&office), 7);
    assert_eq!(office.json(&["units", "import", &file])["n_unchanged"], 5);
    office.ok(&["undo"]);
    assert_eq!(n_units(&office), 2, "one step takes all of it back");
}

#[test]
fn a_doubtful_line_is_decided_on_the_command_line() {
    let office = province();
    office.ok(&["units", "import", &fixture("01-o-gop.xlsx"), "--accept"]);
    std::fs::write(
        office.path().join("gần giống.csv"),
        "Mã,Tên đơn vị,Cấp trên,Số ĐV\n,CĐCS Trường TH Bản Mẩu,TD,30\nB2,CĐCS Trường MN Bản Mãu,TD,19\n",
    )
    .unwrap();
    let said = office.ok(&["units", "import", "gần giống.csv"]);
    assert!(said.contains("chưa rõ 2") && said.contains("có thể là CĐCS Trường TH Bản Mẫu"), "{said}");
    let (status, said) = office.refused(&["units", "import", "gần giống.csv", "--accept"]);
    assert_eq!(status, 1);
    assert!(said.contains("Còn 2 dòng") && said.contains("--decide"), "{said}");

    let preview = office.json(&["units", "import", "gần giống.csv"]);
    let known = preview["lines"][0]["candidates"][0]["unit"].to_string();
    let it_is = format!("2={known}");
    office.ok(&["units", "import", "gần giống.csv", "--decide", &it_is, "--decide", "3=new", "--accept"]);
    assert_eq!(office.json(&["units", "show", &known])["facts"]["members"], 30);
    assert_eq!(n_units(&office), 8, "one was known, the other is new");
    let (status, said) = office.refused(&["units", "import", "gần giống.csv", "--decide", "hai"]);
    assert_eq!(status, 2, "{said}");
}

#[test]
fn old_letters_are_offered_for_conversion_and_converted_on_request() {
    let office = province();
    let file = fixture("04-vni.xlsx");
    let said = office.ok(&["units", "import", &file]);
    assert!(said.contains("--convert vni") && said.contains("→  CĐCS Trường Tiểu học Bản Mẫu"), "{said}");
    office.ok(&["units", "import", &file, "--convert", "vni", "--accept"]);
    let tree = office.ok(&["units", "tree"]);
    assert!(tree.contains("CĐCS Trường Mầm non Hương Mẫu"), "{tree}");
}

#[test]
fn lines_go_below_the_unit_and_get_the_kind_that_are_named() {
    let office = province();
    let file = fixture("12-khong-tieu-de.xls");
    office.ok(&["units", "import", &file, "--below", "TU", "--kind", "cdcs", "--on", "1/7/2023", "--accept"]);
    let tree = office.json(&["units", "tree"]);
    let below: Vec<&str> = tree["units"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|unit| unit["depth"] == 1)
        .map(|unit| unit["kind"].as_str().unwrap())
        .collect();
    assert_eq!(below, ["cdcs", "cdcs", "cdcs"]);
    let earlier = office.json(&["units", "tree", "--on", "30/6/2023"]);
    assert_eq!(earlier["units"].as_array().unwrap().len(), 2, "they exist from the day on");
}

#[test]
fn what_is_refused_is_told_and_the_rest_is_taken_in() {
    let office = province();
    let said = office.ok(&["units", "import", &fixture("11-trung-lap.csv"), "--accept"]);
    assert!(said.contains("! dòng 4: CĐCS Trường THCS Tả Mẫu") && said.contains("mã đã có ở dòng khác"), "{said}");
    assert_eq!(n_units(&office), 5);
}

#[test]
fn files_that_are_no_lists_are_refused_in_words_that_help() {
    let office = province();
    for (file, words) in [
        ("16-co-mat-khau.xlsx", "mật khẩu"),
        ("17-tai-lieu-word.xlsx", "tài liệu Word"),
        ("18-bi-cat.xls", "bị hỏng hoặc chưa tải về hết"),
        ("19-no-bung.xlsx", "quá lớn"),
    ] {
        let (status, said) = office.refused(&["units", "import", &fixture(file)]);
        assert_eq!(status, 1, "{file}");
        assert!(said.contains(words) && said.contains("Hãy"), "{file}: {said}");
    }
}
