//! `sotg register`, `received`, `remind`, `board`, `expected`, `except`, `due`, `late-by`, `congress`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use sotg_core::model::{Channel, LateBy, ReceivedState, ReminderChannel};

use crate::arguments::{Level, parse_day};

#[derive(Subcommand)]
pub enum Office {
    #[command(about = "Sổ nhận báo cáo của một đợt: ai phải nộp, ai đã nộp, ai trễ")]
    Register {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(long, help = "Tính theo cơ cấu tổ chức hôm nay (mặc định: cơ cấu lúc đó)")]
        today_structure: bool,
        #[arg(long, help = "Chỉ những đơn vị trễ hoặc quá hạn")]
        late: bool,
        #[arg(long, value_name = "TỆP", help = "Xuất ra tệp Excel (.xlsx)", conflicts_with = "late")]
        to: Option<PathBuf>,
    },
    #[command(about = "Ghi nhận báo cáo đã nhận của một hay nhiều đơn vị")]
    Received(Box<Received>),
    #[command(about = "Danh sách đôn đốc; viết công văn, thư điện tử; ghi lại đã đôn đốc")]
    Remind(Box<Remind>),
    #[command(about = "Bảng theo dõi: đơn vị theo đợt và giai đoạn")]
    Board {
        #[arg(long, value_name = "TỆP", help = "Xuất ra tệp Excel (.xlsx)")]
        to: Option<PathBuf>,
    },
    #[command(about = "Những việc và báo cáo mà một đơn vị phải thực hiện")]
    Expected {
        #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
        unit: String,
    },
    #[command(about = "Đặt hoặc bỏ ngoại lệ cho một đơn vị: lùi hạn, hoặc không phải thực hiện")]
    Except(Box<Except>),
    #[command(about = "Hạn của báo cáo và của từng việc theo cấp", subcommand)]
    Due(DueCommand),
    #[command(about = "Trễ tính theo ngày nào; không ghi ngày thì cho biết cách tính hiện nay")]
    LateBy {
        #[arg(value_enum, value_name = "NGÀY", help = "Ngày ký, ngày gửi hay ngày nhận")]
        day: Option<DayName>,
    },
    #[command(about = "Đại hội của các đơn vị", subcommand)]
    Congress(CongressCommand),
}

#[derive(Args)]
pub struct Received {
    #[arg(value_name = "ĐỢT")]
    pub phase: String,
    #[arg(value_name = "ĐƠN VỊ", required = true, help = "Mã của cơ quan, hoặc số trong sổ")]
    pub units: Vec<String>,
    #[arg(long, value_enum, default_value = "received", help = "Tình trạng; missing xóa ghi nhận")]
    pub state: StateName,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày nhận (mặc định: hôm nay)")]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày gửi")]
    pub sent: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày ký")]
    pub signed: Option<NaiveDate>,
    #[arg(long, value_enum, default_value = "word", help = "Hình thức gửi")]
    pub channel: ChannelName,
    #[arg(long, help = "Báo cáo không có nội dung; không được tính là đã có")]
    pub empty: bool,
    #[arg(long, value_name = "GHI CHÚ", default_value = "")]
    pub note: String,
}

#[derive(Args)]
pub struct Remind {
    #[arg(value_name = "ĐỢT")]
    pub phase: String,
    #[arg(value_name = "ĐƠN VỊ", help = "Mặc định: mọi đơn vị trễ hoặc đến hạn trong 7 ngày")]
    pub units: Vec<String>,
    #[arg(long, value_name = "TỆP", help = "Viết công văn đôn đốc ra tệp Word", requires = "until")]
    pub letter: Option<PathBuf>,
    #[arg(long, value_name = "SỐ", default_value = "", help = "Số công văn")]
    pub number: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Đề nghị gửi trước ngày")]
    pub until: Option<NaiveDate>,
    #[arg(long, value_name = "THƯ MỤC", help = "Viết thư điện tử (.eml) vào thư mục")]
    pub mails: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "CÁCH", help = "Ghi lại là đã đôn đốc bằng cách này")]
    pub record: Option<ReminderName>,
    #[arg(long, help = "Xem ai đã được đôn đốc, ngày nào, bằng cách nào", conflicts_with_all = ["letter", "mails", "record"])]
    pub done: bool,
}

