//! The sentences of the command line, in Vietnamese: what is wrong and what to do.

mod campaign;
mod check;
mod exchange;
mod form;
pub mod inbox;
mod names;
mod office;
mod ops;
mod pictures;
mod plan_file;
mod template;

use sotg_core::model::{EmployerSector, Keeper, Op, PlaceKind, ProgressState, ReportState, UnitLevel};
use sotg_core::{Error, ErrorCode};

pub use campaign::{campaign_change, standing};
pub use check::{cause, compared_field, finding, severity};
pub use exchange::{direction, ledger_kind};
use form::{bad_form, form_fixed, form_in_use};
pub use form::{form_place, form_rule};
use names::{form_field, thing};
use office::list_problem;
pub use office::{channel, received, reminder_channel, step};
pub use ops::op;
pub use pictures::annex;
use plan_file::{not_a_plan, plan_problem};
pub use template::template_finding;

/// What the user reads of an error.
pub fn sentence(error: &Error) -> String {
    let fields = error.fields();
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    match error.code() {
        ErrorCode::NotFound if field("what") == "book" => {
            format!(
                "Không có sổ ở {}. Hãy lập sổ bằng lệnh “sotg init”, hoặc chỉ đúng thư mục bằng --book.",
                field("id")
            )
        }
        ErrorCode::NotFound if field("what") == "plan_file" => {
            format!("Không có tệp kế hoạch {}. Tệp có thể đã bị xóa, đổi tên, hoặc USB đã rút ra.", field("id"))
        }
        ErrorCode::NotFound if field("what") == "window_program" => {
            format!("Không có {} trong thư mục của sotg. Xuất PDF cần chương trình ấy; hãy cài lại, hoặc xuất ra Word.", field("id"))
        }
        ErrorCode::NotFound if field("what") == "plan_unit" => format!(
            "Tệp kế hoạch không có đúng một đơn vị “{}”. Hãy xem danh sách bằng “sotg plan look” rồi ghi mã của đơn vị.",
            field("id")
        ),
        ErrorCode::NotFound if field("what") == "campaign_file" => {
            "Sổ chưa phát hành hoặc nhận tệp kế hoạch nào.".to_owned()
        }
        ErrorCode::NotFound => format!("Không tìm thấy {} “{}”. Hãy xem lại mã.", thing(field("what")), field("id")),
        ErrorCode::TooNew if field("what") == "plan" => format!(
            "Tệp kế hoạch {} theo dạng mới (dạng {}, chương trình này chỉ đọc được đến dạng {}). Hãy cài bản mới của chương trình.",
            field("path"),
            field("found"),
            field("known")
        ),
        ErrorCode::TooNew if field("what") == "file" => format!(
            "Tệp do phiên bản mới hơn của chương trình ghi (dạng {}, chương trình này đọc được đến dạng {}). Hãy cài bản mới của chương trình.",
            field("found"),
            field("known")
        ),
        ErrorCode::TooNew => format!(
            "Sổ {} do phiên bản mới hơn của chương trình lập ra (bản {}, chương trình này chỉ biết đến bản {}). Hãy cài bản mới của chương trình; sổ được giữ nguyên.",
            field("path"),
            field("found"),
            field("known")
        ),
        ErrorCode::Damaged => {
            format!("Tệp sổ {} bị hỏng nên không mở. Tệp được giữ nguyên; hãy lấy bản sao lưu gần nhất.", field("path"))
        }
        ErrorCode::NotABook => format!("Tệp {} không phải là sổ của chương trình. Tệp được giữ nguyên.", field("path")),
        ErrorCode::ReadOnly => {
            format!("Không ghi được vào {}. Hãy kiểm tra quyền ghi của thư mục, hoặc chọn thư mục khác.", field("path"))
        }
        ErrorCode::Busy if !field("path").is_empty() => {
            format!("Chương trình khác (có thể là Word) đang mở {}. Hãy đóng tệp đó rồi làm lại.", field("path"))
        }
        ErrorCode::Busy => "Sổ đang được chương trình khác ghi. Hãy đợi một lát rồi làm lại.".to_owned(),
        ErrorCode::DiskFull => "Ổ đĩa đã đầy. Hãy xóa bớt tệp không cần rồi làm lại; sổ được giữ nguyên.".to_owned(),
        ErrorCode::Io => format!("Không đọc hoặc ghi được {}: {error}.", field("path")),
        ErrorCode::Database => format!("Sổ báo lỗi: {error}. Dữ liệu được giữ nguyên."),
        ErrorCode::NotAPlan => {
            format!("Tệp {} {}", field("path"), not_a_plan(field("kind"), field("limit_mb")))
        }
        ErrorCode::BadPlan => format!(
            "Tệp kế hoạch {} sai ở dòng {}, mục {}: {} {}",
            field("plan"),
            field("line"),
            field("field"),
            plan_problem(field("problem")),
            field("value")
        ),
        ErrorCode::BadForm => bad_form(field),
        ErrorCode::FormFixed => form_fixed(field("form")),
        ErrorCode::FormInUse => form_in_use(field("form"), field("phase")),
        ErrorCode::NotSetUp => "Sổ chưa được lập. Hãy lập sổ bằng lệnh “sotg init”.".to_owned(),
        ErrorCode::AlreadySetUp => "Sổ đã được lập. Muốn lập sổ khác, hãy chọn thư mục khác bằng --book.".to_owned(),
        ErrorCode::Required => format!("Chưa có {}. Hãy nhập.", form_field(field("field"))),
        ErrorCode::TooLong => format!(
            "{} dài {} chữ, quá {} chữ. Hãy viết ngắn lại.",
            form_field(field("field")),
            field("length"),
            field("limit")
        ),
        ErrorCode::BadNumber => bad_number(field("text"), field("decimals")),
        ErrorCode::OutOfRange => {
            format!("{} phải từ {} đến {}.", form_field(field("field")), field("from"), field("to"))
        }
        ErrorCode::BadDate => format!("“{}” không phải là ngày. Hãy viết như 05/8/2023.", field("text")),
        ErrorCode::DatesOutOfOrder => format!("Ngày cuối ({}) trước ngày đầu ({}).", field("end"), field("start")),
        ErrorCode::DateInFuture => format!("Ngày {} chưa đến.", field("date")),
        ErrorCode::DateNeeded => {
            "Mốc dự kiến hoặc chính xác phải có ngày; nếu chưa biết, hãy chọn --unknown.".to_owned()
        }
        ErrorCode::ReasonNeeded => "Việc không áp dụng phải có lý do: --reason \"…\".".to_owned(),
        ErrorCode::FileVanished => format!("Không còn tệp {}. Hãy chọn lại tệp.", field("path")),
        ErrorCode::FileTooLarge => format!(
            "Tệp {} nặng {} MB, quá {} MB. Hãy giảm dung lượng, hoặc thêm liên kết thay cho tệp.",
            field("path"),
            field("size_mb"),
            field("limit_mb")
        ),
        ErrorCode::NotAFile => format!("{} là thư mục, không phải tệp. Hãy chọn từng tệp.", field("path")),
        ErrorCode::EvidenceChanged => format!("Minh chứng {} không còn đúng nội dung đã lưu.", field("path")),
        ErrorCode::BadAddress => {
            format!("“{}” không phải là địa chỉ web. Địa chỉ bắt đầu bằng https://.", field("text"))
        }
        ErrorCode::FigureIsReckoned => {
            format!("“{}” do chương trình tính. Hãy nhập các số thành phần (mã/phân loại).", field("indicator"))
        }
        ErrorCode::NothingToUndo => "Không còn gì để hoàn tác.".to_owned(),
        ErrorCode::NothingToRedo => "Không có gì để làm lại.".to_owned(),
        ErrorCode::TouchedLater => format!(
            "Không hoàn tác được: sau đó đã có thay đổi “{} {}”. Hãy hoàn tác thay đổi ấy trước.",
            Op::from_code(field("op")).map_or("", op),
            field("subject")
        ),
        ErrorCode::PlanActivity => {
            "Việc của kế hoạch không sửa và không xóa được; có thể đánh dấu không áp dụng.".to_owned()
        }
        ErrorCode::ActivityInUse => {
            format!("Việc “{}” đã có tiến độ, minh chứng hoặc số liệu nên không xóa được.", field("title"))
        }
        ErrorCode::LastSigner => "Phải còn ít nhất một người ký.".to_owned(),
        ErrorCode::PictureUnreadable => pictures::unreadable(field("path")),
        ErrorCode::PictureTooLarge => {
            pictures::too_large(field("path"), (field("width"), field("height")), field("limit"))
        }
        ErrorCode::TooManyPhotos => pictures::too_many(field("count"), field("limit")),
        ErrorCode::NothingToConsolidate => "Chưa có báo cáo nào có số liệu để tổng hợp. Hãy nhận báo cáo của đơn vị trước rồi chốt số liệu.".to_owned(),
        ErrorCode::PagesNotSet => {
            "Không dàn được trang của báo cáo này do lỗi ở bộ dàn trang. Báo cáo vẫn xuất được ra Word.".to_owned()
        }
        ErrorCode::BadTemplate => format!(
            "Mẫu Word {} không dùng được: {} Hãy xem tất cả bằng lệnh “sotg template check”.",
            field("path"),
            template::refusal(field("fault"), field("found"), field("paragraph"), field("text"))
        ),
        ErrorCode::ReportSent => {
            "Báo cáo đã gửi. Muốn sửa, hãy dùng “sotg report correct” và ghi lý do.".to_owned()
        }
        ErrorCode::UnitNotThere if field("on").is_empty() => {
            format!("Đơn vị “{}” chỉ có từ ngày {}. Hãy ghi ngày bắt đầu.", field("unit"), field("from"))
        }
        ErrorCode::UnitNotThere => {
            format!("Ngày {}, đơn vị “{}” chưa thành lập hoặc không còn hoạt động. Hãy ghi ngày khác hoặc chọn đơn vị khác.", field("on"), field("unit"))
        }
        ErrorCode::LaterChange => format!(
            "Đơn vị “{}” đã có thay đổi từ ngày {}. Hãy hoàn tác thay đổi ấy trước, hoặc ghi một ngày sau đó.",
            field("unit"),
            field("on")
        ),
        ErrorCode::UnitsBelow => format!(
            "Dưới “{}” còn {} đơn vị: {}. Hãy chuyển các đơn vị này đi trước, hoặc sáp nhập để chuyển cùng.",
            field("unit"),
            field("n"),
            field("names")
        ),
        ErrorCode::BelowItself => format!(
            "“{}” chính là “{}” hoặc đang thuộc đơn vị ấy. Hãy chọn đơn vị khác.",
            field("parent"),
            field("unit")
        ),
        ErrorCode::NameTaken if field("what") == "unit_kind" => {
            format!("Đã có loại đơn vị tên “{}”. Hãy ghi tên khác.", field("name"))
        }
        ErrorCode::NameTaken => {
            let parent = if field("parent").is_empty() { "đơn vị chủ sổ" } else { field("parent") };
            format!("Dưới {parent} đã có đơn vị tên “{}”. Hãy ghi tên đủ để phân biệt.", field("name"))
        }
        ErrorCode::CodeTaken => format!("Mã {} đã dùng cho “{}”. Hãy chọn mã khác.", field("code"), field("unit")),
        ErrorCode::TooDeep => format!("Cây tổ chức không được quá {} cấp. Hãy chọn đơn vị cấp trên ở cao hơn.", field("limit")),
        ErrorCode::UnitInUse => format!(
            "“{}” đã có báo cáo, đại hội, đơn vị trực thuộc hoặc thông tin khác nên không xóa được. Nếu đơn vị đã kết thúc hoạt động, hãy ghi là giải thể.",
            field("unit")
        ),
        ErrorCode::ListVanished => format!("Không có tệp {}. Hãy xem lại đường dẫn.", field("path")),
        ErrorCode::ListUnreadable => {
            format!("Không đọc được danh sách {}: {}", field("file"), list_problem(field("problem")))
        }
        ErrorCode::ListLocked => {
            format!("Tệp {} có mật khẩu. Hãy mở tệp trong Excel rồi lưu lại không có mật khẩu.", field("file"))
        }
        ErrorCode::ListTooLong => {
            format!("Danh sách {} có quá {} dòng. Hãy chia thành nhiều tệp.", field("file"), field("limit"))
        }
        ErrorCode::InboxChanged => "Các tệp đã thay đổi sau khi xem trước. Hãy xem lại rồi nhận.".to_owned(),
        ErrorCode::ListChanged => format!("Tệp {} đã thay đổi sau khi xem trước. Hãy xem lại.", field("file")),
        ErrorCode::ListUndecided => format!(
            "Còn {} dòng chưa rõ là đơn vị nào. Với mỗi dòng, hãy ghi --decide DÒNG=new hoặc --decide DÒNG=ĐƠN VỊ.",
            field("count")
        ),
        ErrorCode::BadEmail => format!("“{}” không phải là địa chỉ thư điện tử.", field("text")),
        ErrorCode::FolderUnreachable => format!(
            "Không tới được nơi lưu dữ liệu {}. Hãy cắm lại USB hoặc ổ đĩa có thư mục ấy rồi làm lại; nếu ổ đã đổi tên, dùng “sotg take THƯ MỤC”. Dữ liệu ở đó không bị đụng đến.",
            field("path")
        ),
        ErrorCode::PlaceFixed if field("kind") == "portable" => {
            "Đây là bản mang theo USB: dữ liệu luôn nằm cạnh chương trình. Muốn chuyển, hãy sao chép cả thư mục chương trình."
                .to_owned()
        }
        ErrorCode::PlaceFixed => "Sổ được chỉ định bằng --book nên không chuyển được. Hãy chạy lệnh không có --book.".to_owned(),
        ErrorCode::PlaceSame => format!("Dữ liệu đang nằm ở {} rồi. Hãy chọn thư mục khác.", field("path")),
        ErrorCode::PlaceInside => format!(
            "{} nằm trong nơi lưu hiện nay, hoặc chứa nơi lưu hiện nay. Hãy chọn thư mục ở chỗ khác.",
            field("path")
        ),
        ErrorCode::PlaceHoldsBook => format!(
            "{} đã có một sổ. Hãy chọn thư mục khác; nếu muốn dùng chính sổ ấy, dùng “sotg take”.",
            field("path")
        ),
        ErrorCode::PlaceNotEmpty => format!("{} đã có thứ khác. Hãy chọn một thư mục trống.", field("path")),
        ErrorCode::PlaceIsKept => {
            let keeper = Some(field("keeper")).filter(|name| !name.is_empty()).unwrap_or("máy khác trong mạng");
            format!(
                "{} do {keeper} giữ nên sổ dễ bị mất dữ liệu. Hãy chọn thư mục chỉ có trên máy này; nếu vẫn muốn, thêm --insist.",
                field("path")
            )
        }
        ErrorCode::NoSpace => format!(
            "Nơi mới không đủ chỗ: cần {} MB, còn trống {} MB. Hãy xóa bớt tệp ở đó hoặc chọn ổ đĩa khác.",
            field("needed_mb"),
            field("free_mb")
        ),
        ErrorCode::CopyDiffers => format!(
            "Bản sao của {} không giống bản gốc: ổ đĩa hoặc USB ấy có thể đã hỏng. Dữ liệu vẫn ở nơi cũ.",
            field("path")
        ),
        ErrorCode::FileDamaged => campaign::DAMAGED.to_owned(),
        ErrorCode::FileForged => campaign::FORGED.to_owned(),
        ErrorCode::FileOfOtherKind => campaign::of_other_kind(field("kind")),
        ErrorCode::KeyUnknown => exchange::key_unknown(field("office"), field("found"), field("known")),
        ErrorCode::FileOfOtherUnit => exchange::of_other_unit(field("unit")),
        ErrorCode::FileOfOtherCampaign => exchange::of_other_campaign(field("plan")),
        ErrorCode::FileOutdated => exchange::outdated(field("version"), field("sent")),
        ErrorCode::FileOfOtherReport => exchange::of_other_report(field("version")),
        ErrorCode::PlanOlder => campaign::older(field("version"), field("taken")),
        ErrorCode::IssuerDiffers => campaign::issuer_differs(field("issuer"), field("found"), field("taken")),
        ErrorCode::OtherPlan => campaign::other_plan(field("plan"), field("ours")),
        ErrorCode::OwnPlan => campaign::OWN.to_owned(),
        ErrorCode::CampaignNotOurs => campaign::led_by(field("issuer")),
    }
}

