//! Forms as they come back from offices: spoiled by openpyxl in every way people do, each also saved by LibreOffice as .xlsx,
//! .ods and .xls; from each the same is read, and what cannot be understood is named with its cell.

use std::path::{Path, PathBuf};
use std::process::Command;

use sotg_core::exchange::form::{FormContent, read};
use sotg_core::model::{FateReason, FigureState, FileFate, InboxChoice, LedgerFilter, SentAmount};

use crate::filling::{FIGURES, TEXTS, Typed, edit, fill, row_of};
use crate::offices::province;
use crate::support::{PLAN, TestBook, moment};

/// What `ugly_forms.py` fills in, as it is read.
const FILLED: [&str; 8] = [
    "unit Liên đoàn Lao động huyện Tam Đường",
    "number 12/BC-LĐLĐ",
    "dated 2023-07-26",
    "CD01/ none",
    "LT01/ 1234",
    "GY01/tinh ~56",
    "III.1-1 Done 2023-03-15",
    "I Huyện có 13 xã.|Đời sống ổn định.",
];

/// A spoiled form, which lines of [`FILLED`] are read differently (an empty one: not at all), and the troubles that are told.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const CASES: [Case; 37] = [
    ("as-it-was-made", &[], &[]),
    ("rows-moved", &[], &[]),
    ("rows-between", &[], &[]),
    ("columns-inserted", &[], &[]),
    ("numbering-deleted", &[], &[]),
    ("sheets-renamed", &[], &[]),
    ("sheets-in-another-order", &[], &[]),
    ("hidden-sheet-removed", &[], &[]),
    ("codes-removed", &[], &[]),
    ("hidden-sheet-and-codes-of-rows-removed", &[], &[]),
    ("protection-and-checks-removed", &[], &[]),
    ("headings-removed", &[], &[]),
    ("letters-in-parts", &[], &[]),
    ("note-below", &[], &[]),
    ("line-of-their-own", &[], &["UnknownLine Số liệu D{below}"]),
    ("sheet-copied", &[], &["Repeated Số liệu (2) D{LT01}"]),
    ("sheet-deleted", &[("III.1-1 Done 2023-03-15", "")], &["MissingSheet  "]),
    ("day-as-text", &[], &[]),
    ("day-without-its-format", &[], &[]),
    (
        "day-that-is-none",
        &[("III.1-1 Done 2023-03-15", "III.1-1 Done 2023-07-26")],
        &["NotADay Việc đã làm E{III.1-1}"],
    ),
    ("formula-that-fails", &[("LT01/ 1234", "")], &["BrokenFormula Số liệu D{LT01}"]),
    ("text-like-a-formula", &[("I Huyện có 13 xã.|Đời sống ổn định.", "I =HYPERLINK(\"http://vi.du\",\"bấm\")")], &[]),
    ("two-figures-in-one-cell", &[("LT01/ 1234", "")], &["NotAFigure Số liệu D{LT01}"]),
    ("figure-dots", &[], &[]),
    ("figure-blanks-around", &[], &[]),
    ("figure-blank-between", &[], &[]),
    ("figure-hard-blank-between", &[], &[]),
    ("figure-comma-between", &[], &[]),
    ("figure-apostrophe", &[], &[]),
    ("figure-decimals-of-a-sheet", &[], &[]),
    ("figure-zero", &[("LT01/ 1234", "LT01/ 0")], &[]),
    ("figure-nothing", &[("LT01/ 1234", "LT01/ none")], &[]),
    ("figure-dash", &[("LT01/ 1234", "LT01/ none")], &[]),
    ("figure-not-applicable", &[("LT01/ 1234", "LT01/ not applicable")], &[]),
    ("figure-estimate", &[("LT01/ 1234", "LT01/ ~1200")], &[]),
    ("figure-left-open", &[("LT01/ 1234", "")], &[]),
    ("empty", &EMPTY, &[]),
];

/// A formula whose result openpyxl does not write and LibreOffice does.
const UNRECKONED: Case = ("formula", &[("LT01/ 1234", "")], &["BrokenFormula Số liệu D{LT01}"]);
const RECKONED: Case = ("formula", &[], &[]);

