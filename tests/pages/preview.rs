//! Pictures of the pages, and where the sections lie.

use std::collections::BTreeSet;

use sotg_core::export::official_report;
use sotg_core::model::{ReportContent, RichText};
use sotg_pages::{Preview, preview};

use crate::docx_content::{self, on};
use crate::programs;

fn pages_of(content: &ReportContent, known: &BTreeSet<String>) -> Preview {
    preview(&official_report(content), known).unwrap()
}

fn hashes(preview: &Preview) -> BTreeSet<String> {
    preview.sheets.iter().map(|sheet| sheet.hash.clone()).collect()
}

#[test]
fn the_preview_has_the_pages_of_the_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let content = docx_content::usual();
    std::fs::write(&file, sotg_pages::pdf(&official_report(&content), on(2023, 8, 4)).unwrap()).unwrap();
    let shown = pages_of(&content, &BTreeSet::new());
    assert_eq!(shown.sheets.len(), programs::lines_of_pages(&file).len());
    let sizes: Vec<(i32, i32)> =
        shown.sheets.iter().map(|sheet| (sheet.width.round() as i32, sheet.height.round() as i32)).collect();
    let (upright, across) = ((595, 842), (842, 595));
    assert_eq!(sizes, [upright, upright, upright, upright, upright, across]);
    let numbers: Vec<u64> = shown.sheets.iter().map(|sheet| sheet.number).collect();
    assert_eq!(numbers, [1, 2, 3, 1, 2, 1], "each annex is counted from 1");
    for sheet in &shown.sheets {
        let svg = sheet.svg.as_ref().unwrap();
        assert!(roxmltree::Document::parse(svg).is_ok(), "a picture is well-formed");
        assert!(!svg.contains("<script") && !svg.contains("href=\"http"), "and asks for nothing");
    }
}

#[test]
fn only_pages_that_changed_are_drawn_again() {
    let content = docx_content::usual();
    let before = pages_of(&content, &BTreeSet::new());
    let again = pages_of(&content, &hashes(&before));
    assert!(again.sheets.iter().all(|sheet| sheet.svg.is_none()), "nothing changed");
    let mut changed = content;
    changed.draft.sections[0].composed = RichText::from_plain("Huyện có 59 công đoàn cơ sở với 2.145 đoàn viên.");
    let after = pages_of(&changed, &hashes(&before));
    let drawn: Vec<bool> = after.sheets.iter().map(|sheet| sheet.svg.is_some()).collect();
    assert_eq!(drawn, [true, false, false, false, false, false], "the section stands on the first page");
}

#[test]
fn sections_lie_one_below_another_where_their_words_are() {
    let content = docx_content::usual();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, sotg_pages::pdf(&official_report(&content), on(2023, 8, 4)).unwrap()).unwrap();
    let pages = programs::lines_of_pages(&file);
    let anchors = pages_of(&content, &BTreeSet::new()).anchors;
    let codes: Vec<&str> = anchors.iter().map(|anchor| anchor.section.as_str()).collect();
    let sections = content.draft.sections.iter().map(|section| section.code.as_str());
    assert_eq!(codes, std::iter::once("opening").chain(sections).collect::<Vec<_>>());
    for (anchor, section) in anchors.iter().skip(1).zip(&content.draft.sections) {
        let heading = format!("{}. ", section.number);
        assert!(
            pages[anchor.page].iter().any(|line| line.starts_with(&heading)),
            "{anchor:?}: {:?}",
            pages[anchor.page]
        );
        assert!((anchor.page, anchor.top) < (anchor.last_page, anchor.bottom), "{anchor:?}");
    }
    for two in anchors.windows(2) {
        assert!((two[0].last_page, two[0].bottom) <= (two[1].page, two[1].top + 0.1), "{two:?}");
    }
    let last = anchors.last().unwrap();
    assert_eq!(last.page, last.last_page, "the signature is no part of the last section");
    assert!(last.bottom - last.top < 60.0, "two lines: {last:?}");
}
