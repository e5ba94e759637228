//! The fields of a report that a template may use. One table: the check reads it, the guide prints it, and a test holds
//! what a report really gives against it.
//!
//! Names are part of the documents that offices keep: one may be added, none may be changed or taken away.

use chrono::Datelike as _;
use serde_json::{Map, Value, json};

use crate::export::document::{Block, Inline, Paragraph, Role};
use crate::export::official::{self, SAMPLE_MARK};
use crate::model::{Annex, EvidenceKind, FigureRow, ProgressState, ReportContent, ReportedActivity};
use crate::text::{clean_line, clean_text, short_date};

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name between the braces.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What it says, for the guide.
    pub about: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text or a number.
    Text,
    /// Yes or no; only for conditions.
    Flag,
    /// A list of texts.
    Texts,
    /// A list of lines that have fields of their own.
    List(&'static [Field]),
    /// One line of such a list.
    Record(&'static [Field]),
}

const fn text(name: &'static str, about: &'static str) -> Field {
    Field { name, shape: Shape::Text, about }
}

const fn texts(name: &'static str, about: &'static str) -> Field {
    Field { name, shape: Shape::Texts, about }
}

const fn list(name: &'static str, of: &'static [Field], about: &'static str) -> Field {
    Field { name, shape: Shape::List(of), about }
}

/// Every field of a report.
pub const FIELDS: &[Field] = &[
    text("so", "Số của báo cáo: 05; chưa có số thì để khoảng trống"),
    text("ky_hieu", "Ký hiệu sau số: BC-LĐLĐ"),
    text("so_ky_hieu", "Số và ký hiệu: 05/BC-LĐLĐ"),
    text("ngay", "Ngày của báo cáo: ngày 05 tháng 8 năm 2023"),
    text("ngay_so", "Ngày của báo cáo viết bằng số: 05/8/2023; chưa có ngày thì trống"),
    text("nam", "Năm của báo cáo: 2023"),
    text("dia_danh", "Địa danh trước ngày tháng"),
    text("cap_tren", "Công đoàn cấp trên trực tiếp, chữ in hoa"),
    text("co_quan", "Đơn vị ban hành, chữ in hoa"),
    text("ten_don_vi", "Tên đơn vị, chữ thường"),
    text("loai", "Tên loại văn bản: BÁO CÁO"),
    text("trich_yeu", "Trích yếu nội dung"),
    text("dot", "Tên đợt: Đợt 1"),
    text("ten_dot", "Nội dung của đợt"),
    texts("kinh_gui", "Nơi kính gửi; nhiều nơi thì mỗi nơi có gạch đầu dòng và dấu câu"),
    texts("mo_dau", "Các đoạn mở đầu, trước mục I"),
    list("muc", SECTION, "Các mục của báo cáo theo thứ tự"),
    text("ten_so_lieu", "Tên biểu số liệu"),
    list("so_lieu", FIGURES, "Biểu số liệu, từng nhóm chỉ tiêu"),
    texts("ghi_chu_so_lieu", "Các dòng ghi chú dưới biểu số liệu"),
    text("ten_viec", "Tên danh mục việc đã làm"),
    list("viec", ACTIVITIES, "Việc đã làm và đang làm, từng nhóm"),
    list("tin_bai", LINKS, "Tin, bài, liên kết trong minh chứng của các việc"),
    text("kem_theo", "Dòng “(Kèm theo Báo cáo số … )” dưới tên phụ lục"),
    texts("noi_nhan", "Nơi nhận, mỗi nơi có gạch đầu dòng và dấu câu"),
    texts("chuc_danh", "Các dòng trên chữ ký: TM. BAN THƯỜNG VỤ, PHÓ CHỦ TỊCH"),
    text("ky_thay", "Thẩm quyền ký: TM. BAN THƯỜNG VỤ"),
    text("chuc_vu", "Chức vụ người ký: PHÓ CHỦ TỊCH"),
    text("nguoi_ky", "Họ tên người ký"),
    text("so_mau", "Dòng “SỔ MẪU…” nếu là sổ mẫu, nếu không thì trống"),
];

const SECTION: &[Field] = &[
    text("so", "Số của mục: I, 1, 2.1"),
    text("ten", "Tên mục"),
    text("cap", "Cấp của mục: 1, 2 hoặc 3"),
    text("dau_de", "Số và tên mục như báo cáo in: I. ĐẶC ĐIỂM TÌNH HÌNH"),
    texts("doan", "Các đoạn văn của mục"),
];

const FIGURES: &[Field] =
    &[text("nhom", "Tên nhóm chỉ tiêu"), list("dong", FIGURE, "Các chỉ tiêu của nhóm, gồm cả phân loại")];

const FIGURE: &[Field] = &[
    text("tt", "Số thứ tự; phân loại không có"),
    text("ten", "Tên chỉ tiêu"),
    text("don_vi", "Đơn vị tính"),
    text("trong_ky", "Số trong kỳ; không có số thì ghi rõ loại trống"),
    text("luy_ke", "Số lũy kế từ đầu chiến dịch"),
    text("chi_tieu", "Chỉ tiêu được giao; không giao thì trống"),
    text("ghi_chu", "Ước tính, chỉ tiêu giao"),
];

const ACTIVITIES: &[Field] =
    &[text("nhom", "Tên nhóm việc"), list("dong", ACTIVITY, "Các việc đã làm, đang làm của nhóm")];

const ACTIVITY: &[Field] = &[
    text("tt", "Số thứ tự"),
    text("ten", "Tên việc"),
    text("ngay", "Ngày hoàn thành, hoặc “Đang triển khai”"),
    text("minh_chung", "Minh chứng, mỗi minh chứng một dòng"),
    text("ghi_chu", "Ghi chú của việc"),
];

const LINK: [Field; 3] =
    [text("ten", "Tên tin, bài"), text("dia_chi", "Địa chỉ (https://…)"), text("viec", "Việc có tin, bài ấy")];
const LINKS: &[Field] = &LINK;

/// What a report gives for all of them.
pub fn context(content: &ReportContent) -> Value {
    let draft = &content.draft;
    let number = official::number_and_symbol(&draft.head.number, &draft.symbol);
    let signer = &draft.head.signer;
    let titles = format!("{}\n{}", clean_text(&signer.authority), clean_text(&signer.title));
    let titles: Vec<&str> = titles.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let year = draft.head.dated_on.map(|day| day.year()).or(draft.row.due_on.map(|day| day.year()));
    let (opening, sections) = sections(&official::body::blocks(content));
    let (figures_annex, activities_annex) = (annex_of(content, FIGURE_COLUMNS), annex_of(content, ACTIVITY_COLUMNS));
    let title = |annex: Option<&Annex>| annex.map(|annex| clean_line(&annex.title)).unwrap_or_default();
    json!({
        "so": number.split_once('/').map_or(number.as_str(), |(number, _)| number),
        "ky_hieu": clean_line(&draft.symbol),
        "so_ky_hieu": number,
        "ngay": official::report_day(draft),
        "ngay_so": draft.head.dated_on.map(short_date).unwrap_or_default(),
        "nam": year.map(|year| year.to_string()).unwrap_or_default(),
        "dia_danh": clean_line(&draft.place),
        "cap_tren": clean_line(&draft.superior),
        "co_quan": clean_line(&draft.issuer),
        "ten_don_vi": clean_line(&content.unit_name),
        "loai": "BÁO CÁO",
        "trich_yeu": clean_line(&draft.subject),
        "dot": draft.row.phase_name,
        "ten_dot": draft.row.phase_title,
        "kinh_gui": addressees(&draft.head.addressees),
        "mo_dau": opening,
        "muc": sections,
        "ten_so_lieu": title(figures_annex),
        "so_lieu": figures(content),
        "ghi_chu_so_lieu": figures_annex.map(|annex| annex.notes.clone()).unwrap_or_default(),
        "ten_viec": title(activities_annex),
        "viec": activities(&content.activities),
        "tin_bai": links(&content.activities),
        "kem_theo": official::belongs_to(content),
        "noi_nhan": official::dashed(&draft.head.recipients),
        "chuc_danh": titles,
        "ky_thay": clean_text(&signer.authority),
        "chuc_vu": clean_text(&signer.title),
        "nguoi_ky": clean_line(&signer.name),
        "so_mau": if content.is_sample { SAMPLE_MARK } else { "" },
    })
}

/// How many columns the annexes have that the program composes.
pub const FIGURE_COLUMNS: usize = 6;
pub const ACTIVITY_COLUMNS: usize = 4;

/// The annex of so many columns, unless the official left it out.
pub fn annex_of(content: &ReportContent, n_columns: usize) -> Option<&Annex> {
    content.annexes.iter().find(|annex| annex.columns.len() == n_columns)
}

/// One stands by itself, several are a list.
fn addressees(lines: &[String]) -> Vec<String> {
    let said: Vec<String> = lines.iter().map(|line| official::bare(line)).filter(|line| !line.is_empty()).collect();
    if said.len() > 1 { official::dashed(&said) } else { said }
}

/// Opening and sections as the official form lays them out, end mark included.
fn sections(blocks: &[Block]) -> (Vec<String>, Vec<Value>) {
    let mut opening = Vec::new();
    let mut sections: Vec<(u8, String, Vec<String>)> = Vec::new();
    for block in blocks {
        let lines = match block {
            Block::Paragraph(paragraph) => match level(paragraph.role) {
                Some(level) => {
                    sections.push((level, said(paragraph), Vec::new()));
                    continue;
                }
                None => vec![said(paragraph)],
            },
            // A table inside of a section comes row by row.
            Block::Table(table) => {
                let cell = |cell: &crate::export::document::Cell| {
                    cell.paragraphs.iter().map(said).collect::<Vec<_>>().join(" ")
                };
                table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("\t")).collect()
            }
        };
        match sections.last_mut() {
            Some((_, _, paragraphs)) => paragraphs.extend(lines),
            None => opening.extend(lines),
        }
    }
    let section = |(level, heading, paragraphs): (u8, String, Vec<String>)| {
        let (number, title) = heading.split_once(". ").unwrap_or(("", &heading));
        json!({ "so": number, "ten": title, "cap": level, "dau_de": heading, "doan": paragraphs })
    };
    (opening, sections.into_iter().map(section).collect())
}