/// Those that another program also saves: it writes places, days, formulas and letters in ways of its own.
const SAVED: [&str; 12] = [
    "as-it-was-made",
    "rows-moved",
    "columns-inserted",
    "sheets-renamed",
    "codes-removed",
    "hidden-sheet-and-codes-of-rows-removed",
    "letters-in-parts",
    "day-without-its-format",
    "formula-that-fails",
    "text-like-a-formula",
    "figure-blanks-around",
    "empty",
];

const EMPTY: [(&str, &str); 7] = [
    ("number 12/BC-LĐLĐ", ""),
    ("dated 2023-07-26", ""),
    ("CD01/ none", ""),
    ("LT01/ 1234", ""),
    ("GY01/tinh ~56", ""),
    ("III.1-1 Done 2023-03-15", ""),
    ("I Huyện có 13 xã.|Đời sống ổn định.", ""),
];

/// The forms that the script makes of a blank one.
fn spoiled(folder: &Path, form: &[u8]) {
    let (blank, script) = (folder.join("trang.xlsx"), "../../../tests/fixtures/exchange/ugly_forms.py");
    std::fs::write(&blank, form).unwrap();
    run(Command::new("/usr/bin/python3").arg(script).arg(&blank).arg(folder));
    std::fs::remove_file(blank).unwrap();
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The same files as LibreOffice saves them.
fn saved_as(folder: &Path, kind: &str, cases: &[Case]) -> PathBuf {
    let out = folder.join(format!("ra-{kind}"));
    let profile = format!("-env:UserInstallation=file://{}", folder.join("ho-so").display());
    let files = cases.iter().map(|(name, ..)| folder.join(format!("{name}.xlsx")));
    let mut soffice = Command::new("soffice");
    run(soffice.args([&profile, "--headless", "--convert-to", kind, "--outdir"]).arg(&out).args(files));
    out
}

/// What a form says, line by line, and its troubles.
fn said(content: &FormContent) -> (Vec<String>, Vec<String>) {
    let payload = &content.payload;
    let mut lines = vec![format!("unit {}", payload.unit.name)];
    lines.extend((!payload.number.is_empty()).then(|| format!("number {}", payload.number)));
    lines.extend(payload.dated_on.map(|day| format!("dated {day}")));
    let figures = payload.figures.iter();
    lines.extend(figures.map(|one| format!("{}/{} {}", one.indicator, one.split, amount(one.own))));
    lines.extend(payload.activities.iter().map(|one| {
        let day = one.done_on.map_or(String::new(), |day| day.to_string());
        format!("{} {:?} {day}", one.code, one.state)
    }));
    lines.extend(payload.sections.iter().map(|one| format!("{} {}", one.code, one.text.plain().replace('\n', "|"))));
    let troubles = content.troubles.iter();
    (lines, troubles.map(|one| format!("{:?} {} {}", one.problem, one.sheet, one.cell)).collect())
}

fn amount(amount: SentAmount) -> String {
    let about = if amount.is_estimate { "~" } else { "" };
    match amount.state {
        FigureState::Number => format!("{about}{}", amount.value.unwrap()),
        FigureState::Nothing => "none".to_owned(),
        FigureState::NotApplicable => "not applicable".to_owned(),
        FigureState::NotReported => "not reported".to_owned(),
    }
}

fn expected((_, instead, troubles): Case, form: &[u8]) -> (Vec<String>, Vec<String>) {
    let line =
        |line: &str| instead.iter().find(|(before, _)| *before == line).map_or(line, |(_, after)| after).to_owned();
    let lines = FILLED.map(line).into_iter().filter(|line| !line.is_empty());
    let row = |code: &str| row_of(form, code).to_string();
    let place = |trouble: &&str| {
        let below = rows_of_figures(form) + 1;
        let placed = trouble.replace("{LT01}", &row("so-lieu:LT01")).replace("{III.1-1}", &row("viec:III.1-1"));
        placed.replace("{below}", &below.to_string())
    };
    (lines.collect(), troubles.iter().map(place).collect())
}

/// The last row of the first sheet.
fn rows_of_figures(form: &[u8]) -> usize {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(form)).unwrap();
    let (bottom, _) = book.worksheet_range("Số liệu").unwrap().end().unwrap();
    usize::try_from(bottom).unwrap() + 1
}