fn bad_number(text: &str, decimals: &str) -> String {
    let example = if decimals == "0" { "24.500" } else { "1.234,5" };
    format!("“{text}” không phải là số đúng cách viết. Hãy viết như {example}.")
}

/// Who keeps the data besides this PC, why that is a danger, and what to do.
pub fn kept(keeper: Keeper) -> String {
    let (who, how) = match keeper {
        Keeper::NetworkShare => ("nằm trên máy khác trong mạng", "Mất mạng giữa chừng, hoặc hai máy cùng mở,"),
        Keeper::OneDrive
        | Keeper::GoogleDrive
        | Keeper::Dropbox
        | Keeper::ICloud
        | Keeper::Box
        | Keeper::Nextcloud
        | Keeper::SynologyDrive => {
            (keeper.name(), "Chương trình này chép sổ khi đang ghi dở và thay bằng bản cũ của máy khác;")
        }
    };
    let place = if keeper == Keeper::NetworkShare { who.to_owned() } else { format!("do {who} đồng bộ") };
    format!(
        "CẢNH BÁO: thư mục này {place}. {how} sổ có thể hỏng hoặc mất phần vừa nhập. Hãy chuyển dữ liệu về máy này."
    )
}

/// Why the data lie where they lie.
pub fn place_kind(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Asked => "Thư mục được chỉ định bằng --book.",
        PlaceKind::Portable => "Bản mang theo: dữ liệu nằm cạnh chương trình.",
        PlaceKind::Moved => "Nơi do người dùng chọn.",
        PlaceKind::Usual => "Nơi thường dùng của máy này.",
    }
}