fn level(role: Role) -> Option<u8> {
    match role {
        Role::Heading1 => Some(1),
        Role::Heading2 => Some(2),
        Role::Heading3 => Some(3),
        Role::Body | Role::Plain | Role::Title | Role::Subject => None,
    }
}

fn said(paragraph: &Paragraph) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::LineBreak => "\n".to_owned(),
        Inline::Link { text, url: _ } => text.clone(),
        Inline::PageNumber | Inline::Picture(_) => String::new(),
    };
    paragraph.runs.iter().map(|run| text(&run.inline)).collect()
}

fn figures(content: &ReportContent) -> Vec<Value> {
    let mut number = 0;
    let mut line = |row: &FigureRow| {
        let is_split = !row.split.is_empty();
        number += u32::from(!is_split);
        json!({
            "tt": if is_split { String::new() } else { number.to_string() },
            "ten": if is_split { format!("- {}", row.label) } else { row.label.clone() },
            "don_vi": row.unit, "trong_ky": row.period.printed(), "luy_ke": row.cumulative.printed(),
            "chi_tieu": row.target, "ghi_chu": row.remark(),
        })
    };
    let groups = content.draft.figures.groups.iter().filter(|group| !group.rows.is_empty());
    groups
        .map(|group| {
            let lines: Vec<Value> = group.rows.iter().filter(|row| row.is_printed()).map(&mut line).collect();
            json!({ "nhom": group.name, "dong": lines })
        })
        .collect()
}

