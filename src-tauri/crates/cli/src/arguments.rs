//! What can be typed after `sotg`. Help is in Vietnamese: its readers are officials who help each other.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use sotg_core::model::{ProgressState, UnitLevel};

use crate::consolidation::Consolidation;
use crate::exchange::arguments::Exchange;
use crate::forms::Form;
use crate::inbox::InboxCommand;
use crate::office::arguments::Office;
use crate::plans::arguments::Plan;
use crate::units::arguments::Units;

#[derive(Parser)]
#[command(name = "sotg", version, about = "Sổ Tuyên giáo dùng từ dòng lệnh", disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(
        long,
        global = true,
        value_name = "THƯ MỤC",
        help = "Thư mục của sổ (mặc định: thư mục dữ liệu của người dùng)"
    )]
    pub book: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NGÀY", value_parser = parse_day, help = "Ngày coi là hôm nay, để làm thử")]
    pub today: Option<NaiveDate>,
    #[arg(long, global = true, help = "In ra JSON")]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    #[command(about = "Liệt kê các kế hoạch có sẵn")]
    Plans,
    #[command(
        about = "Tệp kế hoạch: kiểm tra, xuất (export), phát hành (issue), xem (look), nhận (take), gửi tiếp (pass)"
    )]
    #[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
    Plan {
        #[arg(value_name = "TỆP", required = true, help = "Tệp kế hoạch (.sotg hoặc .toml)")]
        file: Option<PathBuf>,
        #[command(subcommand)]
        command: Option<Plan>,
    },
    #[command(about = "Lập sổ mới cho một đơn vị")]
    Init(Box<Init>),
    #[command(about = "Lập sổ mẫu với số liệu không có thật: một huyện, hoặc một tỉnh với --units")]
    Sample {
        #[arg(
            long,
            requires = "to",
            conflicts_with = "units",
            help = "Huyện mẫu đã đi hết chiến dịch, đủ báo cáo ba đợt"
        )]
        whole: bool,
        #[arg(long, value_name = "SỐ", help = "Tỉnh mẫu với chừng ấy công đoàn cơ sở")]
        units: Option<u32>,
        #[arg(long, value_name = "THƯ MỤC", help = "Thư mục để đặt sổ mẫu")]
        to: Option<PathBuf>,
        #[arg(
            long,
            value_name = "THƯ MỤC",
            requires = "units",
            help = "Ghi báo cáo đợt 1 của các công đoàn cơ sở mẫu ra thư mục này, mỗi đơn vị một tệp Word"
        )]
        reports: Option<PathBuf>,
    },
    #[command(about = "Đơn vị cấp dưới", subcommand)]
    Units(Units),
    #[command(about = "Tổng quan: trễ, đến hạn, báo cáo sắp tới")]
    Status,
    #[command(about = "Liệt kê việc của một đợt")]
    List {
        #[arg(long, value_name = "ĐỢT", help = "Mã đợt: dot1, dot2, dot3 (mặc định: mọi đợt)")]
        phase: Option<String>,
        #[arg(long, help = "Chỉ những việc quá hạn")]
        late: bool,
        #[arg(long, value_name = "HÌNH THỨC", help = "Chỉ những việc có hình thức này")]
        form: Option<String>,
    },
    #[command(about = "Xem một việc")]
    Show {
        #[arg(value_name = "MÃ VIỆC")]
        code: String,
    },
    #[command(about = "Đánh dấu một hay nhiều việc")]
    Tick {
        #[arg(value_name = "MÃ VIỆC", required = true)]
        codes: Vec<String>,
        #[arg(long, value_enum, default_value = "done", help = "Trạng thái")]
        state: State,
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày xong (mặc định: hôm nay)")]
        on: Option<NaiveDate>,
        #[arg(long, value_name = "LÝ DO", default_value = "", help = "Lý do không áp dụng")]
        reason: String,
    },
    #[command(about = "Ghi chú cho một việc")]
    Note {
        #[arg(value_name = "MÃ VIỆC")]
        code: String,
        #[arg(value_name = "GHI CHÚ")]
        text: String,
    },
    #[command(about = "Thêm việc riêng của đơn vị")]
    Add(Add),
    #[command(about = "Thêm minh chứng", subcommand)]
    Evidence(Evidence),
    #[command(about = "Số liệu", subcommand)]
    Figure(Figure),
    #[command(about = "Báo cáo đợt", subcommand)]
    Report(Report),
    #[command(about = "Thể thức văn bản: mẫu theo thời gian, mẫu riêng, kiểm tra báo cáo", subcommand)]
    Form(Form),
    #[command(about = "Mẫu Word của cơ quan", subcommand)]
    Template(Template),
    #[command(about = "Mốc thời gian", subcommand)]
    Milestone(Milestone),
    #[command(flatten)]
    Office(Office),
    #[command(flatten)]
    Consolidation(Consolidation),
    #[command(about = "Xem và nhận tệp báo cáo của đơn vị cấp dưới", subcommand)]
    Inbox(InboxCommand),
    #[command(flatten)]
    Exchange(Exchange),
    #[command(about = "Nhật ký thay đổi")]
    History {
        #[arg(long, default_value_t = 20, value_name = "SỐ DÒNG")]
        limit: u32,
    },
    #[command(about = "Hoàn tác thay đổi cuối cùng")]
    Undo,
    #[command(about = "Làm lại thay đổi vừa hoàn tác")]
    Redo,
    #[command(about = "Kiểm tra sổ và minh chứng")]
    Check,
    #[command(about = "Cho biết dữ liệu đang lưu ở đâu")]
    Where,
    #[command(about = "Chuyển toàn bộ dữ liệu sang thư mục khác: sao chép, đối chiếu, rồi mới chuyển")]
    Move {
        #[arg(value_name = "THƯ MỤC", help = "Thư mục mới; nếu đã có thứ khác thì lập thư mục so-tuyen-giao trong đó")]
        to: PathBuf,
        #[arg(long, help = "Vẫn chuyển dù thư mục ấy do chương trình đồng bộ hoặc máy khác giữ")]
        insist: bool,
    },
    #[command(about = "Dùng thư mục đã có sổ: khi USB đổi tên ổ, hoặc đã tự sao chép thư mục")]
    Take {
        #[arg(value_name = "THƯ MỤC")]
        folder: PathBuf,
    },
}

