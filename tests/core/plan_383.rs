//! Plan 383 as data against the document itself: nothing of sections II to V is missing, and no title is copied from it.
//!
//! The text of the document drives the test: it is walked from heading to heading, and each numbered item, each dash and
//! each paragraph of instruction must be found in the template under the same place.

#![allow(clippy::expect_used, reason = "a panic here is a failed test")]

use std::collections::{BTreeMap, BTreeSet};

use sotg_core::model::{Certainty, UnitLevel};
use sotg_core::plan::{self, Compose, Plan, RollUp};
use unicode_normalization::{UnicodeNormalization, is_nfc};

const DOCUMENT: &str = include_str!("../fixtures/ke-hoach-383-lai-chau-2022.txt");
const PHASES: [&str; 3] = ["dot1", "dot2", "dot3"];

fn plan_383() -> Plan {
    plan::find("383-lai-chau-2022").expect("the built-in template loads").1
}

/// One thing that the document asks for: its place, and the number of the dash or paragraph below it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    place: String,
    dash: usize,
}

/// What the sections II to V consist of, read from the text.
#[derive(Debug, Default)]
struct Document {
    /// Headings that have something below them, and numbered items of section II.
    items: BTreeMap<Item, String>,
    /// Paragraphs without a dash that follow the dashes of a section: (section, text).
    closing: Vec<(String, String)>,
}

/// "II. NỘI DUNG" → II; the headings of the sections are in capitals.
fn section_of(line: &str) -> Option<&str> {
    let (number, title) = line.split_once(". ")?;
    (["I", "II", "III", "IV", "V"].contains(&number) && title == title.to_uppercase()).then_some(number)
}

/// "1.1. Trên báo, đài" and "1.3 Trên internet" → 1.1, 1.3; "1. Mục đích" → 1.
fn number_of(line: &str) -> Option<&str> {
    let (word, _) = line.split_once(' ')?;
    let number = word.trim_end_matches('.');
    let is_number = number.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_number.then_some(number)
}

fn read_document() -> Document {
    let mut document = Document::default();
    let (mut section, mut place, mut dash) = ("", String::new(), 0);
    let mut is_continued = false;
    for line in DOCUMENT.nfc().collect::<String>().lines().map(str::trim) {
        if let Some(number) = section_of(line) {
            (section, place, dash) = (number, number.to_owned(), 0);
        } else if line.starts_with("Nơi nhận:") || line.starts_with("Trên đây là Kế hoạch") {
            break;
        } else if ["II", "III", "IV", "V"].contains(&section) && !line.is_empty() {
            if let Some(number) = number_of(line) {
                (place, dash) = (format!("{section}.{number}"), 0);
                if section == "II" {
                    document.items.insert(Item { place: place.clone(), dash: 0 }, line.to_owned());
                }
            } else if let Some(text) = line.strip_prefix("- ") {
                dash += 1;
                document.items.insert(Item { place: place.clone(), dash }, text.to_owned());
            } else if is_continued {
                // A paragraph that the extraction broke in two at the foot of a page.
            } else if dash > 0 {
                document.closing.push((section.to_owned(), line.to_owned()));
            } else {
                dash = 1;
                document.items.insert(Item { place: place.clone(), dash }, line.to_owned());
            }
        }
        if !line.is_empty() {
            let is_heading = number_of(line).is_some() && section != "II" || section_of(line).is_some();
            is_continued = !is_heading && !line.ends_with(['.', ';', ':', '!', '”']);
        }
    }
    document
}

/// How many dashes, paragraphs or items stand under each place.
fn counts(document: &Document) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for item in document.items.keys() {
        *counts.entry(item.place.as_str()).or_default() += 1;
    }
    counts
}

