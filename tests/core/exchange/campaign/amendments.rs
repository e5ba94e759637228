use sotg_core::model::*;

use super::office::*;
use crate::support::{TestBook, codes, day, done, empty_book, moment, set_up, unit};

struct Case {
    name: &'static str,
    change: fn(&mut TestBook),
    /// Whose book it is shown in.
    unit: &'static str,
    wanted: &'static [CampaignChangeKind],
}

fn milestone(on: u32) -> MilestoneSetting {
    MilestoneSetting {
        code: "dai-hoi-tinh".to_owned(),
        certainty: Certainty::Fixed,
        on: Some(day(2023, 10, on)),
        until: None,
        reason: String::new(),
    }
}

fn exception(book: &sotg_core::book::Book, unit: &str, activity: &str, due_on: Option<u32>) -> UnitException {
    UnitException {
        unit: id_of(book, unit),
        phase: "dot1".to_owned(),
        activity: activity.to_owned(),
        due_on: due_on.map(|on| day(2023, 8, on)),
        reason: "Có văn bản".to_owned(),
        allowed_by: String::new(),
        document: String::new(),
    }
}

const ACTIVITY: &str = "III.1-1";

fn add_one_more(office: &mut TestBook) {
    add_unit(&mut office.book, "Nghiệp đoàn Mẫu", "nghiep-doan", DISTRICT);
}

fn move_the_school(office: &mut TestBook) {
    let (unit, parent) = (id_of(&office.book, SCHOOL), Some(id_of(&office.book, OTHER_DISTRICT)));
    office.book.change_structure(&moment(), &StructureChange::Move { unit, parent }, moment().today, "").unwrap();
}

fn cases() -> Vec<Case> {
    use CampaignChangeKind::*;
    let all: &[Case] = &[
        Case { name: "nothing for this unit", unit: SCHOOL, wanted: &[], change: add_one_more },
        Case { name: "a new unit below it", unit: DISTRICT, wanted: &[UnitNew], change: add_one_more },
        Case {
            name: "a unit below it has another name",
            unit: DISTRICT,
            wanted: &[UnitName],
            change: |office| {
                let id = id_of(&office.book, SCHOOL);
                office
                    .book
                    .correct_unit(&moment(), id, "Công đoàn cơ sở Trường Tiểu học số 2", "cdcs-truong-hoc")
                    .unwrap();
            },
        },
        Case {
            name: "its own name",
            unit: SCHOOL,
            wanted: &[OurUnit],
            change: |office| {
                let id = id_of(&office.book, SCHOOL);
                office
                    .book
                    .correct_unit(&moment(), id, "Công đoàn cơ sở Trường Tiểu học số 2", "cdcs-truong-hoc")
                    .unwrap();
            },
        },
        Case { name: "it went to another district", unit: SCHOOL, wanted: &[OurUnit], change: move_the_school },
        Case { name: "a unit below it went away", unit: DISTRICT, wanted: &[UnitGone], change: move_the_school },
        Case {
            name: "the due day of its report",
            unit: SCHOOL,
            wanted: &[ReportDue],
            change: |office| {
                let exception = exception(&office.book, SCHOOL, "", Some(20));
                office.book.set_exception(&moment(), &exception).unwrap();
            },
        },
        Case {
            name: "the due day of all reports",
            unit: SCHOOL,
            wanted: &[ReportDue, ReportDue, ReportDue],
            change: |office| {
                let rule = DueRule { days_after_end: 12, is_proposed: false, fixed: Vec::new() };
                office.book.set_due_rule(&moment(), &rule).unwrap();
            },
        },
        Case {
            name: "the due day of an activity",
            unit: SCHOOL,
            wanted: &[ActivityDue],
            change: |office| {
                let exception = exception(&office.book, SCHOOL, ACTIVITY, Some(20));
                office.book.set_exception(&moment(), &exception).unwrap();
            },
        },
        Case {
            name: "an activity of its level",
            unit: SCHOOL,
            wanted: &[ActivityDue],
            change: |office| {
                let due = LevelDue {
                    phase: "dot1".to_owned(),
                    activity: ACTIVITY.to_owned(),
                    level: UnitLevel::Grassroots,
                    due_on: Some(day(2023, 7, 24)),
                };
                office.book.set_level_due(&moment(), &due).unwrap();
            },
        },
        Case {
            name: "it was let off",
            unit: SCHOOL,
            wanted: &[ActivityGone],
            change: |office| {
                let exception = exception(&office.book, SCHOOL, ACTIVITY, None);
                office.book.set_exception(&moment(), &exception).unwrap();
            },
        },
        Case {
            name: "another title",
            unit: SCHOOL,
            wanted: &[ActivityTitle],
            change: |office| {
                amend(&mut office.book, |text| {
                    text.replace("title = \"Tuyên truyền kết quả nhiệm kỳ", "title = \"Nêu kết quả nhiệm kỳ")
                });
            },
        },
        Case {
            name: "a new activity",
            unit: SCHOOL,
            wanted: &[ActivityNew],
            change: |office| {
                amend(&mut office.book, |text| {
                    text.replacen(
                    "[[activities]]",
                    "[[activities]]\ncode = \"III.1-9\"\nphase = \"dot1\"\ngroup = \"noi-dung\"\ntitle = \"Việc mới mẫu\"\n\
                     explanation = \"Việc thêm vào kế hoạch, chỉ để thử.\"\nforms = [\"bao-dai\"]\ncontents = [\"II.1\"]\n\
                     levels = [\"all\"]\nwho = \"Công đoàn các cấp\"\nindicators = []\nplace = \"III.1\"\ndash = 9\n\n\
                     [[activities]]",
                    1,
                )
                });
            },
        },
        Case {
            name: "other wording of the report",
            unit: SCHOOL,
            wanted: &[PlanText],
            change: |office| {
                amend(&mut office.book, |text| text.replacen("annex_title = \"", "annex_title = \"Mẫu ", 1));
            },
        },
    ];
    all.iter().map(|case| Case { ..*case }).collect()
}

