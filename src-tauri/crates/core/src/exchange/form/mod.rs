//! The Excel form for a unit that does not have the program: written for it, filled in by hand, read back with tolerance.
//!
//! Every row that is filled in has a hidden code, and a hidden sheet says whose form it is. People sort rows, insert columns,
//! rename sheets and save the file in other programs: what is left of codes and names is enough. Nobody signs a form.

mod amount;
mod codes;
mod columns;
mod make;
mod read;
mod rows;
mod saved;
mod sheet;
mod sums;
mod write;

pub use read::{FormContent, read};

/// The format of forms that this program writes, and the newest that it reads.
pub const FORM_FORMAT: u32 = 1;

/// Headings of the columns that are filled in or found again, folded words first among them.
mod heading {
    pub const FIGURE: &str = "Số liệu";
    pub const ESTIMATE: &str = "Ước tính";
    pub const INDICATOR: &str = "Chỉ tiêu";
    pub const MEASURE: &str = "Đơn vị tính";
    pub const NUMBER: &str = "TT";
    pub const ACTIVITY: &str = "Việc";
    pub const DUE: &str = "Hạn";
    pub const STATE: &str = "Tình trạng";
    pub const DONE_ON: &str = "Ngày xong";
    pub const REASON: &str = "Lý do (nếu không áp dụng)";
    pub const SECTION: &str = "Mục";
    pub const TEXT: &str = "Nội dung";
}