#[test]
fn the_document_is_read_as_it_is_counted_by_hand() {
    let document = read_document();
    let counts = counts(&document);
    let by_hand = [
        ("II.1", 1),
        ("II.2", 1),
        ("II.3", 1),
        ("II.4", 1),
        ("II.5", 1),
        ("II.6", 1),
        ("II.7", 1),
        ("II.8", 1),
        ("III.1", 6),
        ("III.2.1", 6),
        ("III.2.2", 3),
        ("III.2.3", 5),
        ("III.3.1", 6),
        ("III.3.2", 3),
        ("III.3.3", 5),
        ("IV.1.1", 1),
        ("IV.1.2", 1),
        ("IV.1.3", 2),
        ("IV.2", 2),
        ("IV.3", 3),
        ("IV.4", 3),
        ("IV.5", 1),
        ("V.1.1", 4),
        ("V.1.2", 1),
        ("V.2", 3),
    ];
    assert_eq!(counts, BTreeMap::from(by_hand), "8; 6; 6, 3, 5; 6, 3, 5; 13; 4, 1, 3");
    let closing: Vec<&str> = document.closing.iter().map(|(section, _)| section.as_str()).collect();
    assert_eq!(closing, ["III", "V"], "the task through all phases, and the report at the end of each phase");
}

#[test]
fn each_content_of_section_ii_is_an_attribute_that_activities_carry() {
    let plan = plan_383();
    let document = read_document();
    let asked: Vec<&str> =
        document.items.keys().map(|item| item.place.as_str()).filter(|place| place.starts_with("II.")).collect();
    let given: Vec<&str> = plan.contents.iter().map(|content| content.place.as_str()).collect();
    assert_eq!(given, asked);
    for content in &plan.contents {
        assert_eq!(content.code, content.place);
        let n = plan.activities.iter().filter(|activity| activity.contents.contains(&content.code)).count();
        assert!(n > 0, "{} is served by no activity", content.code);
    }
}

#[test]
fn each_dash_of_sections_iii_to_v_has_its_activity() {
    let plan = plan_383();
    let document = read_document();
    let asked: BTreeSet<Item> = document.items.keys().filter(|item| !item.place.starts_with("II.")).cloned().collect();
    let given: BTreeSet<Item> = plan
        .activities
        .iter()
        .filter_map(|activity| Some(Item { place: activity.place.clone(), dash: activity.dash?.into() }))
        .collect();
    assert_eq!(given, asked, "each (place, dash) of the document, and none that it does not have");
}

#[test]
fn each_activity_stands_in_the_phases_that_its_place_belongs_to() {
    let plan = plan_383();
    for item in read_document().items.keys().filter(|item| !item.place.starts_with("II.")) {
        let of_item = plan
            .activities
            .iter()
            .filter(|activity| activity.place == item.place && activity.dash.map(usize::from) == Some(item.dash));
        let phases: Vec<(&str, Option<&str>)> =
            of_item.map(|activity| (activity.phase.as_str(), activity.stage.as_deref())).collect();
        let all = PHASES.map(|phase| (phase, None)).to_vec();
        let expected = match item.place.as_str() {
            "III.1" => vec![("dot1", None)],
            "III.2.1" => vec![("dot2", Some("dot2-truoc"))],
            "III.2.2" => vec![("dot2", Some("dot2-trong"))],
            "III.2.3" => vec![("dot2", Some("dot2-sau"))],
            "III.3.1" => vec![("dot3", Some("dot3-truoc"))],
            "III.3.2" => vec![("dot3", Some("dot3-trong"))],
            "III.3.3" => vec![("dot3", Some("dot3-sau"))],
            // A unit makes its plan once.
            "V.2" if item.dash == 1 => vec![("dot1", None)],
            _ => all,
        };
        assert_eq!(phases, expected, "{item:?}");
    }
}

#[test]
fn the_closing_paragraphs_are_the_task_through_all_phases_and_the_report() {
    let plan = plan_383();
    for (section, text) in read_document().closing {
        if section == "III" {
            assert!(text.contains("phản bác"), "{text}");
            let phases: Vec<&str> = plan
                .activities
                .iter()
                .filter(|activity| activity.place == "III")
                .map(|activity| activity.phase.as_str())
                .collect();
            assert_eq!(phases, PHASES);
        } else {
            assert!(text.contains("có báo cáo kết quả triển khai thực hiện về LĐLĐ tỉnh"), "{text}");
            assert_eq!(plan.report.place, section);
            assert!(text.contains("(qua Ban Tuyên giáo - Nữ công)"));
            assert!(plan.report.addressee.contains("(qua Ban Tuyên giáo - Nữ công)"));
        }
    }
}

