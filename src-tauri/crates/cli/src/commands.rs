//! What each command does: a question to the core or one change, then a listing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;
use sotg_core::book::Book;
use sotg_core::history::Moment;
use sotg_core::model::{
    Certainty, ChecklistItem, FigureInput, FigureState, MilestoneSetting, OurUnit, Outcome, OwnActivity, PlanChoice,
    ProgressChange, SetUp, Signer,
};
use sotg_core::{Error, Result, export, sample};

use crate::arguments::{Add, Command, Evidence, Figure, Init, Milestone, Report};
use crate::session::Session;
use crate::{
    consolidation, exchange, forms, inbox, office, pages, place, plans, print, report_extras, signing, templates, units,
};

/// Runs one command.
///
/// # Errors
/// What the core refuses.
pub fn run(session: Session, command: Command) -> Result<ExitCode> {
    match command {
        Command::Plans => plans::list(&session),
        Command::Plan { file, command } => plans::run(&session, file.as_deref(), command),
        Command::Init(init) => set_up(&session, *init),
        Command::Sample { whole, units, to, reports } => make_sample(&session, whole, units, to, reports.as_deref()),
        Command::Units(command) => units::run(&session, command),
        Command::Status => ask(&session, |book, moment| book.overview(moment.today), print::overview),
        Command::List { phase, late, form } => list(&session, phase.as_deref(), late, form.as_deref()),
        Command::Show { code } => ask(&session, |book, moment| book.activity(&code, moment.today), print::activity),
        Command::Tick { codes, state, on, reason } => {
            let change = ProgressChange { state: state.into(), done_on: on, reason };
            alter(&session, |book, moment| book.set_progress(moment, &codes, &change))
        }
        Command::Note { code, text } => alter(&session, |book, moment| book.set_note(moment, &code, &text)),
        Command::Add(add) => alter(&session, |book, moment| book.add_activity(moment, &own_activity(&add))),
        Command::Evidence(evidence) => alter(&session, |book, moment| add_evidence(book, moment, &evidence)),
        Command::Figure(figure) => figures(&session, figure),
        Command::Report(report) => reports(&session, report),
        Command::Form(form) => forms::run(&session, form),
        Command::Template(template) => templates::run(&session, template),
        Command::Milestone(milestone) => milestones(&session, milestone),
        Command::Office(command) => office::run(&session, command),
        Command::Inbox(command) => inbox::run(&session, command),
        Command::Consolidation(command) => consolidation::run(&session, command),
        Command::Exchange(command) => exchange::run(&session, command),
        Command::History { limit } => ask(&session, |book, _| book.history(limit), |entries| print::history(entries)),
        Command::Undo => alter(&session, |book, moment| book.undo(moment, None)),
        Command::Redo => alter(&session, Book::redo),
        Command::Check => check(&session),
        Command::Where => place::show(&session),
        Command::Move { to, insist } => place::move_to(&session, &to, insist),
        Command::Take { folder } => place::take(&session, &folder),
    }
}

