//! A template to begin with: the program's own form, with fields where the report would stand.
//!
//! The form itself is laid out by [`official_report`], for a report whose texts are signs that no text has; then each sign
//! becomes its tag. So whatever the form is, the template has it, and a report that fills it says what the form says.

use super::super::document::{Block, Cell, Document, Inline, Paragraph, Role, Row, Table};
use super::super::{docx, official};
use super::fields::{self, annex_of};
use crate::error::Result;
use crate::export::official_report;
use crate::model::{
    Align, Annex, AnnexColumn, AnnexRow, FormProfile, ReportContent, ReportDraft, ReportHead, ReportSection, Signer,
};

/// Signs of the private area of Unicode, with the tag that each becomes.
const SIGNS: [(&str, &str); 21] = [
    ("\u{e001}/\u{e002}", "{{ so_ky_hieu }}"),
    ("\u{e003}", "{{ cap_tren }}"),
    ("\u{e004}", "{{ co_quan }}"),
    ("\u{e005}", "{{ dia_danh }}"),
    ("\u{e006}", "{{ trich_yeu }}"),
    (AUTHORITY, "{{ ky_thay }}"),
    ("\u{e008}", "{{ chuc_vu }}"),
    ("\u{e009}", "{{ nguoi_ky }}"),
    ("\u{e00b}", "{{ ten_so_lieu|upper }}"),
    ("\u{e00c}", "{{ ten_viec|upper }}"),
    (GROUP, "{{ nhom.nhom }}"),
    ("\u{e011}", "{{ dong.tt }}"),
    ("\u{e012}", "{{ dong.ten }}"),
    ("\u{e013}", "{{ dong.don_vi }}"),
    ("\u{e014}", "{{ dong.trong_ky }}"),
    ("\u{e015}", "{{ dong.luy_ke }}"),
    ("\u{e016}", "{{ dong.ghi_chu }}"),
    ("\u{e017}", "{{ dong.ngay }}"),
    ("\u{e018}", "{{ dong.minh_chung }}"),
    (RECIPIENT, "{{ noi }}"),
    (NOTE, "{{ dong }}"),
];

const AUTHORITY: &str = "\u{e007}";
const GROUP: &str = "\u{e010}";
const RECIPIENT: &str = "\u{e00a}";
const NOTE: &str = "\u{e00d}";

/// Cells of a line of the two annexes.
const FIGURE_CELLS: [&str; 6] = ["\u{e011}", "\u{e012}", "\u{e013}", "\u{e014}", "\u{e015}", "\u{e016}"];
const ACTIVITY_CELLS: [&str; 4] = ["\u{e011}", "\u{e012}", "\u{e017}", "\u{e018}"];

/// The form in which the program writes this report, as a template.
///
/// # Errors
/// As [`docx::write`].
pub fn sample(content: &ReportContent) -> Result<Vec<u8>> {
    let mut document = official_report(&signs_of(content));
    take_rules(&mut document, &official_report(content));
    let day = official::report_day(&signs_of(content).draft);
    let lists = ["so_lieu", "viec"];
    for (number, section) in document.sections.iter_mut().enumerate() {
        section.header = expand(&section.header, &day);
        section.first_header = section.first_header.take().map(|header| expand(&header, &day));
        let list = number.checked_sub(1).and_then(|annex| lists.get(annex).copied()).unwrap_or_default();
        section.blocks = section.blocks.iter().flat_map(|block| expand_block(block, list, &day)).collect();
        if number == 0 {
            let foot = section.blocks.pop();
            let body = addressees_and_body(&content.form).into_iter().map(Block::Paragraph).collect();
            section.blocks.extend(official::text::in_form(body, &content.form));
            section.blocks.extend(foot);
        }
    }
    document.title = "Mẫu báo cáo".to_owned();
    docx::write(&document)
}

/// A report that says nothing but signs.
fn signs_of(content: &ReportContent) -> ReportContent {
    let draft = &content.draft;
    let sign = |text: &str| text.to_owned();
    let signer = Signer {
        authority: sign(AUTHORITY),
        title: sign("\u{e008}"),
        name: sign("\u{e009}"),
        ..draft.head.signer.clone()
    };
    let head = ReportHead {
        number: sign("\u{e001}"),
        dated_on: None,
        addressees: Vec::new(),
        recipients: vec![sign(RECIPIENT)],
        signer,
    };
    let opening = ReportSection { composed: Default::default(), kept: None, ..draft.opening.clone() };
    let draft = ReportDraft {
        head,
        superior: sign("\u{e003}"),
        issuer: sign("\u{e004}"),
        symbol: sign("\u{e002}"),
        place: sign("\u{e005}"),
        subject: sign("\u{e006}"),
        opening,
        sections: Vec::new(),
        ..draft.clone()
    };
    let annexes = vec![
        annex(annex_of(content, fields::FIGURE_COLUMNS), "\u{e00b}", &FIGURE_CELLS, &FIGURE_COLUMNS),
        annex(annex_of(content, fields::ACTIVITY_COLUMNS), "\u{e00c}", &ACTIVITY_CELLS, &ACTIVITY_COLUMNS),
    ];
    let (chart_annex, photos) = (Vec::new(), Vec::new());
    ReportContent { draft, is_sample: true, annexes, chart_annex, photos, ..content.clone() }
}