#[test]
fn each_place_of_section_iv_has_its_form_and_its_activities_use_it() {
    let plan = plan_383();
    let document = read_document();
    let asked: BTreeSet<&str> =
        document.items.keys().map(|item| item.place.as_str()).filter(|place| place.starts_with("IV.")).collect();
    let given: BTreeSet<&str> = plan.forms.iter().map(|form| form.place.as_str()).collect();
    assert_eq!(given, asked);
    for form in &plan.forms {
        for phase in PHASES {
            let uses = |activity: &plan::Activity| {
                activity.phase == phase && activity.place == form.place && activity.forms.contains(&form.code)
            };
            assert!(plan.activities.iter().any(uses), "{} is used in {phase} where the plan names it", form.code);
        }
        let sections = plan.report.outline.iter().filter(|section| section.compose == Compose::Form(form.code.clone()));
        assert_eq!(sections.count(), 1, "{} has its section in the report", form.code);
    }
}

#[test]
fn each_level_has_what_section_v_lays_on_it() {
    let plan = plan_383();
    let places_of = |level: UnitLevel| -> BTreeSet<&str> {
        let of_level = plan.activities.iter().filter(|activity| activity.scope.levels.contains(&level));
        of_level.map(|activity| activity.place.as_str()).filter(|place| place.starts_with('V')).collect()
    };
    assert_eq!(places_of(UnitLevel::Province), BTreeSet::from(["V.1.1", "V.1.2"]));
    for level in [UnitLevel::District, UnitLevel::Sector, UnitLevel::PublicEmployees, UnitLevel::DirectGrassroots] {
        assert_eq!(places_of(level), BTreeSet::from(["V.2"]), "{level:?}");
    }
    for level in UnitLevel::ALL {
        assert!(plan.report.scope.levels.contains(&level), "a book without reports would be of no use: {level:?}");
    }
}

