//! `sotg inbox`: what units sent, looked at and accepted.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{AssignedUnit, ConfirmedKey, FateReason, Inbox, InboxChoice, InboxFile};
use sotg_core::{Error, Result};

use crate::print;
use crate::session::Session;
use crate::words::inbox as words;

#[derive(Subcommand)]
pub enum InboxCommand {
    #[command(about = "Xem từng tệp sẽ ra sao, chưa ghi gì")]
    Look {
        #[arg(value_name = "TỆP", required = true, help = "Tệp hoặc thư mục; cả trong tệp .zip")]
        paths: Vec<PathBuf>,
    },
    #[command(about = "Nhận các tệp vào sổ, trong một lần hoàn tác được")]
    Accept(Accept),
}

#[derive(Args)]
pub struct Accept {
    #[arg(value_name = "TỆP", required = true, help = "Tệp hoặc thư mục; cả trong tệp .zip")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "TÊN TỆP", help = "Không nhận tệp này")]
    skip: Vec<String>,
    #[arg(long, value_name = "TÊN TỆP", help = "Nhận cả bản nháp này")]
    draft: Vec<String>,
    #[arg(long, value_name = "ĐƠN VỊ", help = "Đã gọi điện xác nhận khóa mới của đơn vị")]
    confirm_key: Vec<String>,
    #[arg(long, value_name = "TÊN TỆP", help = "Đã gọi điện: tệp không có chữ ký này đúng là của đơn vị")]
    unsigned: Vec<String>,
    #[arg(long, value_name = "TÊN TỆP=ĐƠN VỊ", help = "Tệp là của đơn vị này")]
    unit: Vec<String>,
    #[arg(long, help = "Nhận theo tên khi chỉ một đơn vị có tên ấy")]
    by_name: bool,
}

/// Runs one of the two.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, command: InboxCommand) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    match command {
        InboxCommand::Look { paths } => look(session, &book.preview_files(&paths, moment.today)?),
        InboxCommand::Accept(accept) => take(session, &mut book, &moment, &accept)?,
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn look(session: &Session, inbox: &Inbox) {
    if session.json {
        print::json(inbox);
        return;
    }
    inbox.files.iter().for_each(show);
    let taken = inbox.files.iter().filter(|file| file.fate.is_taken()).count();
    println!("{} tệp, {taken} tệp sẽ được nhận.", inbox.files.len());
    if inbox.n_left_out > 0 {
        println!("{} tệp hoặc thư mục nữa chưa được xem.", inbox.n_left_out);
    }
}

fn show(file: &InboxFile) {
    println!("{:<18} {}", words::fate(file), path_of(file));
    let version = if file.version > 0 { format!(", {}, bản {}", file.phase, file.version) } else { String::new() };
    if !file.unit_name.is_empty() {
        println!("    {}{version} {}", file.unit_name, file.number);
    }
    for line in [words::reason(file), words::reply(file)].into_iter().filter(|line| !line.is_empty()) {
        println!("    {line}");
    }
    if file.is_first_key {
        println!("    Khóa lần đầu thấy: {}", file.fingerprint);
    }
    for candidate in &file.candidates {
        println!("    Có thể là: {} ({})", candidate.name, candidate.unit);
    }
    for edit in &file.edits {
        let names = edit.indicators.join(", ");
        println!("    Sửa trong Word: {} → {} {names}", edit.before, edit.after);
    }
    file.troubles.iter().for_each(|trouble| println!("    {}", trouble.sentence));
}

fn path_of(file: &InboxFile) -> String {
    let parts = [std::slice::from_ref(&file.name), file.inside.as_slice()].concat();
    parts.join(" > ")
}

fn take(session: &Session, book: &mut Book, moment: &Moment, accept: &Accept) -> Result<()> {
    let inbox = book.preview_files(&accept.paths, moment.today)?;
    let choice = choice(book, &inbox, accept)?;
    let outcome = book.accept_files(moment, &accept.paths, &choice)?;
    if session.json {
        print::json(&outcome);
    } else {
        print::outcome(&outcome);
    }
    Ok(())
}

/// Files are typed by their name; where several have it, all are meant.
fn choice(book: &Book, inbox: &Inbox, accept: &Accept) -> Result<InboxChoice> {
    let named = |typed: &String| -> Result<Vec<String>> {
        let meant = inbox.files.iter().filter(|file| file.name == *typed || file.inside.last() == Some(typed));
        let ids: Vec<String> = meant.map(|file| file.id.clone()).collect();
        if ids.is_empty() { Err(Error::not_found("inbox_file", typed)) } else { Ok(ids) }
    };
    let all =
        |typed: &[String]| -> Result<Vec<String>> { Ok(typed.iter().map(named).collect::<Result<Vec<_>>>()?.concat()) };
    let mut units = Vec::new();
    for typed in &accept.unit {
        let (file, unit) = typed.split_once('=').ok_or_else(|| Error::not_found("inbox_file", typed))?;
        let unit = book.find_unit(unit)?;
        units.extend(named(&file.to_owned())?.into_iter().map(|file| AssignedUnit { file, unit }));
    }
    let mut keys = Vec::new();
    for typed in &accept.confirm_key {
        let unit = book.find_unit(typed)?;
        let changed = |file: &&InboxFile| file.unit == Some(unit) && file.reason == FateReason::OtherKey;
        let mut prints: Vec<&String> = inbox.files.iter().filter(changed).map(|file| &file.fingerprint).collect();
        prints.dedup();
        // Of two new keys nobody can have confirmed both with one word.
        let [fingerprint] = prints.as_slice() else { return Err(Error::not_found("key", typed)) };
        keys.push(ConfirmedKey { unit, fingerprint: (*fingerprint).clone() });
    }
    Ok(InboxChoice {
        digest: Some(inbox.digest.clone()),
        skipped: all(&accept.skip)?,
        drafts: all(&accept.draft)?,
        keys,
        unsigned: all(&accept.unsigned)?,
        units,
        accept_names: accept.by_name,
    })
}
