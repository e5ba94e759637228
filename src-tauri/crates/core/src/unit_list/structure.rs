//! Lines out of rows: what is a unit, what stands above it, and what is no line at all.
//!
//! Lists are often grouped: "I. LĐLĐ huyện Tam Đường" in bold, its units below it. Such a row is a unit itself and the unit
//! above of the rows that follow. Sums, repeated headings and what stands below the list are left out, and told.

use super::cells::{Blocks, Cell, Row, Sheet, Value};
use super::headings::Headings;
use super::names::Name;
use crate::model::{ImportField, ImportLeftOut, ImportRest};
use crate::text;

/// Rows at the end of a list in which its foot may begin without anything below it to prove it.
const LETTERS_OF_REST: usize = 200;

/// A row that is a line of the list, as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Number of the row.
    pub row: u32,
    /// The name, without a number before it.
    pub name: String,
    /// What the columns say.
    pub code: String,
    /// The unit above, by its column.
    pub parent: String,
    /// Index of the line above it in a grouped list.
    pub group: Option<usize>,
    /// What the heading above it in a grouped list says, if that is no line itself: perhaps a known unit.
    pub group_text: String,
    pub kind: String,
    pub members: Value,
    pub sector: String,
    pub page: Value,
    pub followed_by: String,
    pub title: String,
    pub phone: String,
    pub email: String,
}

/// A heading between lines that is in force.
struct Group {
    rank: u8,
    line: Option<usize>,
    text: String,
}

/// The lines of a sheet, and the rows below the headings that are none.
pub fn lines(sheet: &Sheet, headings: &Headings, columns: &[ImportField]) -> (Vec<Line>, Vec<ImportRest>) {
    let first = headings.at.map_or(0, |at| at + headings.n_rows);
    let list =
        List { sheet, headings, columns, is_bold_rare: is_bold_rare(sheet, first, columns), blocks: Blocks::of(sheet) };
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut is_foot = false;
    for row in sheet.rows.iter().skip(first) {
        is_foot |= !lines.is_empty() && list.begins_foot(row);
        if let Some(why) = if is_foot { Some(ImportLeftOut::Foot) } else { list.left_out(row) } {
            rest.push(ImportRest { row: row.number, text: whole_text(row), why });
            continue;
        }
        let mut line = list.line(row);
        if let Some(rank) = list.group_rank(row, &line) {
            groups.retain(|group| group.rank < rank);
            let text = list.group_name(row, &line);
            place_below(&mut line, &groups);
            let is_unit = names_office(&text);
            groups.push(Group { rank, line: is_unit.then_some(lines.len()), text: text.clone() });
            if is_unit {
                lines.push(Line { name: text, ..line });
            } else {
                rest.push(ImportRest { row: row.number, text: whole_text(row), why: ImportLeftOut::Grouping });
            }
        } else {
            place_below(&mut line, &groups);
            lines.push(line);
        }
    }
    (lines, rest)
}

/// The innermost heading that is a unit; else the innermost text, which may name a known one.
fn place_below(line: &mut Line, groups: &[Group]) {
    line.group = groups.iter().rev().find_map(|group| group.line);
    let below_unit = groups.iter().rev().take_while(|group| group.line.is_none());
    line.group_text = below_unit.map(|group| group.text.clone()).next().unwrap_or_default();
}

/// True for the name of an office that has units below it.
fn names_office(name: &str) -> bool {
    let whole = Name::new(name).whole;
    let starts = [
        "lien doan lao dong ",
        "cong doan nganh ",
        "cong doan vien chuc",
        "cong doan xa ",
        "cong doan phuong ",
        "cong doan dac khu ",
        "cong doan cac khu",
        "cong doan khu ",
    ];
    starts.iter().any(|start| whole.starts_with(start)) && !whole.starts_with("cong doan co so")
}

struct List<'a> {
    sheet: &'a Sheet,
    headings: &'a Headings,
    columns: &'a [ImportField],
    is_bold_rare: bool,
    blocks: Blocks,
}

