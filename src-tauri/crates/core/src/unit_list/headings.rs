//! The row of headings: found anywhere near the top, in any order of columns, with or without marks, in one row or two.

use super::cells::{Row, Sheet, Value};
use crate::model::ImportField;
use crate::text;

/// Rows from the top in which headings are looked for.
const ROWS_TO_LOOK_AT: usize = 30;

/// Longer texts are titles, not headings.
const WORD_LIMIT: usize = 9;

/// Where the headings are and what the columns say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headings {
    /// Index of the row in the sheet's rows; `None` without headings.
    pub at: Option<usize>,
    /// How many rows they take.
    pub n_rows: usize,
    /// As they stand, one per column.
    pub texts: Vec<String>,
    /// What each column is taken for.
    pub columns: Vec<ImportField>,
    /// The column that counts the lines, if one does.
    pub ordinal: Option<usize>,
    /// How many kinds of columns were recognised: by it a sheet is chosen.
    pub n_known: usize,
}

/// Headings as officials write them, folded. The first that fits wins.
const EXACT: [(ImportField, &[&str]); 11] = [
    (
        ImportField::Code,
        &["ma", "ma so", "ma don vi", "ma dv", "ma cdcs", "ma cd", "ma cong doan", "ma so don vi", "ky hieu"],
    ),
    (
        ImportField::Parent,
        &[
            "cap tren",
            "truc thuoc",
            "thuoc",
            "don vi quan ly",
            "don vi chu quan",
            "huyen",
            "huyen thanh pho",
            "huyen tp",
            "ldld huyen",
            "ldld huyen thanh pho",
            "ldld huyen tp",
            "thuoc ldld",
            "thuoc ldld huyen",
            "truc thuoc ldld",
        ],
    ),
    (
        ImportField::Name,
        &[
            "ten",
            "ten don vi",
            "ten dv",
            "ten cdcs",
            "ten cong doan co so",
            "cong doan co so",
            "cdcs",
            "don vi",
            "dv ten",
            "ten cong doan",
            "ten to chuc",
            "ten to chuc cong doan",
            "co quan don vi",
            "ten co quan don vi",
            "ten truong",
            "cac don vi",
            "danh sach don vi",
            "ten goi",
            "ten don vi cdcs",
            "cong doan",
            "ten cd",
            "to chuc cong doan",
        ],
    ),
    (
        ImportField::Members,
        &[
            "so dv",
            "so doan vien",
            "tong so doan vien",
            "tong so dv",
            "doan vien",
            "sl dv",
            "sldv",
            "so luong doan vien",
            "so luong dv",
            "tong doan vien",
            "dv",
            "dvcd",
            "so dvcd",
            "tong so dvcd",
            "doan vien tong so",
            "doan vien tong",
            "doan vien cong doan",
            "so doan vien cong doan",
            "doan vien cong doan tong so",
            "so luong doan vien tong so",
            "so doan vien tong so",
        ],
    ),
    (ImportField::Sector, &["khu vuc", "khu vuc kinh te", "thanh phan kinh te", "thanh phan", "nn ngoai nn"]),
    (
        ImportField::Kind,
        &[
            "loai hinh",
            "loai",
            "loai don vi",
            "loai hinh don vi",
            "loai cong doan",
            "loai hinh cong doan",
            "loai hinh cdcs",
            "cap",
            "cap cong doan",
            "cap cd",
            "khoi",
        ],
    ),
    (ImportField::Page, &["fb", "mang xa hoi", "co facebook", "trang mang xa hoi"]),
    (ImportField::FollowedBy, &["phu trach", "theo doi"]),
    (ImportField::ContactTitle, &["chuc danh", "chuc vu", "chuc danh lien he", "dau moi lien he chuc danh"]),
    (ImportField::Phone, &["sdt", "so dt", "dt", "dtdd", "di dong", "tel", "phone", "hotline", "lien he sdt"]),
    (ImportField::Email, &["e mail", "thu dien tu", "hop thu", "gmail", "mail", "hop thu dien tu"]),
];

/// Words that decide where no heading fits as a whole.
const WITHIN: [(ImportField, &[&str]); 12] = [
    (ImportField::Ignored, &["nu", "nam", "lao dong", "cnvcld", "nguoi ld", "ghi chu", "uy vien", "ngay thanh lap"]),
    (ImportField::Email, &["email", "e mail", "thu dien tu"]),
    (ImportField::Phone, &["dien thoai", "sdt", "so dt"]),
    (ImportField::Page, &["facebook", "fanpage"]),
    (ImportField::FollowedBy, &["theo doi", "phu trach"]),
    (ImportField::ContactTitle, &["chuc danh", "chuc vu"]),
    (ImportField::Code, &["ma so", "ma don vi", "ma cdcs"]),
    (ImportField::Parent, &["cap tren", "truc thuoc", "don vi quan ly"]),
    (ImportField::Members, &["doan vien", "so dv"]),
    (ImportField::Sector, &["khu vuc"]),
    (ImportField::Kind, &["loai hinh"]),
    (
        ImportField::Name,
        &["ten don vi", "ten cdcs", "ten cong doan", "ten co quan", "ten truong", "cong doan co so", "ten to chuc"],
    ),
];