fn blank(made: &TestBook, unit: sotg_core::model::UnitId) -> Vec<u8> {
    made.book.excel_form("dot1", Some(unit), moment().today).unwrap().bytes
}

/// The forms of a folder that are not read as they must be.
fn wrong(folder: &Path, ending: &str, cases: &[Case], form: &[u8]) -> Vec<String> {
    let plan = sotg_core::plan::find(PLAN).unwrap().1;
    let differs = |case: &Case| {
        let path = folder.join(format!("{}.{ending}", case.0));
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let found = read("bieu-mau", bytes, &plan).map(|content| said(&content));
        let wanted = expected(*case, form);
        let text = || format!("{}\n  read   {found:?}\n  wanted {wanted:?}", path.display());
        (found.as_ref().ok() != Some(&wanted)).then(text)
    };
    cases.iter().filter_map(differs).collect()
}

#[test]
fn a_form_is_read_whatever_people_and_programs_make_of_it() {
    let (made, unit) = province();
    let form = blank(&made, unit);
    let folder = tempfile::tempdir().unwrap();
    spoiled(folder.path(), &form);
    let by_people = [&CASES[..], &[UNRECKONED]].concat();
    let mut all = wrong(folder.path(), "xlsx", &by_people, &form);
    let saved = CASES.into_iter().filter(|(name, ..)| SAVED.contains(name)).chain([RECKONED]);
    let by_programs: Vec<Case> = saved.collect();
    assert_eq!(by_programs.len(), SAVED.len() + 1);
    for kind in ["xlsx", "ods", "xls"] {
        all.extend(wrong(&saved_as(folder.path(), kind, &by_programs), kind, &by_programs, &form));
    }
    assert!(all.is_empty(), "{} wrong\n{}", all.len(), all.join("\n"));
}

/// What LibreOffice makes of one file.
fn converted(folder: &Path, file: &str, kind: &str) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("ho-so").display());
    let mut soffice = Command::new("soffice");
    run(soffice.args([&profile, "--headless", "--convert-to", kind, "--outdir"]).arg(folder).arg(folder.join(file)));
    folder.join(Path::new(file).with_extension(kind))
}

