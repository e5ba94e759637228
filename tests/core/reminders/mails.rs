//! One e-mail a unit, in files that keep units of one name apart.

use sotg_core::model::*;

use crate::office::office;
use crate::support::{day, moment};
use crate::who::PHASE;

#[test]
fn each_unit_gets_a_file_with_its_address_or_without() {
    let mut office = office();
    let unit = office.id("B");
    let contacts = vec![
        UnitContact { title: "Văn phòng".into(), phone: String::new(), email: "vanphong@vi-du.vn".into() },
        UnitContact { title: "Chủ tịch".into(), phone: "0213 000 000".into(), email: String::new() },
    ];
    office.made.book.edit_unit(&moment(), unit, &UnitFacts::default(), &contacts).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let units = [unit, office.id("C")];
    let files = office.made.book.write_reminder_mails(PHASE, &units, folder.path(), day(2023, 8, 20)).unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["001 B.eml", "002 C.eml"]);
    let heads: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert!(heads[0].starts_with("To: vanphong@vi-du.vn\r\n"), "{}", heads[0]);
    assert!(heads[1].starts_with("Subject: "), "a unit without an address has a draft without a recipient");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}
