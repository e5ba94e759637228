//! A small office that the lists are compared with. All names and numbers are invented.

use sotg_core::model::{
    EmployerSector, ImportChoices, ImportPreview, UnitContact, UnitFacts, UnitId, UnitKind, UnitLevel,
};
use sotg_core::unit_list::read::ListFile;
use sotg_core::unit_list::{KnownUnit, Office, prepare};

pub const TAM_DUONG: UnitId = UnitId(2);
pub const TAN_UYEN: UnitId = UnitId(3);
pub const BAN_MAU: UnitId = UnitId(5);
pub const NAM_MAU: UnitId = UnitId(6);

const KINDS: [(&str, &str, UnitLevel); 10] = [
    ("ldld-thanh-pho", "Liên đoàn Lao động thành phố", UnitLevel::District),
    ("ldld-huyen", "Liên đoàn Lao động huyện", UnitLevel::District),
    ("cd-nganh", "Công đoàn ngành", UnitLevel::Sector),
    ("cd-xa", "Công đoàn xã", UnitLevel::Commune),
    ("cdcs-truc-thuoc", "Công đoàn cơ sở trực thuộc", UnitLevel::DirectGrassroots),
    ("cdcs-co-quan", "Công đoàn cơ sở cơ quan hành chính", UnitLevel::Grassroots),
    ("cdcs-truong-hoc", "Công đoàn cơ sở trường học", UnitLevel::Grassroots),
    ("cdcs-doanh-nghiep", "Công đoàn cơ sở doanh nghiệp", UnitLevel::Grassroots),
    ("cdcs", "Công đoàn cơ sở", UnitLevel::Grassroots),
    ("nghiep-doan", "Nghiệp đoàn", UnitLevel::OccupationalUnion),
];

fn kinds() -> Vec<UnitKind> {
    KINDS.map(|(code, name, level)| UnitKind { code: code.to_owned(), name: name.to_owned(), level }).to_vec()
}

fn unit(id: i64, parent: Option<UnitId>, kind: &str, name: &str, code: &str, members: Option<u32>) -> KnownUnit {
    KnownUnit {
        id: UnitId(id),
        parent,
        name: name.to_owned(),
        kind: kind.to_owned(),
        facts: UnitFacts { code: code.to_owned(), members, ..UnitFacts::default() },
        contacts: Vec::new(),
    }
}

fn units() -> Vec<KnownUnit> {
    let tam_duong = Some(TAM_DUONG);
    let tan_uyen = Some(TAN_UYEN);
    let mut ban_mau =
        unit(5, tam_duong, "cdcs-truong-hoc", "Công đoàn cơ sở Trường Tiểu học Bản Mẫu", "TD-001", Some(25));
    ban_mau.facts.sector = EmployerSector::State;
    ban_mau.contacts =
        vec![UnitContact { title: "Chủ tịch".to_owned(), phone: "0213.3000.000".to_owned(), email: String::new() }];
    vec![
        unit(2, None, "ldld-huyen", "Liên đoàn Lao động huyện Tam Đường", "TD", None),
        unit(3, None, "ldld-huyen", "Liên đoàn Lao động huyện Tân Uyên", "TU", None),
        unit(4, None, "cd-nganh", "Công đoàn ngành Y tế", "", None),
        ban_mau,
        unit(6, tan_uyen, "cdcs-truong-hoc", "Công đoàn cơ sở Trường Tiểu học Nậm Mẫu", "", Some(31)),
        unit(7, tan_uyen, "cdcs-co-quan", "Công đoàn cơ sở UBND xã Hòa Mẫu", "", Some(15)),
        unit(8, Some(UnitId(4)), "cdcs", "Công đoàn cơ sở Bệnh viện Đa khoa Mẫu", "", Some(210)),
        unit(9, None, "cdcs-truc-thuoc", "Công đoàn cơ sở Công ty Cổ phần Chè Mẫu", "", Some(70)),
        unit(10, tam_duong, "cdcs-truong-hoc", "Công đoàn cơ sở Trường Mầm non Bản Mẫu", "", Some(18)),
    ]
}

/// The preview of a file for that office.
pub fn preview(file: &ListFile, choices: &ImportChoices) -> sotg_core::Result<ImportPreview> {
    let office = Office {
        our_name: "Liên đoàn Lao động tỉnh Lai Châu",
        our_level: UnitLevel::Province,
        units: &units(),
        kinds: &kinds(),
    };
    prepare(file, office, choices).map(|prepared| prepared.preview)
}

/// A list typed into the test.
pub fn typed(text: &str) -> ListFile {
    ListFile::from_content("danh-sach.csv", text.as_bytes().to_vec()).unwrap()
}
