//! A book in a folder of its own, set up with plan 383, for tests that cross rooms.
#![allow(dead_code, reason = "each test binary uses a part")]

use chrono::{NaiveDate, TimeZone as _, Utc};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{
    Channel, OurUnit, PlanChoice, ProgressChange, ProgressState, Receipt, ReceivedState, SetUp, Signer, UnitLevel,
};

pub const PLAN: &str = "383-lai-chau-2022";

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn moment_on(today: NaiveDate) -> Moment {
    let now = Utc.from_utc_datetime(&today.and_hms_opt(2, 30, 0).unwrap());
    Moment { now, today, who: "an.nguyen".to_owned() }
}

/// 20 July 2023: eleven days before the end of the first phase.
pub fn moment() -> Moment {
    moment_on(day(2023, 7, 20))
}

pub fn unit() -> OurUnit {
    OurUnit {
        name: "Liên đoàn Lao động huyện Tam Đường".to_owned(),
        level: UnitLevel::District,
        superior: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(),
        place: "Tam Đường".to_owned(),
        symbol: "LĐLĐ".to_owned(),
        members: Some(1_840),
    }
}

pub fn signer() -> Signer {
    Signer {
        id: None,
        authority: "TM. BAN THƯỜNG VỤ".to_owned(),
        title: "PHÓ CHỦ TỊCH".to_owned(),
        name: "Nguyễn Văn An".to_owned(),
        is_default: true,
    }
}

pub fn set_up() -> SetUp {
    SetUp { unit: unit(), signer: signer(), plan: PlanChoice::BuiltIn(PLAN.to_owned()), milestones: Vec::new() }
}

pub struct TestBook {
    pub book: Book,
    pub folder: tempfile::TempDir,
}

/// An empty book.
pub fn empty_book() -> TestBook {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::create(folder.path(), &moment(), None).unwrap();
    TestBook { book, folder }
}

/// A book of a district, set up with plan 383.
pub fn book() -> TestBook {
    let mut made = empty_book();
    made.book.set_up(&moment(), &set_up()).unwrap();
    made
}

pub fn done() -> ProgressChange {
    ProgressChange { state: ProgressState::Done, done_on: None, reason: String::new() }
}

pub fn state(state: ProgressState) -> ProgressChange {
    ProgressChange { state, done_on: None, reason: "đơn vị không có loa".to_owned() }
}

/// A report that came as a Word file.
pub fn receipt(received_on: NaiveDate) -> Receipt {
    Receipt {
        state: ReceivedState::Received,
        signed_on: None,
        sent_on: None,
        received_on: Some(received_on),
        channel: Channel::Word,
        has_content: true,
        note: String::new(),
    }
}

/// Codes of the checklist of a phase.
pub fn codes(book: &Book, phase: &str) -> Vec<String> {
    let checklist = book.checklist(phase, moment().today).unwrap();
    checklist.items.into_iter().map(|item| item.code).collect()
}

/// Everything in the file but the log and the key of the office (made once, and never taken back), table by table, as text:
/// two books with the same content give the same text.
pub fn content_of(folder: &std::path::Path) -> String {
    let connection = rusqlite::Connection::open(folder.join("so.db")).unwrap();
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change_%' AND name <> 'office_key' ORDER BY name")
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut content = String::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let n = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> = (0..n).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
            content.push_str(&format!("{table}: {}\n", values.join(" | ")));
        }
    }
    content
}
