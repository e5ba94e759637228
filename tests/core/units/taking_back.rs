use rusqlite::Connection;
use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::history::{self, Change};
use sotg_core::model::{NewUnit, Op, UnitKind, UnitLevel};
use sotg_core::store::{log, open};

use crate::office::{KIND, new_unit, office};
use crate::support::{content_of, moment};

#[test]
fn every_change_is_taken_back_and_done_again() {
    let told = [
        "1/5 rename A X",
        "1/5 move B D",
        "1/5 close B",
        "1/5 merge A > D",
        "1/5 merge B C > E",
        "1/5 split B > X Y",
        "1/5 part A > X",
        "1/5 add X A",
    ];
    for told in told {
        let mut office = office();
        let before = content_of(office.made.folder.path());
        office.tell(told).unwrap();
        let after = content_of(office.made.folder.path());
        office.made.book.undo(&moment(), None).unwrap();
        assert_eq!(content_of(office.made.folder.path()), before, "{told}");
        office.made.book.redo(&moment()).unwrap();
        assert_eq!(content_of(office.made.folder.path()), after, "{told}");
    }
}

/// The two changes touch no row in common; what comes later needs what came before all the same.
#[test]
fn a_change_that_a_later_one_rests_on_is_not_taken_back_alone() {
    let cases = [
        ["1/5 move B D", "1/5 move C D", "1/5 close A"],
        ["1/5 move B -", "1/5 move C B", "1/5 move A C"],
        ["1/5 move E A", "1/6 close D", "1/6 rename A X"],
    ];
    for told in &cases {
        let mut office = office();
        let first = office.tell(told[0]).unwrap().step.unwrap();
        office.tell(told[1]).unwrap();
        office.tell(told[2]).unwrap();
        let before = content_of(office.made.folder.path());
        let refusal = office.made.book.undo(&moment(), Some(first.step)).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::TouchedLater, "{told:?}");
        assert_eq!(refusal.fields()["op"], "change_structure");
        assert_eq!(content_of(office.made.folder.path()), before, "a refusal changes nothing");
    }
}

#[test]
fn a_change_that_nothing_rests_on_is_taken_back_alone() {
    let mut office = office();
    let first = office.tell("1/5 move B D").unwrap().step.unwrap();
    office.tell("1/6 move C D").unwrap();
    office.made.book.undo(&moment(), Some(first.step)).unwrap();
    assert_eq!(office.tree(1, 6), "A(B) D(C E)");
}

/// The level of a unit is that of its kind, and a unit has a kind that exists.
#[test]
fn a_kind_that_a_later_unit_has_is_not_taken_back_alone() {
    let cases = [("", "Công đoàn khu công nghiệp"), ("cdcs-truong-hoc", "CĐCS trường học")];
    for (code, name) in cases {
        let mut office = office();
        let kind = UnitKind { code: code.to_owned(), name: name.to_owned(), level: UnitLevel::Sector };
        let first = office.made.book.set_unit_kind(&moment(), &kind).unwrap().step.unwrap();
        let kinds = office.made.book.unit_kinds(moment().today).unwrap();
        let kind = kinds.iter().find(|kind| kind.name == name).unwrap().code.clone();
        office.made.book.add_unit(&moment(), &NewUnit { kind, ..new_unit("X", None) }).unwrap();
        let before = content_of(office.made.folder.path());
        let refusal = office.made.book.undo(&moment(), Some(first.step)).unwrap_err();
        assert_eq!(refusal.code(), ErrorCode::TouchedLater, "{name}");
        assert_eq!(refusal.fields()["op"], "add_unit", "{name}");
        assert_eq!(content_of(office.made.folder.path()), before, "a refusal changes nothing");
        office.made.book.undo(&moment(), None).unwrap();
        office.made.book.undo(&moment(), Some(first.step)).unwrap();
    }
}

#[test]
fn a_removed_unit_does_not_come_back_with_a_level_that_its_kind_no_longer_has() {
    let mut office = office();
    office.add("X", "", None).unwrap();
    let removal = office.made.book.remove_unit(&moment(), office.id("X")).unwrap().step.unwrap();
    let kind = UnitKind { code: KIND.to_owned(), name: "CĐCS".to_owned(), level: UnitLevel::Commune };
    office.made.book.set_unit_kind(&moment(), &kind).unwrap();
    let refusal = office.made.book.undo(&moment(), Some(removal.step)).unwrap_err();
    assert_eq!((refusal.code(), refusal.fields()["op"].as_str()), (ErrorCode::TouchedLater, "set_unit_kind"));
}

/// Units had fewer columns in version 3. Its log does not speak of those that came later.
#[test]
fn a_change_by_an_older_program_is_taken_back_after_the_upgrade() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so.db");
    let mut connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "application_id", open::APPLICATION_ID).unwrap();
    open::migrate(&mut connection, 3).unwrap();
    log::record_changes(&connection).unwrap();
    connection
        .execute("INSERT INTO book (id, created_at, is_sample) VALUES (1, '2023-07-20T00:00:00Z', 0)", [])
        .unwrap();
    let add = "INSERT INTO unit (id, is_ours, name, level, superior, place, symbol, members)
               VALUES (1, 1, 'LĐLĐ huyện Mẫu', 'district', '', 'Mẫu', 'LĐLĐ', 120)";
    for sql in [add, "UPDATE unit SET name = 'LĐLĐ thị xã Mẫu'", "DELETE FROM unit"] {
        let change = Change::of(Op::SetUnit, sql);
        history::transact(&mut connection, &moment(), &change, |transaction| {
            transaction.execute(sql, []).unwrap();
            Ok(())
        })
        .unwrap();
    }
    connection.close().unwrap();

    let mut book = Book::open(folder.path()).unwrap();
    let row = || {
        let connection = Connection::open(&path).unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            Ok((
                row.get::<_, String>("name")?,
                row.get::<_, String>("sector")?,
                row.get::<_, Option<bool>>("has_page")?,
            ))
        };
        connection.query_row("SELECT name, sector, has_page FROM unit", [], read).ok()
    };
    let kept = |name: &str| Some((name.to_owned(), "unknown".to_owned(), None));
    assert_eq!(row(), None);
    book.undo(&moment(), None).unwrap();
    assert_eq!(row(), kept("LĐLĐ thị xã Mẫu"), "a removed row comes back with the defaults of the new columns");
    book.undo(&moment(), None).unwrap();
    assert_eq!(row(), kept("LĐLĐ huyện Mẫu"));
    book.undo(&moment(), None).unwrap();
    assert_eq!(row(), None);
    for name in ["LĐLĐ huyện Mẫu", "LĐLĐ thị xã Mẫu"] {
        book.redo(&moment()).unwrap();
        assert_eq!(row(), kept(name));
    }
}
