//! What becomes of files that units send, in words, and the sentence to send back.

use sotg_core::model::{FateReason, FileFate, InboxFile};

/// The fate in a few words.
pub fn fate(file: &InboxFile) -> &'static str {
    match file.fate {
        FileFate::New => "nhận mới",
        FileFate::Newer => "bản mới hơn",
        FileFate::Same => "đã có",
        FileFate::Older => "bản cũ hơn",
        FileFate::Draft => "bản nháp",
        FileFate::UnknownUnit => "CHƯA RÕ ĐƠN VỊ",
        FileFate::KeyChanged if file.reason == FateReason::Unsigned => "KHÔNG CÓ CHỮ KÝ",
        FileFate::KeyChanged => "KHÓA ĐÃ ĐỔI",
        FileFate::NoData => "không có dữ liệu",
        FileFate::Damaged => "hỏng",
        FileFate::Forged => "GIẢ MẠO",
        FileFate::TooNew => "phiên bản mới hơn",
        FileFate::WrongCampaign => "khác kế hoạch",
        FileFate::PlanFile => "tệp kế hoạch",
        FileFate::Return => "tệp trả lại",
        FileFate::Receipt => "biên nhận",
        FileFate::Foreign => "không phải báo cáo",
    }
}

/// Why, in a sentence; empty where there is nothing to say.
pub fn reason(file: &InboxFile) -> String {
    let field = |name: &str| file.fields.get(name).map(String::as_str).unwrap_or_default();
    match file.reason {
        FateReason::None => String::new(),
        FateReason::SameInDrop => format!("Trùng với tệp {} trong lần này.", field("other")),
        FateReason::SameAsKept => format!("Đã nhận ngày {}.", field("on")),
        FateReason::LaterKept => format!("Đã có bản {} mới hơn; bản này được giữ nhưng không tính.", field("version")),
        FateReason::Replaces => format!("Thay bản {} đang tính.", field("version")),
        FateReason::Broken => "Tệp bị cụt hoặc hỏng trên đường gửi.".to_owned(),
        FateReason::Unreadable => "Không mở được tệp: chương trình khác đang giữ, hoặc không có quyền đọc.".to_owned(),
        FateReason::TooBig => format!("Tệp lớn hơn {} MB.", field("limit_mb")),
        FateReason::Bomb => "Tệp nén bung ra quá lớn nên không mở.".to_owned(),
        FateReason::TooDeep => format!("Tệp nén lồng nhau quá {} lần.", field("limit")),
        FateReason::Locked => "Tệp có mật khẩu.".to_owned(),
        FateReason::Macro => "Tệp có macro; báo cáo của chương trình không bao giờ có.".to_owned(),
        FateReason::DataBroken => "Dữ liệu trong tệp không đọc được.".to_owned(),
        FateReason::Signature => "Chữ ký không khớp: dữ liệu đã bị thay đổi sau khi đơn vị xuất tệp.".to_owned(),
        FateReason::Format => "Tệp do phiên bản mới hơn của chương trình tạo ra; hãy nâng cấp.".to_owned(),
        FateReason::OtherPlan => format!("Thuộc kế hoạch {}.", field("plan")),
        FateReason::OtherIssuer => "Thuộc kế hoạch do cơ quan khác phát hành.".to_owned(),
        FateReason::OtherPhase => format!("Kế hoạch không có đợt {}.", field("phase")),
        FateReason::Sample => "Số liệu mẫu, không có thật.".to_owned(),
        FateReason::OwnReport => "Báo cáo của chính đơn vị mình.".to_owned(),
        FateReason::ByName => "Tệp không qua tệp kế hoạch; tên trùng một đơn vị, cần xác nhận.".to_owned(),
        FateReason::NoSuchUnit => "Không có đơn vị nào mang tên này.".to_owned(),
        FateReason::Unsigned => {
            "Đơn vị này đã gửi báo cáo có chữ ký của chương trình, còn tệp này không có chữ ký: gọi điện hỏi \
                                 đơn vị; đúng là tệp của đơn vị thì thêm --unsigned."
                .to_owned()
        }
        FateReason::OtherKey => format!("Khóa đang tin: {}; khóa trong tệp: {}.", field("known"), file.fingerprint),
        FateReason::PlainWord => "Văn bản Word không mang dữ liệu của chương trình: nhập tay được.".to_owned(),
        FateReason::PlainExcel => "Bảng Excel không phải biểu của chương trình.".to_owned(),
        FateReason::OtherKind => "Mở bằng lệnh dành cho loại tệp ấy.".to_owned(),
        FateReason::NoReport => "Không phải báo cáo.".to_owned(),
        FateReason::NotSent => "Đơn vị chưa đánh dấu đã gửi; muốn nhận, thêm --draft.".to_owned(),
    }
}

/// What can be sent back to the unit as it is; empty where nothing is asked of it.
pub fn reply(file: &InboxFile) -> String {
    let InboxFile { name, fate, .. } = file;
    let again = match fate {
        FileFate::Damaged if file.reason == FateReason::Locked => "bỏ mật khẩu rồi gửi lại",
        FileFate::Damaged => "xuất lại từ chương trình và gửi lại cả tệp",
        FileFate::Forged => "xuất lại từ chương trình, không sửa dữ liệu trong tệp, và gửi lại",
        FileFate::KeyChanged if file.reason == FateReason::Unsigned => {
            "gửi bằng chương trình như lần trước, hoặc gọi điện xác nhận tệp này đúng là của đơn vị"
        }
        FileFate::KeyChanged => "gọi điện để đối chiếu mã khóa của đơn vị",
        FileFate::TooNew => "chờ, cơ quan đang nâng cấp chương trình",
        FileFate::WrongCampaign => "mở đúng tệp kế hoạch do cơ quan gửi rồi xuất lại báo cáo",
        FileFate::NoData => "gửi tệp Word do chương trình xuất ra, không lưu lại bằng phần mềm khác",
        FileFate::UnknownUnit => "cho biết tên đơn vị theo danh sách",
        FileFate::Draft => "đánh dấu đã gửi trong chương trình rồi xuất lại",
        FileFate::Foreign => "gửi báo cáo bằng tệp Word do chương trình xuất ra",
        FileFate::New
        | FileFate::Newer
        | FileFate::Same
        | FileFate::Older
        | FileFate::PlanFile
        | FileFate::Return
        | FileFate::Receipt => return String::new(),
    };
    format!("Tệp “{name}” chưa nhận được. {} Đề nghị đơn vị {again}.", reason(file))
}
