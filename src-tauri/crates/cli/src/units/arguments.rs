//! `sotg units …`

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use sotg_core::model::{EmployerSector, LegacyLetters};

use crate::arguments::{Level, parse_day};

#[derive(Subcommand)]
pub enum Units {
    #[command(about = "Cây đơn vị cấp dưới ở một ngày")]
    Tree {
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày xem (mặc định: hôm nay)")]
        on: Option<NaiveDate>,
    },
    #[command(about = "Xem một đơn vị: thông tin, liên hệ, lịch sử")]
    Show {
        #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
        unit: String,
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày xem (mặc định: hôm nay)")]
        on: Option<NaiveDate>,
    },
    #[command(about = "Nhật ký của một đơn vị: báo cáo, đôn đốc, ngoại lệ, đại hội, thay đổi tổ chức")]
    History {
        #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
        unit: String,
        #[arg(long, value_name = "SỐ", default_value_t = 50, help = "Nhiều nhất bao nhiêu dòng, mới nhất trước")]
        limit: u32,
    },
    #[command(about = "Thêm đơn vị")]
    Add(Box<Add>),
    #[command(about = "Sửa thông tin của đơn vị; điều không ghi thì giữ nguyên")]
    Edit {
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
        #[command(flatten)]
        facts: Facts,
        #[arg(long, help = PREVIEW)]
        preview: bool,
    },
    #[command(about = "Nhập danh sách đơn vị từ tệp .xlsx, .xls, .ods, .csv; không có --accept thì chỉ xem trước")]
    Import(Box<Import>),
    #[command(about = "Đổi tên hoặc loại từ một ngày, hay sửa tên viết sai")]
    Rename(Box<Rename>),
    #[command(flatten)]
    Change(Change),
    #[command(about = "Xóa đơn vị thêm nhầm; đơn vị có thật thì dùng close")]
    Remove {
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
    },
    #[command(about = "Các loại đơn vị")]
    Kinds,
    #[command(about = "Thêm hoặc sửa một loại đơn vị")]
    Kind {
        #[arg(value_name = "TÊN")]
        name: String,
        #[arg(
            long,
            value_enum,
            help = "Cấp mà các quy định áp dụng; đổi cấp thì mọi đơn vị thuộc loại này đổi theo, ở mọi ngày"
        )]
        level: Level,
        #[arg(long, value_name = "MÃ", default_value = "", help = "Mã loại đã có, để sửa; bỏ trống để thêm")]
        code: String,
        #[arg(long, help = PREVIEW)]
        preview: bool,
    },
}

/// What has a day, beside another name or kind.
#[derive(Subcommand)]
pub enum Change {
    #[command(about = "Chuyển về đơn vị cấp trên khác")]
    Move {
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
        #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị cấp trên mới (mặc định: trực tiếp đơn vị chủ sổ)")]
        below: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    #[command(about = "Giải thể: ngày ghi là ngày đầu tiên không còn đơn vị")]
    Close {
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
        #[command(flatten)]
        day: Day,
    },
    #[command(about = "Sáp nhập; các đơn vị bên dưới chuyển theo")]
    Merge {
        #[arg(value_name = "ĐƠN VỊ", required = true, help = "Các đơn vị kết thúc")]
        units: Vec<String>,
        #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị nhận")]
        into: String,
        #[command(flatten)]
        day: Day,
    },
    #[command(about = "Chia tách: lập đơn vị mới từ một đơn vị")]
    Split {
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
        #[arg(long, value_name = "TÊN", required = true, help = "Tên đơn vị mới; lặp lại cho từng đơn vị")]
        part: Vec<String>,
        #[arg(long, value_name = "LOẠI", help = "Mã loại của đơn vị mới (mặc định: như đơn vị cũ)")]
        kind: Option<String>,
        #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị cấp trên (mặc định: như đơn vị cũ)")]
        below: Option<String>,
        #[arg(long, help = "Đơn vị cũ vẫn hoạt động")]
        keep: bool,
        #[command(flatten)]
        day: Day,
    },
}

const PREVIEW: &str = "Chỉ xem việc phải làm thay đổi ra sao, không ghi vào sổ";
const ON: &str = "Ngày thay đổi có hiệu lực";
const DOCUMENT: &str = "Văn bản quyết định";

#[derive(Args)]
pub struct Day {
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = ON)]
    pub on: NaiveDate,
    #[arg(long, value_name = "VĂN BẢN", default_value = "", help = DOCUMENT)]
    pub document: String,
}

