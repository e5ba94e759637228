//! `sotg form`: the official forms, one of the office's own, the form of a report, and what in a report breaks its rules.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use sotg_core::form;
use sotg_core::model::{FormFinding, FormList, FormProfile, Indent, KnownForm, SignatureForm};
use sotg_core::text::short_date;
use sotg_core::{Error, Result, export};

use crate::commands::{alter, ask};
use crate::exchange::forms as excel;
use crate::session::Session;
use crate::{print, words};

#[derive(Subcommand)]
pub enum Form {
    #[command(about = "Các mẫu thể thức và thời gian áp dụng")]
    List,
    #[command(about = "Xem một mẫu thể thức; với --to thì ghi ra tệp để sửa thành mẫu riêng")]
    Show {
        #[arg(value_name = "MÃ", help = "Mã của mẫu (mặc định: mẫu đang áp dụng)")]
        code: Option<String>,
        #[arg(long, value_name = "TỆP", help = "Ghi mẫu ra tệp .toml")]
        to: Option<PathBuf>,
    },
    #[command(about = "Lưu mẫu riêng của cơ quan từ tệp; chạy “sotg form show MÃ --to TỆP” để có tệp mà sửa")]
    Set {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
    },
    #[command(about = "Xóa mẫu riêng của cơ quan")]
    Remove {
        #[arg(value_name = "MÃ")]
        code: String,
    },
    #[command(about = "Chọn mẫu cho báo cáo của một đợt; không ghi mã thì theo ngày của văn bản")]
    Use {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "MÃ")]
        code: Option<String>,
    },
    #[command(
        about = "Tạo biểu mẫu Excel cho đơn vị chưa dùng chương trình; không ghi đơn vị thì tạo cho mọi đơn vị phải nộp"
    )]
    Write {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "ĐƠN VỊ", help = "Mã của cơ quan, hoặc số trong sổ")]
        units: Vec<String>,
        #[arg(long, conflicts_with = "units", help = "Biểu mẫu chung: đơn vị tự ghi tên")]
        general: bool,
        #[arg(long, value_name = "TỆP", help = "Thư mục; hoặc tệp .xlsx nếu chỉ tạo một biểu mẫu")]
        to: PathBuf,
    },
    #[command(about = "Đọc một biểu mẫu Excel đã điền; có ô không hiểu thì kết thúc với mã 1")]
    Read {
        #[arg(value_name = "TỆP")]
        file: PathBuf,
    },
    #[command(about = "Cộng số liệu của mọi biểu mẫu Excel trong một thư mục")]
    Sum {
        #[arg(value_name = "THƯ MỤC")]
        folder: PathBuf,
    },
    #[command(about = "Kiểm tra thể thức của báo cáo; có điều chưa đúng thì kết thúc với mã 1")]
    Check {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
}

/// Runs one of them.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Form) -> Result<ExitCode> {
    match command {
        Form::List => ask(session, |book, moment| book.list_forms(moment.today), list),
        Form::Show { code, to } => show(session, code.as_deref(), to.as_deref()),
        Form::Set { file } => set(session, &file),
        Form::Remove { code } => alter(session, |book, moment| book.remove_form(moment, &code)),
        Form::Use { phase, code } => {
            alter(session, |book, moment| book.set_report_form(moment, &phase, code.as_deref()))
        }
        Form::Write { phase, units, general, to } => excel::write(session, &phase, &units, general, &to),
        Form::Read { file } => excel::read(session, &file),
        Form::Sum { folder } => excel::sum(session, &folder),
        Form::Check { phase } => check(session, &phase),
    }
}

