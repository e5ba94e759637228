//! The reports of one unit are those of its lines in the registers, whatever the structure.

use chrono::NaiveDate;
use sotg_core::book::Book;
use sotg_core::model::*;
use sotg_core::sample::province;

use crate::office::{Office, office};
use crate::scope::narrow_office;
use crate::support::{day, moment, moment_on};

/// Every unit of the book, ended ones too, and one that is not in it: told by itself as by the registers of all phases. Says
/// how many lines were compared.
fn assert_as_in_the_register(book: &Book, units: &[UnitId], today: NaiveDate) -> usize {
    let phases: Vec<String> = book.board(today).unwrap().phases.into_iter().map(|phase| phase.code).collect();
    let registers: Vec<_> =
        phases.iter().map(|phase| book.register(phase, StructureOf::Then, today).unwrap()).collect();
    let mut n = 0;
    for unit in units.iter().copied().chain([UnitId(999_999)]) {
        let reports = book.unit_reports(unit, today).unwrap();
        let codes: Vec<_> = reports.iter().map(|report| report.phase.code.clone()).collect();
        assert_eq!(codes, phases);
        for (report, register) in reports.iter().zip(&registers) {
            let line = register.rows.iter().find(|row| row.unit == unit);
            assert_eq!(report.row.as_ref(), line, "unit {unit} in {} on {today}", register.phase);
            n += usize::from(line.is_some());
        }
    }
    n
}

fn units(folder: &std::path::Path) -> Vec<UnitId> {
    let connection = rusqlite::Connection::open(folder.join("so.db")).unwrap();
    let mut statement = connection.prepare("SELECT id FROM unit ORDER BY id").unwrap();
    statement.query_map([], |row| row.get(0).map(UnitId)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_unit_of_a_sample_province_is_told_as_in_the_registers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so");
    let mut book = province::make(&path, &moment(), 300).unwrap();
    let units = units(&path);
    let late = moment_on(day(2023, 8, 20));
    let some: Vec<UnitId> =
        book.reminders("dot1", late.today).unwrap().rows.iter().map(|row| row.unit).step_by(3).collect();
    assert!(some.len() > 10);
    book.add_reminders(&late, "dot1", &some, ReminderChannel::Chat, "").unwrap();
    for today in [day(2022, 12, 1), moment().today, day(2023, 8, 20), day(2024, 3, 1)] {
        assert!(assert_as_in_the_register(&book, &units, today) > 3 * 280, "on {today}");
    }
}

#[test]
fn a_changed_structure_is_told_as_in_the_registers() {
    let mut office = office();
    for told in ["1/5 rename B Bx", "1/6 move C D", "1/7 merge E > D", "5/8 close Bx", "10/8 add X A", "1/7 part D > Y"]
    {
        office.tell(told).unwrap();
    }
    let receipt = crate::support::receipt(day(2023, 8, 15));
    let received: Vec<_> = ["Bx", "E", "X"].map(|name| office.id(name)).into();
    office.made.book.set_received(&moment_on(day(2023, 8, 20)), "dot1", &received, &receipt).unwrap();
    let units = units(office.made.folder.path());
    for today in [day(2023, 4, 1), day(2023, 7, 20), day(2023, 8, 20), day(2023, 12, 1)] {
        assert!(assert_as_in_the_register(&office.made.book, &units, today) > 12, "on {today}");
    }
}

/// The plan asks a report of two kinds, from 20 members on.
#[test]
fn what_facts_and_kind_take_off_is_told_as_in_the_registers() {
    let mut office = narrow_office();
    let today = moment_on(day(2028, 3, 1));
    for (name, members) in [("A", Some(19)), ("B", Some(20)), ("C", None), ("E", Some(3))] {
        let facts = UnitFacts { members, ..UnitFacts::default() };
        office.made.book.edit_unit(&today, office.id(name), &facts, &[]).unwrap();
    }
    let reports = office.made.book.unit_reports(office.id("A"), today.today).unwrap();
    let rates: Vec<_> = reports.into_iter().map(|report| report.row.unwrap().rate.expected).collect();
    assert_eq!(rates, [2, 2], "B, and C of which nobody knows; not A itself");
    let units = units(office.made.folder.path());
    assert!(assert_as_in_the_register(&office.made.book, &units, today.today) >= 10);
}

/// A damaged book has no true answer; the two must still say the same.
#[test]
fn a_damaged_tree_is_told_as_in_the_registers() {
    let damages = [
        // A circle of A and B, with C below it.
        "UPDATE unit_span SET parent_id = (SELECT id FROM unit WHERE name = 'B') WHERE name = 'A'",
        // D never was; E stands below it.
        "DELETE FROM unit_span WHERE name = 'D'",
    ];
    for damage in damages {
        let mut office: Office = office();
        let all: Vec<_> = ["A", "B", "C", "D", "E"].map(|name| office.id(name)).into();
        let receipt = crate::support::receipt(day(2023, 7, 20));
        office.made.book.set_received(&moment(), "dot1", &all, &receipt).unwrap();
        let path = office.made.folder.path().join("so.db");
        let connection = rusqlite::Connection::open(path).unwrap();
        assert_eq!(connection.execute(damage, []).unwrap(), 1, "{damage}");
        let units = units(office.made.folder.path());
        assert!(assert_as_in_the_register(&office.made.book, &units, day(2023, 8, 20)) >= 9, "{damage}");
    }
}
