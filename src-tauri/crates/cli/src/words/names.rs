//! Names of things and of fields, as they stand inside of a sentence.

use super::form::form_field_name;

/// What was looked for.
pub fn thing(what: &str) -> &'static str {
    match what {
        "activity" => "việc",
        "inbox_file" => "tệp",
        "folder" => "thư mục",
        "key" => "khóa mới của đơn vị",
        "phase" => "đợt",
        "plan" => "kế hoạch",
        "form" => "hình thức",
        "indicator" => "chỉ tiêu",
        "split" => "phân loại",
        "milestone" => "mốc",
        "evidence" => "minh chứng",
        "signer" => "người ký",
        "section" => "mục báo cáo",
        "version" => "bản đã gửi",
        "consolidation" => "bản chốt số liệu của đợt",
        "received_file" => "tệp đã nhận",
        "finding" => "kết quả kiểm tra",
        "annex" => "phụ lục",
        "chart" => "biểu đồ",
        "sheet" => "trang tính",
        "unit" => "đơn vị",
        "unit_kind" => "loại đơn vị",
        "official_form" => "mẫu thể thức",
        "template" => "mẫu Word",
        "report" => "báo cáo đã nhận của",
        "file" => "tệp của đơn vị số",
        "place" => "chỗ cần sửa",
        "excel_form" => "biểu mẫu của chương trình trong tệp",
        _ => "mục",
    }
}

/// A field of a form.
pub fn form_field(field: &str) -> &'static str {
    match field {
        "name" => "tên",
        "signer.name" => "họ tên người ký",
        "signer.title" => "chức vụ người ký",
        "signer.authority" => "dòng quyền hạn của người ký",
        "superior" => "cơ quan cấp trên",
        "place" => "địa danh",
        "symbol" => "chữ viết tắt",
        "title" => "tên gọi",
        "authority" => "dòng quyền hạn",
        "note" => "ghi chú",
        "reason" => "lý do",
        "explanation" => "giải thích",
        "number" => "số văn bản",
        "days_after_end" => "số ngày sau khi kết thúc đợt",
        "on" | "until" => "ngày",
        "code" => "mã đơn vị",
        "followed_by" => "ban theo dõi",
        "contact.title" => "chức danh liên hệ",
        "contact.phone" => "điện thoại",
        "contact.email" => "thư điện tử",
        "document" => "văn bản",
        "units" | "unit" => "đơn vị",
        "parts" => "đơn vị mới",
        "mark" => "nội dung cần sửa",
        "entered_for" => "chức danh người nhập thay (--by)",
        "figures" => "số liệu, nội dung hoặc việc đã làm",
        field => form_field_name(field),
    }
}
