//! Words of the office that collects.

use sotg_core::model::{Channel, ReceivedState, ReminderChannel};

/// Where a report stands.
pub fn received(state: ReceivedState) -> &'static str {
    match state {
        ReceivedState::Missing => "chưa có",
        ReceivedState::Received => "đã nhận",
        ReceivedState::Returned => "trả lại",
        ReceivedState::Accepted => "chấp nhận",
        ReceivedState::Withdrawn => "đơn vị rút lại",
    }
}

/// How a report came.
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Program => "tệp của chương trình",
        Channel::Word => "Word",
        Channel::Excel => "Excel",
        Channel::Paper => "bản giấy",
        Channel::Telephone => "điện thoại",
    }
}

/// How somebody was reminded, after the verb.
pub fn reminder_channel(channel: ReminderChannel) -> &'static str {
    match channel {
        ReminderChannel::Chat => "bằng tin nhắn",
        ReminderChannel::Email => "bằng thư điện tử",
        ReminderChannel::Letter => "bằng công văn",
        ReminderChannel::Telephone => "bằng điện thoại",
    }
}

/// The step of a reminder, in days after the due day.
pub fn step(days: i32) -> String {
    match days {
        ..0 => format!("bước −{} ngày", -days),
        0 => "bước đến hạn".to_owned(),
        1.. => format!("bước +{days} ngày"),
    }
}

/// What is wrong with a list of units.
pub fn list_problem(problem: &str) -> &'static str {
    match problem {
        "too_big" => "nội dung quá lớn so với một danh sách đơn vị. Hãy chép phần danh sách sang một tệp mới.",
        "word" => "đây là tài liệu Word. Hãy chép bảng sang Excel rồi lưu thành tệp .xlsx.",
        "unknown_kind" => "đây không phải là tệp .xlsx, .xls, .ods hoặc .csv.",
        "no_rows" => "tệp không có dòng nào.",
        "no_names" => "không nhận ra cột tên đơn vị. Hãy đặt tiêu đề cột là “Tên đơn vị”.",
        _ => "tệp bị hỏng hoặc chưa tải về hết. Hãy xin lại tệp, hoặc mở trong Excel rồi lưu lại.",
    }
}