/// Columns for a report that has no annex yet.
const FIGURE_COLUMNS: [(&str, u16); 6] =
    [("TT", 10), ("Chỉ tiêu", 50), ("Đơn vị tính", 20), ("Trong kỳ", 28), ("Lũy kế", 28), ("Ghi chú", 19)];
const ACTIVITY_COLUMNS: [(&str, u16); 4] = [("TT", 12), ("Việc", 98), ("Ngày hoàn thành", 34), ("Minh chứng", 98)];

fn annex(real: Option<&Annex>, title: &str, cells: &[&str], columns: &[(&str, u16)]) -> Annex {
    let usual = || {
        let column = |(title, width_mm): &(&str, u16)| AnnexColumn {
            title: (*title).to_owned(),
            width_mm: *width_mm,
            align: Align::Left,
            is_link: false,
        };
        columns.iter().map(column).collect()
    };
    let fitting = real.filter(|annex| annex.columns.len() == cells.len());
    let rows = vec![
        AnnexRow::Heading(GROUP.to_owned()),
        AnnexRow::Cells(cells.iter().map(|cell| (*cell).to_owned()).collect()),
    ];
    let is_figures = cells.len() == FIGURE_CELLS.len();
    Annex {
        title: title.to_owned(),
        columns: fitting.map_or_else(usual, |annex| annex.columns.clone()),
        rows,
        is_landscape: fitting.map_or(!is_figures, |annex| annex.is_landscape),
        notes: if is_figures { vec![NOTE.to_owned()] } else { Vec::new() },
    }
}

/// Lines drawn below a name are as long as the name asks for; a sign has no length.
fn take_rules(document: &mut Document, real: &Document) {
    let formats: Vec<_> = real.sections.iter().take(1).flat_map(|section| rules(&section.blocks)).collect();
    let mut formats = formats.into_iter();
    for block in document.sections.iter_mut().take(1).flat_map(|section| &mut section.blocks) {
        let paragraphs: Vec<&mut Paragraph> = match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).flat_map(|cell| &mut cell.paragraphs).collect()
            }
        };
        for paragraph in paragraphs.into_iter().filter(|paragraph| paragraph.is_rule) {
            if let Some(format) = formats.next() {
                paragraph.format = format;
            }
        }
    }
}

fn rules(blocks: &[Block]) -> Vec<super::super::document::Format> {
    let of_block = |block: &Block| -> Vec<_> {
        let rule = |paragraph: &Paragraph| paragraph.is_rule.then_some(paragraph.format);
        match block {
            Block::Paragraph(paragraph) => rule(paragraph).into_iter().collect(),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.paragraphs).filter_map(rule).collect()
            }
        }
    };
    blocks.iter().flat_map(of_block).collect()
}

fn expand_block(block: &Block, list: &str, day: &str) -> Vec<Block> {
    match block {
        Block::Paragraph(paragraph) => {
            expand(std::slice::from_ref(paragraph), day).into_iter().map(Block::Paragraph).collect()
        }
        Block::Table(table) => {
            let rows = table.rows.iter().map(|row| Row {
                repeats: row.repeats,
                cells: row.cells.iter().map(|cell| with(cell, expand(&cell.paragraphs, day))).collect(),
            });
            let table = Table { rows: rows.collect(), ..table.clone() };
            vec![Block::Table(if list.is_empty() { table } else { looped(table, list) })]
        }
    }
}

fn with(cell: &Cell, paragraphs: Vec<Paragraph>) -> Cell {
    Cell { paragraphs, ..cell.clone() }
}

