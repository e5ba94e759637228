//! The words that a plan file goes with, for a chat or an e-mail. Documents and messages are always in Vietnamese.

use crate::model::CampaignPayload;
use crate::plan::Plan;
use crate::text::short_date;
use crate::timeline::document_line;

/// Three sentences: what it is, what to do with it, how to know that it is genuine.
pub(super) fn of(plan: &Plan, payload: &CampaignPayload, fingerprint: &str) -> String {
    let CampaignPayload { version, issued_on, issuer, note, .. } = payload;
    let mut message = if *version == 1 {
        format!(
            "{} gửi các đơn vị tệp kế hoạch thực hiện {}, phát hành ngày {}. Đề nghị mở tệp bằng chương trình Sổ Tuyên \
             giáo và chọn đơn vị của mình: việc phải làm, hạn và mẫu báo cáo sẽ có sẵn.",
            issuer.name,
            document_line(plan),
            short_date(*issued_on)
        )
    } else {
        format!(
            "{} gửi các đơn vị tệp kế hoạch bản {version} thực hiện {}, phát hành ngày {}, thay cho các bản trước. Đề nghị \
             mở tệp bằng chương trình Sổ Tuyên giáo, xem những thay đổi đối với đơn vị mình rồi nhận; các việc đã đánh dấu \
             vẫn giữ nguyên.",
            issuer.name,
            document_line(plan),
            short_date(*issued_on)
        )
    };
    if !note.is_empty() {
        message.push_str(&format!(" Nội dung: {}.", note.trim_end_matches('.')));
    }
    message.push_str(&format!(" Mã khóa của nơi gửi: {fingerprint}."));
    message
}
