//! The preview of a list for people to read: what has to be decided first, then what would change.

use sotg_core::model::{
    ImportDifference, ImportFate, ImportField, ImportLeftOut, ImportLine, ImportPreview, ImportProblem, LegacyLetters,
};

/// The whole preview. Lines that change nothing are only counted.
pub fn preview(preview: &ImportPreview) {
    let sheet = if preview.sheet.is_empty() { String::new() } else { format!(", trang “{}”", preview.sheet) };
    println!("{}{sheet}: {} dòng", preview.file, preview.lines.len());
    println!(
        "Mới {}, thay đổi {}, giữ nguyên {}, chưa rõ {}, không nhận {}",
        preview.n_new, preview.n_changed, preview.n_unchanged, preview.n_doubtful, preview.n_refused
    );
    if let Some(letters) = preview.legacy {
        let (name, option) = match letters {
            LegacyLetters::Tcvn3 => ("TCVN3 (phông .Vn…)", "tcvn3"),
            LegacyLetters::Vni => ("VNI (phông VNI-…)", "vni"),
        };
        println!("Chữ trong tệp có vẻ là {name}. Nếu đúng, hãy thêm --convert {option}:");
        preview.legacy_examples.iter().for_each(|(before, after)| println!("    {before}  →  {after}"));
    }
    for fate in [ImportFate::Doubtful, ImportFate::Refused, ImportFate::Changed, ImportFate::New] {
        preview.lines.iter().filter(|line| line.fate == fate).for_each(line);
    }
    for rest in &preview.left_out {
        println!("    dòng {}: bỏ qua {} – {}", rest.row, left_out(rest.why), rest.text);
    }
    println!("Chưa ghi gì vào sổ. Muốn nhận, hãy thêm --accept.");
}

/// The lines that are left out when a list is accepted.
pub fn refused(preview: &ImportPreview) {
    preview.lines.iter().filter(|line| line.fate == ImportFate::Refused).for_each(line);
}

fn line(line: &ImportLine) {
    let mark = match line.fate {
        ImportFate::New => "+",
        ImportFate::Changed => "~",
        ImportFate::Unchanged => "=",
        ImportFate::Doubtful => "?",
        ImportFate::Refused => "!",
    };
    let parent = if line.parent.is_empty() { String::new() } else { format!("  ‹ {}", line.parent) };
    println!("{mark} dòng {}: {}{parent}", line.row, line.name);
    for candidate in &line.candidates {
        let parent = &candidate.parent_name;
        let below = if parent.is_empty() { String::new() } else { format!("  ‹ {parent}") };
        println!("      có thể là {} [{}]{below}, giống {}%", candidate.name, candidate.unit, candidate.likeness);
    }
    line.differences.iter().for_each(difference);
    line.problems.iter().for_each(problem);
}

fn difference(difference: &ImportDifference) {
    let shown = |value: &str| match (difference.field, value) {
        (_, "") => "(trống)".to_owned(),
        (ImportField::Page, "true") => "có".to_owned(),
        (ImportField::Page, _) => "không".to_owned(),
        (ImportField::Sector, "state") => "khu vực nhà nước".to_owned(),
        (ImportField::Sector, _) => "khu vực ngoài nhà nước".to_owned(),
        (_, value) => value.to_owned(),
    };
    println!("      {}: {} → {}", field(difference.field), shown(&difference.old), shown(&difference.new));
}

fn problem(problem: &ImportProblem) {
    let what = match problem.problem.as_str() {
        "name_missing" => "không có tên đơn vị",
        "name_twice" => "tên đã có ở dòng khác, cùng cấp trên",
        "unit_twice" => "đơn vị này đã có ở dòng khác",
        "code_twice" => "mã đã có ở dòng khác",
        "unknown_parent" => "không biết đơn vị cấp trên",
        "parent_is_itself" => "cấp trên lại nằm dưới chính đơn vị này",
        "parent_refused" => "dòng của đơn vị cấp trên không nhận được",
        "too_long" => "quá dài",
        "bad_number" => "không phải là số, bỏ trống",
        "bad_truth" => "không rõ có hay không, bỏ trống",
        "bad_sector" => "không rõ khu vực, bỏ trống",
        "unknown_kind" => "không có loại này, đoán theo tên",
        "bad_email" => "không phải là địa chỉ thư điện tử, bỏ trống",
        _ => "không hợp lệ",
    };
    let place = problem.field.map(|field| format!("{}: ", self::field(field))).unwrap_or_default();
    let value = if problem.value.is_empty() { String::new() } else { format!(" – “{}”", problem.value) };
    println!("      {place}{what}{value}");
}

fn field(field: ImportField) -> &'static str {
    match field {
        ImportField::Name => "tên",
        ImportField::Code => "mã",
        ImportField::Parent => "cấp trên",
        ImportField::Kind => "loại",
        ImportField::Members => "số đoàn viên",
        ImportField::Sector => "khu vực",
        ImportField::Page => "trang Facebook",
        ImportField::FollowedBy => "ban theo dõi",
        ImportField::ContactTitle => "chức danh liên hệ",
        ImportField::Phone => "điện thoại",
        ImportField::Email => "thư điện tử",
        ImportField::Ignored => "cột khác",
    }
}

fn left_out(why: ImportLeftOut) -> &'static str {
    match why {
        ImportLeftOut::Total => "dòng cộng",
        ImportLeftOut::Grouping => "tiêu đề nhóm",
        ImportLeftOut::Headings => "tiêu đề cột",
        ImportLeftOut::Foot => "cuối biểu",
        ImportLeftOut::OurUnit => "đơn vị chủ sổ",
    }
}
