//! Text that would break a file, in every field of a report: the file is right all the same, and says what was typed.

use roxmltree::Document as Tree;
use sotg_core::export::{docx, official_report};
use sotg_core::model::*;
use unicode_normalization::UnicodeNormalization as _;

use crate::docx_content;
use crate::docx_reading::{lines, part, part_names};

/// What somebody could type or paste, by name.
fn attacks() -> Vec<(&'static str, String)> {
    let surrogates: Vec<u16> = "nửa".encode_utf16().chain([0xd800, 0xdc00, 0xdfff, 0xd83d]).collect();
    vec![
        ("xml", "</w:t></w:r><w:r><w:br/></w:r> <!-- --> <![CDATA[x]]> &amp; &#0; \" ' ]]>".to_owned()),
        ("control", ('\u{0}'..='\u{1f}').chain('\u{7f}'..='\u{9f}').collect::<String>() + "còn lại"),
        ("no-characters", "\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}\u{fdd0}còn lại".to_owned()),
        ("surrogates", String::from_utf16_lossy(&surrogates)),
        ("long", "Đại hội công đoàn ".repeat(1_000)),
        ("long-word", "Đ".repeat(20_000)),
        ("right-to-left", "\u{202e}nộp\u{202c} \u{2066}bài\u{2069} \u{200f}עברית العربية".to_owned()),
        ("emoji", "👨‍👩‍👧‍👦 🇻🇳 é\u{301}\u{302}\u{303}".to_owned()),
        ("formula", "=cmd|' /C calc'!A0".to_owned()),
        ("template", "{{ x }} {% for y in z %} {d.x} ${x} #set".to_owned()),
        ("field", " HYPERLINK \"file:///c:/windows\" \\l x PAGE \u{13}INCLUDETEXT\u{15}".to_owned()),
        ("only-spaces", " \t\r\n\u{a0}\u{2028}\u{2029}".to_owned()),
        ("decomposed", "Đợt tuyên truyền miệng".nfd().collect()),
        ("link", "javascript:alert(1)\"/><x".to_owned()),
        ("strange-link", "https://a.vn/\" onclick=\"x\u{1}<>%zz#a#b".to_owned()),
    ]
}

