//! Words for returns, receipts, forms and the ledger.

use sotg_core::model::{LedgerDirection, LedgerKind};

pub fn key_unknown(office: &str, found: &str, known: &str) -> String {
    let before = if known.is_empty() {
        "Sổ chưa biết khóa của nơi này".to_owned()
    } else {
        format!("Khóa khác với khóa đã biết ({known})")
    };
    format!(
        "Tệp của {office} ký bằng khóa {found}. {before}. Hãy gọi điện cho nơi gửi, đọc cho nhau mã khóa; nếu đúng thì chạy lại với \
         --confirm."
    )
}

pub fn of_other_unit(unit: &str) -> String {
    format!("Tệp này gửi cho đơn vị khác: {unit}.")
}

pub fn of_other_campaign(plan: &str) -> String {
    format!("Tệp này thuộc chiến dịch khác ({plan}).")
}

pub fn outdated(version: &str, sent: &str) -> String {
    format!("Tệp này nói về bản {version} của báo cáo, đơn vị đã gửi bản {sent}. Không cần mở tệp này nữa.")
}

pub fn of_other_report(version: &str) -> String {
    format!(
        "Tệp này nói về bản {version} của một báo cáo mà sổ này chưa gửi. Hãy mở đúng sổ đã gửi báo cáo, hoặc hỏi lại nơi gửi."
    )
}

/// Which way a file went.
pub fn direction(direction: LedgerDirection) -> &'static str {
    match direction {
        LedgerDirection::Sent => "gửi ",
        LedgerDirection::Received => "nhận",
    }
}

/// What it was.
pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Campaign => "tệp kế hoạch",
        LedgerKind::Report => "báo cáo",
        LedgerKind::Form => "biểu mẫu Excel",
        LedgerKind::Return => "trả lại để sửa",
        LedgerKind::Receipt => "biên nhận",
        LedgerKind::Forwarded => "chuyển tiếp",
    }
}