#[test]
fn an_amendment_shows_what_changes_for_this_unit_and_taking_it_leaves_nothing_to_show() {
    let mut office = province();
    office.book.set_milestone(&moment(), &milestone(3)).unwrap();
    let first = issue(&mut office);
    for Case { name, change, unit, wanted } in cases() {
        let mut later = copy_of(&office);
        change(&mut later);
        let second = issue(&mut later);
        let mut made = begun(&first, unit);
        let activity = codes(&made.book, "dot1")[2].clone();
        made.book.set_progress(&moment(), std::slice::from_ref(&activity), &done()).unwrap();
        let before = content(made.folder.path());
        let offer = made.book.preview_campaign(second.as_bytes(), None, moment().today).unwrap();
        assert_eq!((offer.standing, offer.taken_version, offer.version), (OfferStanding::Amendment, 1, 2), "{name}");
        assert_eq!((offer.unit, offer.is_unit_open), (Some(uid_of(&first, unit)), false), "{name}");
        let kinds: Vec<CampaignChangeKind> = offer.changes.iter().map(|change| change.kind).collect();
        assert_eq!(kinds, wanted, "{name}: {:?}", offer.changes);
        assert_eq!(content(made.folder.path()), before, "{name}: a preview writes nothing");

        let input = TakeCampaign { unit: uid_of(&first, unit), beginning: None };
        let step = made.book.take_campaign(&moment(), &second, &input).unwrap().step.unwrap();
        assert_eq!(step.op, Op::TakeCampaign, "{name}");
        let item = made.book.activity(&activity, moment().today).unwrap().item;
        assert_eq!(item.state, ProgressState::Done, "{name}: ticks stay");
        let after = content(made.folder.path());
        let again = made.book.preview_campaign(second.as_bytes(), None, moment().today).unwrap();
        assert_eq!((again.standing, again.changes), (OfferStanding::Same, Vec::new()), "{name}");
        let again = made.book.take_campaign(&moment(), &second, &input).unwrap();
        assert_eq!(again.step, None, "{name}: the same file twice changes nothing");
        assert_eq!(content(made.folder.path()), after, "{name}");

        made.book.undo(&moment(), None).unwrap();
        assert_eq!(content(made.folder.path()), before, "{name}: undo restores");
        let offer = made.book.preview_campaign(second.as_bytes(), None, moment().today).unwrap();
        assert_eq!(
            offer.changes.iter().map(|change| change.kind).collect::<Vec<_>>(),
            wanted,
            "{name}: and shows it again"
        );
        made.book.redo(&moment()).unwrap();
        assert_eq!(content(made.folder.path()), after, "{name}: redo takes it again");
    }
}

