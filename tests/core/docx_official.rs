//! The checker of the official form, written apart in another language, on what the program writes and on what is broken
//! on purpose (tests/form_checker).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use sotg_core::export::{OfficialLetter, docx, official_letter, official_report, save};
use sotg_core::model::*;

use crate::docx_content::{self, form, on};
use crate::support::{day, empty_book, moment, set_up, unit};

/// Folder of the checker, from the package's folder, in which cargo starts a test.
const CHECKER: &str = "../../../tests/form_checker";

fn python(program: &str) -> Command {
    let mut command = Command::new("python3");
    // The checkout stays as it is.
    command.env("PYTHONDONTWRITEBYTECODE", "1").arg(Path::new(CHECKER).join(program));
    command
}

fn answer(command: &mut Command) -> Value {
    let output = command.output().expect("python3 is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What the checker finds, by the name of the file.
fn findings(options: &[&str], files: &[PathBuf]) -> BTreeMap<String, Vec<Value>> {
    let found = answer(python("check.py").args(options).args(files));
    let by_file = found.as_object().unwrap().iter();
    let name = |file: &str| Path::new(file).file_stem().unwrap().to_string_lossy().into_owned();
    by_file.map(|(file, found)| (name(file), found.as_array().unwrap().clone())).collect()
}

fn rules(found: &[Value]) -> BTreeSet<&str> {
    found.iter().map(|one| one["rule"].as_str().unwrap()).collect()
}

fn write(folder: &Path, name: &str, content: &ReportContent) -> PathBuf {
    let file = folder.join(format!("{name}.docx"));
    save(&file, &docx::write(&official_report(content)).unwrap()).unwrap();
    file
}

/// What the content of a document breaks by itself, whatever the exporter does.
fn broken_by_content(name: &str) -> &'static [&'static str] {
    match name {
        // Its chapters begin again at I.
        "long" => &["heading.order"],
        // Names in capitals where the form has small letters.
        "long-names" => &["subject.letters", "recipients.letters", "signer.letters"],
        "shortest" => &["addressee.missing", "recipients.missing"],
        _ => &[],
    }
}

#[test]
fn the_checker_finds_nothing_in_any_document_that_the_content_does_not_bring_along() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = docx_content::all().iter().map(|(name, one)| write(folder.path(), name, one)).collect();
    let found = findings(&[], &files);
    assert_eq!(found.len(), files.len());
    for (name, found) in found {
        let expected: BTreeSet<&str> = broken_by_content(&name).iter().copied().collect();
        assert_eq!(rules(&found), expected, "{name}: {found:#?}");
    }
}

