use sotg_core::history::Moment;
use sotg_core::model::*;
use sotg_core::sample::province as sample;

use super::office::*;
use crate::support::{self, codes, day, empty_book, moment, moment_on};

#[test]
fn a_unit_chooses_itself_and_has_its_checklist_and_its_days() {
    let mut office = province();
    let setting = MilestoneSetting {
        code: "dai-hoi-tinh".to_owned(),
        certainty: Certainty::Fixed,
        on: Some(day(2023, 10, 3)),
        until: Some(day(2023, 10, 4)),
        reason: "Thông báo số 5".to_owned(),
    };
    office.book.set_milestone(&moment(), &setting).unwrap();
    let due = LevelDue {
        phase: "dot1".to_owned(),
        activity: String::new(),
        level: UnitLevel::Grassroots,
        due_on: Some(day(2023, 7, 25)),
    };
    office.book.set_level_due(&moment(), &due).unwrap();
    let (outcome, issued) = office.book.issue_campaign(&moment(), "Bản đầu").unwrap();
    assert_eq!(outcome.step.unwrap().op, Op::IssueCampaign);
    assert_eq!((issued.issued.version, issued.issued.n_units), (1, 4));
    assert!(issued.issued.message.contains(&office.book.fingerprint().unwrap()), "{}", issued.issued.message);
    assert!(issued.issued.message.contains("Nội dung: Bản đầu."), "{}", issued.issued.message);

    let offer = empty_book().book.preview_campaign(issued.text.as_bytes(), None, moment().today).unwrap();
    assert_eq!((offer.standing, offer.version, offer.issuer.as_str()), (OfferStanding::Beginning, 1, PROVINCE));
    assert_eq!((offer.fingerprint, offer.note.as_str()), (office.book.fingerprint().unwrap(), "Bản đầu"));
    assert_eq!((offer.plan.code.as_str(), offer.unit, offer.changes.len()), (support::PLAN, None, 0));
    let shown: Vec<(&str, &str, u32)> =
        offer.units.iter().map(|unit| (unit.name.as_str(), unit.superior.as_str(), unit.n_below)).collect();
    let wanted = [(OTHER_DISTRICT, PROVINCE, 0), (DISTRICT, PROVINCE, 2), (SCHOOL, DISTRICT, 0), (FIRM, DISTRICT, 0)];
    assert!(wanted.iter().all(|unit| shown.contains(unit)) && shown.len() == 4, "{shown:?}");

    let school = begun(&issued.text, SCHOOL);
    let state = school.book.state(moment().today, moment().today).unwrap();
    let unit = state.unit.unwrap();
    assert_eq!((unit.name.as_str(), unit.superior.as_str(), unit.level), (SCHOOL, DISTRICT, UnitLevel::Grassroots));
    assert_eq!((unit.members, unit.symbol.as_str(), state.n_units), (Some(25), "LĐLĐ", 0));
    let by_hand = {
        let mut made = empty_book();
        let unit = OurUnit { level: UnitLevel::Grassroots, members: Some(25), ..support::unit() };
        made.book.set_up(&moment(), &SetUp { unit, ..support::set_up() }).unwrap();
        codes(&made.book, "dot1")
    };
    assert_eq!(
        codes(&school.book, "dot1"),
        by_hand,
        "what applies follows from the level, whichever way the plan came"
    );
    let phases = school.book.overview(moment().today).unwrap().phases;
    assert_eq!(phases[0].report_due_on, Some(day(2023, 7, 25)), "the day of its level");
    assert_eq!(phases[1].ends_on, Some(day(2023, 11, 3)), "the congress of the province is known");
    assert_eq!(school.book.history(10).unwrap().len(), 1, "one step");
    let lines = |book: &sotg_core::book::Book| {
        let lines = book.ledger(&LedgerFilter::default()).unwrap();
        lines.into_iter().map(|line| (line.direction, line.kind, line.version, line.sha256)).collect::<Vec<_>>()
    };
    let [sent] = lines(&office.book).try_into().unwrap();
    let [received] = lines(&school.book).try_into().unwrap();
    assert_eq!((sent.0, sent.1, sent.2), (LedgerDirection::Sent, LedgerKind::Campaign, 1));
    assert_eq!((received.0, received.1, received.2), (LedgerDirection::Received, LedgerKind::Campaign, 1));
    assert_eq!(sent.3, received.3, "it is the same file");
}