#[test]
fn a_form_saved_as_xls_or_ods_comes_in_like_any_other() {
    let (mut made, unit) = province();
    let form = made.book.make_form(&moment(), "dot1", unit).unwrap().1.bytes;
    let folder = tempfile::tempdir().unwrap();
    let filled = fill(&form, &[(FIGURES, "D", "so-lieu:LT01", Typed::Number(1_234.0))]);
    std::fs::write(folder.path().join("biểu.xlsx"), &filled).unwrap();
    std::fs::write(folder.path().join("bảng.csv"), "Họ và tên;Chức vụ\n").unwrap();
    std::fs::write(folder.path().join("văn bản.txt"), "Kính gửi").unwrap();
    let plan = sotg_core::plan::find(PLAN).unwrap().1;
    let content = |path: &Path| read("", std::fs::read(path).unwrap(), &plan).unwrap();
    let fate = |made: &TestBook, path: &Path| {
        let file = made.book.preview_files(&[path.to_owned()], moment().today).unwrap().files.remove(0);
        (file.fate, file.reason, file.n_troubles)
    };
    for kind in ["xls", "ods"] {
        let path = converted(folder.path(), "biểu.xlsx", kind);
        assert!(content(&path).payload.sequence > 0, "{kind}: it says when it was saved");
        assert_eq!(fate(&made, &path), (FileFate::New, FateReason::None, 0), "{kind}");
        let packed = folder.path().join(format!("gói {kind}.zip"));
        std::fs::write(&packed, zipped("biểu", &std::fs::read(&path).unwrap())).unwrap();
        assert_eq!(fate(&made, &packed).0, FileFate::New, "{kind}, packed");
        made.book.accept_files(&moment(), std::slice::from_ref(&path), &InboxChoice::default()).unwrap();
        let kept = made.book.report_of_unit("dot1", unit).unwrap().unwrap();
        assert_eq!(kept.payload.figures[0].own.value, Some(1_234), "{kind}");
        assert_eq!(
            made.book.file_of_unit("dot1", unit).unwrap().1,
            std::fs::read(&path).unwrap(),
            "{kind}: as it came"
        );
        assert_eq!(fate(&made, &path).0, FileFate::Same, "{kind}");
        made.book.undo(&moment(), None).unwrap();
    }
    let table = converted(folder.path(), "bảng.csv", "xls");
    assert_eq!(fate(&made, &table), (FileFate::NoData, FateReason::PlainExcel, 0));
    let text = converted(folder.path(), "văn bản.txt", "doc");
    assert_eq!(fate(&made, &text), (FileFate::NoData, FateReason::PlainWord, 0));
    let renamed = text.with_extension("xls");
    std::fs::rename(&text, &renamed).unwrap();
    assert_eq!(fate(&made, &renamed).0, FileFate::NoData, "a text under the name of a table");
    let whole = std::fs::read(folder.path().join("biểu.xls")).unwrap();
    for length in (0..whole.len()).step_by(whole.len() / 40) {
        std::fs::write(&renamed, &whole[..length]).unwrap();
        assert!(!fate(&made, &renamed).0.is_taken() || length > whole.len() / 2, "cut off after {length}");
    }
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_form_of_another_unit_phase_or_plan_is_told_apart() {
    let (mut made, unit) = province();
    let (_, file) = made.book.make_form(&moment(), "dot1", unit).unwrap();
    let uid =
        read(&file.file_name, file.bytes.clone(), &sotg_core::plan::find(PLAN).unwrap().1).unwrap().payload.unit.uid;
    let cases = [
        (vec![], FileFate::New, FateReason::None),
        (vec![("dot1", "dot9")], FileFate::WrongCampaign, FateReason::OtherPhase),
        (vec![(PLAN, "500-lai-chau-2024")], FileFate::WrongCampaign, FateReason::OtherPlan),
        (
            vec![(uid.as_str(), "00000000-9"), ("Liên đoàn Lao động huyện Tam Đường", "LĐLĐ huyện Không Có")],
            FileFate::UnknownUnit,
            FateReason::NoSuchUnit,
        ),
        (vec![(uid.as_str(), "")], FileFate::UnknownUnit, FateReason::ByName),
    ];
    let outside = tempfile::tempdir().unwrap();
    for (changes, fate, reason) in cases {
        let changed = edit(&file.bytes, "xl/sharedStrings.xml", |mut xml| {
            for (before, after) in &changes {
                let cell = |text: &str| format!("<si><t>{text}</t></si>");
                assert!(xml.contains(&cell(before)), "{before}");
                xml = xml.replace(&cell(before), &cell(after));
            }
            xml
        });
        let path = outside.path().join("bieu-mau.xlsx");
        std::fs::write(&path, changed).unwrap();
        let found = made.book.preview_files(&[path], moment().today).unwrap().files;
        assert_eq!((found[0].fate, found[0].reason), (fate, reason), "{changes:?}");
    }
}

#[test]
fn what_looks_like_a_formula_in_a_form_never_becomes_one() {
    use calamine::Reader as _;
    let (mut made, unit) = province();
    let (_, form) = made.book.make_form(&moment(), "dot1", unit).unwrap();
    let formula = "=HYPERLINK(\"http://vi.du\",\"bấm\")";
    let filled = fill(
        &form.bytes,
        &[(TEXTS, "C", "muc:I", Typed::Text(formula)), (TEXTS, "C", "dau:number", Typed::Text("=1+2"))],
    );
    let outside = tempfile::tempdir().unwrap();
    let path = outside.path().join("=1+2.xlsx");
    std::fs::write(&path, filled).unwrap();
    made.book.accept_files(&moment(), &[path], &InboxChoice::default()).unwrap();
    let kept = made.book.report_of_unit("dot1", unit).unwrap().unwrap().payload;
    assert_eq!((kept.sections[0].text.plain(), kept.number.as_str()), (formula.to_owned(), "=1+2"));
    let workbook = made.book.ledger_workbook(&LedgerFilter::default(), moment().today).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(workbook)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "the ledger has no formula");
    let cells = book.worksheet_range(&name).unwrap();
    assert!(cells.rows().flatten().any(|cell| *cell == "=1+2.xlsx"), "it has the name of the file as a text");
}