#[derive(Args)]
pub struct Init {
    #[arg(
        long,
        value_name = "MÃ HOẶC TỆP",
        default_value = "383-lai-chau-2022",
        help = "Mã kế hoạch có sẵn, hoặc tệp kế hoạch (.sotg, .toml)"
    )]
    pub plan: String,
    #[arg(long, value_name = "TÊN", help = "Tên đầy đủ của đơn vị")]
    pub unit: String,
    #[arg(long, value_enum, help = "Cấp của đơn vị")]
    pub level: Level,
    #[arg(long, value_name = "TÊN", help = "Cơ quan cấp trên trực tiếp (mặc định của LĐLĐ tỉnh: Tổng LĐLĐ Việt Nam)")]
    pub superior: Option<String>,
    #[arg(long, value_name = "ĐỊA DANH", help = "Địa danh ghi trước ngày tháng của văn bản")]
    pub place: String,
    #[arg(
        long,
        value_name = "CHỮ",
        help = "Chữ viết tắt trong ký hiệu văn bản (mặc định theo cấp: LĐLĐ, CĐN, CĐCS …)"
    )]
    pub symbol: Option<String>,
    #[arg(long, value_name = "SỐ", help = "Số đoàn viên")]
    pub members: Option<u32>,
    #[arg(
        long,
        value_name = "DÒNG",
        help = "Dòng quyền hạn của người ký (mặc định theo cấp: TM. BAN THƯỜNG VỤ, TM. BAN CHẤP HÀNH)"
    )]
    pub authority: Option<String>,
    #[arg(long, value_name = "CHỨC VỤ", default_value = "PHÓ CHỦ TỊCH", help = "Chức vụ người ký")]
    pub title: String,
    #[arg(long, value_name = "HỌ TÊN", help = "Họ tên người ký")]
    pub signer: String,
}

#[derive(Args)]
pub struct Add {
    #[arg(value_name = "VIỆC CỦA KẾ HOẠCH", help = "Mã việc của kế hoạch mà việc riêng gắn vào")]
    pub attached_to: String,
    #[arg(value_name = "TÊN VIỆC")]
    pub title: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày bắt đầu")]
    pub from: NaiveDate,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Hạn xong")]
    pub due: NaiveDate,
    #[arg(long, value_name = "HÌNH THỨC", help = "Mã hình thức; có thể lặp lại")]
    pub form: Vec<String>,
}

#[derive(Subcommand)]
pub enum Evidence {
    #[command(about = "Thêm tệp")]
    Add {
        #[arg(value_name = "MÃ VIỆC")]
        code: String,
        #[arg(value_name = "TỆP", required = true)]
        files: Vec<PathBuf>,
    },
    #[command(about = "Thêm liên kết")]
    Link {
        #[arg(value_name = "MÃ VIỆC")]
        code: String,
        #[arg(value_name = "ĐỊA CHỈ")]
        url: String,
        #[arg(long, value_name = "TÊN", default_value = "")]
        title: String,
    },
}

