//! A template is loaded whole or refused with the line, the field and what is wrong there.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a panic here is a failed test")]

use std::collections::{BTreeMap, BTreeSet};

use sotg_core::model::{EmployerSector, MilestoneSetting, UnitLevel};
use sotg_core::plan::{self, DateRule, Plan, Problem, RollUp, Scope};
use sotg_core::schedule::Schedule;
use sotg_core::{ErrorCode, Result};

/// An invented plan of another province, with other codes than plan 383.
const OTHER: &str = include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml");

fn load_other() -> Plan {
    Plan::load("mau-tinh-song-may-2028.toml", OTHER).expect("the second plan loads")
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// One way to break the template: what stands there, what is put instead. `¶` marks where the refusal must point to.
struct Broken {
    from: &'static str,
    to: &'static str,
    field: &'static str,
    problem: Problem,
    value: &'static str,
}

const fn broken(
    from: &'static str,
    to: &'static str,
    field: &'static str,
    problem: Problem,
    value: &'static str,
) -> Broken {
    Broken { from, to, field, problem, value }
}

#[rustfmt::skip]
const BROKEN: &[Broken] = &[
    broken("number = \"00/KH-LĐLĐ\"", "¶number = 12", "document.number", Problem::WrongType, "integer"),
    broken("term = \"2028\"", "¶terms = \"2028\"", "document.terms", Problem::UnknownField, "terms"),
    broken("code = \"mau-song-may-2028\"", "", "code", Problem::Missing, ""),
    broken("code = \"mau-song-may-2028\"", "¶code = \"Sông Mây\"", "code", Problem::BadCode, "Sông Mây"),
    broken("motto = \"Đoàn viên là trung tâm\"", "¶motto = \"\"", "document.motto", Problem::Empty, ""),
    broken("motto = \"Đoàn viên", "¶motto = \"Đoa\u{300}n viên", "document.motto", Problem::UncleanText, "Đoa\u{300}n viên là trung tâm"),
    broken("motto = \"Đoàn viên", "¶motto = \"\\u0007Đoàn viên", "document.motto", Problem::UncleanText, "\u{7}Đoàn viên là trung tâm"),
    broken("motto = \"Đoàn viên", "¶motto = \"Đoàn\\nviên", "document.motto", Problem::UncleanText, "Đoàn\nviên là trung tâm"),
    broken("issued_on = \"2028-01-10\"", "¶issued_on = \"2028-02-30\"", "document.issued_on", Problem::BadDate, "2028-02-30"),
    broken("issued_on = \"2028-01-10\"", "¶issued_on = \"0228-01-10\"", "document.issued_on", Problem::BadDate, "0228-01-10"),
    broken("code = \"le-phat-dong\"", "¶code = \"phat-hanh\"", "milestones[1].code", Problem::DuplicateCode, "phat-hanh"),
    broken("code = \"le-phat-dong\"", "¶code = \"phase\"", "milestones[1].code", Problem::BadCode, "phase"),
    broken("kind = \"issue\"", "¶kind = \"party\"", "milestones[0].kind", Problem::UnknownValue, "party"),
    broken("certainty = \"expected\"", "¶certainty = \"sure\"", "milestones[1].certainty", Problem::UnknownValue, "sure"),
    broken("on = \"2028-01-10\"\nsource", "¶on = \"le-tong-ket.start\"\nsource", "milestones[0].on", Problem::LaterCode, "le-tong-ket"),
    broken("on = \"2028-01-10\"\nsource", "¶on = \"phat-hanh.start\"\nsource", "milestones[0].on", Problem::LaterCode, "phat-hanh"),
    broken("on = \"2028-01-10\"\nsource", "source", "milestones[0].on", Problem::DateNeeded, "phat-hanh"),
    broken("until = \"2028-04-28\"", "¶until = \"2028-04-26\"", "milestones[1].until", Problem::DatesOutOfOrder, "le-phat-dong"),
    broken("not_before = \"le-phat-dong.end + 25\"", "¶on = \"2028-06-01\"", "milestones[2].on", Problem::DateNotWanted, "le-tong-ket"),
    broken("not_after = \"2028-06-15\"", "¶not_after = \"2028-05-01\"", "milestones[2].not_after", Problem::DatesOutOfOrder, "le-tong-ket"),
    broken("le-phat-dong.end + 25", "¶le-phat-dong.end + 900", "milestones[2].not_before", Problem::OutOfRange, "le-phat-dong.end + 900"),
    broken("le-phat-dong.end + 25", "¶le-phat-dong.end +25", "milestones[2].not_before", Problem::BadRule, "le-phat-dong.end +25"),
    broken("le-phat-dong.end + 25", "¶le-phat-dong.middle + 25", "milestones[2].not_before", Problem::BadRule, "le-phat-dong.middle + 25"),
    broken("number = 2", "¶number = 3", "phases[1].number", Problem::OutOfOrder, "3"),
    broken("ends = \"le-phat-dong.start - 1\"", "¶ends = \"2028-01-01\"", "phases[0].ends", Problem::DatesOutOfOrder, "phases[0]"),
    broken("ends = \"le-phat-dong.start - 1\"", "¶ends = \"le-be-mac.start\"", "phases[0].ends", Problem::UnknownCode, "le-be-mac"),
    broken("ends = \"2028-05-31\"", "¶ends = \"phase.end\"", "phases[1].stages[0].ends", Problem::BadRule, "phase.end"),
    broken("code = \"ngay-hoi\"\nname", "¶code = \"truyen-thanh\"\nname", "forms[1].code", Problem::DuplicateCode, "truyen-thanh"),
    broken("group = \"ket-qua\"", "¶group = \"ket-luan\"", "indicators[0].group", Problem::UnknownCode, "ket-luan"),
    broken("decimals = 2", "¶decimals = 3", "indicators[0].decimals", Problem::OutOfRange, "3"),
    broken("denominator = \"TS\"", "¶denominator = \"XX\"", "indicators[0].denominator", Problem::UnknownCode, "XX"),
    broken("denominator = \"TS\"", "¶denominator = \"TL\"", "indicators[0].denominator", Problem::NotWanted, "TL"),
    broken("denominator = \"TS\"", "", "indicators[0].denominator", Problem::Missing, ""),
    broken("roll_up = \"latest\"", "¶roll_up = \"average\"", "indicators[1].roll_up", Problem::UnknownValue, "average"),
    broken("{ code = \"ngoai\"", "¶{ code = \"nha-nuoc\"", "indicators[1].splits[1].code", Problem::DuplicateCode, "nha-nuoc"),
    broken("phrase = \"tổng số {n} công đoàn cơ sở\"", "¶phrase = \"tổng số công đoàn cơ sở\"", "indicators[2].phrase", Problem::PlaceholderMissing, "{n}"),
    broken("phrase = \"tổng số {n} công", "¶phrase = \"tổng số {n} {m} công", "indicators[2].phrase", Problem::UnknownPlaceholder, "tổng số {n} {m} công đoàn cơ sở"),
    broken("forms = [\"truyen-thanh\"]", "¶forms = []", "activities[0].forms", Problem::Empty, ""),
    broken("forms = [\"truyen-thanh\"]", "¶forms = [\"bao-dai\"]", "activities[0].forms[0]", Problem::UnknownCode, "bao-dai"),
    broken("forms = [\"ngay-hoi\", \"truyen-thanh\"]", "forms = [\"ngay-hoi\",\n    ¶\"ngay-hoi\"]", "activities[1].forms[1]", Problem::DuplicateCode, "ngay-hoi"),
    broken("contents = [\"1.a\"]", "contents = []", "contents[0].code", Problem::Unserved, "1.a"),
    broken("levels = [\"all\"]", "¶levels = []", "activities[0].levels", Problem::Empty, ""),
    broken("levels = [\"all\"]", "¶levels = [\"nation\"]", "activities[0].levels[0]", Problem::UnknownValue, "nation"),
    broken("phases = \"all\"", "¶phases = \"some\"", "activities[0].phases", Problem::UnknownValue, "some"),
    broken("phases = \"all\"", "¶phases = \"all\"\nphase = \"chuan-bi\"", "activities[0].phases", Problem::NotWanted, "all"),
    broken("stage = \"thang-nam\"", "¶stage = \"thang-sau\"", "activities[1].stage", Problem::UnknownCode, "thang-sau"),
    broken("stage = \"thang-nam\"", "phase = \"chuan-bi\"\n¶stage = \"thang-nam\"", "activities[1].stage", Problem::NotWanted, "thang-nam"),
    broken("starts = \"stage.start + 4\"", "starts = \"stage.start + 4\"\n¶due = \"stage.start + 3\"", "activities[1].due", Problem::DatesOutOfOrder, "cao-diem"),
    broken("code = \"3.b-1\"", "¶code = \"3.a-1\"", "activities[1].code", Problem::DuplicateCode, "3.a-1"),
    broken("title = \"Tổ chức ngày hội công nhân\"", "¶title = \"Phát bài truyền thanh hằng tuần\"", "activities[1].title", Problem::DuplicateTitle, "Phát bài truyền thanh hằng tuần"),
    broken("members_from = 100", "¶members_from = 0", "activities[1].members_from", Problem::OutOfRange, "0"),
    broken("members_from = 100", "¶kind = [\"cdcs\"]", "activities[1].kind", Problem::UnknownField, "kind"),
    broken("members_from = 100", "¶kinds = \"cdcs\"", "activities[1].kinds", Problem::WrongType, "string"),
    broken("members_from = 100", "kinds = [\"cdcs\",\n    ¶\"trường học\"]", "activities[1].kinds[1]", Problem::BadCode, "trường học"),
    broken("members_from = 100", "kinds = [\"cdcs\",\n    ¶\"CDCS\"]", "activities[1].kinds[1]", Problem::DuplicateCode, "CDCS"),
    broken("members_from = 100", "¶sector = \"unknown\"", "activities[1].sector", Problem::UnknownValue, "unknown"),
    broken("members_from = 100", "¶has_page = \"true\"", "activities[1].has_page", Problem::WrongType, "string"),
    broken("due_days_after_end = 5", "due_days_after_end = 5\n¶members_from = 2_000_000", "report.members_from", Problem::OutOfRange, "2000000"),
    broken("due_days_after_end = 5", "due_days_after_end = 5\n¶sector = \"public\"", "report.sector", Problem::UnknownValue, "public"),
    broken("due_days_after_end = 5", "due_days_after_end = 5\nkinds = [¶\"\"]", "report.kinds[0]", Problem::Empty, ""),
    broken("({phase}: {period})", "¶({phase})", "report.subject", Problem::PlaceholderMissing, "{period}"),
    broken("due_days_after_end = 5", "¶due_days_after_end = -5", "report.due_days_after_end", Problem::OutOfRange, "-5"),
    broken("recipients = [\"Như trên\", \"Lưu: VT\"]", "¶recipients = []", "report.recipients", Problem::Empty, ""),
    broken("number = \"1\"", "¶number = \"2\"", "report.outline[1].number", Problem::OutOfOrder, "2"),
    broken("level = 2", "¶level = 3", "report.outline[1].level", Problem::OutOfOrder, "3"),
    broken("groups = [\"viec-chinh\"]", "¶groups = [\"viec-phu\"]", "report.outline[0].groups[0]", Problem::UnknownCode, "viec-phu"),
    broken("compose = \"figures\"", "¶compose = \"poem\"", "report.outline[1].compose", Problem::UnknownValue, "poem"),
    broken("compose = \"figures\"\n", "compose = \"strengths\"\n¶", "report.outline[1].indicators", Problem::NotWanted, "strengths"),
    broken("left = \"TG/nha-nuoc\"", "¶left = \"TG/tu-nhan\"", "report.rules[0].left", Problem::UnknownCode, "TG/tu-nhan"),
    broken("right = [\"TG\"]", "right = [¶\"TX\"]", "report.rules[0].right[0]", Problem::UnknownCode, "TX"),
    broken("right = [\"TG\"]\n", "", "report.rules[0].right", Problem::Missing, ""),
    broken("right = [\"TG\"]\n", "right = [\"TG\"]\n¶number = 5\n", "report.rules[0].number", Problem::NotWanted, "5"),
    broken("relation = \"at_most\"\nnumber = 100", "relation = \"needs\"\n¶number = 100", "report.rules[1].number", Problem::NotWanted, "100"),
    broken("relation = \"at_most\"\nnumber = 100", "¶relation = \"below\"\nnumber = 100", "report.rules[1].relation", Problem::UnknownValue, "below"),
    broken("span = \"cumulative\"", "¶span = \"year\"", "report.rules[1].span", Problem::UnknownValue, "year"),
    broken("code = \"ty-le\"", "¶code = \"khong-qua-tong-so\"", "report.rules[1].code", Problem::DuplicateCode, "khong-qua-tong-so"),
    broken("because = \"Tỷ lệ không thể quá 100%\"", "", "report.rules[1].because", Problem::Missing, ""),
    broken("indicators = [\"TL\"]", "¶indicators = [\"TX\"]", "report.outline[1].indicators[0]", Problem::UnknownCode, "TX"),
];

/// The template with one thing replaced, and the line (from 1) that the refusal must name.
fn break_other(case: &Broken) -> (String, Option<usize>) {
    assert!(OTHER.contains(case.from), "{} does not stand in the template", case.from);
    let marked = OTHER.replacen(case.from, case.to, 1);
    let line = marked.find('¶').map(|offset| marked[..offset].matches('\n').count() + 1);
    (marked.replace('¶', ""), line)
}

fn refusal(source: &str) -> BTreeMap<String, String> {
    let error = Plan::load("broken.toml", source).expect_err("a broken template is refused");
    assert_eq!(error.code(), ErrorCode::BadPlan);
    error.fields()
}

#[test]
fn each_broken_template_is_refused_with_line_field_and_problem() {
    for case in BROKEN {
        let (source, line) = break_other(case);
        let fields = refusal(&source);
        let told = (fields["field"].as_str(), fields["problem"].as_str(), fields["value"].as_str());
        assert_eq!(told, (case.field, case.problem.as_str(), case.value), "{} -> {}", case.from, case.to);
        assert_eq!(fields["plan"], "broken.toml");
        if let Some(line) = line {
            assert_eq!(fields["line"], line.to_string(), "{} -> {}", case.from, case.to);
        }
    }
}

#[test]
fn what_is_missing_is_named_with_the_line_of_the_table_that_lacks_it() {
    let fields = refusal(&OTHER.replacen("short_name = \"Phát động\"\n", "", 1));
    let line = OTHER.lines().position(|line| line == "code = \"le-phat-dong\"").expect("the milestone");
    assert_eq!(fields["field"], "milestones[1].short_name");
    assert_eq!(fields["problem"], "missing");
    assert_eq!(fields["line"], line.to_string(), "the line of [[milestones]], right above its code");
}

#[test]
fn a_file_that_is_not_toml_is_refused_with_its_line() {
    for (source, line) in [("code = \"a\"\n[document\n", "2"), ("code = \n", "1"), ("a = 1\na = 2\n", "2")] {
        let fields = refusal(source);
        assert_eq!((fields["problem"].as_str(), fields["line"].as_str()), ("syntax", line), "{source}");
    }
    assert_eq!(refusal("")["problem"], "missing", "an empty file is TOML, but no plan");
}

#[test]
fn the_great_plan_is_checked_as_strictly() -> Result<()> {
    let [template] = plan::built_in() else { panic!("one template comes with the program") };
    Plan::load(template.file_name, template.source)?;
    let cases = [
        ("on = \"dai-hoi-tinh.end + 30\"", "on = \"dai-hoi-huyen.end + 30\"", "milestones", "on", "unknown_code"),
        ("due = \"dai-hoi-tinh.end + 3\"", "due = \"dai-hoi-tinh.end 3\"", "activities", "due", "bad_rule"),
        ("numerator = \"DH02A\"", "numerator = \"DH03A\"", "indicators", "numerator", "unknown_code"),
        ("number = \"2.9\"", "number = \"2.10\"", "report.outline", "number", "out_of_order"),
    ];
    for (from, to, list, field, problem) in cases {
        let lines: Vec<&str> = template.source.lines().collect();
        let above = lines.iter().position(|line| *line == from).expect(from);
        let header = format!("[[{list}]]");
        let nth = lines[..above].iter().filter(|line| **line == header).count() - 1;
        let fields = refusal(&template.source.replacen(from, to, 1));
        assert_eq!(fields["field"], format!("{list}[{nth}].{field}"));
        assert_eq!(fields["problem"], problem, "{to}");
        assert_eq!(fields["line"], (above + 1).to_string(), "{to}");
    }
    Ok(())
}

#[test]
fn each_problem_has_a_code_of_its_own() {
    let codes: BTreeSet<&str> = Problem::ALL.iter().map(|problem| problem.as_str()).collect();
    assert_eq!(codes.len(), Problem::ALL.len());
    let for_the_page = Problem::ALL.map(|problem| serde_json::to_value(problem).expect("a text"));
    assert!(for_the_page.iter().zip(Problem::ALL).all(|(name, problem)| name == problem.as_str()));
    let tested: BTreeSet<&str> = BROKEN.iter().map(|case| case.problem.as_str()).collect();
    let missed: Vec<&&str> = codes.difference(&tested).collect();
    assert_eq!(missed, [&"syntax", &"too_long"], "both have a test of their own");
}

#[test]
fn a_title_that_no_line_of_the_checklist_holds_is_refused() {
    let long = format!("title = \"{}\"", "ấ".repeat(81));
    assert_eq!(refusal(&OTHER.replacen("title = \"Ý nghĩa Tháng Công nhân\"", &long, 1))["problem"], "too_long");
    let just_fits = long.replacen('ấ', "", 1);
    let source = OTHER.replacen("title = \"Ý nghĩa Tháng Công nhân\"", &just_fits, 1);
    assert!(Plan::load("long.toml", &source).is_ok(), "80 letters of three bytes each fit");
}

#[test]
fn a_plan_of_another_province_loads_without_a_line_of_rust() {
    let plan = load_other();
    assert!(plan.document.title.contains("dữ liệu mẫu"), "it says that it is a sample");
    let phases: Vec<&str> = plan.phases.iter().map(|phase| phase.code.as_str()).collect();
    assert_eq!(phases, ["chuan-bi", "cao-diem"]);
    let schedule = Schedule::resolve(&plan, &[] as &[MilestoneSetting]);
    assert_eq!(schedule.phase(&plan.phases[0]).ends_on, Some(day("2028-04-26")));
    assert_eq!(schedule.phase(&plan.phases[1]).waits_for.as_deref(), Some("le-tong-ket"));
    assert!(matches!(&plan.indicators[0].roll_up, RollUp::Percentage { numerator, .. } if numerator == "TG"));
}

#[test]
fn an_activity_written_once_for_all_phases_becomes_one_in_each() {
    let plan = load_other();
    let copies: Vec<(&str, &str)> = plan
        .activities
        .iter()
        .filter(|activity| activity.place == "3.a")
        .map(|activity| (activity.code.as_str(), activity.phase.as_str()))
        .collect();
    assert_eq!(copies, [("3.a-1/chuan-bi", "chuan-bi"), ("3.a-1/cao-diem", "cao-diem")]);
}

#[test]
fn an_activity_takes_its_days_from_its_stage_or_its_phase() {
    let plan = load_other();
    let days = |code: &str| {
        let activity = plan.activities.iter().find(|activity| activity.code == code).expect(code);
        (activity.starts.clone(), activity.due.clone())
    };
    let from_start = |milestone: &str, days| DateRule::FromStart { milestone: milestone.to_owned(), days };
    assert_eq!(days("3.a-1/chuan-bi"), (from_start("phat-hanh", 0), from_start("phat-hanh", 20)));
    assert_eq!(days("3.a-1/cao-diem"), (from_start("le-phat-dong", 0), from_start("le-phat-dong", 20)));
    assert_eq!(days("3.b-1"), (DateRule::On(day("2028-05-05")), DateRule::On(day("2028-05-31"))));
}

#[test]
fn levels_and_numbers_of_members_decide_who_must_do_it() {
    let plan = load_other();
    let [weekly, _, festival] = plan.activities.as_slice() else { panic!("three activities") };
    assert_eq!(weekly.scope, Scope { levels: UnitLevel::ALL.to_vec(), ..Scope::default() });
    let levels = vec![UnitLevel::Commune, UnitLevel::Grassroots];
    assert_eq!(festival.scope, Scope { levels: levels.clone(), members_from: Some(100), ..Scope::default() });
    assert_eq!(plan.report.scope, Scope { levels, ..Scope::default() });
}

#[test]
fn kinds_sector_and_page_narrow_an_activity_and_the_report_in_the_same_words() {
    let keys = "kinds = [\"CDCS-truong-hoc\", \"cdcs\"]\nsector = \"non_state\"\nhas_page = false\nmembers_from = 20";
    let text = OTHER
        .replace("members_from = 100", keys)
        .replace("due_days_after_end = 5", &format!("{keys}\ndue_days_after_end = 5"));
    let plan = Plan::load("mau.sotg", &text).expect("it loads");
    let scope = Scope {
        levels: vec![UnitLevel::Commune, UnitLevel::Grassroots],
        kinds: vec!["cdcs-truong-hoc".to_owned(), "cdcs".to_owned()],
        sector: Some(EmployerSector::NonState),
        has_page: Some(false),
        members_from: Some(20),
    };
    assert_eq!(plan.activities[2].scope, scope, "codes of kinds are in small letters, as the office's own");
    assert_eq!(plan.report.scope, scope);
}
