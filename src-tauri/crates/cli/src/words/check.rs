//! What the check before signing says.

use super::form::form_rule;
use sotg_core::model::{CheckRule, ComparedField, Finding, Severity, VersionCause};

/// How bad a finding is.
pub fn severity(finding: &Finding) -> &'static str {
    match (finding.is_seen, finding.severity) {
        (true, _) => "đã xem",
        (false, Severity::MustMend) => "PHẢI SỬA",
        (false, Severity::PleaseLook) => "nên xem",
    }
}

/// The sentence of a finding.
pub fn finding(finding: &Finding) -> String {
    let field = |name: &str| finding.fields.get(name).map(String::as_str).unwrap_or_default();
    let section = || Some(field("section")).filter(|title| !title.is_empty()).unwrap_or("Đoạn mở đầu");
    match finding.rule {
        CheckRule::NumberMissing => "Chưa có số văn bản".to_owned(),
        CheckRule::NumberUsed => format!("Số {} đã dùng cho báo cáo {}", field("number"), field("phase")),
        CheckRule::DateMissing => "Chưa có ngày văn bản".to_owned(),
        CheckRule::DateInFuture => format!("Ngày văn bản {} chưa đến", field("date")),
        CheckRule::DateBeforeEnd => {
            format!("Ngày văn bản {} trước ngày kết thúc đợt {}", field("date"), field("end"))
        }
        CheckRule::PlaceMissing => "Chưa có địa danh trước ngày văn bản".to_owned(),
        CheckRule::SymbolMissing => "Chưa có chữ viết tắt của đơn vị trong ký hiệu".to_owned(),
        CheckRule::AddresseeMissing => "Chưa ghi kính gửi nơi nào".to_owned(),
        CheckRule::RecipientsMissing => "Chưa có nơi nhận".to_owned(),
        CheckRule::ArchiveMissing => "Nơi nhận chưa có dòng “Lưu: …”".to_owned(),
        CheckRule::SignerNameMissing => "Chưa có họ tên người ký".to_owned(),
        CheckRule::SignerTitleMissing => "Chưa có chức vụ người ký".to_owned(),
        CheckRule::SignerAuthorityMissing => "Chưa có dòng quyền hạn (TM. …) của người ký".to_owned(),
        CheckRule::OtherTerm => {
            format!("Ghi nhiệm kỳ {}, kế hoạch là nhiệm kỳ {}", field("found"), field("wanted"))
        }
        CheckRule::OtherCongress => format!("Ghi “{}”, kế hoạch là {}", field("found"), field("wanted")),
        CheckRule::OtherPhase => {
            format!("Nhắc đến {} trong báo cáo {}", field("found"), field("wanted"))
        }
        CheckRule::TotalDiffers => format!(
            "Ghi “{}”, số liệu {}: trong kỳ {}, lũy kế {}",
            field("found"),
            field("name"),
            field("period"),
            field("cumulative")
        ),
        CheckRule::TotalUnknown => {
            format!("Ghi “{}” nhưng chưa nhập số liệu {}", field("found"), field("name"))
        }
        CheckRule::GapLeft => format!("{}: còn chỗ chưa điền: {}", section(), field("found")),
        CheckRule::SectionEmpty => format!("{}: chưa có nội dung", section()),
        CheckRule::SectionTellsNothing => format!("{}: ghi là chưa phát sinh nội dung nào", section()),
        CheckRule::SectionOutdated => {
            format!("{}: từ khi tự viết, việc hoặc số liệu đã khác đi", section())
        }
        CheckRule::IndicatorsMissing => {
            format!("{}: {} chỉ tiêu chưa nhập: {}", field("group"), field("n"), field("names"))
        }
        CheckRule::FigureFell | CheckRule::FigureRose => format!(
            "{}: đợt trước {} {}, đợt này {}. Có đúng không?",
            field("name"),
            field("old"),
            field("unit"),
            field("new")
        ),
        CheckRule::FigureRuleBroken => {
            format!("{} (đang là {} và {})", field("because"), field("left"), field("right"))
        }
        CheckRule::ChangedSinceFrozen => format!(
            "Từ khi chốt ngày {}, {} đơn vị mới nộp, đã sửa hoặc rút báo cáo; {} số liệu tổng hợp khác đi. Báo cáo vẫn theo số đã chốt",
            field("on"),
            field("units"),
            field("figures")
        ),
        CheckRule::ActivityWithoutNote => format!("Việc chưa xong, chưa ghi chú lý do: {}", field("title")),
        CheckRule::EvidenceMissing => {
            format!("Mất tệp minh chứng {} của việc {}", field("file"), field("title"))
        }
        CheckRule::OfForm => of_form(finding),
        CheckRule::SampleReport => "Sổ mẫu: số liệu không có thật, không gửi được".to_owned(),
    }
}

fn of_form(finding: &Finding) -> String {
    let field = |name: &str| finding.fields.get(name).map(String::as_str).unwrap_or_default();
    let rule = finding.form.map_or("Chưa đúng thể thức", form_rule);
    match (field("found"), field("expected")) {
        ("", _) => rule.to_owned(),
        (found, "") => format!("{rule}: “{found}”"),
        (found, expected) => format!("{rule}: “{found}”, đúng là “{expected}”"),
    }
}

/// Why a version was made.
pub fn cause(cause: VersionCause) -> &'static str {
    match cause {
        VersionCause::First => "gửi lần đầu",
        VersionCause::Returned => "gửi lại sau khi bị trả",
        VersionCause::Corrected => "sửa báo cáo đã gửi",
    }
}

/// A field of the head.
pub fn compared_field(field: ComparedField) -> &'static str {
    match field {
        ComparedField::Number => "Số, ký hiệu",
        ComparedField::DatedOn => "Ngày văn bản",
        ComparedField::Place => "Địa danh",
        ComparedField::Superior => "Cơ quan cấp trên",
        ComparedField::Issuer => "Đơn vị",
        ComparedField::Subject => "Trích yếu",
        ComparedField::Addressees => "Kính gửi",
        ComparedField::Recipients => "Nơi nhận",
        ComparedField::Signer => "Người ký",
    }
}
