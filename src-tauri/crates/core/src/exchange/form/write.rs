//! A form as an Excel workbook. What is filled in is unlocked and checked; everything else is locked, without a password, so that
//! nothing is broken by chance. Texts are written as texts, whatever they begin with.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::codes::{FormHead, RowCode};
use super::heading;
use super::rows::{AskedActivity, AskedFigure, AskedSection, FigureLine};
use crate::error::{Error, Result};
use crate::text;

/// All that a form says and asks.
pub struct FormSheets {
    pub head: FormHead,
    /// "Đợt 1".
    pub phase_name: String,
    /// "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022".
    pub plan: String,
    /// To whom it goes.
    pub office: String,
    pub due_on: Option<NaiveDate>,
    pub figures: Vec<FigureLine>,
    pub activities: Vec<AskedActivity>,
    pub sections: Vec<AskedSection>,
}

/// States as the list of a cell offers them.
pub const STATES: [&str; 4] = ["Chưa làm", "Đang làm", "Đã xong", "Không áp dụng"];

const HOW_TO: [&str; 3] = [
    "Chỉ điền vào các ô nền vàng. Ghi số 0 nếu kết quả bằng không; ghi \"không có\" nếu đơn vị không có việc này; ghi \"không áp dụng\" nếu \
     không thuộc diện thực hiện; chưa có số liệu thì để trống.",
    "Điền đủ ba trang: Số liệu, Việc đã làm, Nội dung. Không đổi tên tệp thành kiểu khác, không chụp ảnh màn hình thay cho tệp.",
    "Gửi lại chính tệp Excel này cho nơi nhận báo cáo.",
];

type Written = std::result::Result<(), XlsxError>;

/// The form as the bytes of a workbook.
///
/// # Errors
/// The workbook cannot be made.
pub fn workbook(sheets: &FormSheets) -> Result<Vec<u8>> {
    made(sheets).map_err(|error| Error::io("write", ".xlsx".as_ref())(std::io::Error::other(error)))
}

fn made(sheets: &FormSheets) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a day of its own the file would take the one of the clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author(&sheets.office).set_creation_datetime(&made));
    let pen = Pen::new(sheets);
    pen.figures(workbook.add_worksheet())?;
    pen.activities(workbook.add_worksheet())?;
    pen.texts(workbook.add_worksheet())?;
    codes(workbook.add_worksheet(), &sheets.head)?;
    workbook.save_to_buffer()
}

/// Whose form it is, where nobody looks.
fn codes(sheet: &mut Worksheet, head: &FormHead) -> Written {
    sheet.set_name("Mã")?.set_very_hidden(true);
    for (row, (key, value)) in (0..).zip(head.lines()) {
        sheet.write_string(row, 0, key)?;
        sheet.write_string(row, 1, value)?;
    }
    Ok(())
}

/// The formats of a form, and what it is written from.
struct Pen<'a> {
    sheets: &'a FormSheets,
    title: Format,
    about: Format,
    heading: Format,
    group: Format,
    cell: Format,
    /// For a text that begins like a formula.
    quoted: Format,
    centre: Format,
    number: Format,
    day: Format,
    open: Format,
    open_text: Format,
    open_day: Format,
}

