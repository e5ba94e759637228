use std::collections::BTreeSet;
use std::path::Path;

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::{StructureChange, UnitLevel};
use sotg_core::sample::province;

use crate::office::Office;
use crate::random_changes::assert_whole;
use crate::support::{TestBook, content_of, moment};

const N: u32 = 400;

fn province() -> Office {
    let folder = tempfile::tempdir().unwrap();
    // The folder must be new.
    std::fs::remove_dir(folder.path()).unwrap();
    let book = province::make(folder.path(), &moment(), N).unwrap();
    Office { made: TestBook { book, folder } }
}

/// A number of the file of the book.
fn count(folder: &Path, what: &str) -> i64 {
    let connection = rusqlite::Connection::open(folder.join("so.db")).unwrap();
    connection.query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn a_sample_province_has_units_of_every_kind_and_is_whole() {
    let office = province();
    let tree = office.made.book.unit_tree(moment().today).unwrap();
    assert!(office.made.book.is_sample());
    let of = |level| tree.units.iter().filter(|unit| unit.level == level).count();
    assert_eq!((of(UnitLevel::District), of(UnitLevel::Sector), of(UnitLevel::PublicEmployees)), (8, 2, 1));
    assert!(of(UnitLevel::DirectGrassroots) > 0 && of(UnitLevel::OccupationalUnion) > 0);
    let below = tree.units.iter().filter(|unit| unit.depth == 1).count();
    assert!((N as usize * 95 / 100..=N as usize).contains(&below), "{below}: a few have gone up in others");
    let upper = tree.units.iter().filter(|unit| unit.depth == 0);
    assert!(upper.clone().all(|unit| unit.name.ends_with("(mẫu)")), "real names are marked");
    let small = tree.units.iter().filter(|unit| unit.facts.members.is_some_and(|members| members < 20)).count();
    assert!(small * 5 > below, "the rule of 20 members has something to tell apart");
    assert_whole(&office).unwrap();
    let names: BTreeSet<_> = tree.units.iter().map(|unit| (unit.parent, &unit.name)).collect();
    assert_eq!(names.len(), tree.units.len(), "neighbours have different names");
}

#[test]
fn a_sample_province_has_something_of_everything() {
    let office = province();
    let folder = office.made.folder.path();
    let there = [
        "unit_descent",
        "unit_span WHERE starts_on IS NOT NULL",
        "unit_span WHERE ends_on IS NOT NULL",
        "unit WHERE has_page IS NULL AND is_ours = 0",
        "unit WHERE sector = 'non_state'",
        "progress WHERE state = 'done'",
        "received_report WHERE state = 'accepted'",
        "received_report WHERE state = 'returned'",
        "received_report WHERE NOT has_content",
        "received_report WHERE received_on > '2023-07-15'",
        "exception WHERE due_on IS NULL",
        "exception WHERE due_on IS NOT NULL",
        "congress WHERE held_on IS NULL",
        "congress WHERE held_on > '2023-05-31'",
        "congress WHERE is_pilot",
        "level_due",
    ];
    for what in there {
        assert!(count(folder, what) > 0, "{what}");
    }
    let impossible = [
        "unit_contact WHERE phone NOT LIKE '0000 %' OR email NOT LIKE '%@vi-du.vn'",
        "received_report WHERE signed_on > sent_on OR sent_on > received_on OR received_on > '2023-07-20'",
        "congress WHERE held_on > '2023-07-20'",
        "progress WHERE done_on > '2023-07-20' OR done_on < '2022-10-25'",
        "progress JOIN unit ON unit.id = unit_id WHERE is_ours",
    ];
    for what in impossible {
        assert_eq!(count(folder, what), 0, "{what}");
    }
}

#[test]
fn two_samples_of_one_size_are_the_same() {
    assert_eq!(content_of(province().made.folder.path()), content_of(province().made.folder.path()));
}

#[test]
fn a_sample_is_past_the_log_and_what_is_changed_in_it_is_not() {
    let mut office = province();
    assert_eq!(office.made.book.undo(&moment(), None).unwrap_err().code(), ErrorCode::NothingToUndo);
    assert_eq!(count(office.made.folder.path(), "change_row WHERE table_name = 'unit_span'"), 0);
    let before = content_of(office.made.folder.path());
    let tree = office.made.book.unit_tree(moment().today).unwrap();
    let change = StructureChange::Close { unit: tree.units.iter().find(|unit| unit.depth == 1).unwrap().id };
    office.made.book.change_structure(&moment(), &change, moment().today, "").unwrap();
    office.made.book.undo(&moment(), None).unwrap();
    assert_eq!(content_of(office.made.folder.path()), before);
}

#[test]
fn a_sample_never_takes_the_place_of_a_book() {
    let mut office = crate::office::office();
    let folder = office.made.folder.path().to_owned();
    let before = content_of(&folder);
    assert!(province::make(&folder, &moment(), 10).is_err());
    assert_eq!(content_of(&folder), before);
    office.tell("1/5 close B").unwrap();
    let empty = tempfile::tempdir().unwrap();
    for n_units in [0, 200_001] {
        let refusal = province::make(&empty.path().join("so"), &moment(), n_units).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::OutOfRange);
    }
    assert!(Book::open(&empty.path().join("so")).is_err(), "nothing was made");
}
