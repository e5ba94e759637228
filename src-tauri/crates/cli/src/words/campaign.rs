//! Words for plan files that an office issues.

use sotg_core::model::{CampaignChangeKind, OfferStanding};

pub const DAMAGED: &str = "Tệp bị hỏng hoặc chưa tải về hết. Hãy xin lại tệp từ nơi gửi.";
pub const FORGED: &str = "Chữ ký của tệp không đúng: nội dung đã bị sửa sau khi ký, hoặc tệp bị giả mạo. Không nhận; hãy \
                          xin lại tệp từ nơi gửi.";
pub const OWN: &str = "Tệp này do chính sổ này phát hành. Hãy gửi tệp cho các đơn vị cấp dưới.";

/// A sealed file that is no plan file.
pub fn of_other_kind(kind: &str) -> String {
    let kind = match kind {
        "report" => "tệp báo cáo",
        "return" => "tệp trả lại để sửa",
        "receipt" => "giấy biên nhận",
        "campaign" => "tệp kế hoạch; hãy dùng “sotg plan look”",
        _ => "tệp loại khác",
    };
    format!("Không mở được ở đây: đây là {kind}.")
}

pub fn older(version: &str, taken: &str) -> String {
    format!("Tệp này là bản {version}, sổ đang dùng bản {taken} mới hơn. Sổ giữ nguyên.")
}

pub fn issuer_differs(issuer: &str, found: &str, taken: &str) -> String {
    format!(
        "Tệp ghi do {issuer} phát hành nhưng ký bằng khóa {found}, khác với khóa {taken} của nơi đã phát hành kế hoạch trong \
         sổ. Không nhận; hãy gọi điện cho cơ quan cấp trên để đối chiếu."
    )
}

pub fn other_plan(plan: &str, ours: &str) -> String {
    format!("Tệp thuộc kế hoạch khác (“{plan}”); sổ này thực hiện “{ours}”.")
}

pub fn led_by(issuer: &str) -> String {
    format!(
        "Kế hoạch do {issuer} phát hành. Muốn gửi cho cấp dưới, hãy chuyển tiếp nguyên tệp đã nhận (sotg plan pass)."
    )
}

/// How a plan file stands to the book.
pub fn standing(standing: OfferStanding, taken: u32) -> String {
    match standing {
        OfferStanding::Beginning => "Chưa có sổ: nhận tệp này để lập sổ.".to_owned(),
        OfferStanding::Joining => "Sổ đang thực hiện kế hoạch này, chưa nhận tệp kế hoạch nào.".to_owned(),
        OfferStanding::Amendment => format!("Sổ đang dùng bản {taken}. Những thay đổi đối với đơn vị của bạn:"),
        OfferStanding::Same => format!("Sổ đã nhận đúng bản {taken} này rồi."),
    }
}

/// What a line of the preview speaks of.
pub fn campaign_change(kind: CampaignChangeKind) -> &'static str {
    match kind {
        CampaignChangeKind::OurUnit => "Đơn vị của bạn",
        CampaignChangeKind::ReportDue => "Hạn báo cáo",
        CampaignChangeKind::Milestone => "Mốc",
        CampaignChangeKind::ActivityNew => "Việc mới",
        CampaignChangeKind::ActivityGone => "Không còn việc",
        CampaignChangeKind::ActivityTitle => "Việc đổi tên",
        CampaignChangeKind::ActivityDue => "Hạn của việc",
        CampaignChangeKind::IndicatorNew => "Chỉ tiêu mới",
        CampaignChangeKind::IndicatorGone => "Bỏ chỉ tiêu",
        CampaignChangeKind::PlanText => "Câu chữ khác của kế hoạch",
        CampaignChangeKind::UnitNew => "Đơn vị cấp dưới mới",
        CampaignChangeKind::UnitName => "Đơn vị cấp dưới đổi tên",
        CampaignChangeKind::UnitPlace => "Đơn vị cấp dưới chuyển chỗ",
        CampaignChangeKind::UnitGone => "Không còn trong tệp (vẫn giữ trong sổ)",
    }
}