/// Syllables in lower case: Vietnamese writes them apart, so that a run of six is about three words of English.
fn syllables(text: &str) -> Vec<String> {
    let lower = text.nfc().collect::<String>().to_lowercase();
    lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn titles_are_short_in_our_own_words_and_unique_in_their_phase() {
    let plan = plan_383();
    let document = syllables(DOCUMENT);
    let runs: BTreeSet<&[String]> = document.windows(6).collect();
    let mut seen = BTreeSet::new();
    for activity in &plan.activities {
        let title = activity.title.as_str();
        assert!(title.chars().count() <= 80, "{title}");
        assert!(is_nfc(title) && is_nfc(&activity.explanation), "{title}");
        assert!(seen.insert((activity.phase.as_str(), title)), "{title} twice in {}", activity.phase);
        for run in syllables(title).windows(6) {
            assert!(!runs.contains(run), "{title} copies {run:?}");
        }
        assert!(activity.explanation.chars().count() > title.chars().count(), "{title} is explained");
    }
}

#[test]
fn explanations_are_not_copied_sentences_either() {
    let document = syllables(DOCUMENT);
    let runs: BTreeSet<&[String]> = document.windows(12).collect();
    let plan = plan_383();
    let activities = plan.activities.iter().map(|activity| &activity.explanation);
    for text in activities.chain(plan.contents.iter().map(|content| &content.explanation)) {
        for run in syllables(text).windows(12) {
            assert!(!runs.contains(run), "{text} copies {run:?}");
        }
    }
}

#[test]
fn number_day_motto_and_cited_documents_stand_in_the_document() {
    let plan = plan_383();
    let text: String = DOCUMENT.nfc().collect();
    assert!(text.contains(&format!("Số: {}", plan.document.number)));
    assert!(text.contains(&plan.document.title));
    assert!(text.contains(&plan.document.motto));
    assert!(text.contains(&plan.document.issued_on.format("ngày %-d tháng %-m năm %Y").to_string()));
    let opening = text.lines().find(|line| line.starts_with("Thực hiện Thông tri")).expect("the opening paragraph");
    let cited: Vec<String> = plan
        .cites
        .iter()
        .map(|cited| {
            let day = cited.dated_on.expect("the plan gives the day").format("%d/%-m/%Y").to_string();
            format!("{} số {} ngày {}", cited.kind, cited.number, day)
        })
        .collect();
    let found = |citation: &String| opening.contains(citation) || opening.contains(&citation.replace("/4/", "/04/"));
    assert!(cited.iter().all(found), "{cited:?}");
    assert_eq!(opening.matches(" số ").count(), cited.len(), "all of the opening paragraph");
    assert_eq!(plan.document.term, "2023 - 2028", "the slip in I.2 is not copied");
}

#[test]
fn only_the_provincial_congress_is_unknown_and_what_no_document_binds_us_to_is_a_proposal() {
    let plan = plan_383();
    let unknown: Vec<&str> = plan
        .milestones
        .iter()
        .filter(|milestone| milestone.certainty == Certainty::Unknown)
        .map(|milestone| milestone.code.as_str())
        .collect();
    assert_eq!(unknown, ["dai-hoi-tinh"]);
    let proposed: Vec<&str> = plan
        .milestones
        .iter()
        .filter(|milestone| milestone.is_proposed)
        .map(|milestone| milestone.code.as_str())
        .collect();
    assert_eq!(proposed, ["dai-hoi-co-so", "dot2-ket-thuc", "dot3-bat-dau", "dot3-ket-thuc"]);
    assert!(plan.report.is_due_proposed, "the plan sets no day for the report");
}

#[test]
fn the_catalogue_of_indicators_is_complete() {
    let plan = plan_383();
    // DOMAIN.md, B.3: codes as far as they are given there; CL, TD and MX05 are taken apart into what is counted.
    let asked = [
        "CD01", "BC01", "BC02", "BC03", "BC04", "CT01", "MX01", "MX02", "MX03", "MX04", "MX05", "TM01", "TM02", "LT01",
        "TQ01", "TQ02", "TQ03", "TQ04", "TQ05", "TQ06", "TQ07", "TQ08", "TQ09", "VH01", "VH02", "TD01", "TD02A",
        "TD02B", "TD02C", "TD03", "TD04", "TD05", "AP01", "AP02", "GY01", "GY02", "CL01", "CL02", "CL03", "TT01",
        "PB01", "PB02", "DH01", "DH02", "NQ01", "NQ02",
    ];
    for code in asked {
        assert!(plan.indicators.iter().any(|indicator| indicator.code == code), "{code}");
    }
    for indicator in &plan.indicators {
        let is_percentage = matches!(indicator.roll_up, RollUp::Percentage { .. });
        assert_eq!(indicator.unit == "%", is_percentage, "{}: a percentage is reckoned, never typed", indicator.code);
        let is_money = indicator.unit == "triệu đồng";
        assert_eq!(indicator.decimals, u8::from(is_money || is_percentage), "{}", indicator.code);
    }
    let percentage = plan.indicators.iter().find(|indicator| indicator.code == "MX05").expect("MX05");
    assert_eq!(percentage.target, "100%");
}

#[test]
fn each_indicator_comes_into_the_report() {
    let plan = plan_383();
    let named: BTreeSet<&str> = plan
        .report
        .outline
        .iter()
        .flat_map(|section| match &section.compose {
            Compose::Activities { indicators, .. } | Compose::Figures(indicators) => indicators.as_slice(),
            Compose::Nothing
            | Compose::Prompt(_)
            | Compose::Form(_)
            | Compose::Strengths
            | Compose::Shortcomings
            | Compose::NextPhase => &[],
        })
        .map(String::as_str)
        .collect();
    for indicator in &plan.indicators {
        assert!(named.contains(indicator.code.as_str()) || !indicator.forms.is_empty(), "{}", indicator.code);
    }
}

#[test]
fn the_outline_is_that_of_the_official_report() {
    let plan = plan_383();
    let numbers: Vec<&str> = plan.report.outline.iter().map(|section| section.number.as_str()).collect();
    let expected = [
        "I", "II", "III", "1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "3", "4", "5", "IV",
        "1", "2", "3", "4", "V", "VI",
    ];
    assert_eq!(numbers, expected);
}
