//! The letter as Word would show it.

use sotg_core::model::LetterInput;

use crate::docx_reading::{all, lines, part, text};
use crate::office::{Office, office};
use crate::support::day;
use crate::who::PHASE;

fn letter(office: &Office, number: &str) -> Vec<u8> {
    let input = LetterInput { number: number.to_owned(), dated_on: Some(day(2023, 8, 20)), until: day(2023, 8, 28) };
    office.made.book.reminder_letter(PHASE, &[], &input, day(2023, 8, 20)).unwrap()
}

/// The cells of the list, line by line, without its heading.
fn list(bytes: &[u8]) -> Vec<Vec<String>> {
    let xml = part(bytes, "word/document.xml");
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let table = all(tree.root(), "tbl").last().unwrap();
    all(table, "tr").skip(1).map(|row| all(row, "tc").map(text).collect()).collect()
}

#[test]
fn a_few_units_are_addressed_by_name_and_stand_in_the_list() {
    let mut office = office();
    for name in ["A", "E"] {
        office.tell(&format!("1/5 close {name}")).unwrap_or_else(|_| office.tell("1/5 close B").unwrap());
    }
    let bytes = letter(&office, "45");
    let lines = lines(&bytes);
    let text = lines.join("\n");
    assert!(text.contains("45/LĐLĐ"), "{text}");
    assert!(text.contains("đôn đốc gửi báo cáo kết quả tuyên truyền Đợt 1"), "{text}");
    assert!(text.contains("trước ngày 28 tháng 8 năm 2023"), "{text}");
    assert!(text.contains("Nguyễn Văn An"), "{text}");
    let names: Vec<String> = list(&bytes).into_iter().map(|cells| cells[1].clone()).collect();
    let addressed = lines.iter().position(|line| line.contains("Kính gửi")).unwrap();
    assert_eq!(names.len(), 3);
    for name in &names {
        assert!(lines[addressed..addressed + 5].iter().any(|line| line.contains(name.as_str())), "{name}: {text}");
    }
}

#[test]
fn forty_units_are_addressed_by_the_list_and_each_has_its_line() {
    let mut office = office();
    for number in 1..=35 {
        office.add(&format!("CĐCS Trường số {number}"), "D", None).unwrap();
    }
    let bytes = letter(&office, "");
    let text = lines(&bytes).join("\n");
    assert!(text.contains("Các đơn vị có tên trong danh sách kèm theo"), "{text}");
    assert!(text.contains("còn 40 đơn vị chưa có báo cáo"), "{text}");
    let list = list(&bytes);
    assert_eq!(list.len(), 40);
    let numbers: Vec<String> = list.iter().map(|cells| cells[0].clone()).collect();
    assert_eq!(numbers, (1..=40).map(|number| number.to_string()).collect::<Vec<_>>());
    assert!(list.iter().all(|cells| cells[2] == list[0][2] && cells[3].parse::<u32>().unwrap() > 0), "{list:?}");
}

#[test]
fn a_letter_that_asks_for_a_day_that_has_passed_is_refused() {
    let input = LetterInput { number: String::new(), dated_on: None, until: day(2023, 8, 19) };
    let refused = office().made.book.reminder_letter(PHASE, &[], &input, day(2023, 8, 20)).unwrap_err();
    assert_eq!(refused.code().as_str(), "dates_out_of_order");
}