#[derive(Args)]
pub struct Except {
    #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
    pub unit: String,
    #[arg(value_name = "ĐỢT")]
    pub phase: String,
    #[arg(long, value_name = "MÃ VIỆC", default_value = "", help = "Một việc; mặc định: báo cáo của đợt")]
    pub activity: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, group = "what", help = "Hạn mới")]
    pub due: Option<NaiveDate>,
    #[arg(long, group = "what", help = "Không phải thực hiện")]
    pub none: bool,
    #[arg(long, group = "what", help = "Bỏ ngoại lệ")]
    pub remove: bool,
    #[arg(long, value_name = "LÝ DO", default_value = "")]
    pub reason: String,
    #[arg(long, value_name = "CHỨC VỤ", default_value = "", help = "Người cho phép")]
    pub by: String,
    #[arg(long, value_name = "VĂN BẢN", default_value = "", help = "Văn bản cho phép")]
    pub document: String,
}

#[derive(Subcommand)]
pub enum DueCommand {
    #[command(about = "Hạn của báo cáo và các việc trong một đợt: hạn chung, và cấp nào có hạn riêng")]
    List {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(about = "Đặt hạn riêng cho mọi đơn vị của một cấp, hoặc trở lại hạn chung")]
    Set {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_enum, value_name = "CẤP")]
        level: Level,
        #[arg(long, value_name = "MÃ VIỆC", default_value = "", help = "Một việc; mặc định: báo cáo của đợt")]
        activity: String,
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, required_unless_present = "usual", help = "Hạn của cấp ấy")]
        on: Option<NaiveDate>,
        #[arg(long, conflicts_with = "on", help = "Trở lại hạn chung")]
        usual: bool,
    },
}

#[derive(Subcommand)]
pub enum CongressCommand {
    #[command(about = "Đại hội của mọi đơn vị so với hạn của từng cấp")]
    List,
    #[command(about = "Ghi điều đã biết về đại hội của một đơn vị; điều không ghi thì giữ nguyên")]
    Set(Box<CongressSet>),
}

#[derive(Args)]
pub struct CongressSet {
    #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
    pub unit: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày dự kiến")]
    pub planned: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày đã tổ chức")]
    pub held: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày bế mạc, nếu kéo dài nhiều ngày")]
    pub until: Option<NaiveDate>,
    #[arg(long, value_name = "NƠI", help = "Địa điểm")]
    pub place: Option<String>,
    #[arg(long, help = "Là đại hội điểm")]
    pub pilot: bool,
    #[arg(long, value_name = "SỐ", help = "Số đại biểu chính thức")]
    pub delegates: Option<u32>,
    #[arg(long, value_name = "KẾT QUẢ", help = "Kết quả")]
    pub result: Option<String>,
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident of $of:ident { $($variant:ident),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, ValueEnum)]
        pub enum $name { $($variant),+ }

        impl From<$name> for $of {
            fn from(name: $name) -> $of {
                match name { $($name::$variant => $of::$variant),+ }
            }
        }
    };
}
names!(
    /// As it is typed.
    StateName of ReceivedState { Missing, Received, Returned, Accepted, Withdrawn }
);
names!(
    /// As it is typed.
    ChannelName of Channel { Program, Word, Excel, Paper, Telephone }
);
names!(
    /// As it is typed.
    DayName of LateBy { Signed, Sent, Received }
);
names!(
    /// As it is typed.
    ReminderName of ReminderChannel { Chat, Email, Letter, Telephone }
);