/// Asks the book something and prints the answer.
pub fn ask<T: Serialize>(
    session: &Session,
    question: impl FnOnce(&Book, &Moment) -> Result<T>,
    show: impl FnOnce(&T),
) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let answer = question(&book, &moment)?;
    if session.json {
        print::json(&answer)
    } else {
        show(&answer)
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Changes the book and says what was done.
pub fn alter(session: &Session, change: impl FnOnce(&mut Book, &Moment) -> Result<Outcome>) -> Result<ExitCode> {
    let (mut book, moment) = session.open()?;
    let outcome = change(&mut book, &moment)?;
    if session.json {
        print::json(&outcome)
    } else {
        print::outcome(&outcome)
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn set_up(session: &Session, init: Init) -> Result<ExitCode> {
    let moment = session.moment(None);
    // First, so that a wrong plan file does not leave an empty book.
    let plan = plans::choice(&init.plan)?;
    let mut book = session.location.open_or_create(&moment)?;
    let input = first_settings(init, plan, moment.today)?;
    let outcome = book.set_up(&moment, &input)?;
    if session.json {
        print::json(&outcome)
    } else {
        print::outcome(&outcome)
    }
    println_unless(session.json, &format!("Sổ: {}", book.folder().display()));
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

/// What was typed, and for the rest what the official form proposes for the level.
fn first_settings(init: Init, plan: PlanChoice, today: NaiveDate) -> Result<SetUp> {
    let Init { plan: _, unit, level, superior, place, symbol, members, authority, title, signer } = init;
    let level = level.into();
    let form = sotg_core::form::built_in_on(today)?;
    let head = form.head_of(level).ok_or_else(|| Error::not_found("official_form", &form.code))?;
    // A name that goes on with the name of a place is no proposal for a command line.
    let whole = Some(head.superior.clone()).filter(|name| !name.contains('…'));
    let superior = superior.or(whole).unwrap_or_default();
    let symbol = symbol.unwrap_or_else(|| head.symbol.clone());
    let authority = authority.unwrap_or_else(|| head.authority.clone());
    Ok(SetUp {
        unit: OurUnit { name: unit, level, superior, place, symbol, members },
        signer: Signer { id: None, authority, title, name: signer, is_default: true },
        plan,
        milestones: Vec::new(),
    })
}

fn make_sample(
    session: &Session,
    whole: bool,
    units: Option<u32>,
    to: Option<PathBuf>,
    reports: Option<&Path>,
) -> Result<ExitCode> {
    let (sample, moment) = (&session.location.sample, session.moment(None));
    let mut book = match (units, to) {
        (Some(units), to) => {
            // The province does not stand where the window looks for its own sample.
            let name = sample.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let folder = to.unwrap_or_else(|| sample.with_file_name(format!("{name}-tinh-{units}")));
            sample::province::make(&folder, &moment, units)?
        }
        (None, Some(folder)) if whole => sample::make_whole(&folder, &moment)?,
        (None, Some(folder)) => sample::open_or_create(&folder, &moment)?,
        (None, None) => session.location.open_sample(&moment)?,
    };
    println_unless(session.json, &format!("Sổ mẫu (số liệu không có thật): {}", book.folder().display()));
    if let (Some(folder), Some(units)) = (reports, units) {
        let n_reports = usize::try_from(units).unwrap_or(usize::MAX);
        let written = sample::reports::write(&mut book, folder, &moment, n_reports)?;
        println_unless(session.json, &format!("{} tệp báo cáo mẫu: {}", written.len(), folder.display()));
    }
    if session.json {
        print::json(&serde_json::json!({ "folder": book.folder() }));
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn println_unless(json: bool, line: &str) {
    if !json {
        println!("{line}");
    }
}

fn list(session: &Session, phase: Option<&str>, late: bool, form: Option<&str>) -> Result<ExitCode> {
    let question = |book: &Book, moment: &Moment| {
        let state = book.state(moment.today, moment.today)?;
        let phases = state.campaign.map(|campaign| campaign.phases).unwrap_or_default();
        let codes: Vec<String> = match phase {
            Some(phase) => vec![phase.to_owned()],
            None => phases.into_iter().map(|phase| phase.code).collect(),
        };
        let mut items: Vec<ChecklistItem> = Vec::new();
        for code in codes {
            items.extend(book.checklist(&code, moment.today)?.items);
        }
        items.retain(|item| !late || item.days_late.is_some());
        items.retain(|item| form.is_none_or(|form| item.forms.iter().any(|known| known == form)));
        Ok(items)
    };
    ask(session, question, |items| print::items(items))
}

fn own_activity(add: &Add) -> OwnActivity {
    OwnActivity {
        attached_to: add.attached_to.clone(),
        title: add.title.clone(),
        explanation: String::new(),
        forms: add.form.clone(),
        starts_on: add.from,
        due_on: add.due,
    }
}

fn add_evidence(book: &mut Book, moment: &Moment, evidence: &Evidence) -> Result<Outcome> {
    match evidence {
        Evidence::Add { code, files } => book.add_files(moment, code, files),
        Evidence::Link { code, url, title } => book.add_link(moment, code, url, title),
    }
}

fn figures(session: &Session, figure: Figure) -> Result<ExitCode> {
    match figure {
        Figure::List { phase } => ask(session, |book, moment| book.figure_table(&phase, moment.today), print::figures),
        Figure::Set { phase, indicator, value, activity, estimate } => {
            let (indicator, split) = indicator.split_once('/').unwrap_or((&indicator, ""));
            let state = match value.as_str() {
                "khong-co" => FigureState::Nothing,
                "khong-ap-dung" => FigureState::NotApplicable,
                "xoa" => FigureState::NotReported,
                _ => FigureState::Number,
            };
            let input = FigureInput {
                phase,
                activity,
                indicator: indicator.to_owned(),
                split: split.to_owned(),
                state,
                text: value,
                is_estimate: estimate,
            };
            alter(session, |book, moment| book.set_figure(moment, &input))
        }
    }
}

fn reports(session: &Session, report: Report) -> Result<ExitCode> {
    match report {
        Report::List => ask(session, |book, moment| book.list_reports(moment.today), |rows| print::reports(rows)),
        Report::Show { phase } => ask(session, |book, moment| book.report_draft(&phase, moment.today), print::draft),
        Report::Export { phase, to, template } => export_report(session, &phase, &to, template.as_deref()),
        Report::Template { phase, template } => alter(session, |book, moment| {
            let form = templates::named(book, &template)?;
            book.set_report_template(moment, &phase, form)
        }),
        Report::Extras(command) => report_extras::run(session, command),
        Report::Signing(command) => signing::run(session, command),
    }
}

fn export_report(session: &Session, phase: &str, to: &Path, template: Option<&str>) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    if export::has_ending(to, "zip") {
        let packed = book.report_package(phase, moment.today, to)?;
        if session.json {
            print::json(&packed)
        } else {
            println!("{}", to.display())
        }
        return book.close().map(|()| ExitCode::SUCCESS);
    }
    let path: PathBuf = match to.is_dir() {
        true => to.join(book.report_draft(phase, moment.today)?.file_name),
        false => to.to_owned(),
    };
    let content = || book.report_content(phase, moment.today);
    let bytes = if export::has_ending(&path, "xlsx") {
        book.report_workbook(phase, moment.today)?
    } else if export::has_ending(&path, "pdf") {
        pages::report_pdf(&content()?, moment.today)?
    } else {
        match template {
            // A look at another form than the one that was chosen: no file to send.
            Some(name) => book.word_in_form(&content()?, templates::named(&book, name)?)?,
            None => book.report_file(phase, moment.today)?,
        }
    };
    export::save(&path, &bytes)?;
    if session.json {
        print::json(&serde_json::json!({ "path": path }))
    } else {
        println!("{}", path.display())
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}

fn milestones(session: &Session, milestone: Milestone) -> Result<ExitCode> {
    let Milestone::Set { code, on, until, expected, unknown, reason, preview } = milestone else {
        return ask(session, |book, _| book.milestones(), |milestones| print::milestones(milestones));
    };
    let certainty = match (unknown, expected) {
        (true, _) => Certainty::Unknown,
        (false, true) => Certainty::Expected,
        (false, false) => Certainty::Fixed,
    };
    let setting = MilestoneSetting { code, certainty, on, until, reason };
    if preview {
        return ask(session, |book, moment| book.preview_milestone(moment, &setting), |moved| print::moved(moved));
    }
    alter(session, |book, moment| book.set_milestone(moment, &setting))
}

/// Opening has checked the file of the book; here the evidence is read again and compared.
fn check(session: &Session) -> Result<ExitCode> {
    let (book, _) = session.open()?;
    let (faults, documents) = (book.check_evidence()?, book.check_versions()?);
    let is_whole = faults.is_empty() && documents.is_empty();
    if session.json {
        print::json(&serde_json::json!({ "evidence": faults, "documents": documents }));
    } else if is_whole {
        println!("Sổ và minh chứng đều nguyên vẹn.");
    } else {
        for fault in &faults {
            let what = if fault.is_missing { "mất tệp" } else { "nội dung đã bị thay đổi" };
            println!("{}: {what} ({})", fault.evidence.title, fault.activity);
        }
        for fault in &documents {
            let what = if fault.version.is_missing { "mất tệp" } else { "nội dung đã bị thay đổi" };
            println!("{}: {what} ({}, bản {})", fault.version.document, fault.phase, fault.version.number);
        }
    }
    if !session.json
        && let Some(warning) = place::warning(session)
    {
        println!("{warning}");
    }
    book.close()?;
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
