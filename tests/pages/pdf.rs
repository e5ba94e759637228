//! What a PDF is besides its lines: archivable, readable aloud, the same each time.

use sotg_core::export::document::{Inline, Length, Letters, Paragraph, Picture, PictureKind, Role, Section};
use sotg_core::export::official_report;

use crate::docx_content::{self, on};
use crate::programs;

#[test]
fn a_report_is_archivable_and_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let document = official_report(&docx_content::usual());
    let bytes = sotg_pages::pdf(&document, on(2026, 11, 21)).unwrap();
    std::fs::write(&file, &bytes).unwrap();
    let facts = programs::facts_of(&file);
    for (name, value) in [
        ("Title", document.title.as_str()),
        ("Author", "Liên đoàn Lao động huyện Tam Đường"),
        ("CreationDate", "Fri Aug  4"),
        ("Tagged", "yes"),
        ("Encrypted", "no"),
        ("Pages", "6"),
    ] {
        let line = facts.lines().find(|line| line.starts_with(&format!("{name}:"))).unwrap_or_default();
        assert!(line.contains(value), "{name}: {value} is not in {facts}");
    }
    // What says that it is PDF/A-2u is never packed.
    for mark in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>"] {
        assert!(bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
    }
}

#[test]
fn the_same_report_is_the_same_bytes_and_one_without_a_day_has_that_of_its_making() {
    let document = official_report(&docx_content::usual());
    let made = |day| sotg_pages::pdf(&document, day).unwrap();
    assert_eq!(made(on(2023, 8, 4)), made(on(2026, 11, 21)));
    let undated = official_report(&docx_content::without_number());
    let made = |day| sotg_pages::pdf(&undated, day).unwrap();
    assert_eq!(made(on(2023, 8, 4)), made(on(2023, 8, 4)));
    assert_ne!(made(on(2023, 8, 4)), made(on(2026, 11, 21)));
}

#[test]
fn every_font_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, sotg_pages::pdf(&official_report(&docx_content::usual()), on(2023, 8, 4)).unwrap()).unwrap();
    let fonts = programs::fonts_of(&file);
    assert_eq!(fonts.len(), 4, "upright, bold, italic, bold italic: {fonts:?}");
    for (name, is_embedded) in &fonts {
        assert!(name.contains("LiberationSerif") && *is_embedded, "{fonts:?}");
    }
}

/// A red square of one dot.
const DOT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\xf8\xcf\
    \xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82";

#[test]
fn pictures_and_links_are_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let mut document = official_report(&docx_content::shortest());
    let picture = || Picture {
        bytes: DOT.into(),
        kind: PictureKind::Png,
        width: Length::millimetres(40),
        height: Length::millimetres(30),
        description: "Một ô đỏ".to_owned(),
    };
    let letters = Letters::upright(14);
    let paragraphs = [
        Paragraph::new(Role::Plain).picture(picture()),
        Paragraph::new(Role::Plain).link_in(letters, "Bài trên cổng", "https://example.vn/tin?id=1"),
        Paragraph::new(Role::Plain).link_in(letters, "Không phải địa chỉ", "javascript:alert(1)"),
    ];
    assert!(matches!(paragraphs[0].runs[0].inline, Inline::Picture(_)));
    let section: &mut Section = &mut document.sections[0];
    section.blocks.extend(paragraphs.map(sotg_core::export::document::Block::Paragraph));
    let bytes = sotg_pages::pdf(&document, on(2023, 8, 4)).unwrap();
    std::fs::write(&file, &bytes).unwrap();
    let text = programs::text_of(&file);
    assert!(text.contains("Bài trên cổng") && text.contains("Không phải địa chỉ"), "{text}");
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(has(b"https://example.vn/tin?id=1") && has(b"/Subtype/Image"), "the link and the picture");
    assert!(!has(b"javascript"), "what is no address of the web leads nowhere");
}
