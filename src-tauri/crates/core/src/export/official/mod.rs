//! The official form of a report: NĐ 30/2020, Phụ lục I, with the head and the signature block of the union.
//!
//! Pure: a [`ReportContent`] comes in, a [`Document`] goes out. The measures are those of the government's own templates
//! (DOMAIN.md, A.2), the lines of the signature those of union documents (A.3): what the signer's setting says is printed
//! and never "corrected" to the three lines of State bodies. Margins, sizes, indent and gaps are those of the form that the
//! content brings along ([`FormProfile`]).

mod annex;
pub(in crate::export) mod body;
mod foot;
pub(in crate::export) mod head;
mod letter;
mod pictures;
pub(in crate::export) mod text;

use chrono::{Datelike as _, NaiveDate};

use super::document::{Document, Length, Letters, Page, Paragraph, Role, Section};
use crate::model::{FormProfile, ReportContent, ReportDraft};
use crate::text::{clean_line, long_date};

pub use letter::{OfficialLetter, official_letter};
pub use pictures::{chart_block, figure_table};

/// What stands at the top of every page of a report whose data is invented.
pub(in crate::export) const SAMPLE_MARK: &str = "SỔ MẪU - SỐ LIỆU KHÔNG CÓ THẬT";

/// Room to write a number or a day by hand: spaces at which no line breaks.
const GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// A4 upright with the margins of the form.
fn portrait(form: &FormProfile) -> Page {
    let margin = |millimetres: u8| Length::millimetres(i32::from(millimetres));
    Page {
        width: Length::twentieths(11_906),
        height: Length::twentieths(16_838),
        top: margin(form.margins.top),
        bottom: margin(form.margins.bottom),
        left: margin(form.margins.left),
        right: margin(form.margins.right),
        header: Length::millimetres(10),
    }
}

/// A4 across, with the same margins.
fn landscape(form: &FormProfile) -> Page {
    let upright = portrait(form);
    Page { width: upright.height, height: upright.width, ..upright }
}

/// Lays a report out in the official form: the report itself, then each annex on pages of its own.
pub fn official_report(content: &ReportContent) -> Document {
    let draft = &content.draft;
    let mut sections = vec![report_section(content)];
    sections.extend(annexes(content));
    Document {
        title: format!("Báo cáo: {}", clean_line(&draft.subject)),
        author: clean_line(&content.unit_name),
        dated_on: draft.head.dated_on,
        sections,
    }
}

/// The annexes, numbered where there are several: tables, then charts, then photos.
fn annexes(content: &ReportContent) -> Vec<Section> {
    let has_charts = content.charts.iter().any(|chart| content.chart_annex.contains(&chart.code));
    let has_photos = content.photos.iter().any(|photo| !photo.jpeg.0.is_empty());
    let n_annexes = content.annexes.len() + usize::from(has_charts) + usize::from(has_photos);
    let belongs_to = belongs_to(content);
    let place = |index: usize| annex::Place {
        number: (n_annexes > 1).then_some(index + 1),
        belongs_to: belongs_to.clone(),
        is_sample: content.is_sample,
        form: &content.form,
    };
    let mut sections: Vec<Section> = Vec::with_capacity(n_annexes);
    for table in &content.annexes {
        sections.push(annex::section(table, &place(sections.len())));
    }
    sections.extend(pictures::charts_section(content, &place(sections.len())));
    sections.extend(pictures::photos_section(content, &place(sections.len())));
    sections
}

/// The report without its annexes. Its first page shows no number.
fn report_section(content: &ReportContent) -> Section {
    let (draft, form) = (&content.draft, &content.form);
    let mut blocks = head::blocks(draft, form);
    blocks.extend(text::in_form(body::blocks(content), form));
    blocks.push(foot::block(&draft.head.recipients, &draft.head.signer, form, content.fingerprint.as_deref()));
    Section {
        page: portrait(form),
        header: page_header(content.is_sample, form),
        first_header: Some(sample_mark(content.is_sample)),
        restarts_numbers: true,
        blocks,
    }
}

