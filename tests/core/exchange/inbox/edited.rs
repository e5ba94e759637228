//! What people do to a report in Word and WPS before they send it on; `saved_by_libreoffice` is the real round trip.

use std::io::Cursor;

use sotg_core::exchange::carried;
use sotg_core::exchange::envelope::{self, Opened};
use sotg_core::model::{FateReason, FigureState, FileFate, InboxFile, ReportPayload, SealedKind};
use zip::ZipArchive;

use super::{DATA, office, report, with_parts};
use crate::support::moment;

const BODY: &str = "word/document.xml";

fn payload(document: &[u8]) -> ReportPayload {
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let Opened { payload, .. } = envelope::open(&carried::find(&mut archive).unwrap(), SealedKind::Report).unwrap();
    payload
}

/// An indicator with a number of its own: its name and the number as it is printed.
pub(super) fn a_figure(document: &[u8]) -> (String, String) {
    let payload = payload(document);
    let plan = sotg_core::plan::find(crate::support::PLAN).unwrap().1;
    let rows = payload.printed.iter().filter(|line| line.contains('\t'));
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let Some(known) = plan.indicators.iter().find(|known| cells.contains(&known.name.as_str())) else { continue };
        let own = payload.figures.iter().find(|figure| figure.indicator == known.code && figure.split.is_empty());
        let Some(value) =
            own.filter(|figure| figure.own.state == FigureState::Number).and_then(|figure| figure.own.value)
        else {
            continue;
        };
        let number = sotg_core::text::format_number(value, known.decimals);
        if cells.contains(&number.as_str()) {
            return (known.name.clone(), number);
        }
    }
    panic!("the annex has no figure");
}

/// The number in the row of an indicator, written otherwise.
pub(super) fn with_number(document: &[u8], indicator: &str, number: &str, other: &str) -> Vec<u8> {
    with_parts(document, |name, text| {
        if name != BODY {
            return Some(text);
        }
        let at = text.rfind(&format!(">{indicator}</w:t>")).expect("the annex names the indicator");
        let (before, after) = text.split_at(at);
        assert!(after.contains(&format!(">{number}</w:t>")));
        Some(format!("{before}{}", after.replacen(&format!(">{number}</w:t>"), &format!(">{other}</w:t>"), 1)))
    })
}

pub(super) fn looked_at(document: &[u8]) -> InboxFile {
    let office = office();
    office.put("a.docx", document);
    office.fates()["a.docx"].clone()
}

#[test]
fn a_number_changed_in_word_is_named_with_its_indicator() {
    let document = report(0, 1);
    let (indicator, number) = a_figure(&document);
    let file = looked_at(&with_number(&document, &indicator, &number, "9.999"));
    assert_eq!((file.fate, file.n_edits), (FileFate::New, 1));
    let edit = &file.edits[0];
    assert_eq!(edit.indicators, [indicator]);
    assert!(edit.before.contains(&number) && edit.after.contains("9.999"), "{edit:?}");
}

#[test]
fn a_sentence_changed_or_added_is_shown_without_an_indicator() {
    let document = report(0, 1);
    let changed = with_parts(&document, |name, text| {
        Some(if name == BODY { text.replacen("Nơi nhận", "Nơi gửi", 1) } else { text })
    });
    let file = looked_at(&changed);
    assert_eq!((file.fate, file.n_edits), (FileFate::New, 1));
    assert!(file.edits[0].after.contains("Nơi gửi") && file.edits[0].indicators.is_empty(), "{:?}", file.edits);
}

#[test]
fn a_document_that_another_program_wrote_without_our_data_is_to_be_typed_in() {
    let stripped =
        with_parts(&report(0, 1), |name, text| (!name.starts_with("customXml/") && name != DATA).then_some(text));
    let file = looked_at(&stripped);
    assert_eq!((file.fate, file.reason), (FileFate::NoData, FateReason::PlainWord));
}

/// Format 1, as the first program with it wrote it. Every later program reads it.
#[test]
fn a_file_of_format_1_is_read() {
    let document = std::fs::read(fixture()).unwrap();
    let payload = payload(&document);
    assert!(payload.is_sample);
    let file = looked_at(&document);
    assert_eq!((file.fate, file.n_edits, file.phase.as_str()), (FileFate::New, 0, "dot1"));
    assert_eq!(file.fingerprint, "C696-6768-F722-78E9");
    assert_eq!((payload.figures.len(), payload.sections.len(), payload.activities.len()), (85, 22, 20));
    let office = office();
    assert_eq!(office.made.book.preview_files(&[fixture().into()], moment().today).unwrap().files.len(), 1);
}

fn fixture() -> &'static str {
    "../../../tests/fixtures/exchange/v1/bao-cao.docx"
}