impl<'a> Pen<'a> {
    fn new(sheets: &'a FormSheets) -> Pen<'a> {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(12.0);
        let cell =
            || base().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap().clone();
        let open = || cell().set_background_color(Color::RGB(0x00_ff_f9_db)).set_unlocked();
        Pen {
            sheets,
            title: base().set_font_size(14.0).set_bold(),
            about: base().set_text_wrap().set_align(FormatAlign::Top),
            heading: cell().set_bold().set_align(FormatAlign::Center),
            group: cell().set_bold(),
            quoted: cell().set_quote_prefix(),
            centre: cell().set_align(FormatAlign::Center),
            number: open().set_num_format("#,##0.##").set_align(FormatAlign::Right),
            day: cell().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            open: open().set_align(FormatAlign::Center),
            open_text: open().set_align(FormatAlign::Top),
            open_day: open().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            cell: cell(),
        }
    }

    fn figures(&self, sheet: &mut Worksheet) -> Written {
        sheet.set_name("Số liệu")?;
        let columns = [
            (heading::NUMBER, 6.0),
            (heading::INDICATOR, 62.0),
            (heading::MEASURE, 13.0),
            (heading::FIGURE, 18.0),
            (heading::ESTIMATE, 11.0),
        ];
        let mut row = self.begin(sheet, &columns)?;
        let mut number = 0;
        for line in &self.sheets.figures {
            match line {
                FigureLine::Group(name) => {
                    sheet.merge_range(row, 0, row, 4, "", &self.group)?;
                    self.text(sheet, (row, 0), name, &self.group)?;
                }
                FigureLine::Above(name) => {
                    number += 1;
                    sheet.write_number_with_format(row, 0, number, &self.centre)?;
                    self.text(sheet, (row, 1), name, &self.cell)?;
                    (2..5).try_for_each(|column| sheet.write_blank(row, column, &self.cell).map(drop))?;
                }
                FigureLine::Figure(figure) => {
                    if figure.above.is_empty() {
                        number += 1;
                    }
                    self.figure(sheet, row, figure, number)?;
                }
            }
            row += 1;
        }
        self.end(sheet, row, 5)
    }

    fn figure(&self, sheet: &mut Worksheet, row: u32, figure: &AskedFigure, number: u32) -> Written {
        if figure.above.is_empty() {
            sheet.write_number_with_format(row, 0, number, &self.centre)?;
            self.text(sheet, (row, 1), &figure.label, &self.cell)?;
        } else {
            sheet.write_blank(row, 0, &self.centre)?;
            self.text(sheet, (row, 1), &figure.label, &self.cell.clone().set_indent(2))?;
        }
        self.text(sheet, (row, 2), &figure.measure, &self.centre)?;
        sheet.write_blank(row, 3, &self.number)?;
        sheet.write_blank(row, 4, &self.open)?;
        sheet.add_data_validation(row, 3, row, 3, &figure_check(row, figure.decimals)?)?;
        sheet.add_data_validation(row, 4, row, 4, &estimate_check()?)?;
        sheet.write_string(row, CODE, figure.code.written())?;
        Ok(())
    }

    fn activities(&self, sheet: &mut Worksheet) -> Written {
        sheet.set_name("Việc đã làm")?;
        let columns = [
            (heading::NUMBER, 6.0),
            (heading::ACTIVITY, 62.0),
            (heading::DUE, 13.0),
            (heading::STATE, 17.0),
            (heading::DONE_ON, 14.0),
            (heading::REASON, 34.0),
        ];
        let mut row = self.begin(sheet, &columns)?;
        for (number, activity) in (1_u32..).zip(&self.sheets.activities) {
            sheet.write_number_with_format(row, 0, number, &self.centre)?;
            self.text(sheet, (row, 1), &activity.title, &self.cell)?;
            match activity.due_on {
                Some(day) => sheet.write_datetime_with_format(row, 2, day, &self.day)?,
                None => sheet.write_blank(row, 2, &self.day)?,
            };
            sheet.write_blank(row, 3, &self.open)?;
            sheet.write_blank(row, 4, &self.open_day)?;
            sheet.write_blank(row, 5, &self.open_text)?;
            sheet.add_data_validation(row, 3, row, 3, &state_check()?)?;
            sheet.add_data_validation(row, 4, row, 4, &day_check()?)?;
            sheet.write_string(row, CODE, RowCode::Activity(activity.code.clone()).written())?;
            row += 1;
        }
        self.end(sheet, row, 6)
    }

    fn texts(&self, sheet: &mut Worksheet) -> Written {
        sheet.set_name("Nội dung")?;
        let columns = [(heading::NUMBER, 8.0), (heading::SECTION, 46.0), (heading::TEXT, 92.0)];
        let mut row = self.begin(sheet, &columns)?;
        for (label, field) in [("Số báo cáo (ví dụ: 12/BC-CĐCS)", "number"), ("Ngày báo cáo", "dated_on")] {
            sheet.write_blank(row, 0, &self.centre)?;
            self.text(sheet, (row, 1), label, &self.cell)?;
            let format = if field == "dated_on" { &self.open_day } else { &self.open_text };
            sheet.write_blank(row, 2, format)?;
            if field == "dated_on" {
                sheet.add_data_validation(row, 2, row, 2, &day_check()?)?;
            }
            sheet.write_string(row, CODE, RowCode::Head(field.to_owned()).written())?;
            row += 1;
        }
        for section in &self.sheets.sections {
            self.text(sheet, (row, 0), &section.number, &self.centre)?;
            let format = if section.has_text { &self.cell } else { &self.group };
            self.text(sheet, (row, 1), &section.title, format)?;
            if section.has_text {
                sheet.write_blank(row, 2, &self.open_text)?;
                sheet.set_row_height(row, 64)?;
                sheet.write_string(row, CODE, RowCode::Section(section.code.clone()).written())?;
            } else {
                sheet.write_blank(row, 2, &self.group)?;
            }
            row += 1;
        }
        self.end(sheet, row, 3)
    }

    /// What stands over every sheet; gives the row below the headings.
    fn begin(&self, sheet: &mut Worksheet, columns: &[(&str, f64)]) -> std::result::Result<u32, XlsxError> {
        let FormSheets { head, phase_name, plan, office, due_on, .. } = self.sheets;
        let last = u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
        for (column, (_, width)) in (0..).zip(columns) {
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_column_hidden(CODE)?;
        sheet.write_string(0, CODE, head.line())?;
        sheet.merge_range(0, 0, 0, last, "", &self.about)?;
        if head.unit.name.is_empty() {
            self.text(sheet, (0, 0), "Tên đơn vị (ghi đầy đủ vào ô dưới):", &self.about)?;
        } else {
            self.text(sheet, (0, 0), &head.unit.name, &self.title)?;
        }
        let due = due_on.map_or(String::new(), |day| format!(", chậm nhất ngày {}", text::short_date(day)));
        let lines = [
            format!("BIỂU MẪU BÁO CÁO {} - {}", phase_name.to_uppercase(), sheet_title(columns)),
            plan.clone(),
            format!("Nơi nhận: {office}{due}"),
        ];
        let mut row = 1;
        if head.unit.name.is_empty() {
            sheet.merge_range(row, 0, row, last, "", &self.open_text)?;
            sheet.write_string(row, CODE, RowCode::Head("unit".to_owned()).written())?;
            row += 1;
        }
        for (line, format) in lines.iter().zip([&self.title, &self.about, &self.about]) {
            sheet.merge_range(row, 0, row, last, "", format)?;
            self.text(sheet, (row, 0), line, format)?;
            row += 1;
        }
        if head.is_sample {
            sheet.merge_range(row, 0, row, last, "SỔ MẪU - SỐ LIỆU KHÔNG CÓ THẬT", &self.title)?;
            row += 1;
        }
        for line in HOW_TO {
            sheet.merge_range(row, 0, row, last, line, &self.about)?;
            sheet.set_row_height(row, if line.chars().count() > 110 { 34 } else { 18 })?;
            row += 1;
        }
        row += 1;
        for (column, (title, _)) in (0..).zip(columns) {
            sheet.write_string_with_format(row, column, *title, &self.heading)?;
        }
        sheet.write_string(row, CODE, "cot")?;
        sheet.set_freeze_panes(row + 1, 0)?.set_repeat_rows(row, row)?;
        Ok(row + 1)
    }

    fn end(&self, sheet: &mut Worksheet, row: u32, columns: u16) -> Written {
        sheet.set_print_area(0, 0, row.saturating_sub(1), columns - 1)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.5, 0.5, 0.3, 0.3);
        sheet.set_footer("&R&P/&N");
        let allowed = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
        sheet.protect_with_options(&allowed);
        Ok(())
    }

    fn text(&self, sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, format: &Format) -> Written {
        let clean = text::clean_text(text);
        let is_formula = clean.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let format = if is_formula { &self.quoted } else { format };
        let fitting: String = clean.chars().take(32_000).collect();
        sheet.write_string_with_format(row, column, fitting, format).map(drop)
    }
}

/// The column of codes: behind the last one of every sheet.
const CODE: u16 = 7;

fn sheet_title(columns: &[(&str, f64)]) -> &'static str {
    let has = |wanted: &str| columns.iter().any(|(title, _)| *title == wanted);
    if has(heading::FIGURE) {
        "SỐ LIỆU"
    } else if has(heading::STATE) {
        "VIỆC ĐÃ LÀM"
    } else {
        "NỘI DUNG"
    }
}