impl List<'_> {
    fn column(&self, field: ImportField) -> Option<usize> {
        self.columns.iter().position(|column| *column == field)
    }

    fn own_text(&self, row: &Row, field: ImportField) -> String {
        self.column(field).and_then(|column| row.cell(column)).map(Cell::shown).unwrap_or_default()
    }

    /// Of a block over several rows every row has the text.
    fn seen_text(&self, row: &Row, field: ImportField) -> String {
        let Some(column) = self.column(field) else { return String::new() };
        let own = row.cell(column);
        let of_block = || self.blocks.first_of(row.number, column).and_then(|row| self.sheet.row(row)?.cell(column));
        own.or_else(of_block).map(Cell::shown).unwrap_or_default()
    }

    fn value(&self, row: &Row, field: ImportField) -> Value {
        self.column(field).and_then(|column| row.cell(column)).map(|cell| cell.value.clone()).unwrap_or_default()
    }

    fn line(&self, row: &Row) -> Line {
        Line {
            row: row.number,
            name: self.name(row),
            code: self.own_text(row, ImportField::Code),
            parent: self.seen_text(row, ImportField::Parent),
            group: None,
            group_text: String::new(),
            kind: self.seen_text(row, ImportField::Kind),
            members: self.value(row, ImportField::Members),
            sector: self.seen_text(row, ImportField::Sector),
            page: self.value(row, ImportField::Page),
            followed_by: self.seen_text(row, ImportField::FollowedBy),
            title: self.own_text(row, ImportField::ContactTitle),
            phone: self.own_text(row, ImportField::Phone),
            email: self.own_text(row, ImportField::Email),
        }
    }

    /// A formula without a result is no name.
    fn name(&self, row: &Row) -> String {
        let cell = self.column(ImportField::Name).and_then(|column| row.cell(column));
        let is_fault = cell.is_some_and(|cell| matches!(cell.value, Value::Fault(_)));
        if is_fault { String::new() } else { without_number(&self.own_text(row, ImportField::Name)).to_owned() }
    }

    fn left_out(&self, row: &Row) -> Option<ImportLeftOut> {
        if self.is_total(row) {
            Some(ImportLeftOut::Total)
        } else if self.repeats_headings(row) || counts_columns(row) {
            Some(ImportLeftOut::Headings)
        } else {
            None
        }
    }

    /// The first text of a row is "Cộng", "Tổng cộng", "Tổng số …".
    fn is_total(&self, row: &Row) -> bool {
        let texts = row.cells.iter().filter_map(Cell::as_text).map(|text| text::fold(without_number(text.trim())));
        let first = texts.into_iter().find(|text| text.len() > 1).unwrap_or_default();
        let first = first.trim_end_matches([':', '.', ' ']);
        matches!(first, "cong" | "tong" | "tong so" | "tong cong" | "cong don")
            || first.starts_with("tong cong")
            || first.starts_with("cong toan")
            || first.starts_with("tong so")
    }

    fn repeats_headings(&self, row: &Row) -> bool {
        let texts = self.headings.texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        let mut n = 0;
        let is_same = texts.into_iter().all(|(column, text)| {
            n += 1;
            row.cell(column).is_some_and(|cell| cell.shown() == *text)
        });
        n >= 2 && is_same
    }

    /// "Người lập biểu", "Lai Châu, ngày … tháng … năm …", "TM. BAN THƯỜNG VỤ": nothing after it belongs to the list.
    fn begins_foot(&self, row: &Row) -> bool {
        let says_foot = |text: &str| {
            let key = text::fold(text);
            let is_date_line = key.contains("ngay") && key.contains("thang") && key.contains(" nam");
            let starts = [
                "nguoi lap",
                "nguoi tong hop",
                "nguoi ky",
                "noi nhan",
                "tm. ban",
                "t/m",
                "tm ban",
                "tl. ban",
                "ghi chu:",
                "luu y:",
            ];
            is_date_line || starts.iter().any(|start| key.starts_with(start))
        };
        row.cells.iter().filter_map(Cell::as_text).any(says_foot)
    }

    /// How far up a heading between lines stands: 0 for "A", 1 for "I" and for bold letters. `None` for a line.
    fn group_rank(&self, row: &Row, line: &Line) -> Option<u8> {
        let ordinal = self.headings.ordinal.and_then(|column| row.cell(column)).map(Cell::shown).unwrap_or_default();
        let texts: Vec<&str> = row.cells.iter().filter_map(Cell::as_text).collect();
        let first = texts.first().map(|text| text.trim()).unwrap_or_default();
        let n_names = texts.iter().filter(|text| rank_of(text).is_none()).count();
        let stands_alone = n_names == 1 && !says_more(line);
        match rank_of(&ordinal).or_else(|| rank_of(mark_before(first)?)) {
            Some(rank) if stands_alone || !ordinal.is_empty() && line.parent.is_empty() => Some(rank),
            Some(_) => None,
            // What is counted among the others is one of them, however it is drawn.
            None if ordinal.bytes().any(|byte| byte.is_ascii_digit()) => None,
            None => (stands_alone && self.is_drawn_as_heading(row, line)).then_some(1),
        }
    }

    /// Over the whole width, or in bold where the others are not; and no name of a unit at the base.
    fn is_drawn_as_heading(&self, row: &Row, line: &Line) -> bool {
        let is_bold = self.is_bold_rare && row.cells.iter().any(|cell| cell.is_bold && cell.as_text().is_some());
        let is_wide = self.blocks.starting(row.number).iter().any(|merge| merge.right > merge.left + 1);
        let is_base = || Name::new(&line.name).whole.starts_with("cong doan co so ");
        (is_wide || is_bold) && !is_base() && (line.members == Value::Empty || names_office(&line.name))
    }

    fn group_name(&self, row: &Row, line: &Line) -> String {
        let longest = || {
            let texts = row.cells.iter().filter(|cell| cell.as_text().is_some()).map(Cell::shown);
            texts.max_by_key(String::len).unwrap_or_default()
        };
        let name = if line.name.is_empty() { longest() } else { line.name.clone() };
        without_mark(&name).to_owned()
    }
}

