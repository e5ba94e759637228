//! A province with two districts and their grassroots units, which issues plan files, and books that take them.

use std::path::Path;

use sotg_core::book::Book;
use sotg_core::model::*;
use sotg_core::plan::{self, PlanFile};

use crate::support::{self, TestBook, day, moment, signer};

pub const PROVINCE: &str = "Liên đoàn Lao động tỉnh Mẫu";
pub const DISTRICT: &str = "Liên đoàn Lao động huyện Mẫu Một";
pub const OTHER_DISTRICT: &str = "Liên đoàn Lao động huyện Mẫu Hai";
pub const SCHOOL: &str = "Công đoàn cơ sở Trường Tiểu học Mẫu Một";
pub const FIRM: &str = "Công đoàn cơ sở Công ty Mẫu";

pub fn province() -> TestBook {
    let mut made = support::empty_book();
    let unit = OurUnit {
        name: PROVINCE.to_owned(),
        level: UnitLevel::Province,
        superior: "Tổng Liên đoàn Lao động Việt Nam".to_owned(),
        ..support::unit()
    };
    made.book.set_up(&moment(), &SetUp { unit, ..support::set_up() }).unwrap();
    for (name, kind, above) in [
        (DISTRICT, "ldld-huyen", ""),
        (OTHER_DISTRICT, "ldld-huyen", ""),
        (SCHOOL, "cdcs-truong-hoc", DISTRICT),
        (FIRM, "cdcs-doanh-nghiep", DISTRICT),
    ] {
        add_unit(&mut made.book, name, kind, above);
    }
    made
}

/// A book of the province at another time: it has the same key, names and versions.
pub fn copy_of(made: &TestBook) -> TestBook {
    made.book.settle().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(made.folder.path().join("so.db"), folder.path().join("so.db")).unwrap();
    TestBook { book: Book::open(folder.path()).unwrap(), folder }
}

pub fn add_unit(book: &mut Book, name: &str, kind: &str, above: &str) {
    let facts = UnitFacts { members: Some(25), ..UnitFacts::default() };
    let parent = Some(above).filter(|above| !above.is_empty()).map(|above| id_of(book, above));
    let unit =
        NewUnit { parent, name: name.to_owned(), kind: kind.to_owned(), starts_on: None, facts, contacts: Vec::new() };
    book.add_unit(&moment(), &unit).unwrap();
}

pub fn id_of(book: &Book, name: &str) -> UnitId {
    let tree = book.unit_tree(day(2030, 1, 1)).unwrap();
    tree.units.iter().find(|unit| unit.name == name).unwrap_or_else(|| panic!("no unit {name}")).id
}

pub fn issue(made: &mut TestBook) -> String {
    made.book.issue_campaign(&moment(), "").unwrap().1.text
}

pub fn uid_of(file: &str, name: &str) -> String {
    let offer = support::empty_book().book.preview_campaign(file.as_bytes(), None, moment().today).unwrap();
    offer.units.iter().find(|unit| unit.name == name).unwrap_or_else(|| panic!("no unit {name}")).uid.clone()
}

pub fn beginning() -> Beginning {
    Beginning { place: "Mẫu Một".to_owned(), symbol: "LĐLĐ".to_owned(), signer: signer() }
}

/// The book of a unit that began with the file.
pub fn begun(file: &str, name: &str) -> TestBook {
    let mut made = support::empty_book();
    let input = TakeCampaign { unit: uid_of(file, name), beginning: Some(beginning()) };
    made.book.take_campaign(&moment(), file, &input).unwrap();
    made
}

pub fn take(book: &mut Book, file: &str, name: &str) -> Outcome {
    book.take_campaign(&moment(), file, &TakeCampaign { unit: uid_of(file, name), beginning: None }).unwrap()
}

/// The plan of the book with other text.
pub fn amend(book: &mut Book, change: impl Fn(&str) -> String) {
    let (template, _) = plan::find(support::PLAN).unwrap();
    let file = PlanFile::from_text("sửa đổi.toml", &change(template.source)).unwrap();
    book.amend_plan(&moment(), &file).unwrap();
}

pub fn kind_of(changes: &[CampaignChange], kind: CampaignChangeKind) -> Vec<&CampaignChange> {
    changes.iter().filter(|change| change.kind == kind).collect()
}

pub fn content(folder: &Path) -> String {
    // Files that came are kept, whatever is taken back.
    support::content_of(folder)
        .lines()
        .filter(|line| !line.starts_with("campaign_file:"))
        .collect::<Vec<_>>()
        .join("\n")
}