/// The number of the page, in the middle of the top margin.
fn page_header(is_sample: bool, form: &FormProfile) -> Vec<Paragraph> {
    let number = Paragraph::new(Role::Plain).centred().page_number_in(Letters::upright(form.sizes.page_number));
    let mut header = sample_mark(is_sample);
    header.push(number);
    header
}

fn sample_mark(is_sample: bool) -> Vec<Paragraph> {
    let mark = || Paragraph::new(Role::Plain).centred().text_in(Letters::bold(13), SAMPLE_MARK);
    is_sample.then(mark).into_iter().collect()
}

/// What stands at the top of page 1 of every official document.
pub(crate) struct Letterhead {
    superior: String,
    issuer: String,
    number_and_symbol: String,
    place: String,
    day: String,
}

impl Letterhead {
    fn of(draft: &ReportDraft) -> Letterhead {
        Letterhead {
            superior: draft.superior.clone(),
            issuer: draft.issuer.clone(),
            number_and_symbol: number_and_symbol(&draft.head.number, &draft.symbol),
            place: draft.place.clone(),
            day: report_day(draft),
        }
    }
}

/// What an annex of a report says of the document that it belongs to.
pub(in crate::export) fn belongs_to(content: &ReportContent) -> String {
    let number = number_and_symbol(&content.draft.head.number, &content.draft.symbol);
    format!("(Kèm theo Báo cáo số {number} {} của {})", report_day(&content.draft), clean_line(&content.unit_name))
}

/// "05/BC-LĐLĐ"; without a number a gap to fill in by hand. Numbers below 10 get a zero.
pub(in crate::export) fn number_and_symbol(number: &str, symbol: &str) -> String {
    let number = clean_line(number);
    let symbol = clean_line(symbol);
    let is_digit = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit());
    match number.as_str() {
        "" => format!("{GAP}/{symbol}"),
        // Whoever types the symbol as well gets it as typed.
        typed if typed.contains('/') => number,
        digit if is_digit => format!("0{digit}/{symbol}"),
        _ => format!("{number}/{symbol}"),
    }
}

/// The day of a report, in the year in which it is due while it has none.
pub(in crate::export) fn report_day(draft: &ReportDraft) -> String {
    day_in_words(draft.head.dated_on, draft.row.due_on.map(|due| due.year()))
}

/// "ngày 05 tháng 01 năm 2023"; without a day gaps to fill in by hand, in the year that is expected.
fn day_in_words(day: Option<NaiveDate>, expected: Option<i32>) -> String {
    match day {
        Some(day) => long_date(day),
        None => {
            let year = expected.map_or_else(|| GAP.to_owned(), |year| year.to_string());
            format!("ngày{GAP}tháng{GAP}năm {year}")
        }
    }
}

/// Lines of a list as the form wants them: a dash before each, a semicolon after each, a full stop after the last.
pub(in crate::export) fn dashed(lines: &[String]) -> Vec<String> {
    let said: Vec<String> = lines.iter().map(|line| bare(line)).filter(|line| !line.is_empty()).collect();
    let last = said.len().saturating_sub(1);
    said.iter().enumerate().map(|(index, line)| format!("- {line}{}", if index == last { '.' } else { ';' })).collect()
}

/// A line of a list without the dash and the sign at its end that somebody may have typed.
pub(in crate::export) fn bare(line: &str) -> String {
    let line = clean_line(line);
    line.trim_start_matches(['-', '–', ' ']).trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_punctuated_whatever_was_typed() {
        let typed = ["- Như trên;", "Lưu: VT, TgNc."].map(str::to_owned);
        assert_eq!(dashed(&typed), ["- Như trên;", "- Lưu: VT, TgNc."]);
        let typed = ["Tổng LĐLĐ Việt Nam.", " ", "– Lưu: VT"].map(str::to_owned);
        assert_eq!(dashed(&typed), ["- Tổng LĐLĐ Việt Nam;", "- Lưu: VT."]);
        assert!(dashed(&[]).is_empty());
    }
}
