//! What is wrong with a Word template, and where.

use sotg_core::model::{TemplateFault, TemplateFinding, TemplatePart, TemplatePlace};

/// A finding as a sentence, with its place before it.
pub fn template_finding(finding: &TemplateFinding) -> String {
    let sentence = template_fault(finding.fault, &finding.found);
    let hint = if finding.hint.is_empty() { String::new() } else { format!(" Có phải là “{}”?", finding.hint) };
    match &finding.place {
        Some(place) => format!("{}: {sentence}{hint}", self::place(place)),
        None => format!("{sentence}{hint}"),
    }
}

fn place(place: &TemplatePlace) -> String {
    let TemplatePlace { part, paragraph, text } = place;
    let part = match part {
        TemplatePart::Body => "đoạn",
        TemplatePart::Header => "đầu trang, đoạn",
        TemplatePart::Footer => "chân trang, đoạn",
        TemplatePart::Notes => "chú thích, đoạn",
    };
    format!("{part} thứ {paragraph} (“{text}”)")
}

/// What is wrong, without its place.
pub fn template_fault(fault: TemplateFault, found: &str) -> String {
    let sentence = match fault {
        TemplateFault::NotWord => "Tệp không phải là văn bản Word (.docx).",
        TemplateFault::OldWord => {
            "Tệp là Word đời cũ (.doc) hoặc có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại dạng .docx."
        }
        TemplateFault::DotFile => "Tệp là khuôn mẫu của Word (.dotx). Hãy lưu lại dạng .docx.",
        TemplateFault::Macros => "Tệp có macro nên không dùng. Hãy lưu lại dạng .docx, không kèm macro.",
        TemplateFault::TooLarge => "Tệp quá lớn (nhiều nhất 20 MB). Hãy giảm dung lượng ảnh trong mẫu.",
        TemplateFault::Unsafe if found.is_empty() => "Tệp có cấu trúc không an toàn nên không mở.",
        TemplateFault::Unsafe => return format!("Tệp có phần không an toàn (“{found}”) nên không mở."),
        TemplateFault::Broken => return format!("Phần {found} của tệp bị hỏng. Hãy mở bằng Word rồi lưu lại."),
        TemplateFault::UnknownField => return format!("không có trường “{found}”."),
        TemplateFault::OpenTag => return format!("dấu ngoặc của trường không đủ cặp ở “{found}”."),
        TemplateFault::BadTag => return format!("không hiểu được “{found}”."),
        TemplateFault::UnknownCommand => {
            return format!("mẫu không có lệnh “{found}”; chỉ dùng for, if, elif, else, endif, endfor.");
        }
        TemplateFault::UnknownFilter => {
            return format!("mẫu không có bộ lọc “{found}”; chỉ dùng upper, lower, trim, join, length, first, last.");
        }
        TemplateFault::NotAList => return format!("“{found}” không phải là danh sách nên không lặp được."),
        TemplateFault::NotAText => return format!("“{found}” không phải là chữ; hãy dùng vòng lặp để in từng dòng."),
        TemplateFault::NeverClosed => return format!("“{found}” mở mà không đóng; hãy thêm endfor hoặc endif."),
        TemplateFault::NeverOpened => return format!("“{found}” không có lệnh mở đứng trước."),
        TemplateFault::Split => {
            return format!(
                "“{found}” và lệnh mở của nó không cùng chỗ; phải ở cùng một đoạn, hoặc cùng viết {{%p %}}, hoặc cùng viết {{%tr %}} trong một bảng."
            );
        }
        TemplateFault::NotInRow => return format!("“{found}” phải đứng trong một dòng của bảng."),
        TemplateFault::LostText => {
            return format!("“{found}” đứng cùng đoạn hoặc cùng dòng với một lệnh nên sẽ không được in.");
        }
        TemplateFault::CannotFill => return format!("Điền thử không được: {found}."),
        TemplateFault::NoNumber => "Mẫu không có số của báo cáo (trường so_ky_hieu hoặc so).",
        TemplateFault::NoDay => "Mẫu không có ngày của báo cáo (trường ngay).",
        TemplateFault::NoSigner => "Mẫu không có họ tên người ký (trường nguoi_ky).",
        TemplateFault::NoSections => "Mẫu không có nội dung báo cáo (danh sách muc).",
    };
    sentence.to_owned()
}

/// The finding for which a template was refused, from the fields of the error.
pub fn refusal(fault: &str, found: &str, paragraph: &str, text: &str) -> String {
    let known = serde_json::from_value(serde_json::Value::String(fault.to_owned()));
    let sentence = known.map_or_else(|_| found.to_owned(), |fault| template_fault(fault, found));
    if paragraph.is_empty() { sentence } else { format!("đoạn thứ {paragraph} (“{text}”): {sentence}") }
}
