//! What can be typed after `sotg plan`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Plan {
    #[command(about = "Xuất một kế hoạch có sẵn ra tệp để gửi cho các đơn vị")]
    Export {
        #[arg(value_name = "MÃ", help = "Mã kế hoạch; xem bằng lệnh plans")]
        code: String,
        #[arg(long, value_name = "TỆP", help = "Tệp .sotg, hoặc thư mục để đặt tệp vào")]
        to: PathBuf,
    },
    #[command(
        about = "Phát hành tệp kế hoạch cho các đơn vị cấp dưới: kế hoạch, mốc, hạn, danh sách đơn vị, có chữ ký số"
    )]
    Issue {
        #[arg(long, value_name = "TỆP", help = "Tệp .sotg, hoặc thư mục để đặt tệp vào")]
        to: PathBuf,
        #[arg(long, value_name = "GHI CHÚ", default_value = "", help = "Nội dung của bản này, các đơn vị sẽ đọc thấy")]
        note: String,
    },
    #[command(about = "Xem một tệp kế hoạch do cơ quan cấp trên phát hành, và những thay đổi đối với đơn vị mình")]
    Look {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
        #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị của mình trong tệp: mã hoặc tên")]
        unit: Option<String>,
    },
    #[command(about = "Nhận một tệp kế hoạch: lập sổ từ tệp, hoặc nhận bản mới vào sổ đang dùng")]
    Take(Box<Take>),
    #[command(about = "Lưu lại nguyên vẹn tệp kế hoạch đang dùng, để gửi tiếp cho đơn vị cấp dưới")]
    Pass {
        #[arg(long, value_name = "TỆP", help = "Tệp .sotg, hoặc thư mục để đặt tệp vào")]
        to: PathBuf,
    },
    #[command(about = "Sửa kế hoạch của sổ theo một tệp mẫu (.toml, .sotg) cùng mã; các việc đã đánh dấu giữ nguyên")]
    Amend {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
    },
}

#[derive(Args)]
pub struct Take {
    #[arg(value_name = "TỆP")]
    pub file: PathBuf,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Đơn vị của mình trong tệp: mã hoặc tên; bỏ qua nếu sổ đã biết")]
    pub unit: Option<String>,
    #[arg(long, value_name = "ĐỊA DANH", help = "Khi lập sổ: địa danh ghi trước ngày tháng của văn bản")]
    pub place: Option<String>,
    #[arg(long, value_name = "CHỮ", help = "Khi lập sổ: chữ viết tắt trong ký hiệu văn bản (mặc định theo cấp)")]
    pub symbol: Option<String>,
    #[arg(long, value_name = "DÒNG", help = "Khi lập sổ: dòng quyền hạn của người ký (mặc định theo cấp)")]
    pub authority: Option<String>,
    #[arg(long, value_name = "CHỨC VỤ", default_value = "PHÓ CHỦ TỊCH", help = "Khi lập sổ: chức vụ người ký")]
    pub title: String,
    #[arg(long, value_name = "HỌ TÊN", help = "Khi lập sổ: họ tên người ký")]
    pub signer: Option<String>,
}