/// More than a name and a number: then it is a unit.
fn says_more(line: &Line) -> bool {
    let texts = [&line.parent, &line.code, &line.phone, &line.email, &line.kind, &line.sector, &line.followed_by];
    texts.iter().any(|text| !text.is_empty())
}

/// Bold letters mean something only where most names are not bold.
fn is_bold_rare(sheet: &Sheet, first: usize, columns: &[ImportField]) -> bool {
    let Some(name) = columns.iter().position(|column| *column == ImportField::Name) else { return false };
    let names: Vec<bool> =
        sheet.rows.iter().skip(first).filter_map(|row| row.cell(name)).map(|cell| cell.is_bold).collect();
    names.iter().filter(|is_bold| **is_bold).count() * 2 < names.len()
}

/// "(1) (2) (3)" or "A B 1 2 3" below the headings.
fn counts_columns(row: &Row) -> bool {
    let shown: Vec<String> = row.cells.iter().filter(|cell| !cell.is_empty()).map(Cell::shown).collect();
    let is_mark = |text: &String| {
        let inner = text.trim_matches(['(', ')']);
        inner.len() <= 2
            && !inner.is_empty()
            && (inner.bytes().all(|byte| byte.is_ascii_digit())
                || inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    let numbers: Vec<u32> = shown.iter().filter_map(|text| text.trim_matches(['(', ')']).parse().ok()).collect();
    shown.len() >= 3
        && shown.iter().all(is_mark)
        && numbers.len() >= 2
        && numbers.is_sorted_by(|one, next| next == &(one + 1))
}

/// 0 for a letter, 1 for a Roman number.
fn rank_of(mark: &str) -> Option<u8> {
    let mark = mark.trim().trim_end_matches(['.', ')', '/', '-', ':']);
    let is_roman = !mark.is_empty() && mark.len() <= 6 && mark.bytes().all(|byte| b"IVXL".contains(&byte));
    let is_letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_roman { Some(1) } else { is_letter.then_some(0) }
}

/// "I" of "I. LĐLĐ huyện Tam Đường".
fn mark_before(text: &str) -> Option<&str> {
    let (mark, _) = text.split_once(['.', ')', '/', '-', ':'])?;
    rank_of(mark).is_some().then_some(mark)
}

fn without_mark(text: &str) -> &str {
    match mark_before(text).and_then(|mark| text.get(mark.len() + 1..)) {
        Some(rest) if !rest.trim().is_empty() => rest.trim(),
        _ => text,
    }
}

/// "12. Trường …", "3) Trường …", "- Trường …" without what counts it.
fn without_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let n_digits = text.len() - rest.len();
    let unnumbered = if (1..=4).contains(&n_digits) {
        rest.strip_prefix(['.', ')', '/']).filter(|rest| rest.starts_with(' '))
    } else {
        None
    };
    let rest = unnumbered.unwrap_or(text);
    rest.trim_start_matches(['-', '+', '*', '•', '–']).trim()
}

fn whole_text(row: &Row) -> String {
    let texts: Vec<String> = row.cells.iter().map(Cell::shown).filter(|text| !text.is_empty()).collect();
    texts.join(" ").chars().take(LETTERS_OF_REST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_headings_are_told_from_names() {
        for (text, rank) in [
            ("I", Some(1)),
            ("XII.", Some(1)),
            ("A", Some(0)),
            ("B)", Some(0)),
            ("1", None),
            ("IA", None),
            ("i", None),
            ("", None),
        ] {
            assert_eq!(rank_of(text), rank, "{text:?}");
        }
        assert_eq!(without_mark("I. LĐLĐ huyện Tam Đường"), "LĐLĐ huyện Tam Đường");
        assert_eq!(without_mark("LĐLĐ huyện Tam Đường"), "LĐLĐ huyện Tam Đường");
    }

    #[test]
    fn numbers_before_names_are_dropped_and_those_within_stay() {
        for (text, name) in [
            ("1. Trường TH", "Trường TH"),
            ("12) Trường TH", "Trường TH"),
            ("- Trường TH", "Trường TH"),
            ("30.4 Square", "30.4 Square"),
            ("Trường TH số 1", "Trường TH số 1"),
            ("1", "1"),
        ] {
            assert_eq!(without_number(text), name);
        }
    }

    #[test]
    fn offices_with_units_below_are_known_by_their_names() {
        for name in [
            "LĐLĐ huyện Tam Đường",
            "Công đoàn ngành Y tế",
            "CĐ Viên chức tỉnh",
            "Liên đoàn Lao động thành phố Lai Châu",
        ] {
            assert!(names_office(name), "{name}");
        }
        for name in ["CĐCS Trường TH Bản Bo", "Khối trường học", "Các đơn vị trực thuộc", "CĐCS xã Bản Bo"]
        {
            assert!(!names_office(name), "{name}");
        }
    }
}