/// The two rows after the headings become loops: over the groups, and over the lines of each.
fn looped(table: Table, list: &str) -> Table {
    let columns = table.columns.len();
    let command = |text: &str| Row {
        repeats: false,
        cells: vec![Cell { span: columns, ..Cell::new(vec![Paragraph::new(Role::Plain).text(text)]) }],
    };
    let (headings, lines): (Vec<Row>, Vec<Row>) = table.rows.iter().cloned().partition(|row| row.repeats);
    let mut rows = headings;
    let mut lines = lines.into_iter();
    rows.push(command(&format!("{{%tr for nhom in {list} %}}")));
    rows.extend(lines.next());
    rows.push(command("{%tr for dong in nhom.dong %}"));
    rows.extend(lines);
    rows.push(command("{%tr endfor %}"));
    rows.push(command("{%tr endfor %}"));
    Table { rows, ..table }
}

/// Paragraphs with tags for their signs; some of them need a loop or a condition around them.
fn expand(paragraphs: &[Paragraph], day: &str) -> Vec<Paragraph> {
    paragraphs.iter().flat_map(|paragraph| expand_paragraph(paragraph, day)).collect()
}

fn expand_paragraph(paragraph: &Paragraph, day: &str) -> Vec<Paragraph> {
    let text = said(paragraph);
    let around = |first: &str, tag: &str, last: &str| vec![command(first), saying(paragraph, tag), command(last)];
    if text.contains(RECIPIENT) {
        around("{%p for noi in noi_nhan %}", "{{ noi }}", "{%p endfor %}")
    } else if text.contains(NOTE) {
        around("{%p for dong in ghi_chu_so_lieu %}", "{{ dong }}", "{%p endfor %}")
    } else if text.contains(AUTHORITY) {
        around("{%p if ky_thay %}", "{{ ky_thay }}", "{%p endif %}")
    } else if text.contains(official::SAMPLE_MARK) {
        around("{%p if so_mau %}", "{{ so_mau }}", "{%p endif %}")
    } else if text.contains("\u{e001}") && text.starts_with('(') {
        vec![saying(paragraph, "{{ kem_theo }}")]
    } else {
        let mut paragraph = paragraph.clone();
        for run in &mut paragraph.runs {
            if let Inline::Text(text) = &mut run.inline {
                *text = text.replace(day, "{{ ngay }}");
                for (sign, tag) in SIGNS {
                    *text = text.replace(sign, tag);
                }
            }
        }
        vec![paragraph]
    }
}

fn said(paragraph: &Paragraph) -> String {
    let texts =
        paragraph.runs.iter().filter_map(|run| if let Inline::Text(text) = &run.inline { Some(text) } else { None });
    texts.map(String::as_str).collect()
}

/// A line that only commands; it is gone from what is filled.
fn command(text: &str) -> Paragraph {
    Paragraph::new(Role::Plain).text(text)
}

/// A paragraph that says something else in the letters it began with.
fn saying(paragraph: &Paragraph, text: &str) -> Paragraph {
    let letters = paragraph.runs.first().map_or(paragraph.role.letters(), |run| run.letters);
    Paragraph { runs: Vec::new(), ..paragraph.clone() }.text_in(letters, text)
}

/// From "Kính gửi" to the last section.
fn addressees_and_body(form: &FormProfile) -> Vec<Paragraph> {
    let body = |text: &str| Paragraph::new(Role::Body).text(text);
    let mut paragraphs = vec![command("{%p if kinh_gui|length == 1 %}")];
    paragraphs.extend(official::head::addressees(&["{{ kinh_gui|first }}".to_owned()], form));
    paragraphs.push(command("{%p elif kinh_gui %}"));
    let several = official::head::addressees(&["{{ noi }}".to_owned(), "{{ noi }}".to_owned()], form);
    let mut several = several.into_iter();
    paragraphs.extend(several.next());
    paragraphs.push(command("{%p for noi in kinh_gui %}"));
    paragraphs.extend(several.next().map(|item| saying(&item, "{{ noi }}")));
    paragraphs.push(command("{%p endfor %}"));
    paragraphs.push(command("{%p endif %}"));
    paragraphs.extend([command("{%p for dong in mo_dau %}"), body("{{ dong }}"), command("{%p endfor %}")]);
    paragraphs.push(command("{%p for m in muc %}"));
    let levels = [
        ("{%p if m.cap == 1 %}", Role::Heading1),
        ("{%p elif m.cap == 2 %}", Role::Heading2),
        ("{%p else %}", Role::Heading3),
    ];
    for (condition, role) in levels {
        paragraphs.extend([command(condition), Paragraph::new(role).text("{{ m.dau_de }}")]);
    }
    paragraphs.extend(["{%p endif %}", "{%p for dong in m.doan %}"].map(command));
    paragraphs.push(body("{{ dong }}"));
    paragraphs.extend(["{%p endfor %}", "{%p endfor %}"].map(command));
    paragraphs
}