#[derive(Args)]
pub struct Rename {
    #[arg(value_name = "ĐƠN VỊ")]
    pub unit: String,
    #[arg(value_name = "TÊN MỚI")]
    pub name: String,
    #[arg(long, value_name = "LOẠI", help = "Mã loại mới (mặc định: như cũ)")]
    pub kind: Option<String>,
    #[arg(long, help = "Sửa chỗ viết sai, không phải đổi tên", conflicts_with_all = ["on", "document"])]
    pub correct: bool,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, required_unless_present = "correct", help = ON)]
    pub on: Option<NaiveDate>,
    #[arg(long, value_name = "VĂN BẢN", default_value = "", help = DOCUMENT)]
    pub document: String,
    #[arg(long, help = PREVIEW)]
    pub preview: bool,
}

#[derive(Args)]
pub struct Add {
    #[arg(value_name = "TÊN")]
    pub name: String,
    #[arg(long, value_name = "LOẠI", help = "Mã loại: xem “sotg units kinds”")]
    pub kind: String,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị cấp trên (mặc định: trực tiếp đơn vị chủ sổ)")]
    pub below: Option<String>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày thành lập (mặc định: có từ trước)")]
    pub from: Option<NaiveDate>,
    #[command(flatten)]
    pub facts: Facts,
}

#[derive(Args)]
pub struct Import {
    #[arg(value_name = "TỆP")]
    pub file: PathBuf,
    #[arg(long, value_name = "TRANG TÍNH", help = "Tên trang tính (mặc định: trang có tiêu đề cột rõ nhất)")]
    pub sheet: Option<String>,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị cấp trên cho những dòng không ghi (mặc định: đơn vị chủ sổ)")]
    pub below: Option<String>,
    #[arg(long, value_name = "LOẠI", help = "Mã loại cho những dòng không ghi: xem “sotg units kinds”")]
    pub kind: Option<String>,
    #[arg(long, value_enum, value_name = "BẢNG MÃ", help = "Chuyển chữ của phông cũ sang Unicode")]
    pub convert: Option<Letters>,
    #[arg(long, value_name = "DÒNG=new|ĐƠN VỊ", value_parser = parse_decision, help = "Dòng chưa rõ là đơn vị mới hay đơn vị đã có; có thể lặp lại")]
    pub decide: Vec<Decision>,
    #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày bắt đầu có các đơn vị mới, đổi tên, chuyển cấp trên (mặc định: có từ trước)")]
    pub on: Option<NaiveDate>,
    #[arg(long, help = "Nhận vào sổ; một lần hoàn tác bỏ được tất cả")]
    pub accept: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Letters {
    Tcvn3,
    Vni,
}

impl From<Letters> for LegacyLetters {
    fn from(letters: Letters) -> Self {
        match letters {
            Letters::Tcvn3 => LegacyLetters::Tcvn3,
            Letters::Vni => LegacyLetters::Vni,
        }
    }
}

/// What a doubtful line is.
#[derive(Clone)]
pub struct Decision {
    pub row: u32,
    /// `None`: a new unit.
    pub unit: Option<String>,
}

fn parse_decision(typed: &str) -> Result<Decision, String> {
    let parts = typed.split_once('=').and_then(|(row, unit)| Some((row.trim().parse().ok()?, unit.trim())));
    match parts {
        Some((row, "new")) => Ok(Decision { row, unit: None }),
        Some((row, unit)) if !unit.is_empty() => Ok(Decision { row, unit: Some(unit.to_owned()) }),
        Some(_) | None => Err("hãy viết như 12=new hoặc 12=TD-001".to_owned()),
    }
}

#[derive(Args)]
pub struct Facts {
    #[arg(long, value_name = "MÃ", help = "Mã của cơ quan cho đơn vị")]
    pub code: Option<String>,
    #[arg(long, value_name = "SỐ", help = "Số đoàn viên")]
    pub members: Option<u32>,
    #[arg(long, value_enum, help = "Khu vực nhà nước hay ngoài nhà nước")]
    pub sector: Option<Sector>,
    #[arg(long, value_name = "true|false", help = "Có trang Facebook không")]
    pub page: Option<bool>,
    #[arg(long, value_name = "BAN", help = "Ban theo dõi đơn vị")]
    pub followed_by: Option<String>,
    #[arg(long, value_name = "CHỨC DANH;ĐIỆN THOẠI;THƯ", help = "Liên hệ; lặp lại nếu có nhiều")]
    pub contact: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Sector {
    Unknown,
    State,
    NonState,
}

impl From<Sector> for EmployerSector {
    fn from(sector: Sector) -> Self {
        match sector {
            Sector::Unknown => EmployerSector::Unknown,
            Sector::State => EmployerSector::State,
            Sector::NonState => EmployerSector::NonState,
        }
    }
}
