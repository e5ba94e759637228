//! What goes out for Excel: texts stay texts, numbers are numbers.

use std::io::{Cursor, Read as _};

use sotg_core::model::*;

use crate::office::{Office, office};
use crate::support::{day, moment_on};

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn with_hostile_name() -> Office {
    let mut office = office();
    office.add("=cmd|'/c calc'!A1", "D", None).unwrap();
    office.add("@SUM(1+1)", "D", None).unwrap();
    office
}

#[test]
fn a_name_that_looks_like_a_formula_stays_a_text() {
    let office = with_hostile_name();
    let today = day(2023, 7, 20);
    let board = office.made.book.board_workbook(today).unwrap();
    let register = office.made.book.register_workbook("dot1", StructureOf::Then, today).unwrap();
    for bytes in [board, register] {
        assert!(part(&bytes, "xl/sharedStrings.xml").contains("=cmd|'/c calc'!A1"));
        for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            let xml = part(&bytes, sheet);
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "no cell of {sheet} is a formula");
        }
    }
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let office = office();
    let today = day(2023, 7, 20);
    assert_eq!(office.made.book.board_workbook(today).unwrap(), office.made.book.board_workbook(today).unwrap());
}

#[test]
fn the_numbers_of_the_register_are_those_of_the_screen() {
    let mut office = office();
    let moment = moment_on(day(2023, 8, 20));
    let receipt = Receipt {
        state: ReceivedState::Received,
        signed_on: None,
        sent_on: None,
        received_on: Some(day(2023, 8, 1)),
        channel: Channel::Paper,
        has_content: true,
        note: "Bản ký tay".to_owned(),
    };
    office.made.book.set_received(&moment, "dot1", &[office.id("B")], &receipt).unwrap();
    let bytes = office.made.book.register_workbook("dot1", StructureOf::Then, moment.today).unwrap();
    let strings = part(&bytes, "xl/sharedStrings.xml");
    for text in ["SỔ NHẬN BÁO CÁO ĐỢT 1", "Bản giấy", "Bản ký tay", "Quá hạn", "Tất cả đơn vị"]
    {
        assert!(strings.contains(text), "{text}");
    }
    let sums = part(&bytes, "xl/worksheets/sheet2.xml");
    let values: Vec<&str> = sums.split("<v>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let total = office.made.book.register("dot1", StructureOf::Then, moment.today).unwrap().total;
    assert_eq!((total.expected, total.on_time, total.not_yet), (5, 1, 4));
    let line = [total.expected, total.on_time, total.late, total.not_yet, total.overdue, total.unexpected];
    let wanted: Vec<String> = line.iter().map(u32::to_string).collect();
    assert!(values.windows(6).any(|found| found == wanted), "{values:?}");
}
