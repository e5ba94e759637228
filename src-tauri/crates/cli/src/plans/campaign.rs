//! Plan files of an office: issued, looked at, taken over, passed on.

use std::path::Path;
use std::process::ExitCode;

use chrono::NaiveDate;
use sotg_core::exchange::campaign::{self, IssuedFile};
use sotg_core::model::{
    Beginning, CampaignChange, CampaignOffer, OfferStanding, OfferedUnit, Signer, TakeCampaign, UnitLevel,
};
use sotg_core::plan::{self, OpenedFile};
use sotg_core::text::{fold, short_date};
use sotg_core::{Error, ErrorCode, Result, export};

use super::arguments::Take;
use crate::session::Session;
use crate::{print, words};

/// Writes the plan file of our office.
pub fn issue(session: &Session, to: &Path, note: &str) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let (_, file) = book.issue_campaign(&moment, note)?;
    book.close()?;
    save(session, to, &file)
}

/// Writes the plan file that holds in the book, as it left or came.
pub fn pass(session: &Session, to: &Path) -> Result<ExitCode> {
    let (book, _) = session.open()?;
    let file = book.campaign_file()?;
    book.close()?;
    save(session, to, &file)
}

fn save(session: &Session, to: &Path, file: &IssuedFile) -> Result<ExitCode> {
    let IssuedFile { issued, text } = file;
    let path = super::with_extension(if to.is_dir() { to.join(&issued.file_name) } else { to.to_owned() });
    export::save(&path, text.as_bytes())?;
    if session.json {
        print::json(&serde_json::json!({ "path": path, "issued": issued }));
    } else {
        println!("{}", path.display());
        println!("Bản {} ngày {}, {} đơn vị.", issued.version, short_date(issued.issued_on), issued.n_units);
        println!("Mã khóa: {}\n\nLời nhắn gửi kèm:\n{}", issued.fingerprint, issued.message);
    }
    Ok(ExitCode::SUCCESS)
}

/// The text of a plan file that an office issued.
///
/// # Errors
/// What is wrong with the file; `file_damaged` for a template.
fn read(path: &Path) -> Result<String> {
    match plan::open_file(path)? {
        OpenedFile::Sealed(text) => Ok(text),
        OpenedFile::Template(_) => {
            Err(Error::refused(ErrorCode::FileDamaged, "opening a plan file").with("path", path.display()))
        }
    }
}

/// Shows what a plan file offers, beside the book where there is one.
pub fn look(session: &Session, path: &Path, unit: Option<&str>) -> Result<ExitCode> {
    let file = read(path)?;
    show(session, &offer(session, &file, unit)?)
}

/// Shows a plan file of which only the text is known.
pub fn show_text(session: &Session, file: &str) -> Result<ExitCode> {
    show(session, &offer(session, file, None)?)
}

fn show(session: &Session, offer: &CampaignOffer) -> Result<ExitCode> {
    if session.json {
        print::json(offer);
    } else {
        say(offer);
    }
    Ok(ExitCode::SUCCESS)
}

fn offer(session: &Session, file: &str, typed: Option<&str>) -> Result<CampaignOffer> {
    let alone = campaign::look(file.as_bytes())?;
    let unit = typed.map(|typed| uid(&alone, typed)).transpose()?;
    match session.open() {
        Ok((book, moment)) => book.preview_campaign(file.as_bytes(), unit.as_deref(), moment.today),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(CampaignOffer { unit, ..alone }),
        Err(error) => Err(error),
    }
}

/// The unit that was typed: its name in files, or the name that people give it.
fn uid(offer: &CampaignOffer, typed: &str) -> Result<String> {
    let wanted = fold(typed);
    let is_meant = |unit: &&OfferedUnit| unit.uid == typed.trim() || fold(&unit.name) == wanted;
    match offer.units.iter().filter(is_meant).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one.uid.clone()),
        _ => Err(Error::not_found("plan_unit", typed)),
    }
}