#[test]
fn the_book_of_a_district_gets_its_grassroots_units_with_their_names_in_files() {
    let mut office = province();
    let exception = UnitException {
        unit: id_of(&office.book, FIRM),
        phase: "dot1".to_owned(),
        activity: String::new(),
        due_on: Some(day(2023, 8, 20)),
        reason: "Mới thành lập".to_owned(),
        allowed_by: "Ban Thường vụ".to_owned(),
        document: "12/CV-LĐLĐ".to_owned(),
    };
    office.book.set_exception(&moment(), &exception).unwrap();
    let file = issue(&mut office);
    let district = begun(&file, DISTRICT);
    let tree = district.book.unit_tree(moment().today).unwrap();
    let mut names: Vec<&str> = tree.units.iter().map(|unit| unit.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, [FIRM, SCHOOL]);
    assert!(tree.units.iter().all(|unit| unit.parent.is_none() && unit.facts.members == Some(25)));
    let exceptions = district.book.list_exceptions().unwrap();
    assert_eq!((exceptions.len(), exceptions[0].due_on), (1, Some(day(2023, 8, 20))));
    assert_eq!(exceptions[0].unit, id_of(&district.book, FIRM));
    let connection = rusqlite::Connection::open(district.folder.path().join("so.db")).unwrap();
    for name in [DISTRICT, SCHOOL, FIRM] {
        let uid = connection.query_row("SELECT uid FROM unit WHERE name = ?1", [name], |row| row.get::<_, String>(0));
        assert_eq!(uid.unwrap(), uid_of(&file, name), "{name} has the same name in files everywhere");
    }
    let issue = district.book.campaign_issue(moment().today).unwrap();
    assert!(issue.is_led_by_other && issue.issuer == PROVINCE, "{issue:?}");
    assert_eq!(district.book.campaign_file().unwrap().text, file, "it is passed on as it came");
    let firm = begun(&file, FIRM);
    assert_eq!(firm.book.overview(moment().today).unwrap().phases[0].report_due_on, Some(day(2023, 8, 20)));
    assert!(firm.book.list_exceptions().unwrap().is_empty(), "its own is not one that it gave");
}

#[test]
fn a_unit_that_was_let_off_has_neither_the_activity_nor_the_report() {
    let mut office = province();
    let unit = id_of(&office.book, SCHOOL);
    let plain = begun(&issue(&mut office), SCHOOL);
    let activity = codes(&plain.book, "dot1")[0].clone();
    for (activity, due_on) in [(activity.as_str(), None), ("", None)] {
        let exception = UnitException {
            unit,
            phase: "dot1".to_owned(),
            activity: activity.to_owned(),
            due_on,
            reason: "Trường đang sáp nhập".to_owned(),
            allowed_by: String::new(),
            document: String::new(),
        };
        office.book.set_exception(&moment(), &exception).unwrap();
    }
    let file = issue(&mut office);
    let school = begun(&file, SCHOOL);
    assert!(!codes(&school.book, "dot1").contains(&activity));
    let phases = school.book.overview(moment().today).unwrap().phases;
    assert_eq!((phases[0].report_due_on, phases[1].code.as_str()), (None, "dot2"));
    // Who ticked it before he was let off keeps it on the list.
    let mut ticked = plain;
    ticked.book.set_progress(&moment(), std::slice::from_ref(&activity), &support::done()).unwrap();
    take(&mut ticked.book, &file, SCHOOL);
    assert!(codes(&ticked.book, "dot1").contains(&activity));
}

