use sotg_core::ErrorCode;
use sotg_core::exchange::campaign::sealed_kind;
use sotg_core::model::*;
use sotg_core::plan::{self, OpenedFile};

use super::office::*;
use crate::support::{self, TestBook, empty_book, moment};

fn changed(file: &str, change: impl Fn(&mut serde_json::Value)) -> Vec<u8> {
    let mut envelope = serde_json::from_str(file).unwrap();
    change(&mut envelope);
    serde_json::to_vec(&envelope).unwrap()
}

fn refused(made: &TestBook, bytes: &[u8]) -> ErrorCode {
    let before = content(made.folder.path());
    let error = made.book.preview_campaign(bytes, None, moment().today).unwrap_err();
    assert_eq!(content(made.folder.path()), before, "nothing is written");
    error.code()
}

#[test]
fn a_file_that_is_not_what_it_says_is_refused_with_the_reason() {
    let (mut office, mut stranger) = (province(), province());
    let file = issue(&mut office);
    let forged: serde_json::Value = serde_json::from_str(&issue(&mut stranger)).unwrap();
    let cases: [(&str, Vec<u8>, ErrorCode); 9] = [
        (
            "the payload of another",
            changed(&file, |it| it["payload"] = forged["payload"].clone()),
            ErrorCode::FileForged,
        ),
        ("the key of another", changed(&file, |it| it["key"] = forged["key"].clone()), ErrorCode::FileForged),
        ("no signature", changed(&file, |it| it["signature"] = "".into()), ErrorCode::FileForged),
        ("cut off", file.as_bytes()[..file.len() - 40].to_vec(), ErrorCode::FileDamaged),
        ("empty", Vec::new(), ErrorCode::FileDamaged),
        ("a template of a plan", b"code = \"k\"\n".to_vec(), ErrorCode::FileDamaged),
        ("another kind", changed(&file, |it| it["kind"] = "receipt".into()), ErrorCode::FileOfOtherKind),
        ("of the future", changed(&file, |it| it["format"] = 2.into()), ErrorCode::TooNew),
        ("of the far future", b"{\"format\": 7, \"kind\": \"wave\"}".to_vec(), ErrorCode::TooNew),
    ];
    for (name, bytes, wanted) in cases {
        assert_eq!(refused(&empty_book(), &bytes), wanted, "{name}");
    }
    assert_eq!(sealed_kind(file.as_bytes()), Some(SealedKind::Campaign));
    assert_eq!(sealed_kind(b"code = \"k\"\n"), None);
}

#[test]
fn a_file_that_is_not_for_this_book_is_refused_with_the_reason() {
    let mut office = province();
    let first = issue(&mut office);
    add_unit(&mut office.book, "Nghiệp đoàn Mẫu", "nghiep-doan", DISTRICT);
    let second = issue(&mut office);
    let mut stranger = province();
    let of_stranger = issue(&mut stranger);

    let mut school = begun(&first, SCHOOL);
    take(&mut school.book, &second, SCHOOL);
    assert_eq!(refused(&school, first.as_bytes()), ErrorCode::PlanOlder);
    assert_eq!(refused(&school, of_stranger.as_bytes()), ErrorCode::IssuerDiffers, "of an office with another key");
    assert_eq!(refused(&office, second.as_bytes()), ErrorCode::OwnPlan);
    assert_eq!(refused(&office, of_stranger.as_bytes()), ErrorCode::IssuerDiffers, "who leads is not led");

    let other = include_str!("../../../fixtures/plans/mau-tinh-song-may-2028.toml");
    let mut made = empty_book();
    let plan = PlanChoice::File(PlanText { file_name: "khác.toml".to_owned(), text: other.to_owned() });
    let unit = OurUnit { level: UnitLevel::Commune, ..support::unit() };
    made.book.set_up(&moment(), &SetUp { unit, plan, ..support::set_up() }).unwrap();
    assert_eq!(refused(&made, second.as_bytes()), ErrorCode::OtherPlan);

    let error = support::book().book.issue_campaign(&moment(), "").unwrap_err();
    assert_eq!(error.code(), ErrorCode::Required, "an office without units issues nothing: {error}");
    let mut district = begun(&second, DISTRICT);
    let error = district.book.issue_campaign(&moment(), "").unwrap_err();
    assert_eq!((error.code(), error.fields()["issuer"].as_str()), (ErrorCode::CampaignNotOurs, PROVINCE));
}

#[test]
fn a_signed_file_that_makes_no_sense_is_refused_all_the_same() {
    let office = province();
    // Whoever has a key can sign nonsense: the tree below a unit that is not there.
    let connection = rusqlite::Connection::open(office.folder.path().join("so.db")).unwrap();
    connection.execute("UPDATE unit_span SET name = '  ' WHERE name = ?1", [SCHOOL]).unwrap();
    drop(connection);
    let mut office = copy_of(&office);
    let file = issue(&mut office);
    assert_eq!(refused(&empty_book(), file.as_bytes()), ErrorCode::FileDamaged);
}

#[test]
fn both_kinds_of_files_with_the_extension_of_plan_files_are_told_apart_by_content() {
    let folder = tempfile::tempdir().unwrap();
    let opened = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        plan::open_file(&path)
    };
    let file = issue(&mut province());
    assert_eq!(opened("kế hoạch.sotg", file.as_bytes()).unwrap(), OpenedFile::Sealed(file.clone()));
    let template = plan::file_text(support::PLAN).unwrap();
    assert!(matches!(opened("mẫu.sotg", template.as_bytes()).unwrap(), OpenedFile::Template(_)));
    let error = opened("word.sotg", b"PK\x03\x04").unwrap_err();
    assert_eq!(error.code(), ErrorCode::NotAPlan);
    let latin = opened("lỗi.sotg", b"{\"format\": \"\xff\"}").unwrap_err();
    assert_eq!(latin.code(), ErrorCode::FileDamaged);
    let as_template = plan::read_file(&folder.path().join("kế hoạch.sotg")).unwrap_err();
    assert_eq!((as_template.code(), as_template.fields()["kind"].as_str()), (ErrorCode::NotAPlan, "sealed"));
    assert_eq!(plan::open_file(&folder.path().join("không có.sotg")).unwrap_err().code(), ErrorCode::NotFound);
}
