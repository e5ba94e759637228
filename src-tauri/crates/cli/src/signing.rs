//! Before and after signing: the check, the versions that were sent, and what differs between them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Subcommand;
use sotg_core::model::{
    ActivityDifference, ChangedSinceSent, FigureCell, FigureDifference, FigureState, PieceKind, ProgressState,
    ReportCheck, ReportState, ReportVersions, TextPiece, VersionComparison, VersionHead, VersionSide,
};
use sotg_core::text::short_date;
use sotg_core::{Result, export};

use crate::arguments::parse_day;
use crate::commands::{alter, ask};
use crate::session::Session;
use crate::{print, words};

/// What can be asked of a report before it is signed and after it was sent.
#[derive(Subcommand)]
pub enum Signing {
    #[command(about = "Kiểm tra trước khi ký: những chỗ phải sửa và nên xem lại")]
    Check {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(about = "Ghi là đã xem một kết quả kiểm tra và thấy đúng rồi")]
    Seen {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "KẾT QUẢ", help = "Mã trong ngoặc vuông mà “report check” in ra")]
        finding: String,
        #[arg(long, help = "Nhắc lại như chưa xem")]
        again: bool,
    },
    #[command(about = "Sửa báo cáo đã gửi: bản đã gửi được giữ, gửi lại thành bản mới")]
    Correct {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "LÝ DO")]
        reason: String,
    },
    #[command(about = "Các bản đã gửi")]
    Versions {
        #[arg(value_name = "ĐỢT")]
        phase: String,
    },
    #[command(about = "So sánh hai bản đã gửi, hoặc một bản với hiện nay")]
    Compare {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "BẢN")]
        left: u32,
        #[arg(value_name = "BẢN SAU", help = "Không ghi: so với hiện nay")]
        right: Option<u32>,
    },
    #[command(about = "Lưu lại đúng văn bản của một bản đã gửi")]
    Document {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(value_name = "BẢN")]
        number: u32,
        #[arg(long, value_name = "TỆP", help = "Tệp .docx, hoặc thư mục để đặt tệp vào")]
        to: PathBuf,
    },
    #[command(about = "Ghi nhận đã gửi")]
    Sent {
        #[arg(value_name = "ĐỢT")]
        phase: String,
        #[arg(long, value_name = "NGÀY", value_parser = parse_day, help = "Ngày gửi (mặc định: hôm nay)")]
        on: Option<NaiveDate>,
    },
}

/// Runs one command.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: Signing) -> Result<ExitCode> {
    match command {
        Signing::Check { phase } => check(session, &phase),
        Signing::Seen { phase, finding, again } => alter(session, |book, moment| {
            if again {
                book.unmark_finding_seen(moment, &phase, &finding)
            } else {
                book.mark_finding_seen(moment, &phase, &finding)
            }
        }),
        Signing::Correct { phase, reason } => {
            alter(session, |book, moment| book.correct_report(moment, &phase, &reason))
        }
        Signing::Versions { phase } => versions(session, &phase),
        Signing::Compare { phase, left, right } => compare(session, &phase, left, right),
        Signing::Document { phase, number, to } => save_document(session, &phase, number, &to),
        Signing::Sent { phase, on } => sent(session, &phase, on),
    }
}

/// Lists what should be looked at; the exit status says whether something must be mended.
///
/// # Errors
/// What the core refuses.
fn check(session: &Session, phase: &str) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let check = book.report_check(phase, moment.today)?;
    book.close()?;
    if session.json {
        print::json(&check);
    } else {
        show_check(&check);
    }
    Ok(if check.n_must == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn show_check(check: &ReportCheck) {
    for finding in &check.findings {
        println!("{:<9} {}", words::severity(finding), words::finding(finding));
        println!("{:<9} [{}]", "", finding.key);
    }
    let ReportCheck { n_must, n_look, n_seen, .. } = check;
    println!("Phải sửa: {n_must}; nên xem lại: {n_look}; đã xem: {n_seen}.");
}

/// Records that a report was sent, which keeps it as a version. What should have been mended is said and forbids nothing.
///
/// # Errors
/// What the core refuses.
fn sent(session: &Session, phase: &str, on: Option<NaiveDate>) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let n_must = book.report_check(phase, moment.today)?.n_must;
    book.close()?;
    if n_must > 0 {
        eprintln!("Còn {n_must} chỗ phải sửa; xem bằng lệnh “sotg report check {phase}”.");
    }
    alter(session, |book, moment| book.set_report_state(moment, phase, ReportState::Sent, on.or(Some(moment.today))))
}

/// Lists what was sent, and warns of what has changed since.
///
/// # Errors
/// What the core refuses.
fn versions(session: &Session, phase: &str) -> Result<ExitCode> {
    ask(session, |book, moment| book.report_versions(phase, moment.today), show_versions)
}

