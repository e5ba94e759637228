//! Texts: what an official may have typed, and what the check says of it.

use sotg_core::book::Book;
use sotg_core::model::*;

use super::{check, figure, of, write};
use crate::support::book;

/// What is found of one rule in a text: the words, and whether they must be mended.
fn found_in(text: &str, rules: &[CheckRule]) -> Vec<(String, bool)> {
    let mut made = book();
    for (place, number) in
        [("TM01/khac", "12"), ("TM02/khac", "1.240"), ("PB01", "4"), ("PB02", "3"), ("TQ03/tru-so", "24")]
    {
        figure(&mut made.book, "dot1", place, number);
    }
    figure(&mut made.book, "dot1", "TD02A", "7");
    write(&mut made.book, "dot1", "II", text);
    let check = check(&made.book, "dot1");
    let found = check.findings.iter().filter(|one| rules.contains(&one.rule));
    let here = found.filter(|one| matches!(&one.place, FindingPlace::Section { code, .. } if code == "II"));
    here.map(|one| (one.fields["found"].clone(), one.severity == Severity::MustMend)).collect()
}

fn assert_found(rules: &[CheckRule], cases: &[(&str, &[(&str, bool)])]) {
    for (text, expected) in cases {
        let expected: Vec<(String, bool)> = expected.iter().map(|(found, must)| ((*found).to_owned(), *must)).collect();
        assert_eq!(found_in(text, rules), expected, "{text}");
    }
}

#[test]
fn a_number_beside_the_words_of_an_indicator_is_held_against_its_figure() {
    assert_found(
        &[CheckRule::TotalDiffers],
        &[
            ("Đã tổ chức 12 cuộc tuyên truyền miệng với 1.240 lượt người dự.", &[]),
            ("Đã tổ chức 15 cuộc tuyên truyền miệng.", &[("15 cuộc tuyên truyền miệng", true)]),
            ("Tổ chức 12 cuộc tuyên truyền miệng, 1240 lượt người dự", &[]),
            ("Có 1.420 lượt người dự; treo 24 băng rôn", &[("1.420 lượt người dự", true)]),
            ("Phát hiện 4 thông tin sai trái, phản bác 3 thông tin sai trái", &[]),
            ("Phát hiện 3 thông tin sai trái", &[("3 thông tin sai trái", true)]),
            ("Đăng ký 7 công trình, phần việc", &[]),
            ("Hơn 10 cuộc tuyên truyền miệng; gần 30 băng rôn", &[]),
            ("Năm 2023 có 3 cuộc họp và 5 cuộc, 20 lượt", &[]),
            ("TREO 42 BĂNG RÔN", &[("42 BĂNG RÔN", true)]),
        ],
    );
}

#[test]
fn a_number_whose_figure_nobody_has_entered_is_asked_about() {
    assert_found(
        &[CheckRule::TotalUnknown],
        &[("In 500 áp phích", &[("500 áp phích", false)]), ("In nhiều áp phích", &[])],
    );
}

#[test]
fn lines_of_the_program_itself_are_not_read_again() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TM01/khac", "12");
    let composed = made.book.report_draft("dot1", crate::support::moment().today).unwrap();
    let section = composed.sections.iter().find(|section| section.code == "III.2.4").unwrap().composed.plain();
    write(&mut made.book, "dot1", "III.2.4", &format!("{section}\nThêm một dòng."));
    figure(&mut made.book, "dot1", "TM01/khac", "13");
    let check = check(&made.book, "dot1");
    assert_eq!(of(&check, CheckRule::TotalDiffers).len(), 1, "12 is now the official's own number: {check:?}");
    assert_eq!(of(&check, CheckRule::SectionOutdated).len(), 1);
}

#[test]
fn another_term_is_found_and_beside_the_congress_of_the_plan_it_must_be_mended() {
    assert_found(
        &[CheckRule::OtherTerm],
        &[
            ("Đại hội XIII Công đoàn tỉnh Lai Châu, nhiệm kỳ 2023 - 2028", &[]),
            ("chào mừng Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2018-2023.", &[("2018 - 2023", true)]),
            ("kết quả của nhiệm kỳ 2018 – 2023 được nêu rõ", &[("2018 - 2023", false)]),
            ("Nhiệm kỳ 2023-2028; nhiệm kỳ mới; từ 2018 đến 2023", &[]),
            ("- Tuyên truyền kết quả nhiệm kỳ 2018 - 2023 và mô hình hay: đã xong", &[]),
        ],
    );
}

#[test]
fn another_number_of_a_congress_is_found_but_not_those_of_other_unions_and_of_the_party() {
    assert_found(
        &[CheckRule::OtherCongress],
        &[
            ("Đại hội XIII Công đoàn Việt Nam", &[]),
            ("Đại hội XII Công đoàn Việt Nam", &[("Đại hội XII", true)]),
            (
                "Đại hội Công đoàn tỉnh Lai Châu lần thứ XII, nhiệm kỳ",
                &[("Đại hội Công đoàn tỉnh Lai Châu lần thứ XII", true)],
            ),
            ("chào mừng Đại hội XII thành công", &[("Đại hội XII", false)]),
            ("Đại hội XIII của Đảng; Đại hội XII của Đảng", &[]),
            ("Đại hội XI Công đoàn huyện Tam Đường", &[]),
        ],
    );
}

#[test]
fn another_phase_is_found() {
    assert_found(
        &[CheckRule::OtherPhase],
        &[
            ("Kết quả Đợt 1", &[]),
            ("Kết quả đợt 2: tốt", &[("Đợt 2", false)]),
            ("các đợt; đợt cao điểm", &[]),
            ("trong đợt: 2 báo cáo", &[]),
        ],
    );
}

#[test]
fn gaps_are_found_with_the_words_around_them() {
    assert_found(
        &[CheckRule::GapLeft],
        &[
            ("Đơn vị hiện có … công đoàn cơ sở", &[("Đơn vị hiện có … công đoàn cơ sở", true)]),
            ("Treo cờ, phướn, băng rôn…", &[]),
            ("Kinh phí ..... triệu đồng", &[("Kinh phí ..... triệu đồng", true)]),
            ("Số ____ ngày", &[("Số ____ ngày", true)]),
        ],
    );
}

#[test]
fn a_section_that_says_nothing_is_found() {
    let mut made = book();
    let of_rule = |book: &Book, rule| {
        of(&check(book, "dot1"), rule).iter().map(|one| one.fields["section"].clone()).collect::<Vec<_>>()
    };
    assert!(of_rule(&made.book, CheckRule::SectionEmpty).is_empty());
    write(&mut made.book, "dot1", "II", "");
    assert_eq!(of_rule(&made.book, CheckRule::SectionEmpty), ["II. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"]);
    assert!(of_rule(&made.book, CheckRule::SectionTellsNothing).contains(&"2.1. Trên báo, đài".to_owned()));
}
