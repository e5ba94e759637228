//! Sentences about photos and annexes of a report.

use sotg_core::model::{AnnexKind, AnnexOffer};

/// A file that is no picture.
pub fn unreadable(path: &str) -> String {
    format!("Tệp {path} không phải là ảnh in được (chỉ nhận JPEG, PNG, WebP), hoặc đã hỏng. Hãy chọn ảnh khác.")
}

/// A picture that is not opened, `size` being its width and height.
pub fn too_large(path: &str, (width, height): (&str, &str), limit: &str) -> String {
    format!(
        "Ảnh {path} có {width} × {height} điểm ảnh, quá {limit} triệu điểm. Hãy thu nhỏ ảnh rồi thêm lại làm minh chứng."
    )
}

/// More photos than a report holds.
pub fn too_many(count: &str, limit: &str) -> String {
    format!("Đã chọn {count} ảnh; một báo cáo in được nhiều nhất {limit} ảnh.")
}

/// What an annex is.
pub fn annex(offer: &AnnexOffer) -> String {
    match offer.kind {
        AnnexKind::Figures => "Biểu số liệu".to_owned(),
        AnnexKind::Activities => "Danh mục việc đã làm".to_owned(),
        AnnexKind::Links => "Danh mục tin, bài, đường dẫn".to_owned(),
        AnnexKind::Chart => format!("Biểu đồ: {}", offer.title),
        AnnexKind::Photos => "Ảnh minh chứng".to_owned(),
        AnnexKind::Fingerprint => "Mã khóa của tệp ở cuối báo cáo".to_owned(),
    }
}