fn activities(activities: &[ReportedActivity]) -> Vec<Value> {
    let is_told = |activity: &&ReportedActivity| match activity.state {
        ProgressState::Done | ProgressState::Doing => true,
        ProgressState::NotStarted | ProgressState::NotApplicable => false,
    };
    let mut groups: Vec<(&str, Vec<Value>)> = Vec::new();
    for (number, activity) in (1..).zip(activities.iter().filter(is_told)) {
        let evidence: Vec<String> = activity.evidence.iter().map(crate::model::Evidence::printed).collect();
        let line = json!({
            "tt": number, "ten": activity.title, "ngay": activity.finished,
            "minh_chung": evidence.join("\n"), "ghi_chu": activity.note,
        });
        match groups.last_mut() {
            Some((group, lines)) if *group == activity.group => lines.push(line),
            Some(_) | None => groups.push((&activity.group, vec![line])),
        }
    }
    groups.into_iter().map(|(group, lines)| json!({ "nhom": group, "dong": lines })).collect()
}

fn links(activities: &[ReportedActivity]) -> Vec<Value> {
    let of_activity = |activity: &ReportedActivity| -> Vec<Value> {
        let links = activity.evidence.iter().filter(|piece| piece.kind == EvidenceKind::Link);
        links.map(|link| json!({ "ten": link.title, "dia_chi": link.url, "viec": activity.title })).collect()
    };
    activities.iter().flat_map(of_activity).collect()
}

/// An invented report that gives something for every field, to try a template out.
pub fn example(fields: &[Field]) -> Value {
    let of_shape = |field: &Field| match field.shape {
        Shape::Text => json!(field.name),
        Shape::Flag => json!(true),
        Shape::Texts => json!([field.name, field.name]),
        Shape::List(fields) => json!([example(fields), example(fields)]),
        Shape::Record(fields) => example(fields),
    };
    Value::Object(fields.iter().map(|field| (field.name.to_owned(), of_shape(field))).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_letters_and_each_stands_once() {
        fn look(fields: &[Field]) {
            for (at, field) in fields.iter().enumerate() {
                assert!(field.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", field.name);
                assert!(fields[at + 1..].iter().all(|other| other.name != field.name), "{}", field.name);
                assert!(!field.about.is_empty());
                if let Shape::List(fields) = field.shape {
                    look(fields);
                }
            }
        }
        look(FIELDS);
    }
}