#[test]
fn days_are_shown_before_and_after() {
    let mut office = province();
    office.book.set_milestone(&moment(), &milestone(3)).unwrap();
    let first = issue(&mut office);
    office.book.set_milestone(&moment(), &milestone(10)).unwrap();
    let second = issue(&mut office);
    let mut made = begun(&first, SCHOOL);
    let offer = made.book.preview_campaign(second.as_bytes(), None, moment().today).unwrap();
    let moved = kind_of(&offer.changes, CampaignChangeKind::Milestone);
    assert_eq!(moved.len(), 1, "{:?}", offer.changes);
    assert_eq!((moved[0].before_on, moved[0].after_on), (Some(day(2023, 10, 3)), Some(day(2023, 10, 10))));
    assert!(!kind_of(&offer.changes, CampaignChangeKind::ActivityDue).is_empty(), "what hangs on it moves with it");
    assert!(!kind_of(&offer.changes, CampaignChangeKind::ReportDue).is_empty());
    // What the unit set itself stays while the office says nothing new of it; its news win.
    made.book.set_milestone(&moment(), &milestone(5)).unwrap();
    take(&mut made.book, &second, SCHOOL);
    let on = |made: &TestBook| {
        let milestones = made.book.milestones().unwrap();
        milestones.into_iter().find(|milestone| milestone.code == "dai-hoi-tinh").unwrap().on
    };
    assert_eq!(on(&made), Some(day(2023, 10, 10)));
    made.book.set_milestone(&moment(), &milestone(12)).unwrap();
    add_unit(&mut office.book, "Nghiệp đoàn Mẫu", "nghiep-doan", DISTRICT);
    take(&mut made.book, &issue(&mut office), SCHOOL);
    assert_eq!(on(&made), Some(day(2023, 10, 12)));
}

#[test]
fn a_book_that_was_set_up_by_hand_joins_and_keeps_its_ticks_and_its_units() {
    let mut office = province();
    let file = issue(&mut office);
    let mut made = empty_book();
    let ours = OurUnit { name: "LĐLĐ huyện Mẫu Một".to_owned(), ..unit() };
    made.book.set_up(&moment(), &SetUp { unit: ours, ..set_up() }).unwrap();
    add_unit(&mut made.book, "CĐCS Trường Tiểu học Mẫu Một", "cdcs", "");
    add_unit(&mut made.book, "Công đoàn cơ sở Xã Mẫu", "cdcs", "");
    let school = id_of(&made.book, "CĐCS Trường Tiểu học Mẫu Một");
    made.book.set_progress(&moment(), &codes(&made.book, "dot1")[..3], &done()).unwrap();

    let offer = made.book.preview_campaign(file.as_bytes(), None, moment().today).unwrap();
    assert_eq!((offer.standing, offer.is_unit_open), (OfferStanding::Joining, true), "a guess is confirmed");
    assert_eq!(offer.unit, Some(uid_of(&file, DISTRICT)), "by its name, short forms written out");
    let kinds: Vec<CampaignChangeKind> = offer.changes.iter().map(|change| change.kind).collect();
    use CampaignChangeKind::{OurUnit as Ours, UnitName, UnitNew};
    assert_eq!(kinds, [Ours, Ours, Ours, UnitNew, UnitName], "{:?}", offer.changes);

    take(&mut made.book, &file, DISTRICT);
    let tree = made.book.unit_tree(moment().today).unwrap();
    assert_eq!(tree.units.len(), 3, "one known, one new, one of our own: {:?}", tree.units);
    let known = tree.units.iter().find(|unit| unit.id == school).unwrap();
    assert_eq!((known.name.as_str(), known.kind.as_str()), (SCHOOL, "cdcs-truong-hoc"));
    assert_eq!(made.book.checklist("dot1", moment().today).unwrap().phase.counts.done, 3);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(made.book.unit_tree(moment().today).unwrap().units.len(), 2);
}