/// The reports of plan 383 as a unit of each kind writes them, from its book.
#[test]
fn the_three_reports_of_every_kind_of_unit_are_in_the_official_form() {
    let units = [
        (
            UnitLevel::Province,
            "Liên đoàn Lao động tỉnh Lai Châu",
            "Tổng Liên đoàn Lao động Việt Nam",
            "LĐLĐ",
            "Lai Châu",
        ),
        (
            UnitLevel::District,
            "Liên đoàn Lao động huyện Tam Đường",
            "Liên đoàn Lao động tỉnh Lai Châu",
            "LĐLĐ",
            "Tam Đường",
        ),
        (
            UnitLevel::Sector,
            "Công đoàn ngành Giáo dục tỉnh Lai Châu",
            "Liên đoàn Lao động tỉnh Lai Châu",
            "CĐN",
            "Lai Châu",
        ),
        (
            UnitLevel::Grassroots,
            "Công đoàn cơ sở Trường Phổ thông dân tộc bán trú Trung học cơ sở Bản Bo",
            "Liên đoàn Lao động huyện Tam Đường",
            "CĐCS",
            "Bản Bo",
        ),
    ];
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (index, (level, name, superior, symbol, place)) in units.into_iter().enumerate() {
        let mut made = empty_book();
        let [name, superior, symbol, place] = [name, superior, symbol, place].map(str::to_owned);
        let unit = OurUnit { level, name, superior, symbol, place, ..unit() };
        made.book.set_up(&moment(), &SetUp { unit, ..set_up() }).unwrap();
        for (phase, number, dated_on) in
            [("dot1", "7", Some(day(2023, 8, 4))), ("dot2", "112", Some(day(2024, 1, 5))), ("dot3", "", None)]
        {
            let head = made.book.report_draft(phase, moment().today).unwrap().head;
            let head = ReportHead { number: number.to_owned(), dated_on, ..head };
            made.book.set_report_head(&moment(), phase, &head).unwrap();
            let content = made.book.report_content(phase, moment().today).unwrap();
            files.push(write(folder.path(), &format!("{index}-{phase}"), &content));
        }
    }
    for (name, found) in findings(&[], &files) {
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

/// Every number of a form at its least, then at its most.
#[test]
fn a_form_at_the_ends_of_its_limits_is_still_the_official_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (name, end, indent) in [
        ("least", (|limit: &FormLimit| limit.from) as fn(&FormLimit) -> u8, Indent::Narrow),
        ("most", |limit: &FormLimit| limit.to, Indent::Wide),
    ] {
        let mut written = serde_json::to_value(form()).unwrap();
        for limit in sotg_core::form::limits() {
            let pointer = format!("/{}", limit.field.replace('.', "/"));
            *written.pointer_mut(&pointer).unwrap() = end(&limit).into();
        }
        let mut extreme: FormProfile = serde_json::from_value(written).unwrap();
        extreme.text.indent = indent;
        sotg_core::form::check(&extreme).unwrap();
        files.push(write(folder.path(), name, &ReportContent { form: extreme, ..docx_content::usual() }));
    }
    for (name, found) in findings(&[], &files) {
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn an_official_letter_is_in_the_official_form() {
    let content = docx_content::usual();
    let head = content.draft.head;
    let letter = OfficialLetter {
        superior: content.draft.superior,
        issuer: content.draft.issuer,
        number: "9".to_owned(),
        symbol: "LĐLĐ".to_owned(),
        place: content.draft.place,
        dated_on: Some(on(2023, 2, 21)),
        year: 2023,
        subject: "đôn đốc gửi báo cáo tuyên truyền Đợt 1".to_owned(),
        addressees: vec!["Công đoàn xã Bản Bo".to_owned(), "Công đoàn xã Bình Lư".to_owned()],
        paragraphs: vec!["Đề nghị các đơn vị gửi báo cáo.".to_owned(), "Trân trọng./.".to_owned()],
        recipients: head.recipients,
        signer: head.signer,
        annex: content.annexes.into_iter().next(),
        is_sample: false,
        form: form(),
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.docx");
    save(&file, &docx::write(&official_letter(&letter)).unwrap()).unwrap();
    let found = findings(&["--letter"], &[file]);
    assert!(found["letter"].is_empty(), "{found:#?}");
}

#[test]
fn three_lines_above_a_signature_are_found_unless_the_form_has_them() {
    let mut content = docx_content::usual();
    content.draft.head.signer.title = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH".to_owned();
    let folder = tempfile::tempdir().unwrap();
    let files = [write(folder.path(), "acting", &content)];
    assert_eq!(rules(&findings(&[], &files)["acting"]), BTreeSet::from(["signature.acting"]));
    assert!(findings(&["--three-lines"], &files)["acting"].is_empty());
    // A form with three lines sets the line of the acting deputy by itself.
    let mut content = docx_content::usual();
    content.form.signature = SignatureForm::ThreeLines;
    let files = [write(folder.path(), "by-the-form", &content)];
    assert_eq!(rules(&findings(&[], &files)["by-the-form"]), BTreeSet::from(["signature.acting"]));
}

/// Each fault is found by its own rule, and by no other than those that it breaks by nature.
#[test]
fn every_document_that_was_broken_on_purpose_is_found_by_its_rule() {
    let folder = tempfile::tempdir().unwrap();
    let good = write(folder.path(), "good", &docx_content::usual());
    let broken = answer(python("broken.py").arg(good).arg(folder.path()));
    let broken = broken.as_array().unwrap();
    assert!(broken.len() >= 60, "only {} faults", broken.len());
    let files: Vec<PathBuf> = broken.iter().map(|one| one["file"].as_str().unwrap().into()).collect();
    let found = findings(&[], &files);
    for one in broken {
        let name = Path::new(one["file"].as_str().unwrap()).file_stem().unwrap().to_string_lossy().into_owned();
        let also = one["also"].as_array().unwrap().iter().map(|rule| rule.as_str().unwrap());
        let expected: BTreeSet<&str> = also.chain(one["rule"].as_str()).collect();
        assert_eq!(rules(&found[&name]), expected, "{name}: {:#?}", found[&name]);
    }
}
