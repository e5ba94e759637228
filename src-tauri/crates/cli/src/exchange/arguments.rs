//! `sotg return`, `receipt`, `forward`, `ledger`, `open`, `enter`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use sotg_core::model::{LedgerDirection, LedgerKind};

use crate::arguments::parse_day;
use crate::office::arguments::ChannelName;

#[derive(Subcommand)]
pub enum Exchange {
    #[command(about = "Trả lại báo cáo của một đơn vị để sửa; ghi tệp .sotg để gửi cho đơn vị")]
    Return(Box<Return>),
    #[command(about = "Biên nhận cho báo cáo của một đơn vị: một dòng để nhắn, hoặc tệp .sotg với --to")]
    Receipt {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
        unit: String,
        #[arg(long, value_name = "TỆP", help = "Tệp .sotg, hoặc thư mục để đặt tệp vào")]
        to: Option<PathBuf>,
    },
    #[command(about = "Đóng gói báo cáo của mình và nguyên tệp báo cáo của các đơn vị để gửi cấp trên")]
    Forward {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(long, value_name = "TỆP", help = "Tệp .zip")]
        to: PathBuf,
    },
    #[command(about = "Sổ gửi nhận: mọi tệp đã gửi, đã nhận")]
    Ledger(Box<Ledger>),
    #[command(about = "Mở tệp trả lại để sửa hoặc biên nhận (.sotg) do cấp trên gửi")]
    Open {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
        #[arg(long, help = "Chỉ xem, không ghi vào sổ")]
        look: bool,
        #[arg(long, help = "Đã đối chiếu mã khóa với nơi gửi")]
        confirm: bool,
    },
    #[command(about = "Nhập thay báo cáo giấy, báo cáo qua điện thoại của một đơn vị; bản quét được giữ kèm")]
    Enter(Box<Enter>),
}

#[derive(Args)]
pub struct Return {
    #[arg(value_name = "ĐỢT")]
    pub phase: String,
    #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
    pub unit: String,
    #[arg(
        long,
        value_name = "CHỈ TIÊU=GHI CHÚ",
        help = "Số liệu cần sửa: LT01=\"…\" hoặc MX01/fanpage=\"…\"; lặp lại được"
    )]
    pub figure: Vec<String>,
    #[arg(long, value_name = "MỤC=GHI CHÚ", help = "Mục báo cáo cần sửa: II.1=\"…\"; lặp lại được")]
    pub section: Vec<String>,
    #[arg(long, value_name = "VIỆC=GHI CHÚ", help = "Việc cần xem lại: III.1-1=\"…\"; lặp lại được")]
    pub activity: Vec<String>,
    #[arg(long, value_name = "GHI CHÚ", default_value = "", help = "Điều cần sửa nói chung")]
    pub note: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Đề nghị gửi lại trước ngày")]
    pub until: Option<NaiveDate>,
    #[arg(long, value_name = "TỆP", help = "Tệp .sotg, hoặc thư mục để đặt tệp vào")]
    pub to: PathBuf,
}

#[derive(Args)]
pub struct Ledger {
    #[arg(long, value_enum, help = "Chỉ chiều này")]
    pub direction: Option<DirectionName>,
    #[arg(long, value_enum, help = "Chỉ loại này")]
    pub kind: Option<KindName>,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Chỉ đơn vị này: mã của cơ quan, hoặc số trong sổ")]
    pub unit: Option<String>,
    #[arg(long, value_name = "ĐỢT")]
    pub phase: Option<String>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Từ ngày")]
    pub from: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Đến ngày")]
    pub until: Option<NaiveDate>,
    #[arg(long, value_name = "CHỮ", default_value = "", help = "Tìm trong tên đơn vị, tên tệp, ghi chú")]
    pub find: String,
    #[arg(long, value_name = "TỆP", help = "Xuất ra tệp Excel (.xlsx)")]
    pub to: Option<PathBuf>,
}

#[derive(Args)]
pub struct Enter {
    #[arg(value_name = "ĐỢT")]
    pub phase: String,
    #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
    pub unit: String,
    #[arg(long, value_name = "CHỨC DANH", help = "Chức danh người nhập thay")]
    pub by: String,
    #[arg(long, value_enum, default_value = "paper", help = "Báo cáo đến bằng cách nào")]
    pub channel: ChannelName,
    #[arg(long, value_name = "SỐ", default_value = "", help = "Số, ký hiệu văn bản")]
    pub number: String,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày của văn bản")]
    pub dated: Option<NaiveDate>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày nhận (mặc định: hôm nay)")]
    pub on: Option<NaiveDate>,
    #[arg(
        long,
        value_name = "CHỈ TIÊU=SỐ",
        help = "LT01=24.500, LT01=khong-co, LT01=khong-ap-dung; thêm ~ trước số nếu ước tính; lặp lại được"
    )]
    pub figure: Vec<String>,
    #[arg(long, value_name = "MỤC=NỘI DUNG", help = "Nội dung của một mục báo cáo; lặp lại được")]
    pub text: Vec<String>,
    #[arg(long, value_name = "MÃ VIỆC", help = "Việc đã xong; lặp lại được")]
    pub done: Vec<String>,
    #[arg(long, value_name = "TỆP", help = "Bản quét hoặc ảnh chụp của báo cáo")]
    pub scan: Option<PathBuf>,
}

/// As it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub enum DirectionName {
    Sent,
    Received,
}

impl From<DirectionName> for LedgerDirection {
    fn from(name: DirectionName) -> LedgerDirection {
        match name {
            DirectionName::Sent => LedgerDirection::Sent,
            DirectionName::Received => LedgerDirection::Received,
        }
    }
}

/// As it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub enum KindName {
    Campaign,
    Report,
    Form,
    Return,
    Receipt,
    Forwarded,
}

impl From<KindName> for LedgerKind {
    fn from(name: KindName) -> LedgerKind {
        match name {
            KindName::Campaign => LedgerKind::Campaign,
            KindName::Report => LedgerKind::Report,
            KindName::Form => LedgerKind::Form,
            KindName::Return => LedgerKind::Return,
            KindName::Receipt => LedgerKind::Receipt,
            KindName::Forwarded => LedgerKind::Forwarded,
        }
    }
}