#[test]
fn issuing_the_same_again_gives_the_same_file_and_a_change_the_next_version() {
    let mut office = province();
    let (_, first) = office.book.issue_campaign(&moment(), "Bản đầu").unwrap();
    let later = moment_on(day(2023, 7, 21));
    for note in ["", "Bản đầu"] {
        let (outcome, again) = office.book.issue_campaign(&later, note).unwrap();
        assert_eq!((outcome.step, &again), (None, &first), "nothing has changed");
    }
    let standing = |office: &support::TestBook| {
        let issue = office.book.campaign_issue(later.today).unwrap();
        (issue.version, issue.next_version, issue.n_units, issue.is_led_by_other)
    };
    assert_eq!(standing(&office), (1, 1, 4, false));
    add_unit(&mut office.book, "Nghiệp đoàn Mẫu", "nghiep-doan", DISTRICT);
    assert_eq!(standing(&office), (1, 2, 5, false));
    let (_, second) = office.book.issue_campaign(&later, "").unwrap();
    assert_eq!((second.issued.version, second.issued.issued_on, second.issued.n_units), (2, later.today, 5));
    assert!(second.issued.message.contains("bản 2"), "{}", second.issued.message);
    // What has left the house is not called back: its number is never given to something else.
    office.book.undo(&later, None).unwrap();
    assert_eq!(office.book.issue_campaign(&later, "").unwrap().1, second);
    office.book.undo(&later, None).unwrap();
    office.book.undo(&later, None).unwrap();
    let (_, third) = office.book.issue_campaign(&later, "Trở lại như cũ").unwrap();
    assert_eq!((third.issued.version, third.issued.n_units), (3, 4));
}

#[test]
fn a_thousand_units_go_into_one_file_and_their_upper_units_come_out_with_all_of_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = sample::make(folder.path(), &moment(), 1_000).unwrap();
    let today = book.rehearsal_day().unwrap();
    let at = Moment { today, ..moment() };
    let (_, issued) = book.issue_campaign(&at, "").unwrap();
    let tree = book.unit_tree(today).unwrap();
    assert_eq!(issued.issued.n_units as usize, tree.units.len());
    assert!(issued.text.len() < 400_000, "{} bytes", issued.text.len());
    let offer = empty_book().book.preview_campaign(issued.text.as_bytes(), None, today).unwrap();
    assert!(offer.is_sample);
    assert_eq!(
        offer.units.iter().map(|unit| unit.n_below).collect::<Vec<_>>(),
        tree.units.iter().map(|unit| unit.n_below).collect::<Vec<_>>()
    );
    let largest = offer.units.iter().max_by_key(|unit| unit.n_below).unwrap();
    let mut made = empty_book();
    let input = TakeCampaign { unit: largest.uid.clone(), beginning: Some(beginning()) };
    made.book.take_campaign(&at, &issued.text, &input).unwrap();
    assert_eq!(made.book.state(today, today).unwrap().n_units, largest.n_below);
    assert!(largest.n_below > 50, "{}", largest.n_below);
    let again = made.book.preview_campaign(issued.text.as_bytes(), None, today).unwrap();
    assert_eq!((again.standing, again.changes), (OfferStanding::Same, Vec::new()));
}

#[test]
fn a_beginning_needs_who_signs_and_a_unit_of_the_file() {
    let mut office = province();
    let file = issue(&mut office);
    let unit = uid_of(&file, SCHOOL);
    let without_name = Beginning { signer: Signer { name: " ".to_owned(), ..support::signer() }, ..beginning() };
    let without_place = Beginning { place: String::new(), ..beginning() };
    for (input, field) in [
        (TakeCampaign { unit: unit.clone(), beginning: None }, Some("signer.name")),
        (TakeCampaign { unit: unit.clone(), beginning: Some(without_name) }, Some("signer.name")),
        (TakeCampaign { unit, beginning: Some(without_place) }, Some("place")),
        (TakeCampaign { unit: "khong-co".to_owned(), beginning: Some(beginning()) }, None),
    ] {
        let mut made = empty_book();
        let before = support::content_of(made.folder.path());
        let error = made.book.take_campaign(&moment(), &file, &input).unwrap_err();
        assert_eq!(error.fields().get("field").map(String::as_str), field, "{error}");
        assert_eq!(support::content_of(made.folder.path()), before);
    }
}