/// What a heading says of its column; `None` if it says nothing known.
pub fn field_of(heading: &str) -> Option<ImportField> {
    let key = heading_key(heading);
    if key.is_empty() || key.split(' ').count() > WORD_LIMIT {
        return None;
    }
    let exact = EXACT.iter().find(|(_, texts)| texts.contains(&key.as_str()));
    let spaced = format!(" {key} ");
    let within = || WITHIN.iter().find(|(_, parts)| parts.iter().any(|part| spaced.contains(&format!(" {part} "))));
    exact.map(|(field, _)| *field).or_else(|| within().map(|(field, _)| *field))
}

/// True for the heading of the column that counts the lines.
fn is_ordinal(heading: &str) -> bool {
    matches!(heading_key(heading).as_str(), "tt" | "stt" | "so tt" | "so thu tu" | "thu tu" | "no")
}

/// Folded words without what stands in brackets: "Số đoàn viên (người)" gives "so doan vien".
fn heading_key(heading: &str) -> String {
    let mut depth = 0usize;
    let mut outside = String::with_capacity(heading.len());
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    let folded = text::fold(&outside);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Finds the headings of a sheet.
pub fn find(sheet: &Sheet) -> Headings {
    let mut best = Headings::default();
    for at in 0..sheet.rows.len().min(ROWS_TO_LOOK_AT) {
        let single = headings_at(sheet, at, 1);
        let double = is_second_row(sheet, at + 1, &single).then(|| headings_at(sheet, at, 2));
        let found = double.filter(|double| double.n_known >= single.n_known).unwrap_or(single);
        if found.n_known > best.n_known && is_convincing(&found) {
            best = found;
        }
    }
    if best.at.is_none() { without_headings(sheet) } else { best }
}

/// A name and something else, so that a title that speaks of units is not taken for headings.
fn is_convincing(headings: &Headings) -> bool {
    headings.columns.contains(&ImportField::Name) && (headings.n_known >= 2 || headings.ordinal.is_some())
}

fn headings_at(sheet: &Sheet, at: usize, n_rows: usize) -> Headings {
    let texts = texts_at(sheet, at, n_rows);
    let mut seen: Vec<ImportField> = Vec::new();
    let columns = texts.iter().map(|text| match field_of(text) {
        Some(field) if field != ImportField::Ignored && !seen.contains(&field) => {
            seen.push(field);
            field
        }
        Some(_) | None => ImportField::Ignored,
    });
    let columns = columns.collect();
    let ordinal = texts.iter().position(|text| is_ordinal(text));
    Headings { at: Some(at), n_rows, texts, columns, ordinal, n_known: seen.len() }
}

/// The headings as they stand, one per column.
pub fn texts_at(sheet: &Sheet, at: usize, n_rows: usize) -> Vec<String> {
    let rows: Vec<&Row> = sheet.rows.iter().skip(at).take(n_rows).collect();
    (0..sheet.width()).map(|column| heading_over(sheet, &rows, column)).collect()
}

/// The texts over a column, of both rows if there are two; a block over both rows says it once.
fn heading_over(sheet: &Sheet, rows: &[&Row], column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in rows {
        let part = sheet.seen(row, column).filter(|cell| cell.as_text().is_some()).map(|cell| cell.shown());
        if let Some(part) = part.filter(|part| parts.last() != Some(part)) {
            parts.push(part);
        }
    }
    parts.join(" ")
}

/// True for a row that says more about the headings above it: only texts, none of them a name, none where the row above
/// has a heading of its own that is no block.
fn is_second_row(sheet: &Sheet, at: usize, above: &Headings) -> bool {
    let (Some(row), Some(first)) = (sheet.rows.get(at), at.checked_sub(1).and_then(|at| sheet.rows.get(at))) else {
        return false;
    };
    let name = above.columns.iter().position(|field| *field == ImportField::Name);
    let own: Vec<usize> = (0..row.cells.len()).filter(|column| row.cell(*column).is_some()).collect();
    let is_part_of_heading = |column: &usize| {
        let is_text = row.cell(*column).is_some_and(|cell| cell.as_text().is_some());
        let is_under_block = sheet.merges.iter().any(|merge| {
            merge.holds(first.number, *column) && merge.right > merge.left && merge.bottom == first.number
        });
        is_text && (is_under_block || first.cell(*column).is_none())
    };
    name.is_some_and(|name| !own.contains(&name)) && !own.is_empty() && own.iter().all(is_part_of_heading)
}

/// Columns by what stands in them, for a list that begins at once.
fn without_headings(sheet: &Sheet) -> Headings {
    let mut columns = vec![ImportField::Ignored; sheet.width()];
    let counts = |test: &dyn Fn(&Value) -> bool| -> Vec<usize> {
        let in_column =
            |column| sheet.rows.iter().filter(|row| row.cell(column).is_some_and(|cell| test(&cell.value))).count();
        (0..columns.len()).map(in_column).collect()
    };
    let names = counts(
        &|value| matches!(value, Value::Text(text) if text.split_whitespace().count() >= 2 && !text.contains('@')),
    );
    let mails = counts(&|value| matches!(value, Value::Text(text) if text.contains('@') && !text.contains(' ')));
    let phones = counts(&|value| matches!(value, Value::Text(text) if super::values::phone(text).is_some()));
    let numbers = counts(&|value| super::values::number(value).is_some_and(|number| number.is_some()));
    let ordinal = (0..columns.len()).find(|column| counts_lines(sheet, *column));
    let mut take = |field, column: Option<usize>| {
        if let Some(place) =
            column.and_then(|column| columns.get_mut(column)).filter(|place| **place == ImportField::Ignored)
        {
            *place = field;
        }
    };
    take(ImportField::Name, most(&names, |_| true));
    take(ImportField::Email, most(&mails, |_| true));
    take(ImportField::Phone, most(&phones, |_| true));
    let named = most(&names, |_| true);
    take(ImportField::Members, most(&numbers, |column| Some(column) != ordinal && Some(column) != named));
    Headings { at: None, n_rows: 0, texts: Vec::new(), columns, ordinal, n_known: 0 }
}

fn most(counts: &[usize], is_allowed: impl Fn(usize) -> bool) -> Option<usize> {
    let allowed = counts.iter().enumerate().filter(|(column, count)| **count > 0 && is_allowed(*column));
    // The first of the fullest columns.
    allowed.max_by_key(|(column, count)| (**count, usize::MAX - column)).map(|(column, _)| column)
}

/// True for a column with 1, 2, 3 … in most of its rows.
fn counts_lines(sheet: &Sheet, column: usize) -> bool {
    let numbers = sheet.rows.iter().filter_map(|row| super::values::number(&row.cell(column)?.value)?);
    let numbers: Vec<u32> = numbers.collect();
    numbers.len() >= 2 && numbers.iter().zip(1..).all(|(number, expected)| *number == expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportField::*;

    #[test]
    fn headings_are_known_with_and_without_marks() {
        let cases = [
            ("Tên đơn vị", Some(Name)),
            ("TEN DON VI", Some(Name)),
            ("Tên CĐCS", Some(Name)),
            ("Đơn vị", Some(Name)),
            ("Công đoàn cấp trên", Some(Parent)),
            ("Công đoàn cấp trên trực tiếp cơ sở", Some(Parent)),
            ("Trực thuộc", Some(Parent)),
            ("Mã", Some(Code)),
            ("Mã số đơn vị", Some(Code)),
            ("Số ĐV", Some(Members)),
            ("Số đoàn viên\n(người)", Some(Members)),
            ("Tổng số đoàn viên", Some(Members)),
            ("Đoàn viên Tổng số", Some(Members)),
            ("Đoàn viên Nữ", Some(Ignored)),
            ("Loại hình", Some(Kind)),
            ("Khu vực", Some(Sector)),
            ("Facebook", Some(Page)),
            ("Có trang Facebook (x)", Some(Page)),
            ("Fanpage", Some(Page)),
            ("Điện thoại", Some(Phone)),
            ("SĐT", Some(Phone)),
            ("Email", Some(Email)),
            ("Địa chỉ e-mail", Some(Email)),
            ("Cán bộ theo dõi", Some(FollowedBy)),
            ("Ban theo dõi", Some(FollowedBy)),
            ("Chức danh", Some(ContactTitle)),
            ("TT", None),
            ("Năm thành lập", Some(Ignored)),
            ("Danh sách công đoàn cơ sở trực thuộc Liên đoàn Lao động tỉnh Lai Châu năm 2023", None),
            ("", None),
        ];
        for (heading, field) in cases {
            assert_eq!(field_of(heading), field, "{heading:?}");
        }
    }
}