#[test]
fn the_office_sees_what_another_text_of_its_plan_changes_for_all_levels_before_it_amends() {
    use CampaignChangeKind::{ActivityTitle, PlanText};
    let mut office = province();
    let (template, source) =
        sotg_core::plan::find(crate::support::PLAN).map(|(one, _)| (one.file_name, one.source)).unwrap();
    let file = |text: &str| sotg_core::plan::PlanFile::from_text(template, text).unwrap();
    let today = moment().today;
    let kinds = |office: &TestBook, text: &str| {
        let changes = office.book.preview_amended_plan(&file(text), today).unwrap();
        changes.iter().map(|change| change.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&office, source), [], "the plan as it is");
    let title = source.replace("title = \"Tuyên truyền kết quả nhiệm kỳ", "title = \"Nêu kết quả nhiệm kỳ");
    assert!(kinds(&office, &title).iter().all(|kind| *kind == ActivityTitle) && title != source);
    let wording = title.replacen("annex_title = \"", "annex_title = \"Mẫu ", 1);
    let shown = kinds(&office, &wording);
    assert_eq!((shown.first(), shown.last()), (Some(&ActivityTitle), Some(&PlanText)));
    let before = content(office.folder.path());
    assert_eq!(kinds(&office, &wording), shown);
    assert_eq!(content(office.folder.path()), before, "a preview writes nothing");
    office.book.amend_plan(&moment(), &file(&wording)).unwrap();
    assert_eq!(kinds(&office, &wording), [], "nothing is left to amend");
    office.book.undo(&moment(), None).unwrap();
    assert_eq!(kinds(&office, &wording), shown, "one step, taken back");

    let first = issue(&mut office);
    let made = begun(&first, SCHOOL);
    let refused = made.book.preview_amended_plan(&file(&wording), today).unwrap_err();
    assert_eq!(refused.code(), sotg_core::ErrorCode::CampaignNotOurs, "a unit takes what its office issues");
}

#[test]
fn what_an_amendment_no_longer_asks_for_stays_in_the_book() {
    let mut office = province();
    let first = issue(&mut office);
    let mut made = begun(&first, SCHOOL);
    made.book.set_progress(&moment(), &[ACTIVITY.to_owned()], &done()).unwrap();
    let link = made.book.add_link(&moment(), ACTIVITY, "https://vi-du.vn/bai", "Bài viết");
    link.unwrap();
    amend(&mut office.book, |text| {
        let start = text.find("[[activities]]\ncode = \"III.1-1\"").unwrap();
        let end = start + 5 + text[start + 5..].find("[[activities]]").unwrap();
        format!("{}{}", &text[..start], &text[end..])
    });
    let second = issue(&mut office);
    take(&mut made.book, &second, SCHOOL);
    assert!(!codes(&made.book, "dot1").contains(&ACTIVITY.to_owned()));
    // Every screen still opens.
    made.book.overview(moment().today).unwrap();
    made.book.timeline(moment().today).unwrap();
    made.book.report_word("dot1", moment().today).unwrap();
    made.book.undo(&moment(), None).unwrap();
    let item = made.book.activity(ACTIVITY, moment().today).unwrap().item;
    assert_eq!((item.state, item.n_evidence), (ProgressState::Done, 1));
}

#[test]
fn units_that_are_renamed_and_moved_are_so_from_the_day_of_issue() {
    let mut office = province();
    add_unit(&mut office.book, "Công đoàn ngành Mẫu", "cd-nganh", "");
    let first = issue(&mut office);
    let mut district = begun(&first, DISTRICT);
    let id = id_of(&district.book, SCHOOL);
    let rename = StructureChange::Rename {
        unit: id_of(&office.book, SCHOOL),
        name: "Công đoàn cơ sở Trường Tiểu học số 2".to_owned(),
        kind: "cdcs-truong-hoc".to_owned(),
    };
    let on = day(2023, 9, 1);
    office.book.change_structure(&moment(), &rename, on, "Quyết định số 2").unwrap();
    let later = crate::support::moment_on(day(2023, 9, 5));
    let (_, second) = office.book.issue_campaign(&later, "").unwrap();
    let input = TakeCampaign { unit: uid_of(&second.text, DISTRICT), beginning: None };
    district.book.take_campaign(&later, &second.text, &input).unwrap();
    let name_on = |today| {
        let tree = district.book.unit_tree(today).unwrap();
        tree.units.into_iter().find(|unit| unit.id == id).unwrap().name
    };
    assert_eq!(name_on(day(2023, 9, 4)), SCHOOL);
    assert_eq!(name_on(day(2023, 9, 5)), "Công đoàn cơ sở Trường Tiểu học số 2");
}