fn show(session: &Session, code: Option<&str>, to: Option<&Path>) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let known = book.list_forms(moment.today)?.forms;
    book.close()?;
    let is_wanted = |form: &&KnownForm| code.map_or(form.holds, |code| form.profile.code == code);
    let form =
        known.iter().find(is_wanted).ok_or_else(|| Error::not_found("official_form", code.unwrap_or_default()))?;
    if let Some(to) = to {
        export::save(to, form::to_text(&form.profile)?.as_bytes())?;
    }
    match (session.json, to) {
        (true, _) => print::json(form),
        (false, Some(to)) => println!("{}", to.display()),
        (false, None) => say(&form.profile),
    }
    Ok(ExitCode::SUCCESS)
}

fn set(session: &Session, file: &Path) -> Result<ExitCode> {
    let text = std::fs::read_to_string(file).map_err(Error::io("read", file))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let profile = form::load(&name, &text)?;
    alter(session, |book, moment| book.set_form(moment, &profile))
}

/// Says everything that breaks a rule, from the top of the report.
fn check(session: &Session, phase: &str) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let content = book.report_content(phase, moment.today)?;
    book.close()?;
    let findings = form::form_findings(&content);
    if session.json {
        print::json(&findings);
    } else if findings.is_empty() {
        println!("Không có gì trái với thể thức ({}).", content.form.name);
    } else {
        findings.iter().for_each(finding);
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn finding(finding: &FormFinding) {
    let FormFinding { rule, place, found, expected } = finding;
    let found = if found.is_empty() { String::new() } else { format!(" Đang ghi “{found}”.") };
    let expected = if expected.is_empty() { String::new() } else { format!(" Nên ghi “{expected}”.") };
    println!("{}: {}.{found}{expected}", words::form_place(place), words::form_rule(*rule));
}

fn list(list: &FormList) {
    for KnownForm { profile, is_own, holds } in &list.forms {
        let mark = if *holds { "*" } else { " " };
        let own = if *is_own { " (mẫu riêng)" } else { "" };
        println!("{mark} {:<16} {}{own}\n    {}", profile.code, profile.name, days(profile));
    }
}

/// When a form holds.
fn days(form: &FormProfile) -> String {
    match (form.valid_from, form.valid_until) {
        (None, None) => "mọi thời gian".to_owned(),
        (Some(from), None) => format!("từ ngày {}", short_date(from)),
        (None, Some(until)) => format!("đến ngày {}", short_date(until)),
        (Some(from), Some(until)) => format!("từ ngày {} đến ngày {}", short_date(from), short_date(until)),
    }
}

fn say(form: &FormProfile) {
    let FormProfile { margins, text, sizes, .. } = form;
    let indent = match text.indent {
        Indent::Narrow => "1 cm",
        Indent::Wide => "1,27 cm",
    };
    let lines = match form.signature {
        SignatureForm::TwoLines => "hai dòng (TM. …, chức vụ)",
        SignatureForm::ThreeLines => "ba dòng, cấp phó có “KT. …”",
    };
    println!("{} ({})\nÁp dụng: {}", form.name, form.code, days(form));
    println!("Lề: trên {}, dưới {}, trái {}, phải {} mm", margins.top, margins.bottom, margins.left, margins.right);
    println!("Đoạn văn: thụt đầu dòng {indent}, cách đoạn {} pt, giãn dòng {}%", text.gap, text.line);
    println!("Cỡ chữ: nội dung {}, tên loại {}, trích yếu {}", sizes.body, sizes.title, sizes.subject);
    println!("Phần ký: {lines}\nKý hiệu báo cáo: {}", form.symbol_of("BC", "LĐLĐ"));
    if !form.filed.is_empty() {
        println!("Dòng lưu: {}", form.filed);
    }
    for head in &form.heads {
        let levels: Vec<&str> = head.levels.iter().map(|level| words::level(*level)).collect();
        println!("{}: {} / {}, {}, {}", levels.join(", "), head.superior, head.issuer, head.symbol, head.authority);
    }
    if !form.unclear.is_empty() {
        println!("Chưa rõ, cần đối chiếu với văn bản gốc: {}", form.unclear.join(", "));
    }
}