/// Takes a plan file over.
pub fn take(session: &Session, typed: Take) -> Result<ExitCode> {
    let file = read(&typed.file)?;
    let offer = offer(session, &file, typed.unit.as_deref())?;
    let unit = offer
        .unit
        .clone()
        .ok_or_else(|| Error::refused(ErrorCode::Required, "taking a plan file").with("field", "unit"))?;
    let moment = session.moment(None);
    let beginning = match offer.standing {
        OfferStanding::Beginning => Some(beginning(typed, level_of(&offer, &unit), moment.today)?),
        OfferStanding::Joining | OfferStanding::Amendment | OfferStanding::Same => None,
    };
    let mut book = session.location.open_or_create(&moment)?;
    let moment = session.moment(book.rehearsal_day());
    let outcome = book.take_campaign(&moment, &file, &TakeCampaign { unit, beginning })?;
    if session.json {
        print::json(&outcome);
    } else {
        print::outcome(&outcome);
        println!("Sổ: {}", book.folder().display());
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn level_of(offer: &CampaignOffer, uid: &str) -> UnitLevel {
    let unit = offer.units.iter().find(|unit| unit.uid == uid);
    unit.map_or(UnitLevel::Grassroots, |unit| unit.level)
}

/// What was typed, and for the rest what the official form proposes for the level. Asked for before a book is made.
fn beginning(typed: Take, level: UnitLevel, today: NaiveDate) -> Result<Beginning> {
    let form = sotg_core::form::built_in_on(today)?;
    let head = form.head_of(level).ok_or_else(|| Error::not_found("official_form", &form.code))?;
    let missing = |field: &str| Error::refused(ErrorCode::Required, "setting the book up").with("field", field);
    Ok(Beginning {
        place: typed.place.ok_or_else(|| missing("place"))?,
        symbol: typed.symbol.unwrap_or_else(|| head.symbol.clone()),
        signer: Signer {
            id: None,
            authority: typed.authority.unwrap_or_else(|| head.authority.clone()),
            title: typed.title,
            name: typed.signer.ok_or_else(|| missing("signer.name"))?,
            is_default: true,
        },
    })
}

/// Gives the book an amended plan out of a template.
pub fn amend(session: &Session, path: &Path) -> Result<ExitCode> {
    let file = plan::read_file(path)?;
    crate::commands::alter(session, |book, moment| book.amend_plan(moment, &file))
}

fn say(offer: &CampaignOffer) {
    let CampaignOffer { version, issued_on, issuer, fingerprint, note, plan, units, changes, .. } = offer;
    println!("{}\n{} - {}", plan.title, plan.document, plan.issuer);
    println!("Tệp kế hoạch bản {version}, {issuer} phát hành ngày {}.", short_date(*issued_on));
    println!("Mã khóa: {fingerprint}");
    if offer.is_sample {
        println!("Dữ liệu mẫu, không có thật.");
    }
    if !note.is_empty() {
        println!("Nội dung: {note}");
    }
    println!("{}", words::standing(offer.standing, offer.taken_version));
    match offer.unit.as_ref().and_then(|uid| units.iter().find(|unit| unit.uid == *uid)) {
        Some(unit) => println!("Đơn vị của bạn: {} - {} ({})", unit.name, unit.superior, unit.uid),
        None => {
            println!("Đơn vị trong tệp:");
            units.iter().for_each(|unit| println!("  {:<16} {} - {}", unit.uid, unit.name, unit.superior));
        }
    }
    changes.iter().for_each(say_change);
    if changes.is_empty() && offer.standing == OfferStanding::Amendment {
        println!("Không có thay đổi nào đối với đơn vị của bạn.");
    }
}

fn say_change(change: &CampaignChange) {
    let CampaignChange { kind, title, before, after, before_on, after_on } = change;
    let day = |day: &Option<NaiveDate>, text: &str| day.map_or(text.to_owned(), short_date);
    let (before, after) = (day(before_on, before), day(after_on, after));
    let arrow = if before.is_empty() && after.is_empty() { String::new() } else { format!(" ({before} → {after})") };
    println!("  {}: {title}{arrow}", words::campaign_change(*kind));
}
