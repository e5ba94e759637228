//! What the tables say, in Vietnamese as every document.

use crate::model::{Channel, LedgerDirection, LedgerKind, ProgressState, Punctuality, ReceivedState};

/// Where a report stands.
pub fn state(state: ReceivedState, has_content: bool) -> &'static str {
    match state {
        ReceivedState::Missing => "Chưa có",
        ReceivedState::Received if !has_content => "Đã nhận, không có nội dung",
        ReceivedState::Received => "Đã nhận",
        ReceivedState::Returned => "Trả lại",
        ReceivedState::Accepted if !has_content => "Chấp nhận, không có nội dung",
        ReceivedState::Accepted => "Chấp nhận",
        ReceivedState::Withdrawn => "Đơn vị rút lại",
    }
}

/// How far an activity is.
pub fn progress(state: ProgressState) -> &'static str {
    match state {
        ProgressState::NotStarted => "Chưa làm",
        ProgressState::Doing => "Đang làm",
        ProgressState::Done => "Đã xong",
        ProgressState::NotApplicable => "Không áp dụng",
    }
}

/// How it came.
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Program => "Tệp của chương trình",
        Channel::Word => "Tệp Word",
        Channel::Excel => "Tệp Excel",
        Channel::Paper => "Bản giấy",
        Channel::Telephone => "Điện thoại",
    }
}

/// How it counts; a report that is not there is overdue once its day has passed.
pub fn punctuality(punctuality: Option<Punctuality>, days_late: Option<i32>) -> &'static str {
    match (punctuality, days_late) {
        (None, _) => "Không phải nộp",
        (Some(Punctuality::OnTime), _) => "Đúng hạn",
        (Some(Punctuality::Late), _) => "Trễ",
        (Some(Punctuality::NotYet), Some(_)) => "Quá hạn",
        (Some(Punctuality::NotYet), None) => "Chưa có",
    }
}

/// Which way a file went.
pub fn direction(direction: LedgerDirection) -> &'static str {
    match direction {
        LedgerDirection::Sent => "Gửi",
        LedgerDirection::Received => "Nhận",
    }
}

/// What a file of the ledger was.
pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Campaign => "Tệp kế hoạch",
        LedgerKind::Report => "Báo cáo",
        LedgerKind::Form => "Biểu mẫu Excel",
        LedgerKind::Return => "Trả lại để sửa",
        LedgerKind::Receipt => "Biên nhận",
        LedgerKind::Forwarded => "Chuyển tiếp",
    }
}
