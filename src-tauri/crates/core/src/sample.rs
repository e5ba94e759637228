//! The book with invented data, to try things in.
//!
//! It lies in a folder of its own, is marked in its head when it is made, and cannot become a real one: the mark has no
//! operation that changes it. Its day is fixed, so that it looks the same in every year.

mod dice;
pub mod province;
pub mod reports;
mod said;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::book::{Book, FILE_NAME};
use crate::error::{Error, ErrorCode, Result};
use crate::history::Moment;
use crate::model::{
    FigureInput, FigureState, MilestoneSetting, OurUnit, OwnActivity, PlanChoice, ProgressChange, ProgressState,
    ReportHead, RichText, SetUp, Signer,
};

const FILE: &str = "huyen-mau-2023.toml";
const SOURCE: &str = include_str!("../samples/huyen-mau-2023.toml");
const REST_FILE: &str = "huyen-mau-2024.toml";
const REST: &str = include_str!("../samples/huyen-mau-2024.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    today: NaiveDate,
    plan: String,
    unit: OurUnit,
    signer: Signer,
    done: Vec<Done>,
    doing: Vec<Doing>,
    not_applicable: Vec<NotApplicable>,
    figures: BTreeMap<String, BTreeMap<String, String>>,
    own: Vec<Own>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    code: String,
    on: NaiveDate,
    #[serde(default)]
    note: String,
    #[serde(default)]
    figures: BTreeMap<String, String>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    url: String,
    title: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Doing {
    codes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotApplicable {
    code: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    attached_to: String,
    title: String,
    starts_on: NaiveDate,
    due_on: NaiveDate,
    forms: Vec<String>,
}

/// How the sample unit went on until the campaign was over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    today: NaiveDate,
    milestones: Vec<MilestoneSetting>,
    done: Vec<Done>,
    figures: BTreeMap<String, BTreeMap<String, String>>,
    reports: BTreeMap<String, Written>,
}

/// What the official writes into a report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    number: String,
    dated_on: NaiveDate,
    sections: BTreeMap<String, String>,
}

/// Makes a sample book in which all phases are over and all reports are written. The folder must be empty or new.
///
/// # Errors
/// As [`Book::create`].
pub fn make_whole(folder: &Path, moment: &Moment) -> Result<Book> {
    let (sample, rest): (Sample, Rest) = (load(FILE, SOURCE)?, load(REST_FILE, REST)?);
    make(folder, moment, rest.today, |book, moment| {
        fill(book, moment, sample)?;
        go_on(book, moment, rest)
    })?;
    Book::open(folder)
}

/// Opens the sample book in a folder, or makes it with its invented data.
///
/// # Errors
/// As [`Book::open`] and [`Book::create`]; `not_a_book` if the book there is a real one.
pub fn open_or_create(folder: &Path, moment: &Moment) -> Result<Book> {
    if folder.join(FILE_NAME).try_exists().map_err(Error::io("look for the book in", folder))? {
        let book = Book::open(folder)?;
        if book.is_sample() {
            return Ok(book);
        }
        return Err(Error::refused(ErrorCode::NotABook, "opening the sample book").with("path", folder.display()));
    }
    let sample: Sample = load(FILE, SOURCE)?;
    make(folder, moment, sample.today, |book, moment| fill(book, moment, sample))?;
    Book::open(folder)
}

/// Makes the book under another name and renames it when it is whole, so that a power cut leaves no half sample.
fn make(
    folder: &Path,
    moment: &Moment,
    today: NaiveDate,
    fill: impl FnOnce(&mut Book, &Moment) -> Result<()>,
) -> Result<()> {
    let moment = Moment { today, ..moment.clone() };
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".dang-lap");
    let unfinished = folder.with_file_name(name);
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished).map_err(Error::io("remove", &unfinished))?;
    }
    let mut book = Book::create(&unfinished, &moment, Some(today))?;
    fill(&mut book, &moment)?;
    book.close()?;
    if folder.exists() {
        // Only an empty folder can be removed so, and only that may be in the way.
        std::fs::remove_dir(folder).map_err(Error::io("replace", folder))?;
    }
    std::fs::rename(&unfinished, folder).map_err(Error::io("create the folder", folder))
}