fn show_versions(versions: &ReportVersions) {
    if versions.versions.is_empty() {
        println!("Chưa có bản nào được gửi.");
    }
    for version in &versions.versions {
        let VersionHead { number, sent_on, who, cause, reason, document, is_missing, .. } = version;
        let missing = if *is_missing { " (MẤT TỆP)" } else { "" };
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        println!("Bản {number}: gửi {}, {}{reason}", short_date(*sent_on), words::cause(*cause));
        println!("       {document}{missing}  {who}");
    }
    if !versions.correction.is_empty() {
        println!("Đang sửa báo cáo đã gửi: {}", versions.correction);
    }
    versions.changed.iter().for_each(show_changed);
}

/// The warning that figures or ticks are no longer what was sent.
pub fn show_changed(changed: &ChangedSinceSent) {
    println!(
        "CẢNH BÁO: {}: từ khi gửi bản {} ({}), đã khác đi:",
        changed.phase_name,
        changed.version,
        short_date(changed.sent_on)
    );
    changed.figures.iter().for_each(show_figure);
    changed.activities.iter().for_each(show_activity);
}

fn show_figure(figure: &FigureDifference) {
    let which = if figure.is_cumulative { " (lũy kế)" } else { "" };
    let difference = if figure.difference.is_empty() { String::new() } else { format!(" ({})", figure.difference) };
    let FigureDifference { label, unit, left, right, .. } = figure;
    println!("  {label}{which}: {} → {} {unit}{difference}", said(left.as_ref()), said(right.as_ref()));
}

fn said(cell: Option<&FigureCell>) -> String {
    let Some(cell) = cell else { return "không có dòng này".to_owned() };
    match cell.state {
        FigureState::Number => cell.text.clone(),
        FigureState::Nothing => "không có".to_owned(),
        FigureState::NotApplicable => "không áp dụng".to_owned(),
        FigureState::NotReported => "chưa báo cáo".to_owned(),
    }
}

fn show_activity(activity: &ActivityDifference) {
    let state = |state: Option<ProgressState>| state.map_or("không có việc này", words::progress);
    println!("  {} {}: {} → {}", activity.code, activity.title, state(activity.left), state(activity.right));
}

/// Shows what differs between two versions, or between one and now.
///
/// # Errors
/// What the core refuses.
fn compare(session: &Session, phase: &str, left: u32, right: Option<u32>) -> Result<ExitCode> {
    let right = right.map_or(VersionSide::Now, VersionSide::Sent);
    let question = |book: &sotg_core::book::Book, moment: &sotg_core::history::Moment| {
        book.compare_versions(phase, VersionSide::Sent(left), right, moment.today)
    };
    ask(session, question, show_comparison)
}

fn show_comparison(compared: &VersionComparison) {
    let VersionComparison { head, sections, figures, activities, .. } = compared;
    if head.is_empty() && sections.is_empty() && figures.is_empty() && activities.is_empty() {
        println!("Hai bản giống nhau.");
    }
    for field in head {
        let name = words::compared_field(field.field);
        println!("{name}: {} → {}", field.left.replace('\n', "; "), field.right.replace('\n', "; "));
    }
    for section in sections {
        println!("{} {}", section.number, section.title);
        println!("  {}", marked(&section.pieces).replace('\n', "\n  "));
    }
    figures.iter().for_each(show_figure);
    activities.iter().for_each(show_activity);
}

/// A text with what was removed in [-…-] and what was added in {+…+}.
fn marked(pieces: &[TextPiece]) -> String {
    let mark = |piece: &TextPiece| match piece.kind {
        PieceKind::Same => piece.text.clone(),
        PieceKind::Removed => format!("[-{}-]", piece.text.trim_end()) + blanks_after(&piece.text),
        PieceKind::Added => format!("{{+{}+}}", piece.text.trim_end()) + blanks_after(&piece.text),
    };
    pieces.iter().map(mark).collect()
}

fn blanks_after(text: &str) -> &str {
    text.split_at(text.trim_end().len()).1
}

/// Saves the document of a version again, byte for byte.
///
/// # Errors
/// What the core refuses.
fn save_document(session: &Session, phase: &str, number: u32, to: &Path) -> Result<ExitCode> {
    let (book, _) = session.open()?;
    let (name, bytes) = book.version_document(phase, number)?;
    let path: PathBuf = if to.is_dir() { to.join(name) } else { to.to_owned() };
    export::save(&path, &bytes)?;
    if session.json {
        print::json(&serde_json::json!({ "path": path }));
    } else {
        println!("{}", path.display());
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}
