//! Text that wants to be something else.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use sotg_core::export::official_report;
use sotg_core::model::{AnnexRow, ReportContent, RichText};

use crate::docx_content::{self, on};
use crate::programs;

/// What a report says with a text in every field.
fn with_everywhere(text: &str) -> ReportContent {
    let mut content = docx_content::usual();
    let text = text.to_owned();
    content.draft.superior = text.clone();
    content.draft.issuer = text.clone();
    content.draft.symbol = text.clone();
    content.draft.place = text.clone();
    content.draft.subject = text.clone();
    content.draft.head.number = text.clone();
    content.draft.head.addressees = vec![text.clone(), text.clone()];
    content.draft.head.recipients = vec![text.clone()];
    content.draft.head.signer.name = text.clone();
    content.draft.head.signer.title = text.clone();
    content.unit_name = text.clone();
    content.draft.sections[0].composed = RichText::from_plain(&text);
    content.draft.sections[0].title = text.clone();
    content.annexes[0].title = text.clone();
    content.annexes[0].notes = vec![text.clone()];
    content.annexes[0].rows.push(AnnexRow::Cells(vec![text; 6]));
    content
}

#[test]
fn no_text_is_read_as_markup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    for text in [
        "#panic(\"x\") #import \"/etc/passwd\" #read(\"main.typ\")",
        "$ sum_(k=0)^n $ *đậm* _nghiêng_ `mã` @nhãn <nhãn> = Đề mục",
        "\\ \\u{41} // chú thích /* */ ~ --- -- ... \" '",
        "<svg onload=alert(1)> &lt; &#x41; ]]> <!-- -->",
        "=cmd|' /C calc'!A0 +1 -1 @SUM(1)",
    ] {
        let document = official_report(&with_everywhere(text));
        std::fs::write(&file, sotg_pages::pdf(&document, on(2023, 8, 4)).unwrap()).unwrap();
        let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        let said = bare(&programs::text_of(&file));
        assert!(said.matches(&bare(text)).count() >= 6, "{text} is printed as it was typed: {said}");
    }
}

#[test]
fn letters_that_no_font_has_and_marks_that_are_no_letters_give_a_correct_file() {
    let text = "a\u{0}\u{1}\u{1b}b \u{202e}ngược\u{202c} \u{200f}\u{200e} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{fe0f} \u{e000} \
        \u{f8ff} \u{fdd0} \u{fffd} \u{fffe} \u{feff} 日本 \u{5d0}\u{5d1} \u{627}\u{644} \u{1d400} e\u{301}\u{302}\u{303}\u{304}";
    let document = official_report(&with_everywhere(text));
    assert!(sotg_pages::pdf(&document, on(2023, 8, 4)).unwrap().starts_with(b"%PDF-"), "also as PDF/A");
    let shown = sotg_pages::preview(&document, &BTreeSet::new()).unwrap();
    for sheet in shown.sheets {
        assert!(roxmltree::Document::parse(&sheet.svg.unwrap()).is_ok());
    }
}

/// Puts a text into a report.
type Put = fn(&mut ReportContent, String);

#[test]
fn a_megabyte_of_text_neither_hangs_nor_breaks_the_program() {
    // In paragraphs, in one paragraph, in one word, in one cell: each on a thread as small as Windows gives the first one.
    let million = 1 << 20;
    let word = "tuyên truyền ";
    let cases: [(&str, Put, String); 4] = [
        ("paragraphs", in_section, format!("{word}\n").repeat(million / 17)),
        ("one paragraph", in_section, word.repeat(million / 16)),
        ("one word", in_section, "Đ".repeat(million / 8)),
        ("one cell", in_cell, word.repeat(million / 16)),
    ];
    for (name, put, text) in cases {
        let mut content = docx_content::usual();
        put(&mut content, text);
        let start = Instant::now();
        let small = std::thread::Builder::new().stack_size(1 << 20);
        let bytes = std::thread::scope(|scope| {
            let set = || sotg_pages::pdf(&official_report(&content), on(2023, 8, 4)).unwrap();
            small.spawn_scoped(scope, set).unwrap().join().unwrap()
        });
        assert!(bytes.len() > 100_000, "{name}: all of it is there");
        // A developer's build on a busy machine; what hangs takes for ever.
        assert!(start.elapsed() < Duration::from_secs(300), "{name} took {:?}", start.elapsed());
    }
}

fn in_section(content: &mut ReportContent, text: String) {
    content.draft.sections[0].composed = RichText::from_plain(&text);
}

fn in_cell(content: &mut ReportContent, text: String) {
    content.annexes[0].rows.push(AnnexRow::Cells(vec!["1".to_owned(), text]));
}