fn load<T: serde::de::DeserializeOwned>(file: &str, source: &str) -> Result<T> {
    toml::from_str(source).map_err(|error| {
        Error::refused(ErrorCode::BadPlan, "reading the sample").with("plan", file).with("problem", error.message())
    })
}

fn fill(book: &mut Book, moment: &Moment, sample: Sample) -> Result<()> {
    let Sample { unit, signer, plan, done, doing, not_applicable, figures, own, .. } = sample;
    book.set_up(moment, &SetUp { unit, signer, plan: PlanChoice::BuiltIn(plan), milestones: Vec::new() })?;
    tick(book, moment, done)?;
    for doing in doing {
        book.set_progress(moment, &doing.codes, &said(ProgressState::Doing, None, ""))?;
    }
    for item in not_applicable {
        book.set_progress(moment, &[item.code], &said(ProgressState::NotApplicable, None, &item.reason))?;
    }
    count(book, moment, &figures)?;
    for Own { attached_to, title, starts_on, due_on, forms } in own {
        let explanation = String::new();
        book.add_activity(moment, &OwnActivity { attached_to, title, explanation, forms, starts_on, due_on })?;
    }
    Ok(())
}

fn go_on(book: &mut Book, moment: &Moment, rest: Rest) -> Result<()> {
    for milestone in &rest.milestones {
        book.set_milestone(moment, milestone)?;
    }
    tick(book, moment, rest.done)?;
    count(book, moment, &rest.figures)?;
    for (phase, Written { number, dated_on, sections }) in rest.reports {
        let head = book.report_draft(&phase, moment.today)?.head;
        book.set_report_head(moment, &phase, &ReportHead { number, dated_on: Some(dated_on), ..head })?;
        for (section, text) in sections {
            book.set_report_section(moment, &phase, &section, Some(&RichText::from_plain(&text)))?;
        }
    }
    Ok(())
}

fn tick(book: &mut Book, moment: &Moment, done: Vec<Done>) -> Result<()> {
    for done in done {
        let codes = [done.code.clone()];
        book.set_progress(moment, &codes, &said(ProgressState::Done, Some(done.on), ""))?;
        book.set_note(moment, &done.code, &done.note)?;
        for link in &done.links {
            book.add_link(moment, &done.code, &link.url, &link.title)?;
        }
        let phase = book.activity(&done.code, moment.today)?.item.phase;
        for (place, typed) in &done.figures {
            book.set_figure(moment, &figure(&phase, Some(&done.code), place, typed))?;
        }
    }
    Ok(())
}

fn count(book: &mut Book, moment: &Moment, figures: &BTreeMap<String, BTreeMap<String, String>>) -> Result<()> {
    for (phase, typed) in figures {
        for (place, typed) in typed {
            book.set_figure(moment, &figure(phase, None, place, typed))?;
        }
    }
    Ok(())
}

fn said(state: ProgressState, done_on: Option<NaiveDate>, reason: &str) -> ProgressChange {
    ProgressChange { state, done_on, reason: reason.to_owned() }
}

/// `place` is an indicator, or an indicator and its split after a slash.
fn figure(phase: &str, activity: Option<&str>, place: &str, typed: &str) -> FigureInput {
    let (indicator, split) = place.split_once('/').unwrap_or((place, ""));
    let state = match typed {
        "khong-co" => FigureState::Nothing,
        "khong-ap-dung" => FigureState::NotApplicable,
        _ => FigureState::Number,
    };
    FigureInput {
        phase: phase.to_owned(),
        activity: activity.map(str::to_owned),
        indicator: indicator.to_owned(),
        split: split.to_owned(),
        state,
        text: typed.to_owned(),
        is_estimate: false,
    }
}