#[derive(Subcommand)]
pub enum Figure {
    #[command(about = "Bảng số liệu của một đợt")]
    List {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(about = "Nhập số: một số như 24.500, hoặc khong-co, khong-ap-dung, xoa")]
    Set {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "CHỈ TIÊU", help = "Mã chỉ tiêu, hoặc mã/phân loại: MX01/fanpage")]
        indicator: String,
        #[arg(value_name = "SỐ", allow_hyphen_values = true)]
        value: String,
        #[arg(long, value_name = "MÃ VIỆC", help = "Số liệu của một việc, không phải của cả đợt")]
        activity: Option<String>,
        #[arg(long, help = "Số ước tính")]
        estimate: bool,
    },
}

#[derive(Subcommand)]
pub enum Report {
    #[command(about = "Các báo cáo phải nộp")]
    List,
    #[command(about = "Xem báo cáo của một đợt")]
    Show {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(
        about = "Xuất báo cáo ra tệp Word hoặc PDF; .xlsx: số liệu và danh mục việc; .zip: báo cáo kèm tệp minh chứng"
    )]
    Export {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(long, value_name = "TỆP", help = "Tệp .docx, .pdf, .xlsx hoặc .zip, hoặc thư mục để đặt tệp Word vào")]
        to: PathBuf,
        #[arg(
            long,
            value_name = "TÊN MẪU",
            help = "Mẫu Word của cơ quan; “-” là mẫu của chương trình (mặc định: mẫu đã chọn cho báo cáo)"
        )]
        template: Option<String>,
    },
    #[command(about = "Chọn mẫu Word cho báo cáo của một đợt")]
    Template {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "TÊN MẪU", help = "“-” là mẫu của chương trình")]
        template: String,
    },
    #[command(flatten)]
    Extras(crate::report_extras::Extras),
    #[command(flatten)]
    Signing(crate::signing::Signing),
}

#[derive(Subcommand)]
pub enum Template {
    #[command(about = "Kiểm tra một tệp mẫu, không giữ lại trong sổ")]
    Check {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
    },
    #[command(about = "Kiểm tra rồi giữ một tệp mẫu trong sổ; mẫu cùng tên được thay")]
    Add {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
        #[arg(long, value_name = "TÊN", default_value = "", help = "Tên mẫu (mặc định: tên tệp)")]
        name: String,
    },
    #[command(about = "Các mẫu có trong sổ")]
    List,
    #[command(about = "Bỏ một mẫu")]
    Remove {
        #[arg(value_name = "TÊN MẪU")]
        name: String,
    },
    #[command(about = "Ghi ra mẫu của chương trình để sửa bằng Word")]
    Sample {
        #[arg(long, value_name = "TỆP", help = "Tệp .docx, hoặc thư mục để đặt tệp vào")]
        to: PathBuf,
    },
}

#[derive(Subcommand)]
pub enum Milestone {
    #[command(about = "Các mốc và ngày đang dùng")]
    List,
    #[command(about = "Đặt ngày cho một mốc; những gì tính theo mốc sẽ dời theo")]
    Set {
        #[arg(value_name = "MỐC")]
        code: String,
        #[arg(value_name = "NGÀY", value_parser = parse_day, required_unless_present = "unknown")]
        on: Option<NaiveDate>,
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày cuối nếu kéo dài nhiều ngày")]
        until: Option<NaiveDate>,
        #[arg(long, help = "Mới là dự kiến")]
        expected: bool,
        #[arg(long, conflicts_with_all = ["on", "until", "expected"], help = "Chưa biết ngày")]
        unknown: bool,
        #[arg(long, value_name = "LÝ DO", default_value = "")]
        reason: String,
        #[arg(long, help = "Chỉ xem những gì sẽ dời, không ghi")]
        preview: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum State {
    NotStarted,
    Doing,
    Done,
    NotApplicable,
}

impl From<State> for ProgressState {
    fn from(state: State) -> Self {
        match state {
            State::NotStarted => ProgressState::NotStarted,
            State::Doing => ProgressState::Doing,
            State::Done => ProgressState::Done,
            State::NotApplicable => ProgressState::NotApplicable,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Level {
    Province,
    District,
    Sector,
    PublicEmployees,
    Commune,
    DirectGrassroots,
    Grassroots,
    OccupationalUnion,
}

impl From<Level> for UnitLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::Province => UnitLevel::Province,
            Level::District => UnitLevel::District,
            Level::Sector => UnitLevel::Sector,
            Level::PublicEmployees => UnitLevel::PublicEmployees,
            Level::Commune => UnitLevel::Commune,
            Level::DirectGrassroots => UnitLevel::DirectGrassroots,
            Level::Grassroots => UnitLevel::Grassroots,
            Level::OccupationalUnion => UnitLevel::OccupationalUnion,
        }
    }
}

pub fn parse_day(typed: &str) -> Result<NaiveDate, String> {
    sotg_core::text::parse_date(typed).map_err(|error| crate::words::sentence(&error))
}
