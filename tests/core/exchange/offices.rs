//! Two offices: a province that collects, and a district below it with a book of its own.

use std::path::Path;

use sotg_core::book::{Book, FILE_NAME};
use sotg_core::exchange::carried;
use sotg_core::exchange::envelope::{self, Opened};
use sotg_core::history::Moment;
use sotg_core::model::{
    CampaignId, Channel, FileHead, NewUnit, OurUnit, ReportPayload, ReportState, SealedKind, SetUp, UnitFacts, UnitId,
    UnitLevel,
};
use sotg_core::store;

use crate::support::{TestBook, book, empty_book, moment, receipt, set_up};

/// A province with the district of [`book`] directly below it.
pub fn province() -> (TestBook, UnitId) {
    let mut made = empty_book();
    let unit = OurUnit {
        name: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(),
        level: UnitLevel::Province,
        superior: "Tổng Liên đoàn Lao động Việt Nam".to_owned(),
        ..set_up().unit
    };
    made.book.set_up(&moment(), &SetUp { unit, ..set_up() }).unwrap();
    let unit = add_unit(&mut made.book, "Liên đoàn Lao động huyện Tam Đường");
    (made, unit)
}

pub fn add_unit(book: &mut Book, name: &str) -> UnitId {
    let unit = NewUnit {
        parent: None,
        name: name.to_owned(),
        kind: "ldld-huyen".to_owned(),
        starts_on: None,
        facts: UnitFacts::default(),
        contacts: Vec::new(),
    };
    book.add_unit(&moment(), &unit).unwrap();
    let tree = book.unit_tree(moment().today).unwrap();
    tree.units.iter().find(|node| node.name == name).unwrap().id
}

/// The report of the district, sent.
pub fn sent(book: &mut Book) -> Vec<u8> {
    book.set_report_state(&moment(), "dot1", ReportState::Sent, None).unwrap();
    book.report_file("dot1", moment().today).unwrap()
}

/// The district with its report sent, and the province that has it.
pub struct Pair {
    pub district: TestBook,
    pub province: TestBook,
    pub unit: UnitId,
    /// As it was sent.
    pub file: Vec<u8>,
}

pub fn pair() -> Pair {
    let mut district = book();
    let file = sent(&mut district.book);
    let (mut province, unit) = province();
    receive(&mut province, unit, &file);
    Pair { district, province, unit, file }
}

/// What accepting a file writes, as far as returns and receipts need it.
pub fn receive(province: &mut TestBook, unit: UnitId, file: &[u8]) {
    let Opened { payload, key, sha256 } = opened(file);
    province.book.set_received(&moment(), "dot1", &[unit], &receipt(moment().today)).unwrap();
    let hash = keep(province.folder.path(), file);
    let head = FileHead {
        unit,
        phase: payload.phase.clone(),
        version: payload.version,
        sequence: payload.sequence,
        payload_sha256: sha256,
        channel: Channel::Program,
        key,
        file_name: "Bao-cao (1).docx".to_owned(),
        file_sha256: hash,
        size: i64::try_from(file.len()).unwrap(),
        received_on: moment().today,
        entered_for: String::new(),
        edits: "[]".to_owned(),
    };
    let connection = rusqlite::Connection::open(province.folder.path().join(FILE_NAME)).unwrap();
    store::received_file::add(&connection, CampaignId(1), &head, &payload).unwrap();
}

fn keep(folder: &Path, bytes: &[u8]) -> String {
    use sha2::Digest as _;
    let hash: String = sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let place = folder.join("van-ban-da-gui").join(&hash[..2]);
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join(&hash), bytes).unwrap();
    hash
}

/// The report in a Word file.
pub fn opened(file: &[u8]) -> Opened<ReportPayload> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    envelope::open(&carried::find(&mut archive).unwrap(), SealedKind::Report).unwrap()
}

/// The day after.
pub fn next_day() -> Moment {
    let Moment { now, today, who } = moment();
    let day = chrono::TimeDelta::days(1);
    Moment { now: now + day, today: today + day, who }
}
