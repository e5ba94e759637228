//! The official form in Vietnamese: its fields, its rules, the places of a report.

use sotg_core::model::{FormPlace, FormRule};

use super::plan_file::plan_problem;

/// What is wrong with a form, by its file or as it was typed.
pub fn bad_form<'a>(field: impl Fn(&str) -> &'a str) -> String {
    let line = Some(field("line")).filter(|line| !line.is_empty());
    let at = line.map_or(String::new(), |line| format!("dòng {line}, "));
    let problem = plan_problem(field("problem"));
    format!("Mẫu thể thức {} sai ở {at}mục {}: {problem} {}", field("form"), field("field"), field("value"))
}

/// A form of the program is to be changed.
pub fn form_fixed(form: &str) -> String {
    format!(
        "Mẫu thể thức {form} có sẵn trong chương trình nên không sửa và không xóa được. Hãy lập mẫu riêng với mã khác."
    )
}

/// A form that a report was set to is to be removed.
pub fn form_in_use(form: &str, phase: &str) -> String {
    format!("Báo cáo {phase} đang dùng mẫu “{form}”. Hãy chọn mẫu khác cho báo cáo ấy trước.")
}

/// A field of a form, as the middle of a sentence.
pub fn form_field_name(field: &str) -> &'static str {
    match field {
        "margins.top" => "lề trên (mm)",
        "margins.bottom" => "lề dưới (mm)",
        "margins.left" => "lề trái (mm)",
        "margins.right" => "lề phải (mm)",
        "text.gap" => "khoảng cách giữa các đoạn (pt)",
        "text.line" => "giãn dòng (%)",
        "sizes.country" => "cỡ chữ Quốc hiệu",
        "sizes.motto" => "cỡ chữ Tiêu ngữ",
        "sizes.superior" => "cỡ chữ tên cơ quan cấp trên",
        "sizes.issuer" => "cỡ chữ tên cơ quan ban hành",
        "sizes.number" => "cỡ chữ số, ký hiệu",
        "sizes.place" => "cỡ chữ địa danh, ngày tháng",
        "sizes.title" => "cỡ chữ tên loại văn bản",
        "sizes.subject" => "cỡ chữ trích yếu",
        "sizes.letter_subject" => "cỡ chữ trích yếu công văn",
        "sizes.addressee" => "cỡ chữ Kính gửi",
        "sizes.body" => "cỡ chữ nội dung",
        "sizes.signature" => "cỡ chữ phần ký",
        "sizes.recipients_label" => "cỡ chữ “Nơi nhận”",
        "sizes.recipients" => "cỡ chữ các dòng nơi nhận",
        "sizes.annex_word" => "cỡ chữ “Phụ lục”",
        "sizes.annex_title" => "cỡ chữ tên phụ lục",
        "sizes.annex_note" => "cỡ chữ dòng “Kèm theo”",
        "sizes.table" => "cỡ chữ trong bảng",
        "sizes.page_number" => "cỡ chữ số trang",
        _ => "nội dung",
    }
}

/// What a rule of the form wants, as a sentence.
pub fn form_rule(rule: FormRule) -> &'static str {
    match rule {
        FormRule::SuperiorMissing => "Chưa có tên cơ quan cấp trên trực tiếp",
        FormRule::NumberZero => "Số văn bản nhỏ hơn 10 có một số 0 ở trước, số khác không có số 0 ở trước",
        FormRule::NumberForm => "Số văn bản là chữ số Ả Rập",
        FormRule::SymbolSpaces => "Trong số, ký hiệu không có dấu cách trước và sau dấu “/”, dấu “-”",
        FormRule::SymbolCapitals => "Chữ viết tắt trong ký hiệu viết hoa",
        FormRule::SymbolType => "Ký hiệu của báo cáo bắt đầu bằng BC",
        FormRule::DateZero => "Ngày nhỏ hơn 10 và tháng 1, tháng 2 có số 0 ở trước; tháng khác thì không",
        FormRule::PlaceCapital => "Địa danh viết hoa chữ cái đầu",
        FormRule::SubjectReference => "Trích yếu của báo cáo không ghi “V/v”",
        FormRule::SubjectStop => "Cuối trích yếu không có dấu câu",
        FormRule::AddresseeMissing => "Báo cáo gửi cấp trên phải có “Kính gửi”",
        FormRule::AsAboveMissing => "Có “Kính gửi” thì Nơi nhận phải có “Như trên”",
        FormRule::FiledMissing => "Dòng cuối của Nơi nhận bắt đầu bằng “Lưu:”",
        FormRule::FiledNotLast => "Dòng “Lưu:” đứng cuối cùng trong Nơi nhận",
        FormRule::AuthorityForm => {
            "Quyền hạn, chức vụ người ký viết chữ in hoa, chữ tắt có dấu chấm (TM., KT., TL., TUQ., Q.)"
        }
        FormRule::ActingLine => "Dòng “KT. CHỦ TỊCH” không đúng với mẫu thể thức đang dùng",
        FormRule::SignerHonours => "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
        FormRule::EndMark => "Dấu “./.” chỉ đặt ở cuối nội dung",
        FormRule::HeadingNumber => "Số thứ tự của đề mục chưa liên tục",
        FormRule::ClauseLetters => "Viết “điểm a khoản 2 Điều 5”",
        FormRule::HolidayLetters => "Tên ngày lễ, ngày kỷ niệm viết hoa theo quy định",
        FormRule::CitationIncomplete => {
            "Viện dẫn lần đầu phải đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu"
        }
        FormRule::AnnexTitle => "Phụ lục phải có tên",
    }
}

/// A place in a report.
pub fn form_place(place: &FormPlace) -> String {
    match place {
        FormPlace::Superior => "Cơ quan cấp trên".to_owned(),
        FormPlace::Issuer => "Cơ quan ban hành".to_owned(),
        FormPlace::Number => "Số, ký hiệu".to_owned(),
        FormPlace::Place => "Địa danh".to_owned(),
        FormPlace::Subject => "Trích yếu".to_owned(),
        FormPlace::Addressee { index } => format!("Kính gửi, dòng {}", index + 1),
        FormPlace::Section { code } => format!("Mục {code}"),
        FormPlace::Recipient { index } => format!("Nơi nhận, dòng {}", index + 1),
        FormPlace::Signer => "Người ký".to_owned(),
        FormPlace::Annex { index } => format!("Phụ lục {}", index + 1),
    }
}