/// Something that a report says.
type Field = (&'static str, fn(&mut ReportContent, &str));

/// Every field of a report that holds a text.
const FIELDS: &[Field] = &[
    ("unit name", |content, text| content.unit_name = text.to_owned()),
    ("superior", |content, text| content.draft.superior = text.to_owned()),
    ("issuer", |content, text| content.draft.issuer = text.to_owned()),
    ("symbol", |content, text| content.draft.symbol = text.to_owned()),
    ("place", |content, text| content.draft.place = text.to_owned()),
    ("subject", |content, text| content.draft.subject = text.to_owned()),
    ("phase name", |content, text| content.draft.row.phase_name = text.to_owned()),
    ("number", |content, text| content.draft.head.number = text.to_owned()),
    ("addressee", |content, text| content.draft.head.addressees = vec![text.to_owned(), text.to_owned()]),
    ("recipient", |content, text| content.draft.head.recipients = vec![text.to_owned(), text.to_owned()]),
    ("authority", |content, text| content.draft.head.signer.authority = text.to_owned()),
    ("title of the signer", |content, text| content.draft.head.signer.title = text.to_owned()),
    ("name of the signer", |content, text| content.draft.head.signer.name = text.to_owned()),
    ("opening", |content, text| content.draft.opening = section(text)),
    ("section", |content, text| content.draft.sections = vec![section(text)]),
    ("kept section", |content, text| {
        content.draft.sections = vec![ReportSection { kept: Some(RichText::from_plain(text)), ..section("x") }];
    }),
    ("caption of a chart in the text", |content, text| {
        let chart = ChartRef { chart: "progress".to_owned(), caption: text.to_owned() };
        content.draft.sections[0].composed.content.push(TextBlock::Chart { attrs: chart });
        let unknown = ChartRef { chart: text.to_owned(), caption: text.to_owned() };
        content.draft.sections[0].composed.content.push(TextBlock::Chart { attrs: unknown });
    }),
    ("bold figure", |content, text| {
        let figure = LiveFigure {
            indicator: text.to_owned(),
            split: text.to_owned(),
            measure: FigureMeasure::Period,
            value: text.to_owned(),
        };
        let inline = TextInline::Figure { attrs: figure, marks: vec![TextMark::Strong] };
        content.draft.sections[0].composed.content.push(TextBlock::DashItem { content: vec![inline] });
    }),
    ("code of a section", |content, text| {
        content.draft.sections.iter_mut().for_each(|section| section.code = text.to_owned());
    }),
    ("heading", |content, text| {
        content.draft.sections.iter_mut().for_each(|section| section.title = text.to_owned());
    }),
    ("number of a heading", |content, text| {
        content.draft.sections.iter_mut().for_each(|section| section.number = text.to_owned());
    }),
    ("title of an annex", |content, text| {
        content.annexes.iter_mut().for_each(|annex| annex.title = text.to_owned());
    }),
    ("column", |content, text| content.annexes[0].columns[1].title = text.to_owned()),
    ("group of an annex", |content, text| content.annexes[0].rows[0] = AnnexRow::Heading(text.to_owned())),
    ("cell", |content, text| content.annexes[0].rows[1] = AnnexRow::Cells(vec![text.to_owned(); 9])),
    ("link", |content, text| content.annexes[2].rows[1] = AnnexRow::Cells(vec![text.to_owned(); 5])),
    ("note", |content, text| content.annexes[0].notes = vec![text.to_owned()]),
    ("title of a chart", |content, text| content.charts[1].title = text.to_owned()),
    ("series", |content, text| content.charts[1].series[0] = text.to_owned()),
    ("unit of a chart", |content, text| content.charts[1].panels[0].unit = text.to_owned()),
    ("label of a bar", |content, text| content.charts[1].panels[0].bars[0].label = text.to_owned()),
    ("number of a bar", |content, text| content.charts[1].panels[0].bars[0].values[0].text = text.to_owned()),
    ("code of a chart", |content, text| {
        content.charts[1].code = text.to_owned();
        content.chart_annex = vec![text.to_owned()];
    }),
    ("caption", |content, text| content.photos.iter_mut().for_each(|photo| photo.caption = text.to_owned())),
];

fn section(text: &str) -> ReportSection {
    docx_content::section("I", "I", "Kết quả", 1, text)
}

/// A report with the text in every field at once, for the validator.
pub fn all() -> Vec<(&'static str, ReportContent)> {
    let everywhere = |text: &str| {
        let mut content = base();
        FIELDS.iter().for_each(|(_, set)| set(&mut content, text));
        content
    };
    attacks().into_iter().map(|(name, text)| (name, everywhere(&text))).collect()
}

/// A report whose photos are made once.
fn base() -> ReportContent {
    static MADE: std::sync::LazyLock<ReportContent> = std::sync::LazyLock::new(docx_content::with_pictures);
    MADE.clone()
}

fn assert_right(content: &ReportContent, what: &str) {
    let bytes = docx::write(&official_report(content)).unwrap();
    for name in part_names(&bytes).into_iter().filter(|name| !name.starts_with("word/media/")) {
        let xml = part(&bytes, &name);
        let parsed = Tree::parse(&xml);
        assert!(parsed.is_ok(), "{what}: {name}: {:?}", parsed.err());
        assert!(!xml.contains("Target=\"javascript") && !xml.contains("Target=\"file"), "{what}: {name}");
        let is_text = name == "word/document.xml";
        assert!(!is_text || !xml.contains("instrText"), "{what}: there is no field beside the page numbers");
    }
}

#[test]
fn text_that_would_break_a_file_gives_a_right_file_in_every_field() {
    for (attack, content) in all() {
        assert_right(&content, attack);
    }
}

#[test]
fn a_megabyte_of_text_gives_a_right_file_wherever_it_stands() {
    let text = "Đại hội công đoàn ".repeat(45_000);
    assert!(text.len() > 1 << 20);
    let tried = ["section", "subject", "superior", "heading", "cell", "caption"];
    for (field, set) in FIELDS.iter().filter(|(field, _)| tried.contains(field)) {
        let mut content = base();
        content.chart_annex.clear();
        set(&mut content, &text);
        assert_right(&content, field);
    }
}

#[test]
fn what_was_typed_is_read_back_and_what_nobody_sees_is_left_out() {
    // Where a text stands alone in its paragraph: what is read back, for each attack.
    let said = |text: &str| {
        let mut content = base();
        content.chart_annex.clear();
        content.annexes[2].rows[1] = AnnexRow::Cells(vec![text.to_owned(); 5]);
        content.photos[0].caption = text.to_owned();
        lines(&docx::write(&official_report(&content)).unwrap())
    };
    for (attack, text) in attacks() {
        let expected = match attack {
            "control" | "no-characters" => "còn lại".to_owned(),
            "right-to-left" => "nộp bài עברית العربية".to_owned(),
            "only-spaces" => continue,
            _ => sotg_core::text::clean_line(&text),
        };
        let said = said(&text);
        let is_said = |line: &&String| line.contains(&expected);
        let found = said.iter().filter(is_said).count();
        assert!(found >= 6, "{attack}: five cells and a caption, found {found}");
    }
}