/// A number that is not negative, whole where the indicator has no decimals, or one of the two words.
fn figure_check(row: u32, decimals: u8) -> std::result::Result<DataValidation, XlsxError> {
    let cell = format!("D{}", row + 1);
    let number = format!("AND(ISNUMBER({cell}),{cell}>=0,ROUND({cell},{decimals})={cell})");
    let says = |word: &str| format!("LOWER(TRIM({cell}))=\"{word}\"");
    let rule = format!("=OR({number},{},{})", says("không có"), says("không áp dụng"));
    let kind = if decimals == 0 { "Số nguyên" } else { "Số" };
    DataValidation::new()
        .allow_custom(Formula::new(rule))
        .ignore_blank(true)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("Số liệu chưa đúng")?
        .set_error_message(format!(
            "{kind} từ 0 trở lên, hoặc ghi: không có, không áp dụng. Chưa có số liệu thì để trống."
        ))
}

fn estimate_check() -> std::result::Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&["x"])?
        .set_input_title("Ước tính")?
        .set_input_message("Đánh dấu x nếu là số ước tính.")
}

fn state_check() -> std::result::Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&STATES)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("Tình trạng chưa đúng")?
        .set_error_message("Chọn một trong bốn tình trạng trong danh sách.")
}

fn day_check() -> std::result::Result<DataValidation, XlsxError> {
    let from = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let until = ExcelDateTime::from_ymd(2100, 12, 31)?;
    DataValidation::new()
        .allow_date(DataValidationRule::Between(from, until))
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("Ngày chưa đúng")?
        .set_error_message("Ghi ngày theo dạng ngày/tháng/năm, ví dụ 31/7/2023.")
}