/// The state of an activity.
pub fn progress(state: ProgressState) -> &'static str {
    match state {
        ProgressState::NotStarted => "chưa làm",
        ProgressState::Doing => "đang làm",
        ProgressState::Done => "đã xong",
        ProgressState::NotApplicable => "không áp dụng",
    }
}

/// The level of a unit.
pub fn level(level: UnitLevel) -> &'static str {
    match level {
        UnitLevel::Province => "LĐLĐ tỉnh",
        UnitLevel::District => "LĐLĐ huyện, thành phố",
        UnitLevel::Sector => "công đoàn ngành",
        UnitLevel::PublicEmployees => "công đoàn viên chức",
        UnitLevel::Commune => "công đoàn xã, phường",
        UnitLevel::DirectGrassroots => "CĐCS trực thuộc",
        UnitLevel::Grassroots => "CĐCS",
        UnitLevel::OccupationalUnion => "nghiệp đoàn",
    }
}

/// The sector of an employer.
pub fn sector(sector: EmployerSector) -> &'static str {
    match sector {
        EmployerSector::Unknown => "chưa rõ khu vực",
        EmployerSector::State => "khu vực nhà nước",
        EmployerSector::NonState => "khu vực ngoài nhà nước",
    }
}

/// The state of a report.
pub fn report(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "đang soạn",
        ReportState::Sent => "đã gửi",
        ReportState::Received => "đã nhận",
        ReportState::Returned => "trả lại",
        ReportState::Accepted => "chấp nhận",
    }
}
