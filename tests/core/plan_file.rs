//! Plan files as they come by e-mail, chat and USB: read whatever their dress, refused by what they are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a panic in a test is a failed test; clippy knows only functions marked as tests"
)]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sotg_core::book::Book;
use sotg_core::model::{PlanChoice, PlanPart, PlanText, SetUp};
use sotg_core::plan::{self, Plan, SIZE_LIMIT};
use sotg_core::{ErrorCode, plans};
use unicode_normalization::UnicodeNormalization as _;

use support::{PLAN, book, content_of, day, empty_book, moment, moment_on, set_up};

/// An invented plan of another province.
const OTHER: &str = include_str!("../fixtures/plans/mau-tinh-song-may-2028.toml");

fn file(folder: &Path, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join("Kế hoạch tỉnh Sông Mây.sotg");
    std::fs::write(&path, content).unwrap();
    path
}

fn refusal(content: impl AsRef<[u8]>) -> (ErrorCode, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    let error = plan::read_file(&file(folder.path(), content)).expect_err("the file is refused");
    (error.code(), error.fields())
}

fn chosen(text: &str) -> SetUp {
    let plan = PlanChoice::File(PlanText { file_name: "sông mây.sotg".to_owned(), text: text.to_owned() });
    SetUp { plan, ..set_up() }
}

#[test]
fn a_plan_is_the_same_in_whatever_dress_its_file_comes() {
    let folder = tempfile::tempdir().unwrap();
    let plain = Plan::load("x", OTHER).unwrap();
    let decomposed: String = OTHER.nfd().collect();
    assert_ne!(decomposed, OTHER);
    let dresses = [
        OTHER.to_owned(),
        format!("\u{feff}{OTHER}"),
        OTHER.replace('\n', "\r\n"),
        decomposed.clone(),
        format!("# sotg-ke-hoach 1\n{OTHER}"),
        format!("# sotg-ke-hoach 2\n{OTHER}"),
        format!("# sotg-ke-hoach 3\n{OTHER}"),
        format!("\u{feff}# sotg-ke-hoach 1\r\n{}", decomposed.replace('\n', "\r\n")),
        format!("# sotg-ke-hoach chưa đánh số\n{OTHER}"),
    ];
    for dress in dresses {
        let read = plan::read_file(&file(folder.path(), &dress)).unwrap();
        assert_eq!(read.plan, plain, "{}", &dress[..40]);
        assert_eq!(read.text.file_name, "Kế hoạch tỉnh Sông Mây.sotg");
        assert!(!read.text.text.contains(['\r', '\u{feff}']), "what a book keeps is put right");
    }
}

#[test]
fn what_is_no_plan_is_refused_by_what_it_is() {
    let legacy = b"code = \"x\"\n# k\xd5 ho\xb9ch".as_slice();
    let utf16: Vec<u8> = "\u{feff}code = 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&[u8], &str); 11] = [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty"),
        (b"PK\x03\x04\x14\0\x06\0a docx is a zip", "document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1an old .doc", "document"),
        (b"%PDF-1.7\n", "document"),
        (b"{\\rtf1\\ansi", "document"),
        (b"SQLite format 3\0and pages", "book"),
        (legacy, "encoding"),
        (&utf16, "encoding"),
        (b"code = \"x\0y\"", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
    ];
    for (content, kind) in cases {
        let (code, fields) = refusal(content);
        assert_eq!((code, fields["kind"].as_str()), (ErrorCode::NotAPlan, kind), "{}", content.escape_ascii());
        assert!(fields["path"].ends_with("Kế hoạch tỉnh Sông Mây.sotg"));
    }
}

#[test]
fn a_file_is_measured_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lớn.sotg");
    // Sparse: two gigabytes that take no room on the disk.
    std::fs::File::create(&path).unwrap().set_len(1 << 31).unwrap();
    let error = plan::read_file(&path).unwrap_err();
    assert_eq!((error.code(), error.fields()["kind"].as_str()), (ErrorCode::NotAPlan, "too_large"));
    assert_eq!(error.fields()["limit_mb"], "1");
    let padding = "#".repeat(usize::try_from(SIZE_LIMIT).unwrap() - OTHER.len());
    assert!(plan::read_file(&file(folder.path(), format!("{OTHER}{padding}"))).is_ok(), "just fits");
    assert_eq!(refusal(format!("{OTHER}{padding}#")).1["kind"], "too_large");
}

#[test]
fn a_file_that_is_gone_and_a_folder_are_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let gone = plan::read_file(&folder.path().join("đã rút USB.sotg")).unwrap_err();
    assert_eq!((gone.code(), gone.fields()["what"].as_str()), (ErrorCode::NotFound, "plan_file"));
    assert_eq!(plan::read_file(folder.path()).unwrap_err().code(), ErrorCode::NotAFile);
}

/// The signed form, whatever it will be, is told from a broken file by a program that does not know it yet.
#[test]
fn a_file_of_a_newer_form_asks_for_a_newer_program() {
    let forms: [&[u8]; 3] =
        [b"# sotg-ke-hoach 4\n\0\xff\xfe not even a text", b"# sotg-ke-hoach 17\r\n", b"\xef\xbb\xbf# sotg-ke-hoach 4"];
    for content in forms {
        let (code, fields) = refusal(content);
        assert_eq!(code, ErrorCode::TooNew, "{}", content.escape_ascii());
        assert_eq!((fields["what"].as_str(), fields["known"].as_str()), ("plan", "3"));
    }
}

#[test]
fn a_mistake_is_named_with_file_line_and_field() {
    let (code, fields) = refusal(OTHER.replacen("kind = \"issue\"", "kind = \"party\"", 1));
    assert_eq!(code, ErrorCode::BadPlan);
    assert_eq!(fields["plan"], "Kế hoạch tỉnh Sông Mây.sotg");
    let line = OTHER.lines().position(|line| line == "kind = \"issue\"").unwrap() + 1;
    assert_eq!(fields["line"], line.to_string());
    assert_eq!((fields["field"].as_str(), fields["problem"].as_str()), ("milestones[0].kind", "unknown_value"));
}

#[test]
fn a_file_made_to_exhaust_the_program_is_refused() {
    let deep = format!("code = {}", "[".repeat(500_000));
    assert_eq!(refusal(deep).1["problem"], "syntax");
    let (_, from) = OTHER.split_once("[[activities]]").unwrap();
    let (weekly, _) = from.split_once("[[activities]]").unwrap();
    let many: String = (0..1_100)
        .map(|n| {
            let own = weekly.replace("3.a-1", &format!("v{n}")).replace("Phát bài", &format!("Phát bài {n}"));
            format!("[[activities]]{own}")
        })
        .collect();
    let (before, after) = OTHER.split_once("[[activities]]").unwrap();
    let fields = refusal(format!("{before}{many}[[activities]]{after}")).1;
    assert_eq!((fields["field"].as_str(), fields["problem"].as_str()), ("activities[1000]", "out_of_range"));
}

#[test]
fn a_book_is_set_up_with_a_plan_from_a_file_and_keeps_it() {
    let mut made = empty_book();
    let moment = moment_on(day(2028, 4, 1));
    made.book.set_up(&moment, &chosen(&OTHER.nfd().collect::<String>())).unwrap();
    let folder = made.folder;
    made.book.close().unwrap();
    let book = Book::open(folder.path()).unwrap();
    let campaign = book.state(moment.today, moment.today).unwrap().campaign.unwrap();
    assert_eq!((campaign.plan.as_str(), campaign.phases.len()), ("mau-song-may-2028", 2));
    let checklist = book.checklist("chuan-bi", moment.today).unwrap();
    let titles: Vec<&str> = checklist.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Phát bài truyền thanh hằng tuần"]);
    assert!(book.report_draft("chuan-bi", moment.today).is_ok());
}

#[test]
fn a_wrong_plan_leaves_the_book_as_it_was() {
    let mut made = empty_book();
    let before = content_of(made.folder.path());
    let error = made.book.set_up(&moment(), &chosen("code = 5")).unwrap_err();
    assert_eq!((error.code(), error.fields()["plan"].as_str()), (ErrorCode::BadPlan, "sông mây.sotg"));
    assert_eq!(content_of(made.folder.path()), before);
    assert!(!made.book.is_set_up());
}

#[test]
fn a_file_wins_over_the_built_in_plan_of_the_same_code() {
    let corrected = OTHER.replacen("mau-song-may-2028", PLAN, 1);
    let mut made = empty_book();
    made.book.set_up(&moment(), &chosen(&corrected)).unwrap();
    let campaign = made.book.state(moment().today, moment().today).unwrap().campaign.unwrap();
    assert_eq!((campaign.plan.as_str(), campaign.phases.len()), (PLAN, 2));
}

#[test]
fn a_built_in_plan_goes_out_as_a_file_and_comes_back_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let read = plan::read_file(&file(folder.path(), plan::file_text(PLAN).unwrap())).unwrap();
    assert_eq!(read.plan, plan::find(PLAN).unwrap().1);
    assert!(read.text.text.starts_with("# sotg-ke-hoach 3\n"));
    assert_eq!(plan::file_text("không-có").unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn a_plan_is_compared_with_the_one_that_the_book_carries_out() {
    let other = Plan::load("x", OTHER).unwrap();
    assert_eq!(empty_book().book.compare_plan(&other), None, "an empty book carries out none");
    let mut made = empty_book();
    made.book.set_up(&moment(), &chosen(OTHER)).unwrap();
    let compared = |text: &str| made.book.compare_plan(&Plan::load("x", text).unwrap()).unwrap();
    assert!(compared(OTHER).is_same_plan);
    assert_eq!(compared(&format!("# chú thích\n{OTHER}")).differs_in, [], "remarks are no difference");
    let moved =
        OTHER.replacen("on = \"2028-04-27\"", "on = \"2028-04-26\"", 1).replacen("hằng tuần\"", "mỗi tuần\"", 1);
    assert_eq!(compared(&moved).differs_in, [PlanPart::Dates, PlanPart::Activities]);
    assert_eq!(compared(&moved).n_activities_in_book, 3);
    let unlike = book().book.compare_plan(&other).unwrap();
    assert!(!unlike.is_same_plan);
    assert!(unlike.differs_in.contains(&PlanPart::Report));
}

#[test]
fn the_head_of_a_plan_gives_its_phases_with_the_days_that_are_known() {
    let head = plans::head(&Plan::load("x", OTHER).unwrap());
    let days: Vec<_> = head.phases.iter().map(|phase| (phase.starts_on, phase.ends_on)).collect();
    let first = (Some(day(2028, 1, 10)), Some(day(2028, 4, 26)));
    assert_eq!(days, [first, (Some(day(2028, 4, 27)), None)], "the second one ends with an unknown day");
    assert_eq!(head.document, "Kế hoạch số 00/KH-LĐLĐ ngày 10/01/2028");
}

/// Whoever writes the next campaign copies the example and looks fields up in the tables.
#[test]
fn the_description_of_the_format_has_an_example_that_loads_and_names_every_field() {
    const DESCRIPTION: &str = include_str!("../../docs/dinh-dang-tep-ke-hoach.md");
    const FIELDS: &str = include_str!("../../src-tauri/crates/core/src/plan/template.rs");
    let (_, from) = DESCRIPTION.split_once("```toml\n").unwrap();
    let (example, _) = from.split_once("```").unwrap();
    let mut made = empty_book();
    let moment = moment_on(day(2027, 3, 1));
    made.book.set_up(&moment, &chosen(example)).unwrap();
    assert_eq!(made.book.checklist("dot1", moment.today).unwrap().items.len(), 1);
    let fields: Vec<&str> = FIELDS.lines().filter_map(|line| line.strip_prefix("    pub ")).collect();
    assert!(fields.len() > 80, "every table of the format is looked at");
    for field in fields {
        let name = field.split(':').next().unwrap();
        let ways = [format!("`{name}`"), format!("`{name} = "), format!("[{name}]")];
        assert!(ways.iter().any(|way| DESCRIPTION.contains(way)), "{name} is not described");
    }
}
